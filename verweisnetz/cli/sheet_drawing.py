"""A sheet as a table for the terminal: every cell with the sign of its part, coloured where colours are wanted."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

import click

from loaders.grid import Grid, Merge, column_letters
from loaders.matrix.roles import CellRole
from verweisnetz.cli.saying import tame
from verweisnetz.inspection import Inspection
from verweisnetz.inspection.excerpt import Gap, rows_shown
from verweisnetz.inspection.words import SIGNS, mark, words

STYLES: Mapping[str, Mapping[str, Any]] = {
    "statement": {"fg": "green"},
    "negative": {"fg": "bright_blue"},
    "reported": {"fg": "white", "bg": "red", "bold": True},
    "label": {"bold": True},
    "header": {"reverse": True, "bold": True},
    "group": {"reverse": True},
    "metadata": {"fg": "magenta"},
    "notes": {"fg": "magenta"},
    "legend": {"fg": "cyan"},
    "derived": {"fg": "yellow"},
    "structure": {"dim": True},
}
_WIDEST, _NARROWEST, _LABEL = 26, 7, 20
_ABOVE = "↥"


@dataclass(frozen=True, slots=True)
class Column:
    """One column as drawn; ``index`` 0 stands for those left out."""

    index: int
    width: int
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """One sheet on its way to lines: its cells by row and column, and how far merged ones reach."""

    grid: Grid
    cells: Mapping[tuple[int, int], CellRole]
    rows: Mapping[int, Sequence[int]]
    spans: Mapping[tuple[int, int], Merge]
    words: Mapping[str, Any]

    @classmethod
    def of(cls, found: Inspection, grid: Grid, shown: Set[int], language: str) -> Drawing:
        """Return the drawing of those rows of a sheet."""
        cells = {at[1:]: cell for at, cell in found.cells.items() if at[0] == grid.name and at[1] in shown}
        rows: dict[int, list[int]] = {}
        for row, column in sorted(cells):
            rows.setdefault(row, []).append(column)
        spans = {}
        for merge in grid.merges:
            if (merge.top, merge.left) in cells:
                for row, column in _area(merge):
                    if (row, column) == (merge.top, merge.left) or (row, column) not in cells:
                        spans[row, column] = merge
        return cls(grid, cells, rows, spans, words(language))

    def text(self, row: int, column: int) -> str:
        """Return what is written for a cell, on one line."""
        cell = self.grid.cells.get((row, column))
        if cell is None:
            return ""
        said = " ⏎ ".join(part.strip() for part in cell.text.splitlines() if part.strip())
        return tame(said or cell.comment or cell.link or self.words["colour_only"]).replace("\t", " ")

    def line(self, row: int, columns: Sequence[Column], room: int) -> str:
        """Return one row; a text that stands alone in it may run on."""
        places = self.rows.get(row, ())
        if len(places) == 1 and mark(self.cells[row, places[0]]) not in {"header", "label"}:
            before = sum(column.width for column in columns if column.index and column.index < places[0])
            return " " * before + self._cell(row, places[0], room - before).rstrip()
        parts, skipped = [], 0
        for number, column in enumerate(columns):
            if skipped:
                skipped -= 1
            elif not column.index:
                parts.append(_padded("…", column.width))
            else:
                inside = self._reach(row, column, columns[number:])
                skipped = len(inside) - 1
                parts.append(self._cell(row, column.index, sum(one.width for one in inside)))
        return "".join(parts).rstrip()

    def _reach(self, row: int, column: Column, following: Sequence[Column]) -> Sequence[Column]:
        """Return the drawn columns a merged cell spans in its first row."""
        merge = self.spans.get((row, column.index))
        if merge is None or row != merge.top or column.index != merge.left:
            return following[:1]
        reach = [one for one in following if one.index and one.index <= merge.right]
        gap = next((number for number, one in enumerate(following) if not one.index), len(following))
        return reach[: max(1, gap)]

    def _cell(self, row: int, column: int, width: int) -> str:
        merge = self.spans.get((row, column))
        cell = self.cells.get((row, column))
        if cell is None and merge is not None:
            style = mark(self.cells[merge.top, merge.left])
            return click.style(_padded(_ABOVE if row > merge.top else "", width - 1), **STYLES[style]) + " "
        if cell is None:
            return " " * width
        style = mark(cell)
        said = f"{SIGNS[style]} {self.text(row, column)}"
        return click.style(_padded(_cut(said, width - 1), width - 1), **STYLES[style]) + " "


def drawn(found: Inspection, grid: Grid, width: int, most: int, language: str) -> str:
    """Return one sheet, fitted to a width in characters; ``most`` rows are shown, 0 for all."""
    lines = rows_shown(grid, found.cells, most)
    shown = [row for row in lines if isinstance(row, int)]
    drawing = Drawing.of(found, grid, set(shown), language)
    if not shown:
        return str(drawing.words["none"])
    gutter = max((len(_number(row, grid)) for row in shown), default=1) + 1
    columns = _fitted(drawing, width - gutter)
    out = [" " * gutter + "".join(_heading(column, grid, drawing.words) for column in columns).rstrip()]
    for line in lines:
        if isinstance(line, Gap):
            out.append(click.style(f"{'⋮':>{gutter - 1}} {_told(line, found, grid, language)}", dim=True))
        else:
            out.append(f"{_number(line, grid):>{gutter - 1}} " + drawing.line(line, columns, width - gutter))
    return "\n".join(out)


def key(language: str, *, merged: bool) -> str:
    """Return what the signs mean, each as it is drawn."""
    text = words(language)
    parts = [click.style(f"{sign} {text['marks'][name]}", **STYLES[name]) for name, sign in SIGNS.items()]
    return "  ".join([*parts, *([f"{_ABOVE} {text['covered']}"] if merged else [])])


def _number(row: int, grid: Grid) -> str:
    return f"({row})" if row in grid.hidden_rows else str(row)


def _told(gap: Gap, found: Inspection, grid: Grid, language: str) -> str:
    text = words(language)
    inside = [
        cell for (sheet, row, _), cell in found.cells.items() if sheet == grid.name and gap.first <= row <= gap.last
    ]
    counts = {name: sum(cell.found == name for cell in inside) for name in text["ledger_words"]}
    listed = ", ".join(f"{count} {text['ledger_words'][name]}" for name, count in counts.items() if count)
    return f"{text['rows_like'].format(count=gap.rows)} ({gap.first}–{gap.last}): {listed}"


def _fitted(drawing: Drawing, room: int) -> list[Column]:
    """Return the columns that fit: long headers give way first, then contents, then columns in the middle."""
    wanted, least = _widths(drawing)
    for floor in (least, {index: min(width, _LABEL if width >= _LABEL else 9) for index, width in least.items()}):
        while sum(wanted.values()) > room:
            slack = {index: wanted[index] - floor[index] for index in wanted if wanted[index] > floor[index]}
            if not slack:
                break
            wanted[max(slack, key=lambda index: (slack[index], index))] -= 1
    return _without_middle([Column(index, wanted[index]) for index in sorted(wanted)], room)


def _widths(drawing: Drawing) -> tuple[dict[int, int], dict[int, int]]:
    """Return how wide each column would like to be, and how wide it has to be for what stands below its header."""
    wanted: dict[int, int] = {}
    least: dict[int, int] = {}
    heads = Counter(index for (_, index), cell in drawing.cells.items() if cell.role == "header")
    for row, index in sorted(drawing.cells):
        merge = drawing.spans.get((row, index))
        runs_on = len(drawing.rows[row]) == 1 or (merge is not None and merge.right > merge.left)
        wide = _NARROWEST if runs_on else min(_WIDEST, _width(drawing.text(row, index)) + 3)
        style = mark(drawing.cells[row, index])
        names = style == "label" or (style == "header" and heads[index] > 4)
        needed = _NARROWEST if style in {"header", "group"} and not names else min(wide, _LABEL if names else 12)
        wanted[index] = max(wanted.get(index, _NARROWEST), wide)
        least[index] = max(least.get(index, _NARROWEST), needed)
    return wanted, least


def _without_middle(columns: list[Column], room: int) -> list[Column]:
    middle = _NARROWEST + 6
    left_out = 0
    while sum(column.width for column in columns) + (middle if left_out else 0) > room and len(columns) > 3:
        columns.pop(-2)
        left_out += 1
    if left_out:
        columns = [*columns[:-1], Column(0, middle, left_out), columns[-1]]
    while sum(column.width for column in columns) > room and max(column.width for column in columns) > _NARROWEST:
        widest = max(range(len(columns)), key=lambda number: columns[number].width)
        columns[widest] = replace(columns[widest], width=columns[widest].width - 1)
    return columns


def _heading(column: Column, grid: Grid, text: Mapping[str, Any]) -> str:
    if not column.index:
        return _padded(_cut(f"…{text['columns_left'].format(count=column.left_out)}", column.width - 1), column.width)
    letters = column_letters(column.index)
    hidden = column.index in grid.hidden_columns
    return click.style(_padded(f"({letters})" if hidden else f" {letters}", column.width), dim=True)


def _area(merge: Merge) -> Iterator[tuple[int, int]]:
    rows, columns = range(merge.top, merge.bottom + 1), range(merge.left, merge.right + 1)
    return ((row, column) for row in rows for column in columns)


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _cut(text: str, width: int) -> str:
    if _width(text) <= width:
        return text
    while text and _width(text) >= width:
        text = text[:-1]
    return text.rstrip() + "…"


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - _width(text))
