"""Headers that are mere numbers, written out where the rows below are numbered the same way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from loaders.grid import Grid, GridCell
from loaders.matrix.sheet import Place, Sheet, view

_NUMBERED = re.compile(r"^(\d{1,2})\s*[.)]?\s+(\D.*)$", re.DOTALL)
_FEWEST, _MOST_LINES = 3, 60


def written_out(grid: Grid) -> Grid:
    """Return a sheet whose header of numbers says what the rows of these numbers are called.

    A matrix of everybody against everybody often numbers its columns and gives the names at its side alone:
    ``1. VHS Hagen`` below each other, ``1 | 2 | 3`` above. Only a header that runs from 1 to as many as there are
    numbered rows is one; any other number above a column counts something.
    """
    sheet = view(grid)
    found: dict[Place, GridCell] = {}
    for row in list(sheet.rows)[:_MOST_LINES]:
        columns = _run(sheet, row)
        names = _names(sheet, row, columns) if columns else {}
        for number, column in enumerate(columns, 1):
            if names:
                found[row, column] = replace(grid.cells[row, column], text=names[number], kind="text")
    return replace(grid, cells={**dict(grid.cells.items()), **found}) if found else grid


def _run(sheet: Sheet, row: int) -> Sequence[int]:
    """Return the columns of the numbers from 1 on that end a row."""
    columns = sheet.filled(row)
    start = next((at for at, column in enumerate(columns) if sheet.text(row, column) == "1"), len(columns))
    run = columns[start:]
    counted = all(sheet.text(row, column) == str(number) for number, column in enumerate(run, 1))
    return run if counted and len(run) >= _FEWEST and start <= 2 and row not in sheet.merged_rows else ()


def _names(sheet: Sheet, header: int, columns: Sequence[int]) -> Mapping[int, str]:
    """Return the names at the side by their numbers; nothing unless they are as many as there are columns."""
    body = [row for row in sheet.rows if row > header]
    for column in sorted({column for row in body for column in sheet.filled(row) if column < columns[0]}):
        found: dict[int, str] = {}
        for row in body:
            number, name = _entry(sheet, row, column, columns[0])
            if number != len(found) + 1:
                if found:
                    break
                continue
            found[number] = name
        if len(found) == len(columns):
            return found
    return {}


def _entry(sheet: Sheet, row: int, column: int, end: int) -> tuple[int, str]:
    """Return number and name of a row's label: ``3. VHS Hagen`` in one cell, or in two beside each other."""
    text = sheet.text(row, column)
    match = _NUMBERED.match(text)
    if match:
        return int(match[1]), match[2]
    beside = sheet.text(row, column + 1) if column + 1 < end else ""
    number = text.rstrip(".)")
    return (int(number), beside) if beside and number.isascii() and number.isdigit() and len(number) < 3 else (0, "")
