"""An OpenDocument sheet, as odfpy writes it."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from tests.loaders.matrix.composed.book import PLAIN, Book, Fault, Formula, Look, Sheet, Value


def ods_bytes(book: Book) -> bytes:
    """Return the book as LibreOffice would keep it."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TableCellProperties, TableProperties, TextProperties
    from odf.table import Table

    file = OpenDocumentSpreadsheet()
    styles: dict[Look, str] = {}

    def style(look: Look) -> str | None:
        key = Look(fill=look.fill, font=look.font, strike=look.strike, bold=look.bold)
        if key == PLAIN:
            return None
        if key not in styles:
            styles[key] = f"ce{len(styles) + 1}"
            made = Style(name=styles[key], family="table-cell")
            if key.fill:
                made.addElement(TableCellProperties(backgroundcolor=f"#{key.fill}"))
            words: dict[str, str] = {"fontweight": "bold"} if key.bold else {}
            words |= {"textlinethroughstyle": "solid"} if key.strike else {}
            words |= {"fontfamily": key.font} if key.font else {}
            if words:
                made.addElement(TextProperties(**words))
            file.automaticstyles.addElement(made)
        return styles[key]

    concealed = Style(name="ta_hidden", family="table")
    concealed.addElement(TableProperties(display="false"))
    file.automaticstyles.addElement(concealed)
    for sheet in book.sheets:
        table = Table(name=sheet.name, **({"stylename": concealed} if sheet.hidden else {}))
        _fill(table, sheet, style)
        file.spreadsheet.addElement(table)
    out = io.BytesIO()
    file.write(out)
    return out.getvalue()


def _fill(table: Any, sheet: Sheet, style: Any) -> None:
    from odf.table import CoveredTableCell, TableColumn, TableRow

    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in sheet.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(spans)
    for column in range(1, sheet.right + 1):
        table.addElement(TableColumn(**({"visibility": "collapse"} if column in sheet.hidden_columns else {})))
    for row in range(1, sheet.bottom + 1):
        line = TableRow(**({"visibility": "collapse"} if row in sheet.hidden_rows else {}))
        for column in range(1, sheet.right + 1):
            if (row, column) in covered:
                line.addElement(CoveredTableCell())
                continue
            look = sheet.looks.get((row, column), PLAIN)
            line.addElement(_cell(sheet.values.get((row, column), ""), look, style(look), spans.get((row, column))))
        table.addElement(line)


def _cell(value: Value, look: Look, style: str | None, span: tuple[int, int] | None) -> Any:
    from odf.office import Annotation
    from odf.table import TableCell
    from odf.teletype import addTextToElement
    from odf.text import A, P

    wish: dict[str, Any] = {"stylename": style} if style else {}
    if span:
        wish |= {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]}
    if isinstance(value, Formula):
        wish["formula"] = f"of:{value.text}"
        value = value.cached
    match value:
        case Fault():
            raise ValueError("an error value is not written to ODS")
        case bool():
            wish |= {"valuetype": "boolean", "booleanvalue": "true" if value else "false"}
            text = "WAHR" if value else "FALSCH"
        case date():
            wish |= {"valuetype": "date", "datevalue": value.isoformat()}
            text = f"{value:%d.%m.%Y}"
        case int() | float():
            wish |= {"valuetype": "float", "value": str(value)}
            text = str(value).replace(".", ",")
        case _:
            text = value
            wish |= {"valuetype": "string"} if text else {}
    cell = TableCell(**wish)
    if look.comment:
        note = Annotation()
        note.addElement(P(text=look.comment))
        cell.addElement(note)
    for line in text.split("\n") if text else []:
        part = P()
        if look.link:
            part.addElement(A(type="simple", href=look.link, text=line))
        else:
            addTextToElement(part, line)
        cell.addElement(part)
    return cell
