"""The neutral grid: what every reader yields and the only thing the interpreter sees.

No file format shows through. Addresses are 1-based ``(row, column)``; only stored cells exist.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from loaders.cells import Cells, bounds
from loaders.grid_cell import GridCell

__all__ = ["Grid", "GridCell", "Merge", "address", "column_letters"]


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged area, bounds inclusive; the value stands in its top left cell."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. ``name`` is empty for CSV."""

    name: str
    cells: Mapping[tuple[int, int], GridCell]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    notes: tuple[str, ...] = field(default=())

    def text(self, row: int, column: int) -> str:
        """Return the text at an address, empty where nothing is stored."""
        cell = self.cells.get((row, column))
        return cell.text if cell else ""

    def bounds(self) -> tuple[int, int, int, int]:
        """Return top, left, bottom, right of the stored cells (1, 1, 0, 0 when there are none)."""
        return bounds(Cells.of(self.cells).places)

    def filled(self) -> Iterator[tuple[int, int]]:
        """Yield the addresses whose text is not empty, row by row."""
        return iter(sorted(place for place, cell in self.cells.items() if cell.text.strip()))


def column_letters(column: int) -> str:
    """Return ``A`` for 1, ``AA`` for 27."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """Return the A1 name of an address."""
    return f"{column_letters(column)}{row}"
