"""Tables of a document as lines of its text: rows, label lines where a table only names things, lines where it lays out."""

from __future__ import annotations

from loaders.prose.document import BlockKind
from loaders.prose.labels import is_known
from loaders.prose.manuscript import Manuscript
from loaders.readers.page import Table

_LONGEST_NAME = 60
_LONGEST_CELL = 1500


def names_things(table: Table) -> bool:
    """Return whether a table of two columns says names like "Veranstalter" in the first: it is a list of labels."""
    columns = {column for (_, column), cell in table.cells.items() if cell.text}
    names = [cell.text for (_, column), cell in sorted(table.cells.items()) if column == 1 and cell.text]
    return (
        columns <= {1, 2}
        and bool(names)
        and 2 * sum(map(is_known, names)) > len(names)
        and max(map(len, names)) <= _LONGEST_NAME
    )


def lays_out(table: Table) -> bool:
    """Return whether a table only arranges text: one row or column, tables or long texts in its cells."""
    said = {place: cell.text for place, cell in table.cells.items() if cell.text.strip()}
    return (
        not said
        or any(inner.cells or inner.nested for _, inner in table.nested)
        or len({row for row, _ in said}) < 2
        or len({column for _, column in said}) < 2
        or max(map(len, said.values())) > _LONGEST_CELL
    )


def write_rows(table: Table, manuscript: Manuscript, *, page: int = 0) -> None:
    """Write a table as rows."""
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), cell in table.cells.items():
        by_row.setdefault(row, {})[column] = cell.text
    for at, (_, said) in enumerate(sorted(by_row.items())):
        manuscript.row([said.get(column, "") for column in range(1, max(said) + 1)], page=page, close=at > 0)


def write_labels(table: Table, manuscript: Manuscript, *, page: int = 0) -> None:
    """Write a table of names and values as label lines; several values stand below their name."""
    for row in range(1, table.rows + 1):
        name, value = (table.cells[row, column].text if (row, column) in table.cells else "" for column in (1, 2))
        lead = f"{name.rstrip(':')}:" if name else ""
        kind: BlockKind = "label" if name else "paragraph"
        lines = [line for line in value.split("\n") if line.strip()]
        if len(lines) > 1:
            manuscript.put(lead, kind, page=page, close=row > 1)
            for line in lines:
                manuscript.put(line, "bullet", 1, page=page, sign="•", close=True)
        else:
            manuscript.put(f"{lead} {''.join(lines)}", kind, page=page, close=row > 1)


def write_lines(table: Table, manuscript: Manuscript, kind: BlockKind = "paragraph", *, page: int = 0) -> None:
    """Write the cells of a table that only lays out, one after the other; tables within it where they stand."""
    places = sorted({*table.cells, *(place for place, _ in table.nested)})
    for place in places:
        said = table.cells[place].text if place in table.cells else ""
        for at, line in enumerate(said.split("\n")):
            manuscript.put(line, kind, page=page, close=at > 0)
        for where, inner in table.nested:
            if where == place:
                write_lines(inner, manuscript, kind, page=page)
