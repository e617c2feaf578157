"""A second look at a written file: other readers must find exactly the cells that the truth knows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from tests.loaders.matrix.authors.book import CONTENT, Book, address
from tests.loaders.matrix.authors.office import ERRORS

SIGNATURES = {b"PK\x03\x04": "zip", b"\xd0\xcf\x11\xe0": "ole"}


def faults(book: Book, data: bytes) -> Iterator[str]:
    """Name every written cell without a role, every role without a cell and every fact that hangs in the air."""
    if book.expect_error:
        return
    seen = _workbook(data) if data[:4] in SIGNATURES else _text(data)
    names = [sheet.name for sheet in book.sheets]
    if len(seen) == 1 == len(names):
        seen = {names[0]: next(iter(seen.values()))}
    for sheet in book.sheets:
        full = {address(*place) for place, cell in sheet.cells.items() if cell.value not in (None, "")}
        there = seen.get(sheet.name, set())
        broken = {address(*place) for place, cell in sheet.cells.items() if cell.value in ERRORS}
        there |= broken  # calamine shows an error as an empty cell
        yield from (f"{sheet.name}!{cell} has no role" for cell in sorted(there - full))
        yield from (f"{sheet.name}!{cell} is not in the file" for cell in sorted(full - there))
    yield from _loose(book)


def _loose(book: Book) -> Iterator[str]:
    actors = {*book.actors, *book.optional_actors}
    for sheet in book.sheets:
        for place, cell in sheet.cells.items():
            where = f"{sheet.name}!{address(*place)}"
            required = [fact for fact in cell.facts if not fact.optional]
            if cell.role == "statement" and not required:
                yield f"{where} states nothing"
            if cell.role in ("negative", "report") and cell.facts:
                yield f"{where} must not state anything"
            if (
                cell.role not in CONTENT
                and required
                and cell.role not in ("section", "legend", "title", "group", "header")
            ):
                yield f"{where} ({cell.role}) states something"
            if cell.value in (None, "") and cell.role in CONTENT and not cell.look.fill and cell.look.theme is None:
                yield f"{where} is empty"
            for fact in cell.facts:
                if fact.predicate == "refers_to" and not {fact.subject, fact.target} <= actors:
                    yield f"{where} refers from or to someone who is no actor"


def _workbook(data: bytes) -> dict[str, set[str]]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        found[name] = {
            address(r, c) for r, row in enumerate(rows, 1) for c, v in enumerate(row, 1) if v not in ("", None)
        }
    return found


def _text(data: bytes) -> dict[str, set[str]]:
    text = _decoded(data)
    if "<table" in text:
        return {"": _html(text)}
    first = text.split("\n", 1)[0].strip()
    sample = text[5:] if first.startswith("sep=") else text
    delimiter = first[4] if first.startswith("sep=") else max(";\t|,", key=sample.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    start = 0 if all(line.startswith("|") for line in text.splitlines()) else 1  # a bar before the first column
    return {"": {address(r, c) for r, row in enumerate(rows, 1) for c, v in enumerate(row, start) if v.strip()}}


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        dos = b"\x81" in data or b"\x84" in data  # letters of DOS that mean next to nothing in cp1252
        return data.decode("cp850" if dos else "cp1252", "replace")


def _html(text: str) -> set[str]:
    from html.parser import HTMLParser

    full: set[str] = set()
    taken: set[tuple[int, int]] = set()

    class Cells(HTMLParser):
        row, column, spans = 0, 0, (1, 1)

        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            if tag == "tr":
                self.row, self.column = self.row + 1, 1
            if tag in ("td", "th"):
                while (self.row, self.column) in taken:
                    self.column += 1
                size = dict(attributes)
                down, across = int(size.get("rowspan") or 1), int(size.get("colspan") or 1)
                taken.update((self.row + d, self.column + a) for d in range(down) for a in range(across))
                self.inside = True

        inside = False

        def handle_endtag(self, tag: str) -> None:
            if tag in ("td", "th"):
                self.inside = False

        def handle_data(self, text: str) -> None:
            if self.inside and text.strip():
                full.add(address(self.row, self.column))

    Cells().feed(text)
    return full
