"""Where a client's need can be met: the fitting provisions, one per offer, with what each costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.lookups import NAMEABLE, TEMPORARY
from graph.view import View
from queries.capacities import Capacities
from queries.conditions import Conditions
from queries.cost import Cost, Weights
from queries.fewest import counted
from queries.freshness import Limits, state
from queries.signature import signatures_of


class Target(NamedTuple):
    """A provision that fits, yes or ask.

    Args:
        questions: how many are open.
        total: the sum of `Targets.cost`.
        equals: provisions that would do as well; `Targets.settled` chooses among them.
        arrivals: actors at whom one has reached it.
        ends: referrals may end here; the best provision of an offer for whoever is referred.
        direct: it can be named to the client from anywhere; the best provision of an offer for whoever is not.
    """

    provision: int
    provider: int
    offer: int
    questions: int
    total: int
    arrivals: tuple[int, ...]
    access: str
    ends: bool
    direct: bool
    equals: tuple[int, ...] = ()


class Targets:
    """Prices provisions for one client and need."""

    def __init__(self, view: View, conditions: Conditions, weights: Weights, limits: Limits) -> None:
        self._conditions, self._index = conditions, conditions.index
        self._weights, self._limits = weights, limits
        provisions = self._index.provisions
        self._provider, self._offer = provisions.ints("provider"), provisions.ints("offer")
        self._access = provisions.text("access")
        self._access_words: dict[int, str] = {}
        self._capacity = provisions.text("capacity")
        self._checked, self._online = provisions.ints("checked"), provisions.ints("online")
        self._places = self._index.actors.coded("places")
        self._traits, self._reached_by = self._index.traits, self._index.reached_by
        self._signatures = signatures_of(view)
        self._capacities = Capacities(view)
        home = conditions.client.places
        self._near = _district(view, home[0].region) if home else -1
        self._term_totals: dict[tuple[int, int, bool], int] = {}
        self._of_providers: dict[int, tuple[tuple[int, ...], bool, bool, int]] = {}
        self._away: dict[int, int] = {}

    def of_offer(self, fitting: Sequence[tuple[int, int]]) -> Sequence[Target]:
        """Return what counts of the provisions of one offer that fit, given with how many questions they leave open."""
        targets = self._priced(fitting)
        return targets if len(targets) == 1 else self._best(targets)

    def named(self, rows: Iterable[int]) -> list[int]:
        """Return which provisions can be named to the client, who then goes there without a referral."""
        providers, traits, access, words = self._provider, self._traits, self._access.codes, self._access_words
        return [
            row
            for row in rows
            if (provider := providers[row]) >= 0
            and traits[provider] & NAMEABLE
            and (words.get(access[row]) or self._word(row)) != "referral"
        ]

    def settled(self, target: Target) -> Target:
        """Return the target with the provision that stands for its equals, whatever the order of rows."""
        if not target.equals:
            return target
        row = min(target.equals, key=self._signatures.provision)
        (chosen,) = self._priced([(row, counted(self._conditions.provision(row)))])
        return chosen._replace(ends=target.ends, direct=target.direct)

    def cost(self, target: Target) -> Cost:
        """Return the parts of what a target costs."""
        row, provider = target.provision, target.provider
        _, _, temporary, distance = self._of_provider(provider)
        terms = self._of_terms(row, temporary)
        return Cost(
            questions=self._weights.question * target.questions,
            freshness=terms.freshness,
            distance=0 if self._online[row] == 1 else distance,
            capacity=terms.capacity,
        )

    def _best(self, targets: list[Target]) -> tuple[Target, ...]:
        """Return the provision that counts for those referred, and for others where that is another one."""
        best = self._least(targets, direct=False)
        named = [target for target in targets if target.direct]
        straight = self._least(named, direct=True) if named else None
        if straight is None or straight == best:
            return (best,)
        return best._replace(direct=False), straight._replace(ends=False)

    def _least(self, targets: list[Target], *, direct: bool) -> Target:
        access = self._weights.of_access
        ranks = [(target.questions > 0, target.total + (access(target.access) if direct else 0)) for target in targets]
        least = min(ranks)
        equals = [target for rank, target in zip(ranks, targets, strict=True) if rank == least]
        if len(equals) == 1:
            return equals[0]
        return equals[0]._replace(equals=tuple(target.provision for target in equals))

    def _priced(self, fitting: Iterable[tuple[int, int]]) -> list[Target]:
        """Return the targets some provisions are, with so many open questions."""
        # Hundreds of rows a question: one loop over local names, no call for what is known.
        found: list[Target] = []
        question, of_provider, term_totals = self._weights.question, self._of_providers, self._term_totals
        providers, offers, checked, capacity = self._provider, self._offer, self._checked, self._capacity.codes
        online, access, words, new = self._online, self._access.codes, self._access_words, tuple.__new__
        for row, questions in fitting:
            provider = providers[row]
            known = of_provider.get(provider)
            if known is None:
                known = of_provider[provider] = self._of_provider(provider)
            arrivals, nameable, temporary, distance = known
            key = (checked[row], capacity[row], temporary)
            terms = term_totals.get(key)
            if terms is None:
                terms = term_totals[key] = self._of_terms(row, temporary).total
            word = words.get(access[row]) or self._word(row)
            total = terms + question * questions + (0 if online[row] == 1 else distance)
            direct = nameable and word != "referral"
            found.append(new(Target, (row, provider, offers[row], questions, total, arrivals, word, True, direct, ())))
        return found

    def _word(self, row: int) -> str:
        """Return how one gets into an offer."""
        code = self._access.codes[row]
        found = self._access_words.get(code)
        if found is None:
            found = self._access_words[code] = self._access[row] or "unknown"
        return found

    def _of_provider(self, provider: int) -> tuple[tuple[int, ...], bool, bool, int]:
        """Return where one has reached a provider, whether it can be named, is temporary, and what its distance costs."""
        if provider < 0:
            return (), False, False, 0
        traits = self._traits[provider]
        arrivals = (provider,) if self._reached_by[provider] < 0 else self._index.arrivals(provider)
        return arrivals, bool(traits & NAMEABLE), bool(traits & TEMPORARY), self._distance(provider)

    def _of_terms(self, row: int, temporary: bool) -> Cost:
        """Return what freshness and capacity cost."""
        checked, limits, day = self._checked[row], self._limits, self._conditions.client.day
        capacity = 0
        if state(checked, day, limits.capacity) != "stale":
            capacity = self._weights.of_capacity(self._capacities.level(self._capacity[row]))
        limit = limits.project if temporary else limits.fact
        return Cost(freshness=self._weights.of_freshness(state(checked, day, limit)), capacity=capacity)

    def _distance(self, provider: int) -> int:
        """Return what it costs that a provider lies outside the client's district."""
        if self._near < 0:
            return 0
        code = self._places.codes[provider]
        found = self._away.get(code)
        if found is None:
            lies_in = tuple(self._places.distinct[code])
            outside = bool(lies_in) and self._index.areas.relation(lies_in, self._near) == "outside"
            found = self._away[code] = self._weights.away if outside else 0
        return found


def _district(view: View, region: int) -> int:
    """Return the district a municipality lies in: the next town is not away; any other region is itself."""
    regions = view.table("region")
    key = regions.text("key")[region]
    district = view.row("region", f"region/{key[:5]}") if len(key) == 8 else None
    return region if district is None else district
