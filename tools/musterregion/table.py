"""A table written as text: one line per row, cells between bars, a dot for an empty cell."""

from __future__ import annotations

EMPTY = "."


def rows(text: str) -> list[list[str]]:
    """Return the cells of each line; a dot stands for an empty cell, ``\\n`` for a line break in a cell."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return [[_cell(cell) for cell in line.strip("|").split("|")] for line in lines if line]


def _cell(text: str) -> str:
    plain = text.strip()
    return "" if plain == EMPTY else plain.replace("\\n", "\n")
