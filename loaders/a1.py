"""Addresses as people write them: ``C7``, ``B2:F9``, ``Blatt 1!C7``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CELL = re.compile(r"^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of cells, bounds inclusive."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Return whether a cell lies inside."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def meets(self, other: Box) -> bool:
        """Return whether two rectangles have a cell in common."""
        apart = self.bottom < other.top or other.bottom < self.top or self.right < other.left or other.right < self.left
        return not apart


def column_number(letters: str) -> int:
    """Return 1 for ``A``, 27 for ``AA``; 0 for anything that is no column."""
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            return 0
        number = number * 26 + ord(letter) - 64
    return number if len(letters) <= 3 else 0


def place(ref: str) -> tuple[int, int]:
    """Return row and column of ``C7``; (0, 0) for anything that is no cell."""
    match = _CELL.match(ref.strip())
    return (int(match[2]), column_number(match[1])) if match else (0, 0)


def box(ref: str) -> Box | None:
    """Return the rectangle of ``C7`` or ``B2:F9``, nothing for anything else."""
    first, _, last = ref.partition(":")
    (top, left), (bottom, right) = place(first), place(last or first)
    if not (top and bottom):
        return None
    return Box(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
