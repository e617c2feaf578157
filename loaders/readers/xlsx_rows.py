"""Rows of plain cells, thousands at a time: what nearly every cell of a large xlsx is.

A plain cell names its place, has no other attributes than style and type, and holds a value or a string without
markup. Everything else (formulas, rich text, hidden rows, other spellings) is left to the parser and `Worksheet`,
whose outcome this one's must equal: the tests compare them.
"""

from __future__ import annotations

import re
from operator import add

from loaders.cells import WIDTH
from loaders.grid_cell import Manner
from loaders.readers.sheet import NOTHING, SheetBuilder
from loaders.readers.xlsx_cells import CellMaker
from loaders.readers.xlsx_parts import unescape
from loaders.readers.xlsx_sheet import Worksheet, place
from loaders.xml_text import BLANKS, decoded, resolved

_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"'
    rb"([^<>]*>(?:<v>[^<]*</v></c>|<is><t[^<>]*>[^<]*</t></is></c>|(?<=/>)))"
)
"""Column, row, and all that follows: alike for equal cells. Only `_CONTENT` decides whether it is plain."""

_CONTENT = re.compile(
    rb'(?: s="([0-9]{1,5})")?(?: t="([A-Za-z]{1,3}|inlineStr)")?(?: s="([0-9]{1,5})")?'
    rb'(?:>(?:<v>([^<]*)</v>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)</c>|/>)'
)
_COMMON = re.compile(rb'(?: s="([0-9]{1,5})")?( t="s")?><v>([0-9.Ee+-]{1,40})</v></c>')
"""Numbers, and strings of the table: nearly all there is."""

_ROW = re.compile(rb'<row r="([1-9][0-9]{0,6})"([^<>\0]*)>\0?</row>[ \t\r\n]*')
"""What is left of rows without their cells; a NUL stands where cells stood. Nothing here begins with a repetition:
searching for one takes a time that grows with the square of a long run of blanks."""

_ATTRIBUTES = re.compile(rb'(?: [A-Za-z][A-Za-z0-9:]*="[^"<>&]*")*')
_TELLING = re.compile(rb' (?:hidden="|ht="0"|xmlns)')
"""Attributes of a row that `Worksheet` has to see."""

_REMEMBERED = 1 << 18
"""So many distinct contents are remembered; where there are more, hardly any comes again."""


class _NotPlain(Exception):
    pass


class Rows:
    """Takes runs of plain rows (`loaders.xml_runs.Runs`)."""

    around = "sheetData"
    closing = b"</row>"

    def __init__(self, worksheet: Worksheet, sheet: SheetBuilder, maker: CellMaker) -> None:
        self._worksheet = worksheet
        self._sheet = sheet
        self._maker = maker
        self._learned: set[bytes] = set()
        self._numbers = _Numbers(self)
        self._columns = _Columns(sheet.last_column)

    def take(self, items: bytes) -> bool:
        """Store the cells of whole rows; return False, and store none, where one is not plain."""
        if b"\0" in items or not self._worksheet.idle:
            return False
        parts = _CELL.split(items)
        tags = _ROW.split(b"\0".join(filter(None, parts[::4])).lstrip(BLANKS))
        if any(tags[::3]) or not self._learned.issuperset(tags[2::3]):
            return False
        try:
            numbers = list(map(self._numbers.__getitem__, parts[3::4]))
            columns = map(self._columns.__getitem__, parts[1::4])
            places = list(map(add, map(WIDTH.__mul__, map(int, parts[2::4])), columns))
        except _NotPlain:
            return False
        if NOTHING in numbers:
            places = [place for place, number in zip(places, numbers, strict=True) if number != NOTHING]
            numbers = [number for number in numbers if number != NOTHING]
        if not self._sheet.extend(places, numbers):
            return False
        # where the next row is to begin that does not say it
        self._worksheet.row = int(parts[-3] if parts[-1].rstrip(BLANKS) == self.closing else tags[-3])
        return True

    def learn(self, item: bytes) -> None:
        """Take note of a row's attributes that the parser has found well-formed and that say nothing of matter."""
        tag = item[: item.index(b">") + 1].lstrip(BLANKS) + self.closing
        match = _ROW.fullmatch(tag)
        if match and _ATTRIBUTES.fullmatch(match[2]) and not _TELLING.search(match[2]):
            self._learned.add(match[2])

    def number(self, content: bytes) -> int:
        """Return the number of the cell with this content."""
        common = _COMMON.fullmatch(content)
        if common is not None:
            return self._common((common[1] or b"0").decode(), common[2] is not None, common[3].decode())
        match = _CONTENT.fullmatch(content)
        if match is None or (match[1] and match[3]):
            raise _NotPlain
        kind, style = (match[2] or b"n").decode(), (match[1] or match[3] or b"0").decode()
        if (kind == "inlineStr") != (match[5] is not None):
            raise _NotPlain
        value = None if match[4] is None else _characters(match[4])
        if kind == "s" and value and not (value.isascii() and value.isdigit()):
            raise _NotPlain
        inline = None if match[5] is None else unescape(_characters(match[5]))
        return self._said(kind, style, value, inline)

    def _common(self, style: str, string: bool, value: str) -> int:
        if not string:
            return self._said("n", style, value)
        if not value.isdigit():
            raise _NotPlain
        plain = self._maker.plain(style, int(value)) if int(value) < self._maker.strings else None
        return self._numbered(plain) if plain else self._said("s", style, value)

    def _said(self, kind: str, style: str, value: str | None, inline: str | None = None) -> int:
        try:
            said = self._maker.said(kind, style, value, inline=inline)
        except (ValueError, IndexError):  # the parser's way says what is wrong, and where
            raise _NotPlain from None
        return NOTHING if said is None else self._numbered(said)

    def _numbered(self, said: tuple[str, Manner]) -> int:
        number = self._sheet.number(*said)
        if number is None:
            raise _NotPlain
        return number


def _characters(data: bytes) -> str:
    text = decoded(data)
    text = None if text is None else resolved(text)
    if text is None:
        raise _NotPlain
    return text


class _Numbers(dict[bytes, int]):
    """Numbers of cells by their content."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, content: bytes) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        number = self[content] = self._rows.number(content)
        return number


class _Columns(dict[bytes, int]):
    """Columns by their letters; only those that are read."""

    def __init__(self, last: int) -> None:
        super().__init__()
        self._last = last

    def __missing__(self, letters: bytes) -> int:
        _, column = place(letters.decode() + "1")
        if column > self._last:
            raise _NotPlain
        self[letters] = column
        return column
