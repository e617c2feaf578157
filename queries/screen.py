"""How many questions a provision leaves open for one client, or that it does not fit: `queries.conditions` in short.

Hundreds of provisions are screened for a handful of answers, so only what is unusual (a limit in time, a refusal,
a practical need) is judged in full.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.lookups import ON_SITE
from queries.conditions import Conditions
from queries.fewest import UNUSABLE, Fewest, FewestOfLists, counted


class Screen:
    """Screens the provisions of one view for one client and need."""

    def __init__(self, conditions: Conditions, groups: Fewest) -> None:
        self._conditions = conditions
        index, provisions = conditions.index, conditions.index.provisions
        self._index = index
        self._provider, self._online = provisions.ints("provider"), provisions.ints("online")
        self._audiences, self._regions = provisions.coded("audiences"), provisions.coded("regions")
        self._namings = provisions.lists("namings")
        # A practical need can defeat any offer, so that then every one is judged in full.
        self._plain: Sequence[int] = bytes(len(provisions)) if conditions.client.practical else index.plain_provisions
        # Nobody named is a question of its own.
        self._of_audiences = FewestOfLists(self._audiences, groups, blank=1)
        self._of_regions: dict[int, int] = {}
        self._of_providers: dict[int, int] = {}
        self._of_area: dict[tuple[int, ...], int] = {}

    def fitting(self, rows: Mapping[int, int]) -> tuple[dict[int, int], list[int]]:
        """Return the provisions that fit, with how many questions they leave open, and those that do not.

        Args:
            rows: provisions with how many questions their themes or type leave open (`queries.candidates`).
        """
        fitting: dict[int, int] = {}
        misses: list[int] = []
        # Hundreds of rows a question: one loop over local names, no call for what is known.
        plain, audiences, of_audiences = self._plain, self._audiences.codes, self._of_audiences
        regions, of_regions, unstated = self._regions.codes, self._of_regions, self._index.without_regions
        providers, of_providers = self._provider, self._of_providers
        for row, wanted in rows.items():
            kind = plain[row]
            if not kind:
                questions = counted(self._conditions.provision(row))
            else:
                questions = of_audiences[audiences[row]]
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

    def failing(self, row: int, wanted: int) -> tuple[Sequence[str], int]:
        """Return the conditions at which a provision fails, as `queries.conditions` names them, and what is open besides."""
        if not self._plain[row]:
            verdict = self._conditions.provision(row)
            return verdict.failed, len(verdict.asks)
        groups, reached, failed, questions = (
            self._of_audiences[self._audiences.codes[row]],
            self._reached(row),
            [],
            wanted,
        )
        if groups < UNUSABLE:
            questions += groups
        else:
            failed.append("excluded" if 2 in self._namings[row] else "not_named")
        if reached < UNUSABLE:
            questions += reached
        else:
            failed.append("outside")
        return failed, questions

    def _reached(self, row: int) -> int:
        """Return how much is open about where a provision is held."""
        code, provider = self._regions.codes[row], self._provider[row]
        if self._online[row] == 1:
            # What is held online for all reaches everybody; what names regions of its own does not.
            area, own = self._index.area(row)
            return self._of(area) if own else 0
        known, key = (self._of_providers, provider) if code == self._index.without_regions else (self._of_regions, code)
        found = known.get(key)
        if found is None:
            found = known[key] = self._of(self._index.area(row)[0])
        return found

    def _of(self, area: tuple[int, ...]) -> int:
        found = self._of_area.get(area)
        if found is None:
            found = self._of_area[area] = counted(self._conditions.client.reached(area))
        return found
