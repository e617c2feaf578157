"""What the forms of `graph.int_blocks` would take, and their bytes; numpy, for a snapshot holds millions of numbers."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

import numpy
from numpy.typing import NDArray

Ints = NDArray[Any]

_DTYPES = {"b": "i1", "B": "u1", "h": "<i2", "H": "<u2", "i": "<i4"}
"""How the codes of `struct` are laid out in a snapshot."""


def as_ints(values: Iterable[int]) -> Ints:
    """Return some numbers.

    Raises:
        OverflowError: if one does not fit into 32 bits.
    """
    return numpy.asarray(values if isinstance(values, array) else array("i", values))


def bounds(numbers: Ints) -> tuple[int, int]:
    """Return the smallest and the largest number; 0 where there is none."""
    return (int(numbers.min()), int(numbers.max())) if len(numbers) else (0, 0)


def steady_step(numbers: Ints) -> int:
    """Return by how much each number differs from the one before, or 0 where that is not one number."""
    first, second, last = int(numbers[0]), int(numbers[1]), int(numbers[-1])
    step = second - first
    if not step or last - first != step * (len(numbers) - 1):
        return 0
    return step if (numbers == numpy.arange(first, last + (1 if step > 0 else -1), step)).all() else 0


def plain(numbers: Ints, code: str) -> bytes:
    """Return numbers one beside the other."""
    return numbers.astype(_DTYPES[code]).tobytes()


def run_starts(numbers: Ints) -> Ints:
    """Return where a number differs from the one before."""
    return numpy.flatnonzero(numbers[1:] != numbers[:-1]) + 1


def run_ends(numbers: Ints, starts: Ints) -> tuple[Ints, Ints]:
    """Return where each stretch of equal numbers ends, and these numbers."""
    return numpy.append(starts, len(numbers)), numbers[numpy.append(0, starts)]


def choices(numbers: Ints) -> tuple[Ints, Ints]:
    """Return the different numbers, ascending, and which of them each number is."""
    distinct, places = numpy.unique(numbers, return_inverse=True)
    return distinct, places


def above_anchors(numbers: Ints, block: int) -> tuple[Ints, Ints]:
    """Return the smallest number of every block, and how far each number is above that of its own."""
    padded = numpy.pad(numbers, (0, -len(numbers) % block), mode="edge")
    anchors = padded.reshape(-1, block).min(axis=1)
    return anchors, numbers.astype(numpy.int64) - numpy.repeat(anchors, block)[: len(numbers)]


def three_bytes(numbers: Ints) -> bytes:
    """Return numbers without their highest byte."""
    return numbers.astype("<i4").view("u1").reshape(-1, 4)[:, :3].tobytes()
