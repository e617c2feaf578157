"""Documents that hold tables among other things: which of their tables belong on one sheet, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from loaders.grid import Grid, GridCell, Merge
from loaders.limits import Limits
from loaders.readers.csv import error_word
from loaders.readers.sheet import Budget, SheetBuilder
from loaders.refusal import Refusal

_NAME = 60
_SIGN = 8
_KEY = "Legende"
_EXPLAINS = re.compile(r"[^\s=]{1,8}(?: [^\s=]{1,8})?\s*=\s*\S")
_SHORT = 300
_LINES_ABOVE, _LINES_BELOW = 5, 15


@dataclass(slots=True)
class Table:
    """One table; rows and columns count from 1.

    Args:
        heading: the caption, or the last heading above it.
        nested: tables that stand in a cell of this one, with the cell.
    """

    heading: str = ""
    cells: dict[tuple[int, int], GridCell] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    nested: list[tuple[tuple[int, int], Table]] = field(default_factory=list)
    rows: int = 0
    hidden: bool = False


Item = Table | str
"""A table, or a line of text that stands outside of tables."""


def grids(items: Iterable[Item], limits: Limits, *, through: bool, notes: Sequence[str] = ()) -> tuple[Grid, ...]:
    """Return a sheet for every table of a document; the lines around it follow below the last row.

    Args:
        items: tables and texts in the order of the document.
        through: rows count through all tables, as records of a text table do, and a lone table has no name.
    """
    flat = [part for item in items for part in (_flat(item) if isinstance(item, Table) else (item,))]
    groups = _grouped(flat)
    if len(groups) > limits.sheets:
        raise Refusal("too_large", "VN1025", limit=str(limits.sheets))
    last = sum(item.rows for item in flat if isinstance(item, Table))
    budget, row, line = Budget(limits), 0, last + 1
    builders: list[SheetBuilder] = []
    for name, group in zip(_names(groups, lone="" if through else None), groups, strict=True):
        builder = SheetBuilder(name, budget)
        if not through:
            row, line = 0, sum(item.rows for item in group if isinstance(item, Table)) + 1
        for item in group:
            if isinstance(item, Table):
                _fill(builder, item, row + (item is not group[0] and _key(item)))
                row += item.rows
            else:
                line += 1
                builder.put(line, 1, GridCell(item))
        builders.append(builder)
    if builders:
        builders[0].notes.extend(notes)
    return tuple(builder.grid() for builder in builders)


def near(items: Sequence[Item]) -> tuple[list[Item], int]:
    """Return the tables with the short lines near them, and how many paragraphs were left out."""
    kept: list[Item] = []
    waiting: list[str] = []
    below, unread = 0, 0
    for item in items:
        if isinstance(item, Table):
            above = [line for line in waiting[-_LINES_ABOVE:] if len(line) <= _SHORT]
            unread += len(waiting) - len(above)
            kept += [*above, item]
            waiting, below = [], _LINES_BELOW
        elif below and len(item) <= _SHORT:
            kept.append(item)
            below -= 1
        else:
            waiting.append(item)
            below = 0
    return kept, unread + len(waiting)


def _flat(table: Table) -> Iterator[Item]:
    """Yield a table, or what stands in it where it only lays out the page."""
    nested = [(place, inner) for place, inner in table.nested if inner.cells or inner.nested]
    if not nested:
        if table.cells:
            yield table
    elif max(_size(inner) for _, inner in nested) >= len(table.cells):
        inside: dict[tuple[int, int], list[Table]] = {}
        for place, inner in nested:
            inside.setdefault(place, []).append(inner)
        for place in sorted({*table.cells, *inside}):
            cell = table.cells.get(place)
            yield from (line for line in (cell.text if cell else "").split("\n") if line)
            for inner in inside.get(place, ()):
                yield from _flat(inner)
    else:
        for place, inner in nested:
            cell = table.cells.get(place, GridCell(""))
            text = "\n".join(filter(None, (cell.text, _said(inner))))
            table.cells[place] = replace(cell, text=text, kind="text")
        yield table


def _size(table: Table) -> int:
    return len(table.cells) + sum(_size(inner) for _, inner in table.nested)


def _said(table: Table) -> str:
    """Return a small table within a cell as lines of that cell."""
    lines: dict[int, list[str]] = {}
    for place in sorted({*table.cells, *(place for place, _ in table.nested)}):
        said = [table.cells[place].text] if place in table.cells else []
        said += [_said(inner) for at, inner in table.nested if at == place]
        lines.setdefault(place[0], []).extend(filter(None, said))
    return "\n".join(" ".join(line) for line in lines.values())


def _grouped(items: Sequence[Item]) -> list[list[Item]]:
    """Return what belongs on one sheet.

    A title that is a table of its own goes with the table below it, a small key to the signs with the one above;
    a key in lines below the last of several tables is meant for all and gets a sheet of its own.
    """
    groups: list[list[Item]] = []
    waiting: list[Item] = []
    for item in items:
        waiting.append(item)
        if isinstance(item, Table) and not _slight(item):
            if groups and _key(item):
                groups[-1].extend(waiting)
            else:
                groups.append(waiting)
            waiting = []
        elif groups and isinstance(item, str):
            groups[-1].extend(waiting)
            waiting = []
    if groups:
        groups[-1].extend(waiting)
        if len(groups) > 1:
            groups += _key_for_all(groups[-1])
    elif any(isinstance(item, Table) for item in waiting):
        groups.append(waiting)
    return groups


def _key(table: Table) -> bool:
    """Return whether a table without a heading explains short signs: two columns, the first of them narrow."""
    said = {place: cell.text for place, cell in table.cells.items() if cell.text}
    columns = sorted({column for _, column in said})
    return (
        not table.heading
        and len(columns) == 2
        and max(len(text) for (_, column), text in said.items() if column == columns[0]) <= _SIGN
        and max(len(text) for (_, column), text in said.items() if column == columns[1]) > _SIGN
    )


def _key_for_all(group: list[Item]) -> list[list[Item]]:
    """Take the lines that end the last group off it, where they explain signs."""
    last = max(at for at, item in enumerate(group) if isinstance(item, Table))
    lines = [item for item in group[last + 1 :] if isinstance(item, str)]
    if not any(map(_EXPLAINS.match, lines)):
        return []
    del group[last + 1 :]
    key: list[Item] = [Table(heading=_KEY), *lines]
    return [key]


def _slight(table: Table) -> bool:
    said = [place for place, cell in table.cells.items() if cell.text]
    return len({row for row, _ in said}) < 2 or len({column for _, column in said}) < 2


def _names(groups: Sequence[Sequence[Item]], lone: str | None) -> list[str]:
    if len(groups) == 1 and lone is not None:
        return [lone]
    names: list[str] = []
    for number, group in enumerate(groups, 1):
        heading = next((item.heading for item in group if isinstance(item, Table) and item.heading), "")
        name = heading[:_NAME].strip() or f"Tabelle {number}"
        names.append(name if name not in names else f"{name} ({number})")
    return names


def _fill(builder: SheetBuilder, table: Table, above: int) -> None:
    for (row, column), cell in table.cells.items():
        error = error_word(cell.text)
        builder.put(row + above, column, replace(cell, text=error, kind="error") if error else cell)
    for merge in table.merges:
        builder.merge(merge.top + above, merge.left, min(merge.bottom, table.rows) + above, merge.right)
    rows = range(1, table.rows + 1) if table.hidden else table.hidden_rows
    builder.hidden_rows.update(row + above for row in rows)
    builder.hidden_columns.extend(table.hidden_columns)
