"""Column tables in one memory-mapped file: what makes a question cost milliseconds at any size.

The file is a magic line, a JSON header (tables, columns, offsets) and 8-byte aligned little-endian blocks.
Three kinds of column: ``int`` (int32), ``text`` (int32 index into one pool of distinct strings) and ``ints``
(a list of int32 per row: offsets and values). No object per row exists; nothing is decoded before it is asked for.
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from typing import Literal as Choice

from ontology.errors import StoreError

ColumnKind = Choice["int", "text", "ints"]
Layout = Mapping[str, Mapping[str, ColumnKind]]
"""Table name to column name to kind."""

MAGIC = b"verweisnetz snapshot 1\n"
_LENGTH = struct.Struct("<Q")


class Pool:
    """Distinct strings, decoded on demand; index 0 is the empty string."""

    def __init__(self, offsets: Sequence[int], blob: memoryview | bytes) -> None:
        self._offsets = offsets
        self._blob = blob

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, index: int) -> str:
        return bytes(self._blob[self._offsets[index] : self._offsets[index + 1]]).decode("utf-8")


class TextColumn(Sequence[str]):
    """A column of strings over a pool; ``codes`` are comparable without decoding."""

    def __init__(self, codes: Sequence[int], pool: Pool) -> None:
        self.codes = codes
        self._pool = pool

    def __len__(self) -> int:
        return len(self.codes)

    def code_of(self, text: str) -> int:
        """Return the code of a text that occurs in a column of few distinct texts, or -1."""
        seen: set[int] = set()
        for code in self.codes:
            if code not in seen:
                if self._pool[code] == text:
                    return code
                seen.add(code)
        return -1

    def __getitem__(self, row: Any) -> Any:
        if isinstance(row, slice):
            return [self._pool[code] for code in self.codes[row]]
        return self._pool[self.codes[row]]


class ListColumn(Sequence[Sequence[int]]):
    """A column of integer lists: row ``i`` is ``values[offsets[i]:offsets[i + 1]]``."""

    def __init__(self, offsets: Sequence[int], values: Sequence[int]) -> None:
        self.offsets = offsets
        self.values = values

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, row: Any) -> Any:
        if isinstance(row, slice):
            return [self[i] for i in range(*row.indices(len(self)))]
        if row < 0:
            row += len(self)
        return self.values[self.offsets[row] : self.offsets[row + 1]]


Column = Sequence[int] | TextColumn | ListColumn


class Table:
    """Named columns of equal length."""

    def __init__(self, name: str, length: int, columns: Mapping[str, Column]) -> None:
        self.name = name
        self._length = length
        self._columns = dict(columns)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[int]:
        """Yield row numbers."""
        return iter(range(self._length))

    def column(self, column: str) -> Column:
        """Return a column of whatever kind."""
        return self._columns[column]

    def ints(self, column: str) -> Sequence[int]:
        """Return an ``int`` column."""
        found = self._columns[column]
        if isinstance(found, (TextColumn, ListColumn)):
            raise TypeError(f"{self.name}.{column} is not an int column")
        return found

    def text(self, column: str) -> TextColumn:
        """Return a ``text`` column."""
        found = self._columns[column]
        if not isinstance(found, TextColumn):
            raise TypeError(f"{self.name}.{column} is not a text column")
        return found

    def lists(self, column: str) -> ListColumn:
        """Return an ``ints`` column."""
        found = self._columns[column]
        if not isinstance(found, ListColumn):
            raise TypeError(f"{self.name}.{column} is not a list column")
        return found


Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Table name to rows; a row maps column names to ``int``, ``str`` or an iterable of ``int``."""


def pack(rows: Rows, layout: Layout, meta: Mapping[str, str] | None = None) -> bytes:
    """Return the snapshot of some rows: the same rows give the same bytes.

    A row may leave out a column: 0 rows of lists, ``""`` or ``-1`` then stand there.
    """
    texts: dict[str, int] = {"": 0}
    blocks: list[bytes] = []
    header: dict[str, Any] = {"meta": dict(sorted((meta or {}).items())), "tables": {}}
    for name, columns in layout.items():
        table = rows.get(name, ())
        described = {column: [kind, *_encode(table, column, kind, texts, blocks)] for column, kind in columns.items()}
        header["tables"][name] = {"rows": len(table), "columns": described}
    encoded = [text.encode("utf-8") for text in texts]
    header["pool"] = [
        _append(blocks, _int32(_running(len(part) for part in encoded))),
        _append(blocks, b"".join(encoded)),
    ]
    return _assemble(header, blocks)


def _encode(
    table: Sequence[Mapping[str, Any]], column: str, kind: ColumnKind, texts: dict[str, int], blocks: list[bytes]
) -> list[int]:
    if kind == "int":
        return [_append(blocks, _int32(row.get(column, -1) for row in table))]
    if kind == "text":
        return [_append(blocks, _int32(texts.setdefault(row.get(column, ""), len(texts)) for row in table))]
    lists = [tuple(row.get(column, ())) for row in table]
    offsets = _append(blocks, _int32(_running(len(values) for values in lists)))
    return [offsets, _append(blocks, _int32(value for values in lists for value in values))]


def _running(lengths: Iterable[int]) -> Iterator[int]:
    total = 0
    yield total
    for length in lengths:
        total += length
        yield total


def _int32(values: Iterable[int]) -> bytes:
    packed = array("i", values)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _append(blocks: list[bytes], block: bytes) -> int:
    blocks.append(block)
    return len(blocks) - 1


def _assemble(header: dict[str, Any], blocks: Sequence[bytes]) -> bytes:
    places, at = [], 0
    for block in blocks:
        places.append([at, len(block)])
        at += len(block) + -len(block) % 8
    header["blocks"] = places
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    start = len(MAGIC) + _LENGTH.size + len(head)
    parts = [MAGIC, _LENGTH.pack(len(head)), head, b"\0" * (-start % 8)]
    for block in blocks:
        parts += [block, b"\0" * (-len(block) % 8)]
    return b"".join(parts)


def unpack(data: bytes | mmap.mmap, layout: Layout) -> tuple[dict[str, Table], dict[str, str]]:
    """Return the tables and the meta entries of a snapshot without copying it.

    Raises:
        StoreError: when the bytes are no snapshot of this version, are cut short, or lack a column of ``layout``.
    """
    view = memoryview(data)
    if bytes(view[: len(MAGIC)]) != MAGIC:
        raise StoreError(
            "not a snapshot of this version of verweisnetz; run `verweisnetz build` again",
            de="die Fassung stammt nicht von dieser Programmversion; `verweisnetz build` macht eine neue",
        )
    try:
        (length,) = _LENGTH.unpack_from(view, len(MAGIC))
        start = len(MAGIC) + _LENGTH.size + length
        header = json.loads(bytes(view[len(MAGIC) + _LENGTH.size : start]))
        start += -start % 8
        body = view[start:]
        blocks = [_block(body, at, size) for at, size in header["blocks"]]
        pool = Pool(blocks[header["pool"][0]].cast("i"), blocks[header["pool"][1]])
        tables = {name: _table(name, header["tables"][name], columns, blocks, pool) for name, columns in layout.items()}
    except (KeyError, IndexError, ValueError, struct.error) as error:
        raise StoreError(
            "the snapshot is damaged; run `verweisnetz build` again",
            de="die Fassung ist beschädigt; `verweisnetz build` stellt sie wieder her",
        ) from error
    return tables, header["meta"]


def _block(body: memoryview, at: int, size: int) -> memoryview:
    block = body[at : at + size]
    if len(block) != size:
        raise ValueError("cut short")
    return block


def _table(
    name: str, described: Mapping[str, Any], columns: Mapping[str, ColumnKind], blocks: Sequence[memoryview], pool: Pool
) -> Table:
    read: dict[str, Column] = {}
    for column, kind in columns.items():
        stored, *places = described["columns"][column]
        if stored != kind:
            raise ValueError(f"{name}.{column}")
        parts = [blocks[place].cast("i") for place in places]
        if kind == "int":
            read[column] = parts[0]
        elif kind == "text":
            read[column] = TextColumn(parts[0], pool)
        else:
            read[column] = ListColumn(parts[0], parts[1])
    return Table(name, described["rows"], read)


def map_file(path: Path) -> mmap.mmap:
    """Map a snapshot read-only; the mapping outlives the file's replacement, so a reader keeps its generation."""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
