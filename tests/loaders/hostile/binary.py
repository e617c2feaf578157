"""Hostile files of bytes: old workbooks in their container, PDF files."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import xlwt

from tests.loaders.binary_books import record, stream, text, web_link, with_records
from tests.loaders.printed import Page, write

Make = Callable[[Path], Path]
END = 0xFFFFFFFE


def small(cells: int = 40) -> xlwt.Workbook:
    """Return a workbook large enough to be stored in sectors of its own."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Matrix")
    for row in range(cells):
        sheet.write(row, 0, f"Akteur {row}")
        sheet.write(row, 1, "x")
    return book


def _container(change: Callable[[bytearray], None]) -> Make:
    def make(path: Path) -> Path:
        small().save(str(path))
        data = bytearray(path.read_bytes())
        change(data)
        path.write_bytes(bytes(data))
        return path

    return make


def _word(data: bytearray, at: int, value: int) -> None:
    struct.pack_into("<I", data, at, value)


def _sector(data: bytearray, at: int) -> int:
    return 512 + 512 * int(struct.unpack_from("<I", data, at)[0])


def _cyclic_table(data: bytearray) -> None:
    table = _sector(data, 76)
    for number in range(128):
        _word(data, table + 4 * number, 0 if number else 1)


def _cyclic_directory(data: bytearray) -> None:
    directory = _sector(data, 48)
    for entry in range(4):
        for link in (68, 72, 76):
            _word(data, directory + 128 * entry + link, 1)


def _no_root(data: bytearray) -> None:
    data[_sector(data, 48) + 66] = 0


def _huge_sector(data: bytearray) -> None:
    struct.pack_into("<H", data, 30, 31)


def _extended_for_ever(data: bytearray) -> None:
    _word(data, 68, 0)
    _word(data, 72, 1)


def _short_in_a_circle(path: Path) -> Path:
    """A book so small that it lies in short sectors, whose chain bites its tail."""
    size = 2000
    directory = bytearray(512)
    for entry, (name, kind, child, first, length) in enumerate(
        (("Root Entry", 5, 1, 3, 64 * 64), ("Workbook", 2, 0xFFFFFFFF, 0, size))
    ):
        at = 128 * entry
        encoded = (name + "\0").encode("utf-16-le")
        directory[at : at + len(encoded)] = encoded
        struct.pack_into("<HBBIII", directory, at + 64, len(encoded), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        struct.pack_into("<II", directory, at + 116, first, length)
    table = [0xFFFFFFFD, END, END, *range(4, 11), END]
    shorts = [1, 2, 0, *[END] * 125]
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIII", head, 44, 1, 1, 0, 4096, 2, 1, END, 0)
    struct.pack_into("<109I", head, 76, 0, *[0xFFFFFFFF] * 108)
    path.write_bytes(
        bytes(head) + struct.pack("<128I", *table, *[0xFFFFFFFF] * (128 - len(table))) + bytes(directory)
        + struct.pack("<128I", *shorts) + bytes(8 * 512)
    )  # fmt: skip
    return path


def _records(*more: bytes, cells: int = 40) -> Make:
    def make(path: Path) -> Path:
        path.write_bytes(with_records(stream(small(cells), path.parent), b"".join(more)))
        return path

    return make


def _changed(change: Callable[[bytes], bytes]) -> Make:
    def make(path: Path) -> Path:
        path.write_bytes(change(stream(small(), path.parent)))
        return path

    return make


def _full_rows(path: Path) -> Path:
    """One value at the far end of every row there can be."""
    path.write_bytes(
        with_records(
            stream(small(), path.parent),
            b"".join(record(0x0203, struct.pack("<HHHd", row, 255, 15, 1.0)) for row in range(65_536)),
        )
    )
    return path


def _many_strings(records: bytes) -> bytes:
    at = records.find(b"\xfc\x00")
    return records[: at + 4] + struct.pack("<II", 0x7FFFFFFF, 0x7FFFFFFF) + records[at + 12 :]


SHEET = b"\0\0\x06\0Matrix"
"""How the list of sheets ends for the only one: visible, a worksheet, its name."""
NAME = record(
    0x0018, struct.pack("<HBBHHHBBBB", 0, 0, 4, 5, 0, 0, 0, 0, 0, 0) + b"\0Kreis"[:5] + b"\x23\x01\x00\x00\x00"
)
AREA = web_link(0, 65_535, 0, 255, "https://example.org")


def _page(content: bytes, *, times: int = 1) -> Make:
    """A page whose content is packed several times over."""

    def make(path: Path) -> Path:
        packed = content
        for _ in range(times):
            packed = zlib.compress(packed, 9)
        body = b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(packed), b"/FlateDecode" * times, packed)
        return raw(path, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>", body)

    return make


def raw(path: Path, page: bytes, *objects: bytes, kids: bytes = b"3 0 R", count: int = 1, trailer: bytes = b"") -> Path:
    """Write a PDF file of given objects, the third being the page."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    bodies = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), page, *objects)
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % at for at in places)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(bodies) + 1,
        trailer.replace(b"START", b"%d" % start),
        start,
    )
    path.write_bytes(bytes(out))
    return path


PLAIN = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"


def _ruled(lines: int) -> Make:
    def make(path: Path) -> Path:
        page = Page()
        for at in range(lines):
            page.line(at * 500 / lines, 0, at * 500 / lines, 800)
            page.line(0, at * 800 / lines, 500, at * 800 / lines)
        page.text(10, 10, "x")
        return write(path, [page])

    return make


def _form_in_itself(path: Path) -> Path:
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 5>>stream\n/X Do\nendstream"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    return raw(path, page, b"<</Length 5>>stream\n/X Do\nendstream", form)


FILES: list[tuple[str, Make, set[str]]] = [
    ("xls table of sectors in a circle", _container(_cyclic_table), {"broken"}),
    ("xls directory in a circle", _container(_cyclic_directory), {"read", "broken", "unsupported"}),
    ("xls without a root", _container(_no_root), {"broken"}),
    ("xls with sectors of two gigabytes", _container(_huge_sector), {"broken"}),
    ("xls list of tables in a circle", _container(_extended_for_ever), {"read", "broken"}),
    ("xls short sectors in a circle", _short_in_a_circle, {"broken"}),
    ("xls cut off in its directory", _changed(lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data[:3000]), {"broken"}),
    ("xls cut off in a record", _changed(lambda data: data[: len(data) // 2]), {"broken"}),
    ("xls nothing but macros", _changed(lambda data: data.replace(SHEET, b"\0\x01" + SHEET[2:], 1)), {"not_a_table"}),
    ("xls far values", _full_rows, {"too_large"}),
    ("xls links over everything", _records(AREA * 2_000), {"read"}),
    ("xls more strings than bytes", _changed(_many_strings), {"broken"}),
    ("xls names of nothing", _records(NAME * 20_000), {"read"}),
    ("xls merges over everything", _records(record(0x00E5, struct.pack("<H", 1000) + struct.pack("<4H", 0, 65_535, 0, 255) * 1000) * 50), {"too_large"}),
    ("xls comment of nothing", _records(record(0x001C, struct.pack("<4H", 70, 300, 0, 1) + text("a"))), {"read", "broken"}),
    ("xls cell beyond the last column", _records(record(0x0203, struct.pack("<HHHd", 1, 9999, 15, 1.0))), {"broken"}),
    ("xls look that is not there", _records(record(0x0203, struct.pack("<HHHd", 1, 5, 65_000, 1.0))), {"read", "broken"}),
    ("xls no numbers", _records(record(0x0203, struct.pack("<HHHd", 1, 5, 15, float("nan"))), record(0x0203, struct.pack("<HHHd", 1, 6, 15, float("inf")))), {"read"}),
    ("xls two million cells", _records(*[record(0x0201, struct.pack("<HHH", 0, 0, 15))] * 150_000), {"read"}),
    ("xls sheet that begins nowhere", _changed(lambda data: data.replace(struct.pack("<HH", 0x0085, 14), struct.pack("<HH", 0x0085, 14) + b"\xff\xff\xff\x7f", 1)), {"broken"}),
    ("xls of nothing but its beginning", _changed(lambda data: data[:20]), {"broken"}),
    ("pdf bomb", _page(b" " * 200_000_000), {"not_a_table", "too_large", "broken"}),
    ("pdf bomb in a bomb", _page(b" " * 300_000_000, times=3), {"not_a_table", "too_large", "broken"}),
    ("pdf pages in a circle", lambda path: raw(path, PLAIN, kids=b"2 0 R 2 0 R 3 0 R", count=3), {"not_a_table", "broken"}),
    ("pdf of a billion pages", lambda path: raw(path, PLAIN, count=1_000_000_000), {"not_a_table", "broken"}),
    ("pdf tables of objects in a circle", lambda path: raw(path, PLAIN, trailer=b"/Prev START"), {"not_a_table", "broken"}),
    ("pdf deep arrays", lambda path: raw(path, PLAIN.replace(b">>", b"/Annots " + b"[" * 200_000 + b">>")), {"not_a_table", "broken"}),
    ("pdf form within itself", _form_in_itself, {"not_a_table", "broken"}),
    ("pdf of many lines", _ruled(9_000), {"read", "not_a_table"}),
    ("pdf of a fine grid", _ruled(700), {"read", "not_a_table"}),
    ("pdf of many letters", _page(b"BT /F1 9 Tf " + b"(" + b"x" * 2_000_000 + b") Tj ET"), {"not_a_table", "too_large"}),
    ("pdf deep graphics", _page(b"q " * 500_000), {"not_a_table", "broken"}),
]  # fmt: skip
"""Name, how to write it, how reading it may end."""
