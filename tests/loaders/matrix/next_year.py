"""What people do to a file until next year: lines added above, columns on the left, other order, other year, other name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from loaders.grid import Grid, GridCell, Merge
from loaders.matrix import Interpretation


def moved(grid: Grid, down: int = 0, right: int = 0) -> Grid:
    """Return the sheet with empty rows above and empty columns on the left."""
    return replace(
        grid,
        cells={(row + down, column + right): cell for (row, column), cell in grid.cells.items()},
        merges=tuple(Merge(m.top + down, m.left + right, m.bottom + down, m.right + right) for m in grid.merges),
        hidden_rows=frozenset(row + down for row in grid.hidden_rows),
        hidden_columns=frozenset(column + right for column in grid.hidden_columns),
    )


def reordered(grid: Grid, order: Mapping[int, int]) -> Grid:
    """Return the sheet with columns in other places; ``order`` says where each went."""
    return replace(
        grid,
        cells={(row, order.get(column, column)): cell for (row, column), cell in sorted(grid.cells.items())},
        hidden_columns=frozenset(order.get(column, column) for column in grid.hidden_columns),
    )


def reworded(grid: Grid, change: Callable[[str], str]) -> Grid:
    """Return the sheet with other words in its cells."""
    return replace(grid, cells={place: replace(cell, text=change(cell.text)) for place, cell in grid.cells.items()})


def with_cells(grid: Grid, texts: Mapping[tuple[int, int], str]) -> Grid:
    """Return the sheet with further cells."""
    return replace(grid, cells={**grid.cells, **{place: GridCell(text) for place, text in texts.items()}})


def facts(found: Interpretation) -> list[tuple[str, str, str, tuple[tuple[str, str], ...], str]]:
    """Return what is said, wherever it stands."""
    return sorted((s.subject.label, s.predicate, str(s.object), s.conditions, s.polarity) for s in found.statements)
