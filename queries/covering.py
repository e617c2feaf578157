"""How a cell is covered: its state, how closely the group is named, how fresh that is."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, NamedTuple

from graph.view import View
from queries.bits import Bits
from queries.cube import ANY, Cell, Cube, Marks
from queries.freshness import Limits
from queries.provided import Provided

State = Literal["served", "partly", "refused", "contradictory", "unknown"]
Depth = Literal["specific", "inherited", "part", ""]
Time = Literal["fresh", "stale", "undated", "ending", ""]

PLATFORMS = ("actor-type/plattform",)
"""Types of actors that inform and by themselves cover no need."""


class Covered(NamedTuple):
    """One cell, as sets of provisions (places of the cube).

    Args:
        support: they serve it, in full or in part, and nobody contradicts them.
        full: those of them that serve it in full.
        disputed: they say yes where the same provider's offer is refused too.
        refusing: they say no.
        named: those of ``support`` that name the group itself, in somebody's own word (not implied by a referral).
        contested: those of ``disputed`` that do.
    """

    state: State = "unknown"
    depth: Depth = ""
    time: Time = ""
    online_only: bool = False
    support: Bits = 0
    full: Bits = 0
    disputed: Bits = 0
    refusing: Bits = 0
    named: Bits = 0
    contested: Bits = 0


UNKNOWN = Covered()
_NOBODY = 0, 0


class Covering:
    """Judges cells of one view on one day."""

    def __init__(
        self, view: View, day: int, horizon: int, limits: Limits, platforms: tuple[str, ...] = PLATFORMS
    ) -> None:
        self._on(Cube(view), Provided(view, day, horizon, limits, platforms))

    def _on(self, cube: Cube, provided: Provided) -> None:
        self.cube, self.provided = cube, provided
        provisions = cube.index.provisions
        self._provider, self._offer = provisions.ints("provider"), provisions.ints("offer")
        self._same_offer: dict[tuple[int, int], Bits] = {}

    def among(self, bits: Bits) -> Covering:
        """Return the covering by some provisions alone; the sets it tells are sets of its own cube."""
        found = Covering.__new__(Covering)
        found._on(self.cube.of(bits), self.provided)
        return found

    def cell(self, cell: Cell) -> Covered:
        """Return how a cell is covered."""
        spoken, audience, theme = self._spoken(cell)
        saying_yes, (refusing, against) = spoken & self.offered, self._refusing(cell) if self._no else _NOBODY
        if not saying_yes:
            return Covered("refused", refusing=refusing) if refusing else UNKNOWN
        disputed = self._disputed(saying_yes, against) if against else 0
        support = saying_yes & ~disputed if disputed else saying_yes
        contested = disputed & audience.named & ~self.implied if disputed else 0
        if not support:
            return Covered("contradictory", disputed=disputed, refusing=against, contested=contested)
        named, full = audience.named, audience.full & theme.full
        served = support & full & self.cube.region(cell.region).full & ~self._in_part
        shown = served or support
        return Covered(
            "served" if served else "partly",
            "specific" if shown & named & theme.named else "inherited" if shown & full else "part",
            self._time(shown),
            not shown & ~self.online,
            support,
            served,
            disputed,
            refusing,
            support & named & ~self.implied,
            contested,
        )

    def later(self, cell: Cell, *, named: bool) -> Bits:
        """Return the provisions that serve a cell, in full or in part, on the day of the horizon.

        Args:
            named: only those that name the group itself.
        """
        spoken, audience, _ = self._spoken(cell)
        return (spoken & audience.named & ~self.implied if named else spoken) & self._offered_later

    def end(self, row: int) -> int:
        """Return the last day of a provision, or -1 if nobody knows one."""
        return self.provided.spans[row].end

    def spoken(self, cell: Cell) -> Bits:
        """Return the provisions that speak of a cell, in force or not, yes or no."""
        return self._spoken(cell)[0]

    def _spoken(self, cell: Cell) -> tuple[Bits, Marks, Marks]:
        """Return who speaks of a cell at all, and who of its group and of its theme."""
        cube = self.cube
        audience, theme = cube.audience(cell.audience), cube.theme(cell.theme)
        found = audience.any & theme.any
        if found:
            found &= cube.region(cell.region).any
            if cell.kind != ANY:
                found &= cube.kind(cell.kind).named
        return found, audience, theme

    def _refusing(self, cell: Cell) -> tuple[Bits, Bits]:
        """Return who says no to the group on the theme, and who says so of an offer whatever its theme.

        A no that names no group is meant for everybody.
        """
        cube = self.cube
        found = self._no & (cube.audience(cell.audience).full | cube.without_audience)
        if not found:
            return _NOBODY
        found &= cube.region(cell.region).any & cube.kind(cell.kind).named
        theme = cube.theme(cell.theme).full
        return found & theme, found & (theme | cube.without_theme)

    def _disputed(self, saying_yes: Bits, against: Bits) -> Bits:
        """Return who says yes of an offer that the same provider's no is about; a no without offer is about all."""
        found = 0
        for row in self.cube.rows_of(against):
            found |= self._like(self._provider[row], self._offer[row])
        return saying_yes & found

    def _like(self, provider: int, offer: int) -> Bits:
        known = self._same_offer.get((provider, offer))
        if known is None:
            rows = self.cube.index.provided_by[provider] if provider >= 0 else ()
            same = (row for row in rows if offer < 0 or self._offer[row] == offer)
            known = self._same_offer[provider, offer] = self.cube.set_of(same)
        return known

    def _time(self, shown: Bits) -> Time:
        lasting = shown & ~self._ending
        if not lasting:
            return "ending"
        if lasting & self._fresh:
            return "fresh"
        return "undated" if lasting & self._undated else "stale"

    @cached_property
    def offered(self) -> Bits:
        """Provisions that count on the day, in full or in part."""
        return self.cube.flagged(self.provided.offered)

    @cached_property
    def over(self) -> Bits:
        """Provisions that have ended, and that somebody could start again."""
        return self.cube.flagged(self.provided.over)

    @cached_property
    def by_platform(self) -> Bits:
        """Provisions of platforms: they inform, and cover nothing."""
        return self.cube.flagged(self.provided.by_platform)

    @cached_property
    def implied(self) -> Bits:
        """Provisions only a referral speaks of: nobody who provides them has said so."""
        return self.cube.flagged(self.provided.implied)

    @cached_property
    def online(self) -> Bits:
        """Provisions held online."""
        return self.cube.flagged(self.provided.online)

    @cached_property
    def _offered_later(self) -> Bits:
        return self.cube.flagged(self.provided.offered_later)

    @cached_property
    def _no(self) -> Bits:
        return self.cube.flagged(self.provided.refused)

    @cached_property
    def _in_part(self) -> Bits:
        return self.cube.flagged(self.provided.in_part)

    @cached_property
    def _ending(self) -> Bits:
        return self.cube.flagged(self.provided.ending)

    @cached_property
    def _fresh(self) -> Bits:
        return self.cube.flagged(self.provided.fresh)

    @cached_property
    def _undated(self) -> Bits:
        return self.cube.flagged(self.provided.undated)
