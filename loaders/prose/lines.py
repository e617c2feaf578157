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
_NARROWEST, _WIDEST = 45, 140
"""Nobody breaks German text at fewer characters; a longer line is a paragraph of its own."""
_ENOUGH = 0.6
_SEVERAL, _SMALL, _EARLIEST = 5, 0.25, 0.75
"""Lines that begin small in a text broken by hand, their share of all, and how short a broken line is against the longest."""
_STOPS = (".", "!", "?")
_COLUMNS = re.compile(r"\S {3,}\S|\t|\|")
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
    pairs = [(a, b) for a, b in pairwise(found) if not b.gap and _NARROWEST <= _length(a) <= _WIDEST]
    if not pairs:
        return 0
    lengths = sorted(_length(a) for a, _ in pairs)
    widest = lengths[len(lengths) * 9 // 10]
    filled = sum(1 for a, b in pairs if fills(text, a, b, widest))
    followed = sum(1 for _, b in pairwise(found) if not b.gap)
    return widest if filled >= followed * _ENOUGH else 0


def ragged(text: str, found: Sequence[Line]) -> int:
    """Return how long a line is at least that was broken by hand, 0 where a text has no such lines.

    Who breaks lines by hand breaks them now earlier, now later, but within the sentence: many lines begin small.
    """
    broken = [
        (_length(a), continues(text[b.start : b.end]))
        for a, b in pairwise(found)
        if not b.gap
        and _NARROWEST <= _length(a) <= _WIDEST
        and not text[a.start : a.end].endswith((*_STOPS, ":", ";"))
        and not _COLUMNS.search(text[a.start : a.end])
    ]
    small = sum(resumes for _, resumes in broken)
    if small < _SEVERAL or small < len(broken) * _SMALL:
        return 0
    return int(max(length for length, _ in broken) * _EARLIEST)


def breaks_off(text: str, line: Line, following: Line, shortest: int) -> bool:
    """Return whether a line of a text broken by hand goes on in the next one: long enough, no stop, no columns."""
    words, rest = text[line.start : line.end], text[following.start : following.end]
    whole = words.endswith((*_STOPS, ":", ";")) or _COLUMNS.search(words) or _COLUMNS.search(rest)
    return bool(shortest) and _length(line) >= shortest and not whole and abs(line.indent - following.indent) < _TAB


def fills(text: str, line: Line, following: Line, widest: int) -> bool:
    """Return whether the first word of the following line would not have fitted on this one."""
    first = text[following.start : following.end].split(None, 1)[0]
    return _length(line) + 1 + len(first) > widest


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
