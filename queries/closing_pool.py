"""Which closings are weighed against each other: those that by themselves close most, up to a number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from heapq import nsmallest
from math import isqrt
from typing import TYPE_CHECKING

from queries.closing_items import Candidate, Item, Lack

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray

Closes = dict[Candidate, list[int]]
"""Candidates with the numbers of the items each closes."""
Detours = dict[Candidate, int]
"""How many legs the ways have that a new referral makes, besides itself; in thousandths, on average."""
Order = Callable[[Candidate], tuple[object, ...]]


def heaviest(closes: Mapping[Candidate, list[int]], items: list[Item], order: Order, most: int) -> Closes:
    """Return the candidates that close most weight each; equals by ids."""

    def rank(candidate: Candidate) -> tuple[object, ...]:
        return -sum(items[item].weight for item in closes[candidate]), order(candidate)

    return {candidate: closes[candidate] for candidate in nsmallest(most, closes, key=rank)}


def referrals(
    lacks: list[Lack], items: list[Item], actor_ids: Mapping[int, str], max_legs: int, most: int
) -> tuple[Closes, Detours]:
    """Return new referrals that close something.

    They join actors near many doors with actors near many offers, as many as fit; and each door with one offer it
    lacks.
    """
    import numpy

    if not lacks or not max_legs:
        return {}, {}
    senders, receivers = _pairs(lacks, items, actor_ids, max_legs, most)
    found: list[list[int]] = [[] for _ in range(len(senders))]
    legs = numpy.zeros(len(senders), dtype=numpy.int64)
    for lack in lacks:
        ahead = lack.to_offers[receivers]
        for number, (door, away) in enumerate(zip(lack.doors, lack.from_doors, strict=True)):
            beside = (0 if door < 0 else away[senders].astype(numpy.int16)) + ahead
            near = numpy.flatnonzero((away[senders].astype(numpy.int16) + ahead < max_legs) & (senders != receivers))
            legs[near] += beside[near]
            for pair in near:
                found[pair].append(lack.first + number)
    closes: Closes = {}
    detours: Detours = {}
    for sender, receiver, closed, more in zip(senders, receivers, found, legs, strict=True):
        if closed:
            candidate = Candidate("agree_referral", int(receiver), sender=int(sender))
            closes[candidate], detours[candidate] = closed, 1000 * int(more) // len(closed)
    return closes, detours


def _pairs(
    lacks: list[Lack], items: list[Item], actor_ids: Mapping[int, str], max_legs: int, most: int
) -> tuple[NDArray[int64], NDArray[int64]]:
    import numpy

    own = dict.fromkeys(_own(lacks, actor_ids))
    sides = isqrt(max(0, most - len(own)))
    size = len(lacks[0].to_offers)
    near_doors, near_offers = numpy.zeros(size), numpy.zeros(size)
    for lack in lacks:
        weight = 0
        for number, (door, away) in enumerate(zip(lack.doors, lack.from_doors, strict=True)):
            weight += items[lack.first + number].weight
            if door >= 0:
                near_doors += items[lack.first + number].weight * (max_legs - away.clip(0, max_legs).astype(float))
        near_offers += weight * (max_legs - lack.to_offers.clip(0, max_legs).astype(float))
    pairs = dict.fromkeys(
        (sender, receiver)
        for sender in _best(near_doors, actor_ids, sides)
        for receiver in _best(near_offers, actor_ids, sides)
        if sender != receiver
    )
    chosen = list(dict.fromkeys((*own, *pairs)))[:most]
    found = numpy.array(chosen, dtype=numpy.int64).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def _own(lacks: list[Lack], actor_ids: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Yield each door with the first offer it lacks; where no door is known, the first other actor that has one."""
    for lack in lacks:
        arrivals = sorted(lack.arrivals, key=actor_ids.__getitem__)
        for door in sorted(lack.doors, key=lambda door: actor_ids[door] if door >= 0 else ""):
            if door >= 0:
                yield door, arrivals[0]


def _best(scores: NDArray[float64], actor_ids: Mapping[int, str], most: int) -> list[int]:
    import numpy

    rows = numpy.flatnonzero(scores > 0)
    if len(rows) > most:
        least = numpy.sort(scores[rows])[-most] if most else numpy.inf
        rows = rows[scores[rows] >= least]
    return nsmallest(most, (int(row) for row in rows), key=lambda row: (-scores[row], actor_ids[row]))
