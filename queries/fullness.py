"""Whether everything that serves a cell is full, as far as somebody said so lately: capacity is worth 14 days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from graph.view import View
from queries.capacities import Capacities
from queries.freshness import Limits, state

Fullness = Literal["", "full", "waiting_list", "capacity_old"]


class Places:
    """Reads the capacity of one view's provisions on one day."""

    def __init__(self, view: View, day: int, limits: Limits) -> None:
        provisions = view.table("provision")
        self._said, self._checked = provisions.text("capacity"), provisions.ints("checked")
        self._capacities, self._day, self._limit = Capacities(view), day, limits.capacity

    def fullness(self, provisions: Iterable[int]) -> Fullness:
        """Return whether all are full, or at best keep a waiting list; ``capacity_old`` where that was said too long ago."""
        rows = list(provisions)
        found = [self._capacities.level(self._said[row]) for row in rows]
        if not rows or not set(found) <= {"full", "waiting-list"}:
            return ""
        if any(state(self._checked[row], self._day, self._limit) != "fresh" for row in rows):
            return "capacity_old"
        return "waiting_list" if "waiting-list" in found else "full"
