"""Tables inside a document as grids, for the interpreter of matrices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.grid import Grid, GridCell
from loaders.limits import Limits
from loaders.prose.document import Block
from loaders.readers.page import Table, grids

_CAPTION = 80


def drawn_grids(text: str, blocks: Sequence[Block], limits: Limits) -> tuple[Grid, ...]:
    """Return a grid for every run of table lines among blocks, named by the short line above it."""
    return grids_of(list(_tables(text, blocks)), limits)


def grids_of(tables: Sequence[Table], limits: Limits) -> tuple[Grid, ...]:
    """Return the tables of a document as grids."""
    return grids(tables, limits, through=False) if tables else ()


def _tables(text: str, blocks: Sequence[Block]) -> Iterator[Table]:
    table: Table | None = None
    above, end = "", 0
    for block in blocks:
        words = text[block.start : block.end]
        if block.kind != "table":
            if table is not None:
                yield table
            table = None
            above = words.strip("#* \t:") if len(words) <= _CAPTION else ""
            continue
        if table is not None and text.count("\n", end, block.start) > 1:
            yield table
            table, above = None, ""
        table = table or Table(heading=above)
        end = block.end
        if block.cells:
            table.rows += 1
        for column, (begin, stop) in enumerate(block.cells, 1):
            if begin < stop:
                table.cells[table.rows, column] = GridCell(text[begin:stop])
    if table is not None:
        yield table
