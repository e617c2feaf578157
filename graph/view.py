"""The view: an immutable, memory-mapped reading of one generation's facts. All that questions need."""

from __future__ import annotations

import mmap
from collections.abc import Mapping
from copy import copy
from functools import cached_property
from pathlib import Path

from graph.columns import Column, Rows, Table, map_file, unpack
from graph.snapshot import STORED, snapshot_of
from graph.words import hash_of_id, rows_at


class View:
    """The facts of one generation as column tables (`graph.layout`), and what questions look up (`graph.lookups`)."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        self._data = data
        self._tables, self.meta = unpack(data, STORED)

    @classmethod
    def of(cls, rows: Rows, meta: Mapping[str, str] | None = None) -> View:
        """Return the view of some rows, in memory."""
        return cls(snapshot_of(rows, meta))

    @classmethod
    def open(cls, path: Path) -> View:
        """Map the snapshot at ``path``."""
        return cls(map_file(path))

    def with_tables(self, rows: Rows) -> View:
        """Return this view with some tables replaced; only such that no other table and no lookup refers to."""
        found, other = copy(self), View.of(rows)
        found._tables = {**self._tables, **{name: other.table(name) for name in rows}}
        return found

    def table(self, name: str) -> Table:
        """Return one table by the name `graph.layout` or `graph.lookups` gives it."""
        return self._tables[name]

    def column(self, table: str, name: str) -> Column:
        """Return one column of a table, of whatever kind."""
        return self._tables[table].column(name)

    def row(self, table: str, entity: str) -> int | None:
        """Return the row of an id among actors, concepts or regions, or None; nothing is read but that row."""
        words, ids = self._tables[f"{table}_word"], self._tables[table].text("id")
        found = rows_at(words.ints("hash"), words.ints("row"), hash_of_id(entity))
        return next((row for row in found if ids[row] == entity), None)

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
