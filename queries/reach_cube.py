"""Gap kind B for every group × theme × region at once: from how many doors each is reached.

Backwards from the offers of a region over referrals, a bit per group and theme, as far as doors can meet: each step
looks only at actors to whom a door leads in the legs that are left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray

from graph.view import View
from queries.arrays import Flags
from queries.carrying import served_by
from queries.coverage_cube import area_numbers, by_area, refused_places
from queries.covering import Covering
from queries.cube import ANY, Cell
from queries.cube_values import Regions
from queries.doorways import Doorways
from queries.edge_arrays import Edges, Words, edge_arrays, word_count
from queries.freshness import TRUSTED, Limits
from queries.index import index_of
from queries.offer_planes import OfferPlanes
from queries.provision_arrays import provision_arrays
from queries.reach_planes import spread
from queries.standing import Standing

Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class ReachCells:
    """The cube, indexed ``[region, group, theme]`` by the places of the rows.

    Args:
        served: somebody serves it. open: somebody who does is open to whoever comes. known: or may be, as far as
            anybody knows.
        doors: how many doors the group has there, by region and group.
        reached: from how many of them an agreed way leads; without doors 1, if anybody refers there.
    """

    audiences: tuple[int, ...]
    themes: tuple[int, ...]
    regions: tuple[int, ...]
    served: Flags
    open: Flags
    known: Flags
    doors: NDArray[numpy.int32]
    reached: NDArray[numpy.int32]

    @property
    def unreached(self) -> Flags:
        """The cells with a gap of kind B, or a question about access (``known``)."""
        wanted = numpy.maximum(self.doors, 1)[:, :, None]
        return self.served & ~self.open & (self.reached < wanted)

    def cells(self) -> Iterator[tuple[Place, Cell]]:
        """Yield every place with its cell."""
        for region, region_row in enumerate(self.regions):
            for audience, audience_row in enumerate(self.audiences):
                for theme, theme_row in enumerate(self.themes):
                    yield (region, audience, theme), Cell(audience_row, theme_row, region_row)


@dataclass(frozen=True, slots=True)
class ReachCube:
    """The question; days are ordinals."""

    day: int
    horizon: int
    max_legs: int = 4
    limits: Limits = TRUSTED

    def answer(self, view: View) -> ReachCells:
        """Return the cube."""
        return _Finder(self, view).cells()


class _Finder:
    def __init__(self, question: ReachCube, view: View) -> None:
        self._question, self._view, self._index = question, view, index_of(view)
        self._standing = Standing(view, question.day, question.limits)
        self._found = provision_arrays(view, question.day, question.horizon, question.limits)
        self._audiences = tuple(self._found.audiences.used()) or (ANY,)
        self._themes = tuple(self._found.themes.used()) or (ANY,)
        areas, self._area_of = area_numbers(self._found)
        self._everywhere = len(areas) - 1
        self._regions = Regions(view, areas[:-1], self._found.regions.used(), roll_up=False)
        self._edges: Edges = edge_arrays(view, question.day, self._audiences, self._themes)
        self._planes = OfferPlanes(view, self._found, self._audiences, self._themes)
        self._order = by_area(self._area_of, len(areas))
        self._bounds = numpy.searchsorted(self._area_of[self._order], numpy.arange(len(areas) + 1))
        self._local = numpy.full(len(self._index.actors), -1, dtype=numpy.int64)
        self._words = word_count(len(self._audiences))

    def cells(self) -> ReachCells:
        """Go through the regions, then judge one by one what cannot be told at once."""
        shape = len(self._regions.rows), len(self._audiences), len(self._themes)
        served, opened, known = (numpy.zeros(shape, dtype=bool) for _ in range(3))
        reached, doors = numpy.zeros(shape, dtype=numpy.int32), numpy.zeros(shape[:2], dtype=numpy.int32)
        unsure = numpy.zeros(shape, dtype=bool)
        cells = ReachCells(self._audiences, self._themes, self._regions.rows, served, opened, known, doors, reached)
        for region in range(shape[0]):
            self._region(region, cells, unsure)
        self._alone(cells, unsure)
        return cells

    def _region(self, region: int, cells: ReachCells, unsure: Flags) -> None:
        near, row = self._regions.near[region], self._regions.rows[region]
        areas = (*near.full, *near.part, self._everywhere)
        rows = numpy.concatenate([self._order[self._bounds[one] : self._bounds[one + 1]] for one in areas])
        for flags, words in zip((cells.served, cells.open, cells.known), self._planes.kinds(rows), strict=True):
            flags[region] = self._flags(words)
        doors = self._doors(row)
        for words in doors.values():
            cells.doors[region] += self._bits(words)
        if not cells.served[region].any():
            return
        usable = self._edges.near(self._index.areas, row)
        lower, upper = self._reached(rows, doors, usable, region, cells)
        cells.reached[region] = lower
        unsure[region] = lower != upper

    def _doors(self, region: int) -> dict[int, Words]:
        """Return the doors in a region, each with the groups that turn up there."""
        found: dict[int, Words] = {}
        for place, audience in enumerate(self._audiences):
            for door in self._standing.doors(Cell(audience, ANY, region)):
                words = found.setdefault(door, numpy.zeros(self._words, dtype=numpy.uint64))
                words[place // 64] |= numpy.uint64(1 << place % 64)
        return dict(sorted(found.items()))

    def _reached(
        self, rows: NDArray[Any], doors: dict[int, Words], usable: Flags, region: int, cells: ReachCells
    ) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return from how many doors each cell is reached, at least and at most.

        The two differ only where an agreement is about another offer of whom it leads to: then a way must not come
        back to the same place.
        """
        arrivals, plane = self._planes.arrivals(rows)
        ahead = self._ahead(doors, usable)
        last = self._last(arrivals, usable, ahead, anybody=not cells.doors[region].all())
        nodes = numpy.unique(numpy.concatenate((arrivals, self._edges.senders[last], *ahead)))
        self._local[nodes] = numpy.arange(len(nodes))
        here = numpy.zeros((len(nodes), *plane.shape[1:]), dtype=numpy.uint64)
        here[self._local[arrivals]] = plane
        one_leg = numpy.zeros_like(here)
        special = self._edges.agreed[last] >= 0
        spread(self._edges, last[~special], here, self._local, one_leg)
        wrong = self._planes.agreed_last(self._edges, last[special], rows, self._local, one_leg)
        upper = self._legs(one_leg, ahead, usable)
        lower = self._legs(one_leg, ahead, usable, here) if wrong else upper
        counts = [self._counted(way, here, doors, one_leg, region, cells) for way in (lower, upper)]
        self._local[nodes] = -1
        return counts[0], counts[1] if wrong else counts[0]

    def _ahead(self, doors: dict[int, Words], usable: Flags) -> list[NDArray[Any]]:
        """Return the actors to whom a door leads within 0, 1, 2 ... legs."""
        found = [numpy.array(sorted(doors), dtype=numpy.int64)]
        for _ in range(max(0, self._question.max_legs - 1)):
            edges = self._edges.of(found[-1])
            receivers = self._edges.receivers[edges[usable[edges]]]
            found.append(numpy.unique(numpy.concatenate((found[-1], receivers))))
        return found

    def _last(self, arrivals: NDArray[Any], usable: Flags, ahead: list[NDArray[Any]], *, anybody: bool) -> NDArray[Any]:
        """Return the edges to arrivals, from those to whom doors lead; from anybody, if some group has no door."""
        arrives = numpy.zeros(len(self._index.actors), dtype=bool)
        arrives[arrivals] = True
        edges = numpy.arange(len(self._edges.rows)) if anybody else self._edges.of(ahead[-1])
        found: NDArray[Any] = edges[arrives[self._edges.receivers[edges]] & usable[edges]]
        return found if self._question.max_legs else found[:0]

    def _legs(self, one_leg: Words, ahead: list[NDArray[Any]], usable: Flags, barred: Words | None = None) -> Words:
        """Return what is reached within all legs, past nobody's barred plane."""
        found = one_leg.copy()
        for senders in reversed(ahead[:-1]):
            source = found.copy() if barred is None else found & ~barred
            edges = self._edges.of(senders)
            receivers = self._edges.receivers[edges]
            inside = usable[edges] & (self._local[receivers] >= 0)
            chosen = edges[inside]
            held = numpy.any(source, axis=(1, 2))[self._local[self._edges.receivers[chosen]]]
            spread(self._edges, chosen[held], source, self._local, found)
        return found

    def _counted(
        self, found: Words, here: Words, doors: dict[int, Words], one_leg: Words, region: int, cells: ReachCells
    ) -> NDArray[Any]:
        counted = numpy.zeros((len(self._audiences), len(self._themes)), dtype=numpy.int32)
        for door, words in doors.items():
            at = self._local[door]
            counted += self._flags((found[at] | here[at]) & words)
        without = cells.doors[region] == 0
        if without.any():
            anybody = self._flags(numpy.bitwise_or.reduce(one_leg, axis=0))
            counted[without] = anybody[without]
        return counted

    def _flags(self, words: Words) -> Flags:
        """Return a plane ``[theme, word]`` as ``[group, theme]``."""
        return self._bits(words).T.astype(bool)

    def _bits(self, words: Words) -> NDArray[Any]:
        block = numpy.unpackbits(words.astype("<u8").view(numpy.uint8), axis=-1, bitorder="little")
        return block[..., : len(self._audiences)]

    def _alone(self, cells: ReachCells, unsure: Flags) -> None:
        """Judge cells one by one: those somebody says no about, and those that may come back to the same place."""
        if not len(self._found.no) and not unsure.any():
            return
        covering = Covering(self._view, self._question.day, self._question.horizon, self._question.limits)
        for place, _ in refused_places(covering, self._found, cells.audiences, cells.themes, cells.regions):
            unsure[place] = True
        for region, audience, theme in numpy.argwhere(unsure):
            place = int(region), int(audience), int(theme)
            cell = Cell(cells.audiences[audience], cells.themes[theme], cells.regions[region])
            support = covering.cell(cell).support
            ends = served_by(self._index, covering.cube.rows_of(support))
            doors = self._standing.doors(cell)
            ways = Doorways(self._index, self._standing, ends, doors, self._question.max_legs)
            cells.served[place] = bool(support)
            cells.open[place] = any(end.surely for end in ends)
            cells.known[place] = any(end.known for end in ends)
            reached = ways.reached(ways.reach(self._standing.usable_in(cell))) if ends else frozenset()
            cells.reached[place] = len(reached)
