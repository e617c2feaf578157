"""Where a client's need can be met: the fitting provisions, one per offer, with what each costs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.view import View
from queries.capacities import Capacities
from queries.conditions import Conditions
from queries.cost import Cost, Weights
from queries.freshness import Limits, state
from queries.signature import Signatures
from queries.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Target:
    """A provision that fits, yes or ask.

    Args:
        total: the sum of ``cost``.
        arrivals: actors at whom one has reached it.
        ends: referrals may end here; the best provision of an offer for whoever is referred.
        direct: it can be named to the client from anywhere; the best provision of an offer for whoever is not.
    """

    provision: int
    provider: int
    offer: int
    verdict: Verdict
    cost: Cost
    total: int
    arrivals: tuple[int, ...]
    access: str
    ends: bool
    direct: bool


@dataclass(frozen=True, slots=True)
class Miss:
    """A provision that does not fit, and why."""

    provision: int
    verdict: Verdict


class Targets:
    """Finds targets and misses for one client and need."""

    def __init__(self, view: View, conditions: Conditions, weights: Weights, limits: Limits) -> None:
        self._conditions, self._index = conditions, conditions.index
        self._weights, self._limits = weights, limits
        provisions = self._index.provisions
        self._provider, self._offer = provisions.ints("provider"), provisions.ints("offer")
        self._access, self._capacity = provisions.text("access"), provisions.text("capacity")
        self._checked, self._online = provisions.ints("checked"), provisions.ints("online")
        self._lies_in = self._index.actors.lists("places")
        self._signatures = Signatures(view)
        self._capacities = Capacities(view)
        places = conditions.client.places
        self._near = _district(view, places[0].region) if places else -1

    def find(self, rows: Iterable[int]) -> tuple[list[Target], list[Miss]]:
        """Return what counts of each offer that fits, and every provision that does not."""
        best: dict[tuple[int, int], list[Target]] = {}
        misses: list[Miss] = []
        for row in rows:
            verdict = self._conditions.provision(row)
            if verdict.outcome == "no":
                misses.append(Miss(row, verdict))
                continue
            target = self._target(row, verdict)
            best.setdefault((target.provider, target.offer), []).append(target)
        return [target for offers in best.values() for target in self._best(offers)], misses

    def _best(self, targets: list[Target]) -> tuple[Target, ...]:
        """Return the provision that counts for those referred, and for others where that is another one."""
        if len(targets) == 1:
            return (targets[0],)
        best = self._least(targets, direct=False)
        named = [target for target in targets if target.direct]
        straight = self._least(named, direct=True) if named else None
        if straight is None or straight == best:
            return (best,)
        return replace(best, direct=False), replace(straight, ends=False)

    def _least(self, targets: list[Target], *, direct: bool) -> Target:
        access = self._weights.of_access
        ranked = [
            ((target.verdict.outcome == "ask", target.total + (access(target.access) if direct else 0)), target)
            for target in targets
        ]
        least = min(rank for rank, _ in ranked)
        equals = [target for rank, target in ranked if rank == least]
        return min(equals, key=lambda one: self._signatures.provision(one.provision)) if len(equals) > 1 else equals[0]

    def _target(self, row: int, verdict: Verdict) -> Target:
        provider = self._provider[row]
        cost = self._cost(row, provider, verdict)
        access = self._access[row] or "unknown"
        arrivals = self._index.arrivals(provider) if provider >= 0 else ()
        # A group has no door of its own: without somebody who coordinates it there is nobody to name.
        known = provider >= 0 and (len(arrivals) > 1 or not self._index.is_group(provider))
        direct = known and access != "referral"
        return Target(row, provider, self._offer[row], verdict, cost, cost.total, arrivals, access, True, direct)

    def _cost(self, row: int, provider: int, verdict: Verdict) -> Cost:
        weights, limits, day = self._weights, self._limits, self._conditions.client.day
        checked = self._checked[row]
        project = provider >= 0 and self._index.kinds[provider] in ("project", "event")
        capacity = 0
        if state(checked, day, limits.capacity) != "stale":
            capacity = weights.of_capacity(self._capacities.level(self._capacity[row]))
        return Cost(
            questions=weights.question * len(verdict.asks),
            freshness=weights.of_freshness(state(checked, day, limits.project if project else limits.fact)),
            distance=weights.away if self._is_away(row, provider) else 0,
            capacity=capacity,
        )

    def _is_away(self, row: int, provider: int) -> bool:
        if provider < 0 or self._near < 0 or self._online[row] == 1:
            return False
        lies_in = self._lies_in[provider]
        return bool(lies_in) and self._index.areas.relation(lies_in, self._near) == "outside"


def _district(view: View, region: int) -> int:
    """Return the district a municipality lies in: the next town is not away; any other region is itself."""
    regions = view.table("region")
    key = regions.text("key")[region]
    district = view.row("region", f"region/{key[:5]}") if len(key) == 8 else None
    return region if district is None else district
