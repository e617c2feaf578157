"""How many questions a provision leaves open for one client, or that it does not fit: `queries.conditions` in short.

Hundreds of provisions are screened for a handful of answers, so only what is unusual (a limit in time, a refusal,
a practical need) is judged in full.
"""

from __future__ import annotations

from collections.abc import Mapping

from graph.lookups import REFUSES, TIMED
from queries.conditions import Conditions
from queries.fewest import UNUSABLE, Fewest, counted


_JUDGE = -2


class Screen:
    """Screens the provisions of one view for one client and need."""

    def __init__(self, conditions: Conditions, groups: Fewest) -> None:
        self._conditions, self._groups = conditions, groups
        index, provisions = conditions.index, conditions.index.provisions
        self._index = index
        said = provisions.text("polarity")
        self._polarities, self._yes = said.codes, index.said_yes
        self._provider, self._traits = provisions.ints("provider"), index.traits
        self._areas = index.area_of
        self._online = provisions.ints("online")
        self._from, self._until = provisions.ints("valid_from"), provisions.ints("valid_until")
        audiences = provisions.lists("audiences")
        self._audience_at, self._audiences = audiences.offsets, audiences.values
        self._region_at = provisions.lists("regions").offsets
        self._simply = not conditions.client.practical
        self._of_provider: dict[int, int] = {}
        self._of_area: dict[tuple[int, ...], int] = {}

    def fitting(self, rows: Mapping[int, int]) -> tuple[list[tuple[int, int]], list[int]]:
        """Return the provisions that fit, with how many questions they leave open, and those that do not.

        Args:
            rows: provisions with how many questions their themes or type leave open (`queries.candidates`).
        """
        fitting: list[tuple[int, int]] = []
        misses: list[int] = []
        # Hundreds of rows a question: one loop over local names, no call for what is usual.
        providers, polarities, yes = self._provider, self._polarities, self._yes
        since, until, region_at = self._from, self._until, self._region_at
        audience_at, audiences, known, fewest = self._audience_at, self._audiences, self._groups.known, self._groups.of
        for row, wanted in rows.items():
            reached = self._of_provider.get(providers[row])
            if reached is None:
                reached = self._read_provider(providers[row])
            if reached == _JUDGE or polarities[row] != yes or until[row] >= 0 or since[row] >= 0:
                questions = counted(self._conditions.provision(row))
            else:
                start, end = audience_at[row], audience_at[row + 1]
                if end - start == 1 and audiences[start] in known:
                    questions = known[audiences[start]]
                else:
                    # Nobody named is a question of its own.
                    questions = fewest(audiences[start:end]) if start != end else 1
                if questions >= 0:
                    if region_at[row] != region_at[row + 1] or self._online[row] == 1:
                        reached = self._reached(row)
                    questions = UNUSABLE if reached < 0 else questions + wanted + reached
            if questions < 0:
                misses.append(row)
            else:
                fitting.append((row, questions))
        return fitting, misses

    def elsewhere(self, row: int, wanted: int) -> int:
        """Return how much is open of a provision that only fails for being elsewhere, or `UNUSABLE`."""
        if self._is_plain(row):
            start, end = self._audience_at[row], self._audience_at[row + 1]
            groups = self._groups.of(self._audiences[start:end]) if start != end else 1
            return UNUSABLE if groups < 0 else groups + wanted
        verdict = self._conditions.provision(row)
        return len(verdict.asks) if verdict.failed == ("outside",) else UNUSABLE

    def _is_plain(self, row: int) -> bool:
        """Return whether nothing but its groups, themes and regions can stand in the way of a provision."""
        timed = self._until[row] >= 0 or self._from[row] >= 0
        provider = self._provider[row]
        reached = self._of_provider.get(provider)
        if reached is None:
            reached = self._read_provider(provider)
        return not timed and self._polarities[row] == self._yes and reached != _JUDGE

    def _read_provider(self, provider: int) -> int:
        """Return how much the area of a provider leaves open; `_JUDGE` where its offers have to be judged in full."""
        found = _JUDGE
        if self._simply and provider >= 0 and not self._traits[provider] & (TIMED | REFUSES):
            found = self._of(tuple(self._areas[provider]))
        self._of_provider[provider] = found
        return found

    def _reached(self, row: int) -> int:
        """Return how much is open about the region of a provision that says so itself, or is held online."""
        area, own = self._index.area(row)
        return 0 if not own and self._online[row] == 1 else self._of(area)

    def _of(self, area: tuple[int, ...]) -> int:
        found = self._of_area.get(area)
        if found is None:
            found = self._of_area[area] = counted(self._conditions.client.reached(area))
        return found
