"""Statements in order: by place, each label and each set of conditions numbered, whatever order they came in."""

from __future__ import annotations

import gc
import pickle
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.pause import collector_paused
from graph.said import NOTHING, in_order, place_order
from graph.statement import Literal, Mention, Statement, unite
from graph.terms import Terms
from tests.graph.saying import Sayings
from tests.graph.store_strategies import statement_lists


@settings(max_examples=30, deadline=None)
@given(statement_lists(max_size=12), st.randoms(use_true_random=False))
def test_the_order_they_came_in_does_not_matter(statements: list[Statement], chance: Random) -> None:
    mixed = [*statements]
    chance.shuffle(mixed)
    one, other = in_order(statements), in_order(mixed)
    assert one.statements == other.statements
    assert (one.terms, one.subjects, one.objects) == (other.terms, other.subjects, other.objects)
    assert (one.narrowings, one.narrowed) == (other.narrowings, other.narrowed)


@settings(max_examples=30, deadline=None)
@given(statement_lists(max_size=12))
def test_numbers_say_what_the_statements_say(statements: list[Statement]) -> None:
    said = in_order(statements)
    assert sorted(statements, key=lambda one: (place_order(one), one.key)) == list(said)
    for row, one in enumerate(said):
        subject, target = said.terms[said.subjects[row]], said.terms[said.objects[row]]
        assert (one.source, one.subject) == (subject.source, Mention(subject.label, subject.kind, subject.scope))
        if isinstance(one.object, Literal):
            assert NOTHING == said.objects[row]
        else:
            assert one.object == Mention(target.label, target.kind, target.scope)
        narrowing = said.narrowings[said.narrowed[row]]
        assert (one.source, one.subject.scope, one.conditions) == tuple(narrowing)
        assert one.key == said.keys[row]


@settings(max_examples=30, deadline=None)
@given(statement_lists(max_size=12), st.data())
def test_chosen_statements_keep_their_numbers(statements: list[Statement], data: st.DataObject) -> None:
    said = in_order(statements)
    chosen = [data.draw(st.booleans()) for _ in said]
    kept = said.only(chosen)
    rows = [row for row, wanted in enumerate(chosen) if wanted]
    assert [said.statements[row] for row in rows] == list(kept)
    assert [said.terms[said.objects[row]] for row in rows] == [kept.terms[number] for number in kept.objects]


def test_what_is_in_order_is_not_ordered_again() -> None:
    said = in_order(Sayings().say("VHS Hagen", "offers", "Kochkurs").statements)
    assert said is in_order(said)


def test_a_row_further_down_comes_later_though_its_text_sorts_first() -> None:
    said = Sayings().say("B", "remark", "b", cell="B10").say("A", "remark", "a", cell="B9")
    assert ["A", "B"] == [one.subject.label for one in in_order(said.statements)]


def test_a_label_is_first_used_where_it_first_stands() -> None:
    said = (
        Sayings().say("A", "forAudience", "Frauen", cell="B3").say("B", "offers", "Kurs", audience="Frauen", cell="B2")
    )
    first = Terms.of(in_order(said.statements)).concepts
    assert ["B"] == [one.subject.label for (kind, *_), one in first.items() if kind == "TargetGroup"]


def test_the_kind_of_an_accepted_gap_is_no_kind_of_offer() -> None:
    said = Sayings().say("A", "gapAccepted", "Sprache", kind="Actor").say("A", "offers", "Kurs")
    gap = replace(said.statements[0], conditions=(("kind", "A1"),))
    offer = replace(said.statements[1], conditions=(("kind", "Sprachkurs"),))
    labels = [label for kind, _, _, label in Terms.of(in_order([gap, offer])).concepts if kind == "OfferType"]
    assert ["Sprachkurs"] == labels


def test_a_kept_key_belongs_to_what_is_said() -> None:
    one = Sayings().say("VHS Hagen", "offers", "Kochkurs").statements[0]
    key = one.key
    assert key != replace(one, polarity="no").key
    assert key == replace(one, tier="low").key == pickle.loads(pickle.dumps(one)).key
    assert one == Sayings().say("VHS Hagen", "offers", "Kochkurs").statements[0]
    assert [key] == [both.key for both in unite([one, replace(one, original="anders")])]


def test_the_collector_goes_on_after_a_pause_and_finds_circles_made_meanwhile() -> None:
    class Ring:
        def __init__(self) -> None:
            self.own = self

    was_on = gc.isenabled()
    gc.enable()
    try:
        gc.collect()
        with collector_paused():
            assert not gc.isenabled()
            for _ in range(50):
                Ring()
        assert gc.isenabled()
        assert 0 == gc.get_freeze_count()
        assert gc.collect() >= 50
    finally:
        if not was_on:
            gc.disable()
