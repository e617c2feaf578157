"""Letters at places become words, lines and the text of a cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.readers.sheet import symbol_text

_GAP = 0.16
"""White space wider than this share of a letter's height ends a word."""
_SAME_LINE = 0.5
_BLANK = 0.3


@dataclass(frozen=True, slots=True)
class Box:
    """An area of the page, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, other: Box) -> bool:
        """Return whether the centre of another area lies within."""
        x, y = other.middle
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a letter, at its place."""

    box: Box
    text: str
    font: str = ""
    bold: bool = False


def lines(words: Sequence[Word]) -> list[list[Word]]:
    """Return words in lines from top to bottom, each from left to right."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.box.middle[1], word.box.left)):
        tall = word.box.bottom - word.box.top
        if found and word.box.middle[1] - found[-1][0].box.middle[1] <= _SAME_LINE * max(
            tall, found[-1][0].box.bottom - found[-1][0].box.top
        ):
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(line, key=lambda word: word.box.left) for line in found]


def words(letters: Sequence[Word]) -> list[Word]:
    """Return letters as words."""
    found: list[Word] = []
    for line in lines(letters):
        piece: list[Word] = []
        for letter in line:
            box = letter.box
            if piece and (
                box.left - piece[-1].box.right > _GAP * (box.bottom - box.top) or letter.font != piece[-1].font
            ):
                found.append(_word(piece))
                piece = []
            piece.append(letter)
        found.append(_word(piece))
    return found


def _word(letters: Sequence[Word]) -> Word:
    boxes = [letter.box for letter in letters]
    text, font = "".join(letter.text for letter in letters), letters[0].font
    area = Box(boxes[0].left, min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes))
    return Word(
        area, symbol_text(text) if font else text, font, 2 * sum(letter.bold for letter in letters) > len(letters)
    )


def said(content: Sequence[Word]) -> str:
    """Return words of one line as text."""
    return " ".join(word.text for word in content)


def cell_text(content: Sequence[Word], right: float) -> str:
    """Return the text of a cell: a line that is full was broken by the program, another one by whoever wrote it.

    Args:
        right: where the cell ends.
    """
    text = ""
    end = 0.0
    for line in lines(content):
        first = line[0].box
        room = right - end - _BLANK * (first.bottom - first.top)
        if not text:
            text = said(line)
        elif text.endswith("-") and line[0].text[:1].isupper():
            text += said(line)  # Siegen-Wittgenstein: the hyphen is the name's own
        elif text.endswith("-") or first.right - first.left <= room:
            text += "\n" + said(line)
        else:
            text += " " + said(line)
        end = line[-1].box.right
    return text
