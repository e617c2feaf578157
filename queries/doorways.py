"""From which doors of a group an offer is reached, by which referrals; where nobody knows a door, from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from queries.bits import Bits
from queries.carrying import Served
from queries.index import Index
from queries.reach import Reach
from queries.standing import Standing, Usable

ANYWHERE = -1
"""Stands for "whoever refers" where no door of the group is known."""


class Doorways:
    """The doors of one cell, and the offers that serve it."""

    def __init__(
        self, index: Index, standing: Standing, ends: tuple[Served, ...], doors: frozenset[int], max_legs: int
    ) -> None:
        self._index, self._standing, self._ends, self._max_legs = index, standing, ends, max_legs
        self._sender, self._receiver = index.senders, index.receivers
        self.doors = doors
        self.all = doors or frozenset({ANYWHERE})

    def reach(self, usable: Usable) -> Reach:
        """Return the search over some referrals."""
        return Reach(self._index, usable, self._max_legs)

    def reached(self, reach: Reach) -> frozenset[int]:
        """Return the doors from which a way leads to an offer."""
        return self.reached_of(self.all, reach)

    def reached_of(self, doors: frozenset[int], reach: Reach) -> frozenset[int]:
        """Return those of some doors from which a way leads to an offer."""
        found = set[int]()
        for door in doors:
            starts = _starts(door)
            for end in self._ends:
                if reach.way(end, starts):
                    found.add(door)
                    break
        return frozenset(found)

    def pairs(self, referrals: Bits, doors: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield sender and receiver of every leg of the first of the shortest ways from each of some doors, by ids."""
        for door in sorted(doors, key=self._by_id):
            yield from pairwise(self._senders(referrals) if door == ANYWHERE else self._shortest(referrals, door))

    def _senders(self, referrals: Bits) -> list[int]:
        """Return the first who refers to an offer, and to whom."""
        reach = Reach(self._index, self._standing.usable(referrals), 1)
        pairs = (
            (sender, end.arrivals[0])
            for end in self._each_arrival()
            for sender in {self._sender[row] for row in self._index.sent_to[end.arrivals[0]]}
            if sender not in (end.arrivals[0], ANYWHERE) and _leads(reach, end, sender)
        )
        return list(min(pairs, key=lambda pair: (self._by_id(pair[0]), self._by_id(pair[1])), default=()))

    def _shortest(self, referrals: Bits, door: int) -> list[int]:
        usable = self._standing.usable(referrals)
        searches = [Reach(self._index, usable, legs) for legs in range(self._max_legs + 1)]
        ends = sorted(self._each_arrival(), key=lambda end: self._by_id(end.arrivals[0]))
        found = ((legs, end) for legs in range(self._max_legs + 1) for end in ends if _leads(searches[legs], end, door))
        shortest = next(found, None)
        if shortest is None:
            return []  # an open offer of which the client is only told
        (legs, end), way = shortest, [door]
        for left in range(legs - 1, 0, -1):
            further = {self._receiver[row] for row in self._index.sent_by[way[-1]] if usable(row)}
            ahead = sorted(further - {*way, end.arrivals[0], ANYWHERE}, key=self._by_id)
            way.append(next(one for one in ahead if _leads(searches[left], end, one)))
        return [*way, end.arrivals[0]] if legs else way

    def _each_arrival(self) -> Iterator[Served]:
        for end in self._ends:
            yield from (replace(end, arrivals=(arrival,)) for arrival in end.arrivals)

    def rows(self, among: Bits, pairs: Iterable[tuple[int, int]]) -> Iterator[int]:
        """Yield the referrals between some pairs that are among others."""
        usable, senders = self._standing.usable(among), self._sender
        for sender, receiver in dict.fromkeys(pairs):
            yield from (row for row in self._index.sent_to[receiver] if senders[row] == sender and usable(row))

    def _by_id(self, actor: int) -> str:
        return self._index.actors.text("id")[actor] if actor >= 0 else ""


def _starts(door: int) -> frozenset[int] | None:
    return None if door == ANYWHERE else frozenset({door})


def _leads(reach: Reach, end: Served, start: int) -> bool:
    return reach.leads(end, frozenset({start}))
