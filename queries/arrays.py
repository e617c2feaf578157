"""Columns as numpy arrays: read where they lie, so that a whole table costs milliseconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray

from graph.columns import CodedColumn, ListColumn, TextColumn

Ints = NDArray[numpy.int32]
Flags = NDArray[numpy.bool_]


def ints(column: Sequence[int]) -> Ints:
    """Return a column of numbers."""
    if isinstance(column, range):
        return numpy.arange(column.start, column.stop, column.step, dtype=numpy.int32)
    if isinstance(column, memoryview):
        return numpy.asarray(column).astype(numpy.int32, copy=False)
    return numpy.fromiter(column, dtype=numpy.int32, count=len(column))


def seen(values: NDArray[Any]) -> NDArray[Any]:
    """Return the distinct small numbers of an array, ascending."""
    if not len(values):
        return values
    # Marking is several times faster than counting, sorting or hashing.
    found = numpy.zeros(int(values.max()) + 1, dtype=bool)
    found[values] = True
    return numpy.flatnonzero(found)


def says(column: TextColumn, *words: str) -> Flags:
    """Return which rows of a column of few distinct words hold one of some."""
    codes = numpy.asarray(column.codes) if isinstance(column.codes, memoryview) else ints(column.codes)
    found = numpy.zeros(len(codes), dtype=bool)
    # Codes are small numbers of pooled texts: one look at each kind of word, none at the rows.
    for code in seen(codes):
        same = codes == code
        if column[int(same.argmax())] in words:
            found |= same
    return found


@dataclass(frozen=True, slots=True)
class Ragged:
    """A list of numbers per row: row ``i`` is ``values[start[i]:start[i] + length[i]]``.

    Args:
        whole: every value stands in some row.
    """

    start: NDArray[Any]
    length: NDArray[Any]
    values: NDArray[Any]
    whole: bool = False

    @classmethod
    def of(cls, column: ListColumn) -> Ragged:
        """Return a column of lists."""
        offsets = ints(column.offsets)
        start, length = offsets[:-1], numpy.diff(offsets)
        if isinstance(column, CodedColumn):
            codes = ints(column.codes)
            start, length = start[codes], length[codes]
        return cls(start, length, ints(column.values), whole=True)

    def at(self, rows: Ints) -> Ragged:
        """Return the lists of some rows; none for row -1."""
        if not len(self.start):
            return Ragged(rows * 0, rows * 0, self.values)
        return Ragged(self.start[rows], numpy.where(rows >= 0, self.length[rows], 0), self.values)

    def filled(self, other: Ragged, rows: Ints) -> Ragged:
        """Return these lists; where they are empty, those another has at some rows (none for row -1)."""
        empty = numpy.flatnonzero(self.length == 0)
        given = other.at(rows[empty])
        if not given.length.any():
            return self
        start, length = self.start.copy(), self.length.copy()
        start[empty], length[empty] = given.start + len(self.values), given.length
        return Ragged(start, length, numpy.concatenate((self.values, other.values)))

    def kept(self, rows: NDArray[Any]) -> Ragged:
        """Return some rows."""
        return Ragged(self.start[rows], self.length[rows], self.values)

    def flat(self) -> tuple[Ints, Ints]:
        """Return row and value of every entry, in order."""
        rows = numpy.repeat(numpy.arange(len(self.start), dtype=numpy.int32), self.length)
        values: NDArray[Any] = self.values[self.places(rows)]
        return rows, values

    def used(self) -> Sequence[int]:
        """Return the numbers the lists hold, ascending."""
        return [int(value) for value in seen(self.values if self.whole else self.flat()[1])]

    def places(self, rows: Ints) -> NDArray[Any]:
        """Return where each entry lies, given the row of each."""
        before = numpy.cumsum(self.length, dtype=numpy.int64) - self.length
        places: NDArray[Any] = numpy.arange(len(rows), dtype=numpy.int64) + (self.start - before)[rows]
        return places
