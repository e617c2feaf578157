"""A table as a snapshot holds it, over blocks and texts of its own until it joins the others of a snapshot.

It is read like any rows, but there is no object per row: a second process can hand it over, and it takes a tenth of
the memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from graph.int_blocks import Blocks, Spec, moved, read_ints
from graph.list_columns import CodedColumn, read_lists
from graph.text_blocks import Texts, read_texts


class EncodedColumn(NamedTuple):
    """A column of some kind: its specs, the blocks they number, and the texts its codes stand for."""

    kind: str
    specs: Sequence[Spec]
    blocks: Sequence[bytes]
    texts: Sequence[str] = ()

    def values(self) -> Sequence[Any]:
        """Return the values of all rows: numbers, texts or lists."""
        views = [memoryview(block) for block in self.blocks]
        if self.kind == "int":
            return read_ints(self.specs[0], views)
        if self.kind == "text":
            return list(read_texts(self.specs[0], self.texts, views))
        lists = read_lists(self.specs, views)
        if isinstance(lists, CodedColumn):
            return list(map(list(map(tuple, lists.distinct)).__getitem__, lists.codes))
        return list(map(tuple, lists))

    def moved(self, blocks: Blocks, texts: Texts) -> list[Any]:
        """Return what the header says of the column, its blocks and texts added to those there are."""
        if self.kind == "text":
            return [self.kind, texts.moved(self.specs[0], self.blocks, self.texts)]
        return [self.kind, *(moved(spec, self.blocks, blocks) for spec in self.specs)]


class EncodedTable(Sequence[Mapping[str, Any]]):
    """A sequence of rows like any other; a row is a dictionary made when it is asked for.

    Args:
        length: how many rows it has.
    """

    __slots__ = ("_columns", "_length")

    def __init__(self, length: int, columns: Mapping[str, EncodedColumn]) -> None:
        self._length = length
        self._columns = dict(columns)

    @property
    def names(self) -> Sequence[str]:
        """The names of its columns."""
        return list(self._columns)

    def beside(self, other: EncodedTable) -> EncodedTable:
        """Return the rows with the columns of another table of equally many rows."""
        return EncodedTable(self._length, {**self._columns, **other._columns})

    def column(self, name: str) -> Sequence[Any] | None:
        """Return a column, or nothing if no row has it."""
        found = self._columns.get(name)
        return None if found is None else found.values()

    def moved(self, names: Sequence[str], blocks: Blocks, texts: Texts) -> dict[str, Any]:
        """Return what the header of a snapshot says of these columns, blocks and texts added to those there are."""
        described = {name: self._columns[name].moved(blocks, texts) for name in names}
        return {"rows": self._length, "columns": described}

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, row: Any) -> Any:
        return list(self)[row]

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        columns = [column.values() for column in self._columns.values()]
        return (dict(zip(self._columns, values, strict=True)) for values in zip(*columns, strict=True))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return list(self) == list(other)
