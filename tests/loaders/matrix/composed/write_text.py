"""CSV in its German ways, and the HTML table that calls itself .xls."""

from __future__ import annotations

import csv
import html
import io
from datetime import date

from tests.loaders.matrix.composed.book import Book, Fault, Formula, Sheet, Value


def shown(value: Value) -> str:
    """Return a value as a German office program would export it."""
    match value:
        case Formula():
            return shown(value.cached)
        case Fault():
            return value.shown
        case bool():
            return "WAHR" if value else "FALSCH"
        case date():
            return f"{value:%d.%m.%Y}"
        case float():
            return str(value).replace(".", ",")
    return str(value)


def _rows(sheet: Sheet) -> list[list[str]]:
    return [
        [shown(sheet.values.get((row, column), "")) for column in range(1, sheet.right + 1)]
        for row in range(1, sheet.bottom + 1)
    ]


def csv_bytes(book: Book, delimiter: str, encoding: str, preface: str) -> bytes:
    """Return the only sheet as separated text."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(_rows(book.sheets[0]))
    return (preface + out.getvalue()).encode(encoding)


def mojibake_bytes(book: Book) -> bytes:
    """Return a file that some program took for Windows letters although it was UTF-8, and then saved as UTF-8."""
    return csv_bytes(book, ";", "utf-8", "").decode("cp1252").encode("utf-8")


def html_bytes(book: Book) -> bytes:
    """Return the only sheet as the page a web application offers as an Excel file."""
    (sheet,) = book.sheets
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in sheet.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(spans)
    lines = [
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>',
        "<table border=1>",
    ]
    for row in range(1, sheet.bottom + 1):
        cells = []
        for column in range(1, sheet.right + 1):
            if (row, column) in covered:
                continue
            down, across = spans.get((row, column), (1, 1))
            extent = (f' rowspan="{down}"' if down > 1 else "") + (f' colspan="{across}"' if across > 1 else "")
            text = html.escape(shown(sheet.values.get((row, column), ""))).replace("\n", "<br>")
            cells.append(f"<td{extent}>{text}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "\n".join([*lines, "</table></body></html>"]).encode("utf-8")
