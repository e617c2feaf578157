"""Cells judged by the provisions of their own region: in a large space most provisions are elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from queries.covering import Covering
from queries.cube import Cell

DEAR = 10_000
"""Counting the provisions of a region apart costs, per provision, as much as looking at so many bits for a cell."""


class Nearby:
    """The coverings to ask for some cells: of a region alone where enough cells are asked for, else the whole one.

    Args:
        cells: those that will be asked for.
        dear: how much it costs to look at a region apart; 0: always do.
    """

    def __init__(self, whole: Covering, cells: Iterable[Cell], dear: int = DEAR) -> None:
        self._whole, self._dear = whole, dear
        self._asked = Counter(cell.region for cell in cells)
        self._known: dict[int, Covering] = {}

    def of(self, region: int) -> Covering:
        """Return the covering to ask for cells of a region."""
        found = self._known.get(region)
        if found is None:
            found = self._known[region] = self._covering(region)
        return found

    def _covering(self, region: int) -> Covering:
        whole = self._whole
        there = whole.cube.region(region).any
        spared = whole.cube.size - there.bit_count()
        worth = self._asked[region] * spared > self._dear * there.bit_count()
        return whole.among(there) if worth else whole
