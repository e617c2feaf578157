"""What each referral costs one client: the verdict of `queries.conditions`, reached in the fewest steps.

A search looks at hundreds of referrals and uses a handful. Most fail at their groups, so these are read first; only
where something has to be asked, or somebody refuses, the conditions are judged in full.
"""

from __future__ import annotations

from collections.abc import Callable

from queries.capacities import Capacities
from queries.client import Need
from queries.conditions import Conditions
from queries.cost import Cost, Weights
from queries.fewest import UNUSABLE, Fewest
from queries.freshness import Limits, state
from queries.index import Index


class Prices(dict[int, int]):
    """What each referral costs one client with one need, whatever the offer, or `UNUSABLE`: priced when first met."""

    def __init__(
        self, conditions: Conditions, groups: Fewest, capacities: Capacities, weights: Weights, limits: Limits
    ) -> None:
        super().__init__()
        self._conditions, self._weights, self._limits = conditions, weights, limits
        self._question = weights.question
        self._capacities = capacities
        index, referrals = conditions.index, conditions.index.referrals
        self._audiences, self._themes = referrals.coded("audiences").codes, referrals.coded("themes").codes
        self._agreed_for, self._agreed_on = index.agreed_for, index.agreed_on
        self._handover, self._checked = referrals.ints("handover"), referrals.ints("checked")
        self._capacity = referrals.text("capacity")
        self._capacity_codes = self._capacity.codes
        self._plain, self._concepts = index.plain_referrals, index.concepts.text("id")
        self._bases: dict[tuple[int, int, int], Cost] = {}
        self._base_totals: dict[tuple[int, int, int], int] = {}
        self._groups = groups
        self._topics = Fewest(_on_themes(index, conditions.need))

    def __missing__(self, row: int) -> int:
        """Price a referral."""
        # An empty list is for all.
        audiences = self._agreed_for[self._audiences[row]]
        questions = self._groups.of(audiences) if audiences else 0
        if questions < UNUSABLE:
            themes = self._agreed_on[self._themes[row]]
            if themes:
                questions += self._topics.of(themes)
        if questions < UNUSABLE and not self._plain[row]:
            usable = self._conditions.usable(row)
            questions = len(self._conditions.referral(row).asks) if usable else UNUSABLE
        if questions >= UNUSABLE:
            self[row] = UNUSABLE
            return UNUSABLE
        base = self._base_totals.get((self._handover[row], self._checked[row], self._capacity_codes[row]))
        if base is None:
            base = self.base(row).total
        total = self[row] = base + self._question * questions
        return total

    def base(self, row: int) -> Cost:
        """Return what a referral costs apart from open questions."""
        key = self._handover[row], self._checked[row], self._capacity_codes[row]
        found = self._bases.get(key)
        if found is None:
            found = self._bases[key] = self._base(*key[:2], self._capacity[row])
            self._base_totals[key] = found.total
        return found

    def _base(self, handover: int, checked: int, capacity: str) -> Cost:
        weights, day = self._weights, self._conditions.client.day
        counts = state(checked, day, self._limits.capacity) != "stale"
        cold = weights.of_handover(self._concepts[handover]) if handover >= 0 else weights.handover_unknown
        return Cost(
            legs=weights.leg,
            handover=cold,
            freshness=weights.of_freshness(state(checked, day, self._limits.fact)),
            capacity=weights.of_capacity(self._capacities.level(capacity)) if counts else 0,
        )


def _on_themes(index: Index, need: Need) -> Callable[[int], int]:
    """Return how many questions an agreement on a theme leaves open: `queries.client.Client.agreed_for` in numbers."""
    wanted = tuple(index.concepts.lists("themes")[need.concept]) if need.by_type else (need.concept,)
    surely = frozenset(wanted).union(*(index.closure(theme, "broader") for theme in wanted))
    perhaps = frozenset[int]().union(*(index.closure(theme, "narrower") for theme in wanted))

    def count(theme: int) -> int:
        if need.concept < 0 or theme in surely:
            return 0
        return 1 if theme in perhaps or not wanted else UNUSABLE

    return count
