"""The lines of a plain text: where each stands, how far it is indented, and whether they were broken at a width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.prose.data import folded
from ontology.text import fold

BLANK = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Characters that show nothing and that ``str.strip`` leaves alone."""

_TAB = 4
_COLUMNS = re.compile(r"\S[ \t]{3,}\S")
_NARROWEST, _WIDEST = 45, 140
"""Nobody breaks German text at fewer characters; a longer line is a paragraph of its own."""
_ENOUGH = 0.6
_SEVERAL = 8
"""So many long lines show that a text was broken by hand."""
_STOPS = (".", "!", "?", ":", "“", ";")
_LONGEST_WORD = 40
_CLOSING = '“”"'
_RESUMES = re.compile(r"[a-zäöüß](?!\S*@|\S+\.[a-z]{2,3}(?:/|$)|ttps?:|ww\.)|[,;)]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it.

    Args:
        indent: columns before it.
        gap: whether a blank line stands before it.
    """

    start: int
    end: int
    indent: int
    gap: bool


def lines(text: str) -> list[Line]:
    """Return the lines that hold anything."""
    found: list[Line] = []
    at, gap = 0, True
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words.strip(BLANK):
            before = raw[: len(raw) - len(raw.lstrip())]
            start = at + len(before)
            found.append(Line(start, start + len(words), len(before) + before.count("\t") * (_TAB - 1), gap))
            gap = False
        else:
            gap = True
        at += len(raw)
    return found


def width(text: str, found: Sequence[Line]) -> int:
    """Return at how many characters a text was broken into lines, 0 where its lines are its paragraphs.

    A program that fills lines breaks before the word that no longer fits: with that word the line would be too long.
    """
    following = [(a, b) for a, b in pairwise(found) if not b.gap and not in_columns(text, a, b)]
    pairs = [(a, b) for a, b in following if _NARROWEST <= _length(a) <= _WIDEST]
    if not pairs:
        return 0
    lengths = sorted(_length(a) for a, _ in pairs)
    widest = lengths[len(lengths) * 9 // 10]
    filled = sum(1 for a, b in pairs if fills(text, a, b, widest))
    if filled >= len(following) * _ENOUGH:
        return widest
    return widest if _is_ragged(text, pairs, len(following), widest) else 0


def _is_ragged(text: str, pairs: Sequence[tuple[Line, Line]], following: int, widest: int) -> bool:
    """Return whether a text was broken by hand: most lines are long, and few of those are at the end of a sentence."""
    long = [line for line, _ in pairs if _is_long(line, widest)]
    open_ = sum(1 for line in long if not text[line.start : line.end].endswith(_STOPS))
    return len(long) >= max(_SEVERAL, following * _ENOUGH) and open_ >= len(long) * _ENOUGH


def in_columns(text: str, *lines: Line) -> bool:
    """Return whether any of some lines stands in columns: wide gaps part its words."""
    return any(_COLUMNS.search(text, line.start, line.end) for line in lines)


def _is_long(line: Line, widest: int) -> bool:
    return _length(line) * 5 >= widest * 4


def fills(text: str, line: Line, following: Line, widest: int) -> bool:
    """Return whether the first word of the following line would not have fitted on this one."""
    first = text[following.start : following.end].split(None, 1)[0]
    return _length(line) + 1 + len(first) > widest


def nearly_fills(line: Line, widest: int) -> bool:
    """Return whether a line of a filled text reaches far enough to be broken by hand."""
    return _is_long(line, widest)


def unfinished(words: str) -> bool:
    """Return whether a line ends within a phrase, a word or brackets: "wird von der", "Regional-", "(siehe auch"."""
    if words.endswith("-") and words[-2:-1].islower():
        return True
    if words.count("(") > words.count(")") or words.count("„") > sum(map(words.count, _CLOSING)):
        return True
    return fold(words[-_LONGEST_WORD:].rpartition(" ")[2]) in folded("lines", "unfinished")


def continues(words: str) -> bool:
    """Return whether a line reads like the rest of one: no capital first, and no address."""
    return _RESUMES.match(words) is not None


def _length(line: Line) -> int:
    return line.indent + line.end - line.start
