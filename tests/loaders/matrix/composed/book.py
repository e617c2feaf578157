"""A workbook while it is written, cell by cell together with the truth about each cell."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from tests.loaders.matrix.composed.facts import Fact


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and the value the office program stored beside it."""

    text: str
    cached: str | int | float


@dataclass(frozen=True, slots=True)
class Fault:
    """An error value: how a file stores it and how a German office program shows it."""

    code: str = "#N/A"
    shown: str = "#NV"


Value = str | int | float | bool | date | Formula | Fault


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks where that means something, and where it does not."""

    fill: str = ""
    font: str = ""
    strike: bool = False
    bold: bool = False
    comment: str = ""
    link: str = ""


PLAIN = Look()


def letters(column: int) -> str:
    """Return the letters of a column counted from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def address(row: int, column: int) -> str:
    """Return the A1 address of a cell counted from 1."""
    return f"{letters(column)}{row}"


@dataclass(slots=True)
class Sheet:
    """One sheet; while it is ``turned``, rows and columns of whatever is put change places."""

    name: str
    values: dict[tuple[int, int], Value] = field(default_factory=dict)
    looks: dict[tuple[int, int], Look] = field(default_factory=dict)
    roles: dict[tuple[int, int], str] = field(default_factory=dict)
    facts: list[tuple[tuple[int, int], Fact]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    ghosts: set[tuple[int, int]] = field(default_factory=set)
    # A cell that may stand for another: the sender of a referral for its receiver.
    equal: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden: bool = False
    turned: bool = False

    def put(self, row: int, column: int, value: Value, role: str, *facts: Fact, look: Look = PLAIN) -> None:
        """Write one cell, its role and what it says; a cell is written once."""
        spot = (column, row) if self.turned else (row, column)
        if spot in self.roles:
            raise ValueError(f"{self.name}!{address(*spot)} is written twice: {self.values.get(spot)!r}, {value!r}")
        if value != "":
            self.values[spot] = value
        if look != PLAIN:
            self.looks[spot] = look
        self.roles[spot] = role
        self.facts += [(spot, fact) for fact in facts]

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge an area whose first cell was written."""
        if (top, left) != (bottom, right):
            self.merges.append((left, top, right, bottom) if self.turned else (top, left, bottom, right))

    def shade(self, row: int, left: int, right: int, fill: str) -> None:
        """Colour a row for the eye only."""
        covered = self.anchors()
        for column in range(left, right + 1):
            if address(row, column) not in covered:
                look = self.looks.get((row, column), PLAIN)
                self.looks[row, column] = replace(look, fill=look.fill or fill)

    def hide_row(self, row: int) -> None:
        """Hide a row (a column while turned)."""
        (self.hidden_columns if self.turned else self.hidden_rows).add(row)

    def hide_column(self, column: int) -> None:
        """Hide a column (a row while turned)."""
        (self.hidden_rows if self.turned else self.hidden_columns).add(column)

    @property
    def bottom(self) -> int:
        """The last written row."""
        return max((row for row, _ in self.roles), default=0)

    @property
    def right(self) -> int:
        """The last written column."""
        return max((column for _, column in self.roles), default=0)

    def anchors(self, shift: int = 0) -> dict[str, str]:
        """Return each cell's address that stands for another, covered cells for the one they belong to."""
        return {
            address(row + shift, column): address(other + shift, place)
            for (row, column), (other, place) in self.equal.items()
        } | {
            address(row + shift, column): address(top + shift, left)
            for top, left, bottom, right in self.merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }


@dataclass(slots=True)
class Book:
    """One file and its truth."""

    stem: str
    layout: str
    suffix: str
    sheets: list[Sheet] = field(default_factory=list)
    actors: dict[str, None] = field(default_factory=dict)
    optional_actors: dict[str, None] = field(default_factory=dict)
    concepts: dict[str, dict[str, None]] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    phenomena: dict[str, None] = field(default_factory=dict)

    def sheet(self, name: str) -> Sheet:
        """Begin a sheet."""
        self.sheets.append(Sheet(name))
        return self.sheets[-1]

    def alias(self, name: str, variant: str) -> None:
        """Accept another way to write a name."""
        known = self.aliases.setdefault(name, [])
        if variant != name and variant not in known:
            known.append(variant)

    def truth(self, nameless: bool, shift: int = 0) -> dict[str, object]:
        """Return the truth file's content; a text file's only sheet is ``nameless``, records above it shift its rows."""

        def at(spot: tuple[int, int]) -> str:
            return address(spot[0] + shift, spot[1])

        names = {id(sheet): "" if nameless else sheet.name for sheet in self.sheets}
        concepts = {
            key: sorted(self.concepts.get(kind, {}))
            for key, kind in (
                ("offers", "offers"),
                ("target_groups", "audiences"),
                ("themes", "themes"),
                ("regions", "regions"),
            )
        }
        return {
            "id": self.stem, "file": f"{self.stem}{self.suffix}", "title": self.layout, "difficulty": 3,
            "phenomena": [self.layout, *self.phenomena], "actors": sorted(self.actors),
            "optional_actors": sorted(name for name in self.optional_actors if name not in self.actors), **concepts,
            "aliases": {name: variants for name, variants in sorted(self.aliases.items()) if variants},
            "statements": [
                {**fact, "sheet": names[id(sheet)], "cell": at(spot)}
                for sheet in self.sheets
                for spot, fact in sheet.facts
            ],
            "cells": {
                names[id(sheet)]: {at(spot): role for spot, role in sheet.roles.items()} for sheet in self.sheets
            },
            "anchors": {names[id(sheet)]: sheet.anchors(shift) for sheet in self.sheets},
            "layout": {}, "expect_error": None,
        }  # fmt: skip
