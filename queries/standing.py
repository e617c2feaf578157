"""What a group in a region may use, of whom nothing else is known: its doors, and the referrals open to it.

For many cells at once: each condition of each value is a set of referrals, a cell their intersection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from graph.view import View
from queries.accompaniment import cold_handovers
from queries.bits import Bits, bits_of
from queries.client import Client
from queries.cube import ANY, Cell
from queries.freshness import TRUSTED, Limits, state
from queries.index import index_of
from queries.lifetimes import Lifetimes

Usable = Callable[[int], bool]


class Standing:
    """One view on one day."""

    def __init__(self, view: View, day: int, limits: Limits = TRUSTED) -> None:
        self._view, self._day, self._limits = view, day, limits
        self._index = index_of(view)
        self._lifetimes = Lifetimes(self._index)
        self._size = len(self._index.referrals)
        self._clients: dict[int, Client] = {}
        self._known: dict[tuple[str, int], Bits] = {}
        self._of_group: dict[tuple[int, int], frozenset[int]] = {}
        self._near: dict[int, frozenset[int]] = {}
        self._blocks: dict[tuple[str, int], bytes] = {}

    def referrals(self, cell: Cell) -> Bits:
        """Return the referrals somebody of the cell's group can use, for all that is known: yes or ask."""
        return self.lasting & self._open_to(cell.audience) & self._about(cell.theme) & self._in(cell.region)

    def usable(self, referrals: Bits) -> Usable:
        """Return a test for being one of some referrals."""
        block = self._block(referrals)
        return lambda row: bool(block[row >> 3] >> (row & 7) & 1)

    def usable_in(self, cell: Cell, *, stale: bool = True) -> Usable:
        """Return a test for being one of `referrals`, which are not gathered: most ways need a look at a few.

        Args:
            stale: those whose date is too old, too.
        """
        lasting, blocks = self._lasting_block if stale else self._fresh_block, self._blocks
        group = blocks.get(("audience", cell.audience)) or self._blocked("audience", cell.audience)
        theme = blocks.get(("theme", cell.theme)) or self._blocked("theme", cell.theme)
        region = blocks.get(("region", cell.region)) or self._blocked("region", cell.region)

        def holds(row: int) -> bool:
            at = row >> 3
            return bool((lasting[at] & group[at] & theme[at] & region[at]) >> (row & 7) & 1)

        return holds

    @cached_property
    def stale(self) -> Bits:
        """Referrals whose date is too old; without a date they are undated, not stale."""
        checked, day, limit = self._index.referrals.ints("checked"), self._day, self._limits.fact
        return self._set(row for row in self._index.referrals if state(checked[row], day, limit) == "stale")

    @cached_property
    def cold(self) -> Bits:
        """Referrals that only inform the client."""
        handover, cold = self._index.referrals.ints("handover"), cold_handovers(self._view)
        return self._set(row for row in self._index.referrals if handover[row] in cold)

    @cached_property
    def unclear(self) -> Bits:
        """Referrals of which nobody said how the client is handed over."""
        handover = self._index.referrals.ints("handover")
        return self._set(row for row in self._index.referrals if handover[row] < 0)

    def doors(self, cell: Cell) -> frozenset[int]:
        """Return the actors with a door that is certainly the group's, in the region or a part of it."""
        key = (cell.audience, cell.region)
        found = self._of_group.get(key)
        if found is None:
            group = self._client(cell.audience).group
            found = self._of_group[key] = frozenset(
                actor
                for place in self._around(cell.region)
                for audience, actors in self._doors[place].items()
                if audience == ANY or group(audience).outcome == "yes"
                for actor in actors
            )
        return found

    def _client(self, audience: int) -> Client:
        found = self._clients.get(audience)
        if found is None:
            found = self._clients[audience] = Client.standing_for(self._view, self._day, audience)
        return found

    def _around(self, region: int) -> frozenset[int]:
        """Return the regions of doors (or any) that are not outside a region."""
        found = self._near.get(region)
        if found is None:
            met = (place for place in self._doors if place == ANY or self._meets(place, region))
            found = self._near[region] = frozenset(met)
        return found

    def _meets(self, place: int, region: int) -> bool:
        return region == ANY or self._index.areas.relation((place,), region) != "outside"

    @cached_property
    def _doors(self) -> dict[int, dict[int, set[int]]]:
        """Actors by region and audience of their doors."""
        table = self._view.table("door")
        actors, audiences, regions = (table.ints(column) for column in ("actor", "audience", "region"))
        found: dict[int, dict[int, set[int]]] = {}
        for row in table:
            if self._lifetimes.actor(actors[row]).holds(self._day):
                found.setdefault(regions[row], {}).setdefault(audiences[row], set()).add(actors[row])
        return found

    def _open_to(self, audience: int) -> Bits:
        client = self._client(audience)
        return self._meeting("audiences", audience, lambda group: client.group(group).outcome != "no")

    def _about(self, theme: int) -> Bits:
        if theme == ANY:
            return self._meeting("themes", theme, lambda _: True)
        closures = (self._index.closure(theme, direction) for direction in ("broader", "narrower"))
        family = frozenset({theme}).union(*closures)
        return self._meeting("themes", theme, family.__contains__)

    def _in(self, region: int) -> Bits:
        return self._meeting("regions", region, lambda place: self._meets(place, region))

    def _meeting(self, column: str, value: int, meets: Callable[[int], bool]) -> Bits:
        """Return the referrals that name nothing in a column, or something that meets a value."""
        found = self._known.get((column, value))
        if found is None:
            marks, unstated = self._marks[column]
            found = unstated
            for mark, bits in marks.items():
                if meets(mark):
                    found |= bits
            self._known[column, value] = found
        return found

    @cached_property
    def _marks(self) -> dict[str, tuple[dict[int, Bits], Bits]]:
        return {column: self._by_mark(column) for column in ("audiences", "themes", "regions")}

    def _by_mark(self, column: str) -> tuple[dict[int, Bits], Bits]:
        rows: dict[int, list[int]] = {}
        unstated: list[int] = []
        for row, marks in enumerate(self._index.referrals.lists(column)):
            if not marks:
                unstated.append(row)
            for mark in marks:
                rows.setdefault(mark, []).append(row)
        return {mark: self._set(found) for mark, found in rows.items()}, self._set(unstated)

    @cached_property
    def lasting(self) -> Bits:
        """Referrals that hold on the day, between actors who exist then, and that nobody refuses."""
        referrals, day = self._index.referrals, self._day
        senders, receivers = referrals.ints("sender"), referrals.ints("receiver")
        actor, said = self._lifetimes.actor, self._index.referral_polarity
        return self._set(
            row
            for row in referrals
            if said[row] != "no"
            and self._lifetimes.referral(row).holds(day)
            and senders[row] >= 0 <= receivers[row]
            and actor(senders[row]).holds(day)
            and actor(receivers[row]).holds(day)
        )

    @cached_property
    def _lasting_block(self) -> bytes:
        return self._block(self.lasting)

    @cached_property
    def _fresh_block(self) -> bytes:
        return self._block(self.lasting & ~self.stale)

    def _blocked(self, dimension: str, value: int) -> bytes:
        find = {"audience": self._open_to, "theme": self._about, "region": self._in}[dimension]
        found = self._blocks[dimension, value] = self._block(find(value))
        return found

    def _block(self, referrals: Bits) -> bytes:
        return referrals.to_bytes(self._size // 8 + 1, "little")

    def _set(self, rows: Iterable[int]) -> Bits:
        return bits_of(rows, self._size)
