"""The cells of one xlsx worksheet, as they stream by: stored values only, cached results of formulas."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loaders.grid import GridCell, address
from loaders.readers.sheet import SheetBuilder
from loaders.readers.xlsx_cells import CellMaker
from loaders.readers.xlsx_parts import RichText

_REF = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_ON = ("1", "true")
_REMEMBERED = 1 << 16
"""So many distinct cells are remembered as they stand in the file; where there are more, hardly any comes again."""


def place(ref: str) -> tuple[int, int]:
    """Return row and column of an A1 address."""
    match = _REF.fullmatch(ref)
    if match is None:
        raise ValueError(f"no cell address: {ref!r}")
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def area(ref: str) -> tuple[int, int, int, int]:
    """Return top, left, bottom, right of a range such as ``B2:C7``."""
    first, _, last = ref.partition(":")
    top, left = place(first)
    bottom, right = place(last or first)
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)


class Worksheet:
    """Listens to a worksheet and fills a `SheetBuilder`."""

    def __init__(self, sheet: SheetBuilder, maker: CellMaker) -> None:
        self.links: list[tuple[str, str, str]] = []
        self.without_result: list[str] = []
        self.row = 0
        self._sheet = sheet
        self._maker = maker
        self._made: dict[tuple[str, str, str | None], GridCell | None] = {}
        self._rich = RichText()
        self._column = 0
        self._cell: Mapping[str, str] | None = None
        self._taking: list[str] | None = None
        self._value: str | None = None
        self._formula: str | None = None
        self._columns: dict[str, int] = {}

    @property
    def idle(self) -> bool:
        """Whether no cell is open."""
        return self._cell is None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin a row, a cell or one of the lists around the cells."""
        if name == "c":
            self._begin(attributes)
        elif self._cell is not None:
            if name == "v" or name == "f":
                self._taking = []
            else:
                self._rich.start(name, attributes)
        elif name == "row":
            number = attributes.get("r")
            self.row = int(number) if number else self.row + 1
            self._column = 0
            if attributes.get("hidden") in _ON or attributes.get("ht") == "0":
                self._sheet.hidden_rows.add(self.row)
        elif name == "mergeCell":
            self._sheet.merge(*area(attributes["ref"]))
        elif name == "hyperlink":
            relation = next((value for key, value in attributes.items() if key.endswith(" id")), "")
            self.links.append((attributes.get("ref", ""), relation, attributes.get("location", "")))
        elif name == "col" and (attributes.get("hidden") in _ON or attributes.get("width") == "0"):
            self._sheet.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))

    def end(self, name: str) -> None:
        """Close a cell or a part of it."""
        if self._cell is None:
            return
        if name == "v":
            self._value = "".join(self._taking or ())
            self._taking = None
        elif name == "f":
            self._formula = "".join(self._taking or ())
            self._taking = None
        elif name == "c":
            self._close()
        else:
            self._rich.end(name)

    def text(self, data: str) -> None:
        """Take characters of a value, a formula or an inline string."""
        if self._taking is not None:
            self._taking.append(data)
        elif self._cell is not None:
            self._rich.text(data)

    def _begin(self, attributes: Mapping[str, str]) -> None:
        ref = attributes.get("r")
        if ref:
            letters = ref.rstrip("0123456789")
            column = self._columns.get(letters)
            if column is None:
                column = self._columns[letters] = place(letters + "1")[1]
            self.row, self._column = int(ref[len(letters) :]), column
        else:
            self._column += 1
        if self._rich.begun:
            self._rich.take()  # what stood in a cell that is no string
        self._cell = attributes
        self._value = self._formula = None

    def _close(self) -> None:
        attributes, self._cell = self._cell or {}, None
        kind, style = attributes.get("t", "n"), attributes.get("s", "0")
        if self._formula is None and kind != "inlineStr":  # nearly all cells, and nearly all alike
            key = (kind, style, self._value)
            if key in self._made:
                cell = self._made[key]
            else:
                if len(self._made) >= _REMEMBERED:
                    self._made.clear()
                cell = self._made[key] = self._maker.cell(kind, style, self._value)
        else:
            inline = self._rich.take() if kind == "inlineStr" else None
            cell = self._maker.cell(kind, style, self._value, formula=self._formula, inline=inline)
            if cell and cell.formula and self._value is None:
                self.without_result.append(address(self.row, self._column))
        if cell is not None:
            self._sheet.put(self.row, self._column, cell)
