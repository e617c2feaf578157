"""What is still to come: for an actor, what the cheapest way on to a target costs with so many legs left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from heapq import heappush, heapreplace
from math import inf
from sys import float_info

from queries.fewest import UNUSABLE
from queries.legs import Legs
from queries.targets import Target


class Ceiling:
    """The k-th best total known so far: what costs more can be left alone, what costs as much cannot."""

    def __init__(self, k: int, total: float = inf) -> None:
        self.k = k
        self.total: float = total if k else -1
        self._best: list[float] = []

    def admits(self, total: float) -> bool:
        """Return whether a route of at least this total may still be among the first k."""
        return total <= self.total and total < inf

    def room(self, spent: float) -> float:
        """Return what may still be spent on from a path, so that it is admitted; never endlessly much."""
        return min(self.total - spent, float_info.max)

    def lower(self, total: float) -> None:
        """Take note of a finished route."""
        if len(self._best) < self.k:
            heappush(self._best, -total)
        elif -total > self._best[0]:
            heapreplace(self._best, -total)
        if len(self._best) == self.k:
            self.total = min(self.total, -self._best[0])


class Ahead:
    """Bounds of one search, as if actors might repeat: with one and two legs left looked up backwards from the targets.

    Looking backwards costs as much as there are referrals to the targets. Until a search has looked at so many
    forwards (`count`), the plainest bound does: one leg and the cheapest target. Everything is computed when first
    asked for, and only as far as the ceiling of that moment: later ones are lower.
    """

    def __init__(self, legs: Legs, at: Mapping[int, Sequence[Target]], ceiling: Ceiling) -> None:
        self._legs, self._at, self._ceiling = legs, at, ceiling
        self._leg = legs.weights.leg
        self._further: dict[tuple[int, int], float] = {}
        self._seen = 0
        self._plain = True

    def count(self, referrals: int) -> None:
        """Take note of so many referrals looked at forwards."""
        self._seen += referrals
        self._plain = self._plain and self._seen <= self._around

    @cached_property
    def _around(self) -> int:
        """How many referrals lead to the targets."""
        offsets = self._legs.index.sent_to.offsets
        return sum(offsets[actor + 1] - offsets[actor] for actor in self._at)

    @cached_property
    def _cheapest(self) -> float:
        return min((target.total for targets in self._at.values() for target in targets), default=inf)

    def least(self, actor: int, left: int) -> float:
        """Return a bound that costs next to nothing; no more than `exact`."""
        by_actor, most = self.bounds(left)
        return min(by_actor.get(actor, most), most)

    def bounds(self, left: int) -> tuple[Mapping[int, float], float]:
        """Return the bounds of `least` by actor, and the one that holds for every actor: the smaller counts."""
        if left < 1:
            return {}, inf
        if self._plain:
            return {}, self._leg + self._cheapest
        if left == 1:
            return self._one, inf
        return self._two, inf if left == 2 else self._leg + self._least_two

    def exact(self, actor: int, left: int) -> float:
        """Return what the cheapest continuation costs."""
        if left < 3 or self._plain:
            return self.least(actor, left)
        found = self._further.get((actor, left))
        if found is None:
            found = self._further[actor, left] = min(self._two.get(actor, inf), self._forward(actor, left - 1))
        return found

    def _forward(self, actor: int, left: int) -> float:
        """Return the cheapest step on and what follows it."""
        receivers, best = self._legs.receivers, inf
        by_actor, most = self.bounds(left)
        for row in self._legs.index.sent_by[actor]:
            receiver = receivers[row]
            if self._leg + min(by_actor.get(receiver, most), most) >= min(best, self._ceiling.total + 1):
                continue
            total = self._legs.totals[row]
            if total < UNUSABLE:
                total += self._legs.weights.question if self._legs.offers[row] >= 0 else 0
                best = min(best, total + self.exact(receiver, left))
        return best

    @cached_property
    def _one(self) -> dict[int, float]:
        """What ending with one leg costs, by who refers."""
        legs, found = self._legs, dict[int, float]()
        senders, totals, leg = legs.senders, legs.totals, self._leg
        # The cheapest first: then most others need no price.
        ends = sorted((min(target.total for target in targets), receiver) for receiver, targets in self._at.items())
        for cheapest, receiver in ends:
            if not self._ceiling.admits(leg + cheapest):
                break
            for row in legs.index.sent_to[receiver]:
                sender = senders[row]
                best = found.get(sender, self._ceiling.total + 1)
                if leg + cheapest >= best:
                    continue
                total = totals[row]
                if total < UNUSABLE and total + cheapest < best:
                    at = self._at[receiver]
                    ending = total + (self._cheapest_end(row, at) if legs.offers[row] >= 0 else cheapest)
                    if ending < best and self._ceiling.admits(ending):
                        found[sender] = ending
        return found

    @cached_property
    def _two(self) -> dict[int, float]:
        """What ending with at most two legs costs, by who refers first."""
        found = dict(self._one)
        for actor, total in self._by_two.items():
            found[actor] = min(total, found.get(actor, inf))
        return found

    @cached_property
    def _by_two(self) -> dict[int, float]:
        legs, found = self._legs, dict[int, float]()
        senders, totals, leg, question = legs.senders, legs.totals, self._leg, legs.weights.question
        for rest, receiver in sorted((rest, receiver) for receiver, rest in self._one.items()):
            if not self._ceiling.admits(leg + rest):
                break
            for row in legs.index.sent_to[receiver]:
                sender = senders[row]
                best = found.get(sender, self._ceiling.total + 1)
                if leg + rest >= best or sender < 0:
                    continue
                price = totals[row]
                if price < UNUSABLE:
                    total = price + rest + (question if legs.offers[row] >= 0 else 0)
                    if total < best and self._ceiling.admits(total):
                        found[sender] = total
        return found

    @cached_property
    def _least_two(self) -> float:
        """What the cheapest end with exactly two legs costs: a longer one ends with two legs as well."""
        return min(self._by_two.values(), default=inf)

    def _cheapest_end(self, row: int, targets: Sequence[Target]) -> float:
        question, at_end = self._legs.weights.question, self._legs.conditions.agreements.at_end
        ends = ((target.total, at_end(row, target.provider, target.offer)) for target in targets)
        return min((total + question * len(asks) for total, asks in ends if asks is not None), default=inf)
