"""Web pages with tables, whatever their name ends in: portal exports, Excel's "web page", tables saved from a browser.

Rows count through all tables of the page, as records of a text table do. One table is one sheet without a name; of
several, each is a sheet named after its heading. What stands around the tables follows below the last row of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from loaders.decode import decode
from loaders.grid import Grid, GridCell
from loaders.limits import Limits
from loaders.readers.csv import error_word
from loaders.readers.html_tables import Reader, Table
from loaders.readers.markup import declared_encoding, tokens
from loaders.readers.sheet import Budget, SheetBuilder
from loaders.refusal import Refusal

_NAME = 60


def read(path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return a grid for every table of a page."""
    data = path.read_bytes()
    return grids_of(data, limits)


def grids_of(data: bytes, limits: Limits) -> tuple[Grid, ...]:
    """Return the grids of a page's bytes."""
    decoded = decode(data, declared_encoding(data))
    reader = Reader(limits)
    for token in tokens(decoded.text):
        reader.take(token)
    reader.close()
    items = list(_items(reader))
    groups = _grouped(items)
    if not groups:
        raise Refusal("not_a_table", "VN1031")
    if len(groups) > limits.sheets:
        raise Refusal("too_large", "VN1025", limit=str(limits.sheets))
    last = sum(item.rows for item in items if isinstance(item, Table))
    budget, row, line = Budget(limits), 0, last + 1
    builders: list[SheetBuilder] = []
    for name, group in zip(_names(groups), groups, strict=True):
        builder = SheetBuilder(name, budget)
        for item in group:
            if isinstance(item, Table):
                _fill(builder, item, row)
                row += item.rows
            else:
                line += 1
                builder.put(line, 1, GridCell(item))
        builders.append(builder)
    builders[0].notes.extend(decoded.notes)
    return tuple(builder.grid() for builder in builders)


def _items(reader: Reader) -> Iterator[Table | str]:
    """Yield the tables that hold data and the texts around them, in the order of the page."""
    around = iter([*reader.around, (len(reader.tables) + 1, "")])
    before, words = next(around)
    for number, table in enumerate(reader.tables):
        while before <= number:
            yield words
            before, words = next(around)
        yield from _flat(table)
    while before <= len(reader.tables):
        yield words
        before, words = next(around)


def _flat(table: Table) -> Iterator[Table | str]:
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


def _grouped(items: Sequence[Table | str]) -> list[list[Table | str]]:
    """Return what belongs on one sheet: a title that is a table of its own goes with the table below it."""
    groups: list[list[Table | str]] = []
    waiting: list[Table | str] = []
    for item in items:
        waiting.append(item)
        if isinstance(item, Table) and not _slight(item):
            groups.append(waiting)
            waiting = []
        elif groups and isinstance(item, str):
            groups[-1].extend(waiting)
            waiting = []
    if groups:
        groups[-1].extend(waiting)
    elif any(isinstance(item, Table) for item in waiting):
        groups.append(waiting)
    return groups


def _slight(table: Table) -> bool:
    said = [place for place, cell in table.cells.items() if cell.text]
    return len({row for row, _ in said}) < 2 or len({column for _, column in said}) < 2


def _names(groups: Sequence[Sequence[Table | str]]) -> list[str]:
    if len(groups) == 1:
        return [""]
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
