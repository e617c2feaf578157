"""Tables in Word documents: one sheet each, named by the heading above, with the short lines that stand around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from loaders.archive import Archive
from loaders.grid import Grid, GridCell, Merge
from loaders.limits import Limits
from loaders.notes import note
from loaders.readers.css import colour
from loaders.readers.docx_text import NAMESPACES, RunText, Words, said, whole
from loaders.readers.page import Item, Table, grids, near
from loaders.readers.xlsx_parts import relations
from loaders.refusal import Refusal

_HEADING = re.compile(r"heading|berschrift|title|titel|caption|beschriftung", re.IGNORECASE)
_CAPTION = 80
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DEEPEST = 12


def read(path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return a grid for every table of a document."""
    with Archive(path, limits) as archive:
        links = relations(archive, "")
        part = next((link.target for link in links.values() if link.kind == "officedocument"), "word/document.xml")
        own = relations(archive, part)
        targets = {name: link.target for name, link in own.items() if link.external}
        kinds = {link.kind: link.target for link in own.values() if not link.external}
        body = Body(targets, by_id(archive, kinds, "comments"), by_id(archive, kinds, "footnotes"), limits)
        archive.parse(part, body, NAMESPACES)
        macros = any(name.endswith("vbaproject.bin") for name in archive.names())
    items, unread = near(body.items)
    notes = [note("VN1108", severity="info")] if macros else []
    if unread:
        notes.append(note("VN1114", severity="info", count=str(unread)))
    found = grids(items, limits, through=False, notes=notes)
    if not found:
        raise Refusal("not_a_table", "VN1032")
    return found


def by_id(archive: Archive, kinds: Mapping[str, str], kind: str) -> Mapping[str, str]:
    """Return the texts of footnotes or comments by their number."""
    listing = _Listing()
    if kind in kinds and kinds[kind] in archive:
        archive.parse(kinds[kind], listing, NAMESPACES)
    return listing.by_id


class _Listing:
    """Texts of footnotes or comments by their number."""

    def __init__(self) -> None:
        self.by_id: dict[str, str] = {}
        self._runs = RunText({})
        self._id = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an entry."""
        if name in ("w:footnote", "w:comment"):
            self._id = said(attributes, "id") if said(attributes, "type", "normal") == "normal" else ""
            self._runs.words = Words()
        else:
            self._runs.start(name, attributes)

    def end(self, name: str) -> None:
        """Close an entry."""
        if name in ("w:footnote", "w:comment"):
            if self._id:
                self.by_id[self._id] = self._runs.words.text()
        elif name == "w:p":
            self._runs.add("\n")
        else:
            self._runs.end(name)

    def text(self, data: str) -> None:
        """Take characters."""
        self._runs.text(data)


@dataclass(slots=True)
class _Open:
    """A table that is being read."""

    table: Table
    column: int = 0
    words: Words | None = None
    outer: Words | None = None
    across: int = 1
    down: str = ""
    fill: str = ""
    above: dict[int, tuple[int, int]] = field(default_factory=dict)


class Body:
    """Listens to the document and gathers its tables and paragraphs."""

    def __init__(
        self, targets: Mapping[str, str], comments: Mapping[str, str], footnotes: Mapping[str, str], limits: Limits
    ) -> None:
        self.items: list[Item] = []
        self._limits = limits
        self._comments = comments
        self._footnotes = footnotes
        self._numbered: list[str] = []
        self._runs = RunText(targets)
        self._open: list[_Open] = []
        self._too_deep = 0
        self._left_out = 0
        self._heading = ""
        self._style = ""
        self._cells = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin a table, a row, a cell, a paragraph or a part of one."""
        if self._left_out or name in ("mc:Fallback", "w:del", "w:moveFrom"):
            self._left_out += 1
        elif name == "w:tbl":
            self._begin_table()
        elif self._open and not self._too_deep and self._table_part(name, attributes):
            pass
        elif name == "w:pStyle":
            self._style = said(attributes, "val")
        elif name == "w:outlineLvl" and whole(attributes, "val", 9) < 9:
            self._style = self._style or "heading"
        elif name == "w:footnoteReference" and said(attributes, "id") in self._footnotes:
            self._numbered.append(self._footnotes[said(attributes, "id")])
            self._runs.add(str(len(self._numbered)).translate(_SUPERSCRIPT))
        elif name == "w:commentReference" and said(attributes, "id") in self._comments:
            self._runs.words.remarks.append(self._comments[said(attributes, "id")])
        else:
            self._runs.start(name, attributes)

    def end(self, name: str) -> None:
        """Close what `start` began."""
        if self._left_out:
            self._left_out -= 1
        elif name == "w:tbl":
            self._end_table()
        elif name == "w:tc" and self._open and not self._too_deep:
            self._end_cell(self._open[-1])
        elif name == "w:p":
            self._end_paragraph()
        else:
            self._runs.end(name)

    def text(self, data: str) -> None:
        """Take characters."""
        if not self._left_out:
            self._runs.text(data)

    def _table_part(self, name: str, attributes: Mapping[str, str]) -> bool:
        now = self._open[-1]
        if name == "w:tr":
            now.table.rows += 1
            now.column = 0
        elif name == "w:tc":
            self._cells += 1
            if self._cells > self._limits.cells:
                raise Refusal("too_large", "VN1013", limit=str(self._limits.cells))
            now.words = self._runs.words = Words()
            now.across, now.down, now.fill = 1, "", ""
        elif name == "w:gridBefore":
            now.column = min(whole(attributes, "val", 0), self._limits.columns)
        elif name == "w:gridSpan":
            now.across = min(max(whole(attributes, "val", 1), 1), self._limits.columns)
        elif name == "w:vMerge":
            now.down = said(attributes, "val", "continue")
        elif name == "w:shd" and not self._runs.within_properties:
            now.fill = colour(said(attributes, "fill"))
        elif name == "w:hidden":
            now.table.hidden_rows.add(now.table.rows)
        else:
            return False
        return True

    def _begin_table(self) -> None:
        if self._too_deep or len(self._open) >= _DEEPEST:
            self._too_deep += 1
            return
        table = Table(heading=self._heading if not self._open else "")
        if self._open:
            outer = self._open[-1]
            outer.table.nested.append(((max(outer.table.rows, 1), outer.column + 1), table))
        else:
            if not table.heading and self.items and isinstance(self.items[-1], str):
                table.heading = self.items[-1] if len(self.items[-1]) <= _CAPTION else ""
            self.items.append(table)
            self._heading = ""
        self._open.append(_Open(table, outer=self._runs.words))

    def _end_table(self) -> None:
        if self._too_deep:
            self._too_deep -= 1
            return
        if not self._open:
            return
        done = self._open.pop()
        self._runs.words = done.outer if self._open and done.outer is not None else Words()
        if not self._open:
            self.items += [
                f"{str(number).translate(_SUPERSCRIPT)} {text}" for number, text in enumerate(self._numbered, 1) if text
            ]
            self._numbered = []

    def _end_cell(self, now: _Open) -> None:
        words, row, column = now.words, max(now.table.rows, 1), now.column + 1
        if words is None:
            return
        now.words = None
        text = words.text()
        for address in words.links[1:500]:
            if address.removeprefix("mailto:") not in text:
                text += "\n" + address.removeprefix("mailto:")
        cell = GridCell(
            text=text,
            kind="text" if text else "empty",
            fill=now.fill or words.fill(),
            font=words.font() if text else "",
            bold=words.bold(),
            strike=words.struck(),
            comment="\n".join(words.remarks),
            link=words.links[0] if words.links else "",
        )
        if cell.text or cell.fill or cell.comment or cell.link:
            now.table.cells[row, column] = cell
        self._merge(now, row, column)
        now.column += now.across
        self._runs.words = Words()

    def _merge(self, now: _Open, row: int, column: int) -> None:
        right = column + now.across - 1
        above = now.above.pop(column, None)
        if now.down == "continue" and above is not None and above[0] == row - 1:
            at = above[1]
            top = now.table.merges[at]
            now.table.merges[at] = Merge(top.top, top.left, row, max(top.right, right))
            now.above[column] = (row, at)
        elif now.down or now.across > 1:
            now.table.merges.append(Merge(row, column, row, right))
            if now.down:
                now.above[column] = (row, len(now.table.merges) - 1)
            if len(now.table.merges) > self._limits.merges:
                raise Refusal("too_large", "VN1023", limit=str(self._limits.merge_cells))

    def _end_paragraph(self) -> None:
        style, self._style = self._style, ""
        if self._open:
            self._runs.add("\n")
            return
        text = " ".join(self._runs.words.text().split())
        self._runs.words = Words()
        if not text:
            return
        if _HEADING.search(style):
            self._heading = text
        self.items.append(text)
