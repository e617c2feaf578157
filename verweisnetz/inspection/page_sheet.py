"""One sheet for the page: the rows and columns shown, each cell with its part, its text and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.a1 import Box, box
from loaders.grid import Grid, GridCell, Merge, address, column_letters
from loaders.matrix.roles import CellRole
from verweisnetz.inspection.excerpt import Gap, first_rows
from verweisnetz.inspection.findings import advice, told
from verweisnetz.inspection.inspection import Inspection
from verweisnetz.inspection.sentences import telling
from verweisnetz.inspection.words import mark, words

ROWS, MORE, COLUMNS = 200, 100, 60
"""So many rows are shown, so many more with reported cells, so many columns."""

_LONGEST = 400
_MOST = 12
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell.

    Args:
        says: what was read from it or why it was reported, line by line; ``advice`` what to do.
        scope: ``row`` or ``col`` where the cell heads others, else empty.
        first: it heads others from the left edge. quiet: it says no more than what it names.
    """

    ref: str
    anchor: str
    mark: str
    text: str
    says: tuple[str, ...]
    advice: str
    rowspan: int
    colspan: int
    scope: str
    hidden: bool

    first: bool
    quiet: bool

    @property
    def more(self) -> str:
        """Further classes: how much room the text asks for, whether the cell stays in sight or need not be printed."""
        longest = max((len(line) for line in self.text.splitlines()), default=0)
        flags = {
            "ww": longest > 45, "w": 13 < longest <= 45, "s": 5 < longest <= 13, "hid": self.hidden, "quiet": self.quiet,
            "first": self.first and self.colspan == 1,
        }  # fmt: skip
        return " ".join(name for name, holds in flags.items() if holds)


@dataclass(frozen=True, slots=True)
class RowView:
    """One row, or a gap: then ``gap`` says which rows are not shown."""

    number: int
    hidden: bool
    cells: tuple[CellView | None, ...]
    gap: str = ""


@dataclass(frozen=True, slots=True)
class SheetView:
    """One sheet; ``bounds`` says what is not shown, ``taken_for`` what one without tables is."""

    name: str
    number: int
    hidden: bool
    columns: tuple[tuple[str, bool], ...]
    rows: tuple[RowView, ...]
    bounds: tuple[str, ...]
    taken_for: str
    anchors: Mapping[Place, str]


@dataclass(frozen=True, slots=True)
class _Window:
    """What of a sheet is shown."""

    rows: frozenset[int]
    left: int
    right: int


def sheet_view(found: Inspection, grid: Grid, number: int, language: str) -> SheetView:
    """Return one sheet as the page shows it."""
    cells = {at[1:]: cell for at, cell in found.cells.items() if at[0] == grid.name}
    lines = first_rows(grid, found.cells, ROWS, MORE)
    left, right = min((c for _, c in cells), default=1), max((c for _, c in cells), default=0)
    window = _Window(frozenset(line for line in lines if isinstance(line, int)), left, min(right, left + COLUMNS - 1))
    drawing = _Drawing(found, grid, number, cells, window, language)
    return SheetView(
        grid.name,
        number,
        grid.hidden,
        tuple((column_letters(c), c in grid.hidden_columns) for c in range(left, window.right + 1)),
        tuple(drawing.row(line) for line in lines),
        tuple(_bounds(grid, cells, window, right, language)),
        words(language).get(found.taken_for(grid.name), ""),
        {(row, column): drawing.anchor(row, column) for row, column in cells if drawing.shows(row, column)},
    )


def _bounds(grid: Grid, cells: Mapping[Place, CellRole], window: _Window, right: int, language: str) -> list[str]:
    text = words(language)
    found = []
    rows = sorted({row for row, _ in cells})
    if len(window.rows) < len(rows):
        first, last = rows[0], rows[min(ROWS, len(rows)) - 1]
        found.append(text["shown_rows"].format(first=first, last=last, all=rows[-1]))
        if any(row > last for row in window.rows):
            found.append(text["shown_excerpts"])
    if window.right < right:
        letters = {
            "first": column_letters(window.left),
            "last": column_letters(window.right),
            "all": column_letters(right),
        }
        found.append(text["shown_columns"].format(**letters))
    return found


class _Drawing:
    """Turns the cells of one sheet into what the page shows."""

    def __init__(
        self,
        found: Inspection,
        grid: Grid,
        number: int,
        cells: Mapping[Place, CellRole],
        window: _Window,
        language: str,
    ) -> None:
        self.found, self.grid, self.number = found, grid, number
        self.cells, self.window, self.language = cells, window, language
        self.words = words(language)
        self.by_row: dict[int, list[int]] = {}
        for row, column in sorted(cells):
            self.by_row.setdefault(row, []).append(column)
        areas = [(box(table.area), table.turned) for table in found.tables if table.sheet == grid.name]
        self.turned: list[Box] = [area for area, turned in areas if area and turned]
        self.spans: dict[Place, Merge] = {}
        self.covered: set[Place] = set()
        for merge in grid.merges:
            self._span(merge)

    def _span(self, merge: Merge) -> None:
        """Note a merged area that can be drawn as one cell: all of its rows are shown, and nothing else stands in it."""
        rows = range(merge.top, merge.bottom + 1)
        columns = range(merge.left, min(merge.right, self.window.right) + 1)
        inside = {(row, column) for row in rows for column in columns}
        rest = inside - {(merge.top, merge.left)}
        whole = set(rows) & self.window.rows or not rest
        shown = all(row in self.window.rows or row not in self.by_row for row in rows)
        if (
            whole
            and shown
            and merge.left >= self.window.left
            and not rest & self.cells.keys()
            and not rest & self.covered
        ):
            self.spans[merge.top, merge.left] = merge
            self.covered |= rest

    def shows(self, row: int, column: int) -> bool:
        return row in self.window.rows and self.window.left <= column <= self.window.right

    def anchor(self, row: int, column: int) -> str:
        return f"s{self.number}-{address(row, column)}"

    def row(self, line: int | Gap) -> RowView:
        if isinstance(line, Gap):
            return RowView(0, False, (), self.words["gap"].format(first=line.first, last=line.last))
        columns = range(self.window.left, self.window.right + 1)
        self._run_on(line)
        cells = (self.cell(line, column) for column in columns if (line, column) not in self.covered)
        return RowView(line, line in self.grid.hidden_rows, tuple(cells))

    def _run_on(self, row: int) -> None:
        """Let a title or note that stands alone in its row run on over the empty cells beside it."""
        places = [column for column in self.by_row.get(row, ()) if column <= self.window.right]
        if len(places) != 1 or mark(self.cells[row, places[0]]) in {"statement", "negative", "label"}:
            return
        rest = {(row, column) for column in range(places[0] + 1, self.window.right + 1)}
        if not rest & self.covered and (row, places[0]) not in self.spans and (row, places[0]) not in self.covered:
            self.spans[row, places[0]] = Merge(row, places[0], row, self.window.right)
            self.covered |= rest

    def cell(self, row: int, column: int) -> CellView | None:
        """Return a cell, nothing for one without content."""
        role = self.cells.get((row, column))
        if role is None:
            return None
        stored = self.grid.cells.get((row, column)) or GridCell("")
        span = self.spans.get((row, column))
        says, hint = self._says(row, column, role, stored)
        text = stored.text.strip() or (self.words["colour_only"] if stored.fill else "")
        hidden = self.grid.hidden or row in self.grid.hidden_rows or column in self.grid.hidden_columns
        return CellView(
            address(row, column),
            self.anchor(row, column),
            mark(role),
            text if len(text) <= _LONGEST else text[:_LONGEST] + "…",
            says,
            hint,
            sum(line in self.window.rows for line in range(span.top, span.bottom + 1)) if span else 1,
            min(span.right, self.window.right) - span.left + 1 if span else 1,
            self._scope(row, column, role),
            hidden,
            column == self.window.left and mark(role) in {"label", "header", "group"},
            all(one.predicate == "label" for one in self.found.said.get((self.grid.name, row, column), ()))
            and role.found in {"statement", "structure"},
        )

    def _scope(self, row: int, column: int, role: CellRole) -> str:
        turned = any(area.holds(row, column) for area in self.turned)
        if role.role in {"header", "group"}:
            return "row" if turned else "col"
        return ("col" if turned else "row") if role.role == "label" else ""

    def _says(self, row: int, column: int, role: CellRole, stored: GridCell) -> tuple[tuple[str, ...], str]:
        where = (self.grid.name, row, column)
        lines: list[str] = []
        hint = ""
        if role.found == "reported":
            issue = self.found.reasons[where][0]
            lines.append(told(issue, self.language))
            hint = advice(issue, self.language)
        said = telling(self.found.said.get(where, ()), self.language)
        lines += said[:_MOST]
        if len(said) > _MOST:
            lines.append(f"… {self.words['count_of']} {len(said)}")
        if role.found == "negative" and not said:
            lines.append(self.words["no_statement"])
        if stored.comment:
            lines.append(f"{self.words['comment']}: {stored.comment[:_LONGEST]}")
        if stored.link:
            lines.append(f"{self.words['link']}: {stored.link[:_LONGEST]}")
        if lines and (row in self.grid.hidden_rows or column in self.grid.hidden_columns):
            lines.append(self.words["hidden_line"])
        return tuple(lines), hint
