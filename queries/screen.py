"""How many questions a provision leaves open for one client, or that it does not fit: `queries.conditions` in short.

Hundreds of provisions are screened for a handful of answers, so only what is unusual (a limit in time, a refusal,
a practical need) is judged in full.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.lookups import ON_SITE
from queries.conditions import Conditions
from queries.fewest import UNUSABLE, Fewest, counted


class Screen:
    """Screens the provisions of one view for one client and need."""

    def __init__(self, conditions: Conditions, groups: Fewest) -> None:
        self._conditions, self._groups = conditions, groups
        index, provisions = conditions.index, conditions.index.provisions
        self._index = index
        self._provider, self._online = provisions.ints("provider"), provisions.ints("online")
        self._audiences, self._regions = provisions.coded("audiences"), provisions.coded("regions")
        self._namings = provisions.lists("namings")
        # A practical need can defeat any offer, so that then every one is judged in full.
        self._plain: Sequence[int] = bytes(len(provisions)) if conditions.client.practical else index.plain_provisions
        self._of_audiences: dict[int, int] = {}
        self._of_regions: dict[int, int] = {}
        self._of_providers: dict[int, int] = {}
        self._of_area: dict[tuple[int, ...], int] = {}

    def fitting(self, rows: Mapping[int, int]) -> tuple[list[tuple[int, int]], list[int]]:
        """Return the provisions that fit, with how many questions they leave open, and those that do not.

        Args:
            rows: provisions with how many questions their themes or type leave open (`queries.candidates`).
        """
        fitting: list[tuple[int, int]] = []
        misses: list[int] = []
        # Hundreds of rows a question: one loop over local names, no call for what is known.
        plain, audiences, regions = self._plain, self._audiences.codes, self._regions.codes
        of_audiences, of_regions, fewest = self._of_audiences, self._of_regions, self._groups.of
        starts, named = self._audiences.offsets, self._audiences.values
        for row, wanted in rows.items():
            kind = plain[row]
            if not kind:
                questions = counted(self._conditions.provision(row))
            else:
                code = audiences[row]
                groups = of_audiences.get(code)
                if groups is None:
                    start, end = starts[code], starts[code + 1]
                    # Nobody named is a question of its own.
                    groups = of_audiences[code] = fewest(named[start:end]) if start != end else 1
                if groups < 0:
                    misses.append(row)
                    continue
                reached = of_regions.get(regions[row]) if kind == ON_SITE else None
                if reached is None:
                    reached = self._reached(row)
                questions = UNUSABLE if reached < 0 else groups + wanted + reached
            if questions < 0:
                misses.append(row)
            else:
                fitting.append((row, questions))
        return fitting, misses

    def failing(self, row: int, wanted: int) -> tuple[Sequence[str], int]:
        """Return the conditions at which a provision fails, as `queries.conditions` names them, and what is open besides."""
        if not self._plain[row]:
            verdict = self._conditions.provision(row)
            return verdict.failed, len(verdict.asks)
        groups, reached = self._groups_of(row), self._reached(row)
        failed = []
        if groups < 0:
            failed.append("excluded" if 2 in self._namings[row] else "not_named")
        if reached < 0:
            failed.append("outside")
        return failed, max(groups, 0) + wanted + max(reached, 0)

    def _groups_of(self, row: int) -> int:
        """Return how much is open about whom a provision is for."""
        code = self._audiences.codes[row]
        found = self._of_audiences.get(code)
        if found is None:
            named = self._audiences.distinct[code]
            found = self._of_audiences[code] = self._groups.of(named) if len(named) else 1
        return found

    def _reached(self, row: int) -> int:
        """Return how much is open about where a provision is held."""
        code, provider = self._regions.codes[row], self._provider[row]
        if self._online[row] == 1:
            # What is held online for all reaches everybody; what names regions of its own does not.
            area, own = self._index.area(row)
            return self._of(area) if own else 0
        found = self._of_regions.get(code)
        if found is None:
            found = self._of_providers.get(provider)
        if found is None:
            found = self._of(self._index.area(row)[0])
            if len(self._regions.distinct[code]):
                self._of_regions[code] = found
            else:
                self._of_providers[provider] = found
        return found

    def _of(self, area: tuple[int, ...]) -> int:
        found = self._of_area.get(area)
        if found is None:
            found = self._of_area[area] = counted(self._conditions.client.reached(area))
        return found
