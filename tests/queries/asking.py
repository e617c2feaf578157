"""Short forms for asking a small network."""

from __future__ import annotations

from typing import Any

from queries.gap import Gap
from queries.gaps import Gaps
from queries.profile import Profile
from queries.route import Route, RoutesAnswer
from queries.routes import Routes
from tests.queries.network import TODAY, Network


def ask(net: Network, *, k: int = 50, max_legs: int = 4, why_not: int = 50, **profile: Any) -> RoutesAnswer:
    return Routes(Profile(**{"day": TODAY, **profile}), k=k, max_legs=max_legs, why_not=why_not).answer(net.view())


def ways(answer: RoutesAnswer) -> list[str]:
    """Return each route as ``A > B: offer (fit)``."""
    return [way(route) for route in answer.routes]


def way(route: Route) -> str:
    actors = [route.start.label if route.start else "*", *(leg.receiver.label for leg in route.legs)]
    offer = f": {route.offer.label}" if route.offer else ""
    return f"{' > '.join(actors)}{offer} ({route.fit})"


def failures(answer: RoutesAnswer) -> list[tuple[str, tuple[str, ...]]]:
    """Return provider and failing conditions of each near miss."""
    return [
        (miss.target.label if miss.target else "", tuple(failure.condition for failure in miss.failed))
        for miss in answer.why_not
    ]


def abouts(route: Route) -> list[str]:
    return [question.about for question in route.open_questions]


def gaps(net: Network, **question: Any) -> list[Gap]:
    return list(Gaps(day=TODAY, **question).answer(net.view()).gaps)


def kinds(net: Network, **question: Any) -> list[tuple[str, str]]:
    return [(gap.sub, gap.reason) for gap in gaps(net, **question)]


def profile(**said: Any) -> Profile:
    return Profile(**{"day": TODAY, **said})
