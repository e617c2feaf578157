"""Numbers, columns of numbers and lists of texts as bytes, for two processes of one machine."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from os import SEEK_END
from typing import IO, Literal

_NUMBER = struct.Struct("<Q")
_TEXTS, _CHARS = 1 << 12, 1 << 20
"""So many texts, or texts of so many characters and one more, are joined into one piece; it is held twice meanwhile."""


class Damaged(Exception):
    """What stands there was not written by this module's `Writer`."""


class Writer:
    """Writes to a binary stream."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def number(self, value: int) -> None:
        """Write one number that is not negative."""
        self._out.write(_NUMBER.pack(value))

    def numbers(self, values: array[int]) -> None:
        """Write a column of numbers."""
        self.number(len(values))
        self._out.write(memoryview(values).cast("B"))

    def texts(self, values: Sequence[str]) -> None:
        """Write texts, half surrogate pairs included."""
        self.number(len(values))
        for batch in _batches(values):
            joined = "".join(batch).encode("utf-8", "surrogatepass")
            self.numbers(array("Q", map(len, batch)))
            self.number(len(joined))
            self._out.write(joined)


def _batches(values: Sequence[str]) -> Iterator[Sequence[str]]:
    first = chars = 0
    for at, value in enumerate(values, 1):
        chars += len(value)
        if at - first == _TEXTS or chars >= _CHARS or at == len(values):
            yield values[first:at]
            first, chars = at, 0


class Reader:
    """Reads from a binary stream whose end is known; nothing larger than what is left of it is ever made.

    Every method raises `Damaged` where something else stands than the caller asks for.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._left = stream.seek(0, SEEK_END)
        stream.seek(0)

    def number(self, most: int) -> int:
        """Return a number up to ``most``."""
        value: int = _NUMBER.unpack(self._take(_NUMBER.size))[0]
        if value > most:
            raise Damaged(f"{value} > {most}")
        return value

    def numbers(self, typecode: Literal["I", "Q"], most: int) -> array[int]:
        """Return a column of at most so many numbers."""
        values: array[int] = array(typecode)
        size = self.number(most) * values.itemsize
        values.frombytes(self._take(size))
        return values

    def texts(self, most: int) -> list[str]:
        """Return a list of at most so many texts."""
        count = self.number(most)
        texts: list[str] = []
        while len(texts) < count:
            lengths = self.numbers("Q", min(_TEXTS, count - len(texts)))
            joined = self._take(self.number(self._left)).decode("utf-8", "surrogatepass")
            if not lengths or sum(lengths) != len(joined):
                raise Damaged("texts of other lengths")
            ends = list(accumulate(lengths))
            texts.extend(joined[start:end] for start, end in zip([0, *islice(ends, len(ends) - 1)], ends, strict=True))
        return texts

    def _take(self, size: int) -> bytes:
        if size > self._left:
            raise Damaged("cut off")
        self._left -= size
        data = self._stream.read(size)
        if len(data) != size:
            raise Damaged("cut off")
        return data
