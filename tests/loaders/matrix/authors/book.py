"""A partner matrix as its author writes it: every cell goes in together with its role and the facts it states."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | date | None
Json: TypeAlias = dict[str, object]

DIMENSIONS = ("region", "target_group", "theme", "offer")
CONTENT = ("statement", "report", "negative", "either")
ROLES = (
    *CONTENT,
    *["title", "header", "group", "label", "section", "legend", "footnote", "total", "qualifier", "ignorable"],
)


@dataclass(frozen=True, slots=True)
class Fact:
    """What a cell states; an optional one may be asserted, `accept` holds readings that are equally right."""

    subject: str
    predicate: str
    target: str
    qualifiers: Mapping[str, object] = field(default_factory=dict)
    optional: bool = False
    accept: tuple[Mapping[str, object], ...] = ()

    def json(self, sheet: str, cell: str) -> Json:
        said: Json = {"subject": self.subject, "predicate": self.predicate, "object": self.target}
        said |= {"qualifiers": dict(self.qualifiers), "sheet": sheet, "cell": cell}
        if self.optional:
            said["optional"] = True
        if self.accept:
            said["accept"] = [dict(reading) for reading in self.accept]
        return said


def says(
    subject: str,
    predicate: str,
    target: str,
    optional: bool = False,
    accept: Iterable[Mapping[str, object]] = (),
    **qualifiers: object,
) -> Fact:
    """Write a fact the short way; qualifiers without a value are left out."""
    kept = {key: value for key, value in qualifiers.items() if value not in (None, "")}
    return Fact(subject, predicate, target, kept, optional, tuple(accept))


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; `theme` is the number of a theme colour, `formula` computes the value."""

    fill: str = ""
    theme: int | None = None
    font: str = ""
    bold: bool = False
    strike: bool = False
    turned: bool = False
    comment: str = ""
    link: str = ""
    form: str = ""
    formula: str = ""


PLAIN = Look()
BOLD = Look(bold=True)


@dataclass(frozen=True, slots=True)
class Cell:
    value: Value
    role: str
    facts: tuple[Fact, ...]
    look: Look


@dataclass(slots=True)
class Sheet:
    """A sheet; rows and columns count from 1."""

    name: str
    kind: str = "matrix"
    orientation: str = "actors_in_rows"
    header_rows: tuple[int, ...] = ()
    first_data_row: int | None = None
    hidden: bool = False
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    same: dict[str, str] = field(default_factory=dict)

    def put(self, row: int, column: int, value: Value, role: str, *facts: Fact, look: Look = PLAIN) -> None:
        """Write a cell with its role and the facts it states."""
        assert role in ROLES, role
        assert (row, column) not in self.cells, f"{self.name}!{address(row, column)} is written twice"
        self.cells[row, column] = Cell(value, role, facts, look)

    def line(self, row: int, column: int, values: Iterable[Value], role: str, look: Look = PLAIN) -> None:
        """Write cells of one role side by side; None leaves a gap."""
        for offset, value in enumerate(values):
            if value is not None:
                self.put(row, column + offset, value, role, look=look)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge an area; its covered cells mean its top-left cell."""
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))

    def equal(self, other: tuple[int, int], cell: tuple[int, int]) -> None:
        """Let a fact be read from another cell of the same record just as well."""
        self.same[address(*other)] = address(*cell)

    def anchors(self) -> dict[str, str]:
        covered = {
            address(row, column): address(top, left)
            for top, left, bottom, right in self.merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }
        return covered | self.same


@dataclass(slots=True)
class Book:
    """A file with its truth; `pack` turns the sheets into the bytes of the file."""

    file: str
    title: str
    region: str
    difficulty: int
    phenomena: tuple[str, ...]
    pack: Callable[[Book], bytes]
    actors: list[str] = field(default_factory=list)
    optional_actors: list[str] = field(default_factory=list)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    sheets: list[Sheet] = field(default_factory=list)
    expect_error: list[str] | None = None
    notes: str = ""

    @property
    def stem(self) -> str:
        return self.file.rpartition(".")[0]

    def sheet(self, name: str = "", kind: str = "matrix", orientation: str = "actors_in_rows") -> Sheet:
        """Add a sheet."""
        made = Sheet(name, kind, orientation)
        self.sheets.append(made)
        return made

    def also(self, name: str, *variants: str) -> None:
        """Accept other labels for a name."""
        self.aliases.setdefault(name, []).extend(v for v in variants if v not in self.aliases.get(name, []))

    def truth(self) -> Json:
        """Everything the file says, in the format of the yardstick."""
        facts = [
            (sheet.name, address(*place), fact)
            for sheet in self.sheets
            for place, cell in sheet.cells.items()
            for fact in cell.facts
        ]
        for actor in self.actors:
            if actor.endswith(" (fiktiv)"):
                self.also(actor, actor.removesuffix(" (fiktiv)"))
        return {
            "id": self.stem.partition("_")[0],
            "file": self.file,
            "title": self.title,
            "region": self.region,
            "difficulty": self.difficulty,
            "phenomena": list(self.phenomena),
            "notes": self.notes,
            "layout": {s.name: _layout(s) for s in self.sheets},
            "actors": sorted(set(self.actors)),
            "optional_actors": sorted(set(self.optional_actors)),
            "offers": _named(facts, "offers", "offer"),
            "target_groups": _named(facts, "serves", "target_group"),
            "themes": _named(facts, "covers_theme", "theme"),
            "regions": _named(facts, "active_in", "region"),
            "aliases": self.aliases,
            "statements": [fact.json(sheet, cell) for sheet, cell, fact in facts],
            "cells": {s.name: {address(*place): cell.role for place, cell in s.cells.items()} for s in self.sheets},
            "anchors": {s.name: s.anchors() for s in self.sheets if s.anchors()},
            "expect_error": self.expect_error,
        }


def address(row: int, column: int) -> str:
    """A1 address of a cell counted from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def _layout(sheet: Sheet) -> Json:
    return {
        "kind": sheet.kind,
        "orientation": sheet.orientation,
        "header_rows": list(sheet.header_rows),
        "first_data_row": sheet.first_data_row,
    }


def _named(facts: list[tuple[str, str, Fact]], predicate: str, dimension: str) -> list[str]:
    said = {fact.target for _, _, fact in facts if fact.predicate == predicate}
    return sorted(said | {str(f.qualifiers[dimension]) for _, _, f in facts if dimension in f.qualifiers})
