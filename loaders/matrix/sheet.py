"""A sheet as the interpreter sees it: clean texts, merges filled, rows and columns exchangeable."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graph.evidence import Cell
from loaders.cells import Cells
from loaders.grid import Grid, GridCell, address
from loaders.matrix.mojibake import repair
from ontology.text import clean

Place = tuple[int, int]
"""Row and column, 1-based, in the orientation of the sheet that holds them."""


@dataclass(frozen=True)
class Sheet:
    """One grid, possibly turned; every place can be walked back to the cell of the file.

    A merged area shows its value in every place it covers; ``anchor`` names the cell that holds it.
    """

    grid: Grid
    turned: bool = False
    rows: Mapping[int, Mapping[int, GridCell]] = field(repr=False, default_factory=dict)
    anchors: Mapping[Place, Place] = field(repr=False, default_factory=dict)
    _texts: dict[str, str] = field(repr=False, default_factory=dict)
    """Clean texts by stored ones: a large list says the same thing in thousands of places."""
    _lines: dict[str, str] = field(repr=False, default_factory=dict)
    """The same with line breaks."""
    _filled: dict[int, tuple[int, ...]] = field(repr=False, default_factory=dict)
    """Columns with text by row: every step asks for those of every row."""
    _alike: dict[tuple[int, ...], tuple[int, ...]] = field(repr=False, default_factory=dict)
    """The distinct ones among them: the rows of a long list share a few."""

    @property
    def name(self) -> str:
        """The sheet's name, empty for CSV."""
        return self.grid.name

    def cell(self, row: int, column: int) -> GridCell | None:
        """Return the stored cell at a place, that of the merge where one covers it."""
        return self.rows.get(row, {}).get(column)

    def text(self, row: int, column: int) -> str:
        """Return the clean text of one line at a place."""
        cells = self.rows.get(row)
        cell = cells.get(column) if cells else None
        return self._clean(cell.text) if cell else ""

    def lines(self, row: int, column: int) -> str:
        """Return the text with its line breaks, each line clean."""
        cell = self.cell(row, column)
        if cell is None:
            return ""
        known = self._lines.get(cell.text)
        if known is None:
            known = "\n".join(filter(None, map(clean, repair(cell.text).splitlines())))
            self._lines[cell.text] = known
        return known

    def anchor(self, row: int, column: int) -> Place:
        """Return the place that holds the value shown here (itself outside merges)."""
        return self.anchors.get((row, column), (row, column))

    def origin(self, row: int, column: int) -> Place:
        """Return row and column in the file of the cell that holds the value shown here."""
        if self.anchors:
            row, column = self.anchors.get((row, column), (row, column))
        return (column, row) if self.turned else (row, column)

    def evidence(self, row: int, column: int) -> Cell:
        """Return where in the file the value shown here stands."""
        return Cell(self.name, address(*self.origin(row, column)))

    def hidden(self, row: int, column: int) -> bool:
        """Return whether the file hides this place: its sheet, row or column."""
        row, column = (column, row) if self.turned else (row, column)
        return self.grid.hidden or row in self.grid.hidden_rows or column in self.grid.hidden_columns

    def filled(self, row: int, left: int = 1, right: int = 1 << 30) -> tuple[int, ...]:
        """Return the columns of a row that hold text, within bounds."""
        columns = self._filled.get(row)
        if columns is None:
            cells = self.rows.get(row, {})
            columns = tuple(column for column, cell in cells.items() if self._clean(cell.text))
            columns = self._filled[row] = self._alike.setdefault(columns, columns)
        if not columns or (left <= columns[0] and columns[-1] <= right):
            return columns
        return columns[bisect_left(columns, left) : bisect_right(columns, right)]

    @cached_property
    def merged_rows(self) -> frozenset[int]:
        """The rows in which a merged area shows a value that stands elsewhere."""
        return frozenset(row for row, _ in self.anchors)

    @cached_property
    def last_row(self) -> int:
        """The last row with a stored cell."""
        return max(self.rows, default=0)

    @cached_property
    def turned_view(self) -> Sheet:
        """The same sheet with rows and columns exchanged."""
        return view(self.grid, turned=not self.turned)

    def _clean(self, stored: str) -> str:
        known = self._texts.get(stored)
        if known is None:
            known = self._texts[stored] = clean(repair(stored))
        return known


def view(grid: Grid, *, turned: bool = False) -> Sheet:
    """Return the interpreter's view of a grid."""
    rows: dict[int, dict[int, GridCell]] = {}
    anchors: dict[Place, Place] = {}
    for (row, column), cell in _in_order(grid.cells):
        if turned:
            row, column = column, row
        line = rows.get(row)
        if line is None:
            line = rows[row] = {}
        line[column] = cell
    for merge in grid.merges:
        held = grid.cells.get((merge.top, merge.left))
        if held is None:
            continue
        anchor = (merge.left, merge.top) if turned else (merge.top, merge.left)
        for row, column in _covered(merge.top, merge.left, merge.bottom, merge.right):
            place = (column, row) if turned else (row, column)
            if place != anchor and not _speaks(grid.cells.get((row, column))):
                rows.setdefault(place[0], {})[place[1]] = held
                anchors[place] = anchor
    for row in {row for row, _ in anchors}:  # all others came in order
        rows[row] = dict(sorted(rows[row].items()))
    return Sheet(grid, turned, dict(sorted(rows.items())) if turned or anchors else rows, anchors)


def _in_order(cells: Mapping[Place, GridCell]) -> Iterable[tuple[Place, GridCell]]:
    return cells.items() if isinstance(cells, Cells) else sorted(cells.items())


def _covered(top: int, left: int, bottom: int, right: int) -> Iterable[Place]:
    return ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))


def _speaks(cell: GridCell | None) -> bool:
    return bool(cell and cell.text.strip())
