"""The little of style sheets that means something in a table: colour, strike, bold, symbol font, hidden."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from loaders.readers.sheet import symbol_font

_SELECTOR = re.compile(r"([a-z0-9]*)(?:\.([\w-]+))?", re.IGNORECASE)
_RGB = re.compile(
    r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]+%?)\s*)?\)", re.IGNORECASE
)
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})(?:[0-9a-f]{2})?\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{3,20}", re.IGNORECASE)
_BOLD = ("bold", "bolder", "600", "700", "800", "900")


@dataclass(frozen=True, slots=True)
class Style:
    """What an element's style says; ``None`` where it says nothing."""

    fill: str | None = None
    font: str | None = None
    bold: bool | None = None
    strike: bool | None = None
    hidden: bool | None = None

    def over(self, below: Style) -> Style:
        """Return this style where it speaks, else the one below it."""
        return Style(
            below.fill if self.fill is None else self.fill,
            below.font if self.font is None else self.font,
            below.bold if self.bold is None else self.bold,
            below.strike if self.strike is None else self.strike,
            below.hidden if self.hidden is None else self.hidden,
        )


PLAIN = Style()


class Sheet:
    """The rules of a page for elements and classes; anything more particular is passed over."""

    def __init__(self) -> None:
        self._rules: dict[tuple[str, str], Style] = {}

    def add(self, source: str) -> None:
        """Take the text of a ``style`` element."""
        first, *others = source.replace("<!--", " ").replace("-->", " ").split("/*")
        uncommented = first + " ".join(piece.partition("*/")[2] for piece in others)
        for rule in uncommented.split("}"):
            selectors, _, body = rule.partition("{")
            said = declarations(body)
            for selector in selectors.split(","):
                simple = _SELECTOR.fullmatch(selector.strip())
                if simple and said != PLAIN:
                    key = (simple[1].lower(), (simple[2] or "").casefold())
                    self._rules[key] = said.over(self._rules.get(key, PLAIN))

    def style(self, name: str, attributes: Mapping[str, str]) -> Style:
        """Return what an element's own attributes and the page's rules say of it."""
        found = self._rules.get((name, ""), PLAIN)
        if not attributes:
            return found
        for word in attributes.get("class", "").casefold().split():
            for key in (("", word), (name, word)):
                if key in self._rules:
                    found = self._rules[key].over(found)
        if "bgcolor" in attributes:
            found = replace(found, fill=colour(attributes["bgcolor"]))
        if "style" in attributes:
            found = declarations(attributes["style"]).over(found)
        if "hidden" in attributes:
            found = replace(found, hidden=True)
        return found


@lru_cache(maxsize=4096)
def declarations(source: str) -> Style:
    """Return what a list of declarations (``background:#92D050;font-weight:700``) says."""
    found = PLAIN
    for name, value in _pairs(source.split(";")):
        if name in ("background", "background-color"):
            found = replace(found, fill=colour(value))
        elif name == "display":
            found = replace(found, hidden=value == "none")
        elif name == "visibility":
            found = replace(found, hidden=value in ("hidden", "collapse"))
        elif name == "font-weight":
            found = replace(found, bold=value in _BOLD)
        elif name in ("text-decoration", "text-decoration-line"):
            found = replace(found, strike="line-through" in value)
        elif name in ("font-family", "font"):
            found = replace(found, font=symbol_font(value.split(",")[0].strip("\"' ").title()))
    return found


def colour(text: str) -> str:
    """Return the RGB of a colour as style sheets write it; nothing for white and transparent."""
    exact = _HEX.search(text)
    if exact:
        digits = exact[1].upper()
        found = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    elif mixed := _RGB.search(text):
        clear = mixed[4] in ("0", "0%", "0.0")
        found = "" if clear else "".join(f"{min(int(part), 255):02X}" for part in mixed.group(1, 2, 3))
    else:
        found = next((_names()[word] for word in _WORD.findall(text.lower()) if word in _names()), "")
    if not found and re.fullmatch(r"\s*[0-9a-fA-F]{6}\s*", text):
        found = text.strip().upper()  # the old attribute also without its sign
    return "" if found == "FFFFFF" else found


def _pairs(parts: Iterable[str]) -> Iterable[tuple[str, str]]:
    for part in parts:
        name, colon, value = part.partition(":")
        if colon:
            yield name.strip().lower(), value.strip().lower().removesuffix("!important").strip()


@cache
def _names() -> Mapping[str, str]:
    return tomllib.loads(Path(__file__).with_name("css_colours.toml").read_text(encoding="utf-8"))
