"""The running text of a Word document as it streams by: words of a cell or paragraph, with what its runs agree on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.readers.css import colour
from loaders.readers.sheet import symbol_font, symbol_text

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMESPACES: Mapping[str, str] = {
    **dict.fromkeys((_W, _STRICT), "w:"),
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}
"""Short names of elements."""

_OFF = ("0", "false", "off", "none")
_FIELD_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')


def said(attributes: Mapping[str, str], name: str, otherwise: str = "") -> str:
    """Return an attribute by its local name."""
    for key, value in attributes.items():
        if key == name or key.endswith(f" {name}"):
            return value
    return otherwise


def whole(attributes: Mapping[str, str], name: str, otherwise: int) -> int:
    """Return an attribute that is a number."""
    value = said(attributes, name)
    return int(value) if value.isdecimal() and len(value) < 7 else otherwise


@dataclass(slots=True)
class _Run:
    strike: bool = False
    bold: bool = False
    font: str = ""
    fill: str = ""
    hidden: bool = False


@dataclass(slots=True)
class Words:
    """What stands in a cell or a paragraph."""

    pieces: list[str] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Return the lines, each without blanks around it."""
        return "\n".join(line.strip(" \t") for line in "".join(self.pieces).split("\n")).strip("\n")

    def font(self) -> str:
        """Return the symbol font that all runs are in."""
        fonts = {run.font for run in self.runs}
        return fonts.pop() if len(fonts) == 1 else ""

    def fill(self) -> str:
        """Return the colour with which all of it is marked."""
        fills = {run.fill for run in self.runs}
        return fills.pop() if len(fills) == 1 else ""

    def struck(self) -> bool:
        """Return whether all of it is struck through."""
        return bool(self.runs) and all(run.strike for run in self.runs)

    def bold(self) -> bool:
        """Return whether all of it is bold."""
        return bool(self.runs) and all(run.bold for run in self.runs)


class RunText:
    """Listens to runs and adds what they say to some `Words`."""

    def __init__(self, relations: Mapping[str, str]) -> None:
        self.words = Words()
        self._relations = relations
        self._run = _Run()
        self._in_text = False
        self._in_code = False
        self.within_properties = False
        self._box: bool | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element within a paragraph."""
        if name == "w:t":
            self._in_text = True
        elif name in ("w:r", "w:p"):
            self._run = _Run()
        elif name == "w:rPr":
            self.within_properties = True
        elif self.within_properties:
            self._property(name, attributes)
        elif name in ("w:br", "w:cr"):
            self.add("\n")
        elif name == "w:tab":
            self.add(" ")
        elif name == "w:noBreakHyphen":
            self.add("-")
        elif name == "w:sym":
            self._symbol(attributes)
        elif name == "w:instrText":
            self._in_code = True
        elif name == "w:hyperlink":
            target = self._relations.get(said(attributes, "id"), "")
            if target and not target.startswith("#"):
                self.words.links.append(target)
        elif name == "w:checkBox":
            self._box = False
        elif name in ("w:checked", "w:default") and self._box is not None:
            self._box = said(attributes, "val", "1") not in _OFF

    def end(self, name: str) -> None:
        """Close an element within a paragraph."""
        if name == "w:t":
            self._in_text = False
        elif name == "w:rPr":
            self.within_properties = False
        elif name == "w:r":
            self._run = _Run()  # the mark at a paragraph's end has properties too, and they are nobody's
        elif name == "w:instrText":
            self._in_code = False
        elif name == "w:checkBox":
            self.add("☑" if self._box else "☐")
            self._box = None

    def text(self, data: str) -> None:
        """Take characters."""
        if self._in_text and not self._run.hidden:
            self.add(data)
        elif self._in_code and (link := _FIELD_LINK.match(data)):
            self.words.links.append(link[1])

    def add(self, text: str) -> None:
        """Add to the words in the look of the current run."""
        self.words.pieces.append(symbol_text(text) if self._run.font else text)
        if text.strip():
            self.words.runs.append(self._run)

    def _property(self, name: str, attributes: Mapping[str, str]) -> None:
        on = said(attributes, "val", "1") not in _OFF
        if name in ("w:strike", "w:dstrike"):
            self._run.strike = self._run.strike or on
        elif name == "w:b":
            self._run.bold = on
        elif name == "w:rFonts":
            self._run.font = symbol_font(said(attributes, "ascii") or said(attributes, "hAnsi"))
        elif name == "w:highlight" and on:
            self._run.fill = colour(said(attributes, "val"))
        elif name == "w:shd":
            self._run.fill = self._run.fill or colour(said(attributes, "fill"))
        elif name in ("w:vanish", "w:webHidden"):
            self._run.hidden = on

    def _symbol(self, attributes: Mapping[str, str]) -> None:
        code, font = said(attributes, "char"), symbol_font(said(attributes, "font"))
        try:
            char = chr(int(code, 16))
        except ValueError:
            return
        self._run = _Run(self._run.strike, self._run.bold, font, self._run.fill)
        self.add(symbol_text(char))
