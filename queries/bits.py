"""Sets of provisions as long integers: a cell of the coverage cube is a handful of ands."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from itertools import islice

Bits = int
FEW = 6
"""Up to so many members, looking for the lowest again and again is cheaper than looking at every word."""

_DIGITS = bytes.maketrans(b"\0\1", b"01")


def bits_of(places: Iterable[int], size: int) -> Bits:
    """Return the set of some places."""
    block = bytearray(size // 8 + 1)
    for place in places:
        block[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(block, "little")


def bits_of_flags(flags: bytes) -> Bits:
    """Return the set of the places whose byte is 1, not 0."""
    return int(flags[::-1].translate(_DIGITS), 2) if flags else 0


def members(bits: Bits) -> Iterator[int]:
    """Yield the places of a set, ascending."""
    if bits.bit_count() <= FEW:
        yield from _lowest(bits)
        return
    for at, word in enumerate(_words(bits)):
        while word:
            low = word & -word
            yield 64 * at + low.bit_length() - 1
            word ^= low


def all_of(bits: Bits) -> list[int]:
    """Return the places of a set, ascending."""
    found = []
    for at, word in enumerate(_words(bits)):
        while word:
            low = word & -word
            found.append(64 * at + low.bit_length() - 1)
            word ^= low
    return found


def _words(bits: Bits) -> tuple[int, ...]:
    words = (bits.bit_length() + 63) // 64
    return struct.unpack(f"<{words}Q", bits.to_bytes(8 * words, "little"))


def first(bits: Bits, most: int) -> Iterator[int]:
    """Yield the first places of a set."""
    return islice(_lowest(bits) if most <= FEW else members(bits), most)


def _lowest(bits: Bits) -> Iterator[int]:
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
