"""Workbooks written by hand, part by part, so that a test can put anything into them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'


def relations(*links: tuple[str, str, str], external: bool = False) -> str:
    """Return a list of relations from (id, kind, target)."""
    mode = ' TargetMode="External"' if external else ""
    entries = "".join(
        f'<Relationship Id="{name}" Type="{_REL}/{kind}" Target="{target}"{mode}/>' for name, kind, target in links
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def parts(sheet: str, *, head: str = "") -> dict[str, str | bytes]:
    """Return the parts of a workbook with one sheet, whose XML (inside ``worksheet``) is given."""
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_REL}"><sheets>'
        '<sheet name="Blatt" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("r1", "worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{MAIN}" xmlns:r="{_REL}">{sheet}</worksheet>',
    }


def text_cell(ref: str, text: str) -> str:
    """Return a cell with its text in place."""
    return f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'


def rows(*lines: tuple[str, ...]) -> str:
    """Return ``sheetData`` with texts from A1 on."""
    body = "".join(
        f'<row r="{at}">' + "".join(text_cell(f"{chr(64 + column)}{at}", text) for column, text in enumerate(line, 1))
        + "</row>"
        for at, line in enumerate(lines, 1)
    )  # fmt: skip
    return f"<sheetData>{body}</sheetData>"


def save(path: Path, content: Mapping[str, str | bytes]) -> Path:
    """Write the parts as a zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path
