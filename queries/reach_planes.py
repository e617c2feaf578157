"""Spreading backwards over referrals for all groups and themes at once: a plane of bits per actor."""

from __future__ import annotations

from typing import Any

import numpy
from numpy.typing import NDArray

from queries.edge_arrays import Edges, Words

CHUNK = 1024
"""Edges at a time, so that planes stay in the processor's cache."""


def spread(edges: Edges, chosen: NDArray[Any], planes: Words, local: NDArray[Any], into: Words) -> None:
    """Or into each sender's plane what its receivers' planes hold, as far as an edge may be used for it.

    Args:
        chosen: edges, ascending (so that a sender's lie together).
        local: place of an actor's plane; both ends of every edge have one.
        planes, into: ``[place, theme, word]``.
    """
    plain = chosen[edges.plain[chosen]]
    for start in range(0, len(plain), CHUNK):
        some = plain[start : start + CHUNK]
        found = planes[local[edges.receivers[some]]]
        found &= edges.groups[some][:, None, :]
        _united(into, local[edges.senders[some]], found)
    _themed(edges, chosen[~edges.plain[chosen]], planes, local, into)


def _united(into: Words, places: NDArray[Any], found: Words) -> None:
    """Or rows into places that lie together."""
    if not len(places):
        return
    first = numpy.flatnonzero(numpy.concatenate(([True], places[1:] != places[:-1])))
    into[places[first]] |= numpy.bitwise_or.reduceat(found, first, axis=0)


def _themed(edges: Edges, themed: NDArray[Any], planes: Words, local: NDArray[Any], into: Words) -> None:
    """Do the same for edges on single themes."""
    if not len(themed):
        return
    entry, theme = edges.themes.kept(themed).flat()
    some = themed[entry]
    found = planes[local[edges.receivers[some]], theme] & edges.groups[some]
    held = numpy.flatnonzero(found.any(axis=1))
    if not len(held):
        return
    place = local[edges.senders[some[held]]].astype(numpy.int64) * into.shape[1] + theme[held]
    order = numpy.argsort(place, kind="stable")
    _united(into.reshape(-1, into.shape[2]), place[order], found[held[order]])
