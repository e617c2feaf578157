"""Who keeps the lead, what happens to the client's data, and what notes say that a sheet needs."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.explain import explain, lead_words
from queries.lead import HOLDERS
from queries.remarks import Remarks, remarks
from queries.route import Leg, Route
from tests.queries.asking import ask
from tests.queries.network import TODAY, Network
from tests.queries.test_routes import WOMAN, base

RESPONSIBILITIES = (*HOLDERS, "not-agreed", None)


def chain(*legs: dict[str, Any], **terms: Any) -> Network:
    """Return a way A > B > C ... with one agreement for each leg and an offer at its end."""
    net = base()
    names = "ABCDE"[: len(legs) + 1]
    for sender, receiver, leg in zip(names, names[1:], legs, strict=False):
        net.refers(sender, receiver, **leg)
    if not legs:
        net.actor("A")
    more = {"access": "referral", **terms}
    return net.provides(names[-1], "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], **more)


def only(net: Network, start: str = "A") -> Route:
    (route,) = ask(net, **WOMAN, start=start).routes
    return route


def legs(*responsibilities: str | None) -> list[dict[str, Any]]:
    return [{"responsibility": one} if one else {} for one in responsibilities]


@pytest.mark.parametrize(
    ("agreed", "state", "holders", "until"),
    [
        ((), "own", ["A"], ""),
        (("receiver",), "one", ["B"], ""),
        (("sender-until-feedback",), "one", ["A"], "feedback"),
        (("sender-until-appointment",), "one", ["A"], "appointment"),
        (("shared",), "shared", ["A", "B"], ""),
        ((None,), "not_agreed", [], ""),
        (("not-agreed",), "not_agreed", [], ""),
        (("receiver", "sender-until-feedback"), "one", ["B"], "feedback"),
        (("sender-until-feedback", "receiver"), "passes", [], ""),
        (("receiver", "receiver"), "passes", [], ""),
        (("receiver", None), "partly", [], ""),
        ((None, None), "not_agreed", [], ""),
    ],
)
def test_the_lead_follows_from_what_is_agreed_at_each_leg(
    agreed: tuple[str | None, ...], state: str, holders: list[str], until: str
) -> None:
    lead = only(chain(*legs(*agreed))).lead
    assert (state, holders, until) == (lead.state, [actor.label for actor in lead.holders], lead.until)
    assert len(agreed) == len(lead.stages)


@given(st.lists(st.sampled_from(RESPONSIBILITIES), min_size=1, max_size=4))
def test_nobody_leads_who_does_not_answer_for_every_leg(agreed: list[str | None]) -> None:
    lead = only(chain(*legs(*agreed))).lead
    open_legs = [one not in HOLDERS for one in agreed]
    for holder in lead.holders:
        assert all(holder in stage.holders for stage in lead.stages)
    assert (lead.state == "not_agreed") == all(open_legs)
    assert (lead.state == "partly") == (any(open_legs) and not all(open_legs))
    for stage, is_open in zip(lead.stages, open_legs, strict=True):
        assert is_open == (not stage.holders)


def test_a_direct_leg_has_no_lead_and_says_so() -> None:
    route = only(chain(access="open"), start="")
    assert ("not_agreed", ["direct"]) == (route.lead.state, [leg.kind for leg in route.legs])
    assert "Federführung: nicht verabredet." in explain(route)


def test_a_lead_that_passes_on_is_told_step_by_step() -> None:
    lead = only(chain(*legs("sender-until-feedback", "receiver", None))).lead
    expected = "Lead: not agreed for the whole route (step 1: A until feedback; step 2: C; step 3: not agreed)."
    assert expected == lead_words(lead, "en")


def passed(types: tuple[str, str] = ("vhs", "vhs"), **leg: Any) -> tuple[str, str]:
    net = base()
    net.concept("legal-basis/einwilligung", label="Einwilligung")
    net.concept("legal-basis/keine-daten", label="keine Daten")
    net.theme("weiterbildung").theme("Deutsch", "weiterbildung")
    for name, kind in zip("AB", types, strict=True):
        net.actor(name, types=[kind])
    net.refers("A", "B", **leg)
    net.provides("B", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access="referral")
    found: Leg = only(net).legs[0]
    return found.passing.kind, found.passing.basis


@pytest.mark.parametrize(
    ("leg", "expected"),
    [
        ({"handover": "information"}, ("information", "")),
        ({"handover": "contact"}, ("information", "")),
        ({"handover": "appointment"}, ("consent", "")),
        ({"handover": "accompanied"}, ("consent", "")),
        ({"handover": "joint"}, ("consent", "")),
        ({}, ("unknown", "")),
        ({"handover": "appointment", "legal_basis": "§ 69 SGB X"}, ("basis", "§ 69 SGB X")),
        ({"handover": "appointment", "legal_basis": "Einwilligung"}, ("consent", "Einwilligung")),
        ({"handover": "appointment", "legal_basis": "keine Daten"}, ("information", "keine Daten")),
    ],
)
def test_information_needs_no_basis_and_passing_data_on_needs_one_or_consent(
    leg: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert expected == passed(**leg)


def test_the_exchange_the_law_orders_needs_no_consent_in_either_direction() -> None:
    for types in (("agentur-fuer-arbeit", "jobcenter"), ("jobcenter", "agentur-fuer-arbeit")):
        assert ("statutory", "§ 50 Abs. 1 SGB II") == passed(types, handover="appointment")
    assert "consent" == passed(("jobcenter", "jobcenter-kommunal"), handover="appointment")[0]
    assert "information" == passed(("jobcenter", "agentur-fuer-arbeit"), handover="information")[0]


def test_a_direct_leg_only_informs_the_client() -> None:
    assert ["information"] == [leg.passing.kind for leg in only(chain(access="open"), start="").legs]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Zeugnisse, Lebenslauf und Übersetzungen mitbringen",
            Remarks(bring="Zeugnisse, Lebenslauf und Übersetzungen"),
        ),
        ("Bitte Ausweis mitbringen. Folgetermin nach 4 Wochen", Remarks("Ausweis", "", "Folgetermin nach 4 Wochen")),
        ("nur mittwochs; Kosten trägt das Jobcenter", Remarks("", "Kosten trägt das Jobcenter", "")),
        ("Please bring your CV", Remarks(bring="your CV")),
        ("wir bringen Sie hin", Remarks()),
        ("", Remarks()),
    ],
)
def test_notes_say_what_to_bring_who_pays_and_what_comes_after(note: str, expected: Remarks) -> None:
    assert expected == remarks(note)


def test_what_a_leg_says_to_bring_stands_in_the_answer_and_the_prose() -> None:
    route = only(chain({"note": "Lebenslauf mitbringen; Kosten trägt der Kreis", "occasion": "Messe"}))
    assert ("Lebenslauf", "Kosten trägt der Kreis") == (route.legs[0].bring, route.legs[0].cost_bearer)
    for said in ("Mitbringen: Lebenslauf.", "Kosten: Kosten trägt der Kreis.", "Anlass: Messe."):
        assert said in explain(route)


def test_what_the_agreement_says_of_costs_comes_before_its_note() -> None:
    leg = only(chain({"note": "Kosten trägt der Kreis", "cost_bearer": "Jobcenter", "follow_up": "im Mai"})).legs[0]
    assert ("Jobcenter", "im Mai") == (leg.cost_bearer, leg.follow_up)


def test_equals_are_said_to_be_equals_and_the_dominated_are_marked() -> None:
    net = base()
    for provider, access in (("A", "open"), ("B", "open"), ("C", "unknown")):
        net.provides(provider, "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access=access)
    routes = ask(net, **WOMAN).routes
    assert [1, 1, 0] == [route.equals for route in routes]
    assert "Gleichwertig mit 1 weiteren dieses Rangs" in explain(routes[0])
    assert "Ein anderer gezeigter Weg ist in einem Punkt besser" in explain(routes[2])


def test_a_contact_says_how_far_it_may_be_trusted() -> None:
    net = chain({"contact": "Büro 0221 4710-100", "checked": "2024-01-31"})
    net.contact("B", "phone", "0221 4710-200")
    assert "Büro 0221 4710-100 (zuletzt bestätigt am 31.01.2024: vorher prüfen)." in explain(only(net))
    fresh = chain({"contact": "Büro", "checked": TODAY})
    assert ["fresh"] == [contact.state for contact in only(fresh).legs[0].contact]
    undated = chain({}).contact("B", "phone", "0221 4710-200")
    assert "0221 4710-200 (ohne Datum: vorher prüfen)." in explain(only(undated))
