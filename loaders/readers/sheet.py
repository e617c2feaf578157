"""A sheet under construction: what every reader fills and where the limits of cells, text and merges hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.grid import Grid, GridCell, Merge, address
from loaders.limits import Limits
from loaders.notes import note
from loaders.refusal import Refusal

_SYMBOL_FONT = re.compile(r"wingdings|webdings|symbol|dingbats|marlett", re.IGNORECASE)
_EMPTY = GridCell("", "empty")


def symbol_font(name: str) -> str:
    """Return a font's name where its letters are pictures, else nothing."""
    return name if _SYMBOL_FONT.search(name) else ""


def symbol_text(text: str) -> str:
    """Return a symbol font's private-use characters as the letters other files store for them."""
    return "".join(chr(ord(char) & 0xFF) if 0xF020 <= ord(char) <= 0xF0FF else char for char in text)


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell style says that may carry meaning."""

    fill: str = ""
    font: str = ""
    bold: bool = False
    strike: bool = False
    code: str = ""


class Budget:
    """Cells and characters left for the whole file."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.cells = limits.cells
        self.chars = limits.text_chars
        self.strays = limits.strays
        self._known: dict[GridCell, GridCell] = {}
        self._met: dict[int, GridCell] = {}

    def shared(self, cell: GridCell) -> GridCell:
        """Return one object for all equal cells; a matrix is mostly the same mark again and again."""
        if id(cell) in self._met:  # the very object, kept alive here: no need to hash nine fields again
            return cell
        known = self._known.setdefault(cell, cell)
        if known is cell:
            self.chars -= len(cell.text) + len(cell.comment) + len(cell.link)
            self._met[id(cell)] = cell
        return known


class SheetBuilder:
    """Collects one sheet and yields its `Grid`."""

    def __init__(self, name: str, budget: Budget, *, hidden: bool = False) -> None:
        self.name = name
        self.hidden = hidden
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.notes: list[str] = []
        self._budget = budget
        self._cells: dict[tuple[int, int], GridCell] = {}
        self._merges: list[Merge] = []

    def put(self, row: int, column: int, cell: GridCell) -> None:
        """Store a cell; one that says nothing is not stored, one with text far out is reported."""
        if cell.kind == "text" and not cell.text.strip():
            cell = GridCell("", "empty", cell.fill, cell.font, False, False, cell.comment, cell.link, cell.formula)
        if not (cell.text or cell.fill or cell.comment or cell.link or cell.formula):
            return
        limits = self._budget.limits
        if row > limits.rows or column > limits.columns:
            if cell.text:
                self._stray(row, column, cell)
            return
        if len(cell.text) > limits.cell_chars:
            raise Refusal("too_large", "VN1014", self._place(row, column), limit=str(limits.cell_chars))
        self._cells[row, column] = self._budget.shared(cell)
        self._budget.cells -= 1
        if self._budget.cells < 0:
            raise Refusal("too_large", "VN1013", self._place(row, column), limit=str(limits.cells))
        if self._budget.chars < 0:
            raise Refusal("too_large", "VN1016", self._place(row, column))

    def get(self, row: int, column: int) -> GridCell:
        """Return what is stored at an address, an empty cell where nothing is."""
        return self._cells.get((row, column), _EMPTY)

    def places(self) -> list[tuple[int, int]]:
        """Return the addresses of all stored cells."""
        return list(self._cells)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Note a merged area as the file declares it."""
        if (top, left) != (bottom, right):
            self._merges.append(Merge(top, left, bottom, right))
        if len(self._merges) > self._budget.limits.merges:
            raise Refusal("too_large", "VN1023", self._place(top, left), limit=str(self._budget.limits.merges))

    def grid(self) -> Grid:
        """Return the finished sheet: colours trimmed to the used area, merges clipped to it."""
        self._trim()
        rows = [row for row, _ in self._cells]
        columns = [column for _, column in self._cells]
        bottom, right = max(rows, default=0), max(columns, default=0)
        merges = self._clipped(bottom, right)
        hidden = {
            column
            for first, last in self.hidden_columns
            for column in range(first, min(last, right) + 1)
        }  # fmt: skip
        return Grid(
            name=self.name,
            cells=dict(sorted(self._cells.items())),
            merges=merges,
            hidden=self.hidden,
            hidden_rows=frozenset(row for row in self.hidden_rows if row <= bottom),
            hidden_columns=frozenset(hidden),
            notes=tuple(self.notes),
        )

    def _trim(self) -> None:
        # Zebra stripes run on for thousands of rows; a colour means something only beside words.
        texts = [place for place, cell in self._cells.items() if cell.text or cell.comment or cell.link or cell.formula]
        top, bottom = min((row for row, _ in texts), default=1) - 1, max((row for row, _ in texts), default=0) + 1
        left, right = min((c for _, c in texts), default=1) - 1, max((c for _, c in texts), default=0) + 1
        outside = [p for p in self._cells if not (top <= p[0] <= bottom and left <= p[1] <= right)]
        for place in outside:
            del self._cells[place]

    def _clipped(self, bottom: int, right: int) -> tuple[Merge, ...]:
        kept: list[Merge] = []
        covered = 0
        limits = self._budget.limits
        for merge in sorted(self._merges, key=lambda m: (m.top, m.left, m.bottom, m.right)):
            if merge.top > bottom or merge.left > right:
                continue
            clip = Merge(merge.top, merge.left, min(merge.bottom, bottom), min(merge.right, right))
            area = (clip.bottom - clip.top + 1) * (clip.right - clip.left + 1)
            covered += area
            if area > limits.merge_cells or covered > limits.cells:
                place = self._place(merge.top, merge.left)
                raise Refusal("too_large", "VN1023", place, limit=str(limits.merge_cells))
            if area > 1:
                kept.append(clip)
                self._uncover(clip)
        return tuple(kept)

    def _uncover(self, merge: Merge) -> None:
        anchor = (merge.top, merge.left)
        for row in range(merge.top, merge.bottom + 1):
            for column in range(merge.left, merge.right + 1):
                cell = self._cells.pop((row, column), None) if (row, column) != anchor else None
                said = cell.text or cell.comment if cell else ""
                if said:
                    self.notes.append(note("VN1109", ref=address(row, column), value=said, anchor=address(*anchor)))

    def _stray(self, row: int, column: int, cell: GridCell) -> None:
        self._budget.strays -= 1
        limits = self._budget.limits
        rows, columns = str(limits.rows), str(limits.columns)
        if self._budget.strays < 0:
            raise Refusal("too_large", "VN1024", self._place(row, column), rows=rows, columns=columns)
        self.notes.append(note("VN1106", ref=address(row, column), value=cell.text, rows=rows, columns=columns))

    def _place(self, row: int, column: int) -> str:
        return f"{self.name}!{address(row, column)}" if self.name else address(row, column)
