"""Which events fit a client within some weeks, when they are, and whether one has to register; past ones never."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.view import View
from ontology.errors import QuestionError
from queries.client import ANYTHING, Client, Need
from queries.conditions import Conditions
from queries.event import Event, EventsAnswer
from queries.event_writer import EventWriter, Visit
from queries.fitting import near_misses, needs_of
from queries.freshness import TRUSTED, Limits
from queries.index import Index, index_of
from queries.lifetimes import NOT_SAID
from queries.profile import Profile
from queries.signature import Signatures
from queries.verdict import YES, Ask, Verdict, ask, every
from queries.why_not import WhyNot

SIX_WEEKS = 42
LONGEST = 3660
MOST_NEEDS = 100


@dataclass(frozen=True, slots=True)
class Events:
    """The question.

    An event is in the window if one of its days is: from the day asked for up to ``until``, both included. Of its
    offers the one that fits best counts for each need: yes before ask, then the fewest open questions.

    Args:
        until: last day of the window; six weeks after the day asked for if left out.
        without_registration: only what one can simply go to; where nobody says so, that is a question to ask.
        why_not: how many near misses to explain.
    """

    profile: Profile
    until: date | None = None
    without_registration: bool = False
    why_not: int = 5
    limits: Limits = TRUSTED

    def answer(self, view: View) -> EventsAnswer:
        """Return the events that fit, the earliest first.

        Raises:
            QuestionError: for words nobody knows, contradictory facts, and a window beyond reason.
        """
        needs, client = needs_of(view, self.profile, MOST_NEEDS), Client.of(view, self.profile)
        until = self._until()
        calendar = _Calendar(index_of(view), client.day, until.toordinal())
        writer = EventWriter(view, client.day, self.limits)
        shut = ("registration", "referral") if self.without_registration else ()
        looked = [_Looked(view, client, need, calendar, shut) for need in needs]
        found = [visit for one in looked for visit in one.visits]
        dated = [visit for visit in found if visit.actor in calendar.within]
        barred = [visit for visit in dated if access_of(view, visit.provision) in shut]
        kept = [visit for visit in dated if visit not in barred]
        misses = [miss for one in looked for miss in one.misses]
        elsewhere = sorted({actor for one in looked for actor in one.elsewhere})
        return EventsAnswer(
            day=self.profile.asked_on,
            until=until,
            without_registration=self.without_registration,
            events=_written(writer, kept),
            by_registration=_written(writer, barred),
            undated=_written(writer, [visit for visit in found if visit.actor in calendar.undated]),
            why_not=self._why_not(view, writer, misses, elsewhere),
            past=calendar.past,
            later=calendar.later,
            notes=_notes(calendar, kept),
        )

    def _until(self) -> date:
        day = self.profile.asked_on
        until = self.until or day + timedelta(days=SIX_WEEKS)
        if not 0 <= (until - day).days <= LONGEST:
            raise QuestionError(
                f"the window from {day} to {until} must be 0 to {LONGEST} days long",
                de=f"der Zeitraum von {day} bis {until} muss 0 bis {LONGEST} Tage lang sein",
            )
        return until

    def _why_not(
        self, view: View, writer: EventWriter, misses: Sequence[tuple[int, Verdict]], elsewhere: Iterable[int]
    ) -> tuple[WhyNot, ...]:
        if not self.why_not:
            return ()
        bare = sorted(
            (writer.outside(actor) for actor in elsewhere), key=lambda miss: miss.target.id if miss.target else ""
        )
        return (*near_misses(view, misses, self.why_not), *bare)[: self.why_not]


class _Calendar:
    """Events by when they are."""

    def __init__(self, index: Index, day: int, until: int) -> None:
        self.within: set[int] = set()
        self.undated: set[int] = set()
        self.past = self.later = 0
        starts, ends = index.actors.ints("runs_from"), index.actors.ints("runs_until")
        for row in index.actors:
            if index.kinds[row] == "event":
                self._enter(row, starts[row], max(starts[row], ends[row]), day, until)

    def _enter(self, row: int, start: int, end: int, day: int, until: int) -> None:
        if end == NOT_SAID:
            self.undated.add(row)
        elif end < day:
            self.past += 1
        elif (end if start == NOT_SAID else start) > until:
            self.later += 1
        else:
            self.within.add(row)


class _Looked:
    """One need: what fits of each event that is not over, and what does not."""

    def __init__(self, view: View, client: Client, need: Need, calendar: _Calendar, shut: Sequence[str]) -> None:
        self._view, self._index, self._shut = view, client.index, shut
        self._conditions = Conditions(view, client, need)
        self._signatures = Signatures(view)
        self.visits: list[Visit] = []
        self.misses: list[tuple[int, Verdict]] = []
        self.elsewhere: list[int] = []
        for actor in sorted(calendar.within | calendar.undated):
            self._look(actor, need, missed=actor in calendar.within)

    def _look(self, actor: int, need: Need, *, missed: bool) -> None:
        rows = self._index.provided_by[actor]
        judged = [(row, self._conditions.provision(row)) for row in rows] or [(-1, self._unsaid(actor, need))]
        fits = [self._visit(actor, need, row, verdict) for row, verdict in judged if verdict.outcome != "no"]
        if fits:
            self.visits.append(min(fits, key=self._rank))
        elif missed and rows:
            self.misses += judged
        elif missed:
            self.elsewhere.append(actor)

    def _visit(self, actor: int, need: Need, row: int, verdict: Verdict) -> Visit:
        """Return a visit; where nobody says whether one has to register and it matters, that has to be asked."""
        if self._shut and access_of(self._view, row) == "unknown":
            verdict = every((verdict, ask(Ask("registration"))))
        return Visit(actor, need.concept, row, verdict)

    def _rank(self, visit: Visit) -> tuple[object, ...]:
        signature = self._signatures.provision(visit.provision) if visit.provision >= 0 else ()
        barred = access_of(self._view, visit.provision) in self._shut
        return barred, bool(visit.verdict.asks), len(visit.verdict.asks), signature

    def _unsaid(self, actor: int, need: Need) -> Verdict:
        """Return how far an event fits of which only date and place are known."""
        about = ask(Ask("type" if need.by_type else "theme", self._concept(need))) if need != ANYTHING else YES
        works_in, lies_in = self._index.actors.lists("regions")[actor], self._index.actors.lists("places")[actor]
        return every((ask(Ask("audience")), about, self._conditions.client.reached(tuple(works_in) or tuple(lies_in))))

    def _concept(self, need: Need) -> str:
        return str(self._index.concepts.text("id")[need.concept])


def access_of(view: View, provision: int) -> str:
    """Return how one gets into an event: a word of the layout."""
    return (view.table("provision").text("access")[provision] if provision >= 0 else "") or "unknown"


def _written(writer: EventWriter, visits: Iterable[Visit]) -> tuple[Event, ...]:
    return tuple(sorted(map(writer.write, visits), key=_order))


def _order(event: Event) -> tuple[object, ...]:
    start = event.since or event.until or date.max
    last = event.until or date.max
    need, offer = event.need.id if event.need else "", event.offer.id if event.offer else ""
    return start, last, event.fit == "ask", len(event.open_questions), event.actor.id, need, offer


def _notes(calendar: _Calendar, kept: Sequence[Visit]) -> tuple[str, ...]:
    return tuple(_noted(calendar, kept))


def _noted(calendar: _Calendar, kept: Sequence[Visit]) -> Iterator[str]:
    if not (calendar.within or calendar.undated or calendar.past or calendar.later):
        yield "no_events"
    elif not calendar.within:
        yield "no_events_then"
    elif not kept:
        yield "no_event_fits"
