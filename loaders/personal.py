"""Client data has no place in a map of institutions: columns that hold it are recognised and the file is refused."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from loaders.grid import Grid, address
from loaders.refusal import Refusal
from ontology.text import fold

_WORD = re.compile(r"[a-z0-9]+")
_VALUE = re.compile(r"\d|[^\W\d_]{3}")  # a mark says that somebody offers help with it; a value is somebody's
_LONGEST = 60


@cache
def _names() -> dict[str, frozenset[str]]:
    data = tomllib.loads(Path(__file__).with_name("personal.toml").read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in data.items()}


def client_column(header: str) -> bool:
    """Return whether a column of this name holds data of clients (``Geburtsdatum``, ``Kd.-Nr.``, ``BG-Nummer``)."""
    if not header or len(header) > _LONGEST:
        return False
    names = _names()
    words = _WORD.findall(fold(header))
    said = "".join(word for word in words if word not in names["filler"] and word not in names["client"])
    whole = "".join(words)
    if whole in names["always"] or said in names["always"] or whole in names["compounds"]:
        return True
    return said in names["with_word"] and not names["client"].isdisjoint(words)


def refuse_client_columns(grids: Sequence[Grid]) -> None:
    """Refuse a file in which a column or row of client data is filled in.

    Raises:
        Refusal: with the cell of the header; the values themselves are never repeated.
    """
    for grid in grids:
        short = {cell.text for cell in grid.cells.values() if 2 < len(cell.text) <= _LONGEST}
        suspects = {text for text in short if client_column(text)}
        if not suspects:
            continue
        for (row, column), cell in grid.cells.items():
            if cell.text not in suspects:
                continue
            below, beside = grid.text(row + 1, column), grid.text(row, column + 1)
            if _VALUE.search(below) or (_VALUE.search(beside) and not below):
                place = f"{grid.name}!{address(row, column)}" if grid.name else address(row, column)
                raise Refusal("client_data", "VN1026", place, header=cell.text.strip())
