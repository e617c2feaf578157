"""The advisor's question: who can this person be referred to, through whom, and what has to be asked first?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from graph.view import View
from ontology.errors import QuestionError
from queries.candidates import Candidates
from queries.client import ANYTHING, Client, Need
from queries.competence_rules import Rule, known_rules
from queries.competences import competences
from queries.conditions import Conditions
from queries.cost import DEFAULT, Weights
from queries.doors import doors_of
from queries.fewest import Fewest
from queries.fits_of import fits
from queries.fitting_offers import NONE_LEFT, FittingOffers
from queries.freshness import TRUSTED, Limits
from queries.legs import Legs
from queries.limits import within
from queries.misses import Misses, together
from queries.names import Names, names_of
from queries.profile import Profile
from queries.reachable import unreachable
from queries.references import references_of
from queries.route import Route, RoutesAnswer, Unreachable
from queries.route_writer import RouteWriter
from queries.screen import Screen
from queries.search import Found, Search
from queries.targets import Target, Targets
from queries.verdict import YES, Verdict
from queries.why_not import WhyNot, by_turns, nearest

__all__ = ["Routes", "RoutesAnswer"]

LONGEST, MOST_ROUTES, MOST_MISSES, MOST_NEEDS = 8, 1000, 1000, 100
MOST_FITTING = 20_000
"""Provisions that may fit: beyond, a question says too little, and the cheapest of so many would be a lottery."""


@dataclass(frozen=True, slots=True)
class Routes:
    """The question.

    Args:
        k: how many routes for each need.
        max_legs: handovers at most; 0 asks only what the start provides itself.
        why_not: how many near misses to explain.
        rules: who is competent by rule; None means those of ``competence.toml``.
    """

    profile: Profile
    k: int = 3
    max_legs: int = 4
    why_not: int = 5
    weights: Weights = DEFAULT
    limits: Limits = TRUSTED
    rules: tuple[Rule, ...] | None = None

    def answer(self, view: View) -> RoutesAnswer:
        """Return the k cheapest routes of each need.

        Raises:
            QuestionError: for words nobody knows, contradictory facts, and limits beyond reason.
        """
        self._check()
        names = names_of(view)
        client = Client.of(view, self.profile)
        start = names.actor(self.profile.start) if self.profile.start else None
        asked = [_Asked(self, view, client, need, start) for need in _needs(view, names, self.profile)]
        references = references_of(view)
        return RoutesAnswer(
            day=self.profile.asked_on,
            needs=tuple(need for one in asked if (need := references.concept(one.need.concept))),
            places=tuple(region for place in client.places if (region := references.region(place.region))),
            starts=asked[0].mode,
            routes=tuple(route for one in asked for route in one.routes()),
            why_not=self._misses(view, asked) if self.why_not else (),
            unreachable=tuple(miss for one in asked for miss in one.unreachable()),
            fitting=sum(one.fits.offer_count for one in asked),
            notes=_notes(view, asked, start),
            competence=competences(
                view, client, [one.need for one in asked], known_rules() if self.rules is None else self.rules
            ),
        )

    def _misses(self, view: View, asked: Sequence[_Asked]) -> tuple[WhyNot, ...]:
        """Return the near misses, those of needs without a route first and by turns: there the question is asked."""
        unmet = [one for one in asked if not one.found]
        if len(asked) == 1 or not unmet:
            return nearest(view, together([one.misses() for one in asked]), self.why_not)
        alone = [nearest(view, one.misses().rings(), self.why_not) for one in unmet]
        others = nearest(view, together([one.misses() for one in asked if one.found]), self.why_not)
        first = by_turns(alone, self.why_not)
        return by_turns([(*first, *others)], self.why_not)

    def _check(self) -> None:
        within(self.max_legs, LONGEST, "handovers (max_legs)", "Übergaben (max_legs)")
        within(self.k, MOST_ROUTES, "routes (k)", "Wege (k)")
        within(self.why_not, MOST_MISSES, "explanations (why_not)", "Erklärungen (why_not)")
        within(len(self.profile.needs), MOST_NEEDS, "needs", "Anliegen")


class _Asked:
    """One need of the question."""

    def __init__(self, question: Routes, view: View, client: Client, need: Need, start: int | None) -> None:
        self.need = need
        self._question, self._view = question, view
        self.conditions = Conditions(view, client, need)
        groups = Fewest(client.judge)
        self._screen = Screen(self.conditions, groups)
        self._finder = Targets(view, self.conditions, question.weights, question.limits)
        self._candidates = Candidates(view, client, need)
        self.fits = fits(view, self._screen, groups, self._candidates)
        if len(self.fits) > MOST_FITTING:
            raise QuestionError(
                f"{len(self.fits)} offers may fit: name a place, a group or a topic",
                de=f"{len(self.fits)} Angebote könnten passen: Nennen Sie einen Ort, eine Zielgruppe oder ein Anliegen",
            )
        self._fitting = FittingOffers(self._finder, self.fits)
        self._legs = Legs(view, self.conditions, groups, question.weights, question.limits)
        self._doors: dict[int, Verdict] = {start: YES} if start is not None else doors_of(view, self.conditions)
        self.mode: Literal["given", "doors", "any"] = (
            "given" if start is not None else "doors" if self._doors else "any"
        )
        self.found = [found._replace(target=self._finder.settled(found.target)) for found in self._find()]

    def _find(self) -> list[Found]:
        """Return the cheapest routes; targets that leave so much open that they cannot be among them stay unpriced."""
        found: list[Found] = []
        weights, k = self._question.weights, self._question.k
        for targets, left_out in self._fitting.levels(self._doors) if k else ():
            # What costs as much as a target left out might is not certain to be among the first: no search for it.
            certain = inf if left_out == NONE_LEFT else weights.leg + weights.question * left_out - 1
            if certain < inf and self._named_within(targets, certain) < k:
                continue  # referrals might do, but mostly the search would be made in vain
            found = self._cheapest(targets, certain)
            if len(found) == k:
                break
        return found

    def _named_within(self, targets: Sequence[Target], most: float) -> int:
        """Return how many targets cost no more if they are named to the client: so many routes there surely are."""
        cost = self._legs.direct_total
        return sum(target.direct and target.total + cost(target.access) <= most for target in targets)

    def _cheapest(self, targets: Sequence[Target], ceiling: float) -> list[Found]:
        search = Search(self._legs, targets, self._question.max_legs, self._question.k, ceiling)
        if self.mode == "any":
            return search.from_anyone()
        question = self._question.weights.question
        starts = {actor: question * len(verdict.asks) for actor, verdict in self._doors.items()}
        return search.from_starts(starts, named_start=self.mode == "given")

    def routes(self) -> list[Route]:
        """Return the routes found, written out."""
        writer = RouteWriter(self._view, self._finder, self._legs, self._question.limits)
        costs = [writer.cost(found, self._opening(found)) for found in self.found]
        kinds, totals = set(costs), sorted(cost.total for cost in costs)
        dominated = {cost for cost in kinds if any(other.dominates(cost) for other in kinds)}
        return [
            writer.write(
                found,
                self._opening(found),
                cost,
                1 + bisect_left(totals, cost.total),
                cost not in dominated,
                totals.count(cost.total) - 1,
            )
            for found, cost in zip(self.found, costs, strict=True)
        ]

    def _opening(self, found: Found) -> Verdict:
        """What is open about starting where the route starts."""
        return self._doors.get(found.actors[0], YES)

    def misses(self) -> Misses:
        """Return what does not fit."""
        return Misses(self.conditions, self._screen, self._candidates, self.fits.misses, self.fits.offers)

    def unreachable(self) -> list[Unreachable]:
        """Return the offers that fit and that nobody is known to lead to."""
        starts = None if self.mode == "any" else frozenset(self._doors)
        return unreachable(
            self._view, self._legs, self._fitting, starts, self._question.max_legs, self._question.why_not, LONGEST
        )


def _needs(view: View, names: Names, profile: Profile) -> tuple[Need, ...]:
    schemes = view.table("concept").text("scheme")
    rows = dict.fromkeys(names.need(word) for word in profile.needs)
    return tuple(Need(row, schemes[row] == "offer-type") for row in rows) or (ANYTHING,)


def _notes(view: View, asked: Sequence[_Asked], start: int | None) -> tuple[str, ...]:
    found = []
    referrals = len(view.table("referral"))
    if not referrals:
        found.append("no_referrals")
    elif start is not None and not asked[0].conditions.index.sent_by[start]:
        found.append("start_unlinked")
    if asked[0].mode == "any":
        found.append("no_start")
    if not any(map(len, (one.fits for one in asked))):
        found.append("nothing_fits")
    return tuple(found)
