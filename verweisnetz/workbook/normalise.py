"""A partner matrix rewritten into the template: what it says on clean rows, what it leaves open on a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.evidence import Cell
from graph.statement import Statement, unite
from loaders.dispatch import read_matrix
from loaders.gate import read
from loaders.grid import Grid
from loaders.limits import Limits
from loaders.matrix import read_profile
from loaders.personal import refuse_client_columns
from loaders.readers.xlsx_sheet import place as cell_place
from loaders.refusal import Refusal, load_error
from loaders.source import Ledger
from verweisnetz.workbook.open_cells import open_cells
from verweisnetz.workbook.placing import place
from verweisnetz.workbook.workbook import write


@dataclass(frozen=True, slots=True)
class Normalised:
    """What came of rewriting one file.

    Args:
        ledger: what became of the cells of the original.
        statements: how many the original makes.
        left: how many of them the template cannot say.
        rows: rows by sheet, those of the cells that could not be placed included.
    """

    source: str
    out: Path
    ledger: Ledger
    statements: int
    left: int
    rows: Mapping[str, int]

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "source": self.source,
            "out": str(self.out),
            "cells": self.ledger.cells,
            "statements": self.statements,
            "written": self.statements - self.left,
            "not_placed": self.rows["open"],
            "rows": dict(self.rows),
        }


def normalise(
    path: Path, out: Path, *, profile: Path | None = None, language: str = "de", force: bool = False,
    limits: Limits | None = None,
) -> Normalised:  # fmt: skip
    """Read a matrix and write what it says into the template.

    Raises:
        LoadError: the file or the profile cannot be read at all.
        RegionError: ``out`` is there already, or is the file itself.
    """
    grids = read(path, source=path.name, limits=limits)
    try:
        refuse_client_columns(grids)
        found = read_matrix(grids, path.name, read_profile(profile) if profile else None)
    except Refusal as refusal:
        raise load_error(refusal, path.name) from None
    statements = _in_order(unite(found.statements), grids)
    placed = place(statements, language)
    placed.book.open = open_cells(grids, found, placed.left, language)
    write(placed.book, out, language, force=force, source=path)
    rows = {sheet: len(lines) for sheet, lines in placed.book.sheets().items()}
    return Normalised(path.name, out, found.ledger, len(statements), len(placed.left), rows)


def _in_order(statements: Iterable[Statement], grids: Sequence[Grid]) -> list[Statement]:
    """Return statements in the order in which their first cells stand in the file."""
    sheets = {grid.name: number for number, grid in enumerate(grids)}

    def order(said: Statement) -> tuple[tuple[int, int, int], str]:
        places = [
            (sheets.get(cell.sheet, 0), *cell_place(cell.ref)) for cell in said.evidence if isinstance(cell, Cell)
        ]
        return min(places, default=(0, 0, 0)), said.key

    return sorted(statements, key=order)
