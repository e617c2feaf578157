"""Where the template's sheets are recognised, and which column says what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders.grid import Grid
from loaders.template import words
from loaders.template.form import LANGUAGES, SheetForm, form
from ontology.text import fold

HEADER_ROW = 3
"""Title, sentence, header: where the program writes it; it is looked for, not presumed."""
_HEADER_WITHIN = 20


@dataclass(frozen=True, slots=True)
class Layout:
    """The header of a sheet: its row, the column of each role, and the columns nobody knows."""

    row: int
    columns: Mapping[str, int]
    unknown: tuple[int, ...]


def marker(sheet: str, language: str) -> str:
    """Return the title by which a sheet is known as one of the template."""
    said = words.single("marker")
    assert isinstance(said, dict)
    return f"{words.word('sheets', sheet, language)} · {said[language]} {words.single('version')}"


def sheet_of(grid: Grid) -> tuple[str, int]:
    """Return which sheet of the template a grid is by its first cell, and of which version; none: an empty text."""
    match = _marker().fullmatch(fold(grid.text(1, 1)))
    sheet = words.key("sheets", match["sheet"]) if match else ""
    return (sheet, int(match["version"])) if match and sheet else ("", 0)


def _marker() -> re.Pattern[str]:
    said = words.single("marker")
    assert isinstance(said, dict)
    names = "|".join(re.escape(fold(said[language])) for language in LANGUAGES)
    return re.compile(rf"(?P<sheet>.+?)\s*·\s*(?:{names})\s+(?P<version>\d{{1,4}})")


def is_template(grids: Iterable[Grid]) -> bool:
    """Return whether any sheet is one of the template."""
    return any(sheet_of(grid)[0] for grid in grids)


def find(grid: Grid, sheet: SheetForm) -> Layout | None:
    """Return the header of a sheet, nothing where no row holds two of its titles."""
    rows: dict[int, list[int]] = {}
    for row, column in grid.filled():
        if row not in rows and len(rows) == _HEADER_WITHIN:
            break
        rows.setdefault(row, []).append(column)
    roles = {fold(title): column.role for column in sheet.columns for title in column.titles}
    layouts = [_layout(grid, row, columns, roles) for row, columns in rows.items()]
    best = max(layouts, key=lambda layout: len(layout.columns), default=None)
    return best if best and len(best.columns) >= 2 else None


def _layout(grid: Grid, row: int, filled: list[int], roles: Mapping[str, str]) -> Layout:
    columns: dict[str, int] = {}
    unknown: list[int] = []
    for column in filled:
        role = roles.get(fold(grid.text(row, column)).rstrip(" *:"), "")
        if role and role not in columns:
            columns[role] = column
        else:
            unknown.append(column)
    return Layout(row, columns, tuple(unknown))


def titles(sheet: str, *roles: str) -> str:
    """Return how messages call columns: the German titles."""
    return ", ".join(form()[sheet].column(role).title("de") for role in roles)
