"""Regions of a view as sets of their smallest parts: covers, overlaps, outside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from graph.view import View

Relation = Literal["covers", "overlaps", "outside", "unclear"]


class Areas:
    """Compares regions by the atoms they consist of.

    A region no gazetteer knows has no atoms: it equals only itself, anything else is ``unclear``.
    """

    def __init__(self, view: View) -> None:
        self._atoms = view.table("region").lists("atoms")
        self._known: dict[int, frozenset[int]] = {}
        self._unions: dict[tuple[int, ...], frozenset[int]] = {}
        self._relations: dict[tuple[tuple[int, ...], int], Relation] = {}

    def atoms(self, region: int) -> frozenset[int]:
        """Return the smallest parts of one region."""
        found = self._known.get(region)
        if found is None:
            found = self._known[region] = frozenset(self._atoms[region])
        return found

    def union(self, regions: tuple[int, ...]) -> frozenset[int]:
        """Return the smallest parts of several regions together."""
        if len(regions) == 1:
            return self.atoms(regions[0])
        found = self._unions.get(regions)
        if found is None:
            found = self._unions[regions] = frozenset().union(*map(self.atoms, regions))
        return found

    def relation(self, stated: Sequence[int], wanted: int) -> Relation:
        """Return how the stated regions (together) lie to the wanted one."""
        key = (tuple(stated), wanted)
        found = self._relations.get(key)
        if found is None:
            found = self._relations[key] = self._compare(*key)
        return found

    def _compare(self, stated: tuple[int, ...], wanted: int) -> Relation:
        if wanted in stated:
            return "covers"
        parts, place = self.union(stated), self.atoms(wanted)
        if not place:
            return "unclear"
        if place <= parts:
            return "covers"
        if not place.isdisjoint(parts):
            return "overlaps"
        return "outside" if all(map(self.atoms, stated)) else "unclear"
