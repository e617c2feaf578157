"""OpenDocument spreadsheets as neutral grids, streamed: repeated cells expanded, covered ones reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from loaders.archive import Archive
from loaders.grid import Grid, GridCell
from loaders.limits import Limits
from loaders.readers.ods_cell import CellText
from loaders.readers.ods_styles import NAMESPACES, TABLE, Styles
from loaders.readers.sheet import Budget, SheetBuilder
from loaders.refusal import Refusal

_CELLS = ("table:table-cell", "table:covered-table-cell")


def read(path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return every sheet of a document."""
    with Archive(path, limits) as archive:
        if b"encryption-data" in archive.head("META-INF/manifest.xml", 1 << 20):
            raise Refusal("encrypted", "VN1003")
        styles = Styles()
        if "styles.xml" in archive:
            archive.parse("styles.xml", styles, NAMESPACES)
        content = Content(styles, limits)
        archive.parse("content.xml", content, NAMESPACES)
    if not content.grids:
        raise Refusal("broken", "VN1021", "content.xml")
    return tuple(content.grids)


class Content:
    """Listens to ``content.xml``: styles first, then one table after the other."""

    def __init__(self, styles: Styles, limits: Limits) -> None:
        self.grids: list[Grid] = []
        self._styles = styles
        self._limits = limits
        self._budget = Budget(limits)
        self._text = CellText(styles)
        self._sheet: SheetBuilder | None = None
        self._linked = False
        self._columns: list[tuple[int, str]] = []
        self._row = 0
        self._column = 0
        self._rows = 1
        self._row_style = ""
        self._line: list[tuple[int, int, GridCell]] = []
        self._cell: Mapping[str, str] | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin a table, a row or a cell."""
        if self._cell is not None:
            self._text.start(name, attributes)
        elif self._sheet is None:
            if name == "table:table":
                self._table(attributes)
            else:
                self._styles.start(name, attributes)
        elif name in _CELLS:
            self._cell = attributes
            self._text.clear()
        elif name == "table:table-row":
            self._row += self._rows
            self._rows = int(attributes.get(TABLE + "number-rows-repeated", "1"))
            self._row_style = attributes.get(TABLE + "default-cell-style-name", "")
            self._column = 1
            self._line = []
            if attributes.get(TABLE + "visibility", "visible") != "visible":
                last = min(self._row + self._rows - 1, self._limits.rows)
                self._sheet.hidden_rows.update(range(self._row, last + 1))
        elif name == "table:table-column":
            self._table_column(self._sheet, attributes)
        elif name == "table:table-source":
            self._linked = True  # a copy of another file's sheet, kept by the program and shown to nobody

    def end(self, name: str) -> None:
        """Close a table, a row or a cell."""
        if self._cell is not None:
            if name in _CELLS:
                self._close(self._cell)
                self._cell = None
            else:
                self._text.end(name)
        elif self._sheet is None:
            self._styles.end(name)
        elif name == "table:table-row":
            self._store(self._sheet)
        elif name == "table:table":
            if not self._linked:
                if len(self.grids) >= self._limits.sheets:
                    raise Refusal("too_large", "VN1025", limit=str(self._limits.sheets))
                self.grids.append(self._sheet.grid())
            self._sheet = None

    def text(self, data: str) -> None:
        """Take characters of a cell."""
        if self._cell is not None:
            self._text.text(data)

    def _table(self, attributes: Mapping[str, str]) -> None:
        hidden = self._styles.hides(attributes.get(TABLE + "style-name", ""))
        self._sheet = SheetBuilder(attributes.get(TABLE + "name", ""), self._budget, hidden=hidden)
        self._linked = False
        self._columns = []
        self._row, self._rows, self._column = 1, 0, 1

    def _table_column(self, sheet: SheetBuilder, attributes: Mapping[str, str]) -> None:
        first = self._columns[-1][0] + 1 if self._columns else 1
        last = first + int(attributes.get(TABLE + "number-columns-repeated", "1")) - 1
        self._columns.append((last, attributes.get(TABLE + "default-cell-style-name", "")))
        if attributes.get(TABLE + "visibility", "visible") != "visible":
            sheet.hidden_columns.append((first, last))

    def _column_style(self, column: int) -> str:
        return next((style for last, style in self._columns if column <= last), "")

    def _close(self, attributes: Mapping[str, str]) -> None:
        repeated = int(attributes.get(TABLE + "number-columns-repeated", "1"))
        style = attributes.get(TABLE + "style-name") or self._row_style or self._column_style(self._column)
        cell = self._text.cell(attributes, self._styles.look(style))
        if cell.text or cell.fill or cell.comment or cell.link or cell.formula:
            self._line.append((self._column, repeated, cell))
        down = int(attributes.get(TABLE + "number-rows-spanned", "1"))
        right = int(attributes.get(TABLE + "number-columns-spanned", "1"))
        if (down > 1 or right > 1) and self._sheet is not None:
            self._sheet.merge(self._row, self._column, self._row + down - 1, self._column + right - 1)
        self._column += repeated

    def _store(self, sheet: SheetBuilder) -> None:
        if not self._line:
            return
        said = any(cell.text or cell.comment or cell.link for _, _, cell in self._line)
        # Coloured rows without a word run on to the end of the sheet; only those beside words can mean anything.
        rows = self._rows if said else min(self._rows, self._limits.repeats)
        for row in range(self._row, self._row + rows):
            for first, repeated, cell in self._line:
                last = first + repeated
                if not cell.text:
                    last = min(last, first + self._limits.repeats)
                for column in range(first, last):
                    sheet.put(row, column, cell if row == self._row else replace(cell, comment=""))
