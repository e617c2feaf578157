"""Excel workbooks (xlsx, xlsm, template and strict variants) as neutral grids, without a document tree in memory.

An own reader because the gate has to stream every part anyway: one pass gives values, cached results *and* whether
a cell is a formula, only stored cells exist, and no merge or far cell costs memory (notes: openpyxl needs two loads
and allocates every cell of a merge). openpyxl checks it in the tests.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from loaders.archive import Archive
from loaders.grid import Grid, GridCell
from loaders.limits import Limits
from loaders.notes import note
from loaders.readers.sheet import Budget, Look, SheetBuilder
from loaders.readers.xlsx_cells import CellMaker
from loaders.readers.xlsx_parts import NAMESPACES, Comments, Relation, Rich, Workbook, relations
from loaders.readers.xlsx_rows import Rows
from loaders.readers.xlsx_sheet import Worksheet, area, place
from loaders.readers.xlsx_strings import SharedStrings
from loaders.readers.xlsx_styles import Styles, Theme
from loaders.refusal import Refusal


def read(path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return every worksheet of a workbook."""
    with Archive(path, limits) as archive:
        return _Reader(archive, limits).grids()


class _Reader:
    def __init__(self, archive: Archive, limits: Limits) -> None:
        self._archive = archive
        self._budget = Budget(limits)
        self._limits = limits

    def grids(self) -> tuple[Grid, ...]:
        root = relations(self._archive, "")
        part = next((link.target for link in root.values() if link.kind == "officedocument"), "xl/workbook.xml")
        book = Workbook()
        self._archive.parse(part, book, NAMESPACES)
        links = relations(self._archive, part)
        maker = CellMaker(self._strings(links), self._looks(links), since_1904=book.since_1904)
        if len(book.sheets) > self._limits.sheets:
            raise Refusal("too_large", "VN1025", limit=str(self._limits.sheets))
        grids: list[Grid] = []
        notes: list[str] = []
        for entry in book.sheets:
            link = links.get(entry.relation)
            if link is None or link.kind != "worksheet":  # a chart or macro sheet has no cells of its own
                notes.append(note("VN1111", severity="info", name=entry.name))
                continue
            sheet = SheetBuilder(entry.name, self._budget, hidden=entry.hidden)
            self._read(link.target, sheet, maker)
            grids.append(sheet.grid())
        if not grids:
            raise Refusal("not_a_table", "VN1027") if book.sheets else Refusal("broken", "VN1021", part)
        if any(name.endswith("vbaproject.bin") for name in self._archive.names()):
            notes.append(note("VN1108", severity="info"))
        grids[0] = replace(grids[0], notes=(*notes, *grids[0].notes))
        return tuple(grids)

    def _strings(self, links: dict[str, Relation]) -> list[str | Rich]:
        table = SharedStrings()
        for link in links.values():
            if link.kind == "sharedstrings" and link.target in self._archive:
                self._archive.parse(link.target, table, NAMESPACES, table)
        return table.strings

    def _looks(self, links: dict[str, Relation]) -> list[Look]:
        theme = Theme()
        parts = {link.kind: link.target for link in links.values() if link.target in self._archive}
        if "theme" in parts:
            self._archive.parse(parts["theme"], theme, NAMESPACES)
        styles = Styles(theme.colours)
        if "styles" in parts:
            self._archive.parse(parts["styles"], styles, NAMESPACES)
        return styles.looks()

    def _read(self, part: str, sheet: SheetBuilder, maker: CellMaker) -> None:
        handler = Worksheet(sheet, maker)
        self._archive.parse(part, handler, NAMESPACES, Rows(handler, sheet, maker))
        links = relations(self._archive, part)
        self._comments(sheet, links)
        self._links(sheet, handler, links)
        if handler.without_result:
            count = str(len(handler.without_result))
            sheet.notes.append(note("VN1110", ref=handler.without_result[0], severity="info", count=count))

    def _comments(self, sheet: SheetBuilder, links: dict[str, Relation]) -> None:
        comments = Comments()
        for kind in ("comments", "threadedcomment"):
            for link in links.values():
                if link.kind == kind and link.target in self._archive:
                    self._archive.parse(link.target, comments, NAMESPACES)
        for ref, said in comments.by_ref.items():
            row, column = place(ref)
            sheet.put(row, column, replace(sheet.get(row, column), comment=said))

    def _links(self, sheet: SheetBuilder, handler: Worksheet, links: dict[str, Relation]) -> None:
        stored: list[tuple[int, int]] | None = None
        for ref, relation, location in handler.links:
            target = links.get(relation)
            if target is None or not target.external or target.target.startswith("#"):
                continue  # a jump within the workbook says nothing about anyone
            address = target.target + (f"#{location}" if location else "")
            top, left, bottom, right = area(ref)
            if (top, left) == (bottom, right):
                places = [(top, left)]
            else:
                stored = sheet.places() if stored is None else stored
                places = [at for at in stored if top <= at[0] <= bottom and left <= at[1] <= right]
            for at in places:
                cell: GridCell = sheet.get(*at)
                sheet.put(*at, replace(cell, link=cell.link or address))
