"""How the cells of an old workbook look: fill through its palette, font, strike and number format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.readers.number_format import BUILTIN
from loaders.readers.sheet import Look, symbol_font

if TYPE_CHECKING:
    from xlrd import Book
    from xlrd.formatting import Font
    from xlrd.sheet import Sheet

_NO_PATTERN = (0, 17)
"""No pattern, and the faint dots that stand in every file and nowhere on paper."""
_BOLD = 600
_PLAIN = Look()


class Looks:
    """The cell styles of a workbook, by number."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._known: dict[int, Look] = {}

    def of(self, sheet: Sheet, row: int, column: int) -> Look:
        """Return how a stored cell looks; a book read without its styles looks plain."""
        if not self._book.formatting_info:
            return self._unformatted(sheet, row, column)
        number = sheet.cell_xf_index(row, column)
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = self._look(number)
        return known

    def face(self, number: int) -> Font | None:
        """Return a font, nothing where the book has none."""
        fonts = self._book.font_list
        return fonts[min(number, len(fonts) - 1)] if fonts else None

    def _look(self, number: int) -> Look:
        if number >= len(self._book.xf_list):
            return _PLAIN
        style = self._book.xf_list[number]
        face = self.face(style.font_index)
        return Look(
            fill=self._fill(style.background.fill_pattern, style.background.pattern_colour_index),
            font=symbol_font(face.name) if face else "",
            bold=face is not None and (bool(face.bold) or (face.weight or 0) >= _BOLD),
            strike=face is not None and bool(face.struck_out),
            code=self._code(style.format_key),
        )

    def _fill(self, pattern: int, colour: int) -> str:
        rgb = self._book.colour_map.get(colour) if pattern not in _NO_PATTERN else None
        seen = "".join(f"{part:02X}" for part in rgb) if rgb else ""
        return "" if seen == "FFFFFF" else seen  # painted white is how people take a colour away

    def _code(self, key: int) -> str:
        shape = self._book.format_map.get(key)
        return BUILTIN.get(key) or (shape.format_str if shape else "")

    def _unformatted(self, sheet: Sheet, row: int, column: int) -> Look:
        from xlrd.biffh import XL_CELL_DATE

        return Look(code="yyyy-mm-dd") if sheet.cell_type(row, column) == XL_CELL_DATE else _PLAIN
