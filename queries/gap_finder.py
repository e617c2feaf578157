"""Finds what fails in the cells of one view: which gaps there are, before any of them is put into words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from graph.view import View
from queries.accompaniment import Accompaniment
from queries.carrying import Carrying, Ends, Served
from queries.competence_rules import Rule
from queries.covering import Covered, Covering
from queries.cube import Cell
from queries.doorways import Doorways
from queries.elsewhere import Elsewhere
from queries.freshness import Limits
from queries.fullness import Places
from queries.gap import Kind
from queries.nearby import Nearby
from queries.relevance import Matter
from queries.shortfall import Shortfall, closing, is_contradicted, is_strict, is_unserved
from queries.standing import Standing
from queries.statutory import Statutory

_OF_WAYS: frozenset[Kind] = frozenset({"B", "C", "D"})


class GapFinder:
    """Judges cells of one view on one day; the arguments are those of `queries.gaps.Gaps`.

    Args:
        cells: those that will be asked for.
    """

    def __init__(
        self,
        view: View,
        asked_on: date,
        horizon: date,
        cells: Iterable[Cell] = (),
        *,
        kinds: frozenset[Kind],
        max_legs: int,
        statutory: tuple[tuple[str, str], ...],
        rules: tuple[Rule, ...],
        accompanied: tuple[str, ...] | None,
        platforms: tuple[str, ...],
        limits: Limits,
    ) -> None:
        self._kinds, self._max_legs = kinds, max_legs
        self.day = asked_on.toordinal()
        self.covering = Covering(view, self.day, horizon.toordinal(), limits, platforms)
        self._nearby = Nearby(self.covering, cells)
        self.index = self.covering.cube.index
        self.standing = Standing(view, self.day, limits)
        self._statutory = Statutory(view, asked_on, rules, statutory)
        self._accompaniment = Accompaniment(view, accompanied)
        self.elsewhere = Elsewhere(view, self.covering)
        self._places = Places(view, self.day, limits)
        self._offers = Ends(self.index)

    def of(self, cell: Cell, matter: Matter) -> Iterator[Shortfall]:
        """Yield the gaps of one cell, and the questions about it: one nobody serves has no other."""
        return (one for one in self._of(cell, matter) if one.kind in self._kinds)

    def _of(self, cell: Cell, matter: Matter) -> Iterator[Shortfall]:
        covering, kinds = self._nearby.of(cell.region), self._kinds
        found = covering.cell(cell)
        if is_unserved(found, matter):
            yield self._unserved(cell, matter, found, covering)
            return
        if not found.support:
            return
        rows = covering.cube.rows_of(closing(cell, matter, found).support)
        if not kinds.isdisjoint(_OF_WAYS):
            yield from self._ways(cell, matter, rows)
        if "E" in kinds:
            yield from self._elsewhere(cell, matter, rows)
        if "F" in kinds:
            yield from self._ends(cell, matter, covering)
        if "G" in kinds:
            reason = self._places.fullness(rows, lambda: self.standing.referrals(cell))
            if reason:
                yield Shortfall("G", reason, cell, matter, matter.weight)

    def connected(self, cell: Cell, matter: Matter) -> frozenset[int]:
        """Return the doors of a cell's group from which somebody who closes its need is reached, or can be gone to."""
        covering = self._nearby.of(cell.region)
        found = closing(cell, matter, covering.cell(cell))
        ends = self._offers.of(covering.cube.rows_of(found.support))
        ways = self.ways(cell, ends)
        if any(end.surely for end in ends):
            return ways.all
        return ways.reached(ways.reach(self.standing.usable_in(cell))) if ends else frozenset()

    def ends(self, rows: Iterable[int]) -> tuple[Served, ...]:
        """Return the offers behind provisions."""
        return self._offers.of(rows)

    def ways(self, cell: Cell, ends: tuple[Served, ...]) -> Doorways:
        """Return the ways from the doors of a cell's group to offers."""
        return Doorways(self.index, self.standing, ends, self.standing.doors(cell), self._max_legs)

    def needs_company(self, cell: Cell, matter: Matter) -> bool:
        """Return whether information alone does not close the need of a cell."""
        return self._accompaniment.needed(cell, matter)

    def _unserved(self, cell: Cell, matter: Matter, found: Covered, covering: Covering) -> Shortfall:
        if is_contradicted(found, matter):
            return Shortfall("A", "contradicted", cell, matter, matter.weight)
        if not found.support and self.elsewhere.outside(cell, named=is_strict(cell, matter)):
            return Shortfall("E", "outside", cell, matter, matter.weight)
        return Shortfall("A", _why_unserved(cell, found, covering), cell, matter, matter.weight)

    def _ways(self, cell: Cell, matter: Matter, rows: Sequence[int]) -> Iterator[Shortfall]:
        ends = self._offers.of(rows)
        if not ends:
            yield Shortfall("B", "no_provider", cell, matter, matter.weight)
            return
        kinds, ways = self._kinds, self.ways(cell, ends)
        reach = ways.reach(self.standing.usable_in(cell))
        if "B" in kinds or "C" in kinds:
            is_open = any(end.surely for end in ends)
            # To what is open nobody has to be led; whoever is led freshly is led.
            fresh = ways.all if is_open else ways.reached(ways.reach(self.standing.usable_in(cell, stale=False)))
            reached = fresh if fresh == ways.all else fresh | ways.reached_of(ways.all - fresh, reach)
            if "B" in kinds and reached < ways.all:
                reason = "no_agreed_way" if any(end.known for end in ends) else self._barrier(ends, ways.doors)
                yield _from_doors("B", reason, cell, matter, ways, (ways.all, reached))
            if "C" in kinds:
                yield from _weakly("stale", cell, matter, ways, (reached, fresh))
                yield from self._coldly(cell, matter, ways, reached)
        if "D" in kinds:
            carrying = Carrying(self.index, reach, ends, ways.doors or None)
            gone = [one for one in carrying.carriers() if not self._statutory.is_sole(one.actor, cell)]
            if gone:
                reason = "one_actor" if any(one.is_actor for one in gone) else "one_referral"
                yield Shortfall("D", reason, cell, matter, matter.weight, carriers=tuple(gone))

    def _barrier(self, ends: tuple[Served, ...], doors: frozenset[int]) -> str:
        if all(len(end.arrivals) == 1 and self.index.is_group(end.provider) for end in ends):
            return "no_organiser"
        return "no_referral" if doors else "no_referral_at_all"

    def _coldly(self, cell: Cell, matter: Matter, ways: Doorways, reached: frozenset[int]) -> Iterator[Shortfall]:
        """Yield where the client is left alone and should not be: who goes alone has been given information, no more."""
        if not len(self.index.referrals) or not self.needs_company(cell, matter):
            return
        standing = self.standing
        usable = standing.referrals(cell)
        maybe = self._reached(ways, usable & ~standing.cold)
        if reached - maybe:
            yield from _weakly("information_only", cell, matter, ways, (reached, maybe))
        else:
            warm = self._reached(ways, usable & ~standing.cold & ~standing.unclear)
            yield from _weakly("handover_unknown", cell, matter, ways, (reached, warm))

    def _reached(self, ways: Doorways, referrals: int) -> frozenset[int]:
        return ways.reached(ways.reach(self.standing.usable(referrals)))

    def _elsewhere(self, cell: Cell, matter: Matter, rows: Sequence[int]) -> Iterator[Shortfall]:
        if self.elsewhere.is_online(rows):
            yield Shortfall("E", "online", cell, matter, matter.weight)
        if self.elsewhere.is_too_hard(cell, rows):
            yield Shortfall("E", "language", cell, matter, matter.weight)

    def _ends(self, cell: Cell, matter: Matter, covering: Covering) -> Iterator[Shortfall]:
        later = covering.later(cell, named=is_strict(cell, matter))
        if not later:
            yield Shortfall("F", "ends", cell, matter, matter.weight)
        elif self._open_projects and self._open_projects.issuperset(covering.cube.rows_of(later)):
            yield Shortfall("F", "end_unknown", cell, matter, matter.weight)

    @cached_property
    def _open_projects(self) -> frozenset[int]:
        """Provisions of projects whose end nobody stated."""
        provider, kinds, end = self.index.provisions.ints("provider"), self.index.kinds, self.covering.end
        projects = {row for row in self.index.actors if kinds[row] == "project"}
        return frozenset(row for row in self.index.provisions if provider[row] in projects and end(row) < 0)


def _why_unserved(cell: Cell, found: Covered, covering: Covering) -> str:
    if found.support:
        return {"specific": "implied", "inherited": "inherited"}.get(found.depth, "part")
    if found.refusing:
        return "refused"
    spoken = covering.spoken(cell)
    if spoken & covering.over:
        return "ended"
    return "platform" if spoken & covering.by_platform else "nothing"


def _weakly(
    reason: str, cell: Cell, matter: Matter, ways: Doorways, doors: tuple[frozenset[int], frozenset[int]]
) -> Iterator[Shortfall]:
    """Yield a gap if some doors are reached only over weak referrals; the others are those reached well."""
    if doors[0] - doors[1]:
        yield _from_doors("C", reason, cell, matter, ways, doors)


def _from_doors(
    kind: Kind,
    reason: str,
    cell: Cell,
    matter: Matter,
    ways: Doorways,
    doors: tuple[frozenset[int], frozenset[int]],
) -> Shortfall:
    """Return one gap for a cell, with the doors that are not among those reached: it weighs what they are of all."""
    wanted, reached = doors
    missed = wanted - reached
    return Shortfall(kind, reason, cell, matter, matter.weight * len(missed) // len(ways.all), missed, reached)
