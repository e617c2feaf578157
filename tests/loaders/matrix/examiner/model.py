"""A partner matrix as its author means it: every cell with its role and what it says."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the value a spreadsheet program left beside it."""

    text: str
    cached: str | float


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """An error value such as #N/A (#NV in German)."""

    code: str


Value = str | int | float | bool | dt.date | Formula | ErrorValue | None
Qualifiers = Mapping[str, str | int | bool]
Column = tuple[str, str, Qualifiers]
Reading = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell shows besides its value; `theme` is (theme colour, shade), `fill` an RGB code."""

    fill: str = ""
    theme: tuple[int, int] | None = None
    strike: bool = False
    bold: bool = False
    font: str = ""
    comment: str = ""
    link: str = ""
    number: str = ""


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement a careful clerk reads from a cell."""

    subject: str
    predicate: str
    object: str
    qualifiers: Qualifiers
    optional: bool = False
    accept: tuple[Reading, ...] = ()


def say(subject: str, predicate: str, object_: str, **qualifiers: str | int | bool) -> Fact:
    """Return a statement that must be found."""
    return Fact(subject, predicate, object_, qualifiers)


def may(subject: str, predicate: str, object_: str, **qualifiers: str | int | bool) -> Fact:
    """Return a statement that may be found."""
    return Fact(subject, predicate, object_, qualifiers, optional=True)


def either_way(fact: Fact, *readings: Reading) -> Fact:
    """Return the statement with equally right other readings."""
    return Fact(fact.subject, fact.predicate, fact.object, fact.qualifiers, fact.optional, readings)


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in a crossing and how it is to be read."""

    value: Value
    role: str
    qualifiers: Qualifiers
    look: Look = PLAIN


def yes(value: Value = "x", look: Look = PLAIN, **qualifiers: str | int | bool) -> Mark:
    """Return a positive mark."""
    return Mark(value, "statement", qualifiers, look)


def no(value: Value = "–", look: Look = PLAIN) -> Mark:
    """Return a negative mark."""
    return Mark(value, "negative", {}, look)


def unclear(value: Value = "?", look: Look = PLAIN) -> Mark:
    """Return a mark that must be reported."""
    return Mark(value, "report", {}, look)


def maybe(value: Value, look: Look = PLAIN, **qualifiers: str | int | bool) -> Mark:
    """Return a mark that may be asserted or reported."""
    return Mark(value, "either", qualifiers, look)


@dataclass(frozen=True, slots=True)
class Cell:
    """One written cell."""

    value: Value
    role: str
    look: Look


def split(ref: str) -> tuple[int, int]:
    """Return row and column (1-based) of an A1 address."""
    found = re.fullmatch(r"([A-Z]+)(\d+)", ref)
    if not found:
        raise ValueError(ref)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def join(row: int, column: int) -> str:
    """Return the A1 address of row and column (1-based)."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def block(area: str) -> list[str]:
    """Return the addresses of a range, row by row."""
    first, _, last = area.partition(":")
    (top, left), (bottom, right) = split(first), split(last or first)
    return [join(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]


@dataclass(slots=True)
class Sheet:
    """One sheet under construction."""

    name: str
    cells: dict[str, Cell] = field(default_factory=dict)
    facts: list[tuple[str, Fact]] = field(default_factory=list)
    merges: list[str] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[str] = field(default_factory=set)
    hidden: bool = False
    autofilter: str = ""
    layout: dict[str, object] = field(default_factory=dict)

    def put(self, ref: str, value: Value, role: str, *facts: Fact, look: Look = PLAIN) -> None:
        """Write one cell (or, for a range, one merged cell) with its role and what it says."""
        anchor = ref.partition(":")[0]
        if anchor in self.cells:
            raise ValueError(f"{self.name}!{anchor} written twice")
        if ":" in ref:
            self.merges.append(ref)
            self.anchors.update(dict.fromkeys(block(ref)[1:], anchor))
        self.cells[anchor] = Cell(value, role, look)
        self.facts.extend((anchor, fact) for fact in facts)

    def line(self, ref: str, values: Iterable[Value], role: str, look: Look = PLAIN) -> None:
        """Write cells of one role from here to the right; None leaves a cell empty."""
        row, column = split(ref)
        for offset, value in enumerate(values):
            if value is not None:
                self.put(join(row, column + offset), value, role, look=look)

    def answers(self, row: int, subject: str, columns: Mapping[str, Column], marks: Mapping[str, Mark | str]) -> None:
        """Write the crossings of one subject; a plain text is a positive mark."""
        for letter, given in marks.items():
            mark = yes(given) if isinstance(given, str) else given
            predicate, object_, dimensions = columns[letter]
            facts = []
            if mark.role in ("statement", "either"):
                qualifiers = {**dimensions, **mark.qualifiers}
                facts = [Fact(subject, predicate, object_, qualifiers, mark.role == "either")]
            self.put(f"{letter}{row}", mark.value, mark.role, *facts, look=mark.look)

    def covered(self) -> set[str]:
        """Return the cells that merges hide."""
        return {ref for merge in self.merges for ref in block(merge)[1:]}

    def same(self, ref: str, as_ref: str) -> None:
        """Let a statement be read from either of two cells."""
        self.anchors[ref] = as_ref


@dataclass(slots=True)
class Book:
    """One file of the set."""

    stem: str
    ending: str
    title: str
    region: str
    difficulty: int
    phenomena: tuple[str, ...]
    actors: tuple[str, ...]
    sheets: list[Sheet] = field(default_factory=list)
    optional_actors: tuple[str, ...] = ()
    aliases: dict[str, list[str]] = field(default_factory=dict)
    expect_error: tuple[str, ...] = ()
    notes: str = ""
    encoding: str = "utf-8"
    delimiter: str = ";"
    kind: str = "xlsx"

    def sheet(self, name: str, **layout: object) -> Sheet:
        """Add a sheet; `layout` is what a human notes about it in a minute."""
        made = Sheet(name, layout=dict(layout))
        self.sheets.append(made)
        return made


def kinds(predicate: str, letters: str, labels: Iterable[str], **dimensions: str) -> dict[str, Column]:
    """Return what the columns from a letter on say, one for each label."""
    _, column = split(f"{letters}1")
    return {join(1, column + at)[:-1]: (predicate, label, dimensions) for at, label in enumerate(labels)}
