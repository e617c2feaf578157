"""How many questions a provision leaves open for one client, or that it does not fit: `queries.conditions` in short.

Hundreds of provisions are screened for a handful of answers, so only what is unusual (a limit in time, a refusal,
a practical need) is judged in full.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.lookups import REFUSES, TIMED
from queries.conditions import Conditions
from queries.fewest import UNUSABLE, Fewest, counted


class Screen:
    """Screens the provisions of one view for one client and need."""

    def __init__(self, conditions: Conditions, groups: Fewest) -> None:
        self._conditions, self._groups = conditions, groups
        index, provisions = conditions.index, conditions.index.provisions
        self._index = index
        said = provisions.text("polarity")
        self._polarities, self._yes = said.codes, index.said_yes
        self._provider, self._traits = provisions.ints("provider"), index.traits
        self._online = provisions.ints("online")
        self._from, self._until = provisions.ints("valid_from"), provisions.ints("valid_until")
        audiences = provisions.lists("audiences")
        self._audience_at, self._audiences = audiences.offsets, audiences.values
        said_regions = provisions.lists("regions")
        self._region_at, self._regions = said_regions.offsets, said_regions.values
        self._of_region: dict[int, int] = {}
        # A practical need can defeat any offer, so that then every one is judged in full.
        self._unusual = ~0 if conditions.client.practical else TIMED | REFUSES
        self._namings = provisions.lists("namings")
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
        since, until, online, of_region = self._from, self._until, self._online, self._of_region
        region_at, regions, traits, unusual = self._region_at, self._regions, self._traits, self._unusual
        audience_at, audiences, known, fewest = self._audience_at, self._audiences, self._groups.known, self._groups.of
        for row, wanted in rows.items():
            provider = providers[row]
            if (
                provider < 0
                or traits[provider] & unusual
                or polarities[row] != yes
                or until[row] >= 0
                or since[row] >= 0
            ):
                questions = counted(self._conditions.provision(row))
            else:
                start, end = audience_at[row], audience_at[row + 1]
                if end - start == 1 and audiences[start] in known:
                    questions = known[audiences[start]]
                else:
                    # Nobody named is a question of its own.
                    questions = fewest(audiences[start:end]) if start != end else 1
                if questions >= 0:
                    start, end = region_at[row], region_at[row + 1]
                    if end - start == 1 and online[row] != 1 and regions[start] in of_region:
                        reached = of_region[regions[start]]
                    else:
                        reached = self._reached(row)
                    questions = UNUSABLE if reached < 0 else questions + wanted + reached
            if questions < 0:
                misses.append(row)
            else:
                fitting.append((row, questions))
        return fitting, misses

    def failing(self, row: int, wanted: int) -> tuple[Sequence[str], int]:
        """Return the conditions at which a provision fails, as `queries.conditions` names them, and what is open besides."""
        if not self._is_plain(row):
            verdict = self._conditions.provision(row)
            return verdict.failed, len(verdict.asks)
        start, end = self._audience_at[row], self._audience_at[row + 1]
        groups = self._groups.of(self._audiences[start:end]) if start != end else 1
        reached = self._reached(row)
        failed = []
        if groups < 0:
            failed.append("excluded" if 2 in self._namings[row] else "not_named")
        if reached < 0:
            failed.append("outside")
        return failed, max(groups, 0) + wanted + max(reached, 0)

    def _is_plain(self, row: int) -> bool:
        """Return whether nothing but its groups, themes and regions can stand in the way of a provision."""
        provider = self._provider[row]
        timed = self._until[row] >= 0 or self._from[row] >= 0
        usual = provider >= 0 and not self._traits[provider] & self._unusual
        return usual and not timed and self._polarities[row] == self._yes

    def _reached(self, row: int) -> int:
        """Return how much is open about where a provision is held."""
        area, own = self._index.area(row)
        return 0 if not own and self._online[row] == 1 else self._of(area)

    def _of(self, area: tuple[int, ...]) -> int:
        found = self._of_area.get(area)
        if found is None:
            found = self._of_area[area] = counted(self._conditions.client.reached(area))
            if len(area) == 1:
                self._of_region[area[0]] = found
        return found
