"""The question of time: what falls away up to a day, and for what do we not even know an end?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from graph.view import View
from ontology.errors import QuestionError
from queries.agreed_graph import AgreedGraph
from queries.coverage import days
from queries.dates import written
from queries.lifetimes import Lifetimes
from queries.phrases import phrase
from queries.references import ActorRef, EvidenceRef, OfferRef, References, day
from queries.tabled import Tabled

COLUMNS = ("thing", "who", "until", "evidence")
_TEMPORARY = frozenset({"project"})
"""Kinds of actors that end; of the others no end is expected."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Something with an end; ``until`` None: that it ends is known, when is not."""

    what: Literal["project", "event", "offer", "referral"]
    actor: ActorRef | None
    other: ActorRef | None
    offer: OfferRef | None
    until: date | None
    evidence: tuple[EvidenceRef, ...]

    def who(self) -> str:
        """Return what ends."""
        ends = " → ".join(part.label for part in (self.actor, self.other) if part)
        return " · ".join(filter(None, (ends, self.offer.label if self.offer else "")))


@dataclass(frozen=True, slots=True)
class HorizonAnswer(Tabled):
    """The answer.

    Args:
        ending: what holds on the day and ends before the horizon, the earliest first.
        end_unknown: projects that hold on the day and whose end nobody stated, with the offers they carry.
        notes: keys of the phrases ``notes``.
    """

    headings: ClassVar[tuple[str, ...]] = COLUMNS
    day: date
    horizon: date
    ending: tuple[Ending, ...]
    end_unknown: tuple[Ending, ...]
    notes: tuple[str, ...] = ()

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per ending, those without a known end last."""
        unknown = phrase("horizon_words", "unknown", language)
        return [
            {
                "thing": phrase("horizon_what", ending.what, language),
                "who": ending.who(),
                "until": written(ending.until, language) if ending.until else unknown,
                "evidence": "; ".join(map(str, ending.evidence)),
            }
            for ending in (*self.ending, *self.end_unknown)
        ]


@dataclass(frozen=True, slots=True)
class Horizon:
    """The question; ``horizon`` is half a year ahead where it is left out.

    Args:
        chosen: somebody asks for just this horizon; a region's own may have passed, and then nothing ends before it.
    """

    day: date | None = None
    horizon: date | None = None
    chosen: bool = False

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
        return HorizonAnswer(asked_on, horizon, tuple(ending), tuple(unknown), _notes(view))


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
                what: Literal["event", "project"] = "event" if self._index.kinds[row] == "event" else "project"
                yield self._ending(what, row, until=until, evidence=evidence[row])

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
                yield self._ending("project", row, until=-1, evidence=evidence[row])

    def _ends(self, until: int) -> bool:
        return 0 <= until < self._horizon

    def _ending(
        self, what: Literal["project", "event", "offer", "referral"], actor: int, other: int = -1, offer: int = -1,
        until: int = -1, evidence: Iterable[int] = (),
    ) -> Ending:  # fmt: skip
        refer = self._refer
        said = refer.evidence(evidence)
        return Ending(what, refer.actor(actor), refer.actor(other), refer.offer(offer), day(until), said)


def _order(ending: Ending) -> tuple[str, str, tuple[str, ...]]:
    ids = (part.id if part else "" for part in (ending.actor, ending.other, ending.offer))
    return ending.until.isoformat() if ending.until else "9999", ending.what, tuple(ids)
