"""A matrix written cell by cell together with the truth about each cell, in the yardstick's words."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from loaders.grid import address

Fact = dict[str, Any]
Value = str | int | float | bool | date


def says(subject: str, predicate: str, said: str, **qualifiers: object) -> Fact:
    """Return a statement of the truth."""
    return {"subject": subject, "predicate": predicate, "object": said, "qualifiers": qualifiers}


def maybe(fact: Fact) -> Fact:
    """Return the statement as accepted but not asked for."""
    return {**fact, "optional": True}


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks where that means something."""

    fill: str = ""
    font: str = ""
    strike: bool = False
    bold: bool = False
    comment: str = ""
    link: str = ""


PLAIN = Look()


@dataclass(slots=True)
class Sheet:
    """One sheet while it is written."""

    name: str
    values: dict[tuple[int, int], Value] = field(default_factory=dict)
    looks: dict[tuple[int, int], Look] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden: bool = False

    def put(self, row: int, column: int, value: Value, role: str, *facts: Fact, look: Look = PLAIN) -> None:
        """Write one cell, its role and what it says."""
        if value != "":
            self.values[row, column] = value
        if look != PLAIN:
            self.looks[row, column] = look
        ref = address(row, column)
        self.roles[ref] = role
        self.facts += [{**fact, "sheet": self.name, "cell": ref} for fact in facts]

    def row(self, row: int, values: list[str], role: str, start: int = 1) -> None:
        """Write texts of one role side by side; empty ones stay unwritten."""
        for column, value in enumerate(values, start):
            if value:
                self.put(row, column, value, role)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge an area whose first cell was written."""
        self.merges.append((top, left, bottom, right))
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    self.anchors[address(row, column)] = address(top, left)


@dataclass(slots=True)
class Paper:
    """One file and its truth."""

    stem: str
    phenomena: list[str]
    actors: list[str]
    sheets: list[Sheet] = field(default_factory=list)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    optional_actors: list[str] = field(default_factory=list)
    delimiter: str = ""
    encoding: str = "utf-8"
    preface: str = ""

    def sheet(self, name: str = "") -> Sheet:
        """Begin a sheet."""
        self.sheets.append(Sheet(name))
        return self.sheets[-1]

    @property
    def suffix(self) -> str:
        """The ending of the file."""
        return ".csv" if self.delimiter else ".xlsx"

    def save(self, folder: Path) -> None:
        """Write the file and its truth."""
        path = folder / f"{self.stem}{self.suffix}"
        if self.delimiter:
            path.write_bytes(self._csv())
        else:
            self._xlsx(path)
        (folder / f"{self.stem}.truth.json").write_text(
            json.dumps(self._truth(), ensure_ascii=False, indent=1), "utf-8"
        )

    def _truth(self) -> dict[str, object]:
        return {
            "id": self.stem[:3], "file": f"{self.stem}{self.suffix}", "title": self.stem, "difficulty": 3,
            "phenomena": self.phenomena, "actors": self.actors, "optional_actors": self.optional_actors,
            "offers": [], "target_groups": [], "themes": [], "regions": [], "aliases": self.aliases,
            "statements": [fact for sheet in self.sheets for fact in sheet.facts],
            "cells": {sheet.name: sheet.roles for sheet in self.sheets},
            "anchors": {sheet.name: sheet.anchors for sheet in self.sheets}, "expect_error": None,
        }  # fmt: skip

    def _csv(self) -> bytes:
        values = self.sheets[0].values
        # A ``sep=`` line is a record of its own: the cells below it were put with that in mind.
        first = 2 if self.preface else 1
        bottom, right = max(row for row, _ in values), max(column for _, column in values)
        out = io.StringIO()
        writer = csv.writer(out, delimiter=self.delimiter, lineterminator="\r\n")
        for row in range(first, bottom + 1):
            writer.writerow([_shown(values.get((row, column), "")) for column in range(1, right + 1)])
        return (self.preface + out.getvalue()).encode(self.encoding)

    def _xlsx(self, path: Path) -> None:
        from openpyxl import Workbook
        from openpyxl.comments import Comment
        from openpyxl.styles import Font, PatternFill

        book = Workbook()
        book.remove(book.worksheets[0])
        for sheet in self.sheets:
            page = book.create_sheet(sheet.name)
            for (row, column), value in sheet.values.items():
                page.cell(row, column, value)
            for (row, column), look in sheet.looks.items():
                cell = page.cell(row, column)
                cell.font = Font(name=look.font or "Calibri", strike=look.strike, bold=look.bold)
                if look.fill:
                    cell.fill = PatternFill("solid", fgColor=look.fill)
                if look.comment:
                    cell.comment = Comment(look.comment, "Netzwerk")
                if look.link:
                    cell.hyperlink = look.link
            for top, left, bottom, right in sheet.merges:
                page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
            for row in sheet.hidden_rows:
                page.row_dimensions[row].hidden = True
            for column in sheet.hidden_columns:
                page.column_dimensions[address(1, column)[:-1]].hidden = True
            if sheet.hidden:
                page.sheet_state = "hidden"
        book.save(path)


def _shown(value: Value) -> str:
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)
