"""The values of the coverage cube's dimensions, and how they lie to each other: what is used, and what it rolls up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy
from numpy.typing import NDArray

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
        wider = self._wider(view, named) if roll_up else ()
        self.rows: tuple[int, ...] = (*sorted({*named, *wider}), ANY) if roll_up else tuple(sorted(named)) or (ANY,)
        self.near = tuple(self._near(areas))

    def _wider(self, view: View, named: Iterable[int]) -> Iterator[int]:
        """Yield what named regions are added up to; one they only cover, as Germany does every Land, adds nothing up."""
        kinds, atoms = view.table("region").text("kind"), self._areas.atoms
        tops = {row: atoms(row) for row in view.table("region") if kinds[row] in ROLL_UP}
        areas = [atoms(row) for row in named]
        least: dict[int, int] = {}
        for area in areas:
            for atom in area:
                least[atom] = min(len(area), least.get(atom, len(area)))
        large = [area for area in areas if len(area) >= min(map(len, tops.values()), default=0)]
        for row, own in tops.items():
            is_over = any(least.get(atom, len(own)) < len(own) for atom in own)
            if is_over or any(own & area and not own <= area for area in large):
                yield row

    def _near(self, areas: Sequence[tuple[int, ...]]) -> Iterator[Near]:
        """Yield how all areas lie to each value: what `queries.areas.Areas.relation` says of two, for all at once."""
        atoms = self._areas.atoms
        parts = _parts([self._areas.union(area) for area in areas])
        sizes, rows = [len(atoms(row)) if row != ANY else 0 for row in self.rows], list(self.rows)
        shared = parts.shared_with([atoms(row) if row != ANY else frozenset() for row in rows])
        # Where a place of an area is unknown to the gazetteer, or nobody says where, a part of it may be anywhere.
        vague = numpy.array([not area or not all(map(atoms, area)) for area in areas], dtype=bool)
        placed = numpy.array([not area or any(map(atoms, area)) for area in areas], dtype=bool)
        naming: dict[int, list[int]] = {}
        for place, area in enumerate(areas):
            for row in area:
                naming.setdefault(row, []).append(place)
        for row, size, common in zip(rows, sizes, shared, strict=True):
            if row == ANY:
                yield Near(tuple(range(len(areas))), ())
                continue
            full = common == size if size else numpy.zeros(len(areas), dtype=bool)
            full[naming.get(row, [])] = True
            # Two places no gazetteer knows are different ones, by their names.
            part = ((common > 0) | vague if size else placed) & ~full
            yield Near(_places(full), _places(part))


@dataclass(frozen=True, slots=True)
class _Parts:
    """The smallest parts of areas, as a matrix of areas by parts."""

    place: Mapping[int, int]
    matrix: NDArray[numpy.float32]

    def shared_with(self, regions: Sequence[frozenset[int]]) -> NDArray[Any]:
        """Return how many parts each region shares with each area."""
        marked = numpy.zeros((len(regions), len(self.place)), dtype=numpy.float32)
        for row, atoms in enumerate(regions):
            marked[row, [self.place[atom] for atom in atoms if atom in self.place]] = 1
        shared: NDArray[Any] = marked @ self.matrix.T
        return shared


def _parts(areas: Sequence[frozenset[int]]) -> _Parts:
    place = {atom: at for at, atom in enumerate(sorted(frozenset[int]().union(*areas)))}
    matrix = numpy.zeros((len(areas), len(place)), dtype=numpy.float32)
    for row, atoms in enumerate(areas):
        matrix[row, [place[atom] for atom in atoms]] = 1
    return _Parts(place, matrix)


def _places(flags: NDArray[Any]) -> tuple[int, ...]:
    return tuple(numpy.flatnonzero(flags).tolist())
