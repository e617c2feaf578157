"""Rows that say the same are one row, with the evidence of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.facts.tables import Row

BASIS = ("evidence", "checked")
"""What may differ between rows that say the same; the last columns, so that what is said sorts the rows."""

Values = tuple[Any, ...]
"""A row's values in the order of its table's columns; or one of them, if that is a list."""


def united(rows: list[Values]) -> list[Values]:
    """Return rows sorted by what they say, however their statements came in; equal ones unite their evidence.

    Args:
        rows: each ends with evidence and the day it was checked.
    """
    kept: list[Values] = []
    for row in sorted(rows):
        if kept and row[0] == kept[-1][0] and row[1] == kept[-1][1] and row[:-2] == kept[-1][:-2]:
            evidence = tuple(sorted({*kept[-1][-2], *row[-2]}))
            kept[-1] = (*row[:-2], evidence, max(kept[-1][-1], row[-1]))
        else:
            kept.append(row)
    return kept


def once(rows: Iterable[Row]) -> list[Row]:
    """Return the rows of a small table united; all of them have the same columns."""
    rows = [*rows]
    if not rows:
        return []
    names = [*(name for name in rows[0] if name not in BASIS), *BASIS]
    kept = united([tuple(row.get(name, -1) for name in names) for row in rows])
    return [{name: value for name, value in zip(names, row, strict=True) if name in rows[0]} for row in kept]
