"""What a label names: thousands of labels as people write them, each kind with what it must and must not be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from loaders.matrix import kinds

LABELS = Path(__file__).parents[2] / "ontology" / "labels"
FILES = {"offer": "offers", "audience": "audiences", "theme": "themes", "actor": "actors", "type": "types"}
FIRST = {"offer": 0.95, "audience": 0.97, "theme": 0.93, "actor": 0.91, "type": 0.8}
"""Which part of each list must come out as its kind; offers and themes share words, bare types names of actors."""
LATER = {"offer": 0.86, "audience": 0.88, "theme": 0.85, "actor": 0.86}
"""The same for the lists that were written after the rules."""


def _lines(name: str) -> Iterator[str]:
    lines = (LABELS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return (line for line in lines if line and not line.startswith("#"))


@cache
def _read(label: str) -> str:
    """Return the kind the reader goes by: the surest one, of equals the first of ``kinds.KINDS``."""
    weights = kinds.weights(label)
    return max(weights, key=lambda kind: (weights[kind], -kinds.KINDS.index(kind))) if weights else ""


@pytest.mark.parametrize(("kind", "floor"), FIRST.items())
def test_labels_are_read_as_what_they_are(kind: str, floor: float) -> None:
    labels = list(_lines(FILES[kind]))
    assert sum(_read(label) == kind for label in labels) >= floor * len(labels)


@pytest.mark.parametrize(("kind", "floor"), LATER.items())
def test_labels_of_later_lists_are_read_as_what_they_are(kind: str, floor: float) -> None:
    labels = list(_lines(f"later/{FILES[kind]}"))
    assert sum(_read(label) == kind for label in labels) >= floor * len(labels)


@pytest.mark.parametrize("kind", ["offer", "audience", "theme", "actor"])
def test_labels_of_other_kinds_are_hardly_ever_read_as_this_one(kind: str) -> None:
    own = sum(_read(label) == kind for label in _lines(FILES[kind]))
    other = [label for name, file in FILES.items() if name != kind for label in _lines(file)]
    assert len(other) > 1000
    wrong = [label for label in other if _read(label) == kind]
    assert len(wrong) <= 0.06 * own, wrong


@pytest.mark.parametrize("name", ["nothing", "later/nothing"])
def test_marks_remarks_sentences_and_headers_name_nothing(name: str) -> None:
    labels = list(_lines(name))
    named = [label for label in labels if kinds.weights(label)]
    assert len(named) <= 0.04 * len(labels), named


def test_a_label_that_begins_or_ends_like_another_kind_is_read_by_its_head() -> None:
    rows = [line.split("\t") for line in _lines("traps")]
    wrong = [(kind, label, _read(label)) for kind, label in rows if _read(label) != kind]
    assert len(rows) > 150
    assert len(wrong) <= 0.03 * len(rows), wrong


def test_bare_kinds_of_institutions_are_not_one_institution() -> None:
    named = [label for label in _lines("types") if kinds.known("actor", label)]
    assert len(named) <= 14, named  # forms that stand for the one of a region: "Jobcenter", "Agenturen für Arbeit"


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("offer", "Schweißerkurs"),
        ("offer", "Beratung für Schwangere"),
        ("audience", "Promovierende"),
        ("audience", "Kunden mit Förderbedarf"),
    ],
)
def test_a_telling_head_noun_is_known_without_a_list(kind: str, label: str) -> None:
    assert kinds.known(kind, label)


@pytest.mark.parametrize("label", ["Sprachkurse; Coaching", "Beratung, Coaching", "Kurs", "Ansprechpartner", "ja"])
def test_lists_headers_and_marks_are_not_known_as_one_thing(label: str) -> None:
    assert not any(kinds.known(kind, label) for kind in ("audience", "type") if label != "Kurs")
    assert label == "Kurs" or not kinds.known("offer", label)


def test_what_a_vocabulary_knows_weighs_more_than_what_a_head_says() -> None:
    assert kinds.weights("Bildungsberatung")["offer"] > kinds.weights("Asylverfahrensberaterausbildung")["offer"]


def test_themes_called_by_their_offer_are_offers_first() -> None:
    weights = kinds.weights("Stellensuche")
    assert weights["offer"] >= weights["theme"] > 0
