"""Plain text and Markdown as blocks: what each stretch is, by its marks, its indentation and the lines around it."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.prose import lines as layout
from loaders.prose.cues import is_boilerplate
from loaders.prose.document import Block, Document
from loaders.prose.drawn import tables
from loaders.prose.headings import with_headings
from loaders.prose.labels import label_in
from loaders.prose.lines import Line
from loaders.prose.markers import Marker, marked_alone, marker
from loaders.prose.settle import settled

_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_UNDERLINE = re.compile(r"(=|-){3,}")
_ROW = 70
"""Characters of a line that is a row of a list rather than the first line of a paragraph."""
_STOPS = (".", "!", "?", ":", ";")


def document_of(text: str, source: str = "", notes: tuple[str, ...] = ()) -> Document:
    """Return a plain text as a document; its text is stored as it stands."""
    return Document(source, text, blocks(text), notes=notes)


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text or Markdown; every character that is not white space lies in one."""
    found = _Reader(text).read()
    return tuple(settled(text, with_headings(text, found)))


class _Reader:
    """Goes through the lines once; what is open is the last block and the items it stands in."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = layout.lines(text)
        self._tables = tables(text, self._lines)
        self._width = layout.width(text, self._lines)
        self._blocks: list[Block] = []
        self._items: list[tuple[int, str]] = []  # indentation and marker of the items the next line may stand in
        self._last: Line | None = None

    def read(self) -> list[Block]:
        at = 0
        while at < len(self._lines):
            at += self._take(at)
        return self._blocks

    def _take(self, at: int) -> int:
        """Take the line at a place, and those that belong to it at once; return how many."""
        line = self._lines[at]
        words = self._words(line)
        if table := self._tables.get(at):
            self._blocks += table
            self._items, self._last = [], None
            return len(table)
        last, self._last = self._last, line
        if hashes := _HASHES.match(words):
            self._blocks.append(Block(line.start, line.end, "heading", len(hashes[1])))
            self._items, self._last = [], None
        elif _UNDERLINE.fullmatch(words) and self._underlines(line, last):
            self._last = None
        elif marked_alone(words) and at + 1 < len(self._lines) and not marker(self._words(self._lines[at + 1])):
            self._item(replace(line, end=self._lines[at + 1].end), Marker(words, 1))
            return 2
        elif (opening := marker(words)) and self._is_item(at, opening) and not self._is_dash(line, last, opening):
            self._item(line, opening)
        else:
            self._line(line, last)
        return 1

    def _words(self, line: Line) -> str:
        return self._text[line.start : line.end]

    def _underlines(self, line: Line, last: Line | None) -> bool:
        """Make the line above a heading where this one underlines it."""
        above = self._blocks[-1] if self._blocks else None
        if above is None or line.gap or last is None or above.kind != "paragraph" or above.start != last.start:
            return False
        level = 1 if self._text[line.start] == "=" else 2
        self._blocks[-1] = replace(above, end=line.end, kind="heading", level=level)
        return True

    def _is_item(self, at: int, opening: Marker) -> bool:
        """Return whether a counted line is one of several: the one before or after counts on."""
        if not opening.number:
            return True
        line = self._lines[at]
        step = {at - 1: -1, at + 1: 1}
        for place, direction in step.items():
            while 0 <= place < len(self._lines) and self._lines[place].indent > line.indent:
                place += direction
            if not 0 <= place < len(self._lines):
                continue
            other = marker(self._words(self._lines[place]))
            if other and other.kind == opening.kind and other.number == opening.number + direction:
                return True
        last = self._blocks[-1] if self._blocks else None
        return bool(last and last.kind == "bullet" and last.level and (line.indent, opening.kind) in self._items)

    def _is_dash(self, line: Line, last: Line | None, opening: Marker) -> bool:
        """Return whether a line begins with a dash of the sentence that was broken before it."""
        if opening.kind != "-" or last is None or line.gap or ("-" in {kind for _, kind in self._items}):
            return False
        filled = self._width and layout.fills(self._text, last, line, self._width)
        return bool(filled) and not self._words(last).endswith(_STOPS)

    def _item(self, line: Line, opening: Marker) -> None:
        """Begin an item: beside those of its indentation and marker, else below the last one."""
        while self._items and line.indent < self._items[-1][0]:
            self._items.pop()
        if (line.indent, opening.kind) in self._items:
            while self._items[-1] != (line.indent, opening.kind):
                self._items.pop()
        else:
            self._items.append((line.indent, opening.kind))
        self._blocks.append(Block(line.start, line.end, "bullet", len(self._items)))

    def _line(self, line: Line, last: Line | None) -> None:
        """Take a line without a marker: it continues the block above, stands in an item, or begins a block."""
        inside = self._items and (line.indent > self._items[-1][0] or self._goes_on(line, last))
        if not inside and self._items:
            while self._items and line.indent <= self._items[-1][0]:
                self._items.pop()
        above = self._blocks[-1] if self._blocks else None
        labelled = label_in(self._words(line)) is not None
        if above and not labelled and self._continues(above, line, last):
            self._blocks[-1] = replace(above, end=line.end)
        else:
            self._blocks.append(Block(line.start, line.end, "label" if labelled else "paragraph", len(self._items)))

    def _continues(self, above: Block, line: Line, last: Line | None) -> bool:
        if last is None or line.gap or above.kind not in ("bullet", "paragraph", "label") or above.end != last.end:
            return False
        if is_boilerplate(self._words(line)) or is_boilerplate(self._words(last)):
            return False
        if above.kind == "bullet" and line.indent > last.indent and above.start == last.start:
            return True
        return self._goes_on(line, last)

    def _goes_on(self, line: Line, last: Line | None) -> bool:
        """Return whether a line is the rest of the one above: that was filled, or this one has no capital."""
        if last is None or line.gap or layout.in_columns(self._text, last, line):
            return False
        if self._words(last).endswith(":") and line.end - line.start < _ROW and self._words(line)[:1].isupper():
            return False  # the first row of what the line before leads to
        if self._width and layout.fills(self._text, last, line, self._width):
            return True
        if layout.unfinished(self._words(last)):
            return True
        if self._width and layout.nearly_fills(last, self._width):
            return True
        return layout.continues(self._words(line)) and not self._words(last).endswith(_STOPS)
