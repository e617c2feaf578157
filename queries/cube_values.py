"""The values of the coverage cube's dimensions, and how they lie to each other: what is used, and what it rolls up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.view import View
from queries.cube import ANY
from queries.index import Index, index_of

ROLL_UP = frozenset({"land", "government-district", "country"})
"""Kinds of region that others are added up to, beside those that provisions and needs name."""


@dataclass(frozen=True, slots=True)
class Near:
    """Places of values that a value takes over from: those that cover it, and those that are a part of it."""

    full: tuple[int, ...]
    part: tuple[int, ...]


class Concepts:
    """The values of one dimension of concepts; the last one is `ANY`.

    Args:
        used: rows provisions or needs name; everything broader is a value too.
    """

    def __init__(self, index: Index, used: Iterable[int]) -> None:
        named = {row for row in used if row >= 0}
        self.rows: tuple[int, ...] = (*sorted(named.union(*(index.closure(row, "broader") for row in named))), ANY)
        self._index = index

    @cached_property
    def place(self) -> dict[int, int]:
        """Place of every value."""
        return {row: place for place, row in enumerate(self.rows)}

    @cached_property
    def near(self) -> tuple[Near, ...]:
        """For each value what covers it, itself included, and what is a part of it."""
        last = len(self.rows) - 1
        found = [
            Near((place, *self._places(row, "broader")), self._places(row, "narrower")) for place, row in self._real()
        ]
        return (*found, Near((last,), ()))

    def _real(self) -> Iterable[tuple[int, int]]:
        return enumerate(self.rows[:-1])

    def _places(self, row: int, direction: str) -> tuple[int, ...]:
        return tuple(sorted(self.place[other] for other in self._index.closure(row, direction) if other in self.place))


class Regions:
    """The values of the region dimension, and how the areas of provisions lie to each.

    Args:
        areas: the sets of regions provisions name, distinct; empty: nobody says where.
        roll_up: the regions others are added up to, and "any", are values too.
    """

    def __init__(
        self, view: View, areas: Sequence[tuple[int, ...]], used: Iterable[int], *, roll_up: bool = True
    ) -> None:
        self._areas = index_of(view).areas
        named = {row for row in used if row >= 0}
        kinds = view.table("region").text("kind")
        parts = {atom for row in named for atom in self._areas.atoms(row)}
        wider = (row for row in view.table("region") if kinds[row] in ROLL_UP and self._areas.atoms(row) & parts)
        self.rows: tuple[int, ...] = (*sorted({*named, *wider}), ANY) if roll_up else tuple(sorted(named)) or (ANY,)
        self.near = tuple(self._near(row, areas) for row in self.rows)

    def _near(self, row: int, areas: Sequence[tuple[int, ...]]) -> Near:
        if row == ANY:
            return Near(tuple(range(len(areas))), ())
        full, part = [], []
        for place, stated in enumerate(areas):
            relation = self._areas.relation(stated, row) if stated else "unclear"
            if relation == "covers":
                full.append(place)
            elif relation == "overlaps" or (relation == "unclear" and not self._apart(stated, row)):
                part.append(place)
        return Near(tuple(full), tuple(part))

    def _apart(self, stated: tuple[int, ...], row: int) -> bool:
        """Return whether two places no gazetteer knows are different ones, by their names."""
        return bool(stated) and not self._areas.atoms(row) and not any(map(self._areas.atoms, stated))
