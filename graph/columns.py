"""Column tables in one memory-mapped file: what makes a question cost milliseconds at any size.

The file is a magic line, a JSON header (tables, columns, blocks) and 8-byte aligned little-endian blocks.
Three kinds of column: ``int`` (32 bits at most), ``text`` (over one pool of distinct strings) and ``ints`` (a list of
numbers per row, `graph.list_columns`). No object per row exists; nothing is decoded before it is asked for.
"""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from typing import Literal as Choice

from graph.column_rows import ColumnRows
from graph.encoded_table import EncodedColumn, EncodedTable
from graph.int_blocks import Blocks, Spec, read_ints
from graph.list_columns import CodedColumn, ListColumn, read_lists, write_lists
from graph.text_blocks import LooseTexts, Pool, TextColumn, Texts, read_texts
from ontology.errors import StoreError

__all__ = [
    "CodedColumn",
    "Column",
    "ColumnKind",
    "EncodedTable",
    "Layout",
    "ListColumn",
    "Pool",
    "Rows",
    "Table",
    "TextColumn",
    "encode",
    "map_file",
    "pack",
    "unpack",
]

ColumnKind = Choice["int", "text", "ints"]
Layout = Mapping[str, Mapping[str, ColumnKind]]
"""Table name to column name to kind."""

MAGIC = b"verweisnetz snapshot 3\n"
COLD = frozenset({"about", "evidence"})
"""Columns of lists, and tables, of which an answer reads a few rows: they are kept as small as they get."""

CODED = frozenset({"audiences", "namings", "themes", "regions", "places", "types"})
"""Columns of lists of which few differ: what a question finds out about one holds for all rows that say the same."""

_LENGTH = struct.Struct("<Q")
_EMPTY: Mapping[str, Any] = {"int": -1, "text": "", "ints": ()}
"""What stands where a row leaves a column out."""


Column = Sequence[int] | TextColumn | ListColumn


class Table:
    """Named columns of equal length."""

    def __init__(self, name: str, length: int, columns: Mapping[str, Callable[[], Column]]) -> None:
        self.name = name
        self._length = length
        self._unread = columns
        self._columns: dict[str, Column] = {}
        self._numbers: dict[str, Sequence[int]] = {}

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[int]:
        """Yield row numbers."""
        return iter(range(self._length))

    def column(self, column: str) -> Column:
        """Return a column of whatever kind."""
        found = self._columns.get(column)
        if found is None:
            found = self._columns[column] = _sound(self._unread[column])
        return found

    def ints(self, column: str) -> Sequence[int]:
        """Return an ``int`` column."""
        known = self._numbers.get(column)
        if known is None:
            found = self.column(column)
            if isinstance(found, (TextColumn, ListColumn)):
                raise TypeError(f"{self.name}.{column} is not an int column")
            known = self._numbers[column] = found
        return known

    def text(self, column: str) -> TextColumn:
        """Return a ``text`` column."""
        found = self.column(column)
        if not isinstance(found, TextColumn):
            raise TypeError(f"{self.name}.{column} is not a text column")
        return found

    def lists(self, column: str) -> ListColumn:
        """Return an ``ints`` column."""
        found = self.column(column)
        if not isinstance(found, ListColumn):
            raise TypeError(f"{self.name}.{column} is not a list column")
        return found

    def coded(self, column: str) -> CodedColumn:
        """Return an ``ints`` column of which few lists differ."""
        found = self.column(column)
        if not isinstance(found, CodedColumn):
            raise TypeError(f"{self.name}.{column} is not a coded column")
        return found


Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Table name to rows (`ColumnRows` where they are many); a row maps columns to ``int``, ``str`` or iterables of ``int``."""


def encode(rows: Rows, layout: Layout) -> dict[str, EncodedTable]:
    """Return some tables as a snapshot holds them, each column with blocks and texts of its own."""
    return {
        name: EncodedTable(
            len(rows[name]), {column: _encoded(rows[name], name, column, kind) for column, kind in columns.items()}
        )
        for name, columns in layout.items()
    }


def pack(
    rows: Rows,
    layout: Layout,
    meta: Mapping[str, str] | None = None,
    further: Callable[[], Mapping[str, EncodedTable]] | None = None,
) -> bytes:
    """Return the snapshot of some rows: the same rows give the same bytes, be they encoded already or not.

    A row may leave out a column: 0 rows of lists, ``""`` or ``-1`` then stand there.

    Args:
        further: asked for more tables when those of the layout are encoded; the bytes are those of one layout of all.
    """
    blocks = Blocks()
    texts = Texts(blocks)
    tables = {name: _table_of(rows.get(name, ()), name, columns, blocks, texts) for name, columns in layout.items()}
    if further:
        tables |= {name: table.moved(table.names, blocks, texts) for name, table in further().items()}
    header = {"meta": dict(sorted((meta or {}).items())), "tables": tables, "pool": texts.pool()}
    return _assemble(header, blocks.blocks)


def _table_of(
    table: Sequence[Mapping[str, Any]], name: str, columns: Mapping[str, ColumnKind], blocks: Blocks, texts: Texts
) -> dict[str, Any]:
    """Return what the header says of a table; its blocks and texts are added to those there are."""
    if isinstance(table, EncodedTable):
        return table.moved(list(columns), blocks, texts)
    described = {column: [kind, *_encode(table, name, column, kind, blocks, texts)] for column, kind in columns.items()}
    return {"rows": len(table), "columns": described}


def _encoded(table: Sequence[Mapping[str, Any]], name: str, column: str, kind: ColumnKind) -> EncodedColumn:
    blocks = Blocks()
    texts = LooseTexts(blocks)
    specs = _encode(table, name, column, kind, blocks, texts)
    return EncodedColumn(kind, specs, blocks.blocks, texts.texts())


def _values(table: Sequence[Mapping[str, Any]], column: str, kind: ColumnKind) -> Sequence[Any]:
    if isinstance(table, (ColumnRows, EncodedTable)):
        found = table.column(column)
        return [_EMPTY[kind]] * len(table) if found is None else found
    said = [row.get(column, _EMPTY[kind]) for row in table]
    return [found if isinstance(found, Sequence) else tuple(found) for found in said] if kind == "ints" else said


def _encode(
    table: Sequence[Mapping[str, Any]], name: str, column: str, kind: ColumnKind, blocks: Blocks, texts: Texts
) -> list[Spec]:
    values, cold = _values(table, column, kind), bool(COLD & {name, column})
    if kind == "int":
        return [blocks.ints(values, small=cold)]
    if kind == "text":
        return [texts.column(values)]
    return write_lists(values, blocks, coded=column in CODED, small=cold)


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
        offsets, blob = header["pool"]
        pool = Pool(read_ints(offsets, blocks), blocks[blob])
        tables = {name: _table(name, header["tables"][name], columns, blocks, pool) for name, columns in layout.items()}
    except (KeyError, IndexError, ValueError, TypeError, struct.error) as error:
        raise _damaged() from error
    return tables, header["meta"]


def _block(body: memoryview, at: int, size: int) -> memoryview:
    block = body[at : at + size]
    if len(block) != size:
        raise ValueError("cut short")
    return block


def _damaged() -> StoreError:
    return StoreError(
        "the snapshot is damaged; run `verweisnetz build` again",
        de="die Fassung ist beschädigt; `verweisnetz build` stellt sie wieder her",
    )


def _sound(read: Callable[[], Column]) -> Column:
    try:
        return read()
    except (IndexError, ValueError, TypeError) as error:
        raise _damaged() from error


def _table(
    name: str, described: Mapping[str, Any], columns: Mapping[str, ColumnKind], blocks: Sequence[memoryview], pool: Pool
) -> Table:
    unread: dict[str, Callable[[], Column]] = {}
    for column, kind in columns.items():
        stored, *specs = described["columns"][column]
        if stored != kind:
            raise ValueError(f"{name}.{column}")
        unread[column] = partial(_column, kind, specs, blocks, pool)
    return Table(name, described["rows"], unread)


def _column(kind: ColumnKind, specs: Sequence[Spec], blocks: Sequence[memoryview], pool: Pool) -> Column:
    if kind == "int":
        return read_ints(specs[0], blocks)
    if kind == "text":
        return read_texts(specs[0], pool, blocks)
    return read_lists(specs, blocks)


def map_file(path: Path) -> mmap.mmap:
    """Map a snapshot read-only; the mapping outlives the file's replacement, so a reader keeps its generation."""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
