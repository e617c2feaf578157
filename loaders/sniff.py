"""What a file really is, by its first bytes and never by its ending."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from loaders.archive import Archive
from loaders.limits import Limits
from loaders.ole import MAGIC, Compound
from loaders.refusal import Refusal

_MAGIC = (
    (b"\x89PNG", "PNG"), (b"GIF8", "GIF"), (b"\xff\xd8\xff", "JPEG"), (b"{\\rtf", "RTF"),
    (b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!", "RAR"), (b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"),
    (b"SQLite format 3", "SQLite"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"\x7fELF", "program"), (b"MZ", "program"),
    (b"RIFF", "RIFF"), (b"OggS", "Ogg"), (b"ID3", "MP3"), (b"PAR1", "Parquet"),
)  # fmt: skip
_BARE_BIFF = re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00")
"""Workbooks of the time before containers: the first record says so itself."""
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|title|div|"
    rb"center|font|h[1-6]|p|span|b|br|form|link|script|tr)\b",
    re.I,
)
_MHTML = re.compile(rb"\s*(?:[\w-]+:[^\n]{0,500}\r?\n){0,20}?Content-Type:\s*multipart/related", re.I)
_FLAT_ODS = re.compile(rb"<office:document\s")
_SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
_XML = re.compile(rb"\s*<\?xml\b|\s*<[a-z][\w.-]*:[\w.-]+[\s>]", re.I)
_JSON = re.compile(rb'\s*(?:\{\s*["}]|\[\s*["{\[\]])')
_BYTE_ORDER = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_CONTROL = frozenset(range(32)) - {0, 9, 10, 11, 12, 13, 27}


def kind_of(path: Path, limits: Limits) -> str:
    """Return which reader a file needs (see `loaders.readers.read_kind`); refuse everything else by name."""
    size = path.stat().st_size
    if size == 0:
        raise Refusal("broken", "VN1001")
    if size > limits.file_bytes:
        raise Refusal("too_large", "VN1010", size=_megabytes(size), limit=_megabytes(limits.file_bytes))
    with path.open("rb") as file:
        head = file.read(1 << 16)
    if head.startswith(MAGIC):
        return _ole(path)
    if _BARE_BIFF.match(head):
        return "xls"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip(path, limits)
    for magic, name in _MAGIC:
        if head.startswith(magic):
            raise _unsupported(name)
    return _text(head)


def _ole(path: Path) -> str:
    container = Compound(path.read_bytes())
    if "EncryptedPackage" in container:
        raise Refusal("encrypted", "VN1003")
    if "Workbook" in container or "Book" in container:
        return "xls"
    for stream, name in (("WordDocument", "doc"), ("PowerPoint Document", "ppt"), ("VisioDocument", "vsd")):
        if stream in container:
            raise _unsupported(name)
    raise _unsupported("OLE")


def _zip(path: Path, limits: Limits) -> str:
    with Archive(path, limits) as archive:
        names = archive.names()
        mimetype = archive.head("mimetype").strip()
        if mimetype.startswith(b"application/vnd.oasis.opendocument."):
            if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
                return "ods"
            raise _unsupported("OpenDocument " + mimetype.rpartition(b".")[2].decode("ascii", "replace"))
        if "[content_types].xml" in archive:
            for folder, name in (("ppt/", "pptx"), ("visio/", "vsdx")):
                if any(part.startswith(folder) for part in names):
                    raise _unsupported(name)
            if any(part.startswith("word/") for part in names):
                return "docx"
            if any(part.endswith("workbook.bin") for part in names):
                raise Refusal("unsupported", "VN1006")
            return "xlsx"
        raise _unsupported("zip")


def _text(head: bytes) -> str:
    mark = next((mark for mark in _BYTE_ORDER if head.startswith(mark)), b"")
    plain = head[len(mark) :]
    if mark in _BYTE_ORDER[1:]:
        plain = plain.replace(b"\0", b"")
    elif not mark:
        odd = sum(1 for byte in head if byte in _CONTROL)
        nuls = head.count(0)
        fourths = [head[at::4].count(0) for at in range(4)]
        wide = nuls > len(head) * 0.15 and (
            max(fourths[0] + fourths[2], fourths[1] + fourths[3]) > nuls * 0.85 or nuls > len(head) * 0.7
        )
        if odd * 20 > len(head) or (nuls * 10 > len(head) and not wide):
            raise Refusal("unsupported", "VN1008")
        plain = head.replace(b"\0", b"") if wide else head
    if not plain.strip():
        raise Refusal("not_a_table", "VN1007")
    if _FLAT_ODS.search(plain) and _XML.match(plain):
        return "fods"
    if _SPREADSHEET in plain and _XML.match(plain) and b"<html" not in plain.lower():
        return "xmlss"
    if _HTML.match(plain) or (plain.lstrip()[:1] == b"<" and re.search(rb"<(?:html|table)\b", plain, re.I)):
        return "html"
    if _MHTML.match(plain):
        raise Refusal("unsupported", "VN1009")
    if _XML.match(plain):
        raise _unsupported("XML")
    if _JSON.match(plain):
        raise _unsupported("JSON")
    return "csv"


def _unsupported(name: str) -> Refusal:
    return Refusal("unsupported", "VN1004", format=name)


def _megabytes(size: int) -> str:
    return f"{size / (1 << 20):.0f}"
