"""Sequences of whole numbers that take less than four bytes a number and are read one by one where they lie.

For columns of which an answer reads a few rows only: each number costs a call. What is read in loops lies in plain
blocks (`graph.int_blocks`).
"""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

BLOCK = 64
"""Numbers that share an anchor."""

_SHIFT = 6


class _Coded(Sequence[int]):
    """A sequence that computes its numbers; slices are lists."""

    __slots__ = ()

    @abstractmethod
    def _at(self, index: int) -> int:
        """Return one number; raise IndexError beyond the last, the index is not below 0."""

    def __getitem__(self, index: Any) -> Any:
        if index.__class__ is int and index >= 0:  # what nearly everybody asks; `_at` refuses what lies beyond
            return self._at(index)
        if isinstance(index, slice):
            return [self._at(i) for i in range(*index.indices(len(self)))]
        if not 0 <= index + len(self) < len(self):
            raise IndexError(index)
        return self._at(index + len(self))

    def __iter__(self) -> Iterator[int]:
        return map(self._at, range(len(self)))


class Stepped(_Coded):
    """Numbers as small steps above the anchor of their block."""

    __slots__ = ("_anchors", "_steps")

    def __init__(self, anchors: Sequence[int], steps: Sequence[int]) -> None:
        self._anchors = anchors
        self._steps = steps

    def __len__(self) -> int:
        return len(self._steps)

    def _at(self, index: int) -> int:
        return self._anchors[index >> _SHIFT] + self._steps[index]


class Chosen(_Coded):
    """Numbers out of a few different ones."""

    __slots__ = ("_choices", "_places")

    def __init__(self, choices: Sequence[int], places: Sequence[int]) -> None:
        self._choices = choices
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def _at(self, index: int) -> int:
        return self._choices[self._places[index]]


class Runs(_Coded):
    """Numbers that repeat in stretches; ``ends[i]`` is where stretch ``i`` ends."""

    __slots__ = ("_ends", "_values")

    def __init__(self, ends: Sequence[int], values: Sequence[int]) -> None:
        self._ends = ends
        self._values = values

    def __len__(self) -> int:
        return self._ends[-1]

    def _at(self, index: int) -> int:
        return self._values[bisect_right(self._ends, index)]


class ThreeBytes(_Coded):
    """Numbers from 0 up to 2^24, in three bytes each."""

    __slots__ = ("_packed",)

    def __init__(self, packed: memoryview) -> None:
        self._packed = packed

    def __len__(self) -> int:
        return len(self._packed) // 3

    def _at(self, index: int) -> int:
        packed = self._packed[3 * index : 3 * index + 3]
        if len(packed) != 3:
            raise IndexError(index)
        return int.from_bytes(packed, "little")
