"""What each referral costs one client: the verdict of `queries.conditions`, reached in the fewest steps.

A search looks at hundreds of referrals and uses a handful. Most fail at their groups, so these are read first; only
where something has to be asked, or somebody refuses, the conditions are judged in full.
"""

from __future__ import annotations

from graph.columns import CodedColumn
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
        referrals = conditions.index.referrals
        self._handover, self._checked = referrals.ints("handover"), referrals.ints("checked")
        self._capacity = referrals.text("capacity")
        self._capacities_said = self._capacity.codes
        self._audiences, self._themes = referrals.coded("audiences"), referrals.coded("themes")
        self._audience_codes, self._theme_codes = self._audiences.codes, self._themes.codes
        self._plain = conditions.index.plain_referrals
        self._concepts = conditions.index.concepts.text("id")
        self._totals: dict[int, int] = {}
        self._bases: dict[tuple[int, int, int], Cost] = {}
        self._base_totals: dict[tuple[int, int, int], int] = {}
        self._of_audiences: dict[int, int] = {}
        self._of_themes: dict[int, int] = {}
        self._groups = groups
        self._topics = Fewest(lambda theme: counted(conditions.client.agreed_for(conditions.need, (theme,))))

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
        code = self._audience_codes[row]
        open_questions = self._of_audiences.get(code)
        if open_questions is None:
            open_questions = self._of_audiences[code] = _of_list(self._audiences, code, self._groups)
        if open_questions < 0:
            return UNUSABLE
        code = self._theme_codes[row]
        more = self._of_themes.get(code)
        if more is None:
            more = self._of_themes[code] = _of_list(self._themes, code, self._topics)
        if more < 0:
            return UNUSABLE
        open_questions += more
        if not self._plain[row]:
            if not self._conditions.usable(row):
                return UNUSABLE
            open_questions = len(self._conditions.referral(row).asks)
        found = self._base_totals.get((self._handover[row], self._checked[row], self._capacities_said[row]))
        return (self.base(row).total if found is None else found) + self._weights.question * open_questions

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


def _of_list(column: CodedColumn, code: int, concepts: Fewest) -> int:
    """Return how much is open about one of a column's lists; an empty one is for all."""
    start, end = column.offsets[code], column.offsets[code + 1]
    return concepts.of(column.values[start:end]) if start != end else 0
