"""The view: an immutable, memory-mapped reading of one generation's facts. All that questions need."""

from __future__ import annotations

import mmap
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from graph.columns import Rows, Table, map_file, pack, unpack
from graph.layout import LAYOUT


class View:
    """The facts of one generation as column tables (`graph.layout`)."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        self._data = data
        self._tables, self.meta = unpack(data, LAYOUT)

    @classmethod
    def of(cls, rows: Rows, meta: Mapping[str, str] | None = None) -> View:
        """Return the view of some rows, in memory."""
        return cls(pack(rows, LAYOUT, meta))

    @classmethod
    def open(cls, path: Path) -> View:
        """Map the snapshot at ``path``."""
        return cls(map_file(path))

    def table(self, name: str) -> Table:
        """Return one table by the name `graph.layout` gives it."""
        return self._tables[name]

    @cached_property
    def actors_by_id(self) -> Mapping[str, int]:
        """Row of every actor by its id."""
        return {actor: row for row, actor in enumerate(self.table("actor").text("id"))}

    @cached_property
    def concepts_by_id(self) -> Mapping[str, int]:
        """Row of every concept by its id."""
        return {concept: row for row, concept in enumerate(self.table("concept").text("id"))}

    @cached_property
    def regions_by_id(self) -> Mapping[str, int]:
        """Row of every region by its id."""
        return {region: row for row, region in enumerate(self.table("region").text("id"))}
