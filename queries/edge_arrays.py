"""Referrals as arrays, with the groups and themes that may use each: one bit per group, one number per theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray

from graph.view import View
from queries.areas import Areas
from queries.arrays import Flags, Ragged, ints, says
from queries.client import Client
from queries.cube import ANY
from queries.index import Index, index_of
from queries.provision_arrays import span

Words = NDArray[numpy.uint64]
"""Sets of groups: one word of 64 bits after the other."""


def word_count(groups: int) -> int:
    """Return how many words hold a bit per group."""
    return max(1, -(-groups // 64))


@dataclass(frozen=True, slots=True)
class Edges:
    """Referrals that hold, sorted by sender.

    Args:
        rows: of the referral table. first: for each actor (and one more) where its edges begin.
        groups: who may use each. themes: on which themes alone; empty for edges on any (``plain``).
        regions: where each holds; empty: anywhere. agreed: the offer each is about, or -1.
    """

    rows: NDArray[Any]
    senders: NDArray[Any]
    receivers: NDArray[Any]
    first: NDArray[Any]
    groups: Words
    plain: NDArray[numpy.bool_]
    themes: Ragged
    regions: Ragged
    agreed: NDArray[Any]

    def near(self, areas: Areas, region: int) -> Flags:
        """Return which edges hold in a region, or in a part of it."""
        found: Flags = self.regions.length == 0
        rows, named = self.regions.flat()
        met = [
            int(one) for one in numpy.unique(named) if region == ANY or areas.relation((int(one),), region) != "outside"
        ]
        found[rows[numpy.isin(named, met)]] = True
        return found

    def of(self, actors: NDArray[Any]) -> NDArray[Any]:
        """Return the edges of some senders, ascending."""
        start = self.first[actors]
        length = self.first[actors + 1] - start
        before = numpy.cumsum(length) - length
        found: NDArray[Any] = numpy.arange(int(length.sum())) + numpy.repeat(start - before, length)
        return found


def edge_arrays(view: View, day: int, audiences: tuple[int, ...], themes: tuple[int, ...]) -> Edges:
    """Return the referrals of a view that hold on a day, as `queries.standing` has them."""
    index = index_of(view)
    table = index.referrals
    lasting = numpy.flatnonzero(_lasting(view, day))
    senders = ints(table.ints("sender"))[lasting]
    order = numpy.argsort(senders, kind="stable")
    rows, senders = lasting[order], senders[order]
    named = Ragged.of(table.lists("themes")).kept(rows)
    return Edges(
        rows,
        senders,
        ints(table.ints("receiver"))[rows],
        numpy.searchsorted(senders, numpy.arange(len(index.actors) + 1)),
        _groups(view, day, Ragged.of(table.lists("audiences")).kept(rows), audiences),
        (named.length == 0) | (themes == (ANY,)),
        places_of(index, named, themes),
        Ragged.of(table.lists("regions")).kept(rows),
        ints(table.ints("offer"))[rows],
    )


def _lasting(view: View, day: int) -> Flags:
    """Return the referrals nobody refuses, that hold on the day between actors who exist then; nobody is sent to himself."""
    table, actors = view.table("referral"), view.table("actor")
    sender, receiver = ints(table.ints("sender")), ints(table.ints("receiver"))
    start, end = ints(table.ints("valid_from")), ints(table.ints("valid_until"))
    found: Flags = ~says(table.text("polarity"), "no") & (sender >= 0) & (receiver >= 0) & (sender != receiver)
    found &= (start <= day) & ~((end > -1) & (end < day))
    events = says(actors.text("kind"), "event")
    runs = span(ints(actors.ints("runs_from")), ints(actors.ints("runs_until")), events)
    exists = (runs[0] <= day) & ~((runs[1] > -1) & (runs[1] < day))
    return found & exists[sender] & exists[receiver] if len(exists) else found


def _groups(view: View, day: int, named: Ragged, audiences: tuple[int, ...]) -> Words:
    """Return who may use each referral: yes or to be asked; all where no group is named."""
    index = index_of(view)
    everybody = numpy.zeros(word_count(len(audiences)), dtype=numpy.uint64)
    masks = numpy.zeros((len(index.concepts), len(everybody)), dtype=numpy.uint64)
    rows, marks = named.flat()
    used = [int(mark) for mark in numpy.unique(marks)]
    for place, audience in enumerate(audiences):
        client, bit = Client.standing_for(view, day, audience), numpy.uint64(1 << place % 64)
        everybody[place // 64] |= bit
        for mark in used:
            if client.group(mark).outcome != "no":
                masks[mark, place // 64] |= bit
    return united(named, masks[marks] if len(rows) else masks[:0], everybody)


def united(named: Ragged, words: Words, otherwise: Words) -> Words:
    """Return for each row what the words of its entries have together, and something else where it has none."""
    found = numpy.tile(otherwise, (len(named.length), 1))
    held = numpy.flatnonzero(named.length)
    if len(held):
        first = (numpy.cumsum(named.length) - named.length)[held]
        found[held] = numpy.bitwise_or.reduceat(words, first, axis=0)
    return found


def places_of(index: Index, named: Ragged, themes: tuple[int, ...]) -> Ragged:
    """Return for each row the places of the themes that meet those it names: the same, broader or narrower ones."""
    if themes == (ANY,):
        return Ragged(named.length * 0, named.length * 0 + 1, named.length[:1] * 0)
    near: dict[int, list[int]] = {}
    for place, theme in enumerate(themes):
        for other in index.family(theme):
            near.setdefault(other, []).append(place)
    listed = [near.get(theme, []) for theme in range(len(index.concepts))]
    length = numpy.array([len(places) for places in listed], dtype=numpy.int64)
    values = numpy.array([place for places in listed for place in places], dtype=numpy.int64)
    by_theme = Ragged(numpy.cumsum(length) - length, length, values)
    edges, marks = named.flat()
    if not len(edges):
        return Ragged(named.length * 0, named.length * 0, values)
    entry, places = by_theme.at(marks).flat()
    pairs = edges[entry].astype(numpy.int64) * len(themes) + places
    # A row on two themes of one family wants a theme once.
    several = named.length[edges[entry]] > 1
    doubtful = numpy.sort(pairs[several])
    doubtful = doubtful[numpy.concatenate(([True], doubtful[1:] != doubtful[:-1]))[: len(doubtful)]]
    pairs = numpy.sort(numpy.concatenate((pairs[~several], doubtful)), kind="stable")
    counted = numpy.bincount(pairs // len(themes), minlength=len(named.length))
    return Ragged(numpy.cumsum(counted) - counted, counted, pairs % len(themes))
