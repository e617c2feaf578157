"""Whether a file and its truth fit: read back with plain readers, never with the interpreter."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from tests.loaders.matrix.composed.book import address

ROLES = {
    "statement", "report", "negative", "either", "title", "header", "group", "label", "section", "legend", "footnote",
    "total", "qualifier", "ignorable",
}  # fmt: skip
Cells = dict[tuple[str, str], str]


def faults(file: Path) -> list[str]:
    """Return what is wrong with a file's truth; nothing if it is sound."""
    truth = json.loads((file.parent / f"{file.stem}.truth.json").read_text("utf-8"))
    found: list[str] = []
    roles = {(sheet, ref): role for sheet, cells in truth["cells"].items() for ref, role in cells.items()}
    written = cells_of(file, truth["phenomena"][1])
    found += [
        f"{sheet}!{ref} {text!r} has no role" for (sheet, ref), text in written.items() if (sheet, ref) not in roles
    ]
    found += [f"{sheet}!{ref} has the unknown role {role}" for (sheet, ref), role in roles.items() if role not in ROLES]
    stated = {(fact["sheet"], fact["cell"]) for fact in truth["statements"]}
    needed = {(fact["sheet"], fact["cell"]) for fact in truth["statements"] if not fact.get("optional")}
    found += [f"{sheet}!{ref} says something, but has no role" for sheet, ref in sorted(stated - set(roles))]
    found += [
        f"{sheet}!{ref} is a {roles[sheet, ref]}, but must say something"
        for sheet, ref in sorted(needed & set(roles))
        if roles[sheet, ref] in ("report", "negative", "either")
    ]
    found += [
        f"{sheet}!{ref} is a statement that says nothing"
        for (sheet, ref), role in roles.items()
        if role == "statement" and (sheet, ref) not in stated
    ]
    for fact in truth["statements"]:
        if not str(fact["subject"]).strip() or not str(fact["object"]).strip():
            found.append(f"{fact['sheet']}!{fact['cell']} says nothing: {fact}")
    if not truth["phenomena"]:
        found.append("no phenomenon is listed")
    if not needed:
        found.append("nothing is stated")
    return [f"{file.name}: {fault}" for fault in found]


def cells_of(file: Path, form: str) -> Cells:
    """Return the text of every cell that is not empty."""
    start = file.read_bytes()[:8]
    if start[:2] == b"PK":
        return _ods(file) if file.suffix == ".ods" else _xlsx(file)
    if start == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return _xls(file)
    if start[:5] == b"<html":
        return _html(file.read_text("utf-8"))
    return _text(file.read_bytes(), form)


def _xlsx(file: Path) -> Cells:
    from openpyxl import load_workbook

    book = load_workbook(file)
    return {
        (page.title, address(*spot)): str(cell.value)
        for page in book.worksheets
        for spot, cell in page._cells.items()
        if cell.value not in (None, "")
    }


def _xls(file: Path) -> Cells:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(file))
    return {
        (name, address(row, column)): str(value)
        for name in book.sheet_names
        for row, line in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), 1)
        for column, value in enumerate(line, 1)
        if value != ""
    }


def _ods(file: Path) -> Cells:
    from odf.opendocument import load
    from odf.table import CoveredTableCell, Table, TableCell, TableRow
    from odf.text import P

    found: Cells = {}
    for table in load(str(file)).spreadsheet.getElementsByType(Table):
        for row, line in enumerate(table.getElementsByType(TableRow), 1):
            cells = [
                cell
                for cell in line.childNodes
                if cell.qname in (TableCell(check_grammar=False).qname, CoveredTableCell().qname)
            ]
            for column, cell in enumerate(cells, 1):
                text = "\n".join(str(part) for part in cell.childNodes if part.qname == P().qname)
                if text:
                    found[table.getAttribute("name"), address(row, column)] = text
    return found


def _text(content: bytes, form: str) -> Cells:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = content.decode("utf-16")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252")
    first = "sep=" if form == "csv_sep" else None
    delimiter = {"csv_comma": ",", "tsv_utf16": "\t"}.get(form, ";")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return {
        ("", address(row, column)): value
        for row, line in enumerate(rows, 1)
        for column, value in enumerate(line, 1)
        if value.strip() and not (row == 1 and first and line[0].startswith(first))
    }


class _Table(HTMLParser):
    """Places cells on a grid, spans included."""

    def __init__(self) -> None:
        super().__init__()
        self.row = self.column = 0
        self.taken: set[tuple[int, int]] = set()
        self.texts: dict[tuple[int, int], str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Move to the next free place."""
        if tag == "tr":
            self.row, self.column = self.row + 1, 0
        if tag == "td":
            spans: dict[str, Any] = dict(attrs)
            self.column += 1
            while (self.row, self.column) in self.taken:
                self.column += 1
            for down in range(int(spans.get("rowspan", 1))):
                for across in range(int(spans.get("colspan", 1))):
                    self.taken.add((self.row + down, self.column + across))

    def handle_data(self, data: str) -> None:
        """Add text to the place."""
        if self.column and data.strip():
            spot = (self.row, self.column)
            self.texts[spot] = self.texts.get(spot, "") + data


def _html(text: str) -> Cells:
    table = _Table()
    table.feed(text)
    return {("", address(*spot)): value for spot, value in table.texts.items()}
