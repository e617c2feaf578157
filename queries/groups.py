"""Row numbers grouped by a key, in two arrays: what turns a table into an index."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate


class Groups:
    """The rows of key ``k`` are one slice of one array; built in linear time by counting."""

    __slots__ = ("_offsets", "_rows")

    def __init__(self, offsets: array[int], rows: memoryview) -> None:
        self._offsets = offsets
        self._rows = rows

    @classmethod
    def by(cls, keys: Iterable[int], size: int) -> Groups:
        """Group the positions of ``keys`` by their value; negative keys belong to no group."""
        return cls.by_many(((key,) for key in keys), size)

    @classmethod
    def by_many(cls, lists: Iterable[Iterable[int]], size: int) -> Groups:
        """Group the positions of ``lists`` by each value they hold."""
        rows, keys = array("i"), array("i")
        for row, values in enumerate(lists):
            for key in values:
                if key >= 0:
                    rows.append(row)
                    keys.append(key)
        counts = [0] * (size + 1)
        for key in keys:
            counts[key + 1] += 1
        offsets = array("i", accumulate(counts))
        free = array("i", offsets)
        placed = array("i", bytes(rows.itemsize * len(rows)))
        for row, key in zip(rows, keys, strict=True):
            placed[free[key]] = row
            free[key] += 1
        return cls(offsets, memoryview(placed))

    def __getitem__(self, key: int) -> Sequence[int]:
        """Return the rows of one key, in row order."""
        return self._rows[self._offsets[key] : self._offsets[key + 1]]

    def __len__(self) -> int:
        """Return the number of possible keys."""
        return len(self._offsets) - 1

    def keys(self) -> list[int]:
        """Return every key that has rows, ascending."""
        offsets = self._offsets
        return [key for key in range(len(offsets) - 1) if offsets[key] < offsets[key + 1]]
