"""Things that are apart in the texts are never one node."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.prose.read import read_document
from loaders.prose.rules.nodes import find_nodes
from tests.yardsticks.text.crosswalk import entity

FIXTURES = Path(__file__).parents[2] / "fixtures" / "prose"
TEXTS = sorted(path for folder in ("seen", "held", "more") for path in (FIXTURES / folder).glob("*.json"))
BODIES = {"Actor", "Project", "Board"}


def meanings(path: Path) -> Iterator[tuple[str, set[str]]]:
    """Yield each body of a text with the true things that its names of more than one word mean."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    true = {(m["start"], m["end"], e["type"]): e["id"] for e in gold["entities"] for m in e["mentions"]}
    for node in find_nodes(read_document(path.with_suffix(".txt"))).nodes:
        kind = str(entity(node)["type"])
        named = [span for span in node.mentions if " " in span.quote]
        found = {true.get((span.start, span.end, kind), "") for span in named}
        if kind in BODIES:
            yield node.label, found - {""}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_two_bodies_of_a_text_are_united(path: Path) -> None:
    assert not {label: found for label, found in meanings(path) if len(found) > 1}
