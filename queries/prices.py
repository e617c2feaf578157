"""What each referral costs one client: the verdict of `queries.conditions`, reached in the fewest steps.

A search looks at hundreds of referrals and uses a handful. Most fail at their groups, so these are read first; only
where something has to be asked, or somebody refuses, the conditions are judged in full.
"""

from __future__ import annotations

from graph.lookups import TIMED
from queries.capacities import Capacities
from queries.conditions import Conditions
from queries.cost import Cost, Weights
from queries.fewest import UNUSABLE, Fewest, counted
from queries.freshness import Limits, state


class Prices:
    """Prices the referrals of one view for one client and need; each is judged once, when first met."""

    def __init__(
        self, conditions: Conditions, groups: Fewest, capacities: Capacities, weights: Weights, limits: Limits
    ) -> None:
        self._conditions, self._weights, self._limits = conditions, weights, limits
        self._capacities = capacities
        index, referrals = conditions.index, conditions.index.referrals
        self._polarities, self._yes = referrals.text("polarity").codes, index.agreed_yes
        self._traits = index.traits
        self._senders, self._receivers = referrals.ints("sender"), referrals.ints("receiver")
        self._handover, self._checked = referrals.ints("handover"), referrals.ints("checked")
        self._capacity = referrals.text("capacity")
        self._capacities_said = self._capacity.codes
        self._from, self._until = referrals.ints("valid_from"), referrals.ints("valid_until")
        audiences, themes = referrals.lists("audiences"), referrals.lists("themes")
        self._group_at, self._groups = audiences.offsets, audiences.values
        self._theme_at, self._themes = themes.offsets, themes.values
        self._region_at = referrals.lists("regions").offsets
        self._refusals_at = index.refused_at
        self._concepts = index.concepts.text("id")
        self._totals: dict[int, int] = {}
        self._bases: dict[tuple[int, int, int], Cost] = {}
        self._base_totals: dict[tuple[int, int, int], int] = {}
        self._of_groups = groups.of
        self._of_themes = Fewest(lambda theme: counted(conditions.client.agreed_for(conditions.need, (theme,)))).of

    def total(self, row: int) -> int:
        """Return what a referral costs whatever the offer, or `UNUSABLE`."""
        found = self._totals.get(row)
        if found is None:
            found = self._totals[row] = self._total(row)
        return found

    def base(self, row: int) -> Cost:
        """Return what a referral costs apart from open questions."""
        key = (self._handover[row], self._checked[row], self._capacities_said[row])
        found = self._bases.get(key)
        if found is None:
            found = self._bases[key] = self._base(*key[:2], self._capacity[row])
            self._base_totals[key] = found.total
        return found

    def _total(self, row: int) -> int:
        # Slices, not lists of lists: what is read here is read a thousand times a question.
        open_questions = 0
        start, end = self._group_at[row], self._group_at[row + 1]
        if start != end:
            open_questions = self._of_groups(self._groups[start:end])
            if open_questions == UNUSABLE:
                return UNUSABLE
        start, end = self._theme_at[row], self._theme_at[row + 1]
        if start != end:
            more = self._of_themes(self._themes[start:end])
            if more == UNUSABLE:
                return UNUSABLE
            open_questions += more
        if self._region_at[row] != self._region_at[row + 1] or not self._is_plain(row):
            if not self._conditions.usable(row):
                return UNUSABLE
            open_questions = len(self._conditions.referral(row).asks)
        found = self._base_totals.get((self._handover[row], self._checked[row], self._capacities_said[row]))
        return (self.base(row).total if found is None else found) + self._weights.question * open_questions

    def _is_plain(self, row: int) -> bool:
        """Return whether nothing but its groups and themes can stand in the way of a referral."""
        sender, receiver = self._senders[row], self._receivers[row]
        if sender < 0 or receiver < 0 or self._polarities[row] != self._yes:
            return False
        if self._from[row] >= 0 or self._until[row] >= 0:
            return False
        if self._refusals_at[sender] != self._refusals_at[sender + 1]:
            return False
        if not (self._traits[sender] | self._traits[receiver]) & TIMED:
            return True
        alive = self._conditions.alive
        return alive(sender).outcome == "yes" == alive(receiver).outcome

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
