"""The k cheapest simple paths from some starts to the targets: exact, best first, bounded by what is still to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush, nsmallest
from math import inf

from queries.legs import UNUSABLE, Legs
from queries.targets import Target

ANYWHERE = -1
Key = tuple[str, ...]
"""Ids along a path, then "", the provider and the offer. A path's key is a prefix of its continuations' keys, so
that among equal costs what leaves the heap first is also first by key: ties are broken by ids, not by row numbers."""


@dataclass(frozen=True, slots=True)
class Found:
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


@dataclass(frozen=True, slots=True)
class _Open:
    """A path whose continuations are still to be looked at; ``exact``: its bound cannot be made tighter."""

    spent: int
    actors: tuple[int, ...]
    rows: tuple[int, ...]
    exact: bool = False


Heap = list[tuple[float, Key, Found | _Open]]


class Search:
    """One search for one client, need and set of targets."""

    def __init__(self, legs: Legs, targets: Sequence[Target], max_legs: int) -> None:
        self._legs, self._max_legs = legs, max_legs
        self._ids = legs.index.actors.text("id")
        self._offer_ids = legs.index.offers.text("id")
        self._targets = [target for target in targets if target.provider >= 0]
        self._at: dict[int, list[Target]] = {}
        for target in self._targets:
            for actor in target.arrivals if target.ends else ():
                self._at.setdefault(actor, []).append(target)
        self._last = self._last_legs() if max_legs >= 1 else {}
        self._nearest = min(self._last.values(), default=inf)
        self._bounds: dict[tuple[int, int], float] = {}

    def from_starts(self, starts: Mapping[int, int], k: int, *, named_start: bool) -> list[Found]:
        """Return the k cheapest routes from actors, each with what starting there costs.

        Args:
            named_start: the one start is who asks, so that naming an offer to the client is a leg of theirs.
        """
        heap: Heap = []
        start = next(iter(starts)) if named_start else ANYWHERE
        self._push_direct(heap, start, k)
        for actor, spent in starts.items():
            for target in self._at.get(actor, ()):
                self._push_end(heap, Found(spent + target.total, (actor,), (), target))
            self._push_open(heap, _Open(spent, (actor,), ()))
        return self._pop(heap, k)

    def from_anyone(self, k: int) -> list[Found]:
        """Return the k cheapest routes from any actor that refers.

        A longer path to a sender only repeats the route that begins at that sender, so one leg is enough.
        """
        heap: Heap = []
        self._push_direct(heap, ANYWHERE, k)
        for receiver in self._at if self._max_legs >= 1 else ():
            for sender, rows in _by(self._legs.senders, self._legs.index.sent_to[receiver]).items():
                if sender not in (receiver, -1):
                    self._push_ends(heap, _Open(0, (sender,), ()), receiver, rows)
        return self._pop(heap, k)

    def _pop(self, heap: Heap, k: int) -> list[Found]:
        found: list[Found] = []
        while heap and len(found) < k:
            _, key, first = heappop(heap)
            if isinstance(first, Found):
                found.append(first)
            elif first.exact:
                self._expand(heap, first)
            else:
                self._tighten(heap, key, first)
        return found

    def _expand(self, heap: Heap, path: _Open) -> None:
        here = path.actors[-1]
        for receiver, rows in _by(self._legs.receivers, self._legs.index.sent_by[here]).items():
            if receiver in self._at and receiver not in path.actors:
                self._push_ends(heap, path, receiver, rows)
        for step in self._legs.onward(here):
            if step.receiver not in path.actors:
                longer = (*path.actors, step.receiver)
                self._push_open(heap, _Open(path.spent + step.total, longer, (*path.rows, step.row)))

    def _push_ends(self, heap: Heap, path: _Open, receiver: int, rows: Sequence[int]) -> None:
        for target in self._at[receiver]:
            step = self._legs.last(rows, target)
            if step:
                actors = (*path.actors, receiver)
                total = path.spent + step.total + target.total
                self._push_end(heap, Found(total, actors, (*path.rows, step.row), target))

    def _push_end(self, heap: Heap, found: Found) -> None:
        heappush(heap, (found.total, self._key(found), found))

    def _key(self, found: Found) -> Key:
        target = found.target
        offer = self._offer_ids[target.offer] if target.offer >= 0 else ""
        ids = (self._ids[actor] if actor >= 0 else "" for actor in found.actors)
        return (*ids, "", self._ids[target.provider], offer, "direct" if found.direct else "")

    def _push_direct(self, heap: Heap, start: int, k: int) -> None:
        direct = [(target.total + self._legs.direct(target).total, target) for target in self._directly(start)]
        # Only the k cheapest can be among the answers; with their equals, so that ids decide and not rows.
        limit = max(nsmallest(k, (total for total, _ in direct)), default=0)
        for total, target in direct:
            if total <= limit:
                self._push_end(heap, Found(total, (start, target.arrivals[-1]), (), target, direct=True))

    def _directly(self, start: int) -> Iterator[Target]:
        if self._max_legs < 1:
            return
        agreed = self._agreed_from(start) if start >= 0 else frozenset()
        for target in self._targets:
            if target.direct and start not in target.arrivals and (target.provider, target.offer) not in agreed:
                yield target

    def _agreed_from(self, start: int) -> frozenset[tuple[int, int]]:
        """Offers to which the start has an agreement that certainly holds: naming them only would be no news."""
        found: set[tuple[int, int]] = set()
        for row in self._legs.index.sent_by[start]:
            if self._legs.conditions.referral(row).outcome != "yes":
                continue
            receiver = self._legs.receivers[row]
            for target in self._at.get(receiver, ()):
                if (
                    receiver == target.arrivals[-1]
                    and self._legs.conditions.agreements.at_end(row, target.provider, target.offer) == ()
                ):
                    found.add((target.provider, target.offer))
        return frozenset(found)

    def _push_open(self, heap: Heap, path: _Open) -> None:
        left = self._max_legs - len(path.rows)
        if left < 1:
            return
        here = path.actors[-1]
        bound = self._last.get(here, inf)
        if left > 1:
            bound = min(bound, self._legs.weights.leg + self._nearest)
        if bound < inf:
            heappush(heap, (path.spent + bound, tuple(self._ids[actor] for actor in path.actors), path))

    def _tighten(self, heap: Heap, key: Key, path: _Open) -> None:
        bound = self._bound(path.actors[-1], self._max_legs - len(path.rows))
        if bound < inf:
            heappush(heap, (path.spent + bound, key, _Open(path.spent, path.actors, path.rows, exact=True)))

    def _bound(self, actor: int, left: int) -> float:
        """Return what the cheapest continuation with at most so many legs costs, as if actors might repeat."""
        if left <= 1:
            return self._last.get(actor, inf) if left else inf
        found = self._bounds.get((actor, left))
        if found is None:
            further = (step.total + self._bound(step.receiver, left - 1) for step in self._legs.onward(actor))
            found = self._bounds[actor, left] = min(self._last.get(actor, inf), min(further, default=inf))
        return found

    def _last_legs(self) -> dict[int, float]:
        """Return for each actor who refers to a target what ending there costs at least."""
        found: dict[int, float] = {}
        for receiver, targets in self._at.items():
            cheapest = min(target.total for target in targets)
            for row in self._legs.index.sent_to[receiver]:
                total = self._legs.total(row)
                sender = self._legs.senders[row]
                if total != UNUSABLE and total + cheapest < found.get(sender, inf):
                    ending = self._cheapest_end(row, targets) if self._legs.offers[row] >= 0 else cheapest
                    found[sender] = min(found.get(sender, inf), total + ending)
        return found

    def _cheapest_end(self, row: int, targets: Sequence[Target]) -> float:
        question = self._legs.weights.question
        ends = (
            (target.total, self._legs.conditions.agreements.at_end(row, target.provider, target.offer))
            for target in targets
        )
        return min((total + question * len(asks) for total, asks in ends if asks is not None), default=inf)


def _by(keys: Sequence[int], rows: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for row in rows:
        found.setdefault(keys[row], []).append(row)
    return found
