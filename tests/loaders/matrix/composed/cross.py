"""The crossing of rows and columns with answers, in all the ways people draw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.loaders.matrix.composed.answers import Answer, Vocabulary
from tests.loaders.matrix.composed.book import Formula, Look, Sheet, Value, letters
from tests.loaders.matrix.composed.facts import PREDICATE, Fact, also, maybe, qualified, says
from tests.loaders.matrix.composed.scene import Label, Scene

HEAD = Look(bold=True)
SHADED = Look(bold=True, fill="DDEBF7")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of answers: what a mark in it says."""

    kind: str
    label: Label
    dims: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """Columns under one group word."""

    word: str
    columns: list[Column]
    parts: list[tuple[str, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of answers: who it is about."""

    subjects: list[str]
    dims: dict[str, object] = field(default_factory=dict)
    fate: str = "shown"
    others: list[str] = field(default_factory=list)


def facts_of(row: Row, column: Column) -> list[Fact]:
    """Return what a plain mark says where a row and a column meet; ``others`` may be its subject as well."""
    facts = []
    for subject in row.subjects:
        fact = says(subject, PREDICATE[column.kind], column.label.name, **row.dims, **column.dims)
        for other in row.others:
            fact = also(fact, subject=other, qualifiers={**fact["qualifiers"], "offer": subject})
        facts.append(fact)
    return facts


def place(sheet: Sheet, at: tuple[int, int], answer: Answer, facts: Sequence[Fact], fate: str = "shown") -> None:
    """Write one answer; in hidden lines it may be read or reported, in struck ones it must be reported."""
    role, said = answer.role, [qualified(fact, answer.qualifiers) for fact in facts]
    if role == "either":
        said = [maybe(fact) for fact in said]
    elif role != "statement":
        said = []
    if fate == "hidden" and role in ("statement", "report"):
        role, said = "either", [maybe(qualified(fact, {"hidden": True})) for fact in said]
    if fate == "struck":
        role, said = ("negative" if role == "negative" else "report"), []
    look = answer.look
    if fate == "struck":
        look = Look(look.fill, look.font, True, look.bold, look.comment, look.link)
    sheet.put(*at, answer.value, role, *said, look=look)


@dataclass(slots=True)
class Columns:
    """Where the columns of answers stand, after the lead columns, with blank ones between groups."""

    at: list[tuple[int, Column]]
    groups: list[tuple[str, int, int, Block]]
    right: int


def lay_out(blocks: list[Block], first: int, separated: bool) -> Columns:
    """Return the places of all columns."""
    at: list[tuple[int, Column]] = []
    groups = []
    column = first
    for block in blocks:
        start = column
        for entry in block.columns:
            at.append((column, entry))
            column += 1
        groups.append((block.word, start, column - 1, block))
        column += separated
    return Columns(at, groups, column - 1 - separated)


def head(
    scene: Scene, sheet: Sheet, top: int, columns: Columns, depth: int, lead: list[tuple[int, str, list[Fact]]]
) -> int:
    """Write the header rows (group words above labels where deep) and return the first row below."""
    rng = scene.rng
    style = rng.choice(["merged", "merged", "continued", "repeated"])
    if style == "merged" and not scene.can("merge"):
        style = "continued"
    last = top + depth - 1
    look = SHADED if scene.can("colour") and rng.random() < 0.3 else HEAD
    if depth > 1:
        scene.show("two_row_header" if depth == 2 else "three_row_header")
        scene.show(f"{style}_header")
        for word, start, end, block in columns.groups:
            span(sheet, top, start, end, word, style, look)
            if depth == 3:
                at = start
                for part, width in block.parts:
                    span(sheet, top + 1, at, at + width - 1, part, style, look)
                    at += width
    for column, entry in columns.at:
        sheet.put(last, column, entry.label.text, "header", *entry.label.facts, look=look)
    high = depth > 1 and rng.random() < 0.5
    for column, text, facts in lead:
        sheet.put(top if high else last, column, text, "header", *facts, look=look)
        if high and style == "merged":
            sheet.merge(top, column, last, column)
    return last + 1


def span(sheet: Sheet, row: int, start: int, end: int, word: str, style: str, look: Look = HEAD) -> None:
    """Write a group word above its columns: merged, once, or once per column."""
    for column in range(start, end + 1 if style == "repeated" else start + 1):
        sheet.put(row, column, word, "group", look=look)
    if style == "merged":
        sheet.merge(row, start, row, end)


@dataclass(slots=True)
class Filler:
    """Fills the crossings, remembering what a ditto mark would repeat and what a totals line would count."""

    scene: Scene
    sheet: Sheet
    columns: Columns
    vocabulary: Vocabulary
    hidden: set[int] = field(default_factory=set)
    names: list[str] = field(default_factory=list)
    dittos: bool = False
    merging: bool = False
    _above: dict[int, Answer] = field(default_factory=dict)
    _covered: set[tuple[int, int]] = field(default_factory=set)
    counts: dict[int, int] = field(default_factory=dict)

    def line(self, row: int, who: Row, below: Row | None = None) -> int:
        """Fill a row, perhaps with a mark merged over two columns or into the row ``below``; return its marks."""
        marks = 0
        at = self.columns.at
        for index, (column, entry) in enumerate(at):
            if (row, column) in self._covered:
                continue
            answer = self._answer(row, column, entry)
            if answer is None:
                self._above.pop(column, None)
                continue
            fate = "hidden" if column in self.hidden and who.fate == "shown" else who.fate
            facts = facts_of(who, entry)
            plain = (
                answer.role == "statement" and fate == "shown" and not answer.look.comment and column not in self.hidden
            )
            if plain and self.merging and self.scene.rng.random() < 0.12:
                after = at[index + 1] if index + 1 < len(at) else None
                if after and self._beside((row, column), entry, after) and self.scene.rng.random() < 0.6:
                    facts += facts_of(who, after[1])
                    self._cover(row, column, row, column + 1)
                elif below and below.fate == "shown":
                    facts += facts_of(below, entry)
                    self._cover(row, column, row + 1, column)
            place(self.sheet, (row, column), answer, facts, fate)
            if answer.role == "statement":
                marks += 1
                self.counts[column] = self.counts.get(column, 0) + 1
            if plain and (row, column + 1) not in self._covered and (row + 1, column) not in self._covered:
                self._above[column] = answer
            else:
                self._above.pop(column, None)
        return marks

    def _beside(self, at: tuple[int, int], entry: Column, after: tuple[int, Column]) -> bool:
        """Whether the next column may share a merged mark."""
        column, other = after
        free = (at[0], column) not in self._covered and column not in self.hidden
        return column == at[1] + 1 and other.kind == entry.kind and free

    def pause(self) -> None:
        """Forget the line above: a ditto mark never reaches over a section or a blank row."""
        self._above.clear()

    def _answer(self, row: int, column: int, entry: Column) -> Answer | None:
        rng = self.scene.rng
        above = self._above.get(column)
        if self.dittos and above and above.look.fill == "" and rng.random() < 0.2:
            self.scene.show("ditto_marks")
            return Answer(self.scene.words.one("marks", "ditto"), "statement", dict(above.qualifiers))
        return self.vocabulary.draw(entry.kind, row, self.names)

    def _cover(self, top: int, left: int, bottom: int, right: int) -> None:
        self.scene.show("merged_marks")
        self.sheet.merge(top, left, bottom, right)
        self._covered |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}

    def totals(self, row: int, first: int, lead: int) -> None:
        """Write a totals row over the rows from ``first`` on."""
        self.scene.show("totals")
        self.sheet.put(row, lead, self.scene.words.one("headers", "total"), "total")
        for column, _ in self.columns.at:
            count = self.counts.get(column, 0)
            value: Value = count
            if self.scene.can("formula") and not self.sheet.turned:
                name = letters(column)
                value = Formula(f"=COUNTA({name}{first}:{name}{row - 1})", count)
                self.scene.show("formulas")
            self.sheet.put(row, column, value, "total")
