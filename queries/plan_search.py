"""From the routes of several needs to the plans that are best: each start for itself, then the best of all starts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from queries.least_plan import Choice, Fewest, fewest, step_by_step
from queries.plan_ways import Ways
from queries.route import Leg, Route
from queries.shares import SOMETHING_ELSE

Value = tuple[int, int, int, int]
"""Needs left unmet, needs met only by what may be about something else, handovers, cost."""
Picked = tuple[tuple[int, int], ...]
"""Numbers of a need and of one of its routes, for each need that is met."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best plans among some routes; ``proven``: there is no better one among them."""

    value: Value
    plans: tuple[Picked, ...]
    more: bool
    proven: bool


def best_plans(ways: Ways, k: int, *, exact: bool = True) -> Best:
    """Return the first k of the best plans.

    Args:
        exact: False builds one plan from each start step by step.
    """
    found = [_of_start(ways, start, k, exact=exact) for start in _starts(ways)]
    value = min(one.value for one in found)
    best = [one for one in found if one.value == value]
    # What uses no door at all is found from each of them.
    plans = tuple(dict.fromkeys(plan for one in best for plan in one.plans))
    more = len(plans) > k or any(one.more for one in best)
    return Best(value, plans[:k], more, all(one.proven for one in found))


def handover(leg: Leg) -> tuple[str, str]:
    """Return what makes two legs one handover: the ids of who sends (or nobody) and of who receives."""
    return leg.sender.id if leg.sender else "", leg.receiver.id


def _starts(ways: Ways) -> Sequence[str | None]:
    """Return the ids of the doors, one of which is the plan's; one entry where routes need no common start."""
    if ways.starts != "doors":
        return (None,)
    doors = {route.start.id for answer in ways.answers for route in answer.routes if route.start}
    return sorted(doors) or (None,)


def _of_start(ways: Ways, start: str | None, k: int, *, exact: bool) -> Best:
    things: dict[tuple[str, str], int] = {}
    numbers: list[list[int]] = []
    choices: list[list[Choice]] = []
    met: list[int] = []
    doubtful = 0
    for need, answer in enumerate(ways.answers):
        usable = [at for at, route in enumerate(answer.routes) if _begins(route, start)]
        sure = [at for at in usable if not is_doubtful(answer.routes[at])]
        if usable:
            doubtful += not sure
            usable = sure or usable
            met.append(need)
            numbers.append(usable)
            choices.append([_choice(answer.routes[at], things) for at in usable])
    found = _searched(choices, k, exact=exact)
    unmet = len(ways.answers) - len(met)
    plans = tuple(
        tuple((need, numbers[at][position]) for at, (need, position) in enumerate(zip(met, positions, strict=True)))
        for positions in found.equals
        if met
    )
    return Best((unmet, doubtful, found.used, found.cost), plans, found.more, found.proven)


def _searched(choices: Sequence[Sequence[Choice]], k: int, *, exact: bool) -> Fewest:
    if not choices:
        return Fewest(0, 0, (), more=False, proven=True)
    if exact:
        return fewest(choices, k)
    positions = step_by_step(choices)
    taken = [one[at] for one, at in zip(choices, positions, strict=True)]
    used = 0
    for choice in taken:
        used |= choice.uses
    return Fewest(used.bit_count(), sum(choice.cost for choice in taken), (positions,), more=False, proven=False)


def is_doubtful(route: Route) -> bool:
    """Return whether no source says that the offer is about the need."""
    return any(question.about in SOMETHING_ELSE for question in route.open_questions)


def _begins(route: Route, start: str | None) -> bool:
    return start is None or route.start is None or route.start.id == start


def _choice(route: Route, things: dict[tuple[str, str], int]) -> Choice:
    uses = 0
    for leg in route.legs:
        uses |= 1 << things.setdefault(handover(leg), len(things))
    return Choice(uses, route.cost.total)


def least_handovers(ways: Ways) -> int:
    """Return how many handovers any plan needs for the need that is hardest to reach, as far as all routes are known."""
    if not ways.complete:
        return 0
    return max((min(len(route.legs) for route in answer.routes) for answer in ways.answers if answer.routes), default=0)


def routes_of(ways: Ways, picked: Picked) -> Iterator[Route]:
    """Yield the routes of a plan, in the order of the needs."""
    return (ways.answers[need].routes[at] for need, at in picked)
