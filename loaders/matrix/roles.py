"""What part each cell of a sheet plays, so that people can see how it was read.

The classes are those of Strudel (Christodoulakis et al., EDBT 2021) and some it has no need of: what a row is about
(``label``), the legend, what only holds the table together, and what stands outside every table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal as Choice

from loaders.matrix import marks
from loaders.matrix.interpret import Interpretation
from loaders.matrix.ledger import Address, Class
from loaders.matrix.legend import Legend
from loaders.matrix.lines import Lines
from loaders.matrix.plan import Column
from loaders.matrix.sheet import Sheet
from loaders.matrix.survey import SheetSurvey, Table

Role = Choice["metadata", "group", "header", "label", "data", "derived", "notes", "legend", "structure", "outside"]
ROLES: tuple[Role, ...] = (
    "header", "label", "group", "data", "legend", "derived", "structure", "metadata", "notes", "outside",
)  # fmt: skip
"""Of several parts one merged cell plays, the first of these counts."""

_RANK = {role: rank for rank, role in enumerate(ROLES)}
_OF_LINE: Mapping[str, Role] = {"section": "group", "total": "derived", "repeated": "header"}
_SPEAKING: frozenset[Role] = frozenset({"data", "label", "header", "group", "legend"})


@dataclass(frozen=True, slots=True)
class CellRole:
    """One cell: the part it plays and what became of it."""

    role: Role
    found: Class


def roles(found: Interpretation) -> Mapping[Address, CellRole]:
    """Return the one role of every cell with content, and of every empty one that says something by its colour."""
    parts: dict[Address, Role] = {}
    for one in found.sheets:
        for row, column, role in _of_sheet(one, found.legend):
            address = (one.sheet.name, row, column)
            known = parts.get(address)
            if known is None or _RANK[role] < _RANK[known]:
                parts[address] = role
    return {address: CellRole(_agreed(parts.get(address), kind), kind) for address, kind in found.cells.items()}


def _agreed(role: Role | None, kind: Class) -> Role:
    """A cell's place proposes its role; what was read from it has the last word."""
    if kind in {"statement", "negative"}:
        return role if role in _SPEAKING and (kind == "statement" or role == "legend") else "data"
    if role in {None, "outside"}:
        return "structure" if kind == "structure" else "outside"
    return "structure" if role == "data" and kind == "structure" else role or "outside"


def _of_sheet(one: SheetSurvey, legend: Legend) -> Iterator[tuple[int, int, Role]]:
    """Yield row and column in the file with the role that the place has."""
    sheet = one.sheet
    if one.sort in {"ignored", "choices"}:
        yield from ((row, column, "structure") for row, column in sheet.grid.cells)
        return
    for name, (row, column) in legend.claimed:
        if name == sheet.name:
            yield row, column, _explaining(legend, sheet, row, column)
    if one.sort == "tables":
        for table in one.tables:
            yield from _of_table(table)
        yield from _around(one)


def _explaining(legend: Legend, sheet: Sheet, row: int, column: int) -> Role:
    """A footnote explains what bears its mark, everything else of a legend explains signs."""
    place = (column, row) if sheet.turned else (row, column)
    text = sheet.text(*place)
    return "notes" if any(legend.note(sheet.name, mark) for mark in _leading_marks(text)) else "legend"


def _leading_marks(text: str) -> tuple[str, ...]:
    word = text.split(" ", 1)[0].rstrip(":=").strip()
    return marks.footnotes(f"x {word}")[1] if word else ()


def _of_table(table: Table) -> Iterator[tuple[int, int, Role]]:
    sheet, plan = table.surface.sheet, table.plan
    by_index = {column.index: column for column in plan.columns}
    lines = Lines(table.surface, plan)
    heading = _headings(table)
    for row in plan.header_rows:
        for column in table.surface.filled(row):
            yield *sheet.origin(row, column), heading.get(sheet.anchor(row, column), "header")
    for row in range(plan.first, plan.last + 1):
        if row not in sheet.rows:
            continue
        line = lines.read(row)
        if line.role in {"blank", "data"}:
            for index in sheet.rows[row]:
                if index in by_index and not table.surface.is_claimed(row, index):
                    yield *sheet.origin(row, index), _of_column(by_index[index])
        else:
            for index in table.surface.filled(row):
                if index in by_index:
                    yield *sheet.origin(row, index), _OF_LINE.get(line.role, "notes")


def _headings(table: Table) -> Mapping[tuple[int, int], Role]:
    """Return which header cells head their own column and which head several."""
    sheet = table.surface.sheet
    found: dict[tuple[int, int], Role] = {}
    for column in table.plan.columns:
        for row, _ in column.groups:
            if row in table.plan.header_rows:
                found.setdefault(sheet.anchor(row, column.index), "group")
    for column in table.plan.columns:
        if column.header:
            empty = not any(sheet.text(row, column.index) for row in range(table.plan.first, table.plan.last + 1))
            section = table.plan.turned and empty and column.form == "structure"
            found[sheet.anchor(column.header, column.index)] = "group" if section else "header"
    return found


def _of_column(column: Column) -> Role:
    if column.form == "stub":
        return "label"
    if column.form == "structure":
        return "derived" if column.role == "total" else "structure"
    return "data"


def _around(one: SheetSurvey) -> Iterator[tuple[int, int, Role]]:
    """Lines above the first table and captions tell about it, all others are notes."""
    sheet = one.sheet
    captions = {table.caption for table in one.tables}
    top = min((row for table in one.tables for row in _rows(table)), default=1 << 30)
    for row, cells in sheet.rows.items():
        for column in cells:
            role: Role = "metadata" if row in captions or row < top else "notes"
            yield *sheet.origin(row, column), role


def _rows(table: Table) -> Sequence[int]:
    """Return the rows of the file in which a table begins."""
    plan = table.plan
    if not plan.turned:
        return (*plan.header_rows, plan.first)
    return [column.index for column in plan.columns]
