"""The container of the old Office formats (OLE compound file): its directory and streams, every chain followed once.

xlrd follows a cyclic chain of short sectors for ever; here a chain can be no longer than its table.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.refusal import Refusal

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
_HEAD_SECTORS = 109
"""So many sectors of the allocation table are listed in the header itself."""
_LAST = 0xFFFFFFFA
"""Numbers from here on are no sectors but marks: end of a chain, free, part of the table."""
_STORAGE, _STREAM, _ROOT = 1, 2, 5


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    first: int
    size: int


class Compound:
    """An opened container.

    Raises:
        Refusal: its tables do not hold together.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._open()
        except (struct.error, IndexError, ValueError, UnicodeDecodeError) as error:
            raise Refusal("broken", "VN1028") from error

    def names(self) -> tuple[str, ...]:
        """Return the names of the streams and folders at the top, sorted."""
        return tuple(sorted(self._top))

    def __contains__(self, name: str) -> bool:
        """Return whether there is a stream or folder of this name at the top."""
        return name.casefold() in {known.casefold() for known in self._top}

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream at the top."""
        entry = next((e for known, e in self._top.items() if known.casefold() == name.casefold()), None)
        if entry is None or entry.kind != _STREAM:
            raise Refusal("broken", "VN1028", name)
        try:
            if entry.size >= self._short_below:
                found = self._chain(
                    self._data, 1 << self._shift, 1 << self._shift, self._table, entry.first, entry.size
                )
            else:
                found = self._chain(self._short_data, 0, 64, self._short_table, entry.first, entry.size)
        except (IndexError, ValueError) as error:
            raise Refusal("broken", "VN1028", name) from error
        return found

    def _open(self) -> None:
        data = self._data
        (self._shift,) = struct.unpack_from("<H", data, 30)
        if self._shift not in (9, 12):
            raise ValueError(self._shift)
        first_directory, self._short_below, first_short, first_more = (
            struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60, 68)
        )
        sector = 1 << self._shift
        listed = list(struct.unpack_from(f"<{_HEAD_SECTORS}I", data, 76))
        seen: set[int] = set()
        while first_more < _LAST and first_more not in seen:
            seen.add(first_more)
            more = struct.unpack_from(f"<{sector // 4}I", data, _sector_at(first_more, self._shift))
            listed.extend(more[:-1])
            first_more = more[-1]
        self._table: list[int] = []
        for number in dict.fromkeys(listed):
            at = _sector_at(number, self._shift)
            if number < _LAST and at + sector <= len(data):
                self._table.extend(_numbers(data[at : at + sector]))
        directory = self._chain(data, sector, sector, self._table, first_directory)
        entries = [_entry(directory, at) for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
        root = entries[0]
        if root.kind != _ROOT:
            raise ValueError("no root")
        self._top = _children(entries, root.child)
        self._short_table: tuple[int, ...] = ()
        self._short_data = b""
        if root.size and first_short < _LAST:
            self._short_table = _numbers(self._chain(data, sector, sector, self._table, first_short))
            self._short_data = self._chain(data, sector, sector, self._table, root.first, root.size)

    def _chain(
        self, data: bytes, base: int, sector: int, table: Sequence[int], first: int, size: int | None = None
    ) -> bytes:
        pieces: list[bytes] = []
        number, seen = first, bytearray(len(table))
        left = len(data) if size is None else size
        while number < _LAST and left > 0:
            if seen[number]:
                raise ValueError("a chain that bites its tail")
            seen[number] = 1
            piece = data[base + number * sector : base + (number + 1) * sector][:left]
            pieces.append(piece)
            left -= sector
            number = table[number]
        found = b"".join(pieces)
        if size is not None and len(found) < size:
            raise ValueError("cut off")
        return found


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data)


def _sector_at(number: int, shift: int) -> int:
    return (number + 1) << shift


def _entry(directory: bytes, at: int) -> _Entry:
    length, kind, left, right, child = struct.unpack_from("<HBxIII", directory, at + 64)
    first, size = struct.unpack_from("<II", directory, at + 116)
    name = directory[at : at + min(max(length - 2, 0), 64)].decode("utf-16-le", "replace")
    return _Entry(name, kind, left, right, child, first, size)


def _children(entries: Sequence[_Entry], child: int) -> dict[str, _Entry]:
    found: dict[str, _Entry] = {}
    seen: set[int] = set()
    waiting = [child]
    while waiting:
        number = waiting.pop()
        if number in seen or number >= len(entries):
            continue
        seen.add(number)
        entry = entries[number]
        if entry.kind in (_STORAGE, _STREAM):
            found.setdefault(entry.name, entry)
        waiting += (entry.left, entry.right)
    return found
