"""The k cheapest simple paths from some starts to the targets: exact, best first, bounded by what is still to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from queries.ahead import Ahead, Ceiling
from queries.fewest import UNUSABLE
from queries.legs import Legs, Step
from queries.targets import Target

ANYWHERE = -1
Key = tuple[str, ...]
"""Ids along a path, then "", the provider and the offer. A path's key is a prefix of its continuations' keys, so
that among equal costs what leaves the heap first is also first by key: ties are broken by ids, not by row numbers."""


class Found(NamedTuple):
    """A route as rows.

    Args:
        actors: from the start (`ANYWHERE` if the client simply goes there) to where the provider is reached.
        rows: the referral of each leg; none for a direct leg or none at all.
    """

    total: int
    actors: tuple[int, ...]
    rows: tuple[int, ...]
    target: Target
    direct: bool = False


class _Open(NamedTuple):
    """A path whose continuations are still to be looked at; ``exact``: its bound cannot be made tighter."""

    spent: int
    actors: tuple[int, ...]
    rows: tuple[int, ...]
    exact: bool = False


Heap = list[tuple[float, Key, Found | _Open]]


class Search:
    """One search for one client, need and set of targets: the k cheapest routes of at most so many legs.

    Args:
        ceiling: routes of a higher total are not looked for.
    """

    def __init__(self, legs: Legs, targets: Sequence[Target], max_legs: int, k: int, ceiling: float = inf) -> None:
        self._legs, self._max_legs = legs, max_legs
        self._ids = legs.index.actor_ids
        self._offer_ids = legs.index.offer_ids
        self._targets = [target for target in targets if target.provider >= 0]
        self._at: dict[int, list[Target]] = {}
        for target in self._targets:
            for actor in target.arrivals if target.ends else ():
                self._at.setdefault(actor, []).append(target)
        self._heap: Heap = []
        self._agreed: dict[int, list[int]] | None = None  # the referrals of the start by who receives them
        self._ceiling = Ceiling(k, ceiling)
        self._ahead = Ahead(legs, self._at, self._ceiling)

    def from_starts(self, starts: Mapping[int, int], *, named_start: bool) -> list[Found]:
        """Return the k cheapest routes from actors, each with what starting there costs.

        Args:
            named_start: the one start is who asks, so that naming an offer to the client is a leg of theirs.
        """
        self._push_direct(next(iter(starts)) if named_start else ANYWHERE)
        for actor, spent in starts.items():
            for target in self._at.get(actor, ()):
                self._push_end(Found(spent + target.total, (actor,), (), target))
        for actor, spent in starts.items():
            self._push_open(_Open(spent, (actor,), ()))
        return self._pop()

    def from_anyone(self) -> list[Found]:
        """Return the k cheapest routes from any actor that refers.

        A longer path to a sender only repeats the route that begins at that sender, so one leg is enough.
        """
        self._push_direct(ANYWHERE)
        for receiver, targets in self._at.items() if self._max_legs >= 1 else ():
            if self._ceiling.admits(self._legs.weights.leg + min(target.total for target in targets)):
                for sender, rows in _by(self._legs.senders, self._legs.index.sent_to[receiver]).items():
                    if sender not in (receiver, -1):
                        self._push_ends(_Open(0, (sender,), ()), receiver, rows)
        return self._pop()

    def _pop(self) -> list[Found]:
        found: list[Found] = []
        while self._heap and len(found) < self._ceiling.k:
            _, key, first = heappop(self._heap)
            if isinstance(first, Found):
                found.append(first)
            elif first.exact:
                self._expand(key, first)
            else:
                self._tighten(key, first)
        return found

    def _expand(self, key: Key, path: _Open) -> None:
        legs, at, actors, admits = self._legs, self._at, path.actors, self._ceiling.admits
        rows = legs.index.sent_by[actors[-1]]
        self._ahead.count(len(rows))
        # What cannot be among the first is not even priced: an actor may refer to thousands.
        by_actor, most = self._ahead.bounds(self._max_legs - len(path.rows) - 1)
        room = self._ceiling.room(path.spent + legs.weights.leg)
        everywhere = most <= room
        ending: dict[int, list[int]] = {}
        onward: dict[int, Step] = {}
        receivers, offers, totals, question = legs.receivers, legs.offers, legs.totals, legs.weights.question
        for row in rows:
            receiver = receivers[row]
            if receiver in at and receiver not in actors:
                ending.setdefault(receiver, []).append(row)
            if (everywhere or by_actor.get(receiver, inf) <= room) and receiver not in actors:
                total = totals[row]
                if total < UNUSABLE:
                    # Whether who receives for one offer refers on has to be asked.
                    total += question if offers[row] >= 0 else 0
                    best = onward.get(receiver)
                    onward[receiver] = (total, row) if best is None else legs.cheaper(best, total, row)
        for receiver, parallel in ending.items():
            self._push_ends(path, receiver, parallel)
        for receiver, (price, row) in onward.items():
            spent = path.spent + price
            bound = spent + min(by_actor.get(receiver, most), most)
            if admits(bound):
                way = _Open(spent, (*actors, receiver), (*path.rows, row))
                heappush(self._heap, (bound, (*key, self._ids[receiver]), way))

    def _push_ends(self, path: _Open, receiver: int, rows: Sequence[int]) -> None:
        for target in self._at[receiver]:
            if not self._ceiling.admits(path.spent + self._legs.weights.leg + target.total):
                continue
            step = self._legs.last(rows, target)
            if step:
                (price, row), actors = step, (*path.actors, receiver)
                self._push_end(Found(path.spent + price + target.total, actors, (*path.rows, row), target))

    def _push_end(self, found: Found) -> None:
        if self._ceiling.admits(found.total):
            self._ceiling.lower(found.total)
            heappush(self._heap, (found.total, self._key(found), found))

    def _key(self, found: Found) -> Key:
        target = found.target
        offer = self._offer_ids[target.offer] if target.offer >= 0 else ""
        ids = (self._ids[actor] if actor >= 0 else "" for actor in found.actors)
        return (*ids, "", self._ids[target.provider], offer, "direct" if found.direct else "")

    def _push_direct(self, start: int) -> None:
        if self._max_legs < 1:
            return
        cost = self._legs.direct_total
        direct = [(target.total + cost(target.access), target) for target in self._targets if target.direct]
        direct.sort(key=_total)
        for total, target in direct:
            if not self._ceiling.admits(total):
                break
            # What the start reaches itself, or by an agreement that certainly holds, is no news.
            if start not in target.arrivals and not (start >= 0 and self._is_agreed(start, target)):
                self._push_end(Found(total, (start, target.arrivals[-1]), (), target, direct=True))

    def _is_agreed(self, start: int, target: Target) -> bool:
        """Return whether the start has an agreement that certainly leads to an offer."""
        if self._agreed is None:
            self._agreed = _by(self._legs.receivers, self._legs.index.sent_by[start])
        rows = self._agreed.get(target.arrivals[-1])
        if rows is None:
            return False
        at_end = self._legs.conditions.agreements.at_end
        return any(at_end(row, target.provider, target.offer) == () and self._legs.is_sure(row) for row in rows)

    def _push_open(self, path: _Open) -> None:
        left = self._max_legs - len(path.rows)
        bound = path.spent + self._ahead.least(path.actors[-1], left)
        if self._ceiling.admits(bound):
            heappush(self._heap, (bound, tuple(self._ids[actor] for actor in path.actors), path))

    def _tighten(self, key: Key, path: _Open) -> None:
        bound = path.spent + self._ahead.exact(path.actors[-1], self._max_legs - len(path.rows))
        if self._ceiling.admits(bound):
            heappush(self._heap, (bound, key, _Open(path.spent, path.actors, path.rows, exact=True)))


def _total(priced: tuple[int, Target]) -> int:
    return priced[0]


def _by(keys: Sequence[int], rows: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for row in rows:
        found.setdefault(keys[row], []).append(row)
    return found
