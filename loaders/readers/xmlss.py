"""Workbooks in Excel's XML of 2003, mostly called .xls or .xml: exports of portals and old business software."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.grid import Grid, GridCell
from loaders.limits import Limits
from loaders.readers.colours import resolve
from loaders.readers.number_format import ERRORS, parse_number, render
from loaders.readers.sheet import Budget, Look, SheetBuilder, symbol_font, symbol_text
from loaders.refusal import Refusal
from loaders.xml_stream import parse

_SS = "urn:schemas-microsoft-com:office:spreadsheet"
_NAMESPACES: Mapping[str, str] = {
    _SS: "",
    "urn:schemas-microsoft-com:office:excel": "x:",
    "http://www.w3.org/TR/REC-html40": "h:",
    "urn:schemas-microsoft-com:office:office": "o:",
}
_NAMED_FORMATS = {
    "percent": "0.00%",
    "standard": "#,##0.00",
    "fixed": "0.00",
    "currency": "#,##0.00",
    "euro currency": "#,##0.00 €",
}
_ON = "1"
_DEFAULT = "Default"


def read(path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return every worksheet of a workbook."""
    book = _Book(limits)
    with path.open("rb") as stream:
        parse(stream, book, _NAMESPACES, path.name)
    if not book.grids:
        raise Refusal("not_a_table", "VN1027")
    return tuple(book.grids)


@dataclass(slots=True)
class _Style:
    look: Look
    parent: str


class _Book:
    """Listens to a workbook: styles first, then one sheet after the other."""

    def __init__(self, limits: Limits) -> None:
        self.grids: list[Grid] = []
        self._limits = limits
        self._budget = Budget(limits)
        self._styles: dict[str, _Style] = {}
        self._style = ""
        self._sheet: SheetBuilder | None = None
        self._row = 0
        self._row_span = 0
        self._column = 0
        self._columns = 0
        self._cell: Mapping[str, str] | None = None
        self._kind = ""
        self._pieces: list[str] = []
        self._struck: list[bool] = []
        self._fonts: set[str] = set()
        self._runs: list[tuple[bool, str]] = []
        self._taking: list[str] | None = None
        self._comment: list[str] = []
        self._author = ""
        self._in_comment = False
        self._visible: list[str] | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin a style, a sheet, a row, a cell or a part of one."""
        said = {key.removeprefix(_SS + " "): value for key, value in attributes.items()}
        if self._cell is not None:
            self._inside(name, said)
        elif self._sheet is None:
            if name == "Style":
                self._style = said.get("ID", "")
                self._styles[self._style] = _Style(Look(), said.get("Parent", _DEFAULT))
            elif name == "Worksheet":
                self._begin_sheet(said)
            elif self._style:
                self._styled(name, said)
        elif name == "Row":
            self._row = _number(said, "Index", self._row + 1)
            self._row_span = min(_number(said, "Span", 0), self._limits.rows)
            self._column = 0
            if said.get("Hidden") == _ON:
                last = min(self._row + self._row_span, self._limits.rows)
                self._sheet.hidden_rows.update(range(self._row, last + 1))
        elif name == "Column":
            first = _number(said, "Index", self._columns + 1)
            self._columns = first + _number(said, "Span", 0)
            if said.get("Hidden") == _ON or said.get("Width") == "0":
                self._sheet.hidden_columns.append((first, self._columns))
        elif name == "Cell":
            self._column = _number(said, "Index", self._column + 1)
            self._cell = said
            self._kind, self._pieces, self._comment, self._author = "", [], [], ""
            self._struck, self._fonts, self._runs = [], set(), []
        elif name == "x:Visible":
            self._visible = []

    def end(self, name: str) -> None:
        """Close what `start` began."""
        if self._cell is not None:
            if name == "Cell":
                self._end_cell(self._cell)
                self._cell = None
            elif name == "Comment":
                self._in_comment = False
            elif name == "Data":
                self._taking = None
            elif name.startswith("h:") and self._runs:
                self._runs.pop()
        elif name == "Style":
            self._style = ""
        elif self._sheet is not None:
            if name == "Row":
                self._row += self._row_span
            elif name == "x:Visible":
                self._sheet.hidden = (
                    "".join(self._visible or ()).strip().startswith("SheetHidden") or self._sheet.hidden
                )
                self._visible = None
            elif name == "Worksheet":
                self.grids.append(self._sheet.grid())
                self._sheet = None

    def text(self, data: str) -> None:
        """Take characters of a value, a comment or a setting."""
        if self._visible is not None:
            self._visible.append(data)
        elif self._taking is not None:
            self._taking.append(data)
            if data.strip() and not self._in_comment:
                struck, font = self._runs[-1] if self._runs else (False, "")
                self._struck.append(struck)
                self._fonts.add(font)

    def _begin_sheet(self, said: Mapping[str, str]) -> None:
        if len(self.grids) >= self._limits.sheets:
            raise Refusal("too_large", "VN1025", limit=str(self._limits.sheets))
        self._sheet = SheetBuilder(said.get("Name", ""), self._budget)
        self._row = self._column = self._columns = self._row_span = 0

    def _styled(self, name: str, said: Mapping[str, str]) -> None:
        style = self._styles[self._style]
        if name == "Font":
            style.look = replace(
                style.look, font=symbol_font(said.get("FontName", "")), bold=said.get("Bold") == _ON,
                strike=said.get("StrikeThrough") == _ON,
            )  # fmt: skip
        elif name == "Interior" and said.get("Pattern", "None") != "None":
            fill = resolve({"rgb": said.get("Color", "").lstrip("#")}, ())
            style.look = replace(style.look, fill="" if fill == "FFFFFF" else fill)
        elif name == "NumberFormat":
            code = said.get("Format", "")
            style.look = replace(
                style.look, code=_NAMED_FORMATS.get(code.lower(), "" if "general" in code.lower() else code)
            )

    def _inside(self, name: str, said: Mapping[str, str]) -> None:
        if name == "Comment":
            self._in_comment, self._author = True, said.get("Author", "")
        elif name == "Data":
            if not self._in_comment:
                self._kind = said.get("Type", "String")
            self._taking = self._comment if self._in_comment else self._pieces
        elif name.startswith("h:"):
            struck, font = self._runs[-1] if self._runs else (False, "")
            face = next((value for key, value in said.items() if key.endswith("Face")), "")
            self._runs.append((struck or name in ("h:S", "h:Del"), symbol_font(face) or font))

    def _end_cell(self, said: Mapping[str, str]) -> None:
        look = self._look(said.get("StyleID", _DEFAULT))
        text, kind = self._value(look.code)
        font = (next(iter(self._fonts)) if len(self._fonts) == 1 else "") or look.font
        remark = "".join(self._comment).strip()
        if self._author and remark.startswith(f"{self._author}:"):
            remark = remark[len(self._author) + 1 :].strip()
        link = said.get("HRef", "")
        cell = GridCell(
            text=symbol_text(text) if font else text,
            kind=kind if text else "empty",
            fill=look.fill,
            font=font if text else "",
            bold=look.bold and bool(text),
            strike=bool(text) and (look.strike or (bool(self._struck) and all(self._struck))),
            comment=remark,
            link="" if link.startswith("#") else link,
            formula="Formula" in said,
        )
        across, down = _number(said, "MergeAcross", 0), _number(said, "MergeDown", 0)
        if self._sheet is not None:
            self._sheet.put(self._row, self._column, cell)
            if across or down:
                self._sheet.merge(self._row, self._column, self._row + down, self._column + across)
        self._column += across

    def _value(self, code: str) -> tuple[str, str]:
        value = "".join(self._pieces)
        if self._kind == "Boolean":
            return ("WAHR" if value.strip() == _ON else "FALSCH"), "bool"
        if self._kind == "Error":
            return ERRORS.get(value.strip(), value.strip()), "error"
        if self._kind == "DateTime":
            day, _, time = value.strip().partition("T")
            if day.startswith("1899-12-"):
                return time[:5], "text"
            return (f"{day} {time[:5]}" if time and time[:5] != "00:00" else day), "date"
        if self._kind == "Number":
            try:
                return render(parse_number(value), code)
            except ValueError:
                return value, "text"
        return value.replace("\r\n", "\n").replace("\r", "\n"), "text"

    def _look(self, name: str) -> Look:
        seen: set[str] = set()
        found: list[Look] = []
        while name in self._styles and name not in seen:
            seen.add(name)
            found.append(self._styles[name].look)
            name = self._styles[name].parent
        return Look(
            fill=next((look.fill for look in found if look.fill), ""),
            font=next((look.font for look in found if look.font), ""),
            bold=any(look.bold for look in found),
            strike=any(look.strike for look in found),
            code=next((look.code for look in found if look.code), ""),
        )


def _number(said: Mapping[str, str], name: str, otherwise: int) -> int:
    value = said.get(name)
    if value is None:
        return otherwise
    if not value.isdecimal() or (name == "Index" and int(value) < 1):
        raise Refusal("broken", "VN1017", detail=f"{name}={value[:20]}")
    return int(value)
