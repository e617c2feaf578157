"""How a cell is covered: its state, how closely the group is named, how fresh that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from graph.view import View
from queries.bits import Bits
from queries.cube import Cell, Cube
from queries.freshness import Limits, state
from queries.index import IMPLIED, Index
from queries.lifetimes import Lifetimes

State = Literal["served", "partly", "refused", "contradictory", "unknown"]
Depth = Literal["specific", "inherited", "part", ""]
Time = Literal["fresh", "stale", "undated", "ending", ""]

PLATFORMS = ("actor-type/plattform",)
"""Types of actors that inform and by themselves cover no need."""


@dataclass(frozen=True, slots=True)
class Covered:
    """One cell, as sets of provisions (places of the cube).

    Args:
        support: they serve it, in full or in part, and nobody contradicts them.
        full: those of them that serve it in full.
        disputed: they say yes where the same provider's offer is refused too.
        refusing: they say no.
        named: those of ``support`` that name the group itself, in somebody's own word (not implied by a referral).
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


UNKNOWN = Covered()


class Covering:
    """Judges cells of one view on one day."""

    def __init__(
        self, view: View, day: int, horizon: int, limits: Limits, platforms: tuple[str, ...] = PLATFORMS
    ) -> None:
        self.cube = Cube(view)
        self.day, self.horizon = day, horizon
        self._limits = limits
        self._index: Index = self.cube.index
        provisions = self._index.provisions
        self._provider, self._offer = provisions.ints("provider"), provisions.ints("offer")
        self._lifetimes = Lifetimes(self._index)
        self._checked = provisions.ints("checked")
        self._types = self._index.actors.lists("types")
        self._same_offer: dict[tuple[int, int], Bits] = {}
        ids = view.concepts_by_id
        self._platforms = frozenset(
            kind for name in platforms if (row := ids.get(name)) is not None
            for kind in (row, *self._index.closure(row, "narrower"))
        )  # fmt: skip

    def cell(self, cell: Cell) -> Covered:
        """Return how a cell is covered."""
        spoken, named, full = self._spoken(cell)
        saying_yes, (refusing, against) = spoken & self.offered, self._refusing(cell)
        if not saying_yes:
            return Covered("refused", refusing=refusing) if refusing else UNKNOWN
        disputed = self._disputed(saying_yes, against) if against else 0
        support = saying_yes & ~disputed
        if not support:
            return Covered("contradictory", disputed=disputed, refusing=against)
        served = support & full & ~self._in_part
        shown = served or support
        return Covered(
            "served" if served else "partly",
            self._depth(cell, shown),
            self._time(shown),
            not shown & ~self.cube.online,
            support,
            served,
            disputed,
            refusing,
            support & named & ~self.implied,
        )

    def later(self, cell: Cell, *, named: bool) -> Bits:
        """Return the provisions that serve a cell, in full or in part, on the day of the horizon.

        Args:
            named: only those that name the group itself.
        """
        spoken, naming, _ = self._spoken(cell)
        return (naming & ~self.implied if named else spoken) & self._offered_later

    def end(self, row: int) -> int:
        """Return the last day of a provision, or -1 if nobody knows one."""
        return self._lifetimes.provision(row).end

    def spoken(self, cell: Cell) -> Bits:
        """Return the provisions that speak of a cell, in force or not, yes or no."""
        return self._spoken(cell)[0]

    def _spoken(self, cell: Cell) -> tuple[Bits, Bits, Bits]:
        """Return who speaks of a cell: at all, naming the group, of the cell as a whole."""
        audience, theme = self.cube.audience(cell.audience), self.cube.theme(cell.theme)
        found = audience.any & theme.any
        if not found:
            return 0, 0, 0
        region, kind = self.cube.region(cell.region), self.cube.kind(cell.kind)
        found &= region.any & kind.named
        return found, found & audience.named, found & audience.full & theme.full & region.full

    def _refusing(self, cell: Cell) -> tuple[Bits, Bits]:
        """Return who says no to the group on the theme, and who says so of an offer whatever its theme.

        A no that names no group is meant for everybody.
        """
        cube = self.cube
        found = self._no & (cube.audience(cell.audience).full | cube.without_audience) if self._no else 0
        if not found:
            return 0, 0
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
            rows = self._index.provided_by[provider] if provider >= 0 else ()
            same = (row for row in rows if offer < 0 or self._offer[row] == offer)
            known = self._same_offer[provider, offer] = self.cube.set_of(same)
        return known

    def _depth(self, cell: Cell, shown: Bits) -> Depth:
        audience, theme = self.cube.audience(cell.audience), self.cube.theme(cell.theme)
        if shown & audience.named & theme.named:
            return "specific"
        return "inherited" if shown & audience.full & theme.full else "part"

    def _time(self, shown: Bits) -> Time:
        if not shown & ~self._ending:
            return "ending"
        lasting = shown & ~self._ending
        if lasting & self._fresh:
            return "fresh"
        return "undated" if lasting & self._undated else "stale"

    @cached_property
    def offered(self) -> Bits:
        """Provisions that count on the day, in full or in part."""
        return self._affirmed & self._alive(self.day) & ~self.by_platform

    @cached_property
    def over(self) -> Bits:
        """Provisions that have ended, and that somebody could start again."""
        ended = self.cube.where(lambda row: self._lifetimes.provision(row).has_ended(self.day))
        return self._affirmed & ended & ~self.by_platform

    @cached_property
    def by_platform(self) -> Bits:
        """Provisions of platforms: they inform, and cover nothing."""
        return self.cube.where(lambda row: not self._platforms.isdisjoint(self._types_of(row)))

    def _types_of(self, row: int) -> Sequence[int]:
        provider = self._provider[row]
        return self._types[provider] if provider >= 0 else ()

    @cached_property
    def _offered_later(self) -> Bits:
        return self._affirmed & self._alive(self.horizon) & ~self.by_platform

    @cached_property
    def _affirmed(self) -> Bits:
        return self.cube.where(lambda row: self._polarity(row) != "no")

    @cached_property
    def _no(self) -> Bits:
        return self._alive(self.day) & ~self._affirmed

    @cached_property
    def _in_part(self) -> Bits:
        """Offered in part only, by nobody in particular, or only because somebody refers there."""
        partly = self.cube.where(lambda row: self._polarity(row) == "partly" or self._provider[row] < 0)
        return partly | self.implied

    @cached_property
    def implied(self) -> Bits:
        """Provisions only a referral speaks of: nobody who provides them has said so."""
        combined = self._index.provisions.ints("combined")
        return self.cube.where(lambda row: combined[row] > 0 and bool(combined[row] & IMPLIED))

    @cached_property
    def _ending(self) -> Bits:
        return self.cube.where(lambda row: 0 <= self.end(row) < self.horizon)

    @cached_property
    def _fresh(self) -> Bits:
        return self.cube.where(lambda row: self._age(row) == "fresh")

    @cached_property
    def _undated(self) -> Bits:
        return self.cube.where(lambda row: self._age(row) == "undated")

    def _age(self, row: int) -> str:
        provider = self._provider[row]
        project = provider >= 0 and self._index.kinds[provider] in ("project", "event")
        return state(self._checked[row], self.day, self._limits.project if project else self._limits.fact)

    def _polarity(self, row: int) -> str:
        return self._index.provision_polarity[row]

    def _alive(self, day: int) -> Bits:
        return self.cube.where(lambda row: self._lifetimes.provision(row).holds(day))
