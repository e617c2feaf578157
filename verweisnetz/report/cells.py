"""How a cell of the coverage cube is called in the report: for whom, on what, where."""

from __future__ import annotations

from typing import Protocol

from queries.phrases import word
from queries.references import ConceptRef, RegionRef
from verweisnetz.report.words import Words


class Cell(Protocol):
    """Anything that is about a group, a theme and a place."""

    @property
    def audience(self) -> ConceptRef | None:
        """The group, None for any."""

    @property
    def theme(self) -> ConceptRef | None:
        """The theme, None for any."""

    @property
    def region(self) -> RegionRef | None:
        """The place, None for any."""


def about(cell: Cell, words: Words) -> str:
    """Return the cell in words."""
    group, theme, place = parts(cell, words)
    return " · ".join((group, theme, place))


def parts(cell: Cell, words: Words) -> tuple[str, str, str]:
    """Return group, theme and place in words."""
    anything = word("any", words.language)
    return (
        cell.audience.label(words.language) if cell.audience else anything,
        cell.theme.label(words.language) if cell.theme else anything,
        cell.region.label if cell.region else anything,
    )
