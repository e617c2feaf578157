"""Draws a grid from text, so that a test shows the matrix it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loaders.grid import Grid, GridCell, Merge
from loaders.matrix.profile import Profile

_ADDRESS = re.compile(r"([A-Z]+)(\d+)")


def place(ref: str) -> tuple[int, int]:
    """Return row and column of an A1 address."""
    letters, digits = _ADDRESS.fullmatch(ref).groups()  # type: ignore[union-attr]
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits), column


def draw(
    text: str,
    name: str = "Blatt",
    *,
    merges: str = "",
    fills: Mapping[str, str] | None = None,
    bold: str = "",
    strike: str = "",
    fonts: Mapping[str, str] | None = None,
    comments: Mapping[str, str] | None = None,
    hidden_rows: frozenset[int] = frozenset(),
    hidden: bool = False,
) -> Grid:
    """Return the grid of a drawing: one line per row, cells between ``|``, ``⏎`` for a line break."""
    cells: dict[tuple[int, int], GridCell] = {}
    for row, line in enumerate(text.strip("\n").rstrip().split("\n"), 1):
        for column, said in enumerate(line.strip().split("|"), 1):
            said = said.strip().replace("⏎", "\n")
            if said:
                cells[row, column] = GridCell(said, _kind(said), bold=False)
    for key, fill in (fills or {}).items():
        _change(cells, key, fill=fill)
    for key in bold.split():
        _change(cells, key, bold=True)
    for key in strike.split():
        _change(cells, key, strike=True)
    for key, font in (fonts or {}).items():
        _change(cells, key, font=font)
    for key, comment in (comments or {}).items():
        _change(cells, key, comment=comment)
    areas = tuple(Merge(*place(one.split(":")[0]), *place(one.split(":")[1])) for one in merges.split())
    return Grid(name, cells, areas, hidden, hidden_rows)


def _kind(text: str) -> str:
    if re.fullmatch(r"\d+([.,]\d+)?", text):
        return "number"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return "date"
    return "error" if text.startswith("#") and text.endswith(("!", "V", "?")) else "text"


def _change(cells: dict[tuple[int, int], GridCell], ref: str, **changes: object) -> None:
    from dataclasses import replace

    at = place(ref)
    cells[at] = replace(cells.get(at, GridCell("", "empty")), **changes)  # type: ignore[arg-type]


def told(*grids: Grid, but: str = "label", profile: Profile | None = None) -> list[str]:
    """Return what grids say, one line per statement in the order of reading: cell, subject, predicate, object, conditions."""
    from graph.statement import Literal
    from loaders.matrix import interpret

    lines = []
    for said in interpret(grids, "x.xlsx", profile).statements:
        if said.predicate in but.split():
            continue
        thing = said.object.value if isinstance(said.object, Literal) else said.object.label
        where = str(said.evidence[0]).rpartition("!")[2]
        narrowed = "".join(f" {name}={value}" for name, value in said.conditions)
        answer = "" if said.polarity == "yes" else f" [{said.polarity}]"
        planned = "" if said.modality == "asserted" else f" [{said.modality}]"
        lines.append(f"{where} {said.subject.label} {said.predicate} {thing}{narrowed}{answer}{planned}")
    return lines


def reported(*grids: Grid) -> list[str]:
    """Return the addresses of the reported cells."""
    from loaders.grid import address
    from loaders.matrix import interpret

    found = interpret(grids, "x.xlsx").cells
    return [address(row, column) for (_, row, column), kind in sorted(found.items()) if kind == "reported"]
