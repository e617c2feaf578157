"""What each referral costs one client: the verdict of `queries.conditions`, reached in the fewest steps.

A search looks at hundreds of referrals and uses a handful. Most fail at their groups, so these are read first; only
where something has to be asked, or somebody refuses, the conditions are judged in full.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

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
        self._agreed_for = index.agreed_for
        self._handover, self._checked = referrals.ints("handover"), referrals.ints("checked")
        self._capacity = referrals.text("capacity")
        self._capacity_codes = self._capacity.codes
        self._plain, self._concepts = index.plain_referrals, index.concepts.text("id")
        self._bases: dict[tuple[int, int, int], Cost] = {}
        self._base_totals: dict[tuple[int, int, int], int] = {}
        self._groups = groups
        self._topics = _Topics(index, conditions.need)
        self.questions: dict[int, int] = {}
        """How many questions each referral leaves open that has been priced and is usable."""

    def __missing__(self, row: int) -> int:
        """Price a referral."""
        # Hundreds a question, most of which fail at their groups: no call for what a few operations tell.
        audiences, questions = self._agreed_for[self._audiences[row]], 0  # an empty list is for all
        if audiences:
            if audiences & ~self._groups.judged:
                self._groups.judge(audiences)
            if not audiences & self._groups.fitting:
                self[row] = UNUSABLE
                return UNUSABLE
            for questions, those in self._groups.levels:  # noqa: B007 - the first that matches counts
                if audiences & those:
                    break
        questions += self._topics[self._themes[row]]
        if questions < UNUSABLE and not self._plain[row]:
            usable = self._conditions.usable(row)
            questions = len(self._conditions.referral(row).asks) if usable else UNUSABLE
        if questions >= UNUSABLE:
            self[row] = UNUSABLE
            return UNUSABLE
        base = self._base_totals.get((self._handover[row], self._checked[row], self._capacity_codes[row]))
        if base is None:
            base = self.base(row).total
        self.questions[row] = questions
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


class _Topics(dict[int, int]):
    """How many questions lists of themes leave open, by code: `queries.client.Client.agreed_for` in numbers."""

    def __init__(self, index: Index, need: Need) -> None:
        super().__init__()
        self._agreed_on, self._any = index.agreed_on, need.concept < 0
        wanted = tuple(index.concepts.lists("themes")[need.concept]) if need.by_type else (need.concept,)
        wanted = () if self._any else wanted
        self._wanted = bool(wanted)
        self._surely = _bits(wanted) | _bits(*(index.closure(theme, "broader") for theme in wanted))
        self._perhaps = _bits(*(index.closure(theme, "narrower") for theme in wanted))

    def __missing__(self, code: int) -> int:
        """Look at a list; an empty one is for all."""
        themes = self._agreed_on[code]
        found = self[code] = self._count(themes) if themes else 0
        return found

    def _count(self, themes: int) -> int:
        if self._any or themes & self._surely:
            return 0
        return 1 if themes & self._perhaps or not self._wanted else UNUSABLE


def _bits(*concepts: Iterable[int]) -> int:
    return reduce(or_, (1 << concept for some in concepts for concept in some), 0)
