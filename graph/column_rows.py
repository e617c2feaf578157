"""Rows of one table held as columns: where a table has a million rows, no dictionary per row is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_TURNED = 512
"""So many rows are turned into columns at once: few enough to stay near the processor while each is read."""


class ColumnRows(Sequence[Mapping[str, Any]]):
    """A sequence of rows like any other; a row is a dictionary made when it is asked for.

    Args:
        columns: column name to the values of all rows, all of one length.
    """

    __slots__ = ("_columns", "_length")

    def __init__(self, columns: Mapping[str, Sequence[Any]]) -> None:
        self._columns = dict(columns)
        lengths = {len(column) for column in self._columns.values()}
        if len(lengths) > 1:
            raise ValueError(f"columns of different lengths: {sorted(lengths)}")
        self._length = next(iter(lengths), 0)

    @classmethod
    def of(cls, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> ColumnRows:
        """Return the columns of some rows, each with its values in the order of the names."""
        columns: list[list[Any]] = [[] for _ in names]
        for start in range(0, len(rows), _TURNED):
            for column, values in zip(columns, zip(*rows[start : start + _TURNED], strict=True), strict=True):
                column += values
        return cls(dict(zip(names, columns, strict=True)))

    def column(self, name: str) -> Sequence[Any] | None:
        """Return a column, or nothing if no row has it."""
        return self._columns.get(name)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, row: Any) -> Any:
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(self._length))]
        return {name: column[row] for name, column in self._columns.items()}

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        names = tuple(self._columns)
        return (dict(zip(names, values, strict=True)) for values in zip(*self._columns.values(), strict=True))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return list(self) == list(other)
