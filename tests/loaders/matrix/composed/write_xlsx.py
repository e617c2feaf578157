"""Excel workbooks by two different writers."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING

from tests.loaders.matrix.composed.book import PLAIN, Book, Fault, Formula, Look, Sheet, address

if TYPE_CHECKING:
    from openpyxl.styles.colors import Color

# A fixed clock: the same seed writes the same bytes.
MADE = datetime(2026, 3, 15, 9, 30)


def with_openpyxl(book: Book) -> bytes:
    """Return the book as openpyxl writes it."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill

    file = Workbook()
    file.remove(file.worksheets[0])
    file.properties.created = file.properties.modified = MADE
    for sheet in book.sheets:
        page = file.create_sheet(sheet.name)
        for (row, column), value in sheet.values.items():
            cell = page.cell(row, column)
            assert isinstance(cell, Cell)
            if isinstance(value, Formula):
                raise ValueError("openpyxl stores no value beside a formula")
            cell.value = value.code if isinstance(value, Fault) else value
            if isinstance(value, date):
                cell.number_format = "DD.MM.YYYY"
        for (row, column), look in sheet.looks.items():
            cell = page.cell(row, column)
            assert isinstance(cell, Cell)
            cell.font = Font(name=look.font or "Calibri", strike=look.strike or None, bold=look.bold)
            if look.fill:
                cell.fill = PatternFill("solid", fgColor=_colour(look.fill))
            if look.comment:
                cell.comment = Comment(look.comment, "Netzwerk")
            if look.link:
                cell.hyperlink = look.link
        for row, column in sheet.ghosts:
            page.cell(row, column).font = Font(bold=True)
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for row in sheet.hidden_rows:
            page.row_dimensions[row].hidden = True
        for column in sheet.hidden_columns:
            page.column_dimensions[address(1, column)[:-1]].hidden = True
        if sheet.hidden:
            page.sheet_state = "hidden"
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _colour(fill: str) -> Color:
    from openpyxl.styles.colors import Color

    if fill.startswith("theme:"):
        _, theme, tint = fill.split(":")
        return Color(theme=int(theme), tint=float(tint))
    return Color(rgb=f"FF{fill}")


def with_xlsxwriter(book: Book) -> bytes:
    """Return the book as xlsxwriter writes it: formulas with their values, merges as ranges."""
    import xlsxwriter

    out = io.BytesIO()
    file = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    file.set_properties({"created": MADE})
    shapes: dict[tuple[Look, bool], object] = {}

    def shape(look: Look, dated: bool) -> object:
        if (look, dated) not in shapes:
            wish: dict[str, object] = {"bold": look.bold, "font_strikeout": look.strike}
            wish |= {"bg_color": f"#{look.fill}"} if look.fill else {}
            wish |= {"font_name": look.font} if look.font else {}
            wish |= {"num_format": "dd.mm.yyyy"} if dated else {}
            shapes[look, dated] = file.add_format(wish)
        return shapes[look, dated]

    for sheet in book.sheets:
        page = file.add_worksheet(sheet.name)
        for top, left, bottom, right in sheet.merges:
            page.merge_range(
                top - 1, left - 1, bottom - 1, right - 1, "", shape(sheet.looks.get((top, left), PLAIN), False)
            )
        for row, column in sorted(set(sheet.values) | set(sheet.looks)):
            _write(page, sheet, row, column, shape)
        for row, column in sheet.ghosts:
            page.write_blank(row - 1, column - 1, None, shape(Look(bold=True), False))
        for row in sheet.hidden_rows:
            page.set_row(row - 1, None, None, {"hidden": True})
        for column in sheet.hidden_columns:
            page.set_column(column - 1, column - 1, None, None, {"hidden": True})
        if sheet.hidden:
            page.hide()
    file.close()
    return out.getvalue()


def _write(page: object, sheet: Sheet, row: int, column: int, shape: object) -> None:
    from xlsxwriter.worksheet import Worksheet

    assert isinstance(page, Worksheet)
    assert callable(shape)
    value = sheet.values.get((row, column), "")
    look = sheet.looks.get((row, column), PLAIN)
    style = shape(look, isinstance(value, date))
    spot = (row - 1, column - 1)
    match value:
        case Formula():
            page.write_formula(*spot, value.text, style, value.cached)
        case Fault():
            page.write_formula(*spot, "=NA()", style, value.code)
        case bool():
            page.write_boolean(*spot, value, style)
        case date():
            page.write_datetime(*spot, value, style)
        case int() | float():
            page.write_number(*spot, value, style)
        case "":
            page.write_blank(*spot, None, style)
        case _ if look.link:
            page.write_url(*spot, look.link, style, value)
        case _:
            page.write_string(*spot, value, style)
    if look.comment:
        page.write_comment(*spot, look.comment)
