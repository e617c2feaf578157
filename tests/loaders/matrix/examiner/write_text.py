"""Write a book of one sheet as delimited text or as HTML that calls itself .xls."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
from pathlib import Path

from tests.loaders.matrix.examiner.model import Book, Cell, Sheet, join, split


def extent(sheet: Sheet) -> tuple[int, int]:
    """Return the last row and column that hold anything."""
    places = [split(ref) for ref in (*sheet.cells, *sheet.anchors)]
    return max(row for row, _ in places), max(column for _, column in places)


def text(cell: Cell | None) -> str:
    """Return a cell's value as a German export writes it."""
    value = cell.value if cell else None
    if isinstance(value, dt.date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return "" if value is None else str(value)


def write_csv(book: Book, path: Path) -> None:
    """Write delimited text in the book's encoding; a `sep=` cell stands alone in its record."""
    (sheet,) = book.sheets
    rows, columns = extent(sheet)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=book.delimiter, lineterminator="\r\n")
    for row in range(1, rows + 1):
        record = [text(sheet.cells.get(join(row, column))) for column in range(1, columns + 1)]
        if record[0].startswith("sep="):
            out.write(f"{record[0]}\r\n")
        else:
            writer.writerow(record if any(record) else [""] * columns)
    path.write_bytes(out.getvalue().encode(book.encoding))


def write_html(book: Book, path: Path) -> None:
    """Write an HTML table, as web applications hand it out for Excel."""
    (sheet,) = book.sheets
    rows, columns = extent(sheet)
    spans = {merge.partition(":")[0]: split(merge.partition(":")[2]) for merge in sheet.merges}
    covered = sheet.covered()
    lines = [
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>',
        f'<meta http-equiv="Content-Type" content="text/html; charset={book.encoding}">',
        "<style>td {border: 1px solid #999}</style></head><body><table>",
    ]
    for row in range(1, rows + 1):
        lines.append("<tr>")
        for column in range(1, columns + 1):
            ref = join(row, column)
            if ref in covered:
                continue
            lines.append(_html_cell(sheet.cells.get(ref), ref, spans))
        lines.append("</tr>")
    lines.append("</table></body></html>")
    path.write_bytes("\n".join(lines).encode(book.encoding))


def _html_cell(cell: Cell | None, ref: str, spans: dict[str, tuple[int, int]]) -> str:
    row, column = split(ref)
    bottom, right = spans.get(ref, (row, column))
    span = (f' colspan="{right - column + 1}"' if right > column else "") + (
        f' rowspan="{bottom - row + 1}"' if bottom > row else ""
    )
    body = html.escape(text(cell)).replace("\n", "<br>\n") or "&nbsp;"
    if cell and cell.look.link:
        body = f'<a href="{html.escape(cell.look.link)}">{body}</a>'
    tag = "th" if cell and cell.role in ("header", "group") else "td"
    return f"<{tag}{span}>{body}</{tag}>"
