"""The analyst's question: who is not served, served but not reached, carried by one alone, or soon no longer?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from graph.view import View
from ontology.errors import QuestionError
from queries.acceptance import Accepted
from queries.carrying import Carrying, Served, served_by
from queries.closings import Closings
from queries.coverage import CellWriter, days
from queries.covering import PLATFORMS, Covered, Covering
from queries.cube import ANY, Cell
from queries.freshness import TRUSTED, Limits
from queries.gap import Carrier, Gap, GapsAnswer, Kind
from queries.reach import NOBODY, Reach
from queries.references import ActorRef, References, day
from queries.relevance import Matter, combinations, relevance
from queries.standing import Standing

__all__ = ["KINDS", "Gaps", "GapsAnswer"]

Who = tuple[str, int]
"""A row of the actor or of the concept table."""
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Gaps:
    """The question.

    Args:
        day, horizon: as in `queries.coverage.Coverage`; F asks what ends before the horizon.
        kinds: which kinds of gap to look for.
        every: without a needs table, also list combinations nobody speaks of (they are many, and mostly noise).
        max_legs: how long a way may be.
        statutory: pairs of an actor or actor type and a theme (empty: any), by id, with sole competence by law:
            that everything hangs on them is no gap.
        closings, evidence: how many to name per gap.
    """

    day: date | None = None
    horizon: date | None = None
    kinds: tuple[Kind, ...] = KINDS
    every: bool = False
    max_legs: int = 4
    statutory: tuple[tuple[str, str], ...] = ()
    closings: int = 3
    evidence: int = 3
    platforms: tuple[str, ...] = PLATFORMS
    limits: Limits = TRUSTED

    def answer(self, view: View) -> GapsAnswer:
        """Return the gaps of every cell that matters, the heaviest first."""
        unknown = sorted(set(self.kinds) - set(KINDS))
        if unknown:
            raise QuestionError(
                f"no kind of gap is called “{unknown[0]}”", KINDS, de=f"„{unknown[0]}“ ist keine Art von Lücke"
            )
        asked_on, horizon = days(self.day, self.horizon)
        matters = relevance(view, every=self.every)
        finder = _Finder(self, view, asked_on, horizon)
        found = [finder.settled(cell, gap) for cell, matter in matters.cells.items() for gap in finder.of(cell, matter)]
        found.sort(key=lambda gap: (-gap.weight, gap.key))
        shown = [gap for gap in found if gap.acceptance is None or gap.acceptance.overdue]
        apart = ("no_agreed_way", "end_unknown")
        return GapsAnswer(
            day=asked_on,
            horizon=horizon,
            source=matters.source,
            combinations=combinations(view),
            cells=len(matters.cells),
            gaps=tuple(gap for gap in shown if gap.reason not in apart),
            no_agreed_way=tuple(gap for gap in shown if gap.reason == "no_agreed_way"),
            end_unknown=tuple(gap for gap in shown if gap.reason == "end_unknown"),
            accepted=tuple(gap for gap in found if gap.acceptance is not None and not gap.acceptance.overdue),
            notes=_notes(view),
        )


class _Finder:
    """Finds the gaps of one view's cells."""

    def __init__(self, question: Gaps, view: View, asked_on: date, horizon: date) -> None:
        self._question = question
        self._day, self._horizon = asked_on.toordinal(), horizon.toordinal()
        self._covering = Covering(view, self._day, self._horizon, question.limits, question.platforms)
        self._index = self._covering.cube.index
        self._refer = References(view)
        self._writer = CellWriter(view, self._covering, question.evidence)
        self._closings = Closings(view, self._covering, question.closings)
        self._accepted = Accepted(view, self._day)
        self._standing = Standing(view, self._day)
        self._statutory = _statutory(view, question.statutory)

    def of(self, cell: Cell, matter: Matter) -> Iterator[Gap]:
        """Yield the gaps of one cell: one nobody serves has no other."""
        found, kinds = self._covering.cell(cell), self._question.kinds
        if _is_unserved(found, matter):
            if "A" in kinds:
                yield self._unserved(cell, matter, found)
            return
        if not found.support:
            return
        if _is_strict(cell, matter):
            # Only those who name the group close the need: what becomes of the others does not matter to it.
            found = replace(found, support=found.named)
        if "B" in kinds or "D" in kinds:
            yield from self._ways(cell, matter, found)
        if "F" in kinds:
            yield from self._ends(cell, matter, found)

    def settled(self, cell: Cell, gap: Gap) -> Gap:
        """Return the gap with how a meeting accepted it, if it did."""
        accepted = self._accepted.of(cell, gap.kind, gap.sub)
        return replace(gap, acceptance=accepted) if accepted else gap

    def _gap(self, kind: Kind, reason: str, cell: Cell, matter: Matter, found: Covered) -> Gap:
        audience, theme, region, _ = self._writer.values(cell)
        evidence = self._writer.evidence(cell, matter, found, self._question.evidence)
        return Gap(kind, kind, reason, audience, theme, region, matter.weight, found.state, evidence)

    def _unserved(self, cell: Cell, matter: Matter, found: Covered) -> Gap:
        reason = self._why_unserved(cell, found)
        sub = "A1" if reason == "refused" else "A2"
        gap = self._gap("A", reason, cell, matter, found)
        return replace(gap, sub=sub, closings=self._closings.unserved(cell, found))

    def _why_unserved(self, cell: Cell, found: Covered) -> str:
        if found.support:
            return {"specific": "implied", "inherited": "inherited"}.get(found.depth, "part")
        if found.refusing:
            return "refused"
        spoken = self._covering.spoken(cell)
        if spoken & self._covering.over:
            return "ended"
        return "platform" if spoken & self._covering.by_platform else "nothing"

    def _ways(self, cell: Cell, matter: Matter, found: Covered) -> Iterator[Gap]:
        ends = served_by(self._index, self._covering.cube.rows_of(found.support))
        if not ends:
            if "B" in self._question.kinds:
                gap = self._gap("B", "no_provider", cell, matter, found)
                yield replace(gap, closings=self._closings.nameless(found))
            return
        reach = Reach(self._index, self._standing.usable(cell), self._question.max_legs)
        doors = self._standing.doors(cell) or None
        if "B" in self._question.kinds and not any(end.surely for end in ends):
            yield from self._unreached(cell, matter, found, ends, reach, doors)
        if "D" in self._question.kinds:
            yield from self._carried(cell, matter, found, Carrying(self._index, reach, ends, doors))

    def _unreached(
        self,
        cell: Cell,
        matter: Matter,
        found: Covered,
        ends: tuple[Served, ...],
        reach: Reach,
        doors: frozenset[int] | None,
    ) -> Iterator[Gap]:
        """One gap for a cell, with the doors it is not reached from; without doors, if nobody refers at all."""
        if doors is None:
            reached, missed = frozenset[int](), frozenset[int]()
            is_gap = not any(reach.leads(end, None) for end in ends)
        else:
            reached = frozenset(door for door in doors if any(reach.leads(end, frozenset({door})) for end in ends))
            missed = doors - reached
            is_gap = bool(missed)
        if not is_gap:
            return
        reason = "no_agreed_way" if any(end.known for end in ends) else self._barrier(ends, doors)
        gap = self._gap("B", reason, cell, matter, found)
        weight = matter.weight if doors is None else matter.weight * len(missed) // len(doors)
        yield replace(
            gap,
            weight=weight,
            unreachable_from=self._actors(missed),
            reachable_from=self._actors(reached),
            closings=self._closings.unreached(ends, missed),
        )

    def _barrier(self, ends: tuple[Served, ...], doors: frozenset[int] | None) -> str:
        if all(len(end.arrivals) == 1 and self._index.is_group(end.provider) for end in ends):
            return "no_organiser"
        return "no_referral" if doors else "no_referral_at_all"

    def _actors(self, rows: frozenset[int]) -> tuple[ActorRef, ...]:
        found = (self._refer.actor(row) for row in rows)
        return tuple(sorted((actor for actor in found if actor), key=lambda actor: actor.id))

    def _carried(self, cell: Cell, matter: Matter, found: Covered, carrying: Carrying) -> Iterator[Gap]:
        gone = [one for one in carrying.carriers() if not self._is_statutory(one.actor, cell.theme)]
        if not gone:
            return
        carriers = sorted(
            (
                Carrier(self._refer.actor(one.actor), self._refer.actor(one.sender), self._refer.actor(one.receiver))
                for one in gone
            ),
            key=lambda carrier: (carrier.actor is None, *(part.id for part in _parts(carrier))),
        )
        actors = frozenset(one.actor for one in gone if one.actor != NOBODY)
        gap = self._gap("D", "one_actor" if actors else "one_referral", cell, matter, found)
        yield replace(gap, carried_by=tuple(carriers), closings=self._closings.carried(cell, found, actors))

    def _is_statutory(self, actor: int, theme: int) -> bool:
        if actor == NOBODY or not self._statutory:
            return False
        kinds = self._index.actors.lists("types")[actor]
        names = {("actor", actor), *(("concept", kind) for kind in kinds)}
        names.update(("concept", wider) for kind in kinds for wider in self._index.closure(kind, "broader"))
        themes = {ANY, theme, *(self._index.closure(theme, "broader") if theme != ANY else ())}
        return any(who in names and what in themes for who, what in self._statutory)

    def _ends(self, cell: Cell, matter: Matter, found: Covered) -> Iterator[Gap]:
        cube = self._covering.cube
        later = self._covering.later(cell, named=_is_strict(cell, matter))
        if not later:
            ends = [end for row in cube.rows_of(found.support) if (end := self._covering.end(row)) >= 0]
            gap = self._gap("F", "ends", cell, matter, found)
            yield replace(gap, until=day(max(ends, default=-1)), closings=self._closings.ending(found))
        elif all(self._is_open_project(row) for row in cube.rows_of(later)):
            gap = self._gap("F", "end_unknown", cell, matter, found)
            yield replace(gap, closings=self._closings.endless(found))

    def _is_open_project(self, row: int) -> bool:
        provider = self._index.provisions.ints("provider")[row]
        return provider >= 0 and self._index.kinds[provider] == "project" and self._covering.end(row) < 0


def _is_strict(cell: Cell, matter: Matter) -> bool:
    return matter.need == "needed" and cell.audience != ANY


def _is_unserved(found: Covered, matter: Matter) -> bool:
    """A need for a named group is closed only by somebody who names it; otherwise anybody who serves it counts."""
    if matter.need == "covered" or found.state == "contradictory":
        return False
    return not (found.named if matter.need == "needed" else found.support)


def _parts(carrier: Carrier) -> Iterator[ActorRef]:
    yield from (part for part in (carrier.actor, carrier.sender, carrier.receiver) if part)


def _statutory(view: View, pairs: tuple[tuple[str, str], ...]) -> frozenset[tuple[Who, int]]:
    found: set[tuple[Who, int]] = set()
    for who, what in pairs:
        theme = view.concepts_by_id.get(what) if what else ANY
        if theme is None:
            continue
        for table, rows in (("actor", view.actors_by_id), ("concept", view.concepts_by_id)):
            if who in rows:
                found.add(((table, rows[who]), theme))
    return frozenset(found)


def _notes(view: View) -> tuple[str, ...]:
    tables = (("referral", "no_referrals"), ("need", "no_needs"), ("door", "no_doors"))
    return tuple(note for table, note in tables if not len(view.table(table)))
