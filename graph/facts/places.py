"""Which regions a label means, and how sets of regions lie to each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.decisions import LinkDecision
from graph.issue import Issue
from graph.statement import Statement
from ontology.regions import Gazetteer, Region
from ontology.text import clean, fold, slug

_STRONG = re.compile(r"\s*[;,\n•|]\s*")


@dataclass(slots=True)
class Places:
    """Finds regions by name; one no gazetteer knows is kept under its own name and equals only itself.

    ``local`` maps ids of unknown regions to their labels, ``first`` to a statement that uses them.
    """

    gazetteer: Gazetteer
    decisions: tuple[LinkDecision, ...] = ()
    local: dict[str, str] = field(default_factory=dict)
    first: dict[str, Statement] = field(default_factory=dict)
    _known: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    _decided: dict[str, list[LinkDecision]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for decision in self.decisions:
            if decision.decision == "is" and decision.right.startswith("region/"):
                self._decided.setdefault(fold(decision.left), []).append(decision)

    def find(self, label: str, statement: Statement, near: str = "") -> tuple[str, ...]:
        """Return the ids of the regions a label of a statement means.

        Args:
            near: id of the region the actor sits in: "Olpe" there may be the town instead of the Kreis.
        """
        for decision in self._decided.get(fold(label), ()):
            if decision.concerns(statement.source, statement.subject.scope, label):
                return (decision.right,)
        found = self._known.get((label, near))
        if found is None:
            found = self._known[label, near] = tuple(dict.fromkeys(self._named(label, near)))
        for region in found:
            if region in self.local and (region not in self.first or _place(statement) < _place(self.first[region])):
                self.first[region] = statement
        return found

    def label(self, region: str) -> str:
        """Return what a region is called."""
        known = self.gazetteer.get(region)
        return known.label if known else self.local.get(region, region)

    def atoms(self, regions: Iterable[str]) -> frozenset[str]:
        """Return the smallest areas of some regions together; unknown ones have none."""
        found = (self.gazetteer.get(region) for region in regions)
        return frozenset().union(*(region.atoms for region in found if region))

    def meet(self, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return where two lists of regions both hold; None if nowhere. Not stated (empty) leaves the other.

        Where only a part overlaps, or a region is unknown, the first list stands as its source said it.
        """
        if not one or not other or one == other:
            return one or other
        here, there = self.atoms(one), self.atoms(other)
        inside = [region for region in one if self._within(region, there, other)]
        inside += [region for region in other if self._within(region, here, one)]
        if inside:
            return tuple(sorted(set(inside)))
        unknown = any(region not in self.gazetteer for region in (*one, *other))
        return one if unknown or here & there else None

    def issues(self) -> Iterator[Issue]:
        """Yield a note per region nobody knows, with names that come close."""
        for region, label in sorted(self.local.items()):
            statement = self.first.get(region)
            near = "; ".join(found.label for found in self.gazetteer.near(label, 3))
            place = min(statement.evidence, key=str, default=None) if statement else None
            yield Issue("VN4111", statement.source if statement else "", place, label, (("near", near or "–"),), "info")

    def _within(self, region: str, atoms: frozenset[str], others: tuple[str, ...]) -> bool:
        known = self.gazetteer.get(region)
        return region in others or (known is not None and bool(known.atoms) and known.atoms <= atoms)

    def _named(self, label: str, near: str) -> Iterator[str]:
        place = self.gazetteer.get(near) if near else None
        whole = self._one(label, place)
        if whole:
            yield whole.id
            return
        several = self.gazetteer.find_each(label, near=place)
        if several:
            yield from (region.id for region in several)
            return
        pieces = [piece for piece in _STRONG.split(clean(label)) if piece]
        for piece in pieces if len(pieces) > 1 else ():
            yield from self._named(piece, near)
        if len(pieces) < 2:
            yield self._own(label)

    def _one(self, label: str, near: Region | None) -> Region | None:
        return self.gazetteer.get(label) or self.gazetteer.find(label, near=near)

    def _own(self, label: str) -> str:
        region = f"region/~{slug(label)}"
        shown = clean(label)
        self.local[region] = min(self.local.get(region, shown), shown, key=lambda name: (-len(name), name))
        return region


def _place(statement: Statement) -> tuple[str, str]:
    return statement.source, str(min(statement.evidence, key=str, default=""))
