"""Tables a region keeps by hand that are read when a question needs them: what stands in each line, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from loaders.grid import Grid, address
from loaders.limits import Limits
from loaders.readers.csv import grid_of
from loaders.refusal import Refusal, load_error
from ontology.errors import RegionError
from ontology.text import fold
from queries.dates import day_said
from queries.references import EvidenceRef

Headings = Mapping[str, tuple[str, ...]]
"""Columns with the other words that may head them."""


@dataclass(frozen=True, slots=True)
class HandLine:
    """One line of a table; a column that is not there is empty."""

    file: str
    row: int
    cells: Mapping[str, tuple[int, str]]

    def __getitem__(self, column: str) -> str:
        """Return what stands in a column."""
        return self.cells.get(column, (0, ""))[1]

    def day(self, column: str) -> date | None:
        """Return the day that stands in a column.

        Raises:
            RegionError: what stands there is no day.
        """
        said = self[column]
        found = day_said(said)
        if said and found is None:
            self.wrong(f"“{said}” is no date; write 2027-06-30", f"„{said}“ ist kein Datum; so schreiben: 30.06.2027")
        return found

    def evidence(self, *columns: str) -> tuple[EvidenceRef, ...]:
        """Return the filled cells of some columns as places in a source."""
        found = ((self.cells[column], column) for column in columns if self[column])
        return tuple(EvidenceRef(self.file, address(self.row, at), text, ()) for (at, text), _ in found)

    def wrong(self, en: str, de: str) -> NoReturn:
        """Refuse the line.

        Raises:
            RegionError: always.
        """
        raise RegionError(f"{self.file}, line {self.row}: {en}", de=f"{self.file}, Zeile {self.row}: {de}")


def read_lines(folder: Path, file: str, headings: Headings, needed: Iterable[str]) -> tuple[HandLine, ...]:
    """Return the lines of a table below a region's folder, in their order; none where there is no such file.

    Raises:
        RegionError: it cannot be read as a table, lacks a needed column, or has one nobody knows.
    """
    path = folder / file
    if not path.is_file():
        return ()
    try:
        grid = grid_of(path.read_bytes(), Limits())
    except Refusal as refusal:
        error = load_error(refusal, file)
        raise RegionError(error.en, de=error.de) from error
    places = sorted({row for row, _ in grid.filled()})
    if not places:
        return ()
    columns = _columns(grid, places[0], file, headings)
    missing = [name for name in needed if name not in columns.values()]
    if missing:
        said = ", ".join(f"`{name}`" for name in missing)
        raise RegionError(f"{file}: lacks the column {said}", de=f"{file}: es fehlt die Spalte {said}")
    return tuple(
        HandLine(file, row, {name: (at, " ".join(grid.text(row, at).split())) for at, name in columns.items()})
        for row in places[1:]
    )


def _columns(grid: Grid, row: int, file: str, headings: Headings) -> dict[int, str]:
    known = {fold(word): name for name, words in headings.items() for word in (name, *words)}
    heads = {column: grid.text(row, column) for at, column in grid.filled() if at == row}
    unknown = [text for text in heads.values() if fold(text) not in known]
    if unknown:
        allowed = ", ".join(headings)
        raise RegionError(
            f"{file}: nobody knows the column “{unknown[0]}”; there may be {allowed}",
            de=f"{file}: die Spalte „{unknown[0]}“ ist nicht bekannt; möglich: {allowed}",
        )
    return {column: known[fold(text)] for column, text in heads.items()}
