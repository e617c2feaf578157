"""How a column of texts is stored: over a pool of distinct strings, whole or in parts, or as bytes where it is hex.

Ids that repeat their beginnings, places such as "Blatt!C17" and hashes would make most of a snapshot if they were
kept as they are written.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from graph.int_blocks import Blocks, Spec, moved, read_ints

_DIGITS = "0123456789"
_LONGEST = 9
"""So many digits surely fit into 32 bits."""
_PARTS = 3


class Pool:
    """Distinct strings, decoded on demand; index 0 is the empty string."""

    def __init__(self, offsets: Sequence[int], blob: memoryview | bytes) -> None:
        self._offsets = offsets
        self._blob = blob

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, index: int) -> str:
        if not index:  # most columns of words are mostly empty
            return ""
        return str(self._blob[self._offsets[index] : self._offsets[index + 1]], "utf-8")


class TextColumn(Sequence[str]):
    """A column of strings; ``codes`` are comparable without decoding."""

    __slots__ = ("_codes", "_length", "_read")

    def __init__(self, length: int, read: Callable[[int], str], codes: Sequence[int] | None = None) -> None:
        self._length = length
        self._read = read
        self._codes = codes

    @property
    def codes(self) -> Sequence[int]:
        """A number per row, equal where the texts are."""
        if self._codes is None:
            numbers: dict[str, int] = {}
            self._codes = array("i", (numbers.setdefault(text, len(numbers)) for text in self))
        return self._codes

    def code_of(self, text: str) -> int:
        """Return the code of a text in a column of few distinct ones, or -1 where it does not occur."""
        seen: set[int] = set()
        for row, code in enumerate(self.codes):
            if code not in seen:
                if self._read(row) == text:
                    return code
                seen.add(code)
        return -1

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[str]:
        return map(self._read, range(self._length))

    def __getitem__(self, row: Any) -> Any:
        if row.__class__ is int and 0 <= row < self._length:  # what nearly everybody asks
            return self._read(row)
        if isinstance(row, slice):
            return [self._read(at) for at in range(*row.indices(self._length))]
        if row < 0:
            row += self._length
        if not 0 <= row < self._length:
            raise IndexError(row)
        return self._read(row)


class Texts:
    """Writes columns of texts over one pool."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._pool: dict[str, int] = {"": 0}

    def pool(self) -> Spec:
        """Return the spec of the pool; ask for it when every column is written."""
        encoded = [text.encode("utf-8") for text in self._pool]
        offsets = array("i", [0])
        total = 0
        for part in encoded:
            total += len(part)
            offsets.append(total)
        return [self._blocks.ints(offsets), self._blocks.add(b"".join(encoded))]

    def column(self, texts: Sequence[str]) -> Spec:
        """Return the spec of a column, in the form that takes least."""
        hexadecimal = _hexadecimal(texts)
        if hexadecimal is not None:
            return ["hex", len(hexadecimal) // len(texts), self._blocks.add(hexadecimal)]
        distinct = dict.fromkeys(texts)
        if len(distinct) == 1:
            (text,) = distinct
            return ["whole", ["equal", self._pool.setdefault(text, len(self._pool)), len(texts)]]
        costs = {"whole": _cost(distinct, len(texts))}
        numbered = {text: _numbered(text) for text in distinct}
        heads = dict.fromkeys(head for head, _ in numbered.values())
        costs["numbered"] = _cost(heads, len(texts)) + 4 * len(texts)
        parts = _parts(distinct)
        if parts:
            columns = zip(*parts.values(), strict=True)
            costs["parts"] = sum(_cost(dict.fromkeys(column), len(texts)) for column in columns)
        best = min(costs, key=lambda name: costs[name])
        if best == "numbered":
            numbers = array("i", (numbered[text][1] for text in texts))
            return [
                "numbered",
                self._pooled([numbered[text][0] for text in texts]),
                self._blocks.ints(numbers, small=True),
            ]
        if best == "parts":
            split = (parts[text] for text in texts)
            return ["parts", *(self._pooled(column) for column in zip(*split, strict=True))]
        return ["whole", self._pooled(texts, small=False)]

    def moved(self, spec: Spec, there: Sequence[bytes], texts: Sequence[str]) -> Spec:
        """Return the spec of a column that `LooseTexts` wrote, as if it had been written here.

        Args:
            there: the blocks it numbers. texts: what its codes stand for.
        """
        kind, *said = spec
        if kind == "hex":
            return [kind, said[0], self._blocks.add(there[said[1]])]
        pool = self._pool
        numbers = array("i", [pool.setdefault(text, len(pool)) for text in texts])
        views = [memoryview(block) for block in there]
        columns, further = (said[:1], said[1:]) if kind == "numbered" else (said, [])
        pooled = [array("i", map(numbers.__getitem__, read_ints(column, views))) for column in columns]
        return [
            kind,
            *(self._codes(codes, small=kind != "whole") for codes in pooled),
            *(moved(column, there, self._blocks) for column in further),
        ]

    def _pooled(self, texts: Sequence[str], *, small: bool = True) -> Spec:
        pool = self._pool
        return self._codes(array("i", [pool.setdefault(text, len(pool)) for text in texts]), small=small)

    def _codes(self, codes: array[int], *, small: bool) -> Spec:
        return self._blocks.ints(codes, small=small)


class LooseTexts(Texts):
    """Writes one column whose texts will get other numbers: its codes stay plain (`Texts.moved`)."""

    def texts(self) -> list[str]:
        """Return what the codes of the column stand for."""
        return list(self._pool)

    def _codes(self, codes: array[int], *, small: bool) -> Spec:
        return ["i", self._blocks.add(codes.tobytes())]


def read_texts(spec: Sequence[Any], pool: Pool | Sequence[str], blocks: Sequence[memoryview]) -> TextColumn:
    """Return the column a spec describes, where it lies.

    Raises:
        ValueError, IndexError, TypeError: if the spec is none.
    """
    kind, *said = spec
    if kind == "whole":
        codes = read_ints(said[0], blocks)
        return TextColumn(len(codes), lambda row: pool[codes[row]], codes)
    if kind == "hex":
        width, block = said[0], blocks[said[1]]
        return TextColumn(len(block) // width, lambda row: block[row * width : (row + 1) * width].hex())
    columns = [read_ints(part, blocks) for part in said]
    if kind == "parts":
        return TextColumn(len(columns[0]), lambda row: "/".join([pool[codes[row]] for codes in columns]))
    if kind != "numbered":
        raise ValueError(kind)
    heads, numbers = columns

    def read(row: int) -> str:
        number = numbers[row]
        return pool[heads[row]] + str(number) if number >= 0 else pool[heads[row]]

    return TextColumn(len(heads), read)


def _hexadecimal(texts: Sequence[str]) -> bytes | None:
    """Return texts as bytes if all of them are lower-case hexadecimal digits of one length of at least 16."""
    sizes = set(map(len, texts))
    if len(sizes) != 1 or min(sizes) < 16 or min(sizes) % 2:
        return None
    whole = "".join(texts)
    try:
        packed = bytes.fromhex(whole)
    except ValueError:
        return None
    return packed if packed.hex() == whole else None


def _parts(texts: Iterable[str]) -> dict[str, list[str]]:
    """Return texts in the parts that slashes make, if all of them have the same number of parts, at least two."""
    parts: dict[str, list[str]] = {}
    size = 0
    for text in texts:
        split = text.split("/", _PARTS - 1)
        size = size or len(split)
        if len(split) != size or size == 1:
            return {}
        parts[text] = split
    return parts


def _numbered(text: str) -> tuple[str, int]:
    """Return a text without the number it ends with, and that number; -1 if it ends with none."""
    head = text.rstrip(_DIGITS)
    tail = text[len(head) :]
    number = tail.lstrip("0") or tail[-1:]
    if not number or len(number) > _LONGEST:
        return text, -1
    return text[: len(text) - len(number)], int(number)


def _cost(distinct: dict[str, None], rows: int) -> int:
    """Return about how many bytes a column over a pool takes."""
    width = 0 if len(distinct) == 1 else 1 if len(distinct) < 1 << 8 else 2 if len(distinct) < 1 << 16 else 4
    return sum(map(len, distinct)) + 4 * len(distinct) + width * rows
