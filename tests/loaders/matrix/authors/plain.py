"""Text files of the authors: csv, txt and the HTML table that an old system saves with the ending xls."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Callable, Iterator
from datetime import date

from tests.loaders.matrix.authors.book import Book, Sheet, Value


def separated(
    delimiter: str,
    encoding: str = "utf-8",
    line_end: str = "\r\n",
    always_quoted: bool = False,
    closed: bool = False,
    spoilt: Callable[[str], str] = str,
) -> Callable[[Book], bytes]:
    """Make a writer of delimited text; closed lines begin and end with the delimiter, whose first column is the one after it, `spoilt` is done to the whole text before it is encoded."""

    def pack(book: Book) -> bytes:
        out = io.StringIO()
        writer = csv.writer(
            out,
            delimiter=delimiter,
            lineterminator=line_end,
            quoting=csv.QUOTE_ALL if always_quoted else csv.QUOTE_MINIMAL,
        )
        for line in lines(book.sheets[0]):
            if line == [f"sep={delimiter}"]:
                out.write(line[0] + line_end)
            else:
                writer.writerow(["", *line, ""] if closed else line)
        return spoilt(out.getvalue()).encode(encoding)

    return pack


def lines(sheet: Sheet) -> Iterator[list[str]]:
    """Give the texts of the rows, blank rows included."""
    height = max(row for row, _ in sheet.cells)
    width = max(column for _, column in sheet.cells)
    for row in range(1, height + 1):
        texts = [shown(cell.value) if (cell := sheet.cells.get((row, c))) else "" for c in range(1, width + 1)]
        yield texts[:1] if row == 1 and texts[0].startswith("sep=") else texts


def shown(value: Value) -> str:
    """Give a value as a German spreadsheet shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "WAHR" if value else "FALSCH"
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def page(encoding: str = "utf-8") -> Callable[[Book], bytes]:
    """Make a writer of an HTML page with one table."""

    def pack(book: Book) -> bytes:
        sheet = book.sheets[0]
        spans = {(t, left): (b - t + 1, r - left + 1) for t, left, b, r in sheet.merges}
        covered = {
            (row, column)
            for top, left, bottom, right in sheet.merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        } - set(spans)
        height = max(bottom for bottom in [r for r, _ in sheet.cells] + [m[2] for m in sheet.merges])
        width = max(right for right in [c for _, c in sheet.cells] + [m[3] for m in sheet.merges])
        rows = []
        for row in range(1, height + 1):
            texts = []
            for column in range(1, width + 1):
                if (row, column) in covered:
                    continue
                cell = sheet.cells.get((row, column))
                tag = "th" if cell is not None and cell.role in ("header", "group", "title") else "td"
                down, across = spans.get((row, column), (1, 1))
                size = (f' rowspan="{down}"' if down > 1 else "") + (f' colspan="{across}"' if across > 1 else "")
                text = html.escape(shown(cell.value)).replace("\n", "<br>") if cell is not None else "&nbsp;"
                texts.append(f"<{tag}{size}>{text}</{tag}>")
            rows.append("<tr>" + "".join(texts) + "</tr>")
        head = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}"><title>Export</title>'
        table = '<table border="1">\n' + "\n".join(rows) + "\n</table>"
        text = f"<html><head>{head}</head><body>\n{table}\n</body></html>\n"
        return text.encode(encoding, "xmlcharrefreplace")

    return pack


def raw(data: bytes) -> Callable[[Book], bytes]:
    """Make a writer that gives these very bytes."""
    return lambda book: data
