"""Grids as compact JSON between the reading child and its parent: equal cells once, addresses as number lists."""

from __future__ import annotations

import json
from typing import IO, cast

from loaders.grid import Grid, GridCell, Merge
from loaders.refusal import Refusal


def write(grids: tuple[Grid, ...], out: IO[str]) -> None:
    """Write grids; one line per part keeps the encoder's memory small."""
    known: dict[GridCell, int] = {}
    for grid in grids:
        for cell in grid.cells.values():
            known.setdefault(cell, len(known))
    _line(out, {"cells": len(known), "grids": len(grids)})
    for cell in known:
        _line(out, _packed(cell))
    for grid in grids:
        rows, columns = [row for row, _ in grid.cells], [column for _, column in grid.cells]
        _line(
            out,
            {
                "name": grid.name,
                "hidden": grid.hidden,
                "hidden_rows": sorted(grid.hidden_rows),
                "hidden_columns": sorted(grid.hidden_columns),
                "merges": [(m.top, m.left, m.bottom, m.right) for m in grid.merges],
                "notes": grid.notes,
            },
        )
        _line(out, rows)
        _line(out, columns)
        _line(out, [known[cell] for cell in grid.cells.values()])


def write_refusal(refusal: Refusal, out: IO[str]) -> None:
    """Write why nothing was read."""
    _line(out, {"refusal": refusal.to_dict()})


def read(stream: IO[str]) -> tuple[Grid, ...]:
    """Return the grids a child wrote; raise the refusal it wrote instead."""
    head = json.loads(stream.readline())
    if "refusal" in head:
        said = head["refusal"]
        raise Refusal(said["code"], said["message"], said["place"], **said["params"])
    cells = [_unpacked(json.loads(stream.readline())) for _ in range(head["cells"])]
    return tuple(_grid(stream, cells) for _ in range(head["grids"]))


def _grid(stream: IO[str], cells: list[GridCell]) -> Grid:
    about = json.loads(stream.readline())
    rows, columns, numbers = (cast("list[int]", json.loads(stream.readline())) for _ in range(3))
    return Grid(
        name=about["name"],
        cells=dict(zip(zip(rows, columns, strict=True), map(cells.__getitem__, numbers), strict=True)),
        merges=tuple(Merge(*area) for area in about["merges"]),
        hidden=about["hidden"],
        hidden_rows=frozenset(about["hidden_rows"]),
        hidden_columns=frozenset(about["hidden_columns"]),
        notes=tuple(about["notes"]),
    )


def _packed(cell: GridCell) -> list[object]:
    flags = cell.bold | cell.strike << 1 | cell.formula << 2
    return [cell.text, cell.kind, cell.fill, cell.font, flags, cell.comment, cell.link]


def _unpacked(said: list[str]) -> GridCell:
    text, kind, fill, font, flags, comment, link = said
    bits = int(flags)
    return GridCell(text, kind, fill, font, bool(bits & 1), bool(bits & 2), comment, link, bool(bits & 4))


def _line(out: IO[str], value: object) -> None:
    out.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    out.write("\n")
