"""Tables drawn with characters inside a plain text: between bars, or parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from loaders.prose.cues import is_contents_line
from loaders.prose.document import Block
from loaders.prose.labels import label_in
from loaders.prose.lines import Line
from loaders.readers.text_tables import drawn

_BAR = re.compile(r"(?<!\\)[|│┃║]")
_TAB = re.compile(r"\t")
_RULED = re.compile(r"[\s|:+=─━═│┃┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬-]+")
_FEWEST = {_BAR: 2, _TAB: 3}


def tables(text: str, lines: Sequence[Line]) -> Mapping[int, list[Block]]:
    """Return the tables of a text by their first line: a block for each of their lines."""
    found: dict[int, list[Block]] = {}
    at = 0
    while at < len(lines):
        after = at + 1
        for sign in (_BAR, _TAB):
            end = _run(text, lines, at, sign)
            if end - at >= _FEWEST[sign] and _is_table(text, lines[at:end], sign):
                found[at] = [_block(text, line, sign) for line in lines[at:end]]
            after = max(after, end)
            if at in found:
                break
        at = after
    return found


def _run(text: str, lines: Sequence[Line], at: int, sign: re.Pattern[str]) -> int:
    """Return where the lines end that hold a sign, from one on and up to a gap."""
    first = at
    while at < len(lines) and not (at > first and lines[at].gap):
        start, end = lines[at].start, lines[at].end
        if not sign.search(text, start, end) and not _RULED.fullmatch(text, start, end):
            break
        at += 1
    return at


def _is_table(text: str, lines: Sequence[Line], sign: re.Pattern[str]) -> bool:
    words = [text[line.start : line.end] for line in lines]
    if sign is _BAR:
        return drawn(words)
    return (
        len({line.count("\t") for line in words}) == 1
        and not any(map(is_contents_line, words))
        and not all(map(label_in, words))
    )


def _block(text: str, line: Line, sign: re.Pattern[str]) -> Block:
    if _RULED.fullmatch(text, line.start, line.end):
        return Block(line.start, line.end, "table")
    edges = [line.start]
    for bar in sign.finditer(text, line.start, line.end):
        edges += bar.span()
    edges.append(line.end)
    cells = [_words(text, begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True)]
    if sign.match(text, line.start):
        cells = cells[1:]
    if cells and cells[-1][0] == cells[-1][1] and sign.match(text, line.end - 1):
        cells = cells[:-1]
    return Block(line.start, line.end, "table", cells=tuple(cells))


def _words(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end
