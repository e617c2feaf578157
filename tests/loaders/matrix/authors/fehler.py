"""Files that are no matrix: locked, cut off, a letter, a picture under a wrong name."""

from __future__ import annotations

import io
import zipfile
import zlib
from random import Random

from tests.loaders.matrix.authors.book import Book
from tests.loaders.matrix.authors.office import xls
from tests.loaders.matrix.authors.plain import raw

ODS = "application/vnd.oasis.opendocument.spreadsheet"


def gesperrt(rng: Random) -> Book:
    """A LibreOffice file saved with a password: its parts are there, their content is cipher."""
    cipher = rng.randbytes(4096)
    entry = (
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="9120">'
        '<manifest:encryption-data manifest:checksum-type="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k" '
        'manifest:checksum="yN0V0Wf4Oc8rMZ0Xr0UtGQ=="><manifest:algorithm manifest:algorithm-name='
        '"http://www.w3.org/2001/04/xmlenc#aes256-cbc" manifest:initialisation-vector="GTfGZDbGmLcG9QX1WNYZ1w=="/>'
        '<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" '
        'manifest:iteration-count="100000" manifest:salt="7Ndp1mGXnXc7jcD7wPPDIA=="/>'
        "</manifest:encryption-data></manifest:file-entry>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.2" '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:version="1.2" manifest:media-type="{ODS}"/>{entry}</manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in (("mimetype", ODS), ("content.xml", cipher), ("META-INF/manifest.xml", manifest)):
            target.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content)
    return _error("h90_gesperrt.ods", "Kennwortgeschützt", ("password_protected", "ods"), out.getvalue(), ["encrypted"])


def abgebrochen(rng: Random) -> Book:
    """An old workbook of which only the beginning arrived."""
    whole = Book("x.xls", "", "", 1, (), xls)
    page = whole.sheet("Matrix")
    for row in range(1, 200):
        page.line(row, 1, [f"Partner {row}", *(rng.choice(["x", ""]) for _ in range(8))], "label")
    data = xls(whole)
    cut = data[: len(data) * rng.randint(40, 60) // 100]
    return _error("h91_abgebrochen.xls", "Abgebrochener Download", ("broken_file", "xls"), cut, ["broken"])


def brief(rng: Random) -> Book:
    """A letter that was put into the folder of the matrices."""
    text = (
        "Liebe Kolleginnen und Kollegen,\r\n\r\n"
        "anbei wie besprochen die Einladung zum nächsten Netzwerktreffen. Bitte bringen Sie Ihre\r\n"
        f"aktualisierten Angaben mit. Wir treffen uns im Saal {rng.randint(2, 9)}, Beginn ist um 10 Uhr.\r\n\r\n"
        "Die Matrix selbst folgt in der kommenden Woche; die Rückmeldungen sind noch nicht vollständig.\r\n\r\n"
        "Mit freundlichen Grüßen\r\ndas Netzwerkbüro\r\n"
    )
    data = text.encode("cp1252")
    return _error("h92_einladung.txt", "Ein Brief", ("no_table", "txt", "cp1252"), data, ["not_a_table"])


def bildschirmfoto(rng: Random) -> Book:
    """A picture of a matrix that someone renamed to xlsx."""
    width = rng.randint(20, 60)
    lines = b"".join(b"\x00" + rng.randbytes(3 * width) for _ in range(40))

    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + (40).to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")
    wanted = ["unsupported", "not_a_table", "broken"]
    return _error("h93_bildschirmfoto.xlsx", "Bildschirmfoto", ("wrong_ending", "picture"), data, wanted)


def _error(file: str, title: str, phenomena: tuple[str, ...], data: bytes, codes: list[str]) -> Book:
    return Book(file, title, "-", 1, phenomena, raw(data), expect_error=codes)


AUTHORS = (gesperrt, abgebrochen, brief, bildschirmfoto)
