"""The legs a client can take between actors: which referrals are usable and what each costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.view import View
from queries.capacities import Capacities
from queries.conditions import Conditions
from queries.cost import Cost, Weights
from queries.freshness import Limits, state
from queries.signature import Signatures
from queries.targets import Target
from queries.verdict import Ask

UNUSABLE = -1


@dataclass(frozen=True, slots=True)
class Step:
    """The cheapest referral to one receiver."""

    receiver: int
    total: int
    row: int


class Legs:
    """Referrals as priced steps for one client and need; every row is judged once, when first met."""

    def __init__(self, view: View, conditions: Conditions, weights: Weights, limits: Limits) -> None:
        self.conditions, self.weights = conditions, weights
        self._limits = limits
        self.index = conditions.index
        referrals = self.index.referrals
        self.senders, self.receivers = referrals.ints("sender"), referrals.ints("receiver")
        self.offers = referrals.ints("offer")
        self._handover, self._checked = referrals.ints("handover"), referrals.ints("checked")
        self._capacity = referrals.text("capacity")
        self._concepts = self.index.concepts.text("id")
        self._signatures = Signatures(view)
        self._capacities = Capacities(view)
        self._totals: dict[int, int] = {}
        self._coldness: dict[int, int] = {}
        self._onward: dict[int, tuple[Step, ...]] = {}

    def total(self, row: int) -> int:
        """Return what a referral costs whatever the offer, or `UNUSABLE`."""
        found = self._totals.get(row)
        if found is None:
            usable = self.conditions.usable(row)
            found = self._totals[row] = self.cost(row).total if usable else UNUSABLE
        return found

    def cost(self, row: int, more: Sequence[Ask] = ()) -> Cost:
        """Return the parts of what a referral costs; ``more`` are questions that arise on this route."""
        weights, day = self.weights, self.conditions.client.day
        asks = len({*self.conditions.referral(row).asks, *more})
        checked = self._checked[row]
        full = state(checked, day, self._limits.capacity) != "stale"
        return Cost(
            questions=weights.question * asks,
            legs=weights.leg,
            handover=self._cold(self._handover[row]),
            freshness=weights.of_freshness(state(checked, day, self._limits.fact)),
            capacity=weights.of_capacity(self._capacities.level(self._capacity[row])) if full else 0,
        )

    def direct(self, target: Target) -> Cost:
        """Return what it costs to name an offer to the client."""
        weights = self.weights
        return Cost(
            legs=weights.leg,
            direct=weights.direct,
            handover=weights.of_handover("information"),
            access=weights.of_access(target.access),
        )

    def _cold(self, concept: int) -> int:
        found = self._coldness.get(concept)
        if found is None:
            known = concept >= 0
            found = self.weights.of_handover(self._concepts[concept]) if known else self.weights.handover_unknown
            self._coldness[concept] = found
        return found

    def onward(self, actor: int) -> tuple[Step, ...]:
        """Return the steps from an actor to another who refers on; an agreement on one offer leaves that to be asked."""
        found = self._onward.get(actor)
        if found is None:
            rows = self.index.sent_by[actor]
            priced = ((row, self.conditions.agreements.onward(row)) for row in rows if self.total(row) != UNUSABLE)
            found = self._onward[actor] = self._cheapest(priced)
        return found

    def last(self, rows: Iterable[int], target: Target) -> Step | None:
        """Return the cheapest of parallel referrals that end at a target."""
        ends = self.conditions.agreements.at_end
        priced = ((row, ends(row, target.provider, target.offer)) for row in rows if self.total(row) != UNUSABLE)
        steps = self._cheapest((row, asks) for row, asks in priced if asks is not None)
        return min(steps, key=lambda step: (step.total, self._signatures.referral(step.row))) if steps else None

    def _cheapest(self, priced: Iterable[tuple[int, tuple[Ask, ...]]]) -> tuple[Step, ...]:
        best: dict[int, Step] = {}
        for row, asks in priced:
            receiver = self.receivers[row]
            total = self.total(row) + self.weights.question * len(asks)
            known = best.get(receiver)
            if known is None or total < known.total or (total == known.total and self._precedes(row, known.row)):
                best[receiver] = Step(receiver, total, row)
        return tuple(best.values())

    def _precedes(self, row: int, other: int) -> bool:
        return self._signatures.referral(row) < self._signatures.referral(other)
