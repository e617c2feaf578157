"""Read the written files again with other readers: every non-empty cell must be known to the truth."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

from tests.loaders.matrix.examiner.model import Book, ErrorValue, join
from tests.loaders.matrix.examiner.truth import truth


def unknown(book: Book, path: Path) -> list[str]:
    """Return the cells of a file that its truth does not know, and those it knows but the file lacks."""
    if book.kind == "locked":
        return []
    if book.kind == "csv":
        found = {"": _csv(path, book)}
    elif book.kind == "html":
        found = {"": _html(path.read_bytes().decode(book.encoding))}
    else:
        found = _workbook(path)
    cells = truth(book)["cells"]
    assert isinstance(cells, dict)
    faults = []
    for name, written in found.items():
        faults += [f"{path.name} {name}!{ref} has no role" for ref in sorted(written - set(cells[name]))]
    for sheet, known in zip(book.sheets, cells.values(), strict=True):
        shown = {ref for ref in known if _shows(sheet.cells[ref].value)}
        faults += [
            f"{path.name} {sheet.name}!{ref} is not written" for ref in sorted(shown - found[_key(book, sheet.name)])
        ]
    return faults


def _shows(value: object) -> bool:
    # calamine leaves error values out
    return value is not None and not isinstance(value, ErrorValue) and getattr(value, "cached", value) != ""


def _key(book: Book, name: str) -> str:
    return "" if book.kind in ("csv", "html") else name


def _csv(path: Path, book: Book) -> set[str]:
    text = path.read_bytes().decode(book.encoding)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=book.delimiter)
    return {join(r, c) for r, row in enumerate(rows, start=1) for c, value in enumerate(row, start=1) if value}


def _workbook(path: Path) -> dict[str, set[str]]:
    from python_calamine import CalamineWorkbook

    found = {}
    workbook = CalamineWorkbook.from_path(str(path))
    for name in workbook.sheet_names:
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        found[name] = {
            join(r, c) for r, row in enumerate(rows, start=1) for c, value in enumerate(row, start=1) if value != ""
        }
    return found


class _Table(HTMLParser):
    """The cells of an HTML table at their places."""

    def __init__(self) -> None:
        super().__init__()
        self.row = 0
        self.at: str = ""
        self.taken: set[tuple[int, int]] = set()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.row += 1
        if tag not in ("td", "th"):
            return
        given = dict(attrs)
        column = 1
        while (self.row, column) in self.taken:
            column += 1
        for down in range(int(given.get("rowspan") or 1)):
            self.taken |= {(self.row + down, column + over) for over in range(int(given.get("colspan") or 1))}
        self.at = join(self.row, column)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.at = ""

    def handle_data(self, data: str) -> None:
        if self.at and data.strip():
            self.found.add(self.at)


def _html(text: str) -> set[str]:
    table = _Table()
    table.feed(text)
    return table.found
