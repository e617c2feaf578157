"""A row in the making, and what all sheets write alike: conditions, details, answers, dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.statement import Statement
from loaders.matrix import dates
from loaders.template.cells import join, join_pairs
from loaders.template.words import answered
from verweisnetz.workbook.book import Row

Pairs = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Draft:
    """One row and the statements it is to say."""

    sheet: str
    row: Row
    says: list[Statement] = field(default_factory=list)


@dataclass(slots=True)
class Left:
    """Pairs that have not found a column yet."""

    pairs: list[tuple[str, str]]

    def all(self, name: str) -> str:
        """Take every value of a name, joined to one cell."""
        return join(self._take(name, len(self.pairs)))

    def one(self, name: str) -> str:
        """Take the first value of a name; more stay."""
        return next(iter(self._take(name, 1)), "")

    def day(self, name: str) -> str:
        """Take the first value of a name if it is a date."""
        value = next((value for one, value in self.pairs if one == name), "")
        return self.one(name) if value and dates.iso(value) == value else ""

    def rest(self, language: str) -> str:
        """Return what is left, line by line."""
        return join_pairs(self.pairs, language)

    def _take(self, name: str, most: int) -> list[str]:
        taken = [pair for pair in self.pairs if pair[0] == name][:most]
        for pair in taken:
            self.pairs.remove(pair)
        return [value for _, value in taken]


def left(pairs: Iterable[tuple[str, str]]) -> Left:
    """Return pairs that are to find their columns."""
    return Left(list(pairs))


def answer(said: Statement, language: str) -> str:
    """Return the words of a statement's answer."""
    return answered(said.polarity, said.modality, language)


def filled(row: Row) -> Row:
    """Return a row without its blank cells."""
    return {role: text for role, text in row.items() if text}
