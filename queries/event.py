"""What an answer to "which event could this person go to" consists of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from queries.cells import asked, reached_by, standing
from queries.dates import written
from queries.freshness import Freshness
from queries.phrases import phrase, word
from queries.questions import Question
from queries.references import ActorRef, ConceptRef, ContactRef, EvidenceRef, OfferRef, RegionRef
from queries.tabled import Tabled
from queries.why_not import WhyNot

COLUMNS = (
    "date", "event", "organiser", "place", "need", "offer", "fit", "open_questions", "access", "contact", "standing",
    "evidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """An event somebody may go to.

    Args:
        since, until: first and last day; both None where nobody says when it is.
        need: what it meets; None where the profile names no need.
        offer: what of it fits; None where only the event as a whole is known.
        organisers: who organises or coordinates it, who leads to it first.
        access: ``open`` | ``registration`` | ``referral`` | ``unknown``, in the words of the layout.
    """

    actor: ActorRef = field(metadata={"name": "event"})
    since: date | None
    until: date | None
    need: ConceptRef | None
    offer: OfferRef | None
    organisers: tuple[ActorRef, ...]
    places: tuple[RegionRef, ...]
    fit: Literal["yes", "ask"]
    open_questions: tuple[Question, ...]
    access: str
    said: tuple[str, ...]
    contact: tuple[ContactRef, ...]
    freshness: Freshness
    evidence: tuple[EvidenceRef, ...]

    def when(self, language: str) -> str:
        """Return the days as people write them."""
        days = dict.fromkeys((written(self.since, language), written(self.until, language)))
        return " – ".join(day for day in days if day) or word("undated", language)


@dataclass(frozen=True, slots=True)
class EventsAnswer(Tabled):
    """The events of a window of days, the earliest first.

    Args:
        events: those that fit, yes or ask.
        by_registration: those that would fit, but cannot be visited without registration (or a referral); only
            where that was asked for.
        undated: those that would fit and of which nobody says when they are.
        why_not: events within the window that do not fit, with what fails.
        past, later: how many events are over, or begin after the window.
        notes: keys of the phrases ``notes``.
    """

    headings: ClassVar[tuple[str, ...]] = COLUMNS

    day: date
    until: date
    without_registration: bool
    events: tuple[Event, ...]
    by_registration: tuple[Event, ...]
    undated: tuple[Event, ...]
    why_not: tuple[WhyNot, ...]
    past: int
    later: int
    notes: tuple[str, ...]

    def to_rows(self, language: str = "de") -> list[dict[str, str]]:
        """Return one row per event that fits."""
        return [row(event, language) for event in self.events]


def row(event: Event, language: str) -> dict[str, str]:
    """Return the cells of one event."""
    return {
        "date": event.when(language),
        "event": event.actor.label,
        "organiser": ", ".join(actor.label for actor in event.organisers),
        "place": ", ".join(place.label for place in event.places),
        "need": event.need.label(language) if event.need else word("any", language),
        "offer": event.offer.label if event.offer else "",
        "fit": word(event.fit, language),
        "open_questions": asked(event.open_questions, language),
        "access": phrase("entry", event.access, language),
        "contact": reached_by(event.contact),
        "standing": standing(event.freshness, language),
        "evidence": "; ".join(map(str, event.evidence)),
    }
