"""The question of time: what falls away up to a day, and for what do we not even know an end?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from graph.decisions import Review
from graph.plans import overdue
from graph.statement import Statement
from graph.view import View
from ontology.errors import QuestionError
from queries.agreed_graph import AgreedGraph
from queries.coverage import days
from queries.dates import written
from queries.lifetimes import Lifetimes
from queries.phrases import phrase
from queries.references import ActorRef, Cited, EvidenceRef, OfferRef, References, day
from queries.tabled import Tabled
from queries.untended import in_words

COLUMNS = ("thing", "who", "until", "with_it", "evidence")
What = Literal["project", "event", "offer", "referral"]
_TEMPORARY = frozenset({"project"})
"""Kinds of actors that end; of the others no end is expected."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Something with an end; ``until`` None: that it ends is known, when is not.

    Args:
        offers: what a project carries, and what falls away with it.
    """

    what: What
    actor: ActorRef | None
    other: ActorRef | None
    offer: OfferRef | None
    until: date | None
    evidence: Sequence[EvidenceRef]
    offers: tuple[OfferRef, ...] = ()

    def who(self) -> str:
        """Return what ends."""
        ends = " → ".join(part.label for part in (self.actor, self.other) if part)
        return " · ".join(filter(None, (ends, self.offer.label if self.offer else "")))


@dataclass(frozen=True, slots=True)
class Overdue:
    """A plan whose day has passed, in the words of its source: whether it came about nobody says."""

    due: date
    plan: str
    evidence: tuple[EvidenceRef, ...]


@dataclass(frozen=True, slots=True)
class HorizonAnswer(Tabled):
    """The answer.

    Args:
        ending: what holds on the day and whose last day is no later than the horizon, the earliest first.
        end_unknown: projects that hold on the day and whose end nobody stated, with the offers they carry.
        overdue: plans for a day that has passed, the oldest first; None where nobody looked.
        notes: keys of the phrases ``notes``.
    """

    headings: ClassVar[tuple[str, ...]] = COLUMNS
    day: date
    horizon: date
    ending: tuple[Ending, ...]
    end_unknown: tuple[Ending, ...]
    overdue: tuple[Overdue, ...] | None = None
    notes: tuple[str, ...] = ()

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per ending, those without a known end after them, overdue plans last."""
        unknown = phrase("horizon_words", "unknown", language)
        endings: list[dict[str, str | int]] = [
            {
                "thing": phrase("horizon_what", ending.what, language),
                "who": ending.who(),
                "until": written(ending.until, language) if ending.until else unknown,
                "with_it": "; ".join(offer.label for offer in ending.offers),
                "evidence": "; ".join(map(str, ending.evidence)),
            }
            for ending in (*self.ending, *self.end_unknown)
        ]
        return endings + [
            {
                "thing": phrase("horizon_what", "plan", language),
                "who": one.plan,
                "until": written(one.due, language),
                "with_it": "",
                "evidence": "; ".join(map(str, one.evidence)),
            }
            for one in self.overdue or ()
        ]


@dataclass(frozen=True, slots=True)
class Horizon:
    """The question; ``horizon`` is half a year ahead where it is left out.

    Args:
        chosen: somebody asks for just this horizon; a region's own may have passed, and then nothing ends before it.
        plans: statements, for plans whose day has passed; None: not looked at.
        reviews: what people decided on statements: plans they settled are not listed.
    """

    day: date | None = None
    horizon: date | None = None
    chosen: bool = False
    plans: Iterable[Statement] | None = None
    reviews: Iterable[Review] = ()

    def answer(self, view: View) -> HorizonAnswer:
        """Return what ends."""
        asked_on, horizon = days(self.day, self.horizon)
        if self.chosen and horizon < asked_on:
            raise QuestionError(
                f"the horizon {horizon} lies before the day {asked_on}; say a later one, or an earlier day",
                de=f"der Horizont {written(horizon, 'de')} liegt vor dem Tag {written(asked_on, 'de')}; "
                "einen späteren nennen oder einen früheren Tag",
            )
        found = _Finder(view, asked_on.toordinal(), horizon.toordinal())
        ending = sorted((*found.actors(), *found.offers(), *found.referrals()), key=_order)
        unknown = sorted(found.endless(), key=_order)
        late = None if self.plans is None else tuple(_overdue(self.plans, asked_on, self.reviews))
        return HorizonAnswer(asked_on, horizon, tuple(ending), tuple(unknown), late, _notes(view))


def _overdue(plans: Iterable[Statement], day: date, reviews: Iterable[Review]) -> Iterator[Overdue]:
    for plan in sorted(overdue(plans, day, reviews), key=lambda plan: (plan.due, plan.statement.key)):
        yield Overdue(plan.due, *in_words(plan.statement))


def _notes(view: View) -> tuple[str, ...]:
    columns = (("actor", "runs_until"), ("provision", "valid_until"), ("referral", "valid_until"))
    dated = any(end >= 0 for table, column in columns for end in view.table(table).ints(column))
    return () if dated else ("no_ends",)


class _Finder:
    def __init__(self, view: View, asked_on: int, horizon: int) -> None:
        self._agreed, self._refer = AgreedGraph(view, asked_on), References(view)
        self._index = self._agreed.index
        self._lifetimes = Lifetimes(self._index)
        self._horizon = horizon

    def actors(self) -> Iterator[Ending]:
        evidence = self._index.actors.lists("evidence")
        for row in self._index.actors:
            until = self._lifetimes.actor(row).end
            if self._agreed.alive(row) and self._ends(until):
                what: What = "event" if self._index.kinds[row] == "event" else "project"
                yield self._ending(what, row, until=until, evidence=evidence[row], carried=self._carried(row))

    def offers(self) -> Iterator[Ending]:
        """Yield offers that no provision carries on: one that ends with its actor is told with the actor."""
        offers, evidence = self._index.provisions.ints("offer"), self._index.provisions.lists("evidence")
        for actor in self._index.actors:
            of_actor = self._lifetimes.actor(actor).end
            rows: dict[int, list[int]] = {}
            for row in self._agreed.offered(actor):
                rows.setdefault(offers[row], []).append(row)
            for offer, provided in rows.items():
                ends = [self._lifetimes.provision(row).end for row in provided]
                if all(map(self._ends, ends)) and max(ends) != of_actor:
                    places = [place for row in provided for place in evidence[row]]
                    yield self._ending("offer", actor, offer=offer, until=max(ends), evidence=places)

    def referrals(self) -> Iterator[Ending]:
        evidence, offers = self._index.referrals.lists("evidence"), self._index.referrals.ints("offer")
        for row in self._agreed.holding:
            until = self._lifetimes.referral(row).end
            if self._ends(until):
                sender, receiver = self._agreed.senders[row], self._agreed.receivers[row]
                yield self._ending("referral", sender, receiver, offers[row], until, evidence[row])

    def endless(self) -> Iterator[Ending]:
        evidence = self._index.actors.lists("evidence")
        for row in self._index.actors:
            known = self._lifetimes.actor(row).end >= 0
            if self._index.kinds[row] in _TEMPORARY and self._agreed.alive(row) and not known:
                yield self._ending("project", row, evidence=evidence[row], carried=self._carried(row))

    def _carried(self, actor: int) -> Iterable[int]:
        """Return the offers of a project, each once; an event is its own offer."""
        if self._index.kinds[actor] == "event":
            return ()
        offers = self._index.provisions.ints("offer")
        return dict.fromkeys(offers[row] for row in self._agreed.offered(actor) if offers[row] >= 0)

    def _ends(self, until: int) -> bool:
        """Return whether a last day lies up to the horizon: what runs until the 31st has fallen away by the 31st."""
        return 0 <= until <= self._horizon

    def _ending(
        self, what: What, actor: int, other: int = -1, offer: int = -1, until: int = -1,
        evidence: Iterable[int] = (), carried: Iterable[int] = (),
    ) -> Ending:  # fmt: skip
        refer, places = self._refer, tuple(evidence)
        said = Cited(lambda: refer.evidence(places))
        ends = refer.actor(actor), refer.actor(other), refer.offer(offer)
        found = (refer.offer(row) for row in carried)
        offers = tuple(sorted((one for one in found if one), key=lambda one: (one.label, one.id)))
        return Ending(what, *ends, day(until), said, offers)


def _order(ending: Ending) -> tuple[str, str, tuple[str, ...]]:
    ids = (part.id if part else "" for part in (ending.actor, ending.other, ending.offer))
    return ending.until.isoformat() if ending.until else "9999", ending.what, tuple(ids)
