"""The words in which a reading is told, and the sign of every part a cell can play."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from loaders.matrix.roles import CellRole

SIGNS: Mapping[str, str] = {
    "statement": "✓", "negative": "–", "reported": "!", "label": "›", "header": "#", "group": "≡", "metadata": "T",
    "notes": "i", "legend": "=", "derived": "Σ", "structure": "·",
}  # fmt: skip
"""What marks a cell beside its colour, so that nobody needs to see colours."""


@cache
def words(language: str) -> Mapping[str, Any]:
    """Return every word in ``de`` or ``en``."""
    text = files("verweisnetz.inspection").joinpath("words.toml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = tomllib.loads(text)[language]
    return found


def mark(cell: CellRole) -> str:
    """Return by what a cell is marked: what became of it where that matters, else the part it plays."""
    if cell.found == "reported":
        return "reported"
    if cell.role in {"data", "outside"}:
        return cell.found
    return "negative" if cell.found == "negative" else cell.role
