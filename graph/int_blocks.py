"""How a sequence of int32 is stored: in the narrowest plain block, or where few rows are read as small as it gets.

A spec is what the header says of a sequence: a word, and numbers of blocks or of values. Plain specs (``equal``,
``range`` and the codes of `struct`) read at the speed of an array; the others cost a call per number.
"""

from __future__ import annotations

import operator
import sys
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from graph.int_codes import BLOCK, Chosen, Runs, Stepped, ThreeBytes

Spec = list[Any]
"""What the header says of a sequence."""

_PLAIN = (("b", -(1 << 7), 1 << 7), ("B", 0, 1 << 8), ("h", -(1 << 15), 1 << 15), ("H", 0, 1 << 16))
"""Codes of narrow blocks, with the numbers they hold."""

_FEW = 256
_WIDTHS = (("B", 1 << 8), ("H", 1 << 16))


class Blocks:
    """The blocks of a file that is being written; equal blocks are one."""

    def __init__(self) -> None:
        self.blocks: list[bytes] = []
        self._known: dict[bytes, int] = {}

    def add(self, block: bytes) -> int:
        """Return the number of a block."""
        number = self._known.setdefault(block, len(self.blocks))
        if number == len(self.blocks):
            self.blocks.append(block)
        return number

    def ints(self, values: Iterable[int], *, small: bool = False) -> Spec:
        """Return the spec of some numbers.

        Args:
            small: whether it matters more how little they take than how fast many are read.

        Raises:
            OverflowError: if a number does not fit into 32 bits.
        """
        numbers = values if isinstance(values, array) else array("i", values)
        length = len(numbers)
        low, high = (min(numbers), max(numbers)) if length else (0, 0)
        if low == high:
            return ["equal", low, length]
        step = numbers[1] - numbers[0]
        if step and numbers[-1] - numbers[0] == step * (length - 1):
            steady = range(numbers[0], numbers[-1] + (1 if step > 0 else -1), step)
            if numbers == array("i", steady):
                return ["range", numbers[0], step, length]
        code = next((code for code, least, end in _PLAIN if least <= low and high < end), "i")
        return (self._small(numbers, code) if small else None) or self._plain(numbers, code)

    def _plain(self, numbers: array[int], code: str) -> Spec:
        return [code, self.add(_bytes(numbers if code == "i" else array(code, numbers)))]

    def _small(self, numbers: array[int], code: str) -> Spec | None:
        """Return the spec of the smallest form, or nothing if that is the plain block."""
        length, size = len(numbers), 4 if code == "i" else array(code).itemsize
        runs = 1 + sum(map(operator.ne, numbers, islice(numbers, 1, None)))
        costs = {"plain": size * length, "runs": 2 * 4 * runs}
        if size > 1:
            if len(set(numbers)) <= _FEW:
                costs["chosen"] = length + 4 * _FEW
            width = _span_width(numbers)
            if width:
                costs["stepped"] = array(width).itemsize * length + 4 * (length // BLOCK + 1)
            if min(numbers) >= 0 and max(numbers) < 1 << 24:
                costs["three"] = 3 * length
        best = min(costs, key=lambda name: costs[name])
        if best == "runs":
            ends = [at for at in range(1, length) if numbers[at] != numbers[at - 1]]
            values = [numbers[0], *(numbers[at] for at in ends)]
            return ["runs", self._plain(array("i", [*ends, length]), "i"), self._plain(array("i", values), "i")]
        if best == "chosen":
            choices = sorted(set(numbers))
            place = {value: number for number, value in enumerate(choices)}
            return [
                "chosen",
                self._plain(array("i", choices), "i"),
                self._plain(array("B", map(place.__getitem__, numbers)), "B"),
            ]
        if best == "stepped":
            return ["stepped", *self._stepped(numbers, width)]
        if best == "three":
            return ["three", self.add(_three_bytes(numbers))]
        return None

    def _stepped(self, numbers: array[int], code: str) -> tuple[Spec, Spec]:
        anchors, steps = array("i"), array(code)
        for start in range(0, len(numbers), BLOCK):
            block = numbers[start : start + BLOCK]
            anchor = min(block)
            anchors.append(anchor)
            steps.extend([number - anchor for number in block])
        return self._plain(anchors, "i"), self._plain(steps, code)


def _span_width(numbers: array[int]) -> str:
    """Return the code that holds every number's distance from the smallest of its block, or nothing."""
    widest = 0
    for start in range(0, len(numbers), BLOCK):
        block = numbers[start : start + BLOCK]
        widest = max(widest, max(block) - min(block))
        if widest >= _WIDTHS[-1][1]:
            return ""
    return next(code for code, end in _WIDTHS if widest < end)


def _three_bytes(numbers: array[int]) -> bytes:
    """Return numbers without their highest byte."""
    whole = _bytes(numbers)
    packed = bytearray(3 * len(numbers))
    for place in range(3):
        packed[place::3] = whole[place::4]
    return bytes(packed)


def _bytes(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def read_ints(spec: Sequence[Any], blocks: Sequence[memoryview]) -> Sequence[int]:
    """Return the numbers a spec describes, where they lie.

    Raises:
        ValueError, IndexError, TypeError: if the spec is none.
    """
    kind, *said = spec
    if kind == "equal":
        return _equal(*said)
    if kind == "range":
        start, step, length = said
        return range(start, start + step * length, step)
    if kind == "three":
        return ThreeBytes(blocks[said[0]])
    if kind in _READERS:
        one, other = (read_ints(part, blocks) for part in said)
        return _READERS[kind](one, other)
    plain: memoryview[int] = blocks[said[0]].cast(kind)
    return plain


_READERS: Mapping[str, Callable[[Sequence[int], Sequence[int]], Sequence[int]]] = {
    "stepped": Stepped, "chosen": Chosen, "runs": Runs,
}  # fmt: skip


def _equal(value: int, length: int) -> Sequence[int]:
    """Return one number many times; zeros take no memory before they are read."""
    if value == 0:
        return memoryview(bytes(length))
    code = next((code for code, least, end in _PLAIN if least <= value < end), "i")
    return memoryview(array(code, [value]) * length)
