"""A sheet under construction: what every reader fills and where the limits of cells, text and merges hold."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import compress

from loaders.cells import WIDTH, Cells, bounds
from loaders.grid import Grid, GridCell, Merge, address
from loaders.grid_cell import Manner
from loaders.known import Known
from loaders.limits import Limits
from loaders.notes import note
from loaders.readers.store import Store
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


NOTHING = -1
"""The number of a cell that says nothing and is not stored."""


def stored(cell: GridCell) -> GridCell | None:
    """Return a cell as it is stored: blanks are no text; nothing where it says nothing."""
    if cell.kind == "text" and not cell.text.strip():
        cell = GridCell("", "empty", cell.fill, cell.font, False, False, cell.comment, cell.link, cell.formula)
    return cell if cell.text or cell.fill or cell.comment or cell.link or cell.formula else None


class Budget:
    """Cells and characters left for the whole file, and its distinct cells."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.cells = limits.cells
        self.strays = limits.strays
        self.known = Known()

    @property
    def chars(self) -> int:
        """Characters left; equal cells cost theirs once."""
        return self.limits.text_chars - self.known.chars


class SheetBuilder:
    """Collects one sheet and yields its `Grid`."""

    def __init__(self, name: str, budget: Budget, *, hidden: bool = False) -> None:
        self.name = name
        self.hidden = hidden
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.notes: list[str] = []
        self.last_row = budget.limits.rows
        self.last_column = min(budget.limits.columns, WIDTH - 1)
        self._budget = budget
        self._known = budget.known
        self._stored = Store()
        self._merges: list[Merge] = []

    def put(self, row: int, column: int, cell: GridCell) -> None:
        """Store a cell; one that says nothing is not stored, one with text far out is reported."""
        if row < 0 or column < 0:
            raise ValueError(f"no such place: row {row}, column {column}")
        worth = stored(cell)
        if worth is None:
            return
        cell = worth
        limits = self._budget.limits
        if row > self.last_row or column > self.last_column:
            if cell.text:
                self._stray(row, column, cell)
            return
        if len(cell.text) > limits.cell_chars:
            raise Refusal("too_large", "VN1014", self._place(row, column), limit=str(limits.cell_chars))
        self._stored.put(row * WIDTH + column, self._known.number(cell.text, cell.manner))
        self._budget.cells -= 1
        if self._budget.cells < 0:
            raise Refusal("too_large", "VN1013", self._place(row, column), limit=str(limits.cells))
        if self._budget.chars < 0:
            raise Refusal("too_large", "VN1016", self._place(row, column))

    def number(self, text: str, manner: Manner) -> int | None:
        """Return the number under which `extend` stores a cell, ``NOTHING`` for one that says nothing.

        None where only `put` can tell what is wrong with it.
        """
        if not text.strip():
            worth = stored(GridCell(text, *manner))
            if worth is None:
                return NOTHING
            text, manner = worth.text, worth.manner
        if len(text) > self._budget.limits.cell_chars:
            return None
        number = self._known.number(text, manner)
        return number if self._known.chars <= self._budget.limits.text_chars else None

    def numbers(self, texts: list[str], manner: Manner) -> list[int] | None:
        """Return what `number` does for each text; nothing where one is blank or only `put` can tell what is wrong."""
        if not all(map(str.strip, texts)) or max(map(len, texts), default=0) > self._budget.limits.cell_chars:
            return None
        numbers = list(map(self._known.numbers(manner).__getitem__, texts))
        return numbers if self._known.chars <= self._budget.limits.text_chars else None

    def extend(self, places: list[int], numbers: list[int]) -> bool:
        """Store many cells behind all others; return False, and store none, where they are not of that kind.

        Args:
            places: row * `WIDTH` + column of each; the columns lie within `last_column`.
            numbers: what `number` returned for each.
        """
        if len(places) > self._budget.cells or (places and places[-1] // WIDTH > self.last_row):
            return False
        taken = self._stored.extend(places, numbers)
        self._budget.cells -= len(places) if taken else 0
        return taken

    def get(self, row: int, column: int) -> GridCell:
        """Return what is stored at an address, an empty cell where nothing is."""
        number = self._stored.get(row * WIDTH + column)
        return _EMPTY if number is None else self._known.cell(number)

    def places(self) -> list[tuple[int, int]]:
        """Return the addresses of all stored cells."""
        return [divmod(place, WIDTH) for place in self._stored]

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Note a merged area as the file declares it."""
        if (top, left) != (bottom, right):
            self._merges.append(Merge(top, left, bottom, right))
        if len(self._merges) > self._budget.limits.merges:
            raise Refusal("too_large", "VN1023", self._place(top, left), limit=str(self._budget.limits.merges))

    def grid(self) -> Grid:
        """Return the finished sheet: colours trimmed to the used area, merges clipped to it."""
        self._stored.settle()
        self._trim()
        _, _, bottom, right = bounds(self._stored.places)
        merges = self._clipped(bottom, right)
        hidden = {
            column
            for first, last in self.hidden_columns
            for column in range(first, min(last, right) + 1)
        }  # fmt: skip
        return Grid(
            name=self.name,
            cells=Cells(self._stored.places, self._stored.numbers, self._known),
            merges=merges,
            hidden=self.hidden,
            hidden_rows=frozenset(row for row in self.hidden_rows if row <= bottom),
            hidden_columns=frozenset(hidden),
            notes=tuple(self.notes),
        )

    def _trim(self) -> None:
        # Zebra stripes run on for thousands of rows; a colour means something only beside words.
        stored, speaks = self._stored, self._known.speaks
        if 0 not in speaks:
            return
        texts = array("Q", compress(stored.places, map(speaks.__getitem__, stored.numbers)))
        if len(texts) == len(stored.places):
            return
        top, left, bottom, right = bounds(texts)
        first, end = max(top - 1, 0) * WIDTH, (bottom + 2) * WIDTH
        stored.keep(
            first <= place < end and left - 1 <= place % WIDTH <= right + 1 for place in stored.places
        )  # fmt: skip

    def _clipped(self, bottom: int, right: int) -> tuple[Merge, ...]:
        kept: list[Merge] = []
        beneath: set[int] = set()
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
                self._uncover(clip, beneath)
        if beneath:
            self._stored.keep(at not in beneath for at in range(len(self._stored.places)))
        return tuple(kept)

    def _uncover(self, merge: Merge, beneath: set[int]) -> None:
        """Note what lies beneath a merged area, and which of the cells that are."""
        stored, anchor = self._stored, merge.top * WIDTH + merge.left
        for at in stored.within(merge.top, merge.left, merge.bottom, merge.right):
            if stored.places[at] == anchor or at in beneath:
                continue
            beneath.add(at)
            cell = self._known.cell(stored.numbers[at])
            said = cell.text or cell.comment
            if said:
                ref, above = address(*divmod(stored.places[at], WIDTH)), address(merge.top, merge.left)
                self.notes.append(note("VN1109", ref=ref, value=said, anchor=above))

    def _stray(self, row: int, column: int, cell: GridCell) -> None:
        self._budget.strays -= 1
        limits = self._budget.limits
        rows, columns = str(limits.rows), str(limits.columns)
        if self._budget.strays < 0:
            raise Refusal("too_large", "VN1024", self._place(row, column), rows=rows, columns=columns)
        self.notes.append(note("VN1106", ref=address(row, column), value=cell.text, rows=rows, columns=columns))

    def _place(self, row: int, column: int) -> str:
        return f"{self.name}!{address(row, column)}" if self.name else address(row, column)
