"""One line of a hand-kept table while it is read: its values, the cells they stand in, what was wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.evidence import Cell
from graph.issue import Issue
from graph.statement import ANY, Mention
from loaders.grid import Grid, address
from loaders.matrix.dates import iso
from loaders.matrix.mojibake import repair
from loaders.tables.layout import Layout, title, words
from ontology.text import clean, fold

_LIST = re.compile(r"\s*[;\n]\s*")
_PLACES = re.compile(r"\s*[;,\n]\s*")
_WEIGHT = re.compile(r"\d{1,6}(?:[.,]\d{1,6})?")


@dataclass(slots=True)
class Row:
    """A line below the header."""

    source: str
    grid: Grid
    layout: Layout
    number: int
    method: str = ""
    stated_on: str = ""
    issues: list[Issue] = field(default_factory=list)
    reported: set[int] = field(default_factory=set)
    used: set[int] = field(default_factory=set)

    def raw(self, role: str) -> str:
        """Return what stands in the column of a role, verbatim."""
        column = self.layout.columns.get(role)
        return self.grid.text(self.number, column) if column else ""

    def text(self, role: str) -> str:
        """Return the clean text of a role's cell and note that it was used."""
        found = clean(repair(self.raw(role)))
        if found:
            self.used.add(self.layout.columns[role])
        return found

    def mentions(self, role: str, kind: str) -> tuple[Mention, ...]:
        """Return the entities a cell names; a blank one and words such as "alle" mean any."""
        parts = [clean(repair(part)) for part in _LIST.split(self.raw(role))]
        named = [part for part in parts if part and fold(part) not in words()["any"]]
        if self.raw(role).strip():
            self.used.add(self.layout.columns[role])
        return tuple(dict.fromkeys(Mention(part, kind) for part in named)) or (Mention(ANY, "Any"),)

    def places(self) -> tuple[str, ...]:
        """Return the regions the line holds for; one empty name where it says nothing about them."""
        parts = [clean(repair(part)) for part in _PLACES.split(self.raw("region"))]
        named = [part for part in parts if part and fold(part) not in words()["any"]]
        if self.raw("region").strip():
            self.used.add(self.layout.columns["region"])
        return tuple(dict.fromkeys(named)) or ("",)

    def day(self, role: str) -> str:
        """Return a date as ISO; one that is none is reported."""
        said = self.text(role)
        found = iso(said) if said else ""
        if said and not found:
            self.report("VN3103", role)
        return found

    def verified(self) -> str:
        """Return when the line was last confirmed; one that says nothing about it takes its file's date."""
        return self.day("last_verified") if self.raw("last_verified").strip() else self.stated_on

    def weight(self) -> str:
        """Return the weight as a decimal number with a point; one that is none is reported."""
        said = self.text("weight")
        if not said:
            return ""
        if not _WEIGHT.fullmatch(said) or float(said.replace(",", ".")) <= 0:
            self.report("VN3102", "weight")
            return ""
        return f"{float(said.replace(',', '.')):.10g}"

    def report(self, code: str, role: str, **params: str) -> None:
        """Report the cell of a role."""
        column = self.layout.columns[role]
        self.reported.add(column)
        pairs = {"value": self.raw(role).strip()[:80], **params}
        place = Cell(self.grid.name, address(self.number, column))
        self.issues.append(Issue(code, self.source, place, self.raw(role)[:200], tuple(sorted(pairs.items()))))

    def refuse(self, code: str, *roles: str, **params: str) -> None:
        """Report the whole line: it says nothing without one of these roles."""
        filled = self.drop()
        column = next((c for role in roles if (c := self.layout.columns.get(role, 0))), min(filled, default=1))
        pairs = {"column": title(*roles), **params}
        place = Cell(self.grid.name, address(self.number, column))
        self.issues.append(Issue(code, self.source, place, self.original(), tuple(sorted(pairs.items()))))

    def drop(self) -> list[int]:
        """Count every cell of the line as reported; return their columns."""
        filled = [column for column in self.layout.columns.values() if self.grid.text(self.number, column).strip()]
        self.reported.update(filled)
        return filled

    def evidence(self) -> tuple[Cell, ...]:
        """Return the cells that were used so far, from left to right."""
        return tuple(Cell(self.grid.name, address(self.number, column)) for column in sorted(self.used - self.reported))

    def original(self) -> str:
        """Return the line's values as they stand, from left to right."""
        columns = sorted(self.layout.columns.values())
        return " | ".join(text for column in columns if (text := self.grid.text(self.number, column).strip()))
