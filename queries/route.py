"""What an answer to "who can I refer this person to, and through whom" consists of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from queries.competences import Competence
from queries.cost import Cost
from queries.freshness import Freshness
from queries.lead import Lead
from queries.passing import INFORMATION, Passing
from queries.phrases import word
from queries.plain import members
from queries.questions import Question
from queries.references import ActorRef, ConceptRef, ContactRef, EvidenceRef, OfferRef, RegionRef
from queries.tabled import Tabled
from queries.why_not import WhyNot

COLUMNS = ("rank", "need", "route", "target", "offer", "fit", "legs", "open_questions", "cost", "evidence")


@dataclass(frozen=True, slots=True)
class Leg:
    """One handover: an agreed referral, or naming an offer to the client (``direct``: no agreement known).

    Args:
        sender: None if the client goes there from anywhere.
        handover, responsibility: None where nobody agreed on it; printed as such, never assumed.
        passing: whether data about the client are passed on, and on what that rests.
        bring: what the note says of it, in its words.
        cost_bearer, follow_up: in the words of the agreement, else of its note.
    """

    sender: ActorRef | None = field(metadata={"name": "from"})
    receiver: ActorRef = field(metadata={"name": "to"})
    kind: Literal["referral", "direct"]
    fit: Literal["yes", "ask"]
    open_questions: tuple[Question, ...]
    handover: ConceptRef | None
    responsibility: ConceptRef | None
    contact: tuple[ContactRef, ...]
    freshness: Freshness
    cost: Cost
    evidence: tuple[EvidenceRef, ...]
    feedback: str = ""
    agreement: str = ""
    legal_basis: str = ""
    occasion: str = ""
    capacity: str = ""
    note: str = ""
    passing: Passing = INFORMATION
    bring: str = ""
    cost_bearer: str = ""
    follow_up: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What the offer says of itself at the end of a route, in the source's words.

    Args:
        since: the first day of an event.
        until: the last day of the offer (an event, a project), if anybody says one.
    """

    access: str
    cost: str
    hours: str
    format: str
    languages: str
    capacity: str
    note: str
    online: bool
    until: date | None
    bring: str = ""
    cost_bearer: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """A way from the start to an offer that fits. No legs: the start provides it itself.

    Args:
        rank: equal ranks are equals; their order is that of ids and says nothing about quality.
        non_dominated: no other route of the answer is better in one part of the cost and worse in none.
        equals: how many other routes for the same need have the same rank.
        lead: who keeps the lead over the whole route.
    """

    rank: int
    need: ConceptRef | None
    start: ActorRef | None
    target: ActorRef
    offer: OfferRef | None
    fit: Literal["yes", "ask"]
    open_questions: tuple[Question, ...]
    cost: Cost
    non_dominated: bool
    legs: tuple[Leg, ...]
    said: Said
    freshness: Freshness
    contact: tuple[ContactRef, ...]
    evidence: tuple[EvidenceRef, ...]
    lead: Lead
    equals: int = 0

    @property
    def path(self) -> tuple[ActorRef, ...]:
        """The actors along the way, the provider last."""
        actors = [self.start] if self.start else []
        actors += [leg.receiver for leg in self.legs]
        if not actors or actors[-1].id != self.target.id:
            actors.append(self.target)
        return tuple(actors)

    def to_dict(self) -> dict[str, object]:
        """Return plain data."""
        return members(self)


Barrier = Literal["no_provider", "no_organiser", "no_referral", "too_far"]
"""Why nothing leads to an offer; ``too_far``: a way does, of more legs than were asked for."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """An offer that fits and to which no known way leads."""

    need: ConceptRef | None
    target: ActorRef | None
    offer: OfferRef | None
    fit: Literal["yes", "ask"]
    reason: Barrier
    evidence: tuple[EvidenceRef, ...]


@dataclass(frozen=True, slots=True)
class RoutesAnswer(Tabled):
    """The routes of every need, the cheapest first, and what else the advisor should know.

    Args:
        starts: ``given`` (the profile names one), ``doors`` (of the client's group) or ``any`` (nobody knows).
        fitting: how many offers fit, reachable or not.
        notes: keys of the phrases ``notes``.
        competence: who decides, advises or visits by rule, whatever the routes.
    """

    headings: ClassVar[tuple[str, ...]] = COLUMNS

    day: date
    needs: tuple[ConceptRef, ...]
    places: tuple[RegionRef, ...]
    starts: Literal["given", "doors", "any"]
    routes: tuple[Route, ...]
    why_not: tuple[WhyNot, ...]
    unreachable: tuple[Unreachable, ...]
    fitting: int
    notes: tuple[str, ...]
    competence: tuple[Competence, ...] = ()

    @property
    def unmet(self) -> tuple[ConceptRef, ...]:
        """The needs no route meets."""
        met = {route.need.id for route in self.routes if route.need}
        return tuple(need for need in self.needs if need.id not in met)

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per route, for a table."""
        return [_row(route, language) for route in self.routes]


def _row(route: Route, language: str) -> dict[str, str | int]:
    start = [] if route.start else [word("anywhere", language)]
    return {
        "rank": route.rank,
        "need": route.need.label(language) if route.need else word("any", language),
        "route": " → ".join([*start, *(actor.label for actor in route.path)]),
        "target": route.target.label,
        "offer": route.offer.label if route.offer else "",
        "fit": word(route.fit, language),
        "legs": len(route.legs),
        "open_questions": " ".join(question.text(language) for question in route.open_questions),
        "cost": route.cost.total,
        "evidence": "; ".join(map(str, (*route.evidence, *(place for leg in route.legs for place in leg.evidence)))),
    }
