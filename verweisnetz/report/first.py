"""How much of something long stands on paper: the first, and how many more there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from verweisnetz.report.model import Line
from verweisnetz.report.words import Words

T = TypeVar("T")
MOST = 80


def first_lines(things: Sequence[T], write: Callable[[T], Line], words: Words, most: int = MOST) -> tuple[Line, ...]:
    """Return a line for each of the first things, and one that says how many more there are."""
    shown = tuple(map(write, things[:most]))
    more = len(things) - most
    return (*shown, Line(words("more", more=str(more)))) if more > 0 else shown


def first_rows(
    things: Sequence[T], write: Callable[[T], tuple[Line, ...]], words: Words, most: int = MOST
) -> tuple[tuple[Line, ...], ...]:
    """Return a row for each of the first things, and one that says how many more there are."""
    shown = tuple(map(write, things[:most]))
    more = len(things) - most
    if more <= 0:
        return shown
    return (*shown, (Line(words("more", more=str(more))), *(Line("") for _ in shown[0][1:])))
