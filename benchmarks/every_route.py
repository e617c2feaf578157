"""The k cheapest routes by enumeration: every provision and every simple path up to a cost, judged in full.

Slow and simple, without index, screen, bounds or heap: what `queries.routes` has to agree with.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.view import View
from queries.client import Client, Need
from queries.conditions import Conditions
from queries.cost import DEFAULT
from queries.fewest import Fewest, counted, one_by_one
from queries.fits import RowFits
from queries.fitting_offers import FittingOffers
from queries.freshness import TRUSTED
from queries.index import index_of
from queries.legs import Legs
from queries.names import names_of
from queries.profile import Profile
from queries.targets import Target, Targets
from queries.verdict import Verdict

Way = tuple[int, tuple[str, ...], str, str, bool]
"""Cost, ids of the actors, provider, offer, and whether the offer is only named to the client."""


class Enumeration:
    """All routes of one client with one need and a start."""

    def __init__(self, view: View, profile: Profile, max_legs: int) -> None:
        names = names_of(view)
        self._index, self._max_legs = index_of(view), max_legs
        self._start = names.actor(profile.start)
        client, need = Client.of(view, profile), Need(names.need(profile.needs[0]))
        self._conditions = Conditions(view, client, need)
        self._legs = Legs(
            view, self._conditions, Fewest(one_by_one(lambda group: counted(client.group(group)))), DEFAULT, TRUSTED
        )
        self._targets = self._judged(Targets(view, self._conditions, DEFAULT, TRUSTED))
        self._ids, self._offers = self._index.actors.text("id"), self._index.offers.text("id")
        self._senders, self._receivers = self._legs.senders, self._legs.receivers

    def _judged(self, targets: Targets) -> list[Target]:
        fitting = {}
        for row in self._index.provisions:
            verdict = self._conditions.provision(row)
            if verdict.outcome != "no":
                fitting[row] = len(verdict.asks)
        found = FittingOffers(targets, RowFits(self._index, fitting)).targets()
        return [target for target in found if target.provider >= 0]

    def cheapest(self, k: int, most: int) -> list[Way]:
        """Return the k cheapest routes among all that cost no more than ``most``."""
        best: dict[tuple[object, ...], Way] = {}
        # Of parallel agreements the cheapest counts: a route is where it leads.
        for way in (*self._named(), *self._referred(most)):
            if way[0] <= most:
                best[way[1:]] = min(way, best.get(way[1:], way))
        return sorted(best.values(), key=_order)[:k]

    def _named(self) -> Iterator[Way]:
        agreed = {
            (target.provider, target.offer)
            for row in self._index.sent_by[self._start]
            if self._conditions.referral(row).outcome == "yes"
            for target in self._targets
            if target.ends
            and self._receivers[row] == target.arrivals[-1]
            and self._conditions.agreements.at_end(row, target.provider, target.offer) == ()
        }
        for target in self._targets:
            if target.direct and self._start not in target.arrivals and (target.provider, target.offer) not in agreed:
                total = target.total + self._legs.direct_total(target.access)
                yield self._way(total, (self._start, target.arrivals[-1]), target, direct=True)

    def _referred(self, most: int) -> Iterator[Way]:
        at: dict[int, list[Target]] = {}
        for target in self._targets:
            for actor in target.arrivals if target.ends else ():
                at.setdefault(actor, []).append(target)
        ahead: list[tuple[tuple[int, ...], int]] = [((self._start,), 0)]
        for target in at.get(self._start, ()):
            yield self._way(target.total, (self._start,), target)
        while ahead:
            path, spent = ahead.pop()
            for row in self._index.sent_by[path[-1]] if len(path) <= self._max_legs else ():
                verdict: Verdict = self._conditions.referral(row)
                receiver = self._receivers[row]
                if receiver < 0 or receiver in path or verdict.outcome == "no":
                    continue
                cost = spent + self._legs.cost(row).total
                if cost > most:
                    continue
                for target in at.get(receiver, ()):
                    asks = self._conditions.agreements.at_end(row, target.provider, target.offer)
                    if asks is not None:
                        total = cost + DEFAULT.question * len(asks) + target.total
                        yield self._way(total, (*path, receiver), target)
                further = cost + DEFAULT.question * len(self._conditions.agreements.onward(row))
                if further <= most:
                    ahead.append(((*path, receiver), further))

    def _way(self, total: int, actors: tuple[int, ...], target: Target, *, direct: bool = False) -> Way:
        offer = self._offers[target.offer] if target.offer >= 0 else ""
        return total, tuple(self._ids[actor] for actor in actors), self._ids[target.provider], offer, direct


def _order(way: Way) -> tuple[int, tuple[str, ...]]:
    return way[0], (*way[1], "", way[2], way[3], "direct" if way[4] else "")
