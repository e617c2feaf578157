"""Rows of plain cells, thousands at a time: what nearly every cell of a large xlsx is.

A plain cell names its place, has no other attributes than style and type, and holds a value or a string without
markup. Everything else (formulas, rich text, hidden rows, other spellings) is left to the parser and `Worksheet`,
whose outcome this one's must equal: the tests compare them.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from operator import add, getitem

from loaders.cells import WIDTH
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

_STRING = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"((?: s="[0-9]{1,5}")? t="s")><v>([0-9]{1,9})</v></c>')
"""Column, row, attributes and number of a string of the table: all there is in a long list of words."""

_ROW = re.compile(rb'<row r="([1-9][0-9]{0,6})"([^<>\0]*)>\0?</row>[ \t\r\n]*')
"""What is left of rows without their cells; a NUL stands where cells stood. Nothing here begins with a repetition:
searching for one takes a time that grows with the square of a long run of blanks."""

_ATTRIBUTES = re.compile(rb'(?: [A-Za-z][A-Za-z0-9:]*="[^"<>&]*")*')
_TELLING = re.compile(rb' (?:hidden="|ht="0"|xmlns)')
"""Attributes of a row that `Worksheet` has to see."""

_REMEMBERED = 1 << 17
"""So many distinct contents are remembered; where there are more, hardly any comes again."""


_TABLED = 1 << 21
"""So many numbers are kept by string and style."""

_MIXED = 15
"""Where not all cells were strings of the table, so many pieces are not tried for that."""

UNREAD = -2
"""Stands for the number of a cell that has not been made yet."""


class _NotPlain(Exception):
    pass


@dataclass(frozen=True, slots=True)
class _Found:
    """Cells of whole rows: letters of the column, digits of the row and number of each."""

    letters: list[bytes]
    rows: list[bytes]
    numbers: list[int]
    last_row: int


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
        self._tables = _Tables(maker.strings)
        self._columns = _Columns(sheet.last_column)
        self._mixed = 0

    def take(self, items: bytes) -> bool:
        """Store the cells of whole rows; return False, and store none, where one is not plain."""
        if b"\0" in items or not self._worksheet.idle:
            return False
        found = self._strings(items)
        if found is None:
            found = self._others(items)
            if found is None:
                return False
            self._mixed = self._mixed or _MIXED
        letters, rows, numbers = found.letters, found.rows, found.numbers
        try:
            columns = map(self._columns.__getitem__, letters)
            places = list(map(add, map(WIDTH.__mul__, map(int, rows)), columns))
        except _NotPlain:
            return False
        if NOTHING in numbers:
            places = [place for place, number in zip(places, numbers, strict=True) if number != NOTHING]
            numbers = [number for number in numbers if number != NOTHING]
        if not self._sheet.extend(places, numbers):
            return False
        self._worksheet.row = found.last_row
        return True

    def learn(self, item: bytes) -> None:
        """Take note of a row's attributes that the parser has found well-formed and that say nothing of matter."""
        tag = item[: item.index(b">") + 1].lstrip(BLANKS) + self.closing
        match = _ROW.fullmatch(tag)
        if match and _ATTRIBUTES.fullmatch(match[2]) and not _TELLING.search(match[2]):
            self._learned.add(match[2])

    def _strings(self, items: bytes) -> _Found | None:
        """Return the cells of rows that hold nothing but strings of the table."""
        if self._mixed:
            self._mixed -= 1
            return None
        parts = _STRING.split(items)
        last_row = self._last_row(parts, 5)
        if last_row is None:
            return None
        attributes, strings = parts[3::5], list(map(int, parts[4::5]))
        try:
            tables = list(map(self._tables.__getitem__, attributes))
            numbers = list(map(getitem, tables, strings))
            if UNREAD in numbers:
                unread = {
                    pair
                    for pair, number in zip(zip(attributes, strings, strict=True), numbers, strict=True)
                    if number == UNREAD
                }
                self._make(unread)
                numbers = list(map(getitem, tables, strings))
        except (_NotPlain, IndexError):
            return None
        return _Found(parts[1::5], parts[2::5], numbers, last_row)

    def _make(self, unread: set[tuple[bytes, int]]) -> None:
        """Make the cells of strings met for the first time in this style."""
        for attributes in {attributes for attributes, _ in unread}:
            table, style = self._tables[attributes], _style(attributes)
            strings = sorted(string for other, string in unread if other == attributes)
            manner, texts = self._maker.manner(style), self._maker.texts(strings)
            numbers = self._sheet.numbers(texts, manner) if manner and texts else None
            for string, number in zip(
                strings, numbers or (self._string(style, string) for string in strings), strict=True
            ):
                table[string] = number

    def _others(self, items: bytes) -> _Found | None:
        """Return the cells of rows that hold any plain cells."""
        parts = _CELL.split(items)
        last_row = self._last_row(parts, 4)
        if last_row is None:
            return None
        try:
            numbers = list(map(self._numbers.__getitem__, parts[3::4]))
        except _NotPlain:
            return None
        return _Found(parts[1::4], parts[2::4], numbers, last_row)

    def _last_row(self, parts: list[bytes], step: int) -> int | None:
        """Return the row in which rows end, nothing where there is more between their cells than their known tags.

        It tells where the next row is to begin that does not say so itself.
        """
        tags = _ROW.split(b"\0".join(filter(None, parts[::step])).lstrip(BLANKS))
        if any(tags[::3]) or not self._learned.issuperset(tags[2::3]):
            return None
        return int(parts[1 - step] if parts[-1].rstrip(BLANKS) == self.closing else tags[-3])

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
        return self._string(style, int(value))

    def _string(self, style: str, string: int) -> int:
        return self._said("s", style, str(string))

    def _said(self, kind: str, style: str, value: str | None, inline: str | None = None) -> int:
        try:
            said = self._maker.said(kind, style, value, inline=inline)
        except (ValueError, IndexError):  # the parser's way says what is wrong, and where
            raise _NotPlain from None
        number = NOTHING if said is None else self._sheet.number(*said)
        if number is None:
            raise _NotPlain
        return number


def _style(attributes: bytes) -> str:
    return attributes[4 : attributes.index(b'"', 4)].decode() if attributes.startswith(b" s") else "0"


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


class _Tables(dict[bytes, "array[int]"]):
    """By attributes of a cell, numbers of cells by numbers of strings."""

    def __init__(self, strings: int) -> None:
        super().__init__()
        self._empty = array("i", [UNREAD]) * strings

    def __missing__(self, attributes: bytes) -> array[int]:
        if len(self) * len(self._empty) > _TABLED:
            raise _NotPlain
        table = self[attributes] = self._empty[:]
        return table


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
