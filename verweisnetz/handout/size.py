"""In which size a sheet is set so that it prints on one page of A4: the largest whose lines still fit."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from verweisnetz.handout.handout import Handout, Line

POINT = 25.4 / 72
PAGE, LABELS, TEXTS = 260.0, 46.0, 128.0
"""Millimetres: what may be filled of the 269 between the margins, and the two columns (`assets/handout.css`)."""
EM, BOLD_EM = 0.54, 0.62
"""How wide a character is on average, in a wide typeface (DejaVu Sans): other systems have narrower ones."""
ADVISER = 0.92
"""The adviser's part is set a little smaller."""


@dataclass(frozen=True, slots=True)
class Size:
    """A size of the style sheet: its class, type in points, leading, and the space of a row in millimetres."""

    name: str
    points: float
    leading: float
    padding: float


SIZES = (
    Size("roomy", 11, 1.5, 2.6), Size("snug", 10.2, 1.42, 2), Size("full", 9.3, 1.35, 1.2), Size("crowded", 7.8, 1.25, 1.2),
)  # fmt: skip
"""The largest first; the last is taken whatever stands on the sheet."""


def size_of(sheet: Handout) -> str:
    """Return the name of the largest size in which a sheet fits on its page."""
    return next((size.name for size in SIZES[:-1] if height(sheet, size) <= PAGE), SIZES[-1].name)


def height(sheet: Handout, size: Size) -> float:
    """Return about how many millimetres a sheet takes."""
    line = size.points * POINT * size.leading
    # Heading (its name may go below it), the rules, the space around both lists, the cut, the footer.
    frame = 1.5 * line + 2 + 9 + 9 + 1.6 * line + 3
    return frame + _rows(sheet.client, size, 1) + _rows(sheet.adviser, size, ADVISER)


def _rows(lines: Iterable[Line], size: Size, scale: float) -> float:
    em = size.points * scale * POINT
    return sum(
        max(_wrapped(line.label, LABELS / (BOLD_EM * em)), _wrapped(line.text, TEXTS / (EM * em))) * em * size.leading
        + size.padding
        + 0.3
        for line in lines
    )


def _wrapped(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of so many characters."""
    return max(1, len(textwrap.wrap(text, int(width))))
