"""Old workbooks (xls) for tests: written by xlwt, with records it cannot write put in by hand."""

from __future__ import annotations

import struct
from pathlib import Path

import xlwt
from xlrd.compdoc import CompDoc

EOF = 0x000A
_NOTE_OBJECT = 0x19


def stream(book: xlwt.Workbook, folder: Path) -> bytes:
    """Return the bare records of a book, without a container around them."""
    path = folder / "book.xls"
    book.save(str(path))
    found = CompDoc(path.read_bytes(), logfile=None).get_named_stream("Workbook")
    path.unlink()
    return bytes(found)


def record(code: int, data: bytes) -> bytes:
    """Return one record."""
    return struct.pack("<HH", code, len(data)) + data


def with_records(records: bytes, more: bytes) -> bytes:
    """Put records at the end of the last sheet."""
    at = records.rfind(record(EOF, b""))
    return records[:at] + more + records[at:]


def text(said: str) -> bytes:
    """Return a string as the format stores long ones."""
    return struct.pack("<HB", len(said), 1) + said.encode("utf-16-le")


def remark(row: int, column: int, said: str, author: str, number: int = 1) -> bytes:
    """Return the records of a comment on a cell (0-based)."""
    common = struct.pack("<HHHHH12x", 0x15, 18, _NOTE_OBJECT, number, 0x4011)
    shape = record(0x005D, common + struct.pack("<HH", 0, 0))
    words = record(0x01B6, struct.pack("<HH6xHH4x", 0x0212, 0, len(said), 16))
    words += record(0x003C, b"\x01" + said.encode("utf-16-le")) + record(
        0x003C, struct.pack("<HH4xHH4x", 0, 0, len(said), 0)
    )
    return shape + words + record(0x001C, struct.pack("<4H", row, column, 0, number) + text(author) + b"\0")


def web_link(top: int, bottom: int, left: int, right: int, address: str) -> bytes:
    """Return the record of a link over an area (0-based, bounds inclusive)."""
    kind = bytes.fromhex("d0c9ea79f9bace118c8200aa004ba90b")
    web = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
    target = (address + "\0").encode("utf-16-le")
    body = struct.pack("<4H", top, bottom, left, right) + kind + struct.pack("<II", 2, 3)
    return record(0x01B8, body + web + struct.pack("<I", len(target)) + target)
