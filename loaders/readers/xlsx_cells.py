"""What one stored cell of an xlsx says: value, type and style, as a person sees them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from loaders.grid_cell import GridCell, Manner
from loaders.readers.number_format import ERRORS, parse_number, render
from loaders.readers.sheet import Look, symbol_font, symbol_text
from loaders.readers.xlsx_parts import Rich, unescape

_LINK_FORMULA = re.compile(r'\s*(?:_xlfn\.)?HYPERLINK\(\s*"((?:[^"]|"")+)"', re.IGNORECASE)
_PLAIN = Look()
_ON = ("1", "true")


class CellMaker:
    """Makes cells of one workbook: knows its strings, its styles and the day from which its dates count."""

    def __init__(self, strings: Sequence[str | Rich], looks: Sequence[Look], *, since_1904: bool = False) -> None:
        self.strings = len(strings)
        self._strings = strings
        self._looks = looks
        self._since_1904 = since_1904
        self._manners: dict[str, Manner | None] = {}

    def texts(self, numbers: Sequence[int]) -> list[str] | None:
        """Return strings of the table; nothing where one has marks of its own."""
        found = list(map(self._strings.__getitem__, numbers))
        return cast("list[str]", found) if {*map(type, found)} <= {str} else None

    def manner(self, style: str) -> Manner | None:
        """Return the manner of a text that has no marks of its own; nothing where a symbol font changes its letters."""
        if style not in self._manners:
            said = self.said("inlineStr", style, None, inline="x")
            self._manners[style] = said[1] if said and not said[1][2] else None
        return self._manners[style]

    def cell(
        self, kind: str, style: str, value: str | None, *, formula: str | None = None, inline: str | Rich | None = None
    ) -> GridCell | None:
        """Return the cell, nothing where it holds nothing; arguments as of `said`."""
        said = self.said(kind, style, value, formula=formula, inline=inline)
        return GridCell(said[0], *said[1]) if said else None

    def said(
        self, kind: str, style: str, value: str | None, *, formula: str | None = None, inline: str | Rich | None = None
    ) -> tuple[str, Manner] | None:
        """Return text and manner of a cell, nothing where it holds nothing.

        Args:
            kind: the type as the file writes it (``s``, ``n``, ``str``, ...).
            style: number of the style, as text.
            value: what stands in ``v``.
            inline: the string of a cell that holds its own.
        """
        number = int(style or 0)
        look = self._looks[number] if number < len(self._looks) else _PLAIN
        rich = self._strings[_number(value)] if kind == "s" and value else inline
        if isinstance(rich, str):
            text, shown, strike, font = rich, "text", False, ""
        elif rich is not None:
            text, shown, strike, font = rich.text, "text", rich.strike, symbol_font(rich.font)
        else:
            (text, shown), strike, font = self._shown(kind, value, look.code), False, ""
        if not text and formula is None and not look.fill:
            return None
        font = font or look.font
        link = _LINK_FORMULA.match(formula) if formula else None
        some = bool(text)
        return (
            symbol_text(text) if font else text,
            (
                shown if some else "empty",
                look.fill,
                font if some else "",
                look.bold and some,
                (strike or look.strike) and some,
                "",
                link[1].replace('""', '"') if link else "",
                formula is not None,
            ),
        )

    def _shown(self, kind: str, value: str | None, code: str) -> tuple[str, str]:
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


def _number(value: str) -> int:
    """Return the number of a shared string; a negative one would count from the end and read another text."""
    if value.lstrip()[:1] == "-":
        raise ValueError(f"no such string: {value[:20]!r}")
    return int(value)
