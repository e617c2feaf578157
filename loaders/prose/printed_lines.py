"""The lines of a printed page: words on one baseline, in one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.readers.pdf_words import Box, Word, lines

_TABBED = 1.6
"""A gap wider than this share of a letter's height parts a name from what stands at a tab."""
_BULLET = "•"
_LONGEST_SIGN = 2


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Words of one line.

    Args:
        size: height of its letters.
        page: 1-based.
        left, right: edges of the column it stands in.
    """

    box: Box
    text: str
    size: float
    bold: bool
    page: int
    first: float
    left: float = 0.0
    right: float = 0.0

    @property
    def indent(self) -> float:
        """How far it begins from the column's edge."""
        return self.box.left - self.left

    @property
    def room(self) -> float:
        """How much of the column is empty behind it."""
        return self.right - self.box.right


def joined(words: Sequence[Word], page: int, left: float, right: float) -> list[PrintedLine]:
    """Return words of one column as lines; a wide gap within one becomes a tab."""
    return [_line(line, page, left, right) for line in lines(words)]


def box_of(words: Sequence[Word]) -> Box:
    """Return the area of words."""
    return Box(
        min(word.box.left for word in words),
        min(word.box.top for word in words),
        max(word.box.right for word in words),
        max(word.box.bottom for word in words),
    )


def _line(line: Sequence[Word], page: int, left: float, right: float) -> PrintedLine:
    text = ""
    end = line[0].box.left
    for at, word in enumerate(line):
        said = _BULLET if at == 0 and len(line) > 1 and word.font and len(word.text) <= _LONGEST_SIGN else word.text
        gap = word.box.left - end > _TABBED * _tall(word) and text != _BULLET
        text += said if not text else ("\t" if gap else " ") + said
        end = word.box.right
    sizes = sorted(_tall(word) for word in line for _ in word.text)
    letters = sum(len(word.text) for word in line)
    bold = 2 * sum(len(word.text) for word in line if word.bold) > letters
    return PrintedLine(
        box_of(line), text, sizes[len(sizes) // 2], bold, page, line[0].box.right - line[0].box.left, left, right
    )


def _tall(word: Word) -> float:
    return word.box.bottom - word.box.top
