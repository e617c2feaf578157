"""Circles of referrals in which one client may be sent round and nobody has an offer for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from graph.view import View
from queries.agreed_graph import AgreedGraph
from queries.finding import Finding
from queries.references import References
from queries.shared_clients import SharedClients, Terms

LONGEST = 4
"""Legs of a circle at most: as many as a route has."""
MOST = 20_000
"""So many circles are looked at."""


class Carousels:
    """The circles of one view; ``complete`` tells whether all were looked at, once `findings` is through."""

    def __init__(self, view: View, agreed: AgreedGraph, refer: References) -> None:
        self._agreed, self._refer = agreed, refer
        self._shared = SharedClients(view)
        self._index = agreed.index
        self.complete = True

    def findings(self) -> Iterator[Finding]:
        """Yield one finding per circle, beginning at the actor whose id comes first."""
        import networkx

        ids = self._agreed.ids
        circles = networkx.simple_cycles(self._agreed.directed(), length_bound=LONGEST)
        looked = 0
        for circle in islice(circles, MOST):
            looked += 1
            edges = list(zip(circle, (*circle[1:], circle[0]), strict=True))
            chosen = self._sent_round([self._agreed.edges[edge] for edge in edges], self._provided(circle), ())
            if chosen:
                first = min(range(len(circle)), key=lambda at: ids[circle[at]])
                ordered = [*circle[first:], *circle[:first]]
                actors = [actor for row in (*ordered, ordered[0]) if (actor := self._refer.actor(row))]
                lists = self._index.referrals.lists("evidence")
                said = self._refer.evidence(place for row in chosen for place in lists[row])
                yield Finding("carousel", actors[0], tuple(actors[1:]), evidence=said)
        self.complete = looked < MOST or next(circles, None) is None

    def _sent_round(
        self, legs: Sequence[Sequence[int]], provided: Sequence[Terms], chosen: tuple[int, ...]
    ) -> tuple[int, ...]:
        """Return referrals, one a leg, that have a client in common for whom nobody on the circle has an offer."""
        if not legs:
            terms = [self._referral(row) for row in chosen]
            met = any(all(self._shared.possible(offer, other) for other in terms) for offer in provided)
            return () if met else chosen
        for row in legs[0]:
            if all(self._shared.possible(self._referral(row), self._referral(other)) for other in chosen):
                found = self._sent_round(legs[1:], provided, (*chosen, row))
                if found:
                    return found
        return ()

    def _provided(self, circle: Sequence[int]) -> list[Terms]:
        lists = self._index.provisions.lists
        return [
            Terms(tuple(lists("audiences")[row]), self._index.themes(row), self._index.area(row)[0])
            for actor in circle
            for row in self._agreed.offered(actor)
        ]

    def _referral(self, row: int) -> Terms:
        lists = self._index.referrals.lists
        return Terms(*(tuple(lists(name)[row]) for name in ("audiences", "themes", "regions")))
