"""Old Excel workbooks (xls, BIFF 2 to 8) as neutral grids: xlrd reads them, the limits and the words are ours."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.grid import Grid, GridCell
from loaders.limits import Limits
from loaders.notes import note
from loaders.ole import MAGIC, Compound
from loaders.readers.number_format import ERRORS, parse_number, render
from loaders.readers.sheet import Budget, Look, SheetBuilder, symbol_font, symbol_text
from loaders.readers.xls_looks import Looks
from loaders.readers.xls_scan import Link, Scan, scan, values_only
from loaders.refusal import Refusal

if TYPE_CHECKING:
    from xlrd import Book
    from xlrd.sheet import Sheet

_PARTS = ("Workbook", "Book")
_STORED = re.compile(rb"[^\0]")
"""A byte that says of what sort a cell is, where there is one."""
_MACROS = ("_VBA_PROJECT_CUR", "_VBA_PROJECT")


def read(path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return every worksheet of a workbook."""
    data, macros = path.read_bytes(), False
    if data.startswith(MAGIC):
        container = Compound(data)
        data = container.stream(next((name for name in _PARTS if name in container), _PARTS[0]))
        macros = any(name in container for name in _MACROS)
    found = scan(data, limits)
    book, plain = _opened(found.data)
    if book.nsheets > limits.sheets:
        raise Refusal("too_large", "VN1025", limit=str(limits.sheets))
    notes = [note("VN1111", severity="info", name=name) for name in found.others]
    if macros or found.macros:
        notes.append(note("VN1108", severity="info"))
    if plain:
        notes.append(note("VN1112"))
    if not book.nsheets:
        raise Refusal("not_a_table", "VN1027")
    reader = _Reader(book, found, limits)
    grids = [reader.grid(number) for number in range(book.nsheets)]
    grids[0] = replace(grids[0], notes=(*notes, *grids[0].notes))
    return tuple(grids)


def _opened(data: bytes) -> tuple[Book, bool]:
    """Return the book and whether only its values could be read."""
    import xlrd

    def attempt(records: bytes, *, formatted: bool) -> Book:
        return xlrd.open_workbook(
            file_contents=records, logfile=io.StringIO(), formatting_info=formatted, ragged_rows=True
        )

    try:
        return attempt(data, formatted=True), False
    except MemoryError:
        raise
    except Exception:  # xlrd raises whatever came to pass
        try:  # some programs write colours and notes it stumbles over; the values matter more
            return attempt(values_only(data), formatted=False), True
        except MemoryError:
            raise
        except Exception as error:
            raise Refusal("broken", "VN1029") from error


class _Reader:
    def __init__(self, book: Book, found: Scan, limits: Limits) -> None:
        self._book = book
        self._found = found
        self._budget = Budget(limits)
        self._looks = Looks(book)

    def grid(self, number: int) -> Grid:
        sheet = self._book.sheet_by_index(number)
        builder = SheetBuilder(sheet.name, self._budget, hidden=bool(sheet.visibility))
        formulas = self._found.formulas.get(self._book._sh_abs_posn[number], {})
        for row in range(sheet.nrows):
            for match in _STORED.finditer(sheet.row_types(row).tobytes()):
                column = match.start()
                cell = self._cell(sheet, row, column, formulas.get((row, column)))
                if cell is not None:
                    builder.put(row + 1, column + 1, cell)
        self._around(sheet, builder)
        return builder.grid()

    def _cell(self, sheet: Sheet, row: int, column: int, formula: Link | None) -> GridCell | None:
        from xlrd import biffh

        stored = sheet.cell_type(row, column)
        look = self._looks.of(sheet, row, column)
        value = sheet.cell_value(row, column)
        strike, font = look.strike, look.font
        if stored == biffh.XL_CELL_TEXT:
            text, kind = str(value).replace("\r\n", "\n").replace("\r", "\n"), "text"
            runs = sheet.rich_text_runlist_map.get((row, column))
            if runs:
                strike, font = self._runs(text, runs, look)
        elif stored == biffh.XL_CELL_BOOLEAN:
            text, kind = ("WAHR" if value else "FALSCH"), "bool"
        elif stored == biffh.XL_CELL_ERROR:
            said = biffh.error_text_from_code.get(value, "#N/A")
            text, kind = ERRORS.get(said, said), "error"
        elif stored in (biffh.XL_CELL_NUMBER, biffh.XL_CELL_DATE):
            text, kind = self._number(float(value), look.code)
        else:
            text, kind = "", "empty"
        if not text and formula and formula[1]:
            text, kind = formula[1], "text"  # a link nobody has calculated yet shows its label
        if not text and formula is None and not look.fill:
            return None
        return GridCell(
            text=symbol_text(text) if font else text,
            kind=kind if text else "empty",
            fill=look.fill,
            font=font if text else "",
            bold=look.bold and bool(text),
            strike=strike and bool(text),
            link=formula[0] if formula else "",
            formula=formula is not None,
        )

    def _number(self, value: float, code: str) -> tuple[str, str]:
        try:
            return render(parse_number(repr(value)), code, since_1904=self._book.datemode == 1)
        except ValueError:
            return repr(value), "text"

    def _runs(self, text: str, runs: list[tuple[int, int]], look: Look) -> tuple[bool, str]:
        """Return what the runs of a text agree on: struck through, a symbol font."""
        ends = [start for start, _ in runs] + [len(text)]
        faces = [(look.strike, look.font)] if text[: ends[0]].strip() else []
        for (start, number), end in zip(runs, ends[1:], strict=True):
            if text[start:end].strip():
                face = self._looks.face(number)
                faces.append((bool(face and face.struck_out), symbol_font(face.name) if face else ""))
        fonts = {font for _, font in faces}
        return bool(faces) and all(struck for struck, _ in faces), fonts.pop() if len(fonts) == 1 else ""

    def _around(self, sheet: Sheet, builder: SheetBuilder) -> None:
        """Take what stands around the cells: merges, what is hidden, comments, links."""
        for top, bottom, left, right in sheet.merged_cells:
            if top < bottom and left < right:
                builder.merge(top + 1, left + 1, bottom, right)
        for row, about in sheet.rowinfo_map.items():
            if about.hidden or about.height == 0:
                builder.hidden_rows.add(row + 1)
        for column, about in sheet.colinfo_map.items():
            if about.hidden or about.width == 0:
                builder.hidden_columns.append((column + 1, column + 1))
        for (row, column), remark in sheet.cell_note_map.items():
            said = str(remark.text).replace("\r", "\n").strip()
            if remark.author and said.startswith(f"{remark.author}:"):
                said = said[len(remark.author) + 1 :].strip()
            builder.put(row + 1, column + 1, replace(builder.get(row + 1, column + 1), comment=said))
        stored = set(builder.places())
        for place, address, alone in _links(sheet):
            if alone or place in stored:
                cell = builder.get(*place)
                builder.put(*place, replace(cell, link=cell.link or address))


def _links(sheet: Sheet) -> Iterator[tuple[tuple[int, int], str, bool]]:
    """Yield place and address of every link, and whether it stands alone there."""
    for link in sheet.hyperlink_list:
        target = link.url_or_path
        if not target:
            continue  # a jump within the workbook says nothing about anyone
        address = target.decode("cp1252", "replace") if isinstance(target, bytes) else str(target)
        if link.textmark:
            address += f"#{link.textmark}"
        alone = (link.frowx, link.fcolx) == (link.lrowx, link.lcolx)
        for row in range(link.frowx, link.lrowx + 1):
            for column in range(link.fcolx, link.lcolx + 1):
                yield (row + 1, column + 1), address, alone
