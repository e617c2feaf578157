"""The tables of a proposed profile, corrected by where the truth has tables and what their lines are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.matrix.names import bare_label
from loaders.matrix.profile import ColumnProfile, Pairs, TableProfile
from ontology.text import fold
from tests.loaders.matrix.corrected import columns
from tests.loaders.matrix.corrected.known import CONTENT, DIMENSION, ENTITY, Known
from tests.loaders.matrix.corrected.regions import Region, regions, turned

_SILENT = frozenset({"title", "footnote", "legend", "total", "ignorable"})


def placed(known: Known, proposed: Sequence[TableProfile]) -> list[TableProfile]:
    """Return a sheet's tables where the truth has them; those that stand rightly stay as they are proposed."""
    wrong = [table for table in proposed if not table.turned and _way(known, table)]
    flat = [table for table in proposed if table.turned and _way(known, table) is False]
    if wrong or flat:
        return [TableProfile(proposed[0].sheet, turned=bool(wrong))]
    if any(table.turned for table in proposed) or not known.said:
        return list(proposed)
    wanted = regions(known)
    if turned(known, 0, 1 << 30):
        return list(proposed) or [TableProfile(known.grid.name or None, turned=True)]
    found = list(proposed)
    for region in wanted:
        touched = [table for table in found if _meets(known, table, region)]
        beside = [table for table in touched if table.header != region.header]
        right = not beside and any(table.header == region.header and table.first == region.first for table in touched)
        if not right and any(region.first <= row <= region.last for row, _ in known.wrong):
            found = [table for table in found if table not in touched] + [_new(known, region)]
    return found


def filled(known: Known, table: TableProfile) -> TableProfile:
    """Return a table with its columns and the direction of its referrals put right."""
    view = known.flipped() if table.turned else known
    last = _end(view, table)
    body = [row for row in view.rows() if table.first <= row <= last]
    marked = any(column.form == "mark" for column in table.columns)
    found = tuple(columns.corrected(view, column, body, marked) for column in table.columns)
    skipped = frozenset(
        row for row in body
        if set(view.row(row).values()) <= _SILENT and any((row, column) in view.wrong for column in view.row(row))
    )  # fmt: skip
    wrong = any(row in body for row, _ in view.wrong)
    return replace(
        table,
        columns=found,
        towards=_towards(view, body) or table.towards,
        skipped=table.skipped | skipped,
        groups=tuple(_groups(view, body)) if wrong else table.groups,
        within=_within(view, table, body) if wrong else table.within,
    )


def _way(known: Known, table: TableProfile) -> bool | None:
    if table.turned:
        return turned(
            known, min((c.index for c in table.columns), default=1), max((c.index for c in table.columns), default=1)
        )
    return turned(known, table.first, _end(known, table))


def _end(view: Known, table: TableProfile) -> int:
    """Return the last row of a table: told, or the last before the next header."""
    if table.last and table.last > 0:
        return table.last
    return next((region.last for region in regions(view) if region.header == table.header), max(view.rows(), default=1))


def _meets(known: Known, table: TableProfile, region: Region) -> bool:
    top = min((*table.header, table.first))
    return top <= region.last and region.header[0] <= (table.last if table.last and table.last > 0 else table.first)


def _new(known: Known, region: Region) -> TableProfile:
    indexes = sorted(
        {
            column
            for row in (*region.header, *range(region.first, region.last + 1))
            for column, role in known.row(row).items()
            if role in CONTENT | {"header", "label", "group"}
        }
    )
    said = tuple(ColumnProfile(index) for index in indexes)
    return TableProfile(
        known.grid.name or None,
        header=region.header,
        first=region.first,
        last=region.last,
        columns=said,
        anchor=region.header,
    )


def _groups(view: Known, body: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Yield the lines that head rows, with what they name, and the lone labels that do not."""
    for row in body:
        roles = view.row(row)
        if set(roles.values()) == {"section"}:
            yield str(row), view.kind(view.text(row, min(roles))) or "heading"
        elif len(roles) == 1 and set(roles.values()) == {"label"}:
            yield str(row), "row"


def _within(view: Known, table: TableProfile, body: Sequence[int]) -> Pairs:
    """Return what holds for everything a table says, and is not said by its lines or columns."""
    said = [one for (row, _), found in view.said.items() if row in body for one in found if one.predicate in ENTITY]
    found = dict(table.within or ())
    labels = {
        fold(bare_label(view.text(*spot))) for spot, role in view.roles.items() if role in {"label", "header", "group"}
    }
    for kind in set(DIMENSION.values()):
        values = {one.within.get(kind, "") for one in said if one.predicate != "has_type"}
        value = next(iter(values)) if len(values) == 1 else ""
        if value and value not in labels and fold(found.get(kind, "")) != value:
            found[kind] = view.written(value)
    if found.get("actor") and not any(one.subject == fold(found["actor"]) for one in said):
        del found["actor"]  # a line above that names somebody else
    return tuple(found.items())


def _towards(view: Known, body: Sequence[int]) -> str:
    """Return who refers in a referral matrix: the row to the column, or the other way."""
    pairs = [
        (row, column, said)
        for (row, column), found in view.said.items()
        if row in body
        for said in found
        if said.predicate == "refers_to"
    ]
    rows, lines = {row for row, _, _ in pairs}, {column for _, column, _ in pairs}
    if len(rows) < 2 or len(lines) < 2:
        return ""
    by_row = len({(row, said.subject) for row, _, said in pairs}) == len(rows)
    by_column = len({(column, said.subject) for _, column, said in pairs}) == len(lines)
    return ("column" if by_row else "row") if by_row != by_column else ""
