"""What of the guideline's points there is evidence for: shown with its cells, never added up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from queries.maturity import Maturity
from queries.maturity_answer import Criterion, Decision, Indicator, MaturityAnswer, Value
from queries.maturity_criteria import cues, points
from queries.maturity_finders import FINDERS
from queries.maturity_seen import Space
from queries.maturity_words import named_in, says_so
from queries.references import EvidenceRef
from tests.queries.network import TODAY, Network
from tests.queries.schemas import assert_valid
from tests.queries.small_networks import Small, networks

GUIDELINE = {
    "2.1": ["open-to-all", "responsibility", "permanence", "steering-body", "space"],
    "2.2": [
        "audiences", "counselling", "common-needs", "joint-offers", "funding", "recognition", "one-piece", "umbrella",
        "virtual", "physical", "success",
    ],
    "3": ["evaluation"],
}  # fmt: skip


def maturity(net: Network, **more: Any) -> MaturityAnswer:
    answer = Maturity(TODAY, **more).answer(net.view())
    assert_valid("maturity", answer.to_dict())
    return answer


def of(answer: MaturityAnswer, name: str) -> Criterion:
    return next(one for one in answer.criteria if one.id == name)


def told(answer: MaturityAnswer, name: str, language: str = "de") -> list[str]:
    return [text for text, _ in of(answer, name).sentences(language)]


def seated(*members: tuple[str, str], **more: Any) -> Network:
    net = Network()
    for name, kind in members:
        net.actor(name, types=[kind])
    net.actor("Beirat", kind="board", **more)
    for name, _ in members:
        net.member(name, "Beirat")
    return net


def test_every_point_of_the_guideline_is_there_in_its_order() -> None:
    found: dict[str, list[str]] = {}
    for point in points():
        found.setdefault(point.chapter, []).append(point.id)
    assert GUIDELINE == found


def test_every_finder_named_in_the_data_exists_and_every_sentence_can_be_written_in_both_languages() -> None:
    named = {side.finder for point in points() for side in point.sides if side.finder}
    assert set(FINDERS) == named
    for point in points():
        for side in point.sides:
            assert all(side.title.values())
            assert bool(side.finder) == all(side.found.values())
            for text in side.found.values():
                text.format(count=1, all=2, who="x", what="y", words="z")
            if "cues" in side.given:
                assert cues(side.given["cues"])


def test_an_empty_graph_leaves_everything_unknown_and_says_so() -> None:
    answer = maturity(Network())
    assert {"unknown"} == {one.outcome for one in answer.criteria}
    assert all(one.open("de") for one in answer.criteria)
    assert ("no_indicators",) == answer.notes


def test_there_is_no_score_nowhere() -> None:
    net = seated(("JC", "arbeitsverwaltung"), ("VHS", "bildungseinrichtung"), ("IHK", "kammer"))
    plain = str(maturity(net).to_dict()) + str(maturity(net).to_rows("en"))
    assert not [word for word in ("score", "percent", "%", "grade", "level") if word in plain.casefold()]


def test_members_of_several_kinds_speak_for_openness_and_neutrality_stays_open() -> None:
    net = seated(("JC", "arbeitsverwaltung"), ("VHS", "bildungseinrichtung"), ("IHK", "kammer"))
    answer = maturity(net)
    assert "evidence" == of(answer, "open-to-all").outcome
    assert ["ob Neutralität gesichert ist"] == of(answer, "open-to-all").open("de")
    few = maturity(seated(("JC", "arbeitsverwaltung"), ("AA", "arbeitsverwaltung")))
    assert "unknown" == of(few, "open-to-all").outcome


def test_responsibility_counts_where_it_is_agreed_and_names_the_cells() -> None:
    net = Network().refers("JC", "VHS", responsibility="receiver", place="Liste!B2")
    net.refers("AA", "VHS", responsibility="not-agreed").refers("AA", "JC", cost_bearer="nicht vereinbart")
    found = of(maturity(net), "responsibility")
    ((text, evidence),) = found.sentences("de")
    assert "Bei 1 von 3 Verweisen steht, wer verantwortlich ist (receiver)" == text
    assert ["matrix.xlsx!Liste!B2"] == [str(place) for place in evidence]
    assert ["wer bei Verweisen welche Kosten trägt"] == found.open("de")


@pytest.mark.parametrize(("remark", "known"), [
    ("tagt vierteljährlich", True),
    ("zweimal im Jahr", True),
    ("gegründet im Jahr 2019", False),
    ("Treffen alle zwei Monate im Kreishaus", True),
    ("tagt nicht regelmäßig", False),
    ("halbjährliche Sitzung geplant", False),
    ("gemeinsamer Termin bei der Federführung", False),
])  # fmt: skip
def test_how_often_a_body_meets_is_read_from_what_is_remarked_of_it(remark: str, known: bool) -> None:
    net = seated(("JC", "arbeitsverwaltung"), remark=remark)
    assert known == any(remark in text for text in told(maturity(net), "steering-body"))


def test_a_cue_is_no_evidence_where_it_is_taken_back() -> None:
    assert says_so("Eine Dachmarke steht auf allen Flyern", "brand")
    assert not says_so("Dachmarke: noch offen", "brand")
    assert not says_so("", "brand")


def test_a_note_names_a_body_in_full_or_by_what_it_is() -> None:
    assert named_in("Schwerpunkt des Beirats", "Beirat Fachkräfte Mark")
    assert named_in("laut Netz Arbeit", "Netz Arbeit")
    assert not named_in("regionale Sicht", "Regionale Konferenz")


def test_who_only_pays_does_not_carry_an_offer() -> None:
    net = Network()
    net.actor("Projekt", kind="project")
    net.provides("Projekt", "Kurs").member("VHS", "Projekt", role="coordinator").member("ESF", "Projekt", role="funder")
    assert [] == told(maturity(net), "joint-offers")
    net.member("JC", "Projekt", role="partner")
    assert ["Projekt: getragen von 2 Stellen"] == told(maturity(net), "joint-offers")


def test_a_shared_address_speaks_for_a_place_unless_one_is_part_of_the_other() -> None:
    net = Network().contact("A", "address", "Ring 1, Hagen").contact("B", "address", "Ring 1,  Hagen")
    assert ["Dieselbe Adresse: A, B"] == told(maturity(net), "physical")
    net = Network().contact("A", "address", "Ring 1, Hagen")
    net.actor("Team", unit_of="A")
    net.contact("Team", "address", "Ring 1, Hagen")
    assert [] == told(maturity(net), "physical")


def test_recognition_needs_an_offer_a_way_and_the_iq_network() -> None:
    net = Network()
    net.actor("IQ Hagen", types=["iq-netzwerk"])
    net.offer("IQ Hagen", "Anerkennung", type="anerkennungsberatung")
    net.provides("IQ Hagen", "Anerkennung").refers("JC", "IQ Hagen", themes=("anerkennung",))
    answer = of(maturity(net), "recognition")
    assert [1, 1, 1] == [found.count for aspect in answer.aspects for found in aspect.found]


def test_the_space_of_the_configuration_is_cited() -> None:
    place = EvidenceRef("verweisnetz.toml", "[region] space", "Mark", ())
    ((text, evidence),) = of(maturity(Network(), space=Space("Mark", (place,))), "space").sentences("en")
    assert ("Space: Mark", (place,)) == (text, evidence)


def test_what_people_solved_otherwise_is_neither_evidence_nor_open() -> None:
    said = Decision("physical", "otherwise", "Beirat", TODAY, "Sprechstunden wandern")
    answer = of(maturity(Network(), decisions=(said,)), "physical")
    assert ("otherwise", []) == (answer.outcome, answer.open("de"))
    assert ["Bewusst anders gelöst (Beirat, 23.11.2026): Sprechstunden wandern"] == [
        text for text, _ in answer.sentences("de")
    ]


def test_the_latest_word_counts_and_one_of_tomorrow_does_not_yet() -> None:
    early = Decision("brand", "otherwise", "", TODAY - timedelta(days=9), "")
    early = replace(early, criterion="umbrella")
    late = replace(early, decision="present", on=TODAY)
    tomorrow = replace(early, on=TODAY + timedelta(days=1))
    answer = of(maturity(Network(), decisions=(late, tomorrow, early)), "umbrella")
    assert ("evidence", (early, late)) == (answer.outcome, answer.said)


def test_indicators_are_shown_as_they_are() -> None:
    first = Value("18", TODAY - timedelta(days=300), "Liste", "")
    again = Value("36", TODAY, "", "zweite Runde")
    counted = Indicator("Verweise", "Verweise", "60", TODAY + timedelta(days=100), (first, again))
    waiting = Indicator("Ankunft", "", "", None, ())
    answer = maturity(Network(), indicators=(counted, waiting))
    assert [
        ("60 Verweise bis 03.03.2027", "27.01.2026: 18 Verweise (Liste); 23.11.2026: 36 Verweise (zweite Runde)"),
        ("kein Ziel genannt", "noch kein Wert"),
    ] == [(one.aim("de"), one.course("de")) for one in answer.indicators]
    assert ["1 Ziele: Verweise"] == told(answer, "success")
    assert ["1 von 2 Indikatoren haben einen Wert", "1 von 2 Indikatoren haben Werte von mehreren Tagen"] == told(
        answer, "evaluation"
    )


@settings(max_examples=60)
@given(networks)
def test_nothing_depends_on_the_order_of_rows_and_evidence_is_never_without_a_place(small: Small) -> None:
    answer = Maturity(TODAY).answer(small.view())
    assert_valid("maturity", answer.to_dict())
    assert answer == Maturity(TODAY).answer(replace(small, order=small.order + 1).view())
    for criterion in answer.criteria:
        for text, evidence in criterion.sentences("de"):
            assert evidence, text
