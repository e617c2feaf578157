"""From an event as rows to an event as an answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from graph.view import View
from queries.contact_age import judged
from queries.event import Event
from queries.freshness import Limits, freshness
from queries.index import index_of
from queries.phrases import phrase
from queries.questions import in_words
from queries.references import ActorRef, ContactRef, References, RegionRef, day
from queries.verdict import Verdict
from queries.why_not import Failure, WhyNot

ORGANISING = ("organiser", "coordinator", "office", "carrier")
"""Roles in which an actor is named with an event, in this order."""

_SAID = ("hours", "cost", "format", "languages", "note")


@dataclass(frozen=True, slots=True)
class Visit:
    """An event that fits, as rows; ``provision`` -1 where only the event as a whole is known, ``need`` -1 for any."""

    actor: int
    need: int
    provision: int
    verdict: Verdict


class EventWriter:
    """Writes the events of one view."""

    def __init__(self, view: View, asked_on: int, limits: Limits) -> None:
        self._view, self._asked_on, self._limits = view, asked_on, limits
        self._refer = References(view)
        self._index = index_of(view)

    def write(self, visit: Visit) -> Event:
        """Return the answer for one event."""
        actors, provisions, row = self._index.actors, self._index.provisions, visit.provision
        event = self._refer.actor(visit.actor)
        if event is None:
            raise ValueError("a visit needs an event")
        start, end = actors.ints("runs_from")[visit.actor], actors.ints("runs_until")[visit.actor]
        checked = max(provisions.ints("checked")[row] if row >= 0 else -1, actors.ints("checked")[visit.actor])
        proof = (*actors.lists("evidence")[visit.actor], *(provisions.lists("evidence")[row] if row >= 0 else ()))
        return Event(
            actor=event,
            since=day(start if start > 0 else end),
            until=day(max(start, end)),
            need=self._refer.concept(visit.need),
            offer=self._refer.offer(provisions.ints("offer")[row]) if row >= 0 else None,
            organisers=self._organisers(visit.actor),
            places=self._places(visit.actor),
            fit="ask" if visit.verdict.asks else "yes",
            open_questions=in_words(self._view, visit.verdict.asks),
            access=(provisions.text("access")[row] if row >= 0 else "") or "unknown",
            said=tuple(text for name in _SAID if row >= 0 and (text := provisions.text(name)[row])),
            contact=self._contact(visit.actor),
            freshness=freshness(checked, self._asked_on, self._limits.project),
            evidence=self._refer.evidence(proof),
        )

    def _organisers(self, event: int) -> tuple[ActorRef, ...]:
        through = self._index.reached_by[event]
        others = sorted(
            (rank, found.id, found)
            for rank, row in self._named.get(event, ())
            if row != through and (found := self._refer.actor(row))
        )
        first = self._refer.actor(through)
        named = [*([first] if first else []), *(actor for _, _, actor in others)]
        return tuple({actor.id: actor for actor in named}.values())

    @cached_property
    def _named(self) -> dict[int, set[tuple[int, int]]]:
        """Who is named with an event as one who organises it: rank of the role and row, by event."""
        table = self._view.table("membership")
        bodies, members, roles = table.ints("body"), table.ints("member"), table.text("role")
        found: dict[int, set[tuple[int, int]]] = {}
        for row in table:
            if self._index.kinds[bodies[row]] == "event" and roles[row] in ORGANISING:
                found.setdefault(bodies[row], set()).add((ORGANISING.index(roles[row]), members[row]))
        return found

    def outside(self, event: int) -> WhyNot:
        """Return why an event does not fit of which only the place is known, and that is another one."""
        actors = self._index.actors
        names = ", ".join(place.label for place in self._places(event))
        said = [phrase("fails", "outside", language, regions=names) for language in ("de", "en")]
        change = [phrase("fails", "outside", f"change_{language}") for language in ("de", "en")]
        failure = Failure("outside", said[0], said[1], change[0], change[1])
        proof = self._refer.evidence(actors.lists("evidence")[event])
        return WhyNot(self._refer.actor(event), None, (failure,), (), proof)

    def _places(self, event: int) -> tuple[RegionRef, ...]:
        """Return where an event takes place, else the area it is for."""
        actors = self._index.actors
        rows = actors.lists("places")[event] or actors.lists("regions")[event]
        return tuple(sorted((found for row in rows if (found := self._refer.region(row))), key=_id))

    def _contact(self, event: int) -> tuple[ContactRef, ...]:
        contacts = self._refer.contacts(event) or self._refer.contacts(self._index.reached_by[event])
        return judged(contacts, self._asked_on, self._limits)


def _id(place: RegionRef) -> str:
    return place.id
