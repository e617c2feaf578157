"""Things that are apart in the texts are never one node, and hardly one thing is two."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations
from pathlib import Path

import pytest

from loaders.prose.read import read_document
from loaders.prose.rules.nodes import find_nodes
from ontology.institutions import institution
from tests.yardsticks.text.merges import merges
from tests.yardsticks.text.trust import OPENED

ROOT = Path(__file__).parents[3]
FIXTURES = ROOT / "tests" / "fixtures" / "prose"
TEXTS = sorted(path for folder in OPENED for path in (FIXTURES / folder).glob("*.json"))
DESCRIPTIONS = sorted(
    path
    for path in (ROOT / "examples" / "musterregion" / "sources").iterdir()
    if path.suffix in (".html", ".md", ".pdf", ".docx", ".txt")
)
UNITED = {
    "bildungsraum_ostfriesland": {"Emden"},
    "pflege_rhoen": {"Landratsamt Rhön-Grabfeld"},
}
"""The truth tells the area of the Stadt Emden from the place Emden, and the Landratsamt from its Landkreis: for us each is
one."""


def apart(places: Iterable[Collection[str]]) -> bool:
    """Return whether two of several sets of places hold each what the other does not."""
    return any(not (set(one) <= set(two) or set(two) <= set(one)) for one, two in combinations(places, 2))


@pytest.mark.parametrize("gold", TEXTS, ids=lambda path: path.stem)
def test_no_two_things_of_a_text_are_united(gold: Path) -> None:
    found = merges(gold, gold.with_suffix(".txt"))
    assert set() == {label.removeprefix("Stadt ") for label in found.united} - UNITED.get(gold.stem, set())


def test_of_a_hundred_things_at_most_four_are_told_twice() -> None:
    found = [merges(gold, gold.with_suffix(".txt")) for gold in TEXTS]
    assert sum(len(one.told_twice) for one in found) <= 0.04 * sum(one.things for one in found)


@pytest.mark.parametrize(
    "path", [*DESCRIPTIONS, *(gold.with_suffix(".txt") for gold in TEXTS)], ids=lambda path: path.name
)
def test_no_actor_is_at_home_in_two_places(path: Path) -> None:
    places = {
        node.label: {key.places for mention in node.mentions if (key := institution(mention.quote)).type and key.places}
        for node in find_nodes(read_document(path)).nodes
        if node.kind == "Actor" and not node.generic
    }
    assert {} == {label: found for label, found in places.items() if apart(found)}
