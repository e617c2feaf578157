"""Where offers are reached, for all groups and themes at once: a plane of bits per actor."""

from __future__ import annotations

from typing import Any

import numpy
from numpy.typing import NDArray

from graph.lookups import GROUP_KINDS
from graph.view import View
from queries.arrays import Ragged, ints, says
from queries.cube import ANY
from queries.edge_arrays import Edges, Words, places_of, united, word_count
from queries.index import Index, index_of
from queries.provision_arrays import Provisions


class OfferPlanes:
    """The provisions of one view, with the groups and themes each serves, at least in part."""

    def __init__(self, view: View, found: Provisions, audiences: tuple[int, ...], themes: tuple[int, ...]) -> None:
        index = index_of(view)
        table, actors = view.table("provision"), view.table("actor")
        self._provider = ints(table.ints("provider"))[found.rows]
        self._offer = ints(table.ints("offer"))[found.rows]
        self._offered_by = ints(view.table("offer").ints("provider"))
        self._shape = len(themes), word_count(len(audiences))
        self._groups = _groups(index, found.audiences, audiences)
        self._themes = places_of(index, found.themes, themes)
        is_group = says(actors.text("kind"), *GROUP_KINDS)
        through = numpy.where(is_group, ints(actors.ints("reached_by")), -1)
        somebody = self._provider >= 0
        if len(through):
            somebody &= ~is_group[self._provider] | (through[self._provider] >= 0)
            self._through = numpy.where(self._provider >= 0, through[self._provider], -1)
        else:
            self._through = self._provider
        self._known = somebody & ~says(table.text("access"), "referral")[found.rows]
        self._open = self._known & says(table.text("access"), "open", "registration")[found.rows]

    def kinds(self, rows: NDArray[Any]) -> tuple[Words, Words, Words]:
        """Return what some provisions serve, openly, and openly as far as anybody knows."""
        return self._plane(rows), self._plane(rows[self._open[rows]]), self._plane(rows[self._known[rows]])

    def arrivals(self, rows: NDArray[Any]) -> tuple[NDArray[Any], Words]:
        """Return the actors at whom some provisions are reached, ascending, and the plane of each."""
        ends, actors = self._ends(rows)
        arrivals, places = numpy.unique(actors, return_inverse=True)
        return arrivals.astype(numpy.int64), self._planes(ends, places, len(arrivals))

    def agreed_last(
        self, edges: Edges, special: NDArray[Any], rows: NDArray[Any], local: NDArray[Any], into: Words
    ) -> bool:
        """Or into senders' planes what an agreement on one offer leads to; return whether there is any."""
        ends, actors = self._ends(rows)
        for edge in special:
            agreed = int(edges.agreed[edge])
            there = ends[actors == edges.receivers[edge]]
            unnamed = (self._offer[there] < 0) & (self._provider[there] == self._offered_by[agreed])
            plane = self._plane(there[(self._offer[there] == agreed) | unnamed]) & edges.groups[edge]
            if not edges.plain[edge]:
                start, length = edges.themes.start[edge], edges.themes.length[edge]
                kept = numpy.zeros_like(plane)
                wanted = edges.themes.values[start : start + length]
                kept[wanted] = plane[wanted]
                plane = kept
            into[local[edges.senders[edge]]] |= plane
        return bool(len(special))

    def _ends(self, rows: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return provisions with an actor at whom each is reached; one that has two, twice."""
        named, led = rows[self._provider[rows] >= 0], rows[self._through[rows] >= 0]
        return numpy.concatenate((named, led)), numpy.concatenate((self._provider[named], self._through[led]))

    def _plane(self, rows: NDArray[Any]) -> Words:
        plane: Words = self._planes(rows, numpy.zeros(len(rows), dtype=numpy.int64), 1)[0]
        return plane

    def _planes(self, rows: NDArray[Any], places: NDArray[Any], size: int) -> Words:
        found = numpy.zeros((size, *self._shape), dtype=numpy.uint64)
        entry, theme = self._themes.kept(rows).flat()
        if len(entry):
            key = places[entry] * self._shape[0] + theme
            order = numpy.argsort(key, kind="stable")
            key = key[order]
            first = numpy.flatnonzero(numpy.concatenate(([True], key[1:] != key[:-1])))
            words = numpy.bitwise_or.reduceat(self._groups[rows[entry[order]]], first, axis=0)
            found.reshape(-1, self._shape[1])[key[first]] = words
        return found


def _groups(index: Index, named: Ragged, audiences: tuple[int, ...]) -> Words:
    """Return for each row the groups it serves: named, broader or narrower ones."""
    found = numpy.zeros((len(named.length), word_count(len(audiences))), dtype=numpy.uint64)
    if audiences == (ANY,):
        return found + numpy.uint64(1)
    masks = numpy.zeros((len(index.concepts), found.shape[1]), dtype=numpy.uint64)
    for place, audience in enumerate(audiences):
        for other in index.family(audience):
            masks[other, place // 64] |= numpy.uint64(1 << place % 64)
    _, marks = named.flat()
    return united(named, masks[marks], found[:0].sum(axis=0, dtype=numpy.uint64))
