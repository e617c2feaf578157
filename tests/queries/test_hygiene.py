"""What to look at in the graph itself."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.evidence import Cell, Span
from graph.issue import Issue
from graph.statement import Mention, Statement
from ontology.errors import QuestionError
from queries.finding import HygieneAnswer
from queries.hygiene import Hygiene, called
from tests.queries.network import TODAY, Network
from tests.queries.schemas import assert_valid


def hygiene(net: Network, *kinds: Any, **more: Any) -> HygieneAnswer:
    answer = Hygiene(TODAY, kinds, **more).answer(net.view()) if kinds else Hygiene(TODAY, **more).answer(net.view())
    assert_valid("hygiene", answer.to_dict())
    return answer


def who(answer: HygieneAnswer) -> list[str]:
    return [finding.who() for finding in answer.findings]


def test_who_is_referred_to_and_goes_no_further_is_a_dead_end() -> None:
    net = Network().refers("JC", "Sackgasse").refers("JC", "VHS").refers("JC", "Weiche").refers("Weiche", "VHS")
    net.provides("VHS", "Kurs")
    net.actor("Projekt", kind="project", reached_by="Träger")
    net.provides("Projekt", "Hilfe").refers("JC", "Träger")
    (finding,) = hygiene(net, "dead_end").findings
    assert ("Sackgasse", ["JC"], ["matrix.xlsx!Verweise!B1"]) == (
        finding.actor and finding.actor.label,
        [actor.label for actor in finding.others],
        [str(place) for place in finding.evidence],
    )


def test_what_has_ended_leads_nowhere() -> None:
    net = Network().refers("JC", "VHS", valid_until=TODAY - timedelta(days=1)).refers("AA", "VHS")
    net.provides("VHS", "Kurs", valid_until=TODAY - timedelta(days=1))
    (finding,) = hygiene(net, "dead_end").findings
    assert ["AA"] == [actor.label for actor in finding.others]


def test_who_never_refers_back_is_named_with_those_it_does_not_refer_to() -> None:
    net = Network().refers("A", "B").refers("B", "A").refers("C", "B")
    (finding,) = hygiene(net, "one_sided").findings
    assert ("B", ["C"]) == (finding.actor and finding.actor.label, [actor.label for actor in finding.others])


def test_a_client_for_whom_nobody_on_the_circle_has_an_offer_may_be_sent_round() -> None:
    net = Network().audience("women", "sex=f").audience("men", "sex=m")
    net.refers("A", "B", audiences=["women"]).refers("B", "C").refers("C", "A", audiences=["women"])
    net.provides("C", "Kurs", audiences=["men"])
    assert ["A → B → C → A"] == who(hygiene(net, "carousel"))
    net.provides("B", "Rat", audiences=["women"])
    assert [] == who(hygiene(net, "carousel"))


def test_agreements_without_a_client_in_common_make_no_circle() -> None:
    net = Network().audience("women", "sex=f").audience("men", "sex=m")
    net.refers("A", "B", audiences=["women"]).refers("B", "A", audiences=["men"])
    assert [] == who(hygiene(net, "carousel"))


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=8, unique=True),
    st.lists(st.sampled_from("abcd"), max_size=2, unique=True),
)
def test_carousels_are_the_circles_on_which_nobody_offers_anything(
    pairs: list[tuple[str, str]], providers: list[str]
) -> None:
    net = Network()
    for sender, receiver in pairs:
        net.refers(sender, receiver)
    for provider in providers:
        net.provides(provider, "Rat")
    every = (walk for size in (2, 3, 4) for walk in product("abcd", repeat=size))
    expected = {
        " → ".join([*walk, walk[0]])
        for walk in every
        if len(set(walk)) == len(walk)
        and walk[0] == min(walk)
        and all(step in pairs for step in zip(walk, (*walk[1:], walk[0]), strict=True))
        and not set(walk) & set(providers)
    }
    assert sorted(expected) == sorted(who(hygiene(net, "carousel")))


def test_an_offer_by_referral_that_nobody_leads_to_is_an_orphan() -> None:
    net = Network().provides("VHS", "Kurs", access="referral").provides("VHS", "Offen", access="open")
    net.provides("AWO", "Rat", access="referral").refers("JC", "AWO", offer="Rat")
    net.actor("Projekt", kind="project")
    net.provides("Projekt", "Hilfe")
    answer = hygiene(net, "orphan_offer")
    assert ["Hilfe", "Kurs"] == sorted(finding.offer.label for finding in answer.findings if finding.offer)


def test_a_contact_is_missed_where_people_are_to_reach_somebody() -> None:
    net = Network().refers("JC", "VHS").contact("JC", "mail", "jobcenter@example.org").contact("VHS", "name", "Leitung")
    net.actor("Team", unit_of="JC")
    net.provides("Team", "Rat")
    net.actor("Geldgeber")
    assert ["VHS"] == who(hygiene(net, "no_contact"))


def test_only_what_nobody_settled_is_a_contradiction() -> None:
    net = Network()
    places = [net.evidence("A1"), net.evidence("A2")]
    for settled in ("", "later"):
        row = {"what": f"VHS · Kurs {settled}".strip(), "one": places[:1], "other": places[1:], "settled": settled}
        net.rows.setdefault("conflict", []).append(row)
    (finding,) = hygiene(net, "contradiction").findings
    assert ("VHS · Kurs", 2) == (finding.what, len(finding.evidence))


def test_names_that_may_mean_one_actor_come_from_the_build() -> None:
    params = (("left", "VHS Hagen"), ("right", "Volkshochschule Hagen e. V."), ("score", "91"))
    noticed = [Issue("VN4102", "m.xlsx", Cell("Blatt", "A3"), "VHS Hagen", params), Issue("VN4101", "m.xlsx", None)]
    (finding,) = hygiene(Network(), "duplicate", noticed=noticed).findings
    assert ("VHS Hagen / Volkshochschule Hagen e. V.", ["m.xlsx!Blatt!A3"]) == (
        finding.what,
        [str(place) for place in finding.evidence],
    )
    assert ("duplicate", "overdue_plan") == hygiene(Network()).unread


def test_a_plan_whose_day_has_passed_is_listed_for_enquiry() -> None:
    def plan(until: str, modality: Any = "planned") -> Statement:
        subject, offer = Mention("Agentur Hagen", "Actor"), Mention("Sprechtag", "Offer")
        return Statement(
            "text.html", subject, "offers", offer, (("valid_from", until),), modality=modality,
            evidence=(Span(3, 9, "Geplant"),), original="Geplant ist ein Sprechtag",
        )  # fmt: skip

    said = [plan("2026-10"), plan("2027-01-15"), plan("2026-10", "asserted")]
    (finding,) = hygiene(Network(), "overdue_plan", said=said).findings
    assert ("Geplant ist ein Sprechtag", "text.html!3-9") == (finding.what, str(finding.evidence[0]))


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({"handover": "appointment"}, "consent_needed"),
        ({"handover": "contact"}, None),
        ({"handover": "appointment", "legal_basis": "§ 50 SGB II"}, None),
        ({}, "handover_unknown"),
    ],
)
def test_data_passed_on_without_a_basis_are_listed(more: dict[str, Any], kind: str | None) -> None:
    answer = hygiene(Network().refers("JC", "VHS", **more), "consent_needed", "basis_unreviewed", "handover_unknown")
    assert ([kind] if kind else []) == [finding.kind for finding in answer.findings]


def test_an_unknown_kind_is_refused_with_those_there_are() -> None:
    with pytest.raises(QuestionError, match="no kind of finding") as refused:
        Hygiene(TODAY, ("anything",)).answer(Network().view())  # type: ignore[arg-type]
    assert "dead_end (Sackgasse / Dead end)" in refused.value.near


@pytest.mark.parametrize("word", ["no_contact", "Ohne Kontakt", "no contact"])
def test_a_kind_goes_by_its_code_and_by_its_names(word: str) -> None:
    assert "no_contact" == called(word)


def test_an_empty_graph_has_nothing_to_object_to() -> None:
    answer = hygiene(Network(), noticed=(), said=())
    assert ((), ("no_referrals",), {}) == (answer.findings, answer.notes, answer.counts)
