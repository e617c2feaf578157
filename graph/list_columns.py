"""Columns of lists of numbers: as they follow each other, or each different list once and its number per row."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Any

from graph.int_blocks import Blocks, Spec, read_ints


class ListColumn(Sequence[Sequence[int]]):
    """A column of integer lists: row ``i`` is ``values[offsets[i]:offsets[i + 1]]``."""

    def __init__(self, offsets: Sequence[int], values: Sequence[int]) -> None:
        self.offsets = offsets
        self.values = values

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, row: Any) -> Any:
        if isinstance(row, slice):
            return [self[i] for i in range(*row.indices(len(self)))]
        if row < 0:
            row += len(self)
        return self.values[self.offsets[row] : self.offsets[row + 1]]


class CodedColumn(ListColumn):
    """A column of lists of which few differ: row ``i`` is list ``codes[i]`` of ``distinct``.

    What is found out about a list once holds for every row of its code.
    """

    def __init__(self, codes: Sequence[int], distinct: ListColumn) -> None:
        super().__init__(distinct.offsets, distinct.values)
        self.codes = codes
        self.distinct = distinct

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: Any) -> Any:
        if isinstance(row, slice):
            return [self.distinct[code] for code in self.codes[row]]
        code = self.codes[row]
        return self.values[self.offsets[code] : self.offsets[code + 1]]


def write_lists(lists: Sequence[Sequence[int]], blocks: Blocks, *, coded: bool, small: bool) -> list[Spec]:
    """Return the specs of a column of lists."""
    if not coded:
        return _plain(lists, blocks, small)
    known: dict[tuple[int, ...], int] = {}
    codes = array("i", [known.setdefault(tuple(found), len(known)) for found in lists])
    return [*_plain(list(known), blocks, small), blocks.ints(codes)]


def _plain(lists: Sequence[Sequence[int]], blocks: Blocks, small: bool) -> list[Spec]:
    offsets, values = flat(lists) if not isinstance(lists, ListColumn) else (lists.offsets, lists.values)
    return [blocks.ints(offsets, small=small), blocks.ints(values, small=small)]


def flat(lists: Sequence[Sequence[int]]) -> tuple[Sequence[int], Sequence[int]]:
    """Return where each list begins and the last one ends, and the numbers of all."""
    return array("i", accumulate(map(len, lists), initial=0)), array("i", chain.from_iterable(lists))


def read_lists(specs: Sequence[Spec], blocks: Sequence[memoryview]) -> ListColumn:
    """Return the column some specs describe, where it lies.

    Raises:
        ValueError, IndexError, TypeError: if they describe none.
    """
    found = ListColumn(read_ints(specs[0], blocks), read_ints(specs[1], blocks))
    return found if len(specs) == 2 else CodedColumn(read_ints(specs[2], blocks), found)
