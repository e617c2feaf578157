"""What stands around the tables of a sheet: titles, dates and notes are structure, anything else stays to be reported."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal as Choice

from loaders.matrix import headers, marks
from loaders.matrix.ledger import Gathering
from loaders.matrix.passing import Reason
from loaders.matrix.sheet import Sheet
from loaders.matrix.surface import Surface
from loaders.matrix.words import pattern
from ontology.text import fold

_HINTS = re.compile(r"hinweis|info|anleitung|deckblatt|readme|impressum|titel|vorwort|erlaeuter|einleitung")
_MOST = 4
"""A caption and its values: ``Stand: | 12.03.2025 | Version: | 2``."""


def pass_over(gathering: Gathering, surface: Surface, has_table: bool) -> None:
    """Pass over lines of one cell and captions with their values, where no table has a part in them.

    What stands beside the lines of a table is no title of it, whatever it ends in.
    """
    sheet = surface.sheet
    hints = bool(_HINTS.search(fold(sheet.name)))
    for row in sheet.rows:
        filled = surface.filled(row)
        columns = [c for c in filled if (sheet.name, *sheet.origin(row, c)) not in gathering.classes]
        if columns and (has_table or hints or _is_metadata(surface, row, filled)):
            reason = _reason(surface, row, columns, hints=hints) if len(columns) == len(filled) else ""
            if reason:
                for column in columns:
                    gathering.pass_over(sheet.name, *sheet.origin(row, column), reason, sheet.text(row, column))


def report_colours(gathering: Gathering, surface: Surface, heads: Collection[int]) -> None:
    """Report the cells without words whose colour the legend explains and that no table has read.

    A colour the whole row has, its label included, shades the row and answers nothing; so does one of a header.
    """
    sheet, legend = surface.sheet, surface.legend
    if not (legend.colours or legend.hues):
        return
    for row, cells in sheet.rows.items():
        labels = {cell.fill for cell in cells.values() if cell.text.strip()}
        for column, cell in cells.items():
            silent = cell.text.strip() or cell.fill in labels or not labels or row in heads
            if silent or not legend.colour(cell.fill) or surface.is_claimed(row, column):
                continue
            place = (sheet.name, *sheet.origin(row, column))
            if place not in gathering.classes:
                gathering.report("VN2101", *place, legend.colour(cell.fill))


def _is_metadata(surface: Surface, row: int, columns: Sequence[int]) -> bool:
    """Return whether a line says of itself that it is about the file: "Stand: …", "Alle Angaben ohne Gewähr"."""
    said = pattern("axes", "titles", "metadata").search(fold(surface.sheet.text(row, columns[0])))
    return len(columns) == 1 and bool(said)


def _reason(surface: Surface, row: int, columns: Sequence[int], *, hints: bool) -> Reason | Choice[""]:
    sheet = surface.sheet
    first = sheet.text(row, columns[0])
    rest = columns[1:]
    if headers.exact(first) in {"running", "total"} and all(_counts(sheet, row, column) for column in rest):
        return "sum"
    told = first.rstrip().endswith(":") or pattern("axes", "titles", "metadata").search(fold(first))
    return "title" if not rest or hints or (told and len(columns) <= _MOST) else ""


def _counts(sheet: Sheet, row: int, column: int) -> bool:
    return marks.number(sheet.text(row, column)) is not None
