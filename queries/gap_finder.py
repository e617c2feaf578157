"""Finds the gaps of one view's cells, each with its evidence and what would close it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property

from graph.view import View
from queries.acceptance import Accepted
from queries.accompaniment import Accompaniment
from queries.carrying import Carrying, Ends, Served
from queries.closings import Closings
from queries.competence_rules import Rule
from queries.coverage import CellWriter
from queries.covering import Covered, Covering
from queries.cube import ANY, Cell
from queries.doorways import Doorways
from queries.elsewhere import Elsewhere
from queries.freshness import Limits
from queries.fullness import Places
from queries.gap import Carrier, Gap, Kind
from queries.reach import NOBODY
from queries.references import ActorRef, References, day
from queries.relevance import Matter
from queries.standing import Standing
from queries.statutory import Statutory


class GapFinder:
    """Judges cells of one view on one day; the arguments are those of `queries.gaps.Gaps`."""

    def __init__(
        self,
        view: View,
        asked_on: date,
        horizon: date,
        *,
        kinds: frozenset[Kind],
        max_legs: int,
        statutory: tuple[tuple[str, str], ...],
        rules: tuple[Rule, ...],
        accompanied: tuple[str, ...] | None,
        closings: int,
        evidence: int,
        platforms: tuple[str, ...],
        limits: Limits,
    ) -> None:
        self._kinds, self._max_legs, self._most = kinds, max_legs, evidence
        self.day = asked_on.toordinal()
        self.covering = Covering(view, self.day, horizon.toordinal(), limits, platforms)
        self.index = self.covering.cube.index
        self._refer = References(view)
        self._writer = CellWriter(view, self.covering, evidence)
        self._closings = Closings(view, self.covering, closings)
        self._accepted = Accepted(view, self.day)
        self.standing = Standing(view, self.day, limits)
        self._statutory = Statutory(view, asked_on, rules, statutory)
        self._accompaniment = Accompaniment(view, accompanied)
        self.elsewhere = Elsewhere(view, self.covering)
        self._places = Places(view, self.covering.cube, self.day, limits)
        self._offers = Ends(self.index)
        self._agreed_by = view.table("referral").lists("evidence")

    def of(self, cell: Cell, matter: Matter) -> Iterator[Gap]:
        """Yield the gaps of one cell: one nobody serves has no other."""
        yield from (gap for gap in self._of(cell, matter) if gap.kind in self._kinds)

    def _of(self, cell: Cell, matter: Matter) -> Iterator[Gap]:
        found = self.covering.cell(cell)
        if is_unserved(found, matter):
            yield self._unserved(cell, matter, found)
            return
        if not found.support:
            return
        found = closing(cell, matter, found)
        if self._kinds & {"B", "C", "D"}:
            yield from self._ways(cell, matter, found)
        if "E" in self._kinds:
            yield from self._elsewhere(cell, matter, found)
        if "F" in self._kinds:
            yield from self._ends(cell, matter, found)
        if "G" in self._kinds:
            yield from self._full(cell, matter, found)

    def connected(self, cell: Cell, matter: Matter) -> frozenset[int]:
        """Return the doors of a cell's group from which somebody who closes its need is reached, or can be gone to."""
        found = closing(cell, matter, self.covering.cell(cell))
        ends = self._offers.of(self.covering.cube.rows_of(found.support))
        ways = Doorways(self.index, self.standing, ends, self.standing.doors(cell), self._max_legs)
        if any(end.surely for end in ends):
            return ways.all
        return ways.reached(ways.reach(self.standing.referrals(cell))) if ends else frozenset()

    def needs_company(self, cell: Cell, matter: Matter) -> bool:
        """Return whether information alone does not close the need of a cell."""
        return self._accompaniment.needed(cell, matter)

    def settled(self, cell: Cell, gap: Gap) -> Gap:
        """Return the gap with how a meeting accepted it, if it did."""
        accepted = self._accepted.of(cell, gap.kind, gap.sub)
        return replace(gap, acceptance=accepted) if accepted else gap

    def _gap(self, kind: Kind, reason: str, cell: Cell, matter: Matter, found: Covered) -> Gap:
        audience, theme, region, _ = self._writer.values(cell)
        evidence = self._writer.evidence(cell, matter, found, self._most)
        return Gap(kind, kind, reason, audience, theme, region, matter.weight, found.state, evidence)

    def _unserved(self, cell: Cell, matter: Matter, found: Covered) -> Gap:
        outside = 0 if found.support else self.elsewhere.outside(cell, named=is_strict(cell, matter))
        if outside:
            gap = self._gap("E", "outside", cell, matter, replace(found, support=outside))
            return replace(gap, closings=self._closings.unserved(cell, found))
        reason = self._why_unserved(cell, found)
        sub = "A1" if reason == "refused" else "A2"
        gap = self._gap("A", reason, cell, matter, found)
        return replace(gap, sub=sub, closings=self._closings.unserved(cell, found))

    def _why_unserved(self, cell: Cell, found: Covered) -> str:
        if found.support:
            return {"specific": "implied", "inherited": "inherited"}.get(found.depth, "part")
        if found.refusing:
            return "refused"
        spoken = self.covering.spoken(cell)
        if spoken & self.covering.over:
            return "ended"
        return "platform" if spoken & self.covering.by_platform else "nothing"

    def _ways(self, cell: Cell, matter: Matter, found: Covered) -> Iterator[Gap]:
        ends = self._offers.of(self.covering.cube.rows_of(found.support))
        if not ends:
            gap = self._gap("B", "no_provider", cell, matter, found)
            yield replace(gap, closings=self._closings.nameless(found))
            return
        ways = Doorways(self.index, self.standing, ends, self.standing.doors(cell), self._max_legs)
        reach = ways.reach(self.standing.referrals(cell))
        reached = ways.reached(reach) if self._kinds & {"B", "C"} else frozenset()
        if "B" in self._kinds and not any(end.surely for end in ends) and reached < ways.all:
            yield self._unreached(cell, matter, found, ends, ways, reached)
        if "C" in self._kinds:
            yield from self._coldly(cell, matter, found, ends, ways, reached)
        if "D" in self._kinds:
            carrying = Carrying(self.index, reach, ends, ways.doors or None)
            yield from self._carried(cell, matter, found, ways, carrying)

    def _unreached(
        self,
        cell: Cell,
        matter: Matter,
        found: Covered,
        ends: tuple[Served, ...],
        ways: Doorways,
        reached: frozenset[int],
    ) -> Gap:
        """Return one gap for a cell, with the doors it is not reached from."""
        missed = ways.all - reached
        reason = "no_agreed_way" if any(end.known for end in ends) else self._barrier(ends, ways.doors)
        gap = self._from_doors(self._gap("B", reason, cell, matter, found), ways, missed, reached)
        return replace(gap, closings=self._closings.unreached(ends, missed & ways.doors))

    def _barrier(self, ends: tuple[Served, ...], doors: frozenset[int]) -> str:
        if all(len(end.arrivals) == 1 and self.index.is_group(end.provider) for end in ends):
            return "no_organiser"
        return "no_referral" if doors else "no_referral_at_all"

    def _from_doors(self, gap: Gap, ways: Doorways, missed: frozenset[int], reached: frozenset[int]) -> Gap:
        """Return a gap of some of the doors: it weighs what they are of all."""
        return replace(
            gap,
            weight=gap.weight * len(missed) // len(ways.all),
            unreachable_from=self._actors(missed),
            reachable_from=self._actors(reached),
        )

    def _coldly(
        self,
        cell: Cell,
        matter: Matter,
        found: Covered,
        ends: tuple[Served, ...],
        ways: Doorways,
        reached: frozenset[int],
    ) -> Iterator[Gap]:
        """Yield what is reached only over old agreements, or where the client is left alone and should not be."""
        usable, standing = self.standing.referrals(cell), self.standing
        open_to_all = any(end.surely for end in ends)
        if not open_to_all:
            fresh = ways.reached(ways.reach(usable & ~standing.stale)) if usable & standing.stale else reached
            yield from self._weakly("stale", usable & standing.stale, cell, matter, found, ways, (reached, fresh))
        if len(self.index.referrals) and self.needs_company(cell, matter):
            # Whoever goes there alone has been given information, no more.
            named = ways.all if open_to_all else reached
            maybe = ways.reached(ways.reach(usable & ~standing.cold))
            if named - maybe:
                pair = (named, maybe)
                yield from self._weakly("information_only", usable & standing.cold, cell, matter, found, ways, pair)
            else:
                warm = ways.reached(ways.reach(usable & ~standing.cold & ~standing.unclear))
                pair = (named, warm)
                yield from self._weakly("handover_unknown", usable & standing.unclear, cell, matter, found, ways, pair)

    def _weakly(
        self,
        reason: str,
        weak: int,
        cell: Cell,
        matter: Matter,
        found: Covered,
        ways: Doorways,
        reached: tuple[frozenset[int], frozenset[int]],
    ) -> Iterator[Gap]:
        """Yield a gap if some doors are reached only over weak referrals; the others are those reached well."""
        anyhow, well = reached
        missed = anyhow - well
        if not missed:
            return
        gap = self._from_doors(self._gap("C", reason, cell, matter, found), ways, missed, well)
        rows = list(ways.rows(weak, ways.pairs(self.standing.referrals(cell), missed)))
        ends = self._offers.of(self.covering.cube.rows_of(found.support))
        closings = self._closings.weak(reason, rows, ends, missed & ways.doors)
        yield replace(self._cited(gap, rows), closings=closings)

    def _actors(self, rows: frozenset[int]) -> tuple[ActorRef, ...]:
        found = (self._refer.actor(row) for row in rows)
        return tuple(sorted((actor for actor in found if actor), key=lambda actor: actor.id))

    def _carried(self, cell: Cell, matter: Matter, found: Covered, ways: Doorways, carrying: Carrying) -> Iterator[Gap]:
        gone = [one for one in carrying.carriers() if not self._statutory.is_sole(one.actor, cell)]
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
        pairs = [(one.sender, one.receiver) for one in gone if one.actor == NOBODY]
        gap = self._cited(gap, ways.rows(self.standing.referrals(cell), pairs))
        yield replace(gap, carried_by=tuple(carriers), closings=self._closings.carried(cell, found, actors))

    def _cited(self, gap: Gap, referrals: Iterable[int]) -> Gap:
        """Return a gap with what is said of some referrals first."""
        said = self._refer.evidence(place for row in referrals for place in self._agreed_by[row])
        return replace(gap, evidence=tuple(dict.fromkeys((*said, *gap.evidence)))[: self._most])

    def _elsewhere(self, cell: Cell, matter: Matter, found: Covered) -> Iterator[Gap]:
        if self.elsewhere.is_online(found):
            gap = self._gap("E", "online", cell, matter, found)
            yield replace(gap, closings=self._closings.online(found))
        if self.elsewhere.is_too_hard(cell, found):
            gap = self._gap("E", "language", cell, matter, found)
            yield replace(gap, closings=self._closings.too_hard(found))

    def _ends(self, cell: Cell, matter: Matter, found: Covered) -> Iterator[Gap]:
        cube = self.covering.cube
        later = self.covering.later(cell, named=is_strict(cell, matter))
        if not later:
            ends = [end for row in cube.rows_of(found.support) if (end := self.covering.end(row)) >= 0]
            gap = self._gap("F", "ends", cell, matter, found)
            yield replace(gap, until=day(max(ends, default=-1)), closings=self._closings.ending(found))
        elif not later & ~self._open_projects:
            gap = self._gap("F", "end_unknown", cell, matter, found)
            yield replace(gap, closings=self._closings.endless(found))

    @cached_property
    def _open_projects(self) -> int:
        """Provisions of projects whose end nobody stated."""
        provider = self.index.provisions.ints("provider")
        projects = {row for row in self.index.actors if self.index.kinds[row] == "project"}
        cube = self.covering.cube
        return cube.where(lambda row: provider[row] in projects and self.covering.end(row) < 0) if projects else 0

    def _full(self, cell: Cell, matter: Matter, found: Covered) -> Iterator[Gap]:
        reason = self._places.fullness(found.support, lambda: self.standing.referrals(cell))
        if reason:
            gap = self._gap("G", reason, cell, matter, found)
            yield replace(gap, closings=self._closings.full(cell, found, is_old=reason == "capacity_old"))


def is_strict(cell: Cell, matter: Matter) -> bool:
    """Return whether only those who name the group close the need."""
    return matter.need == "needed" and cell.audience != ANY


def is_unserved(found: Covered, matter: Matter) -> bool:
    """A need for a named group is closed only by somebody who names it; otherwise anybody who serves it counts."""
    if matter.need == "covered" or found.state == "contradictory":
        return False
    return not (found.named if matter.need == "needed" else found.support)


def closing(cell: Cell, matter: Matter, found: Covered) -> Covered:
    """Return a cell with only those who close its need: what becomes of the others does not matter to it."""
    return replace(found, support=found.named) if is_strict(cell, matter) else found


def _parts(carrier: Carrier) -> Iterator[ActorRef]:
    yield from (part for part in (carrier.actor, carrier.sender, carrier.receiver) if part)
