"""What an answer about the network as a whole consists of: figures, each with one sentence of what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from queries.naming import listed
from queries.phrases import known, phrase
from queries.references import ActorRef, EvidenceRef
from queries.tabled import Tabled

COLUMNS = ("figure", "who", "value", "meaning", "evidence")


@dataclass(frozen=True, slots=True)
class Broker:
    """An actor on many shortest ways between others; ``share``: so many thousandths of all pairs."""

    actor: ActorRef
    share: int


@dataclass(frozen=True, slots=True)
class Articulation:
    """An actor without whom the network falls apart; ``cut_off``: who then has no connection to the largest part."""

    actor: ActorRef
    cut_off: tuple[ActorRef, ...]


@dataclass(frozen=True, slots=True)
class Community:
    """Actors that refer among each other more than to others; ``inside`` of ``all`` of their pairs stay within."""

    actors: tuple[ActorRef, ...]
    inside: int
    all: int


@dataclass(frozen=True, slots=True)
class Seat:
    """Who takes part in a body, as what."""

    member: ActorRef
    role: str
    evidence: tuple[EvidenceRef, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A network, board or team: who sits in it, how often it meets, and which other bodies have the same members.

    Args:
        rhythm: in the words of the source; empty if nobody says.
    """

    actor: ActorRef
    seats: tuple[Seat, ...]
    rhythm: str
    same_members: tuple[ActorRef, ...]


@dataclass(frozen=True, slots=True)
class FiguresAnswer(Tabled):
    """The answer; notes are keys of the phrases ``notes``.

    Args:
        pairs: pairs of actors with a referral in at least one direction. mutual: in both.
        sampled: brokers were estimated from so many actors; 0: counted exactly.
        isolated: actors that neither refer, nor are referred to, nor sit in any body.
    """

    headings: ClassVar[tuple[str, ...]] = COLUMNS
    day: date
    actors: int
    referrals: int
    pairs: int
    mutual: int
    brokers: tuple[Broker, ...]
    sampled: int
    articulations: tuple[Articulation, ...]
    communities: tuple[Community, ...]
    isolated: tuple[ActorRef, ...]
    bodies: tuple[Body, ...]
    notes: tuple[str, ...] = ()

    def to_rows(self, language: str = "de", most: int = 0) -> list[dict[str, str | int]]:
        """Return one row per figure.

        Args:
            most: how many actors of a group a row names before it counts them; 0: all.
        """
        return [
            {
                "figure": phrase("figures", key, language),
                "who": who,
                "value": value,
                "meaning": phrase("figure_meaning", key, language),
                "evidence": "; ".join(map(str, evidence)),
            }
            for key, who, value, evidence in self._rows(language, most)
        ]

    def _rows(self, language: str, most: int) -> Iterator[tuple[str, str, str, tuple[EvidenceRef, ...]]]:
        if self.pairs:
            of = phrase("figure_words", "of", language, some=str(self.mutual), all=str(self.pairs))
            yield "reciprocity", "", of, ()
        for broker in self.brokers:
            yield "broker", broker.actor.label, percent(broker.share, language), ()
        for found in self.articulations:
            yield "articulation", found.actor.label, _labels(found.cut_off, language, most), ()
        for number, community in enumerate(self.communities, 1):
            of = phrase("figure_words", "inside", language, some=str(community.inside), all=str(community.all))
            yield "community", f"{number}: {_labels(community.actors, language, most)}", of, ()
        for actor in self.isolated:
            yield "isolated", actor.label, "", ()
        for body in self.bodies:
            yield (
                "body",
                body.actor.label,
                _body(body, language),
                tuple(dict.fromkeys(place for seat in body.seats for place in seat.evidence)),
            )


def percent(thousandths: int, language: str) -> str:
    """Return a share as people write it."""
    text = f"{thousandths / 10:.1f} %"
    return text.replace(".", ",") if language == "de" else text.replace(" %", "%")


def _labels(actors: tuple[ActorRef, ...], language: str, most: int = 0) -> str:
    return listed([actor.label for actor in actors], language, most)


def _body(body: Body, language: str) -> str:
    seats = "; ".join(f"{seat.member.label} ({role(seat.role, language)})" for seat in body.seats)
    same = (
        phrase("figure_words", "same", language, who=_labels(body.same_members, language)) if body.same_members else ""
    )
    rhythm = body.rhythm or phrase("figure_words", "no_rhythm", language)
    return " · ".join(part for part in (rhythm, seats, same) if part)


def role(key: str, language: str) -> str:
    """Return a role in one language: the vocabulary's word, or the source's own."""
    from ontology.vocabulary import load

    found = load().concept(f"role/{key}")
    return found.label(language) if found else known("roles", key, language)
