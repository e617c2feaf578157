"""Where a hand-kept table begins and which column says what."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from loaders.grid import Grid
from ontology.text import fold

_HEADER_WITHIN = 20


@dataclass(frozen=True, slots=True)
class Form:
    """One of the hand-kept tables.

    Args:
        roles: its columns, in the order in which a message lists them.
        needs: at least one of these columns must be there.
    """

    roles: tuple[str, ...]
    needs: tuple[str, ...]


FORMS: Mapping[str, Form] = {
    "needs": Form(
        ("audience", "theme", "region", "weight", "kind", "last_verified", "note"), ("audience", "theme")
    ),
    "doors": Form(("actor", "audience", "region", "last_verified", "note"), ("actor",)),
    "accepted_gaps": Form(
        ("kind", "audience", "theme", "region", "owner", "review_on", "reason"), ("kind", "audience", "theme")
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """The header of a table: its row, the column of each role, and the columns nobody knows."""

    row: int
    columns: Mapping[str, int]
    unknown: tuple[int, ...]


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Return roles by folded header name, kinds of needs by word, words for "any", and German names of the roles."""
    data = tomllib.loads(Path(__file__).with_name("tables.toml").read_text(encoding="utf-8"))
    return {
        "headers": {fold(name): role for role, names in data["headers"].items() for name in names},
        "need_kinds": {fold(name): kind for kind, names in data["need_kinds"].items() for name in names},
        "any": {fold(name): "" for name in data["any"]},
        "shown": data["shown"],
    }


def title(*roles: str) -> str:
    """Return how messages call columns: ``Zielgruppe (audience)``."""
    shown = words()["shown"]
    return ", ".join(f"{shown[role]} ({role})" for role in roles)


def find(grid: Grid, form: Form) -> Layout | None:
    """Return the header of a table, nothing where no line looks like one."""
    rows = sorted({row for row, _ in grid.filled()})[:_HEADER_WITHIN]
    best: Layout | None = None
    for row in rows:
        layout = _layout(grid, row, form)
        known = len(layout.columns)
        if known and (known >= 2 or not layout.unknown) and (best is None or known > len(best.columns)):
            best = layout
    return best


def _layout(grid: Grid, row: int, form: Form) -> Layout:
    columns: dict[str, int] = {}
    unknown: list[int] = []
    for at, column in grid.filled():
        if at != row:
            continue
        role = words()["headers"].get(fold(grid.text(row, column)).rstrip(" :?*"), "")
        if role in form.roles and role not in columns:
            columns[role] = column
        else:
            unknown.append(column)
    return Layout(row, columns, tuple(unknown))
