"""Decisions on what the rules read: unrelated paragraphs change none, and no change makes one mean something else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.anchors import Anchored, anchor, described
from graph.decisions import Decisions, Review
from graph.statement import Statement
from loaders.prose.load import load
from loaders.source import SourceSpec

PARAGRAPHS = (
    "Lernbrücke Volme",
    "Das Projekt Lernbrücke Volme wird von der Volkshochschule Hagen koordiniert.",
    "Das Jobcenter Hagen verweist Alleinerziehende an die Volkshochschule Hagen.",
    "Die Agentur für Arbeit Iserlohn verweist an das Jobcenter Hagen.",
    "Im Beirat sitzen die IHK zu Hagen und die Handwerkskammer Dortmund.",
    "Das Projekt richtet sich an Geflüchtete und an Alleinerziehende in Hagen.",
)
OTHERS = st.sampled_from(
    ["Wir freuen uns auf Sie.", "Der Raum ist im zweiten Stock.", "Es gibt Kaffee und Kuchen.", "Heute regnet es."]
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("text") / "projekt.txt"


def read(path: Path, *paragraphs: str) -> tuple[Statement, ...]:
    path.write_text("\n\n".join(paragraphs) + "\n", "utf-8")
    return load(SourceSpec("projekt.txt", path, "description")).statements


def decided(statements: tuple[Statement, ...]) -> tuple[Review, ...]:
    """Return a decision on every second statement, accepted and rejected in turn."""
    return tuple(
        replace(described(one, one.key), decision=("accepted", "rejected")[number % 2])
        for number, one in enumerate(statements[::2])
    )


@pytest.fixture(scope="module")
def reviews(path: Path) -> tuple[Review, ...]:
    return decided(read(path, *PARAGRAPHS))


def by_decision(found: Anchored) -> dict[str, frozenset[str]]:
    return {"accepted": found.decisions.accepted, "rejected": found.decisions.rejected}


@settings(max_examples=10)
@given(st.lists(st.tuples(st.integers(1, len(PARAGRAPHS)), OTHERS), max_size=5))
def test_unrelated_paragraphs_come_and_go_and_every_decision_holds(
    path: Path, reviews: tuple[Review, ...], more: list[tuple[int, str]]
) -> None:
    assert len(reviews) > 5
    changed = list(PARAGRAPHS)
    for at, other in sorted(more, reverse=True):
        changed.insert(at, other)
    now = read(path, *changed)
    found = anchor(Decisions(reviews=reviews), now)
    assert ((), {}) == (found.lost, found.moved)
    for decision, keys in by_decision(found).items():
        assert keys == {review.key for review in reviews if review.decision == decision}


@settings(max_examples=12)
@given(
    kept=st.sets(st.sampled_from(PARAGRAPHS)),
    changes=st.dictionaries(st.sampled_from(["Hagen", "verweist", "Das ", "Projekt"]), st.sampled_from(["Olpe", "  ", "meldet", "DAS "]), max_size=2),
)  # fmt: skip
def test_whatever_changes_no_decision_is_lost_unsaid_and_none_means_anything_else(
    path: Path, reviews: tuple[Review, ...], kept: set[str], changes: dict[str, str]
) -> None:
    text = [one for one in PARAGRAPHS if one in kept] or ["Leer."]
    for old, new in sorted(changes.items()):
        text = [one.replace(old, new) for one in text]
    now = {one.key: one for one in read(path, *text)}
    found = anchor(Decisions(reviews=reviews), now.values())
    before = {review.key: review for review in reviews}
    held = [review for review in found.decisions.reviews if review not in found.lost]
    assert len(reviews) == len(held) + len(found.lost)
    assert len(found.lost) == sum(issue.code in ("VN4151", "VN4152") for issue in found.decisions.issues)
    for review in held:
        origin = before[found.moved.get(review.key, review.key)]
        again = described(now[review.key], review.key)
        for name in ("predicate", "polarity", "modality"):
            assert getattr(origin, name) == getattr(again, name)
        assert (origin.decision, origin.quote) == (review.decision, review.quote)
