"""The provisions of a view as arrays: what counts on a day, how sure it is, and where: `queries.covering` at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray

from graph.columns import Table
from graph.lookups import TEMPORARY_KINDS
from graph.view import View
from queries.arrays import Flags, Ints, Ragged, ints, says
from queries.covering import PLATFORMS
from queries.freshness import Limits
from queries.index import IMPLIED, index_of

OWN_REGIONS = 4
"""Bit of ``combined``: the regions are those of the actor's row."""


@dataclass(frozen=True, slots=True)
class Provisions:
    """Rows that count: somebody offers it on the day, in full or in part, and no platform.

    Args:
        ends: the first day after which it is over is before the horizon. fresh, undated: as `Covering` tells time.
        in_part: offered in part, by nobody in particular, or only implied.
        everywhere: online, without a region of its own.
        no: rows that say no on the day.
    """

    rows: Ints
    audiences: Ragged
    themes: Ragged
    regions: Ragged
    ends: Flags
    fresh: Flags
    undated: Flags
    online: Flags
    in_part: Flags
    implied: Flags
    everywhere: Flags
    no: Ints


def provision_arrays(view: View, day: int, horizon: int, limits: Limits, kind: int = -1) -> Provisions:
    """Return the provisions of a view on one day; of one kind of offer (and narrower ones), if one is given."""
    table, actors, offers = view.table("provision"), view.table("actor"), view.table("offer")
    provider, offer = ints(table.ints("provider")), ints(table.ints("offer"))
    combined = ints(table.ints("combined"))
    combined = numpy.where(combined > 0, combined, 0)
    start, end = _span(table, actors, provider)
    holds = (start <= day) & ~((end > -1) & (end < day))
    affirmed = ~says(table.text("polarity"), "no")
    types = _at(ints(offers.ints("type")), offer)
    wanted = holds & _of_kind(view, types, kind)
    rows = numpy.flatnonzero(wanted & affirmed & ~_at(_platforms(view), provider, fill=0)).astype(numpy.int32)
    implied = (combined & IMPLIED) > 0
    in_part = says(table.text("polarity"), "partly") | (provider < 0) | implied
    checked = ints(table.ints("checked"))
    temporary = _at(says(actors.text("kind"), *TEMPORARY_KINDS), provider, fill=0)
    limit = numpy.where(temporary, limits.project, limits.fact)
    own = Ragged.of(table.lists("regions"))
    online = ints(table.ints("online")) == 1
    own_region = (own.length > 0) & ((combined & OWN_REGIONS) == 0)
    return Provisions(
        rows,
        _kept(Ragged.of(table.lists("audiences")), rows),
        _kept(_themes(view, offer), rows),
        _kept(_regions(own, actors, provider), rows),
        ((end >= 0) & (end < horizon))[rows],
        ((checked >= 0) & (day - checked <= limit))[rows],
        (checked < 0)[rows],
        online[rows],
        in_part[rows],
        implied[rows],
        (online & ~own_region)[rows],
        numpy.flatnonzero(wanted & ~affirmed).astype(numpy.int32),
    )


def _kept(lists: Ragged, rows: Ints) -> Ragged:
    """Return the lists of some rows, ascending: all of them where there are as many."""
    return lists if len(rows) == len(lists.start) else lists.kept(rows)


def _regions(own: Ragged, actors: Table, provider: Ints) -> Ragged:
    """Return the regions of all provisions: own ones, else where the actor says it works, else where it lies."""
    if own.length.all():
        return own
    works, lies = Ragged.of(actors.lists("regions")), Ragged.of(actors.lists("places"))
    return own.filled(works.filled(lies, numpy.arange(len(actors), dtype=numpy.int32)), provider)


def _themes(view: View, offer: Ints) -> Ragged:
    """Return the themes of all provisions: own ones, else the offer's, else its type's."""
    own = Ragged.of(view.table("provision").lists("themes"))
    if own.length.all():
        return own
    offers, of_types = view.table("offer"), Ragged.of(view.table("concept").lists("themes"))
    return own.filled(Ragged.of(offers.lists("themes")).filled(of_types, ints(offers.ints("type"))), offer)


def _span(table: Table, actors: Table, provider: Ints) -> tuple[Ints, Ints]:
    """Return first and last day of every provision, as `queries.lifetimes` has them."""
    events = says(actors.text("kind"), "event")
    runs = span(ints(actors.ints("runs_from")), ints(actors.ints("runs_until")), events)
    said = span(ints(table.ints("valid_from")), ints(table.ints("valid_until")), _at(events, provider, fill=0))
    start = numpy.maximum(said[0], _at(runs[0], provider))
    ends = said[1], _at(runs[1], provider)
    both = numpy.minimum(*ends)
    return start, numpy.where(both < 0, numpy.maximum(*ends), both)


def span(start: Ints, end: Ints, events: Flags) -> tuple[Ints, Ints]:
    """Return first and last days; an event's only day is its last."""
    if not events.any():
        return start, end
    return numpy.where(events, -1, start), numpy.where(events, numpy.maximum(start, end), end)


def _platforms(view: View) -> Flags:
    index, ids = index_of(view), view.concepts_by_id
    kinds = [
        kind
        for name in PLATFORMS
        if (row := ids.get(name)) is not None
        for kind in (row, *index.closure(row, "narrower"))
    ]
    rows, types = Ragged.of(view.table("actor").lists("types")).flat()
    found = numpy.zeros(len(view.table("actor")), dtype=bool)
    found[rows[numpy.isin(types, kinds)]] = True
    return found


def _of_kind(view: View, types: Ints, kind: int) -> Flags:
    if kind < 0:
        return numpy.ones(len(types), dtype=bool)
    return numpy.isin(types, [kind, *index_of(view).closure(kind, "narrower")])


def _at(column: NDArray[Any], rows: Ints, fill: int = -1) -> NDArray[Any]:
    """Return a column's values at some rows, and a filler at row -1."""
    if (column == fill).all():
        return numpy.broadcast_to(numpy.array(fill, dtype=column.dtype), rows.shape)
    return numpy.where(rows >= 0, column[rows], numpy.array(fill, dtype=column.dtype))
