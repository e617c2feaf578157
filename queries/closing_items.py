"""What new referrals and extensions could close: gaps as weighted items, and which candidate closes which by itself.

An item is a cell nobody serves, a cell that ends, or a door of a cell from which no way leads (or only an old or cold
one). A candidate closes an item if it does so alone; two that only together make a way count for nothing here, so that
what is claimed is a lower bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from queries.acceptance import Accepted
from queries.bits import Bits, members
from queries.carrying import Served, served_by
from queries.covering import Covered
from queries.cube import ANY, Cell
from queries.distances import Distances, Usable
from queries.doorways import ANYWHERE
from queries.gap import Kind
from queries.gap_finder import GapFinder
from queries.relevance import Matter
from queries.shortfall import closing, is_contradicted, is_strict, is_unserved

if TYPE_CHECKING:
    from numpy import int8
    from numpy.typing import NDArray

NONE = -1


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """Something somebody could do, in rows.

    Args:
        what: a key of the phrases ``closings``; ``agree_referral`` is a new referral from ``sender`` to ``actor``.
        audience, theme, region: what an offer would be extended to.
    """

    what: str
    actor: int
    offer: int = NONE
    sender: int = NONE
    audience: int = ANY
    theme: int = ANY
    region: int = ANY


@dataclass(frozen=True, slots=True)
class Item:
    """A gap, or one door's share of it."""

    kind: Kind
    cell: Cell
    weight: int
    door: int = NONE


@dataclass(slots=True)
class Extensions:
    """Which extensions close which items."""

    closes: dict[Candidate, list[int]] = field(default_factory=dict)

    def add(self, candidate: Candidate, item: int) -> None:
        """Note that a candidate closes an item."""
        items = self.closes.setdefault(candidate, [])
        if not items or items[-1] != item:
            items.append(item)


@dataclass(frozen=True, slots=True)
class Lack:
    """Doors of one cell without a good way: how far each actor is from them, and from the offers.

    Args:
        first: the number of the first door's item; the others follow.
    """

    first: int
    doors: tuple[int, ...]
    arrivals: tuple[int, ...]
    from_doors: tuple[NDArray[int8], ...]
    to_offers: NDArray[int8]


@dataclass(frozen=True, slots=True)
class _Measured:
    usable: Usable
    to_offers: NDArray[int8]
    reached: set[int]


class Items:
    """Gathers the items of one view, the extensions that close them, and what new referrals would have to lead to."""

    def __init__(self, finder: GapFinder, max_legs: int, accepted: Accepted) -> None:
        self._finder, self._max_legs, self._accepted = finder, max_legs, accepted
        self._covering, self._cube, self._index = finder.covering, finder.covering.cube, finder.index
        self._distances = Distances(finder.index, max_legs)
        provisions = finder.index.provisions
        self._provider, self._offer = provisions.ints("provider"), provisions.ints("offer")
        kinds = finder.index.kinds
        self._events = frozenset(row for row in finder.index.actors if kinds[row] == "event")
        self.items: list[Item] = []
        self.extensions = Extensions()
        self.lacks: list[Lack] = []

    def gather(self, cell: Cell, matter: Matter) -> None:
        """Add the items of one cell; what sources contradict each other about is asked for, not closed."""
        if matter.against:
            return
        found = self._covering.cell(cell)
        if is_unserved(found, matter):
            if not is_contradicted(found, matter):
                self._unserved(cell, matter, found)
        elif found.support:
            found = closing(cell, matter, found)
            self._ending(cell, matter, found)
            self._unreached(cell, matter, found)

    def _is_accepted(self, cell: Cell, kind: Kind, sub: str = "") -> bool:
        """Return whether people have accepted such a gap and are not due to look at it again: it is not to be closed."""
        found = self._accepted.of(cell, kind, sub or kind)
        return found is not None and not found.overdue

    def _item(self, kind: Kind, cell: Cell, weight: int, door: int = NONE) -> int:
        self.items.append(Item(kind, cell, weight, door))
        return len(self.items) - 1

    def _unserved(self, cell: Cell, matter: Matter, found: Covered) -> None:
        strict = is_strict(cell, matter)
        is_outside = not found.support and self._finder.elsewhere.outside(cell, named=strict)
        kind: Kind = "E" if is_outside else "A"
        is_refused = not found.support and found.refusing
        if self._is_accepted(cell, kind, "" if is_outside else "A1" if is_refused else "A2"):
            return
        item = self._item(kind, cell, matter.weight)
        refusing = {self._provider[row] for row in self._cube.rows_of(found.refusing)}
        for candidate, rows in self._extending(cell, found, strict=strict):
            for place in members(rows):
                row = self._cube.rows[place]
                provider = self._provider[row]
                is_extended = candidate.what == "renew" or provider not in self._events
                if provider >= 0 and provider not in refusing and is_extended:
                    self.extensions.add(self._of_row(candidate, row), item)

    def _of_row(self, like: Candidate, row: int) -> Candidate:
        return Candidate(like.what, self._provider[row], self._offer[row], NONE, like.audience, like.theme, like.region)

    def _extending(self, cell: Cell, found: Covered, *, strict: bool) -> Iterator[tuple[Candidate, Bits]]:
        """Yield how offers would have to be extended to serve a cell, and which could be."""
        cube, alive = self._cube, self._covering.offered
        audience, theme, region = cube.audience(cell.audience), cube.theme(cell.theme), cube.region(cell.region)
        meant = audience.named & ~self._covering.implied if strict else audience.any
        there = region.any & cube.kind(cell.kind).named
        yield Candidate("renew", NONE), meant & theme.any & there & self._covering.over
        if cell.audience != ANY:
            group = Candidate("extend_group", NONE, audience=cell.audience)
            yield group, theme.any & there & alive & ~(audience.named & ~(found.support & ~found.named))
        if cell.theme != ANY:
            yield Candidate("extend_theme", NONE, theme=cell.theme), meant & there & alive & ~theme.any
        if cell.region != ANY:
            yield Candidate("extend_region", NONE, region=cell.region), meant & theme.any & alive & ~region.any

    def _ending(self, cell: Cell, matter: Matter, found: Covered) -> None:
        if self._covering.later(cell, named=is_strict(cell, matter)) or self._is_accepted(cell, "F"):
            return
        item = self._item("F", cell, matter.weight)
        for row in self._cube.rows_of(found.support):
            if self._provider[row] >= 0:
                self.extensions.add(Candidate("renew", self._provider[row], self._offer[row]), item)

    def _unreached(self, cell: Cell, matter: Matter, found: Covered) -> None:
        ends = served_by(self._index, self._cube.rows_of(found.support))
        if not ends:
            return
        doors = tuple(sorted(self._finder.standing.doors(cell) or {ANYWHERE}))
        referrals, standing = self._finder.standing.referrals(cell), self._finder.standing
        is_open = any(end.surely for end in ends)
        anyhow = self._measured(referrals, ends, doors)
        if not is_open and not any(end.known for end in ends):
            self._lack("B", cell, matter, ends, doors, set(doors) - anyhow.reached, anyhow)
        if not is_open and referrals & standing.stale:
            fresh = self._measured(referrals & ~standing.stale, ends, doors)
            self._lack("C", cell, matter, ends, doors, anyhow.reached - fresh.reached, fresh)
        if len(self._index.referrals) and self._finder.needs_company(cell, matter):
            maybe = self._measured(referrals & ~standing.cold, ends, doors)
            named = set(doors) if is_open else anyhow.reached
            self._lack("C", cell, matter, ends, doors, named - maybe.reached, maybe)

    def _measured(self, referrals: Bits, ends: tuple[Served, ...], doors: tuple[int, ...]) -> _Measured:
        usable = self._distances.among(referrals)
        to_offers = usable.to_offers(ends)
        reached = {
            door
            for door in doors
            if (usable.is_led_to(ends) if door == ANYWHERE else to_offers[door] <= self._max_legs)
        }
        return _Measured(usable, to_offers, reached)

    def _lack(
        self,
        kind: Kind,
        cell: Cell,
        matter: Matter,
        ends: tuple[Served, ...],
        doors: tuple[int, ...],
        missed: set[int],
        measured: _Measured,
    ) -> None:
        if not missed or self._is_accepted(cell, kind):
            return
        ordered = tuple(sorted(missed))
        arrivals = tuple(sorted({arrival for end in ends for arrival in end.arrivals}))
        numbers = [self._item(kind, cell, matter.weight // len(doors), door) for door in ordered]
        away = tuple(
            measured.to_offers * 0 + (self._max_legs - 1)
            if door == ANYWHERE
            else measured.usable.from_door(door, arrivals)
            for door in ordered
        )
        self.lacks.append(Lack(numbers[0], ordered, arrivals, away, measured.to_offers))
