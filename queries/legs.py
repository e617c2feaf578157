"""The legs a client can take between actors: which referrals are usable and what each costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.view import View
from queries.capacities import Capacities
from queries.conditions import Conditions
from queries.cost import Cost, Weights
from queries.fewest import UNUSABLE, Fewest
from queries.freshness import Limits
from queries.prices import Prices
from queries.signature import signatures_of
from queries.targets import Target
from queries.verdict import Ask

Step = tuple[int, int]
"""What the cheapest of parallel referrals costs, and its row."""


class Legs:
    """Referrals as priced steps for one client and need; every row is judged once, when first met."""

    def __init__(self, view: View, conditions: Conditions, groups: Fewest, weights: Weights, limits: Limits) -> None:
        self.conditions, self.weights = conditions, weights
        self.index = conditions.index
        referrals = self.index.referrals
        self.senders, self.receivers = referrals.ints("sender"), referrals.ints("receiver")
        self.offers = referrals.ints("offer")
        self._signatures = signatures_of(view)
        self._prices = Prices(conditions, groups, Capacities(view), weights, limits)
        self._direct: dict[str, Cost] = {}
        self._direct_totals: dict[str, int] = {}
        self.totals: Mapping[int, int] = self._prices
        """What each referral costs whatever the offer, or `UNUSABLE`."""

    def is_sure(self, row: int) -> bool:
        """Return whether a referral is usable without a question."""
        return self.totals[row] < UNUSABLE and not self._prices.questions[row]

    def cost(self, row: int, more: Sequence[Ask] = ()) -> Cost:
        """Return the parts of what a referral costs; ``more`` are questions that arise on this route."""
        asks = len({*self.conditions.referral(row).asks, *more})
        return self._prices.base(row) + Cost(questions=self.weights.question * asks)

    def direct(self, access: str) -> Cost:
        """Return what it costs to name an offer to the client, by how one gets into it."""
        found = self._direct.get(access)
        if found is None:
            weights = self.weights
            found = self._direct[access] = Cost(
                legs=weights.leg,
                direct=weights.direct,
                handover=weights.of_handover("information"),
                access=weights.of_access(access),
            )
        return found

    def direct_total(self, access: str) -> int:
        """Return the sum of `direct`."""
        found = self._direct_totals.get(access)
        if found is None:
            found = self._direct_totals[access] = self.direct(access).total
        return found

    def last(self, rows: Iterable[int], target: Target) -> Step | None:
        """Return the cheapest of parallel referrals that end at a target."""
        ends, totals = self.conditions.agreements.at_end, self.totals
        best: Step | None = None
        for row in rows:
            total = totals[row]
            if total >= UNUSABLE or (best is not None and total > best[0]):
                continue
            asks = ends(row, target.provider, target.offer)
            if asks is not None:
                best = self.cheaper(best, total + self.weights.question * len(asks), row)
        return best

    def cheaper(self, best: Step | None, total: int, row: int) -> Step:
        """Return the cheaper one of two parallel referrals."""
        if best is None or total < best[0] or (total == best[0] and self._precedes(row, best[1])):
            return total, row
        return best

    def _precedes(self, row: int, other: int) -> bool:
        return self._signatures.referral(row) < self._signatures.referral(other)
