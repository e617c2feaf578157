"""What makes two statements the same, and what happens when two places say the same."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.evidence import Cell
from graph.statement import Literal, Mention, Statement, unite

VHS = Mention("VHS Hagen", "Actor")


def said(**changes: object) -> Statement:
    base = Statement("matrix.xlsx", VHS, "offers", Mention("Bildungsberatung", "Offer"), evidence=(Cell("M", "B2"),))
    return replace(base, **changes)  # type: ignore[arg-type]


def test_a_key_stays_the_same_from_version_to_version() -> None:
    written = said(conditions=(("audience", '"Frauen"\n'), ("region", "Köln")), object=Literal("Blatt\\1"))
    expected = '["matrix.xlsx",["m","VHS Hagen","Actor",""],"offers",["l","Blatt\\\\1"],"yes","asserted",'
    expected += '[["audience","\\"Frauen\\"\\n"],["region","Köln"]]]'
    assert hashlib.blake2b(expected.encode("utf-8"), digest_size=16).hexdigest() == written.key


def test_an_inserted_row_changes_no_key() -> None:
    assert said().key == said(evidence=(Cell("M", "B99"),), original="X", last_verified="2026-01-01").key


def test_source_conditions_polarity_and_scope_are_part_of_the_key() -> None:
    changed = [
        said(source="other.xlsx"),
        said(conditions=(("region", "Olpe"),)),
        said(polarity="no"),
        said(modality="planned"),
        said(subject=Mention("VHS Hagen", "Actor", "Blatt 1")),
        said(object=Literal("Bildungsberatung")),
    ]
    assert len(changed) + 1 == len({said().key, *(statement.key for statement in changed)})


def test_labels_that_only_join_alike_have_different_keys() -> None:
    one = Statement("s", Mention("a b", "Actor"), "alias", Literal("c"))
    other = Statement("s", Mention("a", "Actor"), "alias", Literal("b c"))
    assert one.key != other.key


def test_the_surer_reading_names_the_method() -> None:
    readings = [
        said(tier="low", method="llm:m@1"),
        said(tier="medium", method="rules/1"),
        said(tier="medium", method="x"),
    ]
    for order in (readings, readings[::-1]):
        (united,) = unite(order)
        assert ("medium", "rules/1") == (united.tier, united.method)


def test_equal_keys_unite_their_evidence_and_keep_differing_details() -> None:
    one = said(details=(("note", "u25"),))
    other = said(details=(("note", "u27"),), evidence=(Cell("M", "C3"),), last_verified="2026-05-01", tier="medium")
    (united,) = unite([one, other])
    assert (Cell("M", "B2"), Cell("M", "C3")) == united.evidence
    assert ("u25", "u27") == united.detail("note")
    assert "2026-05-01" == united.last_verified
    assert "high" == united.tier


@given(
    st.permutations(
        [said(), said(polarity="no"), said(evidence=(Cell("M", "C3"),)), said(source="b"), said(original="x")]
    )
)
def test_uniting_does_not_depend_on_order(statements: list[Statement]) -> None:
    assert unite(
        [said(), said(polarity="no"), said(evidence=(Cell("M", "C3"),)), said(source="b"), said(original="x")]
    ) == unite(statements)


@given(st.permutations(range(3)))
def test_a_reading_of_low_confidence_adds_its_place_and_no_details_to_a_better_one(order: list[int]) -> None:
    readings = [
        said(details=(("note", "u25"),), tier="high"),
        said(details=(("note", "u27"),), evidence=(Cell("M", "C3"),), tier="low"),
        said(details=(("note", "u30"),), evidence=(Cell("M", "D4"),), tier="low"),
    ]
    (united,) = unite([readings[at] for at in order])
    assert (Cell("M", "B2"), Cell("M", "C3"), Cell("M", "D4")) == united.evidence
    assert ("u25",) == united.detail("note")
    (unsure,) = unite(readings[1:])
    assert ("u27", "u30") == unsure.detail("note")
