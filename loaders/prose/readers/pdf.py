"""PDF files with a text layer: columns in reading order, words made whole, heads and feet of pages as boilerplate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.limits import Limits
from loaders.notes import note
from loaders.prose.document import Document
from loaders.prose.finish import LONGEST, finished
from loaders.prose.headings import reads_like_one, with_headings
from loaders.prose.manuscript import Manuscript
from loaders.prose.printed_columns import has_columns, reading_order
from loaders.prose.printed_furniture import furniture
from loaders.prose.printed_lines import PrintedLine, box_of
from loaders.prose.printed_paragraphs import Printed, Typography, paragraphs
from loaders.prose.settle import settled
from loaders.prose.table_writer import lays_out, names_things, write_labels, write_rows
from loaders.prose.tables import grids_of
from loaders.readers.page import Table
from loaders.readers.pdf import aligned_table, extend, same_columns
from loaders.readers.pdf_page import Page, pages, title_of
from loaders.readers.pdf_ruled import frames, table
from loaders.readers.pdf_words import Box, Word, said
from loaders.refusal import Refusal

_MOST_PAGES = 400
_NAMED = 8
_LETTERS = 100
"""The reader of pages takes one letter for so many characters of the limit."""
_CAPTION = 80
_ROWS = 4
_MOST_SIGNS = 300
_SIGN_GAP = 1.5
"""A dot further from the next word than this share of its height is no sign of a list."""
_LONG_CELL = 60


@dataclass(slots=True)
class _Drawn:
    """A table with lines, where it stands and where its columns end."""

    table: Table
    box: Box
    columns: Sequence[float]
    page: int


@dataclass(slots=True)
class _Sheet:
    """One page without what its tables hold."""

    words: list[Word]
    tables: list[_Drawn]


def read(path: Path, limits: Limits) -> Document:
    """Return a printed document."""
    data = path.read_bytes()
    sheets: list[_Sheet] = []
    pictures: list[int] = []
    notes: list[str] = []
    for number, page in enumerate(pages(data, replace(limits, text_chars=_LETTERS * LONGEST)), 1):
        if number > _MOST_PAGES:
            notes.append(note("VN1127", count=str(_MOST_PAGES)))
            break
        if page.pictures and not page.words:
            pictures.append(number)
        sheets.append(_sheet(page, number))
    if not any(sheet.words or sheet.tables for sheet in sheets):
        raise Refusal("not_a_table", "VN1033" if pictures else "VN1032")
    if pictures:
        named = ", ".join(map(str, pictures[:_NAMED])) + (", …" if len(pictures) > _NAMED else "")
        notes.append(note("VN1126", pages=named))
    writer = _Writer()
    writer.write(sheets)
    manuscript = writer.manuscript
    text, blocks = manuscript.text, manuscript.blocks
    if not any(block.kind == "heading" for block in blocks):
        blocks = with_headings(text, blocks)
    tables = grids_of(writer.tables, limits)
    return finished(text, list(settled(text, blocks)), title=title_of(data), tables=tables, notes=notes)


def _sheet(page: Page, number: int) -> _Sheet:
    drawn: list[_Drawn] = []
    for frame in frames(page):
        found = table(frame, page)
        if not lays_out(found):
            drawn.append(_Drawn(found, frame.box, frame.xs, number))
    words = [*page.words, *_signs(page)]
    outside = [word for word in words if not any(each.box.holds(word.box) for each in drawn)]
    if not drawn and not has_columns(outside) and (found_aligned := _aligned(outside)):
        return _Sheet([], [_Drawn(found_aligned, box_of(outside), (), number)])
    return _Sheet(outside, drawn)


def _signs(page: Page) -> list[Word]:
    """Return the dots that stand before a word as the signs of a list they are."""
    found: list[Word] = []
    for dot in page.dots[:_MOST_SIGNS]:
        middle = dot.middle[1]
        beside = [word.box for word in page.words if word.box.top <= middle <= word.box.bottom]
        gaps = [box.left - dot.right for box in beside if box.left >= dot.right]
        tall = min((box.bottom - box.top for box in beside), default=0.0)
        if (
            gaps
            and min(gaps) <= _SIGN_GAP * tall
            and not any(dot.left - tall < box.right <= dot.left for box in beside)
        ):
            near = min((box for box in beside if box.left >= dot.right), key=lambda box: box.left)
            found.append(Word(Box(dot.left, near.top, dot.right, near.bottom), "•"))
    return found


def _aligned(words: Sequence[Word]) -> Table | None:
    """Return the table a page is when its words stand in columns of cells, nothing where it is a text."""
    found = aligned_table(words)
    if found is None or lays_out(found) or names_things(found):
        return None
    by_row = Counter(row for row, _ in found.cells)
    several = sum(1 for count in by_row.values() if count > 1)
    long = sum(1 for cell in found.cells.values() if len(cell.text) > _LONG_CELL)
    return found if several >= _ROWS and 2 * several > len(by_row) and long * 4 < len(found.cells) else None


class _Writer:
    """Writes pages into a manuscript; a paragraph runs on over heads and feet, which follow it."""

    def __init__(self) -> None:
        self.manuscript = Manuscript()
        self.tables: list[Table] = []
        self._around: list[tuple[int, str]] = []
        self._last_table: _Drawn | None = None
        self._heading = ""
        self._listed = False

    def write(self, sheets: Sequence[_Sheet]) -> None:
        """Write all pages."""
        around = furniture([sheet.words for sheet in sheets])
        pieces: list[PrintedLine | _Drawn] = []
        for number, (sheet, lines) in enumerate(zip(sheets, around, strict=True), 1):
            left_out = {id(word) for line in lines for word in line}
            self._around += [(number, said(line)) for line in lines]
            body = reading_order([word for word in sheet.words if id(word) not in left_out], number)
            pieces += _with_tables(body, sheet.tables)
        usual = Typography([piece for piece in pieces if isinstance(piece, PrintedLine)])
        waiting: list[PrintedLine] = []
        for piece in pieces:
            if isinstance(piece, PrintedLine):
                waiting.append(piece)
                continue
            self._prose(waiting, usual)
            waiting = []
            self._table(piece)
        self._prose(waiting, usual)
        self._flush(len(sheets) + 1)

    def _prose(self, lines: Sequence[PrintedLine], usual: Typography) -> None:
        for printed in paragraphs(lines, usual):
            self._flush(printed.lines[0].page)
            self._put(printed)
            self._flush(printed.lines[-1].page)
            self._last_table = None

    def _put(self, printed: Printed) -> None:
        page = printed.lines[0].page
        listed = printed.kind == "bullet"
        self.manuscript.put(printed.text, printed.kind, printed.level, page=page, close=listed and self._listed)
        self._listed = listed
        self._heading = printed.text if len(printed.text) <= _CAPTION and reads_like_one(printed.text) else ""

    def _table(self, drawn: _Drawn) -> None:
        self._flush(drawn.page)
        self._listed = False
        last, self._last_table = self._last_table, drawn
        if (
            last is not None
            and last.page == drawn.page - 1
            and drawn.columns
            and same_columns(last.columns, drawn.columns)
        ):
            write_rows(drawn.table, self.manuscript, page=drawn.page)
            extend(last.table, drawn.table)
            self._last_table = _Drawn(last.table, drawn.box, drawn.columns, drawn.page)
        elif names_things(drawn.table):
            write_labels(drawn.table, self.manuscript, page=drawn.page)
            self._last_table = None
        else:
            drawn.table.heading = drawn.table.heading or self._heading
            self.tables.append(drawn.table)
            write_rows(drawn.table, self.manuscript, page=drawn.page)

    def _flush(self, before: int) -> None:
        """Write the heads and feet of the pages before one."""
        while self._around and self._around[0][0] < before:
            number, words = self._around.pop(0)
            self.manuscript.put(words, "boilerplate", page=number)


def _with_tables(lines: Sequence[PrintedLine], tables: Sequence[_Drawn]) -> list[PrintedLine | _Drawn]:
    """Return the lines of a page with its tables before the first line below them."""
    found: list[PrintedLine | _Drawn] = list(lines)
    for drawn in reversed(tables):
        below = (
            at
            for at, piece in enumerate(found)
            if piece.box.top >= drawn.box.bottom - 1
            and piece.box.left < drawn.box.right
            and piece.box.right > drawn.box.left
        )
        found.insert(next(below, len(found)), drawn)
    return found
