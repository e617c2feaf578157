"""Puts gaps into words: each with its evidence and what would close it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from graph.view import View
from queries.acceptance import Accepted
from queries.bits import Bits
from queries.carrying import Served
from queries.closings import Closings
from queries.contradiction import Contradiction
from queries.coverage import CellWriter
from queries.covering import Covered
from queries.cube import Cell
from queries.doorways import Doorways
from queries.gap import Carrier, Closing, Gap
from queries.gap_finder import GapFinder
from queries.reach import NOBODY, Without
from queries.references import ActorRef, Cited, EvidenceRef, References, day
from queries.shortfall import Shortfall, closing, is_strict


class GapWriter:
    """Writes what a finder found.

    Args:
        closings, evidence: how many to name per gap.
    """

    def __init__(self, view: View, finder: GapFinder, *, closings: int, evidence: int) -> None:
        self._finder, self._most = finder, evidence
        self._covering, self._cube = finder.covering, finder.covering.cube
        self._refer = References(view)
        self._writer = CellWriter(view, evidence)
        self._closings = Closings(view, self._covering, closings)
        self._accepted = Accepted(view, finder.day)
        self._agreed_by = view.table("referral").lists("evidence")

    def key(self, one: Shortfall) -> tuple[str, str, str, str, str]:
        """Return the key of the gap (`queries.gap.Gap.key`)."""
        index, cell = self._finder.index, one.cell
        concept, region = index.concept_ids, index.region_ids
        audience, theme = (concept[row] if row >= 0 else "" for row in (cell.audience, cell.theme))
        return one.kind, one.reason, audience, theme, region[cell.region] if cell.region >= 0 else ""

    def write(self, one: Shortfall) -> Gap:
        """Return a gap."""
        found = self._covering.cell(one.cell)
        audience, theme, region, _ = self._writer.values(one.cell)
        return Gap(
            one.kind,
            one.sub,
            one.reason,
            audience,
            theme,
            region,
            one.weight,
            found.state,
            Cited(lambda: self._evidence(one, found)),
            self._closing(one, found),
            self._actors(one.missed),
            self._actors(one.reached) if one.missed else (),
            self._carriers(one.carriers),
            self._until(one, found),
            self._accepted.of(one.cell, one.kind, one.sub),
            tuple(self._contradictions(one, found)),
        )

    def _contradictions(self, one: Shortfall, found: Covered) -> Iterator[Contradiction]:
        if one.matter.against:
            yield Contradiction("need", self._needs(one.matter.rows), self._needs(one.matter.against))
        if one.reason == "contradicted":
            yes = found.contested or found.disputed
            yield Contradiction("offer", self._provided(one.cell, yes), self._provided(one.cell, found.refusing))

    def _needs(self, rows: tuple[int, ...]) -> Cited:
        return Cited(lambda: self._writer.needs(rows)[: self._most])

    def _provided(self, cell: Cell, bits: Bits) -> Cited:
        return Cited(lambda: self._writer.provided(cell, bits, self._cube))

    def _closing(self, one: Shortfall, found: Covered) -> tuple[Closing, ...]:
        """Return what would close a gap; a need that is contradicted is cleared up first."""
        of_cell = self._of_cell(one, found)
        return self._closings.after_asking(of_cell) if one.matter.against else of_cell

    def _of_cell(self, one: Shortfall, found: Covered) -> tuple[Closing, ...]:
        cell, closings, reason = one.cell, self._closings, one.reason
        if reason == "contradicted":
            return closings.contradicted(cell, found)
        if one.kind == "A" or reason == "outside":
            return closings.unserved(cell, found)
        found = closing(cell, one.matter, found)
        if one.kind == "C":
            return closings.weak(reason, self._weak(one), self._ends(found), one.missed - {NOBODY})
        if one.kind == "D":
            return closings.carried(cell, found, frozenset(who.actor for who in one.carriers if who.is_actor))
        if one.kind == "G":
            return closings.full(cell, found, is_old=reason == "capacity_old")
        if one.kind == "B" and reason != "no_provider":
            return closings.unreached(self._ends(found), one.missed - {NOBODY})
        by_reason = {
            "no_provider": closings.nameless,
            "online": closings.online,
            "language": closings.too_hard,
            "ends": closings.ending,
            "end_unknown": closings.endless,
        }
        return by_reason[reason](found)

    def _evidence(self, one: Shortfall, found: Covered) -> tuple[EvidenceRef, ...]:
        """Return the first places behind a gap: of both sides of what is contradicted, of referrals, then of its cell."""
        disputed = list(self._contradictions(one, found))
        first = [place for both in disputed for side in (both.yes, both.no) for place in side[:1]]
        elsewhere = one.reason == "outside"
        if elsewhere:
            outside = self._finder.elsewhere.outside(one.cell, named=is_strict(one.cell, one.matter))
            found = found._replace(support=outside)
        elif one.kind != "A":
            found = closing(one.cell, one.matter, found)
        of_cell = self._writer.evidence(one.cell, one.matter, found, self._cube)
        said = self._refer.evidence(place for row in self._referrals(one) for place in self._agreed_by[row])
        most = max(self._most, len(first)) if self._most else 0
        return tuple(dict.fromkeys((*first, *said, *of_cell)))[:most]

    def _referrals(self, one: Shortfall) -> Iterable[int]:
        """Return the referrals a gap hangs on."""
        if one.kind == "C":
            return self._weak(one)
        pairs = [(who.sender, who.receiver) for who in one.carriers if not who.is_actor]
        return self._ways(one).rows(self._finder.standing.referrals(one.cell), pairs) if pairs else ()

    def _weak(self, one: Shortfall) -> Iterator[int]:
        """Yield the referrals by which the doors of a gap are reached badly."""
        standing, ways = self._finder.standing, self._ways(one)
        usable = standing.referrals(one.cell)
        weak: dict[str, Bits] = {
            "stale": standing.stale,
            "information_only": standing.cold,
            "handover_unknown": standing.unclear,
        }
        return ways.rows(usable & weak[one.reason], ways.pairs(usable, one.missed))

    def _ways(self, one: Shortfall) -> Doorways:
        found = closing(one.cell, one.matter, self._covering.cell(one.cell))
        return self._finder.ways(one.cell, self._ends(found))

    def _ends(self, found: Covered) -> tuple[Served, ...]:
        return self._finder.ends(self._cube.rows_of(found.support))

    def _until(self, one: Shortfall, found: Covered) -> date | None:
        """Return the last day anybody serves a cell that ends."""
        if one.reason != "ends":
            return None
        rows = self._cube.rows_of(closing(one.cell, one.matter, found).support)
        return day(max(map(self._covering.end, rows), default=NOBODY))

    def _actors(self, rows: frozenset[int]) -> tuple[ActorRef, ...]:
        found = (self._refer.actor(row) for row in rows)
        return tuple(sorted((actor for actor in found if actor), key=lambda actor: actor.id))

    def _carriers(self, gone: Iterable[Without]) -> tuple[Carrier, ...]:
        refer = self._refer.actor
        found = (Carrier(refer(one.actor), refer(one.sender), refer(one.receiver)) for one in gone)
        return tuple(sorted(found, key=lambda one: (one.actor is None, *(part.id for part in _parts(one)))))


def _parts(carrier: Carrier) -> Iterator[ActorRef]:
    yield from (part for part in (carrier.actor, carrier.sender, carrier.receiver) if part)
