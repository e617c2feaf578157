"""A first look at the records of an old workbook: encrypted or not, how many cells, which of them are formulas.

xlrd keeps no trace of formulas and allocates whatever a record names; both are settled here, record by record.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from loaders.limits import Limits
from loaders.refusal import Refusal

_BOF = frozenset({0x0009, 0x0209, 0x0409, 0x0809})
_BOF5 = 0x0809
_EOF = 0x000A
_HEAD = struct.Struct("<HH").unpack_from
_AREA_PER_CELL = 4
_FILEPASS = 0x002F
_FORMULA = frozenset({0x0006, 0x0206, 0x0406})
_CELLS = frozenset({0x0002, 0x0003, 0x0004, 0x0005, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
_SEVERAL = 0x00BD
"""Several numbers of one row in one record (``MULRK``)."""
_SHEET = 0x0085
_LINK_AREA = 0x01B8
_OBJECT, _COMMON, _REMARK = 0x005D, 22, b"\x19\x00"
_SHEET_KINDS = {0: "worksheet", 1: "macro", 2: "chart", 6: "macro"}
_BIFF5, _BIFF8 = 0x0500, 0x0600
_NEEDED = frozenset({
    *_BOF, *_FORMULA, *_CELLS, _SEVERAL, _EOF, _SHEET, 0x003C, 0x00FC, 0x0022, 0x0042, 0x0031, 0x0231, 0x041E, 0x001E,
    0x00E0, 0x0043, 0x0243, 0x0443, 0x0007, 0x0207, 0x04BC, 0x0221, 0x0021, 0x0236, 0x0036, 0x0037, 0x008D, 0x008F,
})  # fmt: skip
"""Cells, strings and their continuations, shared formulas, number formats, code page and the day dates count from."""
_NAMES = frozenset({0x0018, 0x0218})
_UNKNOWN = 0xFFF0
_HYPERLINK = (359).to_bytes(2, "little")
_LITERAL, _VARIABLE_CALL = 0x17, (0x22, 0x42, 0x62)

Link = tuple[str, str]
"""Address and label of a link that a formula makes; both empty for any other formula."""
_NO_LINK = ("", "")


@dataclass(slots=True)
class Scan:
    """What the records say at a first look.

    Args:
        data: the stream without what xlrd works on for nobody, and stumbles over: defined names, drawn objects.
        formulas: 0-based (row, column) of the formulas of each sheet and the link (address, label) that a formula
            makes, by the position at which the sheet begins.
        others: names of chart and macro sheets.
        macros: whether a macro sheet of the old kind is among them.
    """

    data: bytes
    formulas: dict[int, dict[tuple[int, int], Link]] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    macros: bool = False


def scan(data: bytes, limits: Limits) -> Scan:
    """Look through a workbook stream.

    Raises:
        Refusal: the stream is encrypted, ends too soon, or holds more than the limits allow.
    """
    return _Scanner(data, limits).scan()


class _Scanner:
    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        self._patched = bytearray(data)
        self._limits = limits
        self._found = Scan(data)
        self._version = 0
        self._depth = 0
        self._cells = 0
        self._linked = 0
        self._formulas: dict[tuple[int, int], Link] = {}
        self._widths: dict[int, int] = {}
        self._area = 0

    def scan(self) -> Scan:
        at, end = 0, len(self._data)
        while at + 4 <= end:
            code, length = _HEAD(self._data, at)
            if code == 0 and length == 0:
                break  # padding behind the last record
            if code in _CELLS or code in _FORMULA or code == _SEVERAL:
                self._cell(code, at, length)
            elif code in _BOF:
                self._begin(code, at)
            elif code == _EOF:
                self._end()
            else:
                self._other(code, at, length)
            at += 4 + length
        if at > end or self._depth:
            raise Refusal("broken", "VN1029")
        self._found.data = bytes(self._patched)
        return self._found

    def _cell(self, code: int, at: int, length: int) -> None:
        if at + 8 > len(self._data):
            return
        row, column = place = _HEAD(self._data, at + 4)
        several = max(length - 6, 0) // 6 if code == _SEVERAL else 1
        self._cells += several
        if column + several > self._widths.get(row, 0):
            self._widths[row] = column + several
        if code in _FORMULA:
            self._formulas[place] = _link(self._data[at + 4 : at + 4 + length], self._version)
        if self._cells > self._limits.cells:
            raise Refusal("too_large", "VN1013", limit=str(self._limits.cells))

    def _begin(self, code: int, at: int) -> None:
        if at + 6 <= len(self._data):
            self._version = max(self._version, _HEAD(self._data, at + 2)[1] if code == _BOF5 else code)
        if self._depth == 0:  # a chart inside a sheet begins and ends within it
            self._formulas = self._found.formulas.setdefault(at, {})
            self._widths = {}
        self._depth += 1

    def _end(self) -> None:
        self._depth = max(self._depth - 1, 0)
        if self._depth == 0:
            self._area += sum(self._widths.values())
            self._widths = {}
            if self._area > _AREA_PER_CELL * self._limits.cells:  # xlrd stores every place up to a row's last cell
                rows, columns = str(self._limits.rows), str(self._limits.columns)
                raise Refusal("too_large", "VN1024", rows=rows, columns=columns)

    def _other(self, code: int, at: int, length: int) -> None:
        data = self._data
        if code == _FILEPASS:
            raise Refusal("encrypted", "VN1003")
        if code == _LINK_AREA and length >= 8:
            self._linked += _narrow(self._patched, at + 4, self._limits.merges - self._linked)
        elif code == _OBJECT and length > _COMMON and data[at + 8 : at + 10] != _REMARK:
            rest = slice(at + 4 + _COMMON, at + 4 + length)
            self._patched[rest] = bytes(len(data[rest]))  # buttons, pictures, list boxes
        elif code in _NAMES:
            struct.pack_into("<H", self._patched, at, _UNKNOWN)
        elif code == _SHEET and length > 8 and self._version >= _BIFF5:
            _other_sheet(data[at + 4 : at + 4 + length], self._found, self._version)


def values_only(data: bytes) -> bytes:
    """Return the stream with every record made unknown that is not needed to read the values."""
    patched = bytearray(data)
    at = 0
    while at + 4 <= len(data):
        code, length = struct.unpack_from("<HH", data, at)
        if code not in _NEEDED:
            struct.pack_into("<H", patched, at, _UNKNOWN)
        at += 4 + length
    return bytes(patched)


def _narrow(data: bytearray, at: int, left_over: int) -> int:
    """Let a link over a huge area hold for its first cell only: xlrd lists every cell of every area."""
    top, bottom, left, right = struct.unpack_from("<4H", data, at)
    area: int = max(bottom - top + 1, 1) * max(right - left + 1, 1)
    if area <= left_over:
        return area
    struct.pack_into("<4H", data, at, top, top, left, left)
    return 1


def _other_sheet(record: bytes, found: Scan, version: int) -> None:
    kind = _SHEET_KINDS.get(record[5], "macro")
    if kind != "worksheet":
        found.others.append(_text(record[6:], version)[0])
        found.macros = found.macros or kind == "macro"


def _link(record: bytes, version: int) -> Link:
    """Return what ``HYPERLINK("address"; "label")`` says: literals first, the call last."""
    if version < _BIFF5 or len(record) < 30:
        return _NO_LINK
    tokens = record[22 : 22 + struct.unpack_from("<H", record, 20)[0]]
    if len(tokens) < 8 or tokens[0] != _LITERAL or tokens[-4] not in _VARIABLE_CALL or tokens[-2:] != _HYPERLINK:
        return _NO_LINK
    address, size = _text(tokens[1:], version)
    rest = tokens[1 + size :]
    label = _text(rest[1:], version)[0] if len(rest) > 6 and rest[0] == _LITERAL else ""
    return address, label


def _text(data: bytes, version: int) -> tuple[str, int]:
    """Return a short string (its length, since Excel 97 its width, its characters) and how many bytes it takes."""
    if version < _BIFF8:
        return data[1 : 1 + data[0]].decode("cp1252", "replace"), 1 + data[0]
    wide = data[1] & 1
    size = 2 + (data[0] << wide)
    return data[2:size].decode("utf-16-le" if wide else "latin-1", "replace"), size
