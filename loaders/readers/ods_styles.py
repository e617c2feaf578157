"""How the cells of an ods look: automatic and named styles with their parents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.readers.sheet import Look, symbol_font

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT, STYLE, DRAW = (f"{_ODF}{name}:1.0 " for name in ("office", "table", "text", "style", "drawing"))
FO = f"{_ODF}xsl-fo-compatible:1.0 "
XLINK = "http://www.w3.org/1999/xlink "
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
NAMESPACES: Mapping[str, str] = {
    OFFICE.strip(): "office:", TABLE.strip(): "table:", TEXT.strip(): "text:", STYLE.strip(): "style:",
    DRAW.strip(): "draw:", "http://purl.org/dc/elements/1.1/": "dc:",
}  # fmt: skip
"""Short names of elements; attributes keep their addresses (the constants above)."""

_NONE = ("", "none")


@dataclass(slots=True)
class _Style:
    parent: str = ""
    says: dict[str, str] = field(default_factory=dict)


class Styles:
    """Styles by name, gathered from ``styles.xml`` and the head of ``content.xml``."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._looks: dict[str, Look] = {}
        self._current: _Style | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a style or its properties."""
        if name == "style:style":
            family = attributes.get(STYLE + "family", "")
            key = f"{family} {attributes.get(STYLE + 'name', '')}"
            parent = attributes.get(STYLE + "parent-style-name", "")
            self._current = self._styles[key] = _Style(f"{family} {parent}" if parent else "")
        elif self._current is not None and name.endswith("-properties"):
            self._properties(self._current.says, attributes)

    def end(self, name: str) -> None:
        """Close a style."""
        if name == "style:style":
            self._current = None

    def text(self, data: str) -> None:
        """Nothing to do."""

    def look(self, name: str) -> Look:
        """Return the look of a cell style."""
        known = self._looks.get(name)
        if known is None:
            fill = self._said("table-cell " + name, "fill").lstrip("#").upper()
            known = self._looks[name] = Look(
                fill="" if fill in ("TRANSPARENT", "FFFFFF") or len(fill) != 6 else fill,
                font=symbol_font(self._said("table-cell " + name, "font")),
                bold=self._said("table-cell " + name, "bold") in ("bold", "600", "700", "800", "900"),
                strike=self.strikes("table-cell", name),
            )
        return known

    def strikes(self, family: str, name: str) -> bool:
        """Return whether a cell or text style is struck through."""
        return self._said(f"{family} {name}", "strike") not in _NONE

    def hides(self, name: str) -> bool:
        """Return whether a table style hides its sheet."""
        return self._said(f"table {name}", "display") == "false"

    @staticmethod
    def _properties(says: dict[str, str], attributes: Mapping[str, str]) -> None:
        for key, wanted in (
            ("fill", FO + "background-color"),
            ("font", FO + "font-family"),
            ("font", STYLE + "font-name"),
            ("bold", FO + "font-weight"),
            ("strike", STYLE + "text-line-through-type"),
            ("strike", STYLE + "text-line-through-style"),
            ("display", TABLE + "display"),
        ):
            if wanted in attributes:
                says[key] = attributes[wanted]

    def _said(self, key: str, what: str) -> str:
        seen: set[str] = set()
        while key in self._styles and key not in seen:
            seen.add(key)
            style = self._styles[key]
            if what in style.says:
                return style.says[what]
            key = style.parent
        return ""
