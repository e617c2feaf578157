"""Sets of provisions as long integers: a cell of the coverage cube is a handful of ands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Bits = int
FEW = 64
"""Below so many members, looking for the lowest again and again is cheaper than looking at every byte."""


def bits_of(places: Iterable[int], size: int) -> Bits:
    """Return the set of some places."""
    block = bytearray(size // 8 + 1)
    for place in places:
        block[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(block, "little")


def members(bits: Bits) -> Iterator[int]:
    """Yield the places of a set, ascending."""
    if bits.bit_count() < FEW:
        while bits:
            low = bits & -bits
            yield low.bit_length() - 1
            bits ^= low
        return
    for at, byte in enumerate(bits.to_bytes((bits.bit_length() + 7) // 8, "little")):
        while byte:
            low = byte & -byte
            yield 8 * at + low.bit_length() - 1
            byte ^= low
