"""How the cells of an xlsx look: fill, font, strike and number format of every cell style."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.readers.colours import OFFICE_THEME, PALETTE, THEME_ORDER, resolve
from loaders.readers.number_format import BUILTIN
from loaders.readers.sheet import Look, symbol_font

_OFF = ("0", "false")


class Theme:
    """The colours of a workbook's theme, in the order in which styles count them."""

    def __init__(self) -> None:
        self._colours: dict[str, str] = {}
        self._slot = ""

    @property
    def colours(self) -> tuple[str, ...]:
        """RGB by number."""
        return tuple(
            self._colours.get(slot, known) for slot, known in zip(THEME_ORDER, OFFICE_THEME, strict=True)
        )  # fmt: skip

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a colour of the scheme."""
        if not name.startswith("a:"):
            return
        local = name[2:]
        if local in THEME_ORDER:
            self._slot = local
        elif self._slot and local in ("srgbClr", "sysClr"):
            value = attributes.get("lastClr" if local == "sysClr" else "val", "")
            if len(value) == 6:
                self._colours.setdefault(self._slot, value.upper())
            self._slot = ""

    def end(self, name: str) -> None:
        """Nothing to do."""

    def text(self, data: str) -> None:
        """Nothing to do."""


@dataclass(slots=True)
class _Font:
    name: str = ""
    bold: bool = False
    strike: bool = False


class Styles:
    """The style tables of a workbook."""

    def __init__(self, theme: Sequence[str]) -> None:
        self._theme = theme
        self._palette = list(PALETTE)
        self._codes: dict[int, str] = dict(BUILTIN)
        self._fonts: list[_Font] = []
        self._fills: list[tuple[str, Mapping[str, str]]] = []
        self._formats: list[tuple[int, int, int]] = []
        self._within: list[str] = []
        self._own_palette = 0

    def looks(self) -> list[Look]:
        """Return the look of every cell style, by number."""
        return [self._look(*numbers) for numbers in self._formats]

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take one entry of one of the tables."""
        parent = self._within[-1] if self._within else ""
        self._within.append(name)
        if name == "numFmt" and parent == "numFmts":
            self._codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "font" and parent == "fonts":
            self._fonts.append(_Font())
        elif parent == "font" and len(self._within) > 2 and self._within[-3] == "fonts":
            self._font(name, attributes)
        elif name == "fill" and parent == "fills":
            self._fills.append(("", {}))
        elif name in ("patternFill", "gradientFill") and parent == "fill":
            if self._fills and self._within[-3:-2] == ["fills"]:
                self._fills[-1] = (attributes.get("patternType", "none" if name[0] == "p" else "gradient"), {})
        elif "fills" in self._within and name in ("fgColor", "color") and self._fills and not self._fills[-1][1]:
            self._fills[-1] = (self._fills[-1][0], dict(attributes))
        elif name == "rgbColor" and self._own_palette < len(self._palette):
            self._palette[self._own_palette] = attributes.get("rgb", "")[-6:].upper()
            self._own_palette += 1
        elif name == "xf" and parent == "cellXfs":
            self._formats.append(
                (int(attributes.get("numFmtId", 0)), int(attributes.get("fontId", 0)), int(attributes.get("fillId", 0)))
            )

    def end(self, name: str) -> None:
        """Leave an element."""
        self._within.pop()

    def text(self, data: str) -> None:
        """Nothing to do."""

    def _font(self, name: str, attributes: Mapping[str, str]) -> None:
        font = self._fonts[-1]
        if name == "name":
            font.name = symbol_font(attributes.get("val", ""))
        elif name == "b":
            font.bold = attributes.get("val", "1") not in _OFF
        elif name == "strike":
            font.strike = attributes.get("val", "1") not in _OFF

    def _look(self, code: int, font: int, fill: int) -> Look:
        face = self._fonts[font] if font < len(self._fonts) else _Font()
        pattern, colour = self._fills[fill] if fill < len(self._fills) else ("", {})
        seen = "" if pattern in ("", "none", "gray125") else resolve(colour, self._theme, self._palette)
        seen = "" if seen == "FFFFFF" else seen  # painted white is how people take a colour away
        return Look(seen, face.name, face.bold, face.strike, self._codes.get(code, ""))
