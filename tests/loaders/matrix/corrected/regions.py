"""Where the truth has tables on a sheet, and which way round they stand."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.text import fold
from tests.loaders.matrix.corrected.known import CONTENT, ENTITY, Known

_BODY = CONTENT | {"label", "section"}


@dataclass(frozen=True, slots=True)
class Region:
    """One table: its header rows and its body."""

    header: tuple[int, ...]
    first: int
    last: int


def regions(known: Known) -> list[Region]:
    """Return the tables of a sheet that stands with its actors in rows: each header with the rows that follow it.

    A header that stands there again, word for word, heads no new table.
    """
    found: list[Region] = []
    header: list[int] = []
    body: list[int] = []
    texts: set[str] = set()
    for row in known.rows():
        roles = list(known.row(row).values())
        heads = sum(role in {"header", "group"} for role in roles)
        if heads and 2 * heads > len(roles):
            here = {fold(known.text(row, column)) for column in known.row(row)}
            if body and here <= texts:
                continue
            if body:
                found.append(Region(tuple(header), body[0], body[-1]))
                header, body, texts = [], [], set()
            header.append(row)
            texts |= here
        elif header and any(role in _BODY for role in roles):
            body.append(row)
    if header and body:
        found.append(Region(tuple(header), body[0], body[-1]))
    return found


def turned(known: Known, top: int, bottom: int) -> bool | None:
    """Return whether the actors of a table stand in columns, nothing if its cells do not tell."""
    rows: set[int] = set()
    columns: set[int] = set()
    by_row: set[tuple[int, str]] = set()
    by_column: set[tuple[int, str]] = set()
    for (row, column), found in known.said.items():
        for said in found:
            if top <= row <= bottom and said.predicate in ENTITY and said.predicate not in {"refers_to", "has_type"}:
                rows.add(row)
                columns.add(column)
                by_row.add((row, said.subject))
                by_column.add((column, said.subject))
    if len(rows) < 2 or len(columns) < 2:
        return None
    in_rows, in_columns = len(by_row) == len(rows), len(by_column) == len(columns)
    return in_columns if in_rows != in_columns else None
