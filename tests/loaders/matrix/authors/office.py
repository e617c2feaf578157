"""Workbook files of the authors: xlsx and xlsm by xlsxwriter, xls by xlwt, ods by odfpy; same book, same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tests.loaders.matrix.authors.book import Book, Cell, Look, Sheet, Value

LONG_AGO = datetime(2025, 1, 1)
ERRORS = ("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?")


def xlsx(book: Book) -> bytes:
    """Write a workbook of today's Excel."""
    import xlsxwriter

    out = io.BytesIO()
    target = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    target.set_properties({"created": LONG_AGO})
    formats: dict[tuple[Look, bool], Any] = {}
    for sheet in book.sheets:
        page = target.add_worksheet(sheet.name or "Tabelle1")
        covered = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
        for (row, column), cell in sorted(sheet.cells.items()):
            form = _format(target, formats, cell)
            if (row, column) in covered:
                bottom, right = covered[row, column]
                page.merge_range(row - 1, column - 1, bottom - 1, right - 1, "", form)
            _write(page, row - 1, column - 1, cell, form)
            if cell.look.comment:
                page.write_comment(row - 1, column - 1, cell.look.comment, {"author": "Netzwerkbüro"})
        for row in sheet.hidden_rows:
            page.set_row(row - 1, None, None, {"hidden": True})
        for column in sheet.hidden_columns:
            page.set_column(column - 1, column - 1, None, None, {"hidden": True})
        if sheet.hidden:
            page.hide()
    target.close()
    return out.getvalue()


def _format(target: Any, known: dict[tuple[Look, bool], Any], cell: Cell) -> Any:
    from xlsxwriter.color import Color

    look, dated = cell.look, isinstance(cell.value, date)
    if (look, dated) not in known:
        wanted: dict[str, object] = {}
        if look.fill:
            wanted |= {"bg_color": "#" + look.fill, "pattern": 1}
        if look.theme is not None:
            wanted |= {"bg_color": Color.theme(look.theme, 0), "pattern": 1}
        if look.font:
            wanted["font_name"] = look.font
        if look.form or dated:
            wanted["num_format"] = look.form or "dd.mm.yyyy"
        wanted |= {"bold": look.bold, "font_strikeout": look.strike, "rotation": 90 if look.turned else 0}
        known[look, dated] = target.add_format({key: value for key, value in wanted.items() if value})
    return known[look, dated]


def _write(page: Any, row: int, column: int, cell: Cell, form: Any) -> None:
    value, look = cell.value, cell.look
    if look.formula or value in ERRORS:
        page.write_formula(row, column, look.formula or "=NA()", form, value)
    elif look.link:
        page.write_url(row, column, look.link, form, str(value))
    elif value is None:
        page.write_blank(row, column, None, form)
    elif isinstance(value, bool):
        page.write_boolean(row, column, value, form)
    elif isinstance(value, date):
        page.write_datetime(row, column, value, form)
    elif isinstance(value, str):
        page.write_string(row, column, value, form)
    else:
        page.write_number(row, column, value, form)


def xlsm(book: Book) -> bytes:
    """Write a workbook that says it holds macros, with a stump where they would be."""
    changed = {
        "[Content_Types].xml": (
            b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        )
    }
    return _repacked(xlsx(book), changed, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)})


def _repacked(data: bytes, changed: dict[str, tuple[bytes, bytes]], added: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        parts = {info.filename: source.read(info) for info in source.infolist()} | added
        for name, content in parts.items():
            old, new = changed.get(name, (b"", b""))
            entry = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            target.writestr(entry, content.replace(old, new) if old else content)
    return out.getvalue()


def xls(book: Book) -> bytes:
    """Write a workbook of Excel 97-2003 (BIFF)."""
    import xlwt

    target = xlwt.Workbook(encoding="utf-8")
    for sheet in book.sheets:
        page = target.add_sheet(sheet.name or "Tabelle1")
        covered = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
        for (row, column), cell in sorted(sheet.cells.items()):
            style = _easy(xlwt, cell)
            if (row, column) in covered:
                bottom, right = covered[row, column]
                page.write_merge(row - 1, bottom - 1, column - 1, right - 1, cell.value, style)
            else:
                page.write(row - 1, column - 1, cell.value, style)
        for row in sheet.hidden_rows:
            page.row(row - 1).hidden = True
        for column in sheet.hidden_columns:
            page.col(column - 1).hidden = True
        page.visibility = 1 if sheet.hidden else 0
    out = io.BytesIO()
    target.save(out)
    return out.getvalue()


def _easy(xlwt: Any, cell: Cell) -> Any:
    look = cell.look
    wanted = []
    fonts = [f"name {look.font}"] if look.font else []
    fonts += ["bold on"] * look.bold + ["struck_out on"] * look.strike
    if fonts:
        wanted.append("font: " + ", ".join(fonts))
    if look.fill:
        colour = {"92D050": "light_green", "FFC000": "gold", "FF0000": "red", "FFFF00": "yellow"}[look.fill]
        wanted.append(f"pattern: pattern solid, fore_colour {colour}")
    form = look.form or ("dd.mm.yyyy" if isinstance(cell.value, date) else "general")
    return xlwt.easyxf("; ".join(wanted), num_format_str=form)


def ods(book: Book) -> bytes:
    """Write a workbook of LibreOffice."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TableColumnProperties
    from odf.table import Table, TableColumn, TableRow

    document = OpenDocumentSpreadsheet()
    style = Style(name="spalte", family="table-column")
    style.addElement(TableColumnProperties(columnwidth="3cm"))
    document.automaticstyles.addElement(style)
    for sheet in book.sheets:
        table = Table(name=sheet.name or "Tabelle1")
        height, width = _size(sheet)
        for column in range(1, width + 1):
            seen = "collapse" if column in sheet.hidden_columns else "visible"
            table.addElement(TableColumn(stylename=style, visibility=seen))
        for row in range(1, height + 1):
            line = TableRow(visibility="collapse" if row in sheet.hidden_rows else "visible")
            for element in _ods_row(document, sheet, row, width):
                line.addElement(element)
            table.addElement(line)
        document.spreadsheet.addElement(table)
    out = io.BytesIO()
    document.write(out)
    return _repacked(out.getvalue(), {}, {})


def _size(sheet: Sheet) -> tuple[int, int]:
    ends = [*sheet.cells, *((bottom, right) for _, _, bottom, right in sheet.merges)]
    return max(row for row, _ in ends), max(column for _, column in ends)


def _ods_row(document: Any, sheet: Sheet, row: int, width: int) -> Iterator[Any]:
    from odf.office import Annotation
    from odf.table import CoveredTableCell, TableCell
    from odf.text import P

    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merges}
    anchors = sheet.anchors()
    for column in range(1, width + 1):
        cell = sheet.cells.get((row, column))
        if cell is None:
            from tests.loaders.matrix.authors.book import address

            yield CoveredTableCell() if address(row, column) in anchors else TableCell()
            continue
        wanted = _ods_value(cell.value)
        if (row, column) in spans:
            wanted["numberrowsspanned"], wanted["numbercolumnsspanned"] = spans[row, column]
        made = TableCell(stylename=_ods_style(document, cell.look), **wanted)
        if cell.look.comment:
            note = Annotation()
            note.addElement(P(text=cell.look.comment))
            made.addElement(note)
        for text in "" if cell.value is None else _shown(cell.value).split("\n"):
            made.addElement(P(text=text))
        yield made


def _ods_value(value: Value) -> dict[str, Any]:
    if isinstance(value, bool):
        return {"valuetype": "boolean", "booleanvalue": str(value).lower()}
    if isinstance(value, date):
        return {"valuetype": "date", "datevalue": value.isoformat()}
    if isinstance(value, int | float):
        return {"valuetype": "float", "value": str(value)}
    return {"valuetype": "string"} if value is not None else {}


def _ods_style(document: Any, look: Look) -> Any:
    from odf.style import Style, TableCellProperties, TextProperties

    name = f"zelle_{look.fill}_{look.font}_{look.bold:d}{look.strike:d}"
    for known in document.automaticstyles.getElementsByType(Style):
        if known.getAttribute("name") == name:
            return known
    style = Style(name=name, family="table-cell")
    if look.fill:
        style.addElement(TableCellProperties(backgroundcolor="#" + look.fill))
    font = {"fontname": look.font} if look.font else {}
    if look.bold:
        font["fontweight"] = "bold"
    if look.strike:
        font |= {"textlinethroughstyle": "solid", "textlinethroughtype": "single"}
    if font:
        style.addElement(TextProperties(**font))
    document.automaticstyles.addElement(style)
    return style


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "WAHR" if value else "FALSCH"
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)
