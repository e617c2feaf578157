"""The cells that gave no answer: why, and what to do about it, equal advice once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.evidence import Cell
from graph.issue import Issue
from loaders.grid import address
from loaders.matrix.ledger import Address
from ontology.messages import hint, sentence
from verweisnetz.inspection.inspection import MORE, Inspection

_SINGLE = 100
"""So many cells with one finding are told one by one; of more, only the ranges."""


@dataclass(frozen=True, slots=True)
class CellFinding:
    """One reported cell, or a run of cells of one column with the same finding."""

    where: Address
    last: int
    text: str

    @property
    def place(self) -> str:
        """The cell or range as people write it."""
        sheet, row, column = self.where
        ref = address(row, column) if self.last == row else f"{address(row, column)}:{address(self.last, column)}"
        return str(Cell(sheet, ref))

    @property
    def count(self) -> int:
        """How many cells there are at most."""
        return self.last - self.where[1] + 1


@dataclass(frozen=True, slots=True)
class Finding:
    """All cells with one finding."""

    code: str
    advice: str
    cells: tuple[CellFinding, ...]
    count: int


def reported(found: Inspection, language: str) -> list[Finding]:
    """Return the reported cells by finding, in the order in which they first occur."""
    groups: dict[str, list[tuple[Address, Issue]]] = {}
    for where in found.reported:
        issue = found.reasons[where][0]
        groups.setdefault(issue.code, []).append((where, issue))
    return [_finding(code, cells, language) for code, cells in groups.items()]


def _finding(code: str, cells: list[tuple[Address, Issue]], language: str) -> Finding:
    advice = hint(code, language, _params(cells[0][1]))
    single = [CellFinding(where, where[1], told(issue, language)) for where, issue in cells[:_SINGLE]]
    return Finding(code, advice, (*single, *_runs(cells[_SINGLE:], language)), len(cells))


def _runs(cells: list[tuple[Address, Issue]], language: str) -> Iterator[CellFinding]:
    """Yield runs of cells below each other."""
    cells = sorted(cells, key=lambda one: (one[0][0], one[0][2], one[0][1]))
    number = 0
    while number < len(cells):
        (sheet, row, column), issue = cells[number]
        last = row
        while number + 1 < len(cells) and cells[number + 1][0] == (sheet, last + 1, column):
            number, last = number + 1, last + 1
        yield CellFinding((sheet, row, column), last, told(issue, language) if last == row else "")
        number += 1


def general(found: Inspection) -> list[Issue]:
    """Return what is to be said about the file, a sheet or a whole column."""
    return [issue for issue in found.issues if issue.place is None and issue.code != MORE]


def told(issue: Issue, language: str) -> str:
    """Return the sentence of a finding."""
    return sentence(issue.code, language, _params(issue))


def advice(issue: Issue, language: str) -> str:
    """Return what to do about a finding."""
    return hint(issue.code, language, _params(issue))


def _params(issue: Issue) -> dict[str, str]:
    return {"value": issue.value, "source": issue.source, **dict(issue.params)}
