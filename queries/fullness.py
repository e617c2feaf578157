"""Whether everything that serves a cell is full, as far as somebody said so lately: capacity is worth 14 days.

An offer is full if its provider says so, or if one gets in by referral only and every referral into it is full.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Literal

from graph.columns import Table
from graph.view import View
from queries.agreements import Agreements
from queries.bits import Bits
from queries.capacities import Capacities
from queries.freshness import Limits, state
from queries.index import index_of

Fullness = Literal["", "full", "waiting_list", "capacity_old"]
CROWDED = frozenset({"full", "waiting-list"})


class Places:
    """Reads the capacity of one view's provisions and referrals on one day."""

    def __init__(self, view: View, day: int, limits: Limits) -> None:
        self._index, self._day, self._limit = index_of(view), day, limits.capacity
        self._provisions, self._referrals = self._index.provisions, self._index.referrals
        self._capacities = Capacities(view)
        self._at_end = Agreements(self._index).at_end

    def fullness(self, support: Sequence[int], referrals: Callable[[], Bits]) -> Fullness:
        """Return whether all are full, or at best keep a waiting list; ``capacity_old`` where that was said too long ago.

        Args:
            support: the provisions that serve a cell.
            referrals: those the group can use.
        """
        crowded, agreed = self._crowded, self._agreed
        if not (crowded or agreed):
            return ""
        free = [row for row in support if row not in crowded]
        if not support or (free and not (agreed and self._closed.issuperset(free))):
            return ""
        said = [self._said(self._provisions, row) for row in support if row in crowded]
        if free:
            usable = referrals()
            for row in free:
                into = [one for one in self._into(row) if usable >> one & 1]
                if not into or not agreed.issuperset(into):
                    return ""
                said += [self._said(self._referrals, one) for one in into]
        if any(state(checked, self._day, self._limit) != "fresh" for _, checked in said):
            return "capacity_old"
        return "waiting_list" if any(level == "waiting-list" for level, _ in said) else "full"

    def _said(self, table: Table, row: int) -> tuple[str, int]:
        return self._capacities.level(table.text("capacity")[row]), table.ints("checked")[row]

    def _into(self, provision: int) -> Iterator[int]:
        """Yield the referrals by which one may get into an offer."""
        index = self._index
        provider, offer = (self._provisions.ints(name)[provision] for name in ("provider", "offer"))
        senders = self._referrals.ints("sender")
        for arrival in index.arrivals(provider) if provider >= 0 else ():
            for row in index.sent_to[arrival]:
                if senders[row] != arrival and self._at_end(row, provider, offer) is not None:
                    yield row

    @cached_property
    def _crowded(self) -> frozenset[int]:
        """Provisions said to be full, or to have a waiting list."""
        return frozenset(self._full(self._provisions))

    @cached_property
    def _agreed(self) -> frozenset[int]:
        """Referrals said to be full, or to have a waiting list."""
        return frozenset(self._full(self._referrals))

    @cached_property
    def _closed(self) -> frozenset[int]:
        """Provisions one gets into by referral only."""
        access = self._provisions.text("access")
        code = access.code_of("referral")
        return frozenset(row for row, one in enumerate(access.codes) if one == code)

    def _full(self, table: Table) -> Iterator[int]:
        said = table.text("capacity")
        crowded: dict[int, bool] = {}
        for row, code in enumerate(said.codes):
            if code not in crowded:
                crowded[code] = self._capacities.level(said[row]) in CROWDED
            if crowded[code]:
                yield row
