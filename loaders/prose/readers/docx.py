"""Word documents: paragraphs by their styles, lists, tables, text boxes, notes; heads and feet of pages as boilerplate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from loaders.archive import Archive
from loaders.limits import Limits
from loaders.notes import note
from loaders.prose.document import Document
from loaders.prose.finish import finished
from loaders.prose.headings import reads_like_one, with_headings
from loaders.prose.manuscript import Manuscript
from loaders.prose.markers import marker
from loaders.prose.settle import settled
from loaders.prose.table_writer import lays_out, names_things, write_labels, write_lines, write_rows
from loaders.prose.tables import grids_of
from loaders.prose.word_body import Item, Paragraph, WordBody
from loaders.prose.word_styles import Lists, Styles
from loaders.readers.docx import by_id
from loaders.readers.docx_text import NAMESPACES
from loaders.readers.page import Table
from loaders.readers.xlsx_parts import relations
from loaders.xml_stream import Handler

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CORE = "docProps/core.xml"
_DUBLIN = {"http://purl.org/dc/elements/1.1/": "dc:"}


def read(path: Path, limits: Limits) -> Document:
    """Return a Word document."""
    with Archive(path, limits) as archive:
        links = relations(archive, "")
        main = next((link.target for link in links.values() if link.kind == "officedocument"), "word/document.xml")
        own = relations(archive, main)
        kinds = {link.kind: link.target for link in own.values() if not link.external}
        styles, lists, title = Styles(), Lists(), _Title()
        _parse(archive, kinds.get("styles", ""), styles)
        _parse(archive, kinds.get("numbering", ""), lists)
        if _CORE in archive:
            archive.parse(_CORE, title, _DUBLIN)
        targets = {name: link.target for name, link in own.items() if link.external}
        body = WordBody(targets, by_id(archive, kinds, "footnotes"), styles, lists, limits)
        archive.parse(main, body, NAMESPACES)
        around = WordBody({}, {}, styles, lists, limits)
        for part in sorted(
            {link.target for link in own.values() if link.kind in ("header", "footer") and not link.external}
        ):
            _parse(archive, part, around)
    writer = _Writer()
    writer.write(body.items)
    writer.write_around(around.items)
    notes = [note("VN1125", severity="info", count=str(body.left_out))] if body.left_out else []
    manuscript = writer.manuscript
    text, blocks = manuscript.text, manuscript.blocks
    if not any(block.kind in ("title", "heading") for block in blocks):
        blocks = with_headings(text, blocks)
    tables = grids_of(writer.tables, limits)
    return finished(text, list(settled(text, blocks)), title=title.said, tables=tables, notes=notes)


def _parse(archive: Archive, part: str, handler: Handler) -> None:
    if part and part in archive:
        archive.parse(part, handler, NAMESPACES)


class _Title:
    """Listens to what the document says it is called."""

    def __init__(self) -> None:
        self.said = ""
        self._inside = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self._inside = name == "dc:title"

    def end(self, name: str) -> None:
        """Close an element."""
        self._inside = False

    def text(self, data: str) -> None:
        """Take characters."""
        if self._inside:
            self.said += data


class _Writer:
    """Writes paragraphs and tables into a manuscript."""

    def __init__(self) -> None:
        self.manuscript = Manuscript()
        self.tables: list[Table] = []
        self._listed = False
        self._notes = 0
        self._level = 1
        self._heading = ""

    def write(self, items: Sequence[Item]) -> None:
        """Write the body of the document."""
        for item in items:
            if isinstance(item, Paragraph):
                self._paragraph(item)
            else:
                self._listed = False
                self._table(item)

    def write_around(self, items: Sequence[Item]) -> None:
        """Write what stands at the head and foot of every page."""
        for item in items:
            if isinstance(item, Table):
                write_lines(item, self.manuscript, "boilerplate")
                continue
            for line in item.lines:
                self.manuscript.put(line, "boilerplate", close=True)

    def _paragraph(self, item: Paragraph) -> None:
        first, *others = item.lines or [""]
        role = item.look.role
        if not first:
            self._listed = self._listed and bool(item.sign)
        elif role in ("title", "heading"):
            self._headline(" ".join((first, *others)), item)
            return
        elif role == "contents":
            self.manuscript.put(first, "boilerplate", close=True)
        elif role == "caption":
            self.manuscript.put(" ".join((first, *others)), "caption")
        elif item.sign:
            self.manuscript.put(first, "bullet", item.level, sign=item.sign, close=self._listed)
        elif (opening := marker(first)) and not opening.number:
            self.manuscript.put(first, "bullet", 1, close=self._listed)
        elif item.words.bold() and not others and reads_like_one(first):
            self.manuscript.put(first, "heading", self._level + 1)
        else:
            self.manuscript.put(first)
        for line in others if role not in ("caption",) else ():
            self.manuscript.put(line, "paragraph", item.level, close=True)
        if first:
            self._listed = bool(item.sign) or bool(marker(first))
        for words in item.footnotes:
            self._notes += 1
            self.manuscript.put(" ".join(words.split()), sign=str(self._notes).translate(_SUPERSCRIPT))

    def _headline(self, words: str, item: Paragraph) -> None:
        self._level, self._heading, self._listed = item.look.level, words, False
        self.manuscript.put(words, "title" if item.look.role == "title" else "heading", item.look.level)

    def _table(self, table: Table) -> None:
        table.heading = table.heading or self._heading
        if lays_out(table):
            write_lines(table, self.manuscript)
        elif names_things(table):
            write_labels(table, self.manuscript)
        else:
            self.tables.append(table)
            write_rows(table, self.manuscript)
