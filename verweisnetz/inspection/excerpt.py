"""Which rows and columns of a sheet are shown where not all of them fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from loaders.grid import Grid
from loaders.matrix.ledger import Address
from loaders.matrix.roles import CellRole
from verweisnetz.inspection.words import mark

_PLAIN = frozenset({"statement", "negative", "label", "structure", "derived"})
_BEGIN, _END = 6, 2
"""So many uniform rows are shown at the beginning and the end of a run."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Rows that are not shown; ``rows`` counts those with content."""

    first: int
    last: int
    rows: int


Line = int | Gap


def rows_shown(grid: Grid, cells: Mapping[Address, CellRole], most: int) -> list[Line]:
    """Return the rows to show: all of them if they fit, else without the middle of uniform rows.

    Rows that say something about the reading stay: headers, sections, notes, reported cells.

    Args:
        most: how many rows fit; 0 for any number.
    """
    marks: dict[int, set[str]] = {}
    for (sheet, row, _), cell in cells.items():
        if sheet == grid.name:
            marks.setdefault(row, set()).add(mark(cell))
    rows = sorted(marks)
    if not most or len(rows) <= most:
        return list(rows)
    kept = _without_middles(rows, marks, _PLAIN)
    if len(kept) > most:  # where most of a sheet is reported, reported rows are nothing special
        kept = _without_middles(rows, marks, _PLAIN | {"reported"})
    if len(kept) > most:
        kept = set(sorted(kept)[: max(1, most - 1)]) | {rows[-1]}
    return _with_gaps(rows, kept)


def _without_middles(rows: Sequence[int], marks: Mapping[int, set[str]], plain: Set[str]) -> set[int]:
    kept: set[int] = set()
    run: list[int] = []
    for row in (*rows, 0):
        if row and marks[row] <= plain:
            run.append(row)
            continue
        kept |= set(run) if len(run) <= _BEGIN + _END + 1 else {*run[:_BEGIN], *run[-_END:]}
        run = []
        kept |= {row} if row else set()
    return kept


def first_rows(grid: Grid, cells: Mapping[Address, CellRole], most: int, more: int) -> list[Line]:
    """Return the first rows and, of the others, those with reported cells, up to ``more``."""
    rows = sorted({row for sheet, row, _ in cells if sheet == grid.name})
    open_ = sorted({row for (sheet, row, _), cell in cells.items() if sheet == grid.name and cell.found == "reported"})
    kept = set(rows[:most])
    return _with_gaps(rows, kept | set([row for row in open_ if row not in kept][:more]))


def _with_gaps(rows: Sequence[int], kept: set[int]) -> list[Line]:
    found: list[Line] = []
    hidden: list[int] = []
    for row in rows:
        if row not in kept:
            hidden.append(row)
            continue
        found += _gap(hidden)
        hidden = []
        found.append(row)
    return [*found, *_gap(hidden)]


def _gap(rows: Sequence[int]) -> list[Line]:
    """A single row takes no more room than the word that it is left out."""
    return [Gap(rows[0], rows[-1], len(rows))] if len(rows) > 1 else list(rows)
