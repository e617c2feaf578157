"""The old BIFF workbook, as xlwt writes it."""

from __future__ import annotations

import io
from datetime import date

from tests.loaders.matrix.composed.book import PLAIN, Book, Fault, Formula, Look

# BIFF has a palette, not free colours: these places of it are overwritten with the colours a book uses.
FIRST_COLOUR = 0x21


def xls_bytes(book: Book) -> bytes:
    """Return the book as an Excel 97 file."""
    import xlwt

    file = xlwt.Workbook(encoding="utf-8")
    palette: dict[str, int] = {}
    shapes: dict[tuple[Look, bool], object] = {}

    def shape(look: Look, dated: bool) -> object:
        if (look, dated) not in shapes:
            style = xlwt.XFStyle()
            style.font.bold, style.font.struck_out, style.font.name = look.bold, look.strike, look.font or "Arial"
            if look.fill:
                if look.fill not in palette:
                    palette[look.fill] = FIRST_COLOUR + len(palette)
                    red, green, blue = (int(look.fill[at : at + 2], 16) for at in (0, 2, 4))
                    file.set_colour_RGB(palette[look.fill], red, green, blue)
                style.pattern.pattern = xlwt.Pattern.SOLID_PATTERN
                style.pattern.pattern_fore_colour = palette[look.fill]
            if dated:
                style.num_format_str = "dd.mm.yyyy"
            shapes[look, dated] = style
        return shapes[look, dated]

    for sheet in book.sheets:
        page = file.add_sheet(sheet.name)
        merged = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
        for row, column in sorted(set(sheet.values) | set(sheet.looks)):
            value = sheet.values.get((row, column), "")
            if isinstance(value, Formula | Fault):
                raise ValueError("xlwt stores no value beside a formula")
            style = shape(sheet.looks.get((row, column), PLAIN), isinstance(value, date))
            if (row, column) in merged:
                bottom, right = merged[row, column]
                page.write_merge(row - 1, bottom - 1, column - 1, right - 1, value, style)
            else:
                page.write(row - 1, column - 1, value, style)
        for row in sheet.hidden_rows:
            page.row(row - 1).hidden = True
        for column in sheet.hidden_columns:
            page.col(column - 1).hidden = True
        if sheet.hidden:
            page.visibility = 1
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()
