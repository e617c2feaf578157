"""What a gap is, of each kind; how it is weighted, closed, accepted; and what is reported apart."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from ontology.errors import QuestionError
from queries.gaps import Gaps
from tests.queries.asking import gaps, kinds
from tests.queries.network import TODAY, Network


def base() -> Network:
    net = Network().audience("Beschäftigte", "employment=employed")
    net.audience("Minijob", "employment=marginal", "Beschäftigte")
    return net.theme("Sprache").theme("Recht").region("Olpe").region("Siegen")


def served(**terms: Any) -> Network:
    net = base().provides("VHS", "Kurs", **{"audiences": ["Minijob"], "themes": ["Sprache"], "access": "open", **terms})
    return net.need("Minijob", "Sprache")


def test_a_need_nobody_speaks_of_is_a2_and_one_that_is_refused_a1() -> None:
    net = base().need("Minijob", "Sprache", weight=3000)
    assert [("A2", "nothing")] == kinds(net)
    net.provides("VHS", "Kurs", audiences=["Minijob"], themes=["Sprache"], polarity="no")
    (gap,) = gaps(net)
    assert ("A1", "refused", 3000) == (gap.sub, gap.reason, gap.weight)
    assert ["Angebote!A1", "Bedarf!A1"] == [place.place for place in gap.evidence]


def test_a_need_for_a_named_group_is_not_closed_by_a_broader_mark() -> None:
    net = served(audiences=["Beschäftigte"])
    (gap,) = gaps(net)
    assert ("A2", "inherited") == (gap.sub, gap.reason)
    assert ["confirm", "new_offer"] == [closing.what for closing in gap.closings]
    assert "VHS (Kurs) fragen: Ist diese Gruppe ausdrücklich gemeint?" == gap.closings[0].text("de")


def test_without_needs_a_broader_mark_serves() -> None:
    net = (
        base()
        .provides("VHS", "Kurs", audiences=["Beschäftigte"])
        .provides("AWO", "Rat", audiences=["Minijob"], polarity="no")
    )
    assert [] == kinds(net, kinds=("A",))


def test_what_has_ended_serves_nobody_and_could_go_on() -> None:
    (gap,) = gaps(served(valid_until=TODAY - timedelta(days=1)))
    assert ("A2", "ended", "renew") == (gap.sub, gap.reason, gap.closings[0].what)


def test_a_provision_only_referrals_imply_does_not_close_a_need() -> None:
    assert [("A2", "implied")] == kinds(served(combined=8))


def test_covered_by_the_needs_table_is_no_gap() -> None:
    assert [] == kinds(base().need("Minijob", "Sprache", kind="covered"))


def test_served_but_reached_from_one_door_only_is_half_a_gap_of_kind_b() -> None:
    net = (
        served(access="referral")
        .refers("JC", "VHS")
        .door("JC", "Minijob")
        .door("Tafel", "Beschäftigte")
        .door("X", "Zunft")
    )
    (gap,) = gaps(net, kinds=("B",))
    assert ("no_referral", 500) == (gap.reason, gap.weight)
    assert (["Tafel"], ["JC"]) == (
        [actor.label for actor in gap.unreachable_from],
        [actor.label for actor in gap.reachable_from],
    )
    assert "Verweis verabreden: Tafel → VHS (Kurs)" == gap.closings[0].text("de")
    net.refers("Tafel", "JC")
    assert [] == gaps(net, kinds=("B",))


def test_an_open_offer_is_reached_from_everywhere() -> None:
    assert [] == kinds(served(access="registration").door("JC"), kinds=("B",))


def test_without_doors_it_is_enough_that_somebody_refers() -> None:
    net = served(access="referral")
    assert [("B", "no_referral_at_all")] == kinds(net, kinds=("B",))
    assert [] == kinds(net.refers("JC", "VHS"), kinds=("B",))


def test_unknown_access_without_agreed_way_is_reported_apart() -> None:
    answer = Gaps(day=TODAY, kinds=("B",)).answer(served(access="unknown").view())
    assert ((), ["no_agreed_way"]) == (answer.gaps, [gap.reason for gap in answer.no_agreed_way])
    assert ("no_referrals", "no_doors") == answer.notes


def test_a_project_nobody_coordinates_is_reached_by_nobody() -> None:
    net = served()
    net.rows["actor"][0]["kind"] = "project"
    assert [("B", "no_organiser")] == kinds(net, kinds=("B",))


def test_an_instrument_without_provider_reaches_nobody() -> None:
    net = base().provides(None, "Gutschein", audiences=["Minijob"], themes=["Sprache"]).need("Minijob", "Sprache")
    assert [("B", "no_provider")] == kinds(net, kinds=("B",))


def test_one_provider_carries_it_however_many_offers_he_has() -> None:
    net = served().provides("VHS", "Kurs 2", audiences=["Minijob"], themes=["Sprache"])
    (gap,) = gaps(net, kinds=("D",))
    assert ("one_actor", ["VHS"]) == (gap.reason, [carrier.text() for carrier in gap.carried_by])
    net.provides("AWO", "Kurs", audiences=["Minijob"], themes=["Sprache"])
    assert [] == gaps(net, kinds=("D",))


def test_one_referral_carries_it_when_all_ways_use_it() -> None:
    net = served(access="referral").provides(
        "AWO", "Kurs", audiences=["Minijob"], themes=["Sprache"], access="referral"
    )
    net.door("JC").door("Tafel").refers("JC", "Caritas").refers("Tafel", "Caritas")
    net.refers("Caritas", "Netz").refers("Netz", "VHS").refers("Netz", "AWO")
    (gap,) = gaps(net, kinds=("D",))
    assert ["Caritas", "Netz", "Caritas → Netz"] == [carrier.text() for carrier in gap.carried_by]
    net.refers("Caritas", "VHS")
    assert ["Caritas"] == [carrier.text() for gap in gaps(net, kinds=("D",)) for carrier in gap.carried_by]


def test_the_only_door_of_a_group_is_not_what_a_cell_hangs_on() -> None:
    net = served(access="referral").provides(
        "AWO", "Kurs", audiences=["Minijob"], themes=["Sprache"], access="referral"
    )
    net.door("JC").refers("JC", "VHS").refers("JC", "AWO")
    assert [] == gaps(net, kinds=("D",))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [(("actor/VHS", ""), []), (("actor-type/Amt", "theme/Sprache"), []), (("actor/VHS", "theme/Recht"), ["VHS"])],
)
def test_sole_competence_by_law_is_no_gap(rule: tuple[str, str], expected: list[str]) -> None:
    net = served()
    net.rows["actor"][0]["types"] = [net.concept("actor-type/Amt")]
    found = gaps(net, kinds=("D",), statutory=(rule,))
    assert expected == [carrier.text() for gap in found for carrier in gap.carried_by]


def test_what_ends_before_the_horizon_is_f_unless_something_goes_on() -> None:
    net = served(valid_until="2027-03-31")
    (gap,) = gaps(net, kinds=("F",))
    assert ("ends", "2027-03-31") == (gap.reason, str(gap.until))
    net.provides("AWO", "Kurs", audiences=["Minijob"], themes=["Sprache"])
    assert [] == gaps(net, kinds=("F",))


def test_a_need_for_a_group_ends_with_those_who_name_it() -> None:
    net = served(valid_until="2027-03-31").provides("AWO", "Kurs", audiences=["Beschäftigte"], themes=["Sprache"])
    assert [("F", "ends")] == kinds(net, kinds=("F",))


def test_projects_without_a_known_end_are_listed_apart() -> None:
    net = served()
    net.rows["actor"][0]["kind"] = "project"
    answer = Gaps(day=TODAY, kinds=("F",)).answer(net.view())
    assert ((), ["end_unknown"]) == (answer.gaps, [gap.reason for gap in answer.end_unknown])
    assert ["ask_end"] == [closing.what for closing in answer.end_unknown[0].closings]


def test_an_accepted_gap_is_hidden_until_its_review_is_overdue() -> None:
    net = base().need("Minijob", "Sprache", "Olpe")
    net.accepted("A", "Minijob", review_on=TODAY, owner="Beirat", reason="2027")
    answer = Gaps(day=TODAY).answer(net.view())
    assert ((), ["Beirat"]) == (answer.gaps, [gap.acceptance.owner for gap in answer.accepted if gap.acceptance])
    later = Gaps(day=TODAY + timedelta(days=1)).answer(net.view())
    assert [True] == [gap.acceptance.overdue for gap in later.gaps if gap.acceptance]


@pytest.mark.parametrize(
    ("accepted", "hidden"),
    [
        (("A2", None, None, "Kreis"), True),
        (("B", None, None, None), False),
        (("", None, "Recht", None), False),
        (("A1", None), False),
    ],
)
def test_an_acceptance_is_about_its_kind_and_cell(accepted: tuple[str | None, ...], hidden: bool) -> None:
    net = base().region("Kreis", "Olpe", "Siegen").need("Minijob", "Sprache", "Olpe")
    net.accepted(*accepted)  # type: ignore[arg-type]
    assert hidden == (not gaps(net))


def test_closings_start_with_what_is_cheapest() -> None:
    net = base().need("Minijob", "Sprache", "Olpe").region("Kreis", "Olpe", "Siegen")
    net.provides("Frage", "Kurs", themes=["Sprache"], regions=["Olpe"])
    net.provides("Gebiet", "Kurs", audiences=["Minijob"], themes=["Sprache"], regions=["Siegen"])
    net.provides("Thema", "Kurs", audiences=["Minijob"], themes=["Recht"], regions=["Kreis"])
    net.provides("Gruppe", "Kurs", audiences=["Zunft"], themes=["Sprache"], regions=["Kreis"])
    (gap,) = gaps(net, closings=9)
    assert [
        ("ask_audience", "Frage"),
        ("extend_region", "Gebiet"),
        ("extend_theme", "Thema"),
        ("extend_group", "Gruppe"),
        ("new_offer", ""),
    ] == [(closing.what, closing.actor.label if closing.actor else "") for closing in gap.closings]


def test_the_heaviest_gap_comes_first() -> None:
    net = base().need("Minijob", "Sprache", weight=500).need("Minijob", "Recht", weight=2000).need("Beschäftigte", None)
    assert [2000, 1000, 500] == [gap.weight for gap in gaps(net)]


def test_an_empty_network_has_no_gap_and_says_what_is_missing() -> None:
    answer = Gaps(day=TODAY).answer(Network().view())
    assert ((), ("no_referrals", "no_needs", "no_doors")) == (answer.gaps, answer.notes)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(QuestionError, match="Q"):
        Gaps(kinds=("Q",)).answer(Network().view())  # type: ignore[arg-type]


def test_the_answer_is_plain_data_and_a_table() -> None:
    answer = Gaps(day=TODAY).answer(served().view())
    (gap,) = json.loads(json.dumps(answer.to_dict()))["gaps"]
    assert ("D", "VHS") == (gap["kind"], gap["carried_by"][0]["actor"]["label"])
    (row,) = answer.to_rows("en")
    assert ("Everything hangs on: VHS.", list(answer.columns("en"))) == (row["reason"], list(row))
    assert "open" == row["open_or_not"]


def test_the_table_also_holds_what_is_accepted_or_a_question_and_says_so() -> None:
    net = base().need("Minijob", "Sprache", "Olpe").need("Minijob", "Recht", "Olpe")
    net.accepted("A", "Minijob", "Sprache", review_on=TODAY, owner="Beirat", reason="wird erhoben")
    said = [row["open_or_not"] for row in Gaps(day=TODAY).answer(net.view()).to_rows("de")]
    until = TODAY.strftime("%d.%m.%Y")
    assert ["offen", f"hingenommen von Beirat bis {until}: wird erhoben"] == said
    later = Gaps(day=TODAY + timedelta(days=1)).answer(net.view()).to_rows("en")
    marked = f"open; was accepted by Beirat until {TODAY}, to be decided anew: wird erhoben"
    assert {"open", marked} == {row["open_or_not"] for row in later}


@pytest.mark.parametrize(("asked", "found"), [("A", ["A2"]), ("A2", ["A2"]), ("A1", [])])
def test_one_may_ask_for_one_sort_of_a_alone(asked: Any, found: list[str]) -> None:
    net = base().need("Minijob", "Sprache", "Olpe")
    assert found == [gap.sub for gap in Gaps(day=TODAY, kinds=(asked,)).answer(net.view()).gaps]
