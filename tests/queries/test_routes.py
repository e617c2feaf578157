"""What a route is: legs, conditions, open questions, equals, and what leads nowhere."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from ontology.errors import QuestionError
from queries.profile import Profile
from queries.routes import Routes
from tests.queries.asking import abouts, ask, failures, ways
from tests.queries.network import TODAY, Network


def base() -> Network:
    net = Network().audience("Frauen", "sex=f").audience("Beschäftigte", "employment=employed")
    net.audience("Minijob u35", "age<35 & employment=marginal", "Beschäftigte")
    net.theme("Sprache").theme("Deutsch", "Sprache").theme("Recht")
    net.region("Siegen").region("Kreuztal").region("Kreis", "Siegen", "Kreuztal").region("Olpe")
    return net


WOMAN: dict[str, Any] = {"facts": "sex=f", "needs": ("Deutsch",), "residence": "Siegen"}


def test_a_route_names_contact_handover_responsibility_and_the_cell_of_every_leg() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access="referral")
    net.refers("JC", "VHS", handover="appointment", responsibility="receiver", checked=TODAY, feedback="per Mail")
    net.contact("VHS", "phone", "0221 4710-100").contact("VHS", "name", "Sekretariat")
    (route,) = ask(net, **WOMAN, start="JC").routes
    (leg,) = route.legs
    assert ("JC", "VHS", "referral") == (leg.sender and leg.sender.label, leg.receiver.label, leg.kind)
    assert ["Sekretariat", "0221 4710-100"] == [contact.value for contact in leg.contact]
    assert ("handover/appointment", "responsibility/receiver") == (
        leg.handover and leg.handover.id,
        leg.responsibility and leg.responsibility.id,
    )
    assert ["matrix.xlsx!Verweise!B1"] == [str(place) for place in leg.evidence]
    assert ["matrix.xlsx!Angebote!A1"] == [str(place) for place in route.evidence]
    assert "fresh" == leg.freshness.state
    assert "per Mail" == leg.feedback


def test_who_provides_it_needs_nobody() -> None:
    net = base().provides("JC", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access="referral")
    (route,) = ask(net, **WOMAN, start="JC").routes
    assert () == route.legs
    assert ["JC"] == [actor.label for actor in route.path]


def test_a_folder_that_holds_one_matrix_gives_direct_legs_without_agreement() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], access="unknown")
    answer = ask(net, **WOMAN)
    assert ["* > VHS: Kurs (ask)"] == ways(answer)
    assert ["direct"] == [leg.kind for leg in answer.routes[0].legs]
    assert ["region"] == abouts(answer.routes[0])
    assert ("no_referrals", "no_start") == answer.notes


def test_an_offer_by_referral_only_is_never_named_directly() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access="referral")
    net.actor("JC")
    answer = ask(net, **WOMAN, start="JC")
    assert [] == ways(answer)
    assert [("VHS", "no_referral")] == [(one.target and one.target.label, one.reason) for one in answer.unreachable]


def test_a_way_of_more_handovers_than_asked_for_is_too_far_and_not_missing() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access="referral")
    net.provides("AWO", "Treff", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"])
    net.refers("JC", "AA").refers("AA", "Caritas").refers("Caritas", "VHS")

    def barred(most: int) -> list[tuple[str, str]]:
        found = ask(net, **WOMAN, start="JC", max_legs=most).unreachable
        return [(one.target.label if one.target else "", one.reason) for one in found]

    assert [("AWO", "too_far"), ("VHS", "too_far")] == barred(0)
    assert [("VHS", "too_far")] == barred(2)
    assert [] == barred(3)


def test_of_several_needs_those_without_a_route_are_explained_first_and_by_turns() -> None:
    net = base().theme("Schulden").theme("IT")
    net.provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"])
    for number in range(4):
        net.provides(f"Deutsch {number}", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Olpe"])
        net.provides(f"Schulden {number}", "Rat", audiences=["Frauen"], themes=["Schulden"], regions=["Olpe"])
    net.provides("IT 0", "Kurs", audiences=["Frauen"], themes=["IT"], regions=["Olpe"])
    answer = ask(net, **{**WOMAN, "needs": ("Deutsch", "Schulden", "IT")}, why_not=6)
    assert ["Schulden 0", "IT 0", "Schulden 1", "Schulden 2", "Schulden 3", "Deutsch 0"] == [
        one.target.label for one in answer.why_not if one.target
    ]


def test_an_agreed_way_replaces_naming_the_offer() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"])
    net.refers("JC", "VHS").refers("AA", "VHS", audiences=["Minijob u35"])
    assert ["JC > VHS: Kurs (yes)"] == ways(ask(net, **WOMAN, start="JC"))
    assert ["AA > VHS: Kurs (yes)", "AA > VHS: Kurs (ask)"] == ways(ask(net, **WOMAN, start="AA"))


def test_routes_start_at_the_doors_of_the_group_when_nobody_is_named() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access="referral")
    net.refers("Frauenhaus", "VHS").refers("JC", "VHS").refers("Männerberatung", "VHS").refers("AA", "VHS")
    net.audience("Männer", "sex=m")
    net.door("Frauenhaus", "Frauen").door("JC", region="Olpe").door("Männerberatung", "Männer").door(
        "AA", None, "Kreis"
    )
    answer = ask(net, **WOMAN)
    assert "doors" == answer.starts
    assert ["AA > VHS: Kurs (yes)", "Frauenhaus > VHS: Kurs (yes)"] == ways(answer)


def test_without_start_and_doors_whoever_refers_is_a_start() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access="referral")
    net.refers("JC", "VHS").refers("AA", "JC")
    answer = ask(net, **WOMAN)
    assert ("any", ["JC > VHS: Kurs (yes)"]) == (answer.starts, ways(answer))


def test_a_project_is_reached_through_who_coordinates_it() -> None:
    net = base()
    net.actor("Projekt", kind="project", reached_by="Caritas")
    net.provides("Projekt", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access="referral")
    net.refers("JC", "Caritas")
    answer = ask(net, **WOMAN, start="JC")
    assert ["JC > Caritas: Kurs (yes)"] == ways(answer)
    assert ["JC", "Caritas", "Projekt"] == [actor.label for actor in answer.routes[0].path]


def test_a_project_nobody_coordinates_and_an_instrument_nobody_provides_are_listed() -> None:
    net = base()
    net.actor("Projekt", kind="project")
    net.provides("Projekt", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"])
    net.provides(None, "Gutschein", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"])
    net.actor("JC")
    answer = ask(net, **WOMAN, start="JC")
    assert ["no_provider", "no_organiser"] == [one.reason for one in answer.unreachable]


def test_a_past_event_is_never_a_target_and_one_to_come_is() -> None:
    net = base()
    for name, days in (("Messe alt", -1), ("Messe neu", 30)):
        net.actor(name, kind="event", runs_from=TODAY + timedelta(days=days), reached_by="Stadt")
        net.provides(name, "Stand", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"])
    answer = ask(net, **WOMAN)
    assert ["Messe neu"] == [route.target.label for route in answer.routes]
    assert [("Messe alt", ("ended",))] == failures(answer)


def test_a_referral_that_says_no_is_no_leg() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access="referral")
    net.refers("JC", "VHS", polarity="no")
    assert [] == ways(ask(net, **WOMAN, start="JC"))


def test_conflicting_sources_make_a_question_and_both_are_shown() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"])
    net.provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], polarity="no")
    answer = ask(net, **WOMAN)
    assert ["conflict"] == abouts(answer.routes[0])
    assert ["matrix.xlsx!Angebote!A1", "matrix.xlsx!Angebote!A2"] == [str(one) for one in answer.routes[0].evidence]
    assert [("VHS", ("refused",))] == failures(answer)


def test_a_no_for_a_part_of_the_group_is_a_question_about_that_part() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"])
    net.provides("VHS", "Kurs", audiences=["Minijob u35"], polarity="no")
    (route,) = ask(net, **WOMAN).routes
    assert [("facet", "age"), ("facet", "employment")] == [(one.about, one.detail) for one in route.open_questions]


def test_an_agreement_on_another_offer_leads_on_only_after_asking_and_not_to_this_one() -> None:
    net = base()
    for provider in ("VHS", "AWO"):
        net.provides(provider, "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access="referral")
    net.refers("JC", "VHS", offer="Beratung").refers("VHS", "AWO")
    answer = ask(net, **WOMAN, start="JC")
    assert ["JC > VHS > AWO: Kurs (ask)"] == ways(answer)
    assert ["onward"] == abouts(answer.routes[0])


def test_equals_share_a_rank_and_stand_in_the_order_of_ids() -> None:
    net = base()
    for provider in ("Zebra", "Adler", "Maus"):
        net.provides(provider, "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"])
    net.provides("Biber", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access="unknown")
    answer = ask(net, **WOMAN)
    assert [("Adler", 1), ("Maus", 1), ("Zebra", 1), ("Biber", 4)] == [
        (one.target.label, one.rank) for one in answer.routes
    ]
    assert [True, True, True, False] == [route.non_dominated for route in answer.routes]


def test_what_is_full_comes_last_and_is_not_hidden_unless_the_word_is_old() -> None:
    net = base()
    net.concept("capacity/full", label="ausgebucht")
    terms: dict[str, Any] = {"audiences": ["Frauen"], "themes": ["Deutsch"], "regions": ["Kreis"]}
    net.provides("A", "Kurs", **terms, capacity="zurzeit ausgebucht", checked=TODAY)
    net.provides("B", "Kurs", **terms, checked=TODAY)
    net.provides("C", "Kurs", **terms, capacity="ausgebucht", checked=TODAY - timedelta(days=60))
    assert ["B", "C", "A"] == [route.target.label for route in ask(net, **WOMAN).routes]


def test_several_needs_are_answered_each() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Sprache"], regions=["Kreis"])
    net.provides("Anwalt", "Rat", audiences=["Frauen"], themes=["Recht"], regions=["Kreis"])
    answer = ask(net, **{**WOMAN, "needs": ("Recht", "Deutsch")})
    assert [("theme/Recht", "Anwalt"), ("theme/Deutsch", "VHS")] == [
        (one.need and one.need.id, one.target.label) for one in answer.routes
    ]


def test_a_kind_of_offer_can_be_needed_and_carries_its_themes() -> None:
    net = base().offer_type("Sprachkurs", "Deutsch").offer_type("Beratung")
    terms: dict[str, Any] = {"audiences": ["Frauen"], "regions": ["Kreis"]}
    for provider, kind in (("A", {"type": "Sprachkurs"}), ("B", {"type": "Beratung"}), ("C", {})):
        net.offer(provider, "Angebot", **kind)
        net.provides(provider, "Angebot", **terms, themes=["Deutsch"])
    answer = ask(net, **{**WOMAN, "needs": ("Sprachkurs",)})
    assert ["* > A: Angebot (yes)", "* > C: Angebot (ask)"] == ways(answer)
    assert ["A", "B", "C"] == sorted(one.target.label for one in ask(net, **WOMAN).routes)


def test_the_answer_is_plain_data_under_stable_names() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"])
    net.refers("JC", "VHS")
    answer = ask(net, **WOMAN, start="JC")
    data = json.loads(json.dumps(answer.to_dict()))
    route = data["routes"][0]
    assert {"target", "offer", "fit", "open_questions", "cost", "legs"} <= route.keys()
    assert {"from", "to", "kind", "handover", "responsibility", "contact", "freshness", "evidence"} <= route["legs"][
        0
    ].keys()
    assert route["cost"]["total"] == sum(route["cost"]["parts"].values())
    (row,) = answer.to_rows("en")
    assert (list(row), "JC → VHS") == (list(answer.columns("en")), row["route"])
    assert "Noch zu klären" == answer.columns("de")["open_questions"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ({"max_legs": 50}, "50 handovers"),
        ({"k": 10_000_000}, "10000000 routes"),
        ({"why_not": 10_000}, "10000 explanations"),
        ({"why_not": -1}, "-1 explanations"),
    ],
)
def test_a_runaway_question_is_refused(question: dict[str, int], said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        Routes(Profile(), **question).answer(Network().view())  # type: ignore[arg-type]


def test_a_question_that_says_too_little_is_asked_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.routes.MOST_FITTING", 1)
    net = Network()
    net.provides("VHS", "Kurs", themes=["Arbeit"]).provides("VHS", "Rat", themes=["Sprache"])
    view = net.view()
    assert 1 == Routes(Profile(needs=("Sprache",), day=TODAY)).answer(view).fitting
    with pytest.raises(QuestionError, match="2 offers may fit: name a place") as refused:
        Routes(Profile(day=TODAY)).answer(view)
    assert "2 Angebote könnten passen: Nennen Sie einen Ort, eine Zielgruppe oder ein Anliegen" == refused.value.de


def test_ten_thousand_needs_are_refused() -> None:
    with pytest.raises(QuestionError, match="10000 needs") as refused:
        Routes(Profile(needs=("Sprache",) * 10_000)).answer(Network().view())
    assert "10000 Anliegen: höchstens 100 werden beantwortet" == refused.value.de


def test_a_network_of_one_actor_answers_that_nothing_fits() -> None:
    net = Network()
    net.actor("JC")
    answer = Routes(Profile(day=TODAY, start="JC"), max_legs=8).answer(net.view())
    assert ((), ("no_referrals", "nothing_fits")) == (answer.routes, answer.notes)


def test_an_empty_network_answers_that_nothing_fits() -> None:
    answer = Routes(Profile(day=TODAY)).answer(Network().view())
    assert ((), ("no_referrals", "no_start", "nothing_fits")) == (answer.routes, answer.notes)
