"""The reading of one file, as a build would read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from graph.evidence import Cell
from graph.issue import Issue
from graph.statement import Statement
from loaders.a1 import column_number, place
from loaders.dispatch import noticed, read_matrix
from loaders.gate import read
from loaders.grid import Grid, address
from loaders.limits import Limits
from loaders.matrix import Profile, dump_profile, read_profile
from loaders.matrix.choose import Chosen
from loaders.matrix.ledger import Address
from loaders.matrix.proposal import of
from loaders.matrix.roles import CellRole, roles
from loaders.personal import refuse_client_columns
from loaders.refusal import Refusal, load_error
from loaders.source import Ledger
from verweisnetz.inspection.seen import TableSeen, tables_of
from verweisnetz.inspection.surroundings import surroundings

MORE = "VN2004"
"""The code of "so many more cells of this column with the same finding"."""


@dataclass(frozen=True)
class Inspection:
    """The reading of one file.

    Args:
        profile: what says this reading in full; ``text`` is its YAML.
        chosen: the profile it was read with, if any.
        statements: in the order in which they were read.
        cells: part and class of every cell with content.
        sorts: what each sheet was taken for: ``tables``, ``template``, ``legend``, ``archive``, ``choices`` or ``ignored``.
    """

    source: str
    language: str
    grids: tuple[Grid, ...]
    profile: Profile
    chosen: Chosen
    ledger: Ledger
    statements: tuple[Statement, ...]
    actors: tuple[str, ...]
    issues: tuple[Issue, ...]
    cells: Mapping[Address, CellRole]
    tables: tuple[TableSeen, ...]
    sorts: Mapping[str, str]

    @cached_property
    def text(self) -> str:
        """The profile as YAML."""
        return dump_profile(self.profile)

    @cached_property
    def predicates(self) -> Mapping[str, int]:
        """How many statements there are of each kind."""
        return dict(sorted(Counter(statement.predicate for statement in self.statements).items()))

    @cached_property
    def said(self) -> Mapping[Address, Sequence[Statement]]:
        """What was read from each cell."""
        found: dict[Address, list[Statement]] = {}
        for statement in self.statements:
            for where in statement.evidence:
                if isinstance(where, Cell):
                    found.setdefault((where.sheet, *place(where.ref)), []).append(statement)
        return found

    @cached_property
    def reasons(self) -> Mapping[Address, Sequence[Issue]]:
        """What is to be said about each cell: why it was reported, what a reader noticed."""
        found: dict[Address, list[Issue]] = {}
        for issue in self.issues:
            if isinstance(issue.place, Cell):
                found.setdefault((issue.place.sheet, *place(issue.place.ref)), []).append(issue)
        alike = self._alike()
        for where, cell in sorted(self.cells.items()):
            if cell.found == "reported" and where not in found:
                found[where] = [self._counted(where, alike.get((where[0], where[2]), "VN2001"))]
        return found

    def _alike(self) -> Mapping[tuple[str, int], str]:
        """Return the finding of columns in which there are too many to tell one by one."""
        more = (dict(issue.params) for issue in self.issues if issue.code == MORE)
        names = {self.source: ""} if any(not grid.name for grid in self.grids) else {}
        return {(names.get(one["sheet"], one["sheet"]), column_number(one["column"])): one["code"] for one in more}

    def _counted(self, where: Address, code: str) -> Issue:
        """Return the finding of a cell that was only counted."""
        sheet, row, column = where
        text = next((grid.text(row, column) for grid in self.grids if grid.name == sheet), "")
        cell = Cell(sheet, address(row, column))
        return Issue(code, self.source, cell, text[:200], (("cell", str(cell)), ("value", text[:80])))

    @property
    def reported(self) -> list[Address]:
        """The cells that gave no answer, sheet by sheet as they stand."""
        order = {grid.name: number for number, grid in enumerate(self.grids)}
        found = [where for where, cell in self.cells.items() if cell.found == "reported"]
        return sorted(found, key=lambda where: (order.get(where[0], 0), *where[1:]))

    def taken_for(self, sheet: str) -> str:
        """Return the word for what a sheet without tables was taken for, empty for one with tables."""
        if any(table.sheet == sheet for table in self.tables):
            return ""
        sort = self.sorts.get(sheet, "tables")
        return "no_tables" if sort == "tables" else f"as_{sort}"

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""
        names = ("cells", "statement", "negative", "reported", "structure")
        ledger = {name: getattr(self.ledger, name) for name in names}
        parts: dict[str, dict[str, dict[str, str]]] = {grid.name: {} for grid in self.grids}
        for (sheet, row, column), cell in sorted(self.cells.items()):
            parts[sheet][address(row, column)] = {"role": cell.role, "class": cell.found}
        return {
            "source": self.source,
            "read_with": self.chosen.name,
            "sheets": dict(self.sorts),
            "tables": [table.to_dict() for table in self.tables],
            "ledger": {**ledger, "dropped": self.ledger.dropped},
            "statements": dict(self.predicates),
            "actors": list(self.actors),
            "reported": [
                {"cell": str(Cell(sheet, address(row, column))), "code": issue.code, "value": issue.value}
                for sheet, row, column in self.reported
                for issue in self.reasons[sheet, row, column][:1]
            ],
            "cells": parts,
            "profile": self.text,
        }


def inspect(
    path: Path,
    profile: Path | None = None,
    limits: Limits | None = None,
    *,
    folder: Path | None = None,
    automatic: bool = False,
) -> Inspection:
    """Read one file as a build would and say how.

    Args:
        profile: read it with this one.
        folder: the region whose profiles and settings count; where left out, the one the file lies in.
        automatic: read it without any profile.

    Raises:
        LoadError: the file or the profile cannot be read at all.
    """
    around = surroundings(path, folder)
    grids = read(path, source=path.name, limits=limits or around.limits)
    try:
        refuse_client_columns(grids)
    except Refusal as refusal:
        raise load_error(refusal, path.name) from None
    chosen = Chosen() if automatic else around.choose(grids)
    if profile:
        chosen = Chosen(read_profile(profile), profile.name)
    found = read_matrix(grids, path.name, chosen.profile, stated_on=around.stated_on)
    notes, unread = noticed(grids, path.name)
    return Inspection(
        path.name,
        around.language,
        tuple(grids),
        of(found.sheets, chosen.profile),
        replace(chosen, profile=None),
        found.ledger + unread,
        found.statements,
        tuple(actor.label for actor in found.actors),
        (*(issue for issue in notes if issue not in found.issues), *chosen.issues(path.name), *found.issues),
        roles(found),
        tables_of(found.sheets),
        {one.sheet.name: one.sort for one in found.sheets},
    )
