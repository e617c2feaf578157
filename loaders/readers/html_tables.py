"""The tables of a page, as its tags stream by: cells with spans and looks, nested tables, and the texts around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from loaders.grid import GridCell, Merge
from loaders.limits import Limits
from loaders.readers.css import PLAIN, Sheet, Style
from loaders.readers.markup import Tag, blanks
from loaders.readers.page import Item, Table
from loaders.readers.sheet import symbol_font, symbol_text
from loaders.refusal import Refusal

_HOLLOW, _HOLLOW_SHARE = 20_000, 20
"""A table of so many rows, and so many for each of its cells, is none."""
_MOST_LINKS = 500
_DEEPEST = 12
"""Tables nested deeper than this are the text of the cell they stand in."""
_SPAN = re.compile(r"\s*(\d{1,6})")
_BREAKS = frozenset((
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "blockquote",
    "pre", "center", "section", "article", "address",
))  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "caption"))
_SILENT = frozenset(
    ("script", "style", "head", "title", "nav", "button", "select", "noscript", "template", "svg", "textarea")
)
_STYLED = frozenset((
    "font", "span", "b", "strong", "i", "em", "u", "s", "strike", "del", "p", "div", "a", "center", "small",
    "big", "sup", "sub", "code", "tt", "h1", "h2", "h3", "h4", "h5", "h6",
))  # fmt: skip
_BY_NAME = {
    "b": Style(bold=True), "strong": Style(bold=True), "s": Style(strike=True), "strike": Style(strike=True),
    "del": Style(strike=True),
}  # fmt: skip
_BOLD = Style(bold=True)
_DEEP_STYLES = 200


@dataclass(slots=True)
class Words:
    """What stands in a cell or between tables, with what its pieces agree on."""

    pieces: list[str] = field(default_factory=list)
    struck: list[bool] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    bold: list[bool] = field(default_factory=list)
    fresh: bool = True
    links: dict[str, None] = field(default_factory=dict)
    title: str = ""

    def text(self) -> str:
        """Return the lines, white space as a browser shows it."""
        lines = (blanks(line).strip(" \u00a0") for line in "".join(self.pieces).split("\n"))
        return "\n".join(lines).strip("\n").replace("\n\n\n", "\n\n")


class _Open:
    """A table that is being read."""

    def __init__(self, table: Table, style: Style) -> None:
        self.table = table
        self.style = style
        self.row_style = PLAIN
        self.columns = 0
        self.cell: Words | None = None
        self.cell_at = (0, 0)
        self.cell_style = PLAIN
        self.formula = False
        self._column = 0
        self._taken: dict[int, tuple[int, int]] = {}

    def next_row(self) -> None:
        """Begin a row."""
        self.table.rows += 1
        self._column = 0

    def place(self, down: int, right: int) -> tuple[int, int, int]:
        """Return row and column of the next cell, and over how many cells from above it had to step."""
        row, column, steps = self.table.rows, self._column + 1, 0
        while (above := self._taken.get(column)) and above[1] >= row:
            column = above[0] + 1
            steps += 1
        self._column = column + right - 1
        if down > 1:
            self._taken[column] = (self._column, row + down - 1)
        return row, column, steps


class Reader:
    """Takes the tokens of a page and gathers its tables and the texts around them."""

    def __init__(self, limits: Limits, sheet: Sheet | None = None) -> None:
        self._items: list[Item] = []
        self._limits = limits
        self._sheet = sheet or Sheet()
        self._open: list[_Open] = []
        self._too_deep = 0
        self._outside = Words()
        self._heading = ""
        self._in_heading: list[str] | None = None
        self._styles: list[tuple[str, Style]] = []
        self._silent = ""
        self._cells = 0
        self._steps = 0
        self._strays = 0

    def take(self, token: Tag | str) -> None:
        """Take one token."""
        if isinstance(token, str):
            if self._silent == "style":
                self._sheet.add(token)
            elif not self._silent:
                self._text(token)
        elif self._silent:
            if token.closes and token.name == self._silent:
                self._silent = ""
            elif self._silent in ("head", "nav", "select", "button") and token.name in ("body", "table"):
                self._silent = ""  # never closed
                self._tag(token)
            elif token.name == "style" and not token.closes:
                self._silent = "style"
        elif token.name in _SILENT:
            self._silent = "" if token.closes else token.name
        else:
            self._tag(token)

    def close(self) -> list[Item]:
        """End the page, what is still open is complete; return its outermost tables and the texts around them."""
        while self._open:
            self._end_table()
        self._flush()
        return self._items

    def _tag(self, tag: Tag) -> None:
        name = tag.name
        if name == "table":
            self._end_table() if tag.closes else self._begin_table(tag)
        elif name in ("td", "th", "tr", "col", "thead", "tbody", "tfoot") and self._open and not self._too_deep:
            self._structure(tag)
        elif name in _HEADINGS:
            self._break()
            if tag.closes and self._in_heading is not None:
                self._headed(blanks("".join(self._in_heading)).strip())
                self._in_heading = None
            elif not tag.closes:
                self._in_heading = []
        elif name in _BREAKS:
            self._break(always=name == "br")
        if name == "input" and tag.attributes.get("type", "").lower() in ("checkbox", "radio"):
            self._text("☑" if "checked" in tag.attributes else "☐")
        elif name == "img" and not tag.closes:
            self._text(tag.attributes.get("alt", ""))
        elif name in _STYLED:
            self._style(tag)

    def _structure(self, tag: Tag) -> None:
        name, now = tag.name, self._open[-1]
        if name in ("td", "th"):
            self._end_cell()
            if not tag.closes:
                self._begin_cell(tag)
        elif name == "tr":
            self._end_cell()
            if not tag.closes:
                now.next_row()
                now.row_style = self._sheet.style("tr", tag.attributes)
                if now.row_style.hidden:
                    now.table.hidden_rows.add(now.table.rows)
                hollow = now.table.rows > _HOLLOW and now.table.rows > _HOLLOW_SHARE * self._cells
                if hollow or now.table.rows > self._limits.rows + self._limits.strays:
                    raise Refusal("too_large", "VN1024", rows=str(self._limits.rows), columns=str(self._limits.columns))
        elif name == "col" and not tag.closes:
            last = now.columns + _span(tag.attributes, "span")
            if self._sheet.style("col", tag.attributes).hidden or tag.attributes.get("width") == "0":
                now.table.hidden_columns.append((now.columns + 1, last))
            now.columns = last

    def _begin_table(self, tag: Tag) -> None:
        if self._too_deep or len(self._open) >= _DEEPEST:
            self._too_deep += 1
            self._break()
            return
        style = self._sheet.style("table", tag.attributes)
        if not self._open:
            self._flush()
        table = Table(heading=self._heading, hidden=bool(style.hidden))
        self._heading = ""
        if self._open and self._open[-1].cell is not None:
            self._open[-1].table.nested.append((self._open[-1].cell_at, table))
        elif self._open:  # a table between the cells of another: it begins after that one
            self._end_table()
            self._items.append(table)
        else:
            self._items.append(table)
        self._open.append(_Open(table, style))
        self._styles = []

    def _end_table(self) -> None:
        if self._too_deep:
            self._too_deep -= 1
            self._break()
        elif self._open:
            self._end_cell()
            self._open.pop()
            self._styles = []

    def _begin_cell(self, tag: Tag) -> None:
        now = self._open[-1]
        if now.table.rows == 0:
            now.next_row()
        self._cells += 1
        if self._cells > self._limits.cells:
            raise Refusal("too_large", "VN1013", limit=str(self._limits.cells))
        down, right = _span(tag.attributes, "rowspan"), _span(tag.attributes, "colspan")
        if down * right > self._limits.merge_cells:
            down, right = min(down, self._limits.rows), min(right, self._limits.columns)
        right = min(right, self._limits.columns)
        row, column, steps = now.place(down, right)
        if column > self._limits.columns:
            self._strays += 1
            if self._strays > self._limits.strays:
                raise Refusal("too_large", "VN1024", rows=str(self._limits.rows), columns=str(self._limits.columns))
        now.cell_at = row, column
        self._steps += steps
        if self._steps > self._limits.cells:
            raise Refusal("too_large", "VN1023", limit=str(self._limits.merge_cells))
        if down > 1 or right > 1:
            now.table.merges.append(Merge(row, column, row + down - 1, column + right - 1))
            if len(now.table.merges) > self._limits.merges:
                raise Refusal("too_large", "VN1023", limit=str(self._limits.merges))
        own = self._sheet.style(tag.name, tag.attributes)
        now.cell_style = own.over(now.row_style).over(now.style)
        if tag.name == "th":
            now.cell_style = now.cell_style.over(_BOLD)
        now.formula = "x:fmla" in tag.attributes
        now.cell = Words(title=tag.attributes.get("title", "").strip())
        self._styles = []

    def _end_cell(self) -> None:
        now = self._open[-1]
        if now.cell is None:
            return
        words, style = now.cell, now.cell_style
        now.cell = None
        text = words.text()
        for address in list(words.links)[1:_MOST_LINKS]:
            if address.removeprefix("mailto:") not in text:
                text += "\n" + address.removeprefix("mailto:")
        font = next(iter(words.fonts)) if len(words.fonts) == 1 else ""
        cell = GridCell(
            text=symbol_text(text) if font else text,
            kind="text" if text else "empty",
            fill=style.fill or "",
            font=font if text else "",
            bold=bool(words.bold) and all(words.bold),
            strike=bool(words.struck) and all(words.struck),
            comment=words.title if words.title != text else "",
            link=next(iter(words.links), ""),
            formula=now.formula,
        )
        if cell.text or cell.fill or cell.comment or cell.link or cell.formula:
            now.table.cells[now.cell_at] = cell

    def _style(self, tag: Tag) -> None:
        if tag.closes:
            for at in range(len(self._styles) - 1, max(len(self._styles) - 20, -1), -1):
                if self._styles[at][0] == tag.name:
                    del self._styles[at:]
                    return
            return
        found = self._sheet.style(tag.name, tag.attributes)
        if tag.name in _BY_NAME:
            found = found.over(_BY_NAME[tag.name])
        if "face" in tag.attributes:
            found = replace(found, font=symbol_font(tag.attributes["face"]))
        if tag.name == "a":
            address = tag.attributes.get("href", "").strip()
            if address and not address.lower().startswith(("#", "javascript:", "data:")):
                self._words().links.setdefault(address)
        if len(self._styles) < _DEEP_STYLES:
            self._styles.append((tag.name, found.over(self._styles[-1][1] if self._styles else PLAIN)))

    def _text(self, data: str) -> None:
        style = self._styles[-1][1] if self._styles else PLAIN
        if style.hidden:
            return
        words = self._words()
        spoken = bool(data.strip())
        if words.fresh and not spoken:
            return
        words.pieces.append(data.replace("\n", " "))
        if self._in_heading is not None:
            self._in_heading.append(data)
        if spoken:
            words.fresh = False
            below = self._open[-1].cell_style if self._open else PLAIN
            style = style.over(below)
            words.struck.append(bool(style.strike))
            words.fonts.add(style.font or "")
            words.bold.append(bool(style.bold))

    def _break(self, *, always: bool = False) -> None:
        words = self._words()
        if always or not words.fresh:
            words.pieces.append("\n")
        words.fresh = True

    def _words(self) -> Words:
        if self._open and self._open[-1].cell is not None:
            return self._open[-1].cell
        return self._outside

    def _headed(self, text: str) -> None:
        if self._open and self._open[-1].cell is None:
            self._open[-1].table.heading = text or self._open[-1].table.heading
        elif text:
            self._heading = text

    def _flush(self) -> None:
        self._items.extend(line for line in self._outside.text().split("\n") if line)
        self._outside = Words()


def _span(attributes: Mapping[str, str], name: str) -> int:
    match = _SPAN.match(attributes.get(name, "1"))
    return max(int(match[1]), 1) if match else 1
