"""What a truth says about the layout of one sheet: what each line and each column is for, never what a cell says."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from loaders.a1 import place
from loaders.grid import Grid
from loaders.matrix.names import bare_label
from ontology.text import clean, fold

ENTITY = {
    "offers": "offer", "serves": "audience", "covers_theme": "theme", "active_in": "region", "refers_to": "actor",
    "has_type": "type",
}  # fmt: skip
"""What the object of a predicate is."""
DIMENSION = {"offer": "offer", "target_group": "audience", "theme": "theme", "region": "region"}
CONTENT = frozenset({"statement", "report", "negative", "either"})

Spot = tuple[int, int]
_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of the truth: folded names, and the dimensions it is said under."""

    subject: str
    predicate: str
    object: str
    within: Mapping[str, str]
    meaning: str = ""


@dataclass(slots=True)
class Known:
    """One sheet with its truth; ``turned`` exchanges rows and columns.

    Args:
        roles: role of each cell; said: the statements of each cell.
        names: for each kind the folded names of its things, however they are written; ``variants`` of one name.
        spelt: names as they are written, by their folded form.
        wrong: the cells that the reading at hand gets wrong.
    """

    grid: Grid
    roles: Mapping[Spot, str]
    said: Mapping[Spot, list[Said]]
    names: Mapping[str, frozenset[str]]
    variants: Mapping[str, frozenset[str]]
    spelt: Mapping[str, str] = field(default_factory=dict)
    wrong: frozenset[Spot] = frozenset()
    turned: bool = False

    def flipped(self) -> Known:
        """Return the sheet with rows and columns exchanged."""
        swap = {(column, row): role for (row, column), role in self.roles.items()}
        said = {(column, row): found for (row, column), found in self.said.items()}
        wrong = frozenset((column, row) for row, column in self.wrong)
        return replace(self, roles=swap, said=said, wrong=wrong, turned=not self.turned)

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell."""
        return self.grid.text(column, row) if self.turned else self.grid.text(row, column)

    def rows(self) -> list[int]:
        """Return the rows in which something stands."""
        return sorted({row for row, _ in self.roles})

    def row(self, number: int) -> dict[int, str]:
        """Return the roles of one row's cells by column."""
        return {column: role for (row, column), role in sorted(self.roles.items()) if row == number}

    def written(self, name: str) -> str:
        """Return a folded name as the truth writes it."""
        return self.spelt.get(name, name)

    def kind(self, text: str) -> str:
        """Return what kind of thing a text names, empty if none the truth knows."""
        label = fold(bare_label(text))
        found = [kind for kind, names in self.names.items() if label in names]
        return found[0] if found else ""

    def holds(self, text: str, name: str) -> bool:
        """Return whether a text names a thing, alone or among others, by any of its names."""
        here = f" {_WORDS.sub(' ', fold(clean(text)))} "
        return any(f" {_WORDS.sub(' ', one)} " in here for one in (name, *self.variants.get(name, ())))


@dataclass(slots=True)
class Truth:
    """The truth of one file."""

    content: Mapping[str, Any]
    sheets: dict[str, Known] = field(default_factory=dict)


def read(path: Path, grids: Iterable[Grid]) -> Truth:
    """Return the truth of a file over the grids that were read from it."""
    content = json.loads(path.read_text(encoding="utf-8"))
    canonical = {fold(v): fold(name) for name, variants in content.get("aliases", {}).items() for v in variants}
    truth = Truth(content)
    names = _names(content)
    variants: dict[str, set[str]] = defaultdict(set)
    for short, long in canonical.items():
        variants[long].add(short)
    spelt = {name: frozenset(found) for name, found in variants.items()}
    written = {
        fold(name): name
        for key in ("actors", "target_groups", "themes", "regions", "offers")
        for name in content.get(key, ())
    }
    for grid in grids:
        cells = content["cells"].get(grid.name, {})
        said: dict[Spot, list[Said]] = defaultdict(list)
        for one in content["statements"]:
            if one.get("sheet", "") == grid.name and not one.get("optional"):
                said[place(one["cell"])].append(_said(one, canonical))
        truth.sheets[grid.name] = Known(
            grid, {place(ref): role for ref, role in cells.items()}, said, names, spelt, written
        )
    return truth


def _names(content: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    lists = {"actor": "actors", "offer": "offers", "audience": "target_groups", "theme": "themes", "region": "regions"}
    aliases = content.get("aliases", {})
    found = {}
    for kind, key in lists.items():
        labels = [label for name in content.get(key, []) for label in (name, *aliases.get(name, ()))]
        found[kind] = frozenset(fold(bare_label(label)) for label in labels)
    types = {one["object"] for one in content["statements"] if one["predicate"] == "has_type"}
    return {**found, "type": frozenset(fold(bare_label(label)) for label in types)}


def _said(one: Mapping[str, Any], canonical: Mapping[str, str]) -> Said:
    def name(text: object) -> str:
        return canonical.get(fold(str(text)), fold(str(text)))

    asked = one.get("qualifiers", {})
    within = {kind: name(asked[key]) for key, kind in DIMENSION.items() if asked.get(key)}
    return Said(name(one["subject"]), one["predicate"], name(one["object"]), within, asked.get("meaning", ""))


def commonest(found: Iterable[str]) -> str:
    """Return what is found most often, empty if nothing."""
    return next((one for one, _ in Counter(filter(None, found)).most_common(1)), "")
