"""Where sources disagree, and that facts depend on nothing but what is said."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.columns import pack
from graph.decisions import Decisions, Review
from graph.layout import LAYOUT
from tests.graph.saying import Sayings

COURSE = "offer/vhs-hagen/kochkurs"


def disagreeing(publisher: str = "", yes: str = "", no: str = "") -> Sayings:
    said = Sayings().source("b", publisher=publisher)
    said.say("VHS Hagen", "offers", "Kochkurs", last_verified=yes)
    return said.say("VHS Hagen", "offers", "Kochkurs", source="b", polarity="no", last_verified=no)


class TestDisagreement:
    def test_the_providers_own_word_comes_before_a_third_partys(self) -> None:
        read = disagreeing(publisher="Volkshochschule Hagen", yes="2025-01-01").read()
        assert [("no", "own")] == [(row["polarity"], read.row("conflict")["settled"]) for row in read.rows("provision")]

    def test_then_the_later_word(self) -> None:
        read = disagreeing(yes="2025-01-01", no="2024-01-01").read()
        assert ["yes"] == [row["polarity"] for row in read.rows("provision")]
        assert "later" == read.row("conflict")["settled"]

    def test_the_later_document_is_later_where_nobody_vouches(self) -> None:
        read = disagreeing().source("a", stated_on="2024-01-01").source("b", stated_on="2025-01-01").read()
        assert ["no"] == [row["polarity"] for row in read.rows("provision")]

    def test_a_tie_leaves_both_standing(self) -> None:
        read = disagreeing(yes="2025-01-01").read()
        assert ["no", "yes"] == sorted(row["polarity"] for row in read.rows("provision"))
        conflict = read.row("conflict")
        assert ("", ["Blatt!B2"], ["Blatt!B3"]) == (conflict["settled"], conflict["one"], conflict["other"])

    def test_what_lost_stays_as_evidence_of_the_conflict(self) -> None:
        read = disagreeing(publisher="VHS Hagen").read()
        assert ["Blatt!B2"] == read.row("conflict")["other"]
        assert ["Blatt!B3"] == read.row("provision")["evidence"]

    def test_the_same_claim_in_two_forms_is_one_claim(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Kochkurs", audience="Frauen")
        said.say("VHS Hagen", "forAudience", "Frauen", offer="Kochkurs", polarity="no")
        assert 1 == len(said.read().rows("conflict"))

    def test_a_partial_yes_is_no_conflict_with_a_full_one(self) -> None:
        said = (
            Sayings().say("VHS Hagen", "offers", "Kochkurs").say("VHS Hagen", "offers", "Kochkurs", polarity="partly")
        )
        assert [] == said.read().rows("conflict")

    def test_places_that_describe_one_statement_differently_are_reported(self) -> None:
        said = (
            Sayings()
            .say("VHS Hagen", "forAudience", "Frauen", weight="1")
            .say("VHS Hagen", "forAudience", "Frauen", weight="2")
        )
        assert ["VN4134"] == said.read().codes()


class TestAcceptance:
    def test_low_confidence_makes_no_fact_unless_a_person_accepts(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Kochkurs", tier="low")
        assert [] == said.read().rows("provision")
        accepted = Decisions(reviews=(Review(said.statements[0].key, "accepted"),))
        assert 1 == len(said.read(accepted).rows("provision"))

    def test_what_a_person_rejected_makes_no_fact(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Kochkurs")
        rejected = Decisions(reviews=(Review(said.statements[0].key, "rejected"),))
        assert [] == said.read(rejected).rows("actor")


ACTORS = ["VHS Hagen", "Volkshochschule Hagen", "Jobcenter Hagen", "JC", "Lernhaus Lenne"]
GROUPS = ["Frauen", "Männer", "Frauen und Eltern", "Tiefseetaucher"]
THEMES = ["Sprache", "Anerkennung", "Tauchen"]
OFFERS = ["Kochkurs", "Anerkennungsberatung", "BBiE"]
PLACES = ["Hagen", "Kreis Olpe", "Märkische Region", "Nirgendwo"]

conditions = st.fixed_dictionaries(
    {},
    optional={
        "audience": st.sampled_from(GROUPS), "theme": st.sampled_from(THEMES), "region": st.sampled_from(PLACES),
        "offer": st.sampled_from(OFFERS), "age_below": st.sampled_from(["25", "35"]), "legal_basis": st.just("SGB II"),
        "restriction": st.just("nur vormittags"), "valid_until": st.sampled_from(["2026-12-31", "bald"]),
        "note": st.just("gern"), "exclusive": st.just("true"), "handover": st.sampled_from(["Information", "Termin vereinbart"]),
        "last_verified": st.sampled_from(["2024-01-01", "2025-01-01"]), "polarity": st.sampled_from(["partly", "no"]),
        "source": st.sampled_from(["a", "b"]), "scope": st.just("Hagen"), "access": st.just("open"),
    },
)  # fmt: skip
sentences = st.one_of(
    st.tuples(st.sampled_from(ACTORS), st.just("offers"), st.sampled_from(OFFERS), conditions),
    st.tuples(st.sampled_from(ACTORS), st.just("forAudience"), st.sampled_from(GROUPS), conditions),
    st.tuples(st.sampled_from(ACTORS), st.just("onTheme"), st.sampled_from(THEMES), conditions),
    st.tuples(st.sampled_from(ACTORS), st.just("inRegion"), st.sampled_from(PLACES), conditions),
    st.tuples(st.sampled_from(ACTORS), st.just("refersTo"), st.sampled_from(ACTORS), conditions),
    st.tuples(st.sampled_from(ACTORS), st.just("cost"), st.sampled_from(["10 €", "kostenlos"]), conditions),
    st.tuples(st.sampled_from(ACTORS), st.just("access"), st.sampled_from(["open", "referral"]), conditions),
    st.tuples(st.just("Jobcenter Hagen"), st.just("alias"), st.just("JC"), st.just({})),
)


def saying(lines: list[tuple[str, str, str, dict[str, Any]]]) -> Sayings:
    said = Sayings().source("a", publisher="Jobcenter Hagen", stated_on="2025-01-01").source("b")
    for subject, predicate, target, more in lines:
        said.say(subject, predicate, target, **more)
    return said


@settings(max_examples=40, deadline=None)
@given(st.lists(sentences, max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_statements_changes_no_byte(lines: list[Any], chance: random.Random) -> None:
    said = saying(lines)
    expected = said.facts()
    chance.shuffle(said.statements)
    found = said.facts()
    assert pack(expected.rows, LAYOUT) == pack(found.rows, LAYOUT)
    assert expected.issues == found.issues


@settings(max_examples=40, deadline=None)
@given(st.lists(sentences, max_size=10))
def test_saying_everything_twice_changes_no_fact(lines: list[Any]) -> None:
    once, twice = saying(lines), saying(lines)
    twice.statements *= 2
    assert pack(once.facts().rows, LAYOUT) == pack(twice.facts().rows, LAYOUT)


@settings(max_examples=40, deadline=None)
@given(st.lists(sentences, max_size=10))
def test_every_fact_has_evidence_and_every_mark_is_used(lines: list[Any]) -> None:
    said = saying(lines)
    read = said.read()
    for table, columns in LAYOUT.items():
        if "evidence" in columns:
            assert all(row["evidence"] for row in read.facts.rows[table])
    used = {
        number
        for table in ("provision", "referral", "offer", "actor", "conflict")
        for row in read.facts.rows[table]
        for name in ("evidence", "one", "other")
        for number in row.get(name, ())
    }
    marks = {
        statement.key
        for statement in said.statements
        if statement.predicate in ("offers", "forAudience", "onTheme", "refersTo")
    }
    keys = read.view.table("evidence").text("statement")
    assert marks <= {keys[number] for number in used}


@pytest.mark.parametrize("removed", range(4))
def test_removing_a_source_removes_exactly_what_only_it_says(removed: int) -> None:
    said = Sayings()
    for number in range(4):
        said.say("VHS Hagen", "offers", "Kochkurs", source=f"s{number}")
        said.say("VHS Hagen", "offers", f"Kurs {number}", source=f"s{number}")
    said.statements = [statement for statement in said.statements if statement.source != f"s{removed}"]
    rest = [number for number in range(4) if number != removed]
    expected = sorted([COURSE, *(f"offer/vhs-hagen/kurs-{number}" for number in rest)])
    assert expected == [row["id"] for row in said.read().rows("offer")]
