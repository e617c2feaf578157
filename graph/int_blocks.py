"""How a sequence of int32 is stored: in the narrowest plain block, or where few rows are read as small as it gets.

A spec is what the header says of a sequence: a word, and numbers of blocks or of values. Plain specs (``equal``,
``range`` and the codes of `struct`) read at the speed of an array; the others cost a call per number.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.int_codes import BLOCK, Chosen, Runs, Stepped, ThreeBytes

if TYPE_CHECKING:
    from graph.int_packing import Ints

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
        from graph import int_packing as packing  # not for those who only read

        numbers = packing.as_ints(values)
        low, high = packing.bounds(numbers)
        if low == high:
            return ["equal", low, len(numbers)]
        step = packing.steady_step(numbers)
        if step:
            return ["range", int(numbers[0]), step, len(numbers)]
        code = next((code for code, least, end in _PLAIN if least <= low and high < end), "i")
        if small:
            return self._small(numbers, code, low, high)
        return self._plain(numbers, code)

    def _small(self, numbers: Ints, code: str, low: int, high: int) -> Spec:
        """Return the spec of the smallest form."""
        from graph import int_packing as packing

        length, size = len(numbers), array(code).itemsize
        starts = packing.run_starts(numbers)
        costs = {"plain": size * length, "runs": 2 * 4 * (len(starts) + 1)}
        if size > 1:
            distinct, places = packing.choices(numbers)
            if len(distinct) <= _FEW:
                costs["chosen"] = length + 4 * _FEW
            anchors, steps = packing.above_anchors(numbers, BLOCK)
            width = next((code for code, end in _WIDTHS if packing.bounds(steps)[1] < end), "")
            if width:
                costs["stepped"] = array(width).itemsize * length + 4 * (length // BLOCK + 1)
            if low >= 0 and high < 1 << 24:
                costs["three"] = 3 * length
        best = min(costs, key=lambda name: costs[name])
        if best == "runs":
            ends, values = packing.run_ends(numbers, starts)
            return ["runs", self._plain(ends, "i"), self._plain(values, "i")]
        if best == "chosen":
            return ["chosen", self._plain(distinct, "i"), self._plain(places, "B")]
        if best == "stepped":
            return ["stepped", self._plain(anchors, "i"), self._plain(steps, width)]
        return ["three", self.add(packing.three_bytes(numbers))] if best == "three" else self._plain(numbers, code)

    def _plain(self, numbers: Ints, code: str) -> Spec:
        from graph import int_packing as packing

        return [code, self.add(packing.plain(numbers, code))]


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


def moved(spec: Spec, there: Sequence[bytes], here: Blocks) -> Spec:
    """Return a spec that numbered other blocks, with those it needs added to the blocks here."""
    kind, *said = spec
    if kind in ("equal", "range"):
        return spec
    if kind in _READERS:
        return [kind, *(moved(part, there, here) for part in said)]
    return [kind, here.add(there[said[0]])]


_READERS: Mapping[str, Callable[[Sequence[int], Sequence[int]], Sequence[int]]] = {
    "stepped": Stepped, "chosen": Chosen, "runs": Runs,
}  # fmt: skip


def _equal(value: int, length: int) -> Sequence[int]:
    """Return one number many times; zeros take no memory before they are read."""
    if value == 0:
        return memoryview(bytes(length))
    code = next((code for code, least, end in _PLAIN if least <= value < end), "i")
    return memoryview(array(code, [value]) * length)
