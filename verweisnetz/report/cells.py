"""How a cell of the coverage cube is called in the report: for whom, on what, where."""

from __future__ import annotations

from queries.gap import InCell
from queries.phrases import word
from verweisnetz.report.words import Words


def about(cell: InCell, words: Words) -> str:
    """Return the cell in words."""
    group, theme, place = parts(cell, words)
    return " · ".join((group, theme, place))


def parts(cell: InCell, words: Words) -> tuple[str, str, str]:
    """Return group, theme and place in words."""
    anything = word("any", words.language)
    return (
        cell.audience.label(words.language) if cell.audience else anything,
        cell.theme.label(words.language) if cell.theme else anything,
        cell.region.label if cell.region else anything,
    )
