"""What the styles and lists of a Word document say about its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from loaders.readers.docx_text import said, whole

Role = Literal["", "title", "heading", "caption", "contents", "list"]

_DEPTH = re.compile(r"(?:heading|berschrift|titre)\s*(\d)", re.IGNORECASE)
_DEEPER = re.compile(r"\s([2-5])$")
_ROLES: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"^(?:title|titel)$", re.IGNORECASE), "title"),
    (re.compile(r"heading|berschrift|subtitle|untertitel", re.IGNORECASE), "heading"),
    (re.compile(r"caption|beschriftung", re.IGNORECASE), "caption"),
    (re.compile(r"^(?:toc|verzeichnis|table of figures|abbildungsverzeichnis)\b", re.IGNORECASE), "contents"),
    (re.compile(r"list|aufz|bullet|nummerierung", re.IGNORECASE), "list"),
)
_LEVELS = 9
_BASES = 12


@dataclass(slots=True)
class Style:
    """A paragraph style."""

    name: str = ""
    based_on: str = ""
    outline: int = _LEVELS
    list_id: str = ""
    list_level: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is by its style: its role, and how deep."""

    role: Role = ""
    level: int = 0
    list_id: str = ""
    list_level: int = 0


@dataclass(slots=True)
class Styles:
    """Listens to ``styles.xml``."""

    by_id: dict[str, Style] = field(default_factory=dict)
    _now: Style = field(default_factory=Style)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a style or what it says."""
        if name == "w:style":
            self._now = self.by_id[said(attributes, "styleId")] = Style()
        elif name == "w:name":
            self._now.name = said(attributes, "val")
        elif name == "w:basedOn":
            self._now.based_on = said(attributes, "val")
        elif name == "w:outlineLvl":
            self._now.outline = whole(attributes, "val", _LEVELS)
        elif name == "w:numId":
            self._now.list_id = said(attributes, "val")
        elif name == "w:ilvl":
            self._now.list_level = whole(attributes, "val", 0)

    def end(self, name: str) -> None:
        """Nothing needs closing."""

    def text(self, data: str) -> None:
        """Nothing is said between the tags."""

    def look(self, style_id: str) -> Look:
        """Return what a paragraph of a style is."""
        style = self.by_id.get(style_id, Style(name=style_id))
        bases = [style]
        while len(bases) < _BASES and bases[-1].based_on in self.by_id:
            bases.append(self.by_id[bases[-1].based_on])
        listed = next((base for base in bases if base.list_id), Style())
        for base in bases:
            depth = _DEPTH.search(base.name)
            role = _role(base.name)
            if base.outline < _LEVELS and role in ("", "list"):
                return Look("heading", base.outline + 1)
            if role:
                level = int(depth[1]) if depth else 1 if role == "title" else 2
                deeper = _DEEPER.search(base.name) if role == "list" else None
                item = int(deeper[1]) - 1 if deeper else listed.list_level
                return Look(role, level if role in ("title", "heading") else 0, listed.list_id, item)
        return Look("", 0, listed.list_id, listed.list_level)


def _role(name: str) -> Role:
    return next((role for shape, role in _ROLES if shape.search(name)), "")


@dataclass(slots=True)
class Lists:
    """Listens to ``numbering.xml``: which lists count, and which only have a sign."""

    _counting: dict[tuple[str, int], bool] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _now: str = ""
    _level: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a list or a level of one."""
        if name == "w:abstractNum":
            self._now = said(attributes, "abstractNumId")
        elif name == "w:lvl":
            self._level = whole(attributes, "ilvl", 0)
        elif name == "w:numFmt":
            self._counting[self._now, self._level] = said(attributes, "val") not in ("bullet", "none")
        elif name == "w:num":
            self._now = said(attributes, "numId")
        elif name == "w:abstractNumId":
            self._abstract[self._now] = said(attributes, "val")

    def end(self, name: str) -> None:
        """Nothing needs closing."""

    def text(self, data: str) -> None:
        """Nothing is said between the tags."""

    def sign(self, list_id: str, level: int) -> str:
        """Return what stands before the next item of a list."""
        if not self._counting.get((self._abstract.get(list_id, ""), level), False):
            return "•"
        for deeper in range(level + 1, _LEVELS):
            self._counts.pop((list_id, deeper), None)
        self._counts[list_id, level] = count = self._counts.get((list_id, level), 0) + 1
        return f"{count}."
