"""How many questions a provision leaves open for one client, or that it does not fit: `queries.conditions` in short.

Hundreds of provisions are screened for a handful of answers, so only what is unusual (a limit in time, a refusal,
a practical need) is judged in full.
"""

from __future__ import annotations

from graph.lookups import REFUSES, TIMED
from queries.conditions import Conditions
from queries.fewest import UNUSABLE, Fewest, counted


class Screen:
    """Screens the provisions of one view for one client and need."""

    def __init__(self, conditions: Conditions, groups: Fewest) -> None:
        self._conditions, self._groups = conditions, groups
        index, provisions = conditions.index, conditions.index.provisions
        self._index = index
        self._polarity = index.provision_polarity
        self._provider, self._traits = provisions.ints("provider"), index.traits
        self._area_at, self._areas = index.area_of.offsets, index.area_of.values
        self._online = provisions.ints("online")
        self._from, self._until = provisions.ints("valid_from"), provisions.ints("valid_until")
        audiences = provisions.lists("audiences")
        self._audience_at, self._audiences = audiences.offsets, audiences.values
        self._region_at = provisions.lists("regions").offsets
        self._simply = not conditions.client.practical
        self._of_area: dict[tuple[int, ...], int] = {}

    def open_questions(self, row: int, wanted: int) -> int:
        """Return how much is open, or `UNUSABLE`.

        Args:
            wanted: how much its themes or type leave open; `queries.candidates` knows.
        """
        if not self._is_plain(row):
            return counted(self._conditions.provision(row))
        groups = self._of_groups(row)
        if groups == UNUSABLE:
            return UNUSABLE
        reached = self._reached(row, self._provider[row])
        return UNUSABLE if reached == UNUSABLE else groups + wanted + reached

    def elsewhere(self, row: int, wanted: int) -> int:
        """Return how much is open of a provision that only fails for being elsewhere, or `UNUSABLE`."""
        if self._is_plain(row):
            groups = self._of_groups(row)
            return UNUSABLE if groups == UNUSABLE else groups + wanted
        verdict = self._conditions.provision(row)
        return len(verdict.asks) if verdict.failed == ("outside",) else UNUSABLE

    def _is_plain(self, row: int) -> bool:
        """Return whether nothing but its groups, themes and regions can stand in the way of a provision."""
        provider = self._provider[row]
        return (
            self._simply
            and provider >= 0
            and self._until[row] < 0
            and self._from[row] < 0
            and not self._traits[provider] & (TIMED | REFUSES)
            and self._polarity[row] == "yes"
        )

    def _of_groups(self, row: int) -> int:
        start, end = self._audience_at[row], self._audience_at[row + 1]
        # Nobody named is a question of its own.
        return self._groups.of(self._audiences[start:end]) if start != end else 1

    def _reached(self, row: int, provider: int) -> int:
        if self._region_at[row] == self._region_at[row + 1]:
            if self._online[row] == 1:
                return 0
            area = tuple(self._areas[self._area_at[provider] : self._area_at[provider + 1]])
        else:
            area, own = self._index.area(row)
            if not own and self._online[row] == 1:
                return 0
        found = self._of_area.get(area)
        if found is None:
            found = self._of_area[area] = counted(self._conditions.client.reached(area))
        return found
