"""From the grid of a hand-kept table to statements, issues and the account of its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.evidence import Cell
from graph.issue import Issue
from graph.statement import Statement, unite
from loaders.grid import Grid, address
from loaders.refusal import Refusal
from loaders.source import Ledger, SourceSpec
from loaders.tables.layout import FORMS, Form, Layout, find, title
from loaders.tables.row import Row
from loaders.tables.rows import READERS

Classes = dict[tuple[str, int, int], str]


@dataclass(slots=True)
class _Reading:
    spec: SourceSpec
    form: Form
    method: str
    statements: list[Statement] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    classes: Classes = field(default_factory=dict)


def read(
    grids: Sequence[Grid], spec: SourceSpec, method: str
) -> tuple[tuple[Statement, ...], tuple[Issue, ...], Ledger]:
    """Return what a table says, what in it was not understood, and the account of its cells.

    Raises:
        Refusal: no sheet has a header line, or one lacks the column without which no line says anything.
    """
    reading = _Reading(spec, FORMS[spec.kind], method)
    layouts = [(grid, find(grid, reading.form)) for grid in grids]
    if not any(layout for _, layout in layouts):
        raise Refusal("not_a_table", "VN3001", expected=title(*reading.form.roles))
    for grid, layout in layouts:
        if layout is None:
            _unread_sheet(reading, grid)
        elif not any(role in layout.columns for role in reading.form.needs):
            place = f"{grid.name}!{address(layout.row, 1)}" if grid.name else address(layout.row, 1)
            raise Refusal("not_a_table", "VN3002", place, column=title(reading.form.needs[0]))
        else:
            _sheet(reading, grid, layout)
    _repetitions(reading)
    counts = list(reading.classes.values())
    cells = sum(1 for grid in grids for cell in grid.cells.values() if cell.text.strip())
    ledger = Ledger(cells, counts.count("reported"), 0, counts.count("statement"), counts.count("structure"))
    return tuple(unite(reading.statements)), tuple(reading.issues), ledger


def _sheet(reading: _Reading, grid: Grid, layout: Layout) -> None:
    rows: dict[int, list[int]] = {}
    for row, column in grid.filled():
        if row <= layout.row:
            reading.classes[grid.name, row, column] = "structure"
        else:
            rows.setdefault(row, []).append(column)
    _unknown_columns(reading, grid, layout, rows)
    for number, columns in rows.items():
        if grid.text(number, columns[0]).startswith("#"):  # a line somebody put aside
            reading.classes.update({(grid.name, number, column): "structure" for column in columns})
        elif any(column in columns for column in layout.columns.values()):
            _line(reading, grid, layout, number, columns)
        _beyond(reading, grid, layout, number, columns)


def _line(reading: _Reading, grid: Grid, layout: Layout, number: int, columns: list[int]) -> None:
    row = Row(reading.spec.id, grid, layout, number, reading.method, reading.spec.stated_on)
    reading.statements.extend(READERS[reading.spec.kind](row))
    reading.issues.extend(row.issues)
    known = set(layout.columns.values())
    for column in columns:
        if column in known:
            reading.classes[grid.name, number, column] = "reported" if column in row.reported else "statement"


def _beyond(reading: _Reading, grid: Grid, layout: Layout, number: int, columns: list[int]) -> None:
    headed = {*layout.columns.values(), *layout.unknown}
    beyond = [
        column for column in columns if column not in headed and (grid.name, number, column) not in reading.classes
    ]
    if beyond:
        reading.classes.update({(grid.name, number, column): "reported" for column in beyond})
        value = " | ".join(grid.text(number, column) for column in beyond)
        _issue(reading, "VN3107", Cell(grid.name, address(number, beyond[0])), value)


def _unknown_columns(reading: _Reading, grid: Grid, layout: Layout, rows: dict[int, list[int]]) -> None:
    for column in layout.unknown:
        below = [number for number, columns in rows.items() if column in columns]
        marked = {(grid.name, number, column): "reported" for number in below}
        reading.classes.update({**marked, (grid.name, layout.row, column): "reported"})
        place = Cell(grid.name, address(layout.row, column))
        expected = title(*reading.form.roles)
        _issue(reading, "VN3101", place, grid.text(layout.row, column), count=str(len(below)), expected=expected)


def _unread_sheet(reading: _Reading, grid: Grid) -> None:
    filled = list(grid.filled())
    reading.classes.update({(grid.name, row, column): "reported" for row, column in filled})
    if filled:
        _issue(reading, "VN3108", Cell(grid.name, address(*filled[0])), grid.text(*filled[0]))


def _repetitions(reading: _Reading) -> None:
    first: dict[str, Statement] = {}
    for said in reading.statements:
        other = first.setdefault(said.key, said)
        what = sorted({name for name, _ in {*other.details} ^ {*said.details}})
        if other is not said and what and other.evidence != said.evidence:
            _issue(
                reading, "VN3106", _first_cell(said), said.original, other=str(other.evidence[0]), what=", ".join(what)
            )


def _issue(reading: _Reading, code: str, place: Cell | None, value: str, **params: str) -> None:
    pairs = {"value": value.strip()[:80], **params}
    reading.issues.append(Issue(code, reading.spec.id, place, value[:200], tuple(sorted(pairs.items()))))


def _first_cell(said: Statement) -> Cell | None:
    return next((place for place in said.evidence if isinstance(place, Cell)), None)
