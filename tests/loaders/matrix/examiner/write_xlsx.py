"""Write a book as xlsx, with everything a cell can show."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from tests.loaders.matrix.examiner.model import Book, Cell, ErrorValue, Formula, Look, Sheet, split

ERRORS = {"#N/A": "=NA()", "#REF!": "=#REF!", "#DIV/0!": "=1/0"}


def write(book: Book, path: Path) -> None:
    """Write the file."""
    import xlsxwriter

    workbook = xlsxwriter.Workbook(str(path))
    workbook.set_properties({"created": dt.datetime(2025, 1, 1)})
    formats: dict[tuple[Look, str], Any] = {}
    for sheet in book.sheets:
        page = workbook.add_worksheet(sheet.name)
        for merge in sheet.merges:
            (top, left), (bottom, right) = split(merge.partition(":")[0]), split(merge.partition(":")[2])
            page.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
        for ref, cell in sheet.cells.items():
            _cell(page, ref, cell, _format(workbook, formats, cell))
        _dress(page, sheet)
    workbook.close()


def _dress(page: Any, sheet: Sheet) -> None:
    if sheet.hidden:
        page.hide()
    for row in sorted(sheet.hidden_rows):
        page.set_row(row - 1, None, None, {"hidden": True})
    for letter in sorted(sheet.hidden_columns):
        page.set_column(f"{letter}:{letter}", None, None, {"hidden": True})
    if sheet.autofilter:
        page.autofilter(sheet.autofilter)


def _format(workbook: Any, formats: dict[tuple[Look, str], Any], cell: Cell) -> Any:
    import xlsxwriter

    look = cell.look
    number = look.number or ("dd.mm.yyyy" if isinstance(cell.value, dt.date) else "")
    key = (look, number)
    if key not in formats:
        made = workbook.add_format()
        if look.fill:
            made.set_bg_color(f"#{look.fill}")
        if look.theme:
            made.set_bg_color(xlsxwriter.color.Color.theme(*look.theme))
        if look.strike:
            made.set_font_strikeout()
        if look.bold:
            made.set_bold()
        if look.font:
            made.set_font_name(look.font)
        if number:
            made.set_num_format(number)
        made.set_text_wrap()
        formats[key] = made
    return formats[key]


def _cell(page: Any, ref: str, cell: Cell, style: Any) -> None:
    value = cell.value
    if cell.look.link and isinstance(value, str):
        page.write_url(ref, cell.look.link, style, string=value)
    elif value is None:
        page.write_blank(ref, None, style)
    elif isinstance(value, Formula):
        page.write_formula(ref, value.text, style, value.cached)
    elif isinstance(value, ErrorValue):
        page.write_formula(ref, ERRORS[value.code], style, value.code)
    elif isinstance(value, bool):
        page.write_boolean(ref, value, style)
    elif isinstance(value, dt.date):
        page.write_datetime(ref, dt.datetime(value.year, value.month, value.day), style)
    elif isinstance(value, str):
        page.write_string(ref, value, style)
    else:
        page.write_number(ref, value, style)
    if cell.look.comment:
        page.write_comment(ref, cell.look.comment)
