"""The profile that says what a reading does, ready to be corrected and kept for next year's file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.grid import Grid
from loaders.matrix import headings
from loaders.matrix.amend import amend
from loaders.matrix.names import bare_label
from loaders.matrix.plan import Column
from loaders.matrix.profile import ALL, END, ColumnProfile, Profile, TableProfile
from loaders.matrix.survey import SheetSurvey, Table, survey


def propose(grids: Sequence[Grid], profile: Profile | None = None) -> Profile:
    """Return the profile that says what the reading does: the automatic one, or that of another profile."""
    return of(survey(amend(grids, profile).grids, profile)[1], profile)


def of(sheets: Sequence[SheetSurvey], profile: Profile | None = None) -> Profile:
    """Return the profile of a reading; what a person said about signs, sheets and cells is carried over."""
    tables = tuple(_table(one, table) for one in sheets for table in one.tables)
    tables = tuple(_with_words(table, profile) for table in tables)
    return replace(profile or Profile(), tables=tables, borrowed=False)


def _with_words(table: TableProfile, profile: Profile | None) -> TableProfile:
    """Add the signs and abbreviations a person gave for the sheet."""
    said = [one for one in (profile.tables if profile else ()) if one.sheet in (None, table.sheet)]
    signs = tuple(dict.fromkeys(pair for one in said for pair in one.signs))
    names = tuple(dict.fromkeys(pair for one in said for pair in one.abbreviations))
    return replace(table, signs=signs, abbreviations=names)


def _table(one: SheetSurvey, table: Table) -> TableProfile:
    plan, sheet, said = table.plan, table.surface.sheet, table.said
    told = said.last if said else None
    last = plan.last if told and told > 0 else ALL if told == ALL else END
    whole = replace(
        table, plan=replace(plan, columns=tuple(sorted((*plan.columns, *table.fresh), key=lambda c: c.index)))
    )
    new = {column.index for column in table.fresh}
    columns = (replace(_column(whole, column), new=column.index in new) for column in whole.plan.columns)
    return TableProfile(
        plan.sheet, _title(one, table), headings.fingerprint(headings.of_plan(sheet, whole.plan)), plan.header_rows,
        plan.turned, plan.header_rows, plan.first, last, tuple(columns), within=plan.within, towards=plan.towards,
        edges=plan.edges, closed=plan.closed, skipped=plan.skipped, skipped_texts=said.skipped_texts if said else (), groups=said.groups if said else (),
        continues=plan.continues,
    )  # fmt: skip


def _title(one: SheetSurvey, table: Table) -> str:
    cells = one.sheet.rows.get(table.caption, {}) if table.caption else {}
    return next((text for column in cells if (text := one.sheet.text(table.caption, column))), "")


def _column(table: Table, column: Column) -> ColumnProfile:
    sheet, plan = table.surface.sheet, table.plan
    head = headings.of_column(sheet, column)
    known = ColumnProfile(column.index, head.text, head.under if head.under else None)
    if column.form != "stub" and not any(_speaks(table, row, column.index) for row in range(plan.first, plan.last + 1)):
        return known  # an empty column shows nothing of what it is for: next year's cells will
    label = column.label if column.label != bare_label(head.text) else ""
    return replace(
        known, form=column.form, role=column.role, label=label, within=column.within, counts=column.numeric,
        holds=column.holds, split=column.split,
    )  # fmt: skip


def _speaks(table: Table, row: int, column: int) -> bool:
    cell = table.surface.sheet.rows.get(row, {}).get(column)
    return bool(cell and (cell.text.strip() or cell.comment or cell.link or table.surface.legend.colour(cell.fill)))
