"""Fills sheets of the template in few words: what tests of its reader are written with."""

from __future__ import annotations

from dataclasses import replace

from graph.statement import Literal, Statement
from loaders.grid import Grid, GridCell, Merge
from loaders.matrix import Interpretation
from loaders.template import read
from loaders.template.form import form
from loaders.template.layout import HEADER_ROW, marker
from loaders.template.words import word

FIRST = HEADER_ROW + 1


def sheet(name: str, *rows: dict[str, str], language: str = "de", but: str = "", extra: str = "") -> Grid:
    """Return a sheet with some rows; ``but`` names a column it lacks, ``extra`` the heading of one more."""
    described = form()[name]
    columns = [column for column in described.columns if column.role != but]
    cells = {(1, 1): GridCell(marker(name, language)), (2, 1): GridCell(described.lead(language))}
    for at, column in enumerate(columns, 1):
        cells[HEADER_ROW, at] = GridCell(column.title(language) + (" *" if column.role in described.needs else ""))
    if extra:
        cells[HEADER_ROW, len(columns) + 1] = GridCell(extra)
    for number, row in enumerate(rows, FIRST):
        for role, text in row.items():
            at = len(columns) + 1 if role == "extra" else [c.role for c in columns].index(role) + 1
            cells[number, at] = GridCell(text)
    return Grid(word("sheets", name, language), cells)


def offers(*rows: dict[str, str]) -> Grid:
    """Return the sheet of offers with rows of the VHS Hagen."""
    return sheet("offers", *({"actor": "VHS Hagen", **row} for row in rows))


def with_cell(grid: Grid, place: tuple[int, int], **look: object) -> Grid:
    """Return a sheet in which one cell looks otherwise."""
    cell = replace(grid.cells[place], **look)  # type: ignore[arg-type]
    return replace(grid, cells={**grid.cells, place: cell})


def merged(grid: Grid, *area: int) -> Grid:
    """Return a sheet with a merged area: top, left, bottom, right."""
    return replace(grid, merges=(Merge(*area),))


def found(*grids: Grid) -> Interpretation:
    """Return the reading of some sheets; its account is balanced."""
    result = read(grids, "x.xlsx")
    assert result.ledger.balanced
    return result


def told(*grids: Grid) -> list[str]:
    """Return what sheets say, one line per statement."""
    return [line(said) for said in found(*grids).statements]


def line(said: Statement) -> str:
    """Return a statement in one line: subject, predicate, object, conditions, details, answer."""
    thing = said.object.value if isinstance(said.object, Literal) else said.object.label
    more = "".join(f" {name}={value}" for name, value in (*said.conditions, *said.details))
    answer = "" if said.polarity == "yes" else f" [{said.polarity}]"
    planned = "" if said.modality == "asserted" else f" [{said.modality}]"
    return f"{said.subject.label} {said.predicate} {thing}{more}{answer}{planned}"


def codes(*grids: Grid) -> list[tuple[str, str]]:
    """Return code and cell of every finding."""
    return [(issue.code, str(issue.place).rpartition("!")[2]) for issue in found(*grids).issues]
