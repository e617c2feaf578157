"""What stands at the head and foot of every printed page: it is no part of the text that runs on beneath it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from loaders.prose.cues import is_boilerplate
from loaders.readers.pdf_words import Word, lines, said

_LINES = 3
"""So many lines at the top and at the bottom of a page can be furniture."""
_SHARE, _FEW_PAGES = 0.3, 3
"""On so few pages what stands at the edge of each is furniture, on more what stands on this share of them."""
_DIGITS = re.compile(r"\d+")


def furniture(pages: Sequence[Sequence[Word]]) -> list[list[list[Word]]]:
    """Return for every page the lines that stand on many pages, or are no more than its number."""
    edges = [_edges(words) for words in pages]
    counts = Counter(shape for page in edges for shape in {_shape(line) for line in page})
    often = max(2, len(pages)) if len(pages) <= _FEW_PAGES else max(_FEW_PAGES, _SHARE * len(pages))
    return [
        [line for line in page if counts[_shape(line)] >= often or (len(line) < 6 and is_boilerplate(said(line)))]
        for page in edges
    ]


def _edges(words: Sequence[Word]) -> list[list[Word]]:
    found = lines(words)
    return found if len(found) <= 2 * _LINES else [*found[:_LINES], *found[-_LINES:]]


def _shape(line: Sequence[Word]) -> str:
    """Return a line without its numbers, and where it stands: the same text further down is a text."""
    return f"{_DIGITS.sub('#', said(line))} {round(line[0].box.top / 10)}"
