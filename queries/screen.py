"""How many questions a provision leaves open for one client, or that it does not fit: `queries.conditions` in short.

Hundreds of provisions are screened for a handful of answers, so only what is unusual (a limit in time, a refusal,
a practical need) is judged in full.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import or_

from graph.lookups import ON_SITE
from queries.conditions import Conditions
from queries.fewest import UNUSABLE, Fewest, counted

ELSEWHERE = ("outside",)


class Screen:
    """Screens the provisions of one view for one client and need."""

    def __init__(self, conditions: Conditions, groups: Fewest) -> None:
        self._conditions = conditions
        index, provisions = conditions.index, conditions.index.provisions
        self.index, self._provided_for = index, index.provided_for
        self._provider, self._plain = provisions.ints("provider"), index.plain_provisions
        self._audiences, self._regions = provisions.coded("audiences").codes, provisions.coded("regions").codes
        self._namings = provisions.lists("namings")
        self._groups = groups
        # A practical need can defeat any offer, so that then every one is judged in full.
        self.judges_each = bool(conditions.client.practical)
        self._of_regions: dict[int, int] = {}
        self._of_providers: dict[int, int] = {}
        self._of_areas: dict[tuple[int, ...], int] = {}

    def fitting(self, rows: Mapping[int, int]) -> tuple[dict[int, int], list[int]]:
        """Return the provisions that fit, with how many questions they leave open, and those that do not.

        Args:
            rows: provisions with how many questions their themes or type leave open (`queries.candidates`).
        """
        fitting: dict[int, int] = {}
        misses: list[int] = []
        # Hundreds of rows a question: whom they are for is read and judged at once, the rest in one loop over local names.
        named = list(map(self._provided_for.__getitem__, map(self._audiences.__getitem__, rows)))
        self._groups.judge(reduce(or_, named, 0))
        plain, each, levels = self._plain, self.judges_each, self._groups.levels
        regions, of_regions, unstated = self._regions, self._of_regions, self.index.without_regions
        providers, of_providers = self._provider, self._of_providers
        for (row, wanted), groups in zip(rows.items(), named, strict=True):
            kind = plain[row]
            if not kind or each:
                questions = self.in_full(row)
            else:
                # Nobody named is a question of its own.
                questions = UNUSABLE if groups else 1
                for open_questions, those in levels:
                    if groups & those:
                        questions = open_questions
                        break
                if questions < UNUSABLE:
                    reached = None
                    if kind == ON_SITE:
                        code = regions[row]
                        reached = of_regions.get(code) if code != unstated else of_providers.get(providers[row])
                    questions += wanted + (self._reached(row) if reached is None else reached)
            if questions < UNUSABLE:
                fitting[row] = questions
            else:
                misses.append(row)
        return fitting, misses

    def failing(self, row: int, wanted: int) -> tuple[tuple[str, ...], int]:
        """Return the conditions at which a provision fails, as `queries.conditions` names them, and what is open besides."""
        if not self._plain[row] or self.judges_each:
            verdict = self._conditions.provision(row)
            return verdict.failed, len(verdict.asks)
        named = self._provided_for[self._audiences[row]]
        groups = self._groups.of(named) if named else 1
        regions = self._regions[row]
        known = self._of_regions.get(regions) if self._plain[row] == ON_SITE else None
        reached = self._reached(row) if known is None else known
        if groups < UNUSABLE:
            return ((), groups + wanted + reached) if reached < UNUSABLE else (ELSEWHERE, groups + wanted)
        failed = "excluded" if 2 in self._namings[row] else "not_named"
        return ((failed,), wanted + reached) if reached < UNUSABLE else ((failed, *ELSEWHERE), wanted)

    def _reached(self, row: int) -> int:
        """Return how much is open about where a provision is held."""
        if self._plain[row] != ON_SITE:
            # What is held online for all reaches everybody; what names regions of its own does not.
            area, own = self.index.area(row)
            return self.of_area(area) if own else 0
        code, provider = self._regions[row], self._provider[row]
        known, key = (self._of_regions, code) if code != self.index.without_regions else (self._of_providers, provider)
        found = known.get(key)
        if found is None:
            found = known[key] = self.of_area(self.index.area(row)[0])
        return found

    def in_full(self, row: int) -> int:
        """Return how many questions a provision leaves open, all conditions judged, or `UNUSABLE`."""
        return counted(self._conditions.provision(row))

    def of_area(self, area: tuple[int, ...]) -> int:
        """Return how much is open about whether an area reaches the client, or `UNUSABLE`."""
        found = self._of_areas.get(area)
        if found is None:
            found = self._of_areas[area] = counted(self._conditions.client.reached(area))
        return found
