"""The small parts of an xlsx around its sheets: relations, shared strings, theme, comments, list of sheets."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.archive import Archive

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_DRAWING = ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main")
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

NAMESPACES: Mapping[str, str] = {
    **dict.fromkeys((_MAIN, _STRICT, _RELATIONS, _THREADED, _TYPES), ""),
    **dict.fromkeys(_DRAWING, "a:"),
}
"""Short names: elements of the format itself have none, drawing elements ``a:``."""

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """Return a string with the format's ``_x000D_`` escapes resolved."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points to; ``kind`` is the last word of the relation's type."""

    kind: str
    target: str
    external: bool


class Relations:
    """Relations of one part by id."""

    def __init__(self, part: str) -> None:
        self._folder = posixpath.dirname(part)
        self.by_id: dict[str, Relation] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take one relation."""
        if name != "Relationship":
            return
        external = attributes.get("TargetMode") == "External"
        target = attributes.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/" + self._folder, target)).lstrip("/")
        kind = attributes.get("Type", "").rpartition("/")[2].casefold()
        self.by_id[attributes.get("Id", "")] = Relation(kind, target, external)

    def end(self, name: str) -> None:
        """Nothing to do."""

    def text(self, data: str) -> None:
        """Nothing to do."""


def relations(archive: Archive, part: str) -> dict[str, Relation]:
    """Return the relations of a part by id, none where it has no list of them."""
    folder, name = posixpath.split(part)
    listing = posixpath.join(folder, "_rels", name + ".rels")
    handler = Relations(part)
    if listing in archive:
        archive.parse(listing, handler, NAMESPACES)
    return handler.by_id


@dataclass(slots=True)
class Sheet:
    """An entry of the workbook's list of sheets."""

    name: str
    relation: str
    hidden: bool


class Workbook:
    """The list of sheets and the day from which dates count."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.since_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take sheets and properties."""
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(" id")), "")
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append(Sheet(attributes.get("name", ""), relation, hidden))
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904", "0") in ("1", "true")

    def end(self, name: str) -> None:
        """Nothing to do."""

    def text(self, data: str) -> None:
        """Nothing to do."""


@dataclass(slots=True)
class Rich:
    """A string with what its runs agree on: struck through, a symbol font."""

    text: str = ""
    strike: bool = False
    font: str = ""


@dataclass(slots=True)
class RichText:
    """Gathers the runs of a string item (``si``, ``is``, a comment's ``text``); phonetic hints are left out."""

    _pieces: list[str] = field(default_factory=list)
    _struck: list[bool] = field(default_factory=list)
    _fonts: list[str] = field(default_factory=list)
    _run: tuple[bool, str] = (False, "")
    _in_text: bool = False
    _phonetic: bool = False

    @property
    def begun(self) -> bool:
        """Whether anything has been gathered since the last string."""
        return bool(self._pieces) or self._run != (False, "")

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the marks of a run."""
        if name == "t":
            self._in_text = not self._phonetic
        elif name == "rPh":
            self._phonetic = True
        elif name == "r":
            self._run = (False, "")
        elif name == "strike":
            self._run = (attributes.get("val", "1") not in ("0", "false"), self._run[1])
        elif name == "rFont":
            self._run = (self._run[0], attributes.get("val", ""))

    def end(self, name: str) -> None:
        """Close a run's text."""
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._phonetic = False

    def text(self, data: str) -> None:
        """Take characters of the current run."""
        if self._in_text:
            self._pieces.append(data)
            if data.strip():
                self._struck.append(self._run[0])
                self._fonts.append(self._run[1])

    def take(self) -> Rich:
        """Return the string gathered so far and begin anew."""
        fonts = set(self._fonts)
        rich = Rich(
            unescape("".join(self._pieces)),
            bool(self._struck) and all(self._struck),
            fonts.pop() if len(fonts) == 1 else "",
        )
        self._pieces, self._struck, self._fonts, self._run = [], [], [], (False, "")
        return rich


class Comments:
    """Comments of a sheet by cell; a threaded conversation wins over the copy kept for old programs."""

    def __init__(self) -> None:
        self.by_ref: dict[str, str] = {}
        self._authors: list[str] = []
        self._rich = RichText()
        self._ref = ""
        self._author = ""
        self._in_author = False
        self._threaded: set[str] = set()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an author, a comment or a post of a thread."""
        if name == "comment":
            self._ref = attributes.get("ref", "")
            number = attributes.get("authorId", "")
            known = number.isdigit() and int(number) < len(self._authors)
            self._author = self._authors[int(number)] if known else ""
        elif name == "threadedComment":
            self._ref = attributes.get("ref", "")
        elif name == "text" and self._ref:
            self._rich.take()
            self._rich.start("t", {})
        elif name == "author":
            self._in_author = True
            self._authors.append("")
        else:
            self._rich.start(name, attributes)

    def end(self, name: str) -> None:
        """Close a comment."""
        if name == "comment":
            said = self._rich.take().text.strip()
            if self._author and said.startswith(self._author + ":"):
                said = said[len(self._author) + 1 :].strip()  # Excel writes who commented in front; the role is enough
            self.by_ref.setdefault(self._ref, said)
        elif name == "threadedComment":
            said = self._rich.take().text.strip()
            earlier = self.by_ref.get(self._ref, "") if self._ref in self._threaded else ""
            self._threaded.add(self._ref)
            self.by_ref[self._ref] = f"{earlier}\n{said}".strip()
        elif name == "author":
            self._in_author = False
        else:
            self._rich.end("t" if name == "text" else name)

    def text(self, data: str) -> None:
        """Take characters."""
        if self._in_author:
            self._authors[-1] += data
        else:
            self._rich.text(data)
