"""Word documents for tests, written part by part."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from tests.loaders.workbooks import relations, save

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def paragraph(text: str, style: str = "") -> str:
    """Return a paragraph of one run."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return a run; line breaks become breaks."""
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{words}</w:r>"


def cell(content: str, properties: str = "") -> str:
    """Return a cell; content that is no XML becomes a paragraph."""
    inner = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table of texts or ready cells."""
    lines = "".join(
        "<w:tr>" + "".join(said if said.startswith("<w:tc>") else cell(said) for said in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{lines}</w:tbl>"


def part_of(path: Path, name: str) -> str:
    """Return the text of one part of a packed file."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def document(
    path: Path, body: str, more: Mapping[str, str] | None = None, links: Sequence[tuple[str, str]] = ()
) -> Path:
    """Write a document.

    Args:
        more: contents of further parts (``comments``, ``footnotes``) without their root element.
        links: id and address of hyperlinks.
    """
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{_R}"><w:body>{body}</w:body></w:document>',
    }
    own = relations(*((f"p{at}", name, f"{name}.xml") for at, name in enumerate(more or {})))
    outer = relations(*((name, "hyperlink", address) for name, address in links), external=True)
    parts["word/_rels/document.xml.rels"] = own.replace("</Relationships>", outer.partition(">")[2]) if links else own
    for name, content in (more or {}).items():
        parts[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{W}">{content}</w:{name}>'
    return save(path, parts)
