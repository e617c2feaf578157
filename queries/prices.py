"""What each referral costs one client: the verdict of `queries.conditions`, reached in the fewest steps.

A search looks at hundreds of referrals and uses a handful. Most fail at their groups, so these are read first; only
where something has to be asked, or somebody refuses, the conditions are judged in full.
"""

from __future__ import annotations

from queries.capacities import Capacities
from queries.conditions import Conditions
from queries.cost import Cost, Weights
from queries.fewest import UNUSABLE, Fewest, FewestOfLists, counted
from queries.freshness import Limits, state


class Prices(dict[int, int]):
    """What each referral costs one client with one need, whatever the offer, or `UNUSABLE`: priced when first met."""

    def __init__(
        self, conditions: Conditions, groups: Fewest, capacities: Capacities, weights: Weights, limits: Limits
    ) -> None:
        super().__init__()
        self._conditions, self._weights, self._limits = conditions, weights, limits
        self._question = weights.question
        self._capacities = capacities
        referrals = conditions.index.referrals
        self._handover, self._checked = referrals.ints("handover"), referrals.ints("checked")
        self._capacity = referrals.text("capacity")
        self._capacities_said = self._capacity.codes
        audiences, themes = referrals.coded("audiences"), referrals.coded("themes")
        self._audience_codes, self._theme_codes = audiences.codes, themes.codes
        self._plain = conditions.index.plain_referrals
        self._concepts = conditions.index.concepts.text("id")
        self._bases: dict[tuple[int, int, int], Cost] = {}
        self._base_totals: dict[tuple[int, int, int], int] = {}
        # An empty list is for all.
        self._of_audiences = FewestOfLists(audiences, groups, blank=0)
        topics = Fewest(lambda theme: counted(conditions.client.agreed_for(conditions.need, (theme,))))
        self._of_themes = FewestOfLists(themes, topics, blank=0)

    def __missing__(self, row: int) -> int:
        """Price a referral."""
        questions = self._of_audiences[self._audience_codes[row]]
        if questions < UNUSABLE:
            questions += self._of_themes[self._theme_codes[row]]
        if questions < UNUSABLE and not self._plain[row]:
            usable = self._conditions.usable(row)
            questions = len(self._conditions.referral(row).asks) if usable else UNUSABLE
        if questions >= UNUSABLE:
            self[row] = UNUSABLE
            return UNUSABLE
        base = self._base_totals.get((self._handover[row], self._checked[row], self._capacities_said[row]))
        if base is None:
            base = self.base(row).total
        total = self[row] = base + self._question * questions
        return total

    def base(self, row: int) -> Cost:
        """Return what a referral costs apart from open questions."""
        key = (self._handover[row], self._checked[row], self._capacities_said[row])
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
