"""Circles of referrals in which one client may be sent round and nobody has an offer for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from graph.view import View
from queries.agreed_graph import AgreedGraph
from queries.circles import circles
from queries.finding import Finding
from queries.references import References
from queries.shared_clients import Sets, SharedClients, Terms, meet

LONGEST = 4
"""Legs of a circle at most: as many as a route has."""
MOST = 200_000
"""So many circles are looked at, the shortest first."""


class Carousels:
    """The circles of one view; ``complete`` tells whether all were looked at, once `findings` is through."""

    def __init__(self, view: View, agreed: AgreedGraph, refer: References, shared: SharedClients) -> None:
        self._agreed, self._refer, self._shared = agreed, refer, shared
        self._index = agreed.index
        self._audiences = self._index.provisions.lists("audiences")
        self._agreements: dict[int, Sets] = {}
        self._offers: dict[int, tuple[Sets, ...]] = {}
        self.complete = True

    def findings(self) -> Iterator[Finding]:
        """Yield one finding per circle, beginning at the actor whose id comes first."""
        # Whoever has an offer for everybody keeps every client: no circle through them is a carousel.
        keeping = {actor for actor in self._agreed.into if any(map(self._is_for_all, self._agreed.offered(actor)))}
        found = circles([pair for pair in self._agreed.edges if keeping.isdisjoint(pair)], LONGEST)
        for circle in islice(found, MOST):
            legs = [self._agreed.edges[edge] for edge in zip(circle, (*circle[1:], circle[0]), strict=True)]
            chosen = self._sent_round(circle, legs, ())
            if chosen:
                yield self._finding(circle, chosen)
        self.complete = next(found, None) is None

    def _finding(self, circle: Sequence[int], chosen: tuple[int, ...]) -> Finding:
        actors = [actor for row in (*circle, circle[0]) if (actor := self._refer.actor(row))]
        places = self._index.referrals.lists("evidence")
        said = self._refer.cited(lambda: (place for row in chosen for place in places[row]))
        return Finding("carousel", actors[0], tuple(actors[1:]), evidence=said)

    def _sent_round(
        self, circle: Sequence[int], legs: Sequence[Sequence[int]], chosen: tuple[int, ...]
    ) -> tuple[int, ...]:
        """Return referrals, one a leg, that have a client in common for whom nobody on the circle has an offer."""
        if not legs:
            terms = [self._agreement(row) for row in chosen]
            offers = (offer for actor in circle for offer in self._provided(actor))
            return () if any(all(meet(offer, one) for one in terms) for offer in offers) else chosen
        for row in legs[0]:
            agreed = self._agreement(row)
            if all(meet(agreed, self._agreement(other)) for other in chosen):
                found = self._sent_round(circle, legs[1:], (*chosen, row))
                if found:
                    return found
        return ()

    def _is_for_all(self, provision: int) -> bool:
        index = self._index
        return not (self._audiences[provision] or index.themes(provision) or index.area(provision)[0])

    def _provided(self, actor: int) -> tuple[Sets, ...]:
        found = self._offers.get(actor)
        if found is None:
            index = self._index
            terms = (
                Terms(tuple(self._audiences[row]), index.themes(row), index.area(row)[0])
                for row in self._agreed.offered(actor)
            )
            found = self._offers[actor] = tuple(map(self._shared.sets, dict.fromkeys(terms)))
        return found

    def _agreement(self, row: int) -> Sets:
        found = self._agreements.get(row)
        if found is None:
            lists = self._index.referrals.lists
            terms = Terms(*(tuple(lists(name)[row]) for name in ("audiences", "themes", "regions")))
            found = self._agreements[row] = self._shared.sets(terms)
        return found
