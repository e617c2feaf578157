"""Ids and names found by a hash: sorted numbers instead of a dictionary that had to be made at every start."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from re import compile as pattern
from zlib import crc32

from ontology.text import fold

_SEPARATOR = pattern(r"\s*[|\n]\s*")
_HALF = 1 << 31
_ANY = "surrogatepass"
"""What somebody asks for may hold bytes that are no text: it is found nowhere, and that is the answer."""


def listed(names: str) -> Iterator[str]:
    """Yield the spellings a ``names`` column joins."""
    return filter(None, _SEPARATOR.split(names))


def hash_of(part: str, word: str) -> int:
    """Return the number under which a word is found among the rows of a part (a scheme, ``actor``, ``region``)."""
    return crc32(f"{part}\0{fold(word)}".encode(errors=_ANY)) - _HALF


def hash_of_id(entity: str) -> int:
    """Return the number under which an id is found."""
    return crc32(entity.encode(errors=_ANY)) - _HALF


def entries(ids: Sequence[str], parts: Iterable[str], names: Iterable[Iterable[str]]) -> Iterator[tuple[int, int]]:
    """Yield hash and row of every id and every name of a table's rows, each once."""
    for row, (part, columns) in enumerate(zip(parts, names, strict=True)):
        yield hash_of_id(ids[row]), row
        words = {name for column in columns for name in listed(column)}
        yield from ((number, row) for number in {hash_of(part, word) for word in words})


def rows_at(hashes: Sequence[int], rows: Sequence[int], number: int) -> Iterator[int]:
    """Yield the rows filed under a hash; whether they mean the word is for the caller to see."""
    at = bisect_left(hashes, number)
    while at < len(hashes) and hashes[at] == number:
        yield rows[at]
        at += 1
