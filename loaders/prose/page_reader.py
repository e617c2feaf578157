"""The tags of a page as they stream by, gathered as parts: what each stretch of text is and which region it is in."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from loaders.limits import Limits
from loaders.prose.finish import check_length
from loaders.prose.page_parts import Line, Part, PartKind
from loaders.prose.regions import Region, is_silent, region_of, within
from loaders.prose.table_writer import lays_out
from loaders.readers.css import Sheet
from loaders.readers.html_tables import Reader as TableReader
from loaders.readers.markup import Tag, blanks
from loaders.readers.page import Table

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source", "button", "input", "nobr", "ruby", "rt", "center",
))  # fmt: skip
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
_ITEMS = frozenset(("li", "dt", "dd"))
_CONTENT: tuple[Region, ...] = ("main", "article", "content")
_LOOK_BACK = 60
_FEWEST_ALT_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Frame:
    """An open element and what holds inside it."""

    name: str
    region: Region = ""
    kind: PartKind = "paragraph"
    depth: int = 0
    level: int = 0
    link: bool = False
    bold: bool = False


class PageReader:
    """Takes the tokens of a page."""

    def __init__(self, limits: Limits, folded_away: AbstractSet[str]) -> None:
        self.parts: list[Part] = []
        self.title = ""
        self._limits = limits
        self._folded_away = folded_away
        self._sheet = Sheet()
        self._stack = [_Frame("")]
        self._line = Line()
        self._counts: list[int] = []
        self._sign = ""
        self._close = False
        self._length = 0
        self._silent = ""
        self._held: list[Tag | str] = []
        self._tables_open = 0
        self._in_layout = 0

    def take(self, token: Tag | str) -> None:
        """Take one token."""
        if isinstance(token, Tag):
            if self._silent:
                self._within_silent(token)
            elif self._tables_open or (token.name == "table" and not self._in_layout and not token.closes):
                self._hold(token)
            else:
                self._tag(token)
        elif self._silent == "style":
            self._sheet.add(token)
        elif self._silent == "title":
            self.title = self.title or token
        elif self._silent:
            return
        elif self._tables_open:
            self._held.append(token)
        else:
            self._text(token)

    def end(self) -> list[Part]:
        """End the page; what is still open is complete. Return its parts."""
        if self._tables_open:
            self._end_table()
        self._break()
        return self.parts

    def _within_silent(self, tag: Tag) -> None:
        if tag.closes and tag.name == self._silent:
            self._silent = ""
        elif self._silent == "head" and tag.name in ("style", "title") and not tag.closes:
            self._silent = tag.name
        elif self._silent in ("head", "select", "noscript") and tag.name in ("body", "main", "h1"):
            self._silent = ""  # never closed
            self._tag(tag)

    def _tag(self, tag: Tag) -> None:
        name = tag.name
        if is_silent(name) or name == "title":
            self._silent = "" if tag.closes else name
        elif name in ("br", "hr"):
            self._break()
            self._close = name == "br"
        elif name == "img":
            self._picture(tag)
        elif name in _VOID:
            return
        elif tag.closes:
            self._shut(name)
        else:
            self._open(tag)

    def _open(self, tag: Tag) -> None:
        name = tag.name
        if name in _ITEMS:
            self._shut_open_item(name)
        if name not in _INLINE:
            self._break()
            self._close = False
        above = self._stack[-1]
        own = region_of(tag, self._folded_away)
        if not own and self._sheet.style(name, tag.attributes).hidden:
            own = "unseen" if tag.attributes.get("id", "") not in self._folded_away else ""
        if name == "header" and own == "outside" and above.region in _CONTENT:
            own = ""  # the head of an article holds its title
        frame = replace(above, name=name, region=within(above.region, own))
        if name in _HEADINGS or name == "summary":
            frame = replace(frame, kind="heading", level=_HEADINGS.get(name, 0))
        elif name in _LISTS:
            frame = replace(frame, depth=above.depth + 1, kind="paragraph")
            self._counts.append(0)
        elif name == "li":
            frame = replace(frame, kind="bullet", depth=max(above.depth, 1))
            self._sign = self._next_sign()
        elif name in ("dt", "dd"):
            frame = replace(frame, kind="term" if name == "dt" else "definition")
        elif name in ("figcaption", "caption"):
            frame = replace(frame, kind="caption")
        elif name == "a" and tag.attributes.get("href"):
            frame = replace(frame, link=not tag.attributes["href"].lower().startswith(("mailto:", "tel:")))
        elif name in ("b", "strong"):
            frame = replace(frame, bold=True)
        elif name == "button" and above.kind != "heading":
            folds = "aria-controls" in tag.attributes or "aria-expanded" in tag.attributes
            frame = (
                replace(frame, kind="heading", level=0)
                if folds
                else replace(frame, region=within(above.region, "around"))
            )
            self._break()
        self._stack.append(frame)

    def _next_sign(self) -> str:
        """Return what the list puts before its next item."""
        ordered = next((frame.name for frame in reversed(self._stack[-_LOOK_BACK:]) if frame.name in _LISTS), "")
        if ordered != "ol" or not self._counts:
            return "•"
        self._counts[-1] += 1
        return f"{self._counts[-1]}."

    def _shut_open_item(self, name: str) -> None:
        """An item ends where the next begins, even if nobody says so."""
        for frame in reversed(self._stack[-_LOOK_BACK:]):
            if frame.name in _LISTS:
                return
            if frame.name == name or (frame.name in ("dt", "dd") and name in ("dt", "dd")):
                self._shut(frame.name)
                return

    def _shut(self, name: str) -> None:
        if name not in _INLINE or name == "button":
            self._break()
            self._close = False
        for at in range(len(self._stack) - 1, max(len(self._stack) - 1 - _LOOK_BACK, 0), -1):
            if self._stack[at].name == name:
                lists = sum(1 for frame in self._stack[at:] if frame.name in _LISTS)
                del self._stack[at:]
                if lists:
                    del self._counts[-lists:]
                break
        if name == "li":
            self._sign = ""

    def _text(self, words: str) -> None:
        frame = self._stack[-1]
        if words.strip() or self._line.pieces:
            self._line.add(words, link=frame.link, bold=frame.bold)

    def _picture(self, tag: Tag) -> None:
        """What a picture shows is said in words where somebody took the trouble."""
        words = tag.attributes.get("alt", "")
        frame = self._stack[-1]
        if len(words.split()) < _FEWEST_ALT_WORDS:
            return
        if self._line.pieces:
            self._break()
        self._add(Part(blanks(words).strip(), "caption", 0, frame.region, linked=0))

    def _break(self) -> None:
        """End the line that is being read."""
        line, self._line = self._line, Line()
        words = blanks("".join(line.pieces)).strip(" \u00a0")
        if not words:
            return
        frame = self._stack[-1]
        kind, sign = frame.kind, ""
        if kind == "bullet" or (self._sign and kind == "heading"):
            sign, self._sign = self._sign, ""
            kind = kind if sign else "paragraph"
        level = frame.level if kind == "heading" else frame.depth
        self._add(Part(words, kind, level, frame.region, sign, line.linked, line.bold, self._close))
        self._close = True

    def _add(self, part: Part) -> None:
        self.parts.append(part)
        self._length += len(part.words)
        check_length(self._length)

    def _hold(self, tag: Tag) -> None:
        """Keep the tokens of a table until it is complete."""
        if not self._tables_open:
            self._break()
        if tag.name == "table":
            self._tables_open += -1 if tag.closes else 1
        if is_silent(tag.name):
            self._silent = "" if tag.closes else tag.name
            return
        self._held.append(tag)
        if not self._tables_open:
            self._end_table()

    def _end_table(self) -> None:
        held, self._held, self._tables_open = self._held, [], 0
        reader = TableReader(self._limits, self._sheet)
        for token in held:
            reader.take(token)
        tables = [item for item in reader.close() if isinstance(item, Table)]
        headed = any(isinstance(token, Tag) and token.name in _HEADINGS for token in held)
        role = held[0].attributes.get("role", "") if isinstance(held[0], Tag) else ""
        if len(tables) == 1 and role != "presentation" and not lays_out(tables[0]) and not headed:
            table = tables[0]
            table.heading = table.heading or next(
                (p.words for p in reversed(self.parts[-3:]) if p.kind == "heading"), ""
            )
            region = (
                within(self._stack[-1].region, region_of(held[0], self._folded_away))
                if isinstance(held[0], Tag)
                else ""
            )
            caption = _caption(held)
            if caption:
                self._add(Part(caption, "caption", 0, region))
            self._add(Part("", "table", 0, region, table=table))
            return
        self._in_layout += 1
        for token in held:
            self.take(token)
        self._break()
        self._in_layout -= 1


def _caption(held: list[Tag | str]) -> str:
    pieces: list[str] = []
    inside = False
    for token in held:
        if isinstance(token, Tag):
            if token.name == "caption":
                inside = not token.closes
            elif token.name in ("tr", "td", "th"):
                break
        elif inside:
            pieces.append(token)
    return blanks("".join(pieces)).strip()
