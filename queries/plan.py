"""Several needs at once: the routes that together meet them with the fewest handovers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.view import View
from ontology.errors import QuestionError
from queries.cost import DEFAULT, Weights
from queries.freshness import TRUSTED, Limits
from queries.limits import within
from queries.plan_search import Best, Value, best_plans, least_handovers, routes_of
from queries.plan_ways import Ways, ways
from queries.plan_writer import planned, unmet
from queries.planned import PlanAnswer
from queries.profile import Profile
from queries.routes import LONGEST, MOST_ROUTES, Routes
from queries.smallest_cover import MOST_EXACT

MOST_NEEDS, MOST_PLANS = 100, 100
FEW_ROUTES, LEAST_ROUTES = 600, 6
"""Routes looked at for all of more than six needs together, and for each of them at least."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The question.

    A plan takes for each need one of the routes that `queries.routes.Routes` finds with the same start and
    ``max_legs``. From doors, all its referrals begin at one door; where nobody knows a start, each begins where it
    may. Of all plans those are best that, in this order,

    1. leave the fewest needs unmet, and then the fewest met only by an offer of which no source says that it is
       about the need: what may be about something else would else take the place of what is known to help;
    2. have the fewest handovers: pairs of sender and receiver, counted once for all needs that use them (going
       somewhere by oneself is a handover from nobody);
    3. cost least: the sum of the routes' costs, each as it stands.

    What is equal in all three are equals: they stand in the order of the starts' ids, then of the first need's
    routes, the second's ...

    Exact up to six needs; ``exact`` and ``at_least`` of the answer say if a limit was met on the way. More needs are
    met step by step, taking each time what meets most of them for each further handover.

    Args:
        k: how many equal plans.
        max_legs: handovers at most for one need.
        why_not: how many near misses to explain for a need that is not met.
    """

    profile: Profile
    k: int = 3
    max_legs: int = 4
    why_not: int = 3
    weights: Weights = DEFAULT
    limits: Limits = TRUSTED

    def answer(self, view: View) -> PlanAnswer:
        """Return the best plans.

        Raises:
            QuestionError: for words nobody knows, contradictory facts, no need at all, and limits beyond reason.
        """
        self._check()
        overview = self._ways(view, self.max_legs, 1, self.why_not)
        found = self._exact(view, overview) if len(overview.needs) <= MOST_EXACT else self._bounded(view, overview)
        best = found.best
        met = {need for plan in best.plans for need, _ in plan}
        open_ = [at for at in range(len(overview.needs)) if at not in met]
        return PlanAnswer(
            day=self.profile.asked_on,
            needs=overview.needs,
            starts=overview.starts,
            plans=tuple(planned(tuple(routes_of(found.ways, plan))) for plan in best.plans),
            more=best.more,
            unmet=tuple(unmet(overview.needs[at], overview.answers[at]) for at in open_),
            exact=found.exact,
            at_least=found.at_least,
            notes=tuple(_notes(overview, found)),
        )

    def _ways(self, view: View, max_legs: int, k: int, why_not: int = 0) -> Ways:
        return ways(view, Routes(self.profile, k, max_legs, why_not, self.weights, self.limits))

    def _exact(self, view: View, overview: Ways) -> _Found:
        """Look at ever longer routes: a plan of so many handovers has none that is longer."""
        found: _Found | None = None
        proofs: list[tuple[int, Value]] = []
        for legs in range(min(1, self.max_legs), self.max_legs + 1):
            offered = self._ways(view, legs, MOST_ROUTES)
            best = best_plans(offered, self.k)
            sure = offered.complete and best.proven
            handovers = best.value[2]
            covered = best.value[:2] == (overview.hopeless, 0)
            if sure:
                proofs.append((legs, best.value))
            done = covered and handovers <= legs
            if found is None or sure or best.value < found.best.value:
                found = _Found(offered, best, sure and (done or legs == self.max_legs))
            if done or (covered and not sure):
                break
        if found is None:
            raise ValueError("no length of route was looked at")
        return replace(found, at_least=_at_least(proofs, found.best.value))

    def _bounded(self, view: View, overview: Ways) -> _Found:
        offered = self._ways(view, self.max_legs, max(LEAST_ROUTES, FEW_ROUTES // len(overview.needs)))
        return _Found(offered, best_plans(offered, 1, exact=False), False, least_handovers(offered))

    def _check(self) -> None:
        within(len(self.profile.needs), MOST_NEEDS, "needs", "Anliegen")
        within(self.k, MOST_PLANS, "plans (k)", "Pläne (k)", least=1)
        within(self.max_legs, LONGEST, "handovers (max_legs)", "Übergaben (max_legs)")
        if not self.profile.needs:
            raise QuestionError("a plan needs at least one need", de="ein Plan braucht mindestens ein Anliegen")


@dataclass(frozen=True, slots=True)
class _Found:
    """The best plans known, the routes they choose from, and what is proven of them."""

    ways: Ways
    best: Best
    exact: bool
    at_least: int = 0


def _at_least(proofs: list[tuple[int, Value]], value: Value) -> int:
    """Return how many handovers a plan needs that meets the needs as well as the best one known.

    Args:
        proofs: the best value there is with routes of at most so many legs.
    """
    least = 0
    for legs, (*open_needs, handovers, _) in proofs:
        # A plan with no more handovers than that has no longer route: it was looked at.
        fewer = tuple(open_needs) == value[:2] and handovers <= legs
        least = max(least, handovers if fewer else legs + 1)
    return min(least, value[2])


def _notes(overview: Ways, found: _Found) -> Iterator[str]:
    for name in ("no_referrals", "start_unlinked", "no_start"):
        if any(name in answer.notes for answer in overview.answers):
            yield name
    if len(overview.needs) > MOST_EXACT:
        yield "plan_step_by_step"
    elif not found.exact:
        yield "plan_unproven"
