"""Write a book as ods, and an ods that asks for a password."""

from __future__ import annotations

import datetime as dt
import hashlib
import zipfile
from pathlib import Path
from typing import Any

from tests.loaders.matrix.examiner.model import Book, Cell, Sheet, join, split
from tests.loaders.matrix.examiner.write_text import extent

MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def write(book: Book, path: Path) -> None:
    """Write the file."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TableRowProperties
    from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow

    document = OpenDocumentSpreadsheet()
    for sheet in book.sheets:
        rows, columns = extent(sheet)
        covered = sheet.covered()
        table = Table(name=sheet.name)
        table.addElement(TableColumn(numbercolumnsrepeated=columns))
        for row in range(1, rows + 1):
            style = Style(name=f"r{len(document.automaticstyles.childNodes)}", family="table-row")
            style.addElement(TableRowProperties(useoptimalrowheight="true"))
            document.automaticstyles.addElement(style)
            line = TableRow(stylename=style)
            for column in range(1, columns + 1):
                ref = join(row, column)
                if ref in covered:
                    line.addElement(CoveredTableCell())
                else:
                    line.addElement(_cell(TableCell, sheet, ref))
            table.addElement(line)
        document.spreadsheet.addElement(table)
    document.save(str(path))


def _cell(kind: Any, sheet: Sheet, ref: str) -> Any:
    from odf.office import Annotation
    from odf.text import A, P

    cell = sheet.cells.get(ref)
    spans = {}
    for merge in sheet.merges:
        first, _, last = merge.partition(":")
        if first == ref:
            (top, left), (bottom, right) = split(first), split(last)
            spans = {"numberrowsspanned": bottom - top + 1, "numbercolumnsspanned": right - left + 1}
    made = kind(**spans, **_value(cell))
    if cell is None or cell.value is None:
        return made
    if cell.look.comment:
        note = Annotation()
        note.addElement(P(text=cell.look.comment))
        made.addElement(note)
    for part in _shown(cell).split("\n"):
        paragraph = P()
        paragraph.addElement(A(href=cell.look.link, text=part)) if cell.look.link else paragraph.addText(part)
        made.addElement(paragraph)
    return made


def _value(cell: Cell | None) -> dict[str, str]:
    value = cell.value if cell else None
    if isinstance(value, bool):
        return {"valuetype": "boolean", "booleanvalue": str(value).lower()}
    if isinstance(value, dt.date):
        return {"valuetype": "date", "datevalue": value.isoformat()}
    if isinstance(value, int | float):
        return {"valuetype": "float", "value": str(value)}
    return {"valuetype": "string"} if value is not None else {}


def _shown(cell: Cell) -> str:
    if isinstance(cell.value, dt.date):
        return cell.value.strftime("%d.%m.%Y")
    return str(cell.value)


def write_locked(path: Path) -> None:
    """Write what LibreOffice saves under a password: every stream is cipher text, the manifest says how."""
    streams = {
        name: b"".join(hashlib.sha256(f"{name}{at}".encode()).digest() for at in range(64))
        for name in ("content.xml", "styles.xml", "meta.xml", "settings.xml")
    }
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml" manifest:size="9000">'
        '<manifest:encryption-data manifest:checksum-type="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k"'
        ' manifest:checksum="q7vNnPzYV6wM2c0cP2Ew1H0eW3l8y5cC0zJ2n3b4aZs=">'
        '<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc"'
        ' manifest:initialisation-vector="9d2U4d5m0mS1sYk0mC3p2A=="/>'
        '<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32"'
        ' manifest:iteration-count="100000" manifest:salt="p3mN5w1x7pE2k9cV0bT6uQ=="/>'
        "</manifest:encryption-data></manifest:file-entry>"
        for name in streams
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{MANIFEST}" manifest:version="1.2">'
    )
    root = f'<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{kind}"/>'
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {
            "mimetype": kind.encode(),
            **streams,
            "META-INF/manifest.xml": f"{head}{root}{entries}</manifest:manifest>".encode(),
        }.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), data)
