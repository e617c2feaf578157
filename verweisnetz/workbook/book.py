"""The rows of a template before they are written: texts by sheet and column, and the grids a reader will see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.grid import Grid, GridCell
from loaders.template.form import DATA, SheetForm, form
from loaders.template.layout import HEADER_ROW, marker
from loaders.template.words import word

Row = dict[str, str]
"""Texts by the role of their column; dates as ISO."""

FIRST_ROW = HEADER_ROW + 1


@dataclass(slots=True)
class Book:
    """The rows of every sheet, from top to bottom.

    Args:
        open: what could not be placed.
        normalised: whether a matrix was rewritten, so that there is a sheet of what could not be placed, even empty.
    """

    rows: dict[str, list[Row]] = field(default_factory=lambda: {sheet: [] for sheet in DATA})
    open: list[Row] = field(default_factory=list)
    normalised: bool = False

    def sheets(self) -> Mapping[str, list[Row]]:
        """Return the rows of every sheet that is written."""
        return {**self.rows, **({"open": self.open} if self.normalised else {})}


def used(sheet: SheetForm, rows: list[Row]) -> tuple[str, ...]:
    """Return the columns a sheet is written with: those of the program only where they hold something."""
    return tuple(
        column.role
        for column in sheet.columns
        if not column.expert or any(row.get(column.role) for row in rows)
    )  # fmt: skip


def grids(book: Book, language: str) -> tuple[Grid, ...]:
    """Return the data sheets as a reader sees them."""
    return tuple(_grid(form()[name], rows, language) for name, rows in book.sheets().items())


def _grid(sheet: SheetForm, rows: list[Row], language: str) -> Grid:
    roles = used(sheet, rows)
    cells = {
        (1, 1): GridCell(marker(sheet.id, language)),
        (2, 1): GridCell(sheet.lead(language)),
        **{(HEADER_ROW, at): GridCell(sheet.column(role).title(language)) for at, role in enumerate(roles, 1)},
    }
    for number, row in enumerate(rows, FIRST_ROW):
        for at, role in enumerate(roles, 1):
            if text := row.get(role):
                cells[number, at] = GridCell(text, "date" if sheet.column(role).form == "day" else "text")
    return Grid(word("sheets", sheet.id, language), cells)
