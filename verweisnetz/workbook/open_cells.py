"""The sheet of what could not be placed: cells that gave no answer, and statements the template has no way to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase, digits

from graph.evidence import Cell
from graph.issue import Issue
from graph.statement import Mention, Statement
from loaders.grid import Grid, address
from loaders.matrix import Interpretation
from loaders.matrix.plan import Plan
from loaders.notes import issue_of
from loaders.template.reading import UNDONE
from loaders.template.words import word
from ontology.messages import hint, sentence
from ontology.text import clean
from verweisnetz.workbook.book import Row

UNSAID, UNREAD = "VN7030", "VN7031"
COUNTED = "VN2004"
"""Stands for cells that are listed one by one here."""

_LONGEST = 2000


def open_cells(grids: Sequence[Grid], found: Interpretation, left: Sequence[Statement], language: str) -> list[Row]:
    """Return one row per reported cell, per finding that has no cell, and per statement nobody could write."""
    issues = [*(issue_of(line, "", grid.name) for grid in grids for line in grid.notes), *found.issues]
    findings = _Findings(issues)
    reported: dict[str, Row] = {}
    for grid in grids:
        for (row, column), cell in sorted(grid.cells.items()):
            if found.cells.get((grid.name, row, column)) == "reported":
                place = Cell(grid.name, address(row, column))
                issue = findings.of(place)
                text = cell.text.strip() or cell.comment.strip() or cell.link or "–"
                context = _context(found.plans, grid, row, column)
                reported[str(place)] = {"context": context, **_row(str(place), text, issue, language), **_before(issue)}
    others = (issue for issue in issues if issue.severity != "info" and issue.code != COUNTED)
    apart = [
        _row(str(issue.place or ""), issue.value or "–", issue, language)
        for issue in others
        if str(issue.place) not in reported
    ]
    return [*reported.values(), *apart, *(_unsaid(said, language) for said in left)]


class _Findings:
    """Which finding stands for a cell: its own, else one in its row, else one in its column."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        self._found: dict[tuple[str, str, str], Issue] = {}
        for issue in issues:
            if isinstance(issue.place, Cell):
                for key in self._keys(issue.place):
                    self._found.setdefault(key, issue)

    def of(self, place: Cell) -> Issue:
        """Return the finding for a cell."""
        found = (self._found.get(key) for key in self._keys(place))
        return next((issue for issue in found if issue), Issue(UNREAD, "", place))

    def _keys(self, place: Cell) -> tuple[tuple[str, str, str], ...]:
        row, column = place.ref.lstrip(ascii_uppercase), place.ref.rstrip(digits)
        return (place.sheet, column, row), (place.sheet, "", row), (place.sheet, column, "")


def _context(plans: Sequence[Plan], grid: Grid, row: int, column: int) -> str:
    """Return what a cell is about: the labels of its row and of its column, as the table's plan has them."""
    for plan in (one for one in plans if one.sheet == grid.name):
        line, at = (column, row) if plan.turned else (row, column)
        head = next((one.label for one in plan.columns if one.index == at), None)
        if head is not None and plan.first <= line <= plan.last:
            labels = [_label(plan, grid, line, stub.index) for stub in plan.of("stub") if stub.index != at]
            return " · ".join(filter(None, (*labels, head)))
    return ""


def _label(plan: Plan, grid: Grid, line: int, at: int) -> str:
    """Return what names a row; below a merged or blank cell, what stands above it."""
    for one in range(line, plan.first - 1, -1):
        text = clean(grid.text(at, one) if plan.turned else grid.text(one, at))
        if text:
            return text
    return ""


def _row(place: str, text: str, issue: Issue, language: str) -> Row:
    params: Mapping[str, str] = {**dict(issue.params), "value": text[:80], "cell": place}
    row = {
        "place": place,
        "value": text[:_LONGEST],
        "reason": sentence(issue.code, language, params),
        "advice": hint(issue.code, language, params),
    }
    return {role: said for role, said in row.items() if said}


def _before(issue: Issue) -> Row:
    """Return where a cell stood first, if it was not clarified when an earlier file was rewritten."""
    said = dict(issue.params)
    if issue.code != UNDONE:
        return {}
    return {"place": said["origin"], "context": said["context"], "reason": said["reason"] + "."}


def _unsaid(said: Statement, language: str) -> Row:
    place = ", ".join(map(str, said.evidence))
    return _row(place, "; ".join(_words(said, language)), Issue(UNSAID, "", None), language)


def _words(said: Statement, language: str) -> Iterator[str]:
    thing = said.object.label if isinstance(said.object, Mention) else said.object.value
    yield f"{said.subject.label} – {word('facts', said.predicate, language)}: {thing}"
    for name, value in (*said.conditions, *said.details):
        yield f"{word('pairs', name, language)}: {value}"
