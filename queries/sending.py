"""What an answer to "who can send whom to me" consists of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from queries.cells import asked, reached_by, standing
from queries.dates import written
from queries.freshness import Freshness
from queries.phrases import phrase, word
from queries.questions import Question
from queries.references import ActorRef, ConceptRef, ContactRef, EvidenceRef, OfferRef, RegionRef
from queries.tabled import Tabled

COLUMNS = (
    "sender", "route", "legs", "conditions", "handover", "responsible", "open_questions", "contact", "standing",
    "evidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sending:
    """A referral as its receiver sees it; empty lists mean for all.

    Args:
        exclusive: for these groups only, in the words of a source.
        handover, responsibility: None where nobody agreed on it.
        contact: of the sender, for whoever wants to call back.
    """

    sender: ActorRef
    receiver: ActorRef
    offer: OfferRef | None
    audiences: tuple[ConceptRef, ...]
    exclusive: bool
    themes: tuple[ConceptRef, ...]
    regions: tuple[RegionRef, ...]
    since: date | None
    until: date | None
    polarity: Literal["yes", "partly", "no"]
    handover: ConceptRef | None
    responsibility: ConceptRef | None
    feedback: str
    agreement: str
    legal_basis: str
    occasion: str
    capacity: str
    note: str
    contact: tuple[ContactRef, ...]
    freshness: Freshness
    evidence: tuple[EvidenceRef, ...]

    def conditions(self, language: str) -> str:
        """Return the conditions in words; that there are none is said too."""
        return "; ".join(self._conditions(language)) or phrase("sending", "everybody", language)

    def _conditions(self, language: str) -> Iterator[str]:
        if self.audiences:
            key = "only" if self.exclusive else "audiences"
            yield phrase("sending", key, language, value=_labels(self.audiences, language))
        if self.themes:
            yield phrase("sending", "themes", language, value=_labels(self.themes, language))
        if self.regions:
            yield phrase("sending", "regions", language, value=", ".join(region.label for region in self.regions))
        if self.offer:
            yield phrase("sending", "offer", language, value=self.offer.label)
        if self.occasion:
            yield phrase("sending", "occasion", language, value=self.occasion)
        if self.since:
            yield phrase("sending", "since", language, value=written(self.since, language))
        if self.until:
            yield phrase("sending", "until", language, value=written(self.until, language))
        if self.polarity == "partly":
            yield phrase("sending", "partly", language)


@dataclass(frozen=True, slots=True)
class Chain:
    """How somebody may send a client here through others: the referrals along the way, the last one into the actor."""

    sender: ActorRef
    legs: tuple[Sending, ...]
    open_questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Unsent:
    """An offer nobody is known to send to.

    Args:
        offer: None for what the provider does without saying with which offer.
        access: a word of the layout; to an ``open`` one people come by themselves.
    """

    provider: ActorRef
    offer: OfferRef | None
    audiences: tuple[ConceptRef, ...]
    themes: tuple[ConceptRef, ...]
    access: str
    evidence: tuple[EvidenceRef, ...]


@dataclass(frozen=True, slots=True)
class SendersAnswer(Tabled):
    """Who refers to an actor.

    Args:
        direct: referrals into it that hold on the day.
        via: for each further actor the shortest way on which some client may be sent here.
        refused: referrals somebody explicitly does not make.
        over: referrals that have ended or not begun.
        unsent: offers nobody is known to send to.
        complete: False where there were more ways than are looked at.
        notes: keys of the phrases ``notes``.
    """

    headings: ClassVar[tuple[str, ...]] = COLUMNS

    day: date
    actor: ActorRef
    max_legs: int
    direct: tuple[Sending, ...]
    via: tuple[Chain, ...]
    refused: tuple[Sending, ...]
    over: tuple[Sending, ...]
    unsent: tuple[Unsent, ...]
    complete: bool
    notes: tuple[str, ...]

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per referral into the actor, then one per way through others."""
        chains = [*(Chain(one.sender, (one,), ()) for one in self.direct), *self.via]
        return [_row(chain, language) for chain in chains]


def _row(chain: Chain, language: str) -> dict[str, str | int]:
    first, legs = chain.legs[0], chain.legs
    return {
        "sender": chain.sender.label,
        "route": " → ".join([chain.sender.label, *(leg.receiver.label for leg in legs)]),
        "legs": len(legs),
        "conditions": " / ".join(leg.conditions(language) for leg in legs),
        "handover": " / ".join(handed(leg, language) for leg in legs),
        "responsible": " / ".join(responsible(leg, language) for leg in legs),
        "open_questions": asked(chain.open_questions, language),
        "contact": reached_by(first.contact),
        "standing": " / ".join(standing(leg.freshness, language) for leg in legs),
        "evidence": "; ".join(str(place) for leg in legs for place in leg.evidence),
    }


def handed(leg: Sending, language: str) -> str:
    """Return the kind of handover, or that it is unknown."""
    return leg.handover.label(language) if leg.handover else word("unknown", language)


def responsible(leg: Sending, language: str) -> str:
    """Return who stays responsible, or that nobody agreed on it."""
    return leg.responsibility.label(language) if leg.responsibility else word("not_agreed", language)


def _labels(concepts: Iterable[ConceptRef], language: str) -> str:
    return ", ".join(concept.label(language) for concept in concepts)
