"""From a plan as picked routes to a plan as an answer."""

from __future__ import annotations

from collections.abc import Sequence

from queries.plan_search import handover
from queries.planned import Handover, Planned, Unmet
from queries.references import ActorRef, ConceptRef
from queries.route import Leg, Route, RoutesAnswer


def planned(routes: Sequence[Route]) -> Planned:
    """Return a plan with each handover once."""
    legs: dict[tuple[str, str], list[tuple[Leg, ConceptRef | None]]] = {}
    for route in routes:
        for leg in route.legs:
            legs.setdefault(handover(leg), []).append((leg, route.need))
    return Planned(
        start=_start(routes),
        handovers=tuple(map(_handover, legs.values())),
        cost=sum(route.cost.total for route in routes),
        routes=tuple(routes),
    )


def _handover(taken: Sequence[tuple[Leg, ConceptRef | None]]) -> Handover:
    first = taken[0][0]
    agreed = any(leg.kind == "referral" for leg, _ in taken)
    needs = tuple({need.id: need for _, need in taken if need}.values())
    return Handover(first.sender, first.receiver, "referral" if agreed else "direct", needs)


def _start(routes: Sequence[Route]) -> ActorRef | None:
    starts = {route.start.id: route.start for route in routes if route.start}
    return next(iter(starts.values())) if len(starts) == 1 else None


def unmet(need: ConceptRef, answer: RoutesAnswer) -> Unmet:
    """Return why a need is left open."""
    if answer.routes:
        return Unmet(need, "other_start", (), ())
    return Unmet(need, "no_way" if answer.fitting else "nothing_fits", answer.why_not, answer.unreachable)
