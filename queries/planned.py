"""What an answer to "how do we meet several needs with the fewest handovers" consists of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from queries.phrases import phrase, word
from queries.references import ActorRef, ConceptRef
from queries.route import Route, Unreachable
from queries.tabled import Tabled
from queries.why_not import WhyNot

COLUMNS = ("plan", "need", "route", "target", "offer", "fit", "handovers", "open_questions", "cost", "evidence")
Reason = Literal["nothing_fits", "no_way", "other_start"]


@dataclass(frozen=True, slots=True)
class Handover:
    """One step from one actor to another, taken once for all needs it serves.

    Args:
        sender: None where the client goes there by themselves.
        kind: ``direct`` where no agreement is known for any of the needs.
    """

    sender: ActorRef | None = field(metadata={"name": "from"})
    receiver: ActorRef = field(metadata={"name": "to"})
    kind: Literal["referral", "direct"]
    needs: tuple[ConceptRef, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """One plan: a route for each need it meets.

    Args:
        start: where all its referrals begin; None where nobody knows, or nobody refers.
        handovers: each once, in the order of the routes.
        cost: the sum over the routes, each as it stands.
        routes: in the order of the needs; a route's rank is its place among the routes of its own need.
    """

    start: ActorRef | None
    handovers: tuple[Handover, ...]
    cost: int
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class Unmet:
    """A need the plans leave open.

    Args:
        reason: ``nothing_fits`` (no known offer does), ``no_way`` (an offer fits, nothing leads there) or
            ``other_start`` (it is met from another door than the one that meets most).
    """

    need: ConceptRef
    reason: Reason
    why_not: tuple[WhyNot, ...]
    unreachable: tuple[Unreachable, ...]

    def text(self, language: str) -> str:
        """Return the reason in words."""
        return phrase("unmet", self.reason, language)


@dataclass(frozen=True, slots=True)
class PlanAnswer(Tabled):
    """The best plan and its equals.

    Args:
        plans: equals in stable order, never a recommendation.
        more: there are further equals.
        exact: there is no better plan.
        at_least: so many handovers every plan needs that meets the needs as well.
        notes: keys of the phrases ``notes``.
    """

    headings: ClassVar[tuple[str, ...]] = COLUMNS

    day: date
    needs: tuple[ConceptRef, ...]
    starts: Literal["given", "doors", "any"]
    plans: tuple[Planned, ...]
    more: bool
    unmet: tuple[Unmet, ...]
    exact: bool
    at_least: int
    notes: tuple[str, ...]

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per plan and need; needs that cannot be met have the plan ``–``."""
        return [*self._met(language), *(_unmet(one, language) for one in self.unmet)]

    def _met(self, language: str) -> Iterator[dict[str, str | int]]:
        for number, plan in enumerate(self.plans, 1):
            for route in plan.routes:
                yield _row(number, route, language)


def way(route: Route, language: str) -> str:
    """Return the actors along a route."""
    start = [] if route.start else [word("anywhere", language)]
    return " → ".join([*start, *(actor.label for actor in route.path)])


def _row(number: int, route: Route, language: str) -> dict[str, str | int]:
    places = (*route.evidence, *(place for leg in route.legs for place in leg.evidence))
    return {
        "plan": number,
        "need": route.need.label(language) if route.need else word("any", language),
        "route": way(route, language),
        "target": route.target.label,
        "offer": route.offer.label if route.offer else "",
        "fit": word(route.fit, language),
        "handovers": len(route.legs),
        "open_questions": " ".join(question.text(language) for question in route.open_questions),
        "cost": route.cost.total,
        "evidence": "; ".join(dict.fromkeys(map(str, places))),
    }


def _unmet(one: Unmet, language: str) -> dict[str, str | int]:
    blank: dict[str, str | int] = dict.fromkeys(COLUMNS, "")
    return {
        **blank,
        "plan": "–",
        "need": one.need.label(language),
        "route": one.text(language),
        "fit": word("no", language),
    }
