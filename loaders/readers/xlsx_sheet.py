"""The cells of one xlsx worksheet, as they stream by: stored values only, cached results of formulas."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from loaders.grid import GridCell, address
from loaders.readers.number_format import ERRORS, parse_number, render
from loaders.readers.sheet import Look, SheetBuilder, symbol_font, symbol_text
from loaders.readers.xlsx_parts import Rich, RichText, unescape

_REF = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_LINK_FORMULA = re.compile(r'\s*(?:_xlfn\.)?HYPERLINK\(\s*"((?:[^"]|"")+)"', re.IGNORECASE)
_PLAIN = Look()
_ON = ("1", "true")


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

    def __init__(
        self, sheet: SheetBuilder, strings: Sequence[Rich], looks: Sequence[Look], *, since_1904: bool = False
    ) -> None:
        self.links: list[tuple[str, str, str]] = []
        self.without_result: list[str] = []
        self._sheet = sheet
        self._strings = strings
        self._looks = looks
        self._since_1904 = since_1904
        self._made: dict[tuple[str, str, str | None], GridCell | None] = {}
        self._rich = RichText()
        self._row = 0
        self._column = 0
        self._cell: Mapping[str, str] | None = None
        self._taking: list[str] | None = None
        self._value: str | None = None
        self._formula: str | None = None
        self._columns: dict[str, int] = {}

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
            self._row = int(number) if number else self._row + 1
            self._column = 0
            if attributes.get("hidden") in _ON or attributes.get("ht") == "0":
                self._sheet.hidden_rows.add(self._row)
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
            self._row, self._column = int(ref[len(letters) :]), column
        else:
            self._column += 1
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
                cell = self._made[key] = self._grid_cell(kind, style)
        else:
            cell = self._grid_cell(kind, style)
            if cell and cell.formula and self._value is None:
                self.without_result.append(address(self._row, self._column))
        if cell is not None:
            self._sheet.put(self._row, self._column, cell)

    def _grid_cell(self, kind: str, style: str) -> GridCell | None:
        number = int(style or 0)
        look = self._looks[number] if number < len(self._looks) else _PLAIN
        formula = self._formula is not None
        rich = self._string(kind)
        if rich is not None:
            text, shown, strike, font = rich.text, "text", rich.strike, symbol_font(rich.font)
        else:
            (text, shown), strike, font = self._shown(kind, look.code), False, ""
        if not text and not formula and not look.fill:
            return None
        font = font or look.font
        link = _LINK_FORMULA.match(self._formula) if self._formula else None
        return GridCell(
            text=symbol_text(text) if font else text,
            kind=shown if text else "empty",
            fill=look.fill,
            font=font if text else "",
            bold=look.bold and bool(text),
            strike=(strike or look.strike) and bool(text),
            link=link[1].replace('""', '"') if link else "",
            formula=formula,
        )

    def _string(self, kind: str) -> Rich | None:
        if kind == "s" and self._value:
            return self._strings[int(self._value)]
        if kind == "inlineStr":
            return self._rich.take()
        return None

    def _shown(self, kind: str, code: str) -> tuple[str, str]:
        value = self._value
        if value is None or value == "":
            return "", "empty"
        if kind == "b":
            return ("WAHR" if value.strip() in _ON else "FALSCH"), "bool"
        if kind == "e":
            return ERRORS.get(value, value), "error"
        if kind == "str":
            return unescape(value), "text"
        if kind == "d":
            day, _, time = value.partition("T")
            return (f"{day} {time[:5]}" if time and time[:5] != "00:00" else day), "date"
        try:
            return render(parse_number(value), code, since_1904=self._since_1904)
        except ValueError:
            return value, "text"
