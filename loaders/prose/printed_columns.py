"""In which order a page is read: columns one after the other, interrupted by what runs across them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from loaders.prose.printed_lines import PrintedLine, box_of, joined, segments
from loaders.readers.pdf_words import Word

_SAME_EDGE = 4.0
_FEWEST_LINES = 5
_NARROWEST = 0.15
"""A column takes at least this share of the text's width; what is narrower are signs and numbers of a list."""
_LETTERS = 16
"""Lines of a column have at least so many letters; shorter ones are the cells of a table."""
_FULL, _FULL_SHARE = 0.75, 0.35
"""In a column at least this share of the lines is nearly full; in a table few cells are."""
_CROSSING = 0.5
_DEEPEST = 4
_MOST_PIECES = 1_500
"""A page with more pieces is a drawing."""


def reading_order(words: Sequence[Word], page: int) -> list[PrintedLine]:
    """Return the words of a page as lines in the order in which they are read."""
    return _ordered(segments(words), page, 0) if words else []


def has_columns(words: Sequence[Word]) -> bool:
    """Return whether the words of a page stand in columns of running text."""
    return bool(words) and _gutter(segments(words)) is not None


def _ordered(pieces: list[list[Word]], page: int, depth: int) -> list[PrintedLine]:
    gutter = _gutter(pieces) if depth < _DEEPEST else None
    if gutter is None:
        words = [word for piece in pieces for word in piece]
        boxes = sorted(box_of(piece).right for piece in pieces)
        edge = boxes[min(len(boxes) * 95 // 100, len(boxes) - 1)]
        return joined(words, page, min(word.box.left for word in words), edge)
    found: list[PrintedLine] = []
    zone: tuple[list[list[Word]], list[list[Word]]] = ([], [])
    across: list[list[Word]] = []
    for piece in sorted(pieces, key=lambda piece: box_of(piece).middle[1]):
        box = box_of(piece)
        if box.left < gutter - _SAME_EDGE and box.right > gutter:
            found += _zone(zone, page, depth)
            zone = ([], [])
            across.append(piece)
            continue
        if across:
            found += _ordered(across, page, _DEEPEST)
            across = []
        zone[box.left >= gutter - _SAME_EDGE].append(piece)
    if across:
        found += _ordered(across, page, _DEEPEST)
    return found + _zone(zone, page, depth)


def _zone(zone: tuple[list[list[Word]], list[list[Word]]], page: int, depth: int) -> list[PrintedLine]:
    return [line for side in zone if side for line in _ordered(side, page, depth + 1)]


def _gutter(pieces: Sequence[Sequence[Word]]) -> float | None:
    """Return where the second column begins, nothing where there is one column only."""
    if len(pieces) > _MOST_PIECES:
        return None
    boxes = [box_of(piece) for piece in pieces]
    if len(boxes) < 2 * _FEWEST_LINES:
        return None
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    wide = right - left
    best: tuple[int, float] | None = None
    for edge in _edges([box.left for box in boxes]):
        if edge - left < _NARROWEST * wide or right - edge < _NARROWEST * wide:
            continue
        before = [at for at, box in enumerate(boxes) if box.right <= edge - 1]
        behind = [at for at, box in enumerate(boxes) if box.left >= edge - _SAME_EDGE]
        crossing = len(boxes) - len(before) - len(behind)
        fewer = min(len(before), len(behind))
        if fewer < _FEWEST_LINES or crossing > _CROSSING * (len(before) + len(behind)):
            continue
        if all(_reads_like_a_column([pieces[at] for at in side]) for side in (before, behind)) and (
            best is None or crossing < best[0]
        ):
            best = crossing, edge
    return best[1] if best else None


def _edges(lefts: Sequence[float]) -> list[float]:
    """Return places at which several pieces begin."""
    found: list[float] = []
    ordered = sorted(lefts)
    at = 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end] - ordered[at] <= _SAME_EDGE:
            end += 1
        if end - at >= _FEWEST_LINES:
            found.append(ordered[at])
        at = end
    return found


def _reads_like_a_column(pieces: Sequence[Sequence[Word]]) -> bool:
    letters = [sum(len(word.text) for word in piece) for piece in pieces]
    boxes = [box_of(piece) for piece in pieces]
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    full = sum(1 for box in boxes if box.right - left >= _FULL * (right - left))
    return median(letters) >= _LETTERS and full >= _FULL_SHARE * len(boxes)
