"""What was found on the sheets: each table with what its rows and columns are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from loaders.grid import address, column_letters
from loaders.matrix import headings
from loaders.matrix.plan import Column
from loaders.matrix.survey import SheetSurvey, Table

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LineSeen:
    """One column of a table (one row where it is turned).

    Args:
        place: its letters, or its number.
        form, role, holds: as in a profile.
        empty: nothing stands in it.
    """

    place: str
    label: str
    under: str
    form: str
    role: str
    holds: str
    within: Pairs
    empty: bool = False


@dataclass(frozen=True, slots=True)
class TableSeen:
    """One table.

    Args:
        area: its cells, such as ``A5:K17``.
        turned: actors stand in columns.
        header, first: where header and body stand; letters where the table is turned.
        rows: what says what a row is about; ``columns``: all others.
        referral: every answer is a referral, ``towards`` says in which direction.
        told: a profile speaks about it.
    """

    sheet: str
    area: str
    title: str
    turned: bool
    header: tuple[str, ...]
    first: str
    rows: tuple[LineSeen, ...]
    columns: tuple[LineSeen, ...]
    within: Pairs
    referral: bool
    towards: str
    edges: bool
    closed: bool
    fingerprint: str
    told: bool

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""
        lines = ("rows", "columns")
        said = {name: value for name, value in asdict(self).items() if name not in {*lines, "within"}}
        for name in lines:
            said[name] = [{**asdict(line), "within": dict(line.within)} for line in getattr(self, name)]
        return {**said, "header": list(self.header), "within": dict(self.within)}


def tables_of(sheets: Sequence[SheetSurvey]) -> tuple[TableSeen, ...]:
    """Return every table of a file, in the order of the sheets."""
    return tuple(_seen(one, table) for one in sheets for table in one.tables)


def _seen(one: SheetSurvey, table: Table) -> TableSeen:
    plan, sheet = table.plan, table.surface.sheet
    lines = [(column.form, _line(table, column)) for column in plan.columns]
    subjects = [column for column in plan.columns if column.form == "stub" and column.role in {"actor", "sender"}]
    return TableSeen(
        plan.sheet,
        _area(table),
        " ".join(_title(one, table.caption)),
        plan.turned,
        tuple(_row(row, plan.turned) for row in plan.header_rows),
        _row(plan.first, plan.turned),
        tuple(line for form, line in lines if form == "stub"),
        tuple(line for form, line in lines if form != "stub"),
        plan.within,
        plan.edges or (bool(subjects) and any(c.form == "mark" and c.role == "actor" for c in plan.columns)),
        ({"row": "column", "column": "row"}[plan.towards] if plan.turned else plan.towards),
        plan.edges,
        plan.closed,
        headings.fingerprint(headings.of_plan(sheet, plan)),
        table.said is not None,
    )


def _line(table: Table, column: Column) -> LineSeen:
    plan, sheet = table.plan, table.surface.sheet
    place = _row(column.index, not plan.turned)
    body = ((row, column.index) for row in range(plan.first, plan.last + 1))
    empty = not any(sheet.text(*at) and sheet.anchor(*at)[1] == column.index for at in body)
    group = headings.joined(column.groups)
    return LineSeen(place, column.label, group, column.form, column.role, column.holds, column.within, empty)


def _row(number: int, as_letters: bool) -> str:
    return column_letters(number) if as_letters else str(number)


def _area(table: Table) -> str:
    plan = table.plan
    columns = [column.index for column in plan.columns] or [1]
    top, bottom = min((*plan.header_rows, plan.first)), max(plan.last, plan.first)
    corners = ((top, min(columns)), (bottom, max(columns)))
    one, other = (address(column, row) if plan.turned else address(row, column) for row, column in corners)
    return f"{one}:{other}"


def _title(one: SheetSurvey, caption: int) -> Iterator[str]:
    """Yield the texts of the line above a table, a merged one once."""
    cells = one.sheet.rows.get(caption, {}) if caption else {}
    yield from dict.fromkeys(text for column in cells if (text := one.sheet.text(caption, column)))
