"""Tables drawn with characters inside a plain text: between bars, or parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.prose.cues import is_contents_line
from loaders.prose.document import Block
from loaders.prose.labels import label_in
from loaders.prose.lines import Line
from loaders.readers.text_tables import drawn

_BAR = re.compile(r"(?<!\\)[|│┃║]")
_RULED = re.compile(r"[\s|:+=─━═│┃┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬-]+")
_FEWEST = 2
_FEWEST_TABBED = 3


def table_at(text: str, lines: Sequence[Line], at: int) -> list[Block]:
    """Return the lines of the table that begins at a line as blocks, empty where none does."""
    barred = _run(text, lines, at, _BAR.pattern)
    if len(barred) >= _FEWEST and drawn([text[line.start : line.end] for line in barred]):
        return [_block(text, line, _BAR) for line in barred]
    tabbed = _run(text, lines, at, r"\t")
    if len(tabbed) < _FEWEST_TABBED or len({text.count("\t", line.start, line.end) for line in tabbed}) > 1:
        return []
    words = [text[line.start : line.end] for line in tabbed]
    if any(is_contents_line(line) for line in words) or all(label_in(line) for line in words):
        return []
    return [_block(text, line, re.compile(r"\t")) for line in tabbed]


def _run(text: str, lines: Sequence[Line], at: int, sign: str) -> list[Line]:
    """Return the lines from one on that hold a sign, up to a gap."""
    found: list[Line] = []
    while at < len(lines) and not (found and lines[at].gap):
        line = lines[at]
        if not re.search(sign, text[line.start : line.end]) and not _RULED.fullmatch(text, line.start, line.end):
            break
        found.append(line)
        at += 1
    return found


def _block(text: str, line: Line, bar: re.Pattern[str]) -> Block:
    if _RULED.fullmatch(text, line.start, line.end):
        return Block(line.start, line.end, "table")
    edges = [line.start, *(edge for sign in bar.finditer(text, line.start, line.end) for edge in sign.span()), line.end]
    cells = [_words(text, begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True)]
    if bar.match(text, line.start):
        cells = cells[1:]
    if cells and cells[-1][0] == cells[-1][1] and bar.match(text, line.end - 1):
        cells = cells[:-1]
    return Block(line.start, line.end, "table", cells=tuple(cells))


def _words(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end
