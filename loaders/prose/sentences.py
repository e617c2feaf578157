"""Where the sentences of a block begin and end, in characters of the document's text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.prose.data import folded
from loaders.prose.document import Block, Document
from loaders.prose.markers import skip
from ontology.text import fold

Bounds = tuple[int, int]

_STOP = re.compile(r"[.!?…]+[\"“”»«›‹’')\]*_]*(?=\s+[\"„“»«›‹‚'(\[*_–-]*\s?(?P<next>[^\W_]+))")
_BEFORE = re.compile(r"(?:[^\W\d_]{1,3}\.\s?){0,3}[^\W_]+$")
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_DAYS = 31
_REACH = 30
_LONGEST = 2500
"""Characters of the longest sentence: behind them a list without full stops is read in pieces."""


def spans(text: str, start: int, end: int) -> Iterator[Bounds]:
    """Yield the sentences within some characters, without the white space around them."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, begin, stop):
            yield from _cut(text, begin, stop.end())
            begin = stop.end()
    yield from _cut(text, begin, end)


def _cut(text: str, start: int, end: int) -> Iterator[Bounds]:
    """Yield a sentence, one without end in pieces: nobody writes it, and what is said in it is found all the same."""
    while end - start > _LONGEST:
        comma = max(text.rfind(sign, start + _LONGEST // 2, start + _LONGEST) for sign in (", ", "; ", " "))
        stop = comma + 1 if comma > start else start + _LONGEST
        yield from _trimmed(text, start, stop)
        start = stop
    yield from _trimmed(text, start, end)


def of_block(document: Document, block: Block) -> tuple[Bounds, ...]:
    """Return the sentences of a block; an item's sign and a heading's marks belong to none."""
    text = document.text
    if block.cells:
        return tuple(cell for cell in block.cells if cell[0] < cell[1])
    start = block.start
    if block.kind in ("bullet", "label"):
        start += skip(text[block.start : block.end])
    elif block.kind in ("heading", "title"):
        while start < block.end and text[start] in "#* \t":
            start += 1
    return tuple(spans(text, start, block.end))


def around(document: Document, at: int) -> Bounds:
    """Return the sentence a character stands in, empty bounds at it where it stands in none."""
    block = document.block_at(at)
    found = of_block(document, block) if block else ()
    return next(((start, end) for start, end in found if start <= at < end), (at, at))


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Return whether a sentence ends here: what follows has a capital or a digit, what precedes is no abbreviation."""
    following = stop["next"]
    if following[0].islower():
        return False
    if stop[0][0] != ".":
        return True
    found = _BEFORE.search(text, max(begin, stop.start() - _REACH), stop.start())
    if found is None:
        return True
    before = found[0]
    word = before.rpartition(".")[2].strip()
    if word.isdecimal():
        return not _counts(text, begin, stop.start() - len(word), word, following)
    opens = fold(following) in folded("sentences", "openers")
    if fold(before) in folded("sentences", "closing_abbreviations") or before != word:
        return opens and not _never(before)
    if len(word) == 1 and word.isalpha():
        return opens and word.isupper()
    if fold(word) in folded("sentences", "closing_abbreviations"):
        return opens
    return fold(word) not in folded("sentences", "abbreviations")


def _never(before: str) -> bool:
    return fold(before.replace(" ", "")) in ("z.b", "d.h", "i.d.r", "v.a", "s.u", "z.zt", "u.u", "i.s", "m.e")


def _counts(text: str, begin: int, at: int, word: str, following: str) -> bool:
    """Return whether a number with a full stop is an ordinal or part of a date."""
    if int(word) > _DAYS or len(word) > 2:
        return False
    if fold(following) in folded("sentences", "after_ordinal"):
        return True
    if following[0].isdecimal():  # "am 27. 2. 2025"
        return True
    if at > begin and text[at - 1] in "./-–":
        return False
    words = _PLAIN_WORD.findall(text, max(begin, at - _REACH), at)
    return not words or fold(words[-1]) in folded("sentences", "before_ordinal")


def _trimmed(text: str, start: int, end: int) -> Iterator[Bounds]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
