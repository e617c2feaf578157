"""In which order a page is read: columns one after the other, interrupted by what runs across them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from loaders.prose.printed_lines import PrintedLine, box_of, joined
from loaders.readers.pdf_words import Word, lines

_SAME_EDGE = 1.5
_STRIP = 0.4
"""Between two columns at least this share of a letter's height is white; between two words of a line hardly ever."""
_FEWEST_LINES = 5
_NARROWEST = 0.15
"""A column takes at least this share of the text's width; what is narrower are signs and numbers of a list."""
_LETTERS = 16
"""Lines of a column have at least so many letters; shorter ones are the cells of a table."""
_FULL, _FULL_SHARE = 0.75, 0.35
"""In a column at least this share of the lines is nearly full; in a table few cells are."""
_DEEPEST = 4
_MOST_WORDS = 5_000
"""A page with more of them is a drawing."""
_MOST_EDGES = 12


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The white strip before a column.

    Args:
        edge: where the column begins.
        across: stretches of the page, from top to bottom, in which something runs across the strip.
    """

    edge: float
    across: Sequence[tuple[float, float]]

    def stretch(self, word: Word) -> int:
        """Return the number of the stretch a word stands in, -1 for none."""
        middle = word.box.middle[1]
        at = bisect_right(self.across, (middle, float("inf"))) - 1
        return at if at >= 0 and middle <= self.across[at][1] else -1

    def is_behind(self, word: Word) -> bool:
        """Return whether a word stands in the column."""
        return word.box.left >= self.edge - _SAME_EDGE


def reading_order(words: Sequence[Word], page: int) -> list[PrintedLine]:
    """Return the words of a page as lines in the order in which they are read."""
    return _ordered(words, page, 0) if words else []


def has_columns(words: Sequence[Word]) -> bool:
    """Return whether the words of a page stand in columns of running text."""
    return _gutter(words) is not None


def _ordered(words: Sequence[Word], page: int, depth: int) -> list[PrintedLine]:
    gutter = _gutter(words) if depth < _DEEPEST else None
    if gutter is None:
        rights = sorted(line[-1].box.right for line in lines(words))
        return joined(words, page, min(word.box.left for word in words), rights[len(rights) * 95 // 100])
    found: list[PrintedLine] = []
    for across, before, behind in _zones(words, gutter):
        for part, deeper in ((across, _DEEPEST), (before, depth + 1), (behind, depth + 1)):
            if part:
                found += _ordered(part, page, deeper)
    return found


def _zones(words: Sequence[Word], gutter: _Gutter) -> Iterable[tuple[list[Word], list[Word], list[Word]]]:
    """Yield what runs across the strip, then what stands before and behind it down to the next such line."""
    across: list[Word] = []
    before: list[Word] = []
    behind: list[Word] = []
    for word in sorted(words, key=lambda word: word.box.middle[1]):
        if gutter.stretch(word) < 0:
            (behind if gutter.is_behind(word) else before).append(word)
            continue
        if before or behind:
            yield across, before, behind
            across, before, behind = [], [], []
        across.append(word)
    yield across, before, behind


def _gutter(words: Sequence[Word]) -> _Gutter | None:
    """Return the strip before the second column, nothing where there is one column only."""
    if not 2 * _FEWEST_LINES <= len(words) <= _MOST_WORDS:
        return None
    strip = _STRIP * median(word.box.bottom - word.box.top for word in words)
    area = box_of(words)
    wide = area.right - area.left
    best: tuple[int, _Gutter] | None = None
    for edge in _edges(words):
        if edge - area.left < _NARROWEST * wide or area.right - edge < _NARROWEST * wide:
            continue
        crossing = [w for w in words if w.box.left < edge - _SAME_EDGE and w.box.right > edge - strip]
        gutter = _Gutter(edge, _stretches(crossing))
        if best is not None and len(crossing) >= best[0]:
            continue
        free = [word for word in words if gutter.stretch(word) < 0]
        sides = [[w for w in free if gutter.is_behind(w) is side] for side in (False, True)]
        if all(map(_reads_like_a_column, sides)):
            best = len(crossing), gutter
    return best[1] if best else None


def _edges(words: Sequence[Word]) -> list[float]:
    """Return the places at which most words begin."""
    lefts = sorted(word.box.left for word in words)
    counted: list[tuple[int, float]] = []
    at = 0
    while at < len(lefts):
        end = bisect_left(lefts, lefts[at] + _SAME_EDGE, at)
        if end - at >= _FEWEST_LINES:
            counted.append((end - at, lefts[at]))
        at = max(end, at + 1)
    return [edge for _, edge in sorted(counted, reverse=True)[:_MOST_EDGES]]


def _stretches(words: Iterable[Word]) -> list[tuple[float, float]]:
    """Return the stretches of a page that words cover from top to bottom."""
    found: list[tuple[float, float]] = []
    for top, bottom in sorted((word.box.top, word.box.bottom) for word in words):
        if found and top <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], bottom))
        else:
            found.append((top, bottom))
    return found


def _reads_like_a_column(words: Sequence[Word]) -> bool:
    rows = lines(words) if words else []
    if len(rows) < _FEWEST_LINES:
        return False
    left, right = min(row[0].box.left for row in rows), max(row[-1].box.right for row in rows)
    letters = median(sum(len(word.text) for word in row) for row in rows)
    full = sum(1 for row in rows if row[-1].box.right - left >= _FULL * (right - left))
    return letters >= _LETTERS and full >= _FULL_SHARE * len(rows)
