"""One row below a header while it is read: its values, what is said, which cells gave no answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.evidence import Cell
from graph.statement import CONDITIONS, Literal, Mention, Statement
from loaders.grid import Grid, GridCell, address
from loaders.matrix import contacts, dates, marks
from loaders.matrix.ledger import Gathering, Read
from loaders.template import cells, words
from loaders.template.cells import Pairs
from loaders.template.form import Column, SheetForm
from loaders.template.layout import Layout, titles
from loaders.template.ways import concept
from loaders.template.words import YES, Answer
from ontology.text import clean
from ontology.vocabulary import load

METHOD = "template/1"
STRUCK, FAULTY, OPEN = "VN2106", "VN2105", "VN2101"
NO_DAY, MISSING = "VN3103", "VN7004"
NO_ANSWER, NO_WORD, NO_PAIR, NO_AGE = "VN7011", "VN7012", "VN7013", "VN7014"
IDLE, UNFIT, DITTO, ITSELF, OTHERWISE, ASIDE = "VN7015", "VN7016", "VN7017", "VN7018", "VN7019", "VN7020"
_NAMED = frozenset({"label", "labels"})


@dataclass(slots=True)
class Line:
    """One row of a data sheet.

    Args:
        merged: cells a merged area covers, and the cell that holds their value.
        answer: what the row says of everything it says.
    """

    gathering: Gathering
    grid: Grid
    sheet: SheetForm
    layout: Layout
    number: int
    merged: Mapping[tuple[int, int], tuple[int, int]]
    stated_on: str = ""
    answer: Answer = YES
    said: list[Statement] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    spoilt: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    noted: set[str] = field(default_factory=set)

    def cell(self, role: str) -> GridCell | None:
        """Return the cell that answers for a role, that of the merged area where one covers it."""
        column = self.layout.columns.get(role)
        if column is None:
            return None
        return self.grid.cells.get(self.place(role))

    def place(self, role: str) -> tuple[int, int]:
        """Return row and column of the cell that answers for a role of the header."""
        here = (self.number, self.layout.columns[role])
        return self.merged.get(here, here)

    def raw(self, role: str) -> str:
        """Return what stands in a role's cell if it can be read at all; report what cannot, once."""
        cell = self.cell(role)
        text = cell.text.strip() if cell else ""
        if cell is None or not text or role in self.spoilt or role in self.silent:
            return ""
        self.used.add(role)
        code = STRUCK if cell.strike else FAULTY if cell.kind == "error" else self._sign(role, text)
        if code:
            self.report(code, role)
        return "" if code or role in self.silent else text

    def _sign(self, role: str, text: str) -> str:
        """Return the code for a sign that gives no answer here; a word the column offers is none."""
        column, sign = self.sheet.column(role), marks.sign(text)
        if not sign or (column.form == "answer" and words.answer(text)) or concept(column.pick, text):
            return ""
        if sign == "silent" and column.form != "answer" and (column.form in _NAMED or not text.isalnum()):
            self.silent.add(role)
        refused = NO_WORD if sign == "refused" and column.form in _NAMED else ""
        return {"open": OPEN, "ditto": DITTO}.get(sign, refused)

    def text(self, role: str) -> str:
        """Return the one text of a cell."""
        return cells.one(self.raw(role))

    def several(self, role: str) -> tuple[str, ...]:
        """Return the names or texts of a cell."""
        return cells.split(self.raw(role))

    def linked(self, role: str) -> tuple[str, ...]:
        """Return the web addresses of a cell, that behind the text where the text is none."""
        cell, found = self.cell(role), self.several(role)
        behind = cell.link if cell and cell.link.startswith(("http://", "https://")) else ""
        return (behind,) if behind and not any(map(contacts.WEB.search, found)) and role not in self.spoilt else found

    def day(self, role: str) -> str:
        """Return a date as ISO; one that is none is reported."""
        said = self.text(role)
        found = dates.iso(said) if said else ""
        if said and not found:
            self.report(NO_DAY, role)
        return found

    def days(self, **roles: str) -> Pairs:
        """Return the dates of some columns as pairs: name of the pair and role of the column."""
        return tuple((name, day) for name, role in roles.items() if (day := self.day(role)))

    def word(self, role: str, name: str) -> str:
        """Return the key of a word from a closed list; one that is not in it is reported."""
        said = self.text(role)
        found = words.key(name, said) if said else ""
        if said and not found:
            expected = ", ".join(word[0] for word in words.words()[name].values())
            self.report(NO_WORD, role, expected)
        return found

    def pairs(self, role: str) -> Pairs:
        """Return the pairs of a cell; a line that is none is reported."""
        said = self.raw(role)
        found = cells.split_pairs(said)
        if found is None:
            self.report(NO_PAIR, role)
        return found or ()

    def conditions(self, role: str = "conditions") -> Pairs:
        """Return the conditions without a column of their own."""
        found = self.pairs(role)
        unknown = [name for name, _ in found if name not in CONDITIONS]
        if unknown:
            self.report(NO_WORD, role, ", ".join(words.word("pairs", one, "de") for one in CONDITIONS))
        return tuple(pair for pair in found if pair[0] in CONDITIONS)

    def answers(self) -> bool:
        """Read the answer; return whether the row says anything: not where it is silent or cannot be read."""
        text = self.raw("answer")
        if not text:
            return "answer" not in self.spoilt
        if marks.sign(text) == "silent":
            self.silent.add("answer")
            return False
        found = words.answer(text)
        if found is None:
            self.report(NO_ANSWER, "answer")
            return False
        self.answer = found
        return True

    def verified(self, day: str) -> str:
        """Return when the row was last vouched for: on its own day, that of its origin, or its file's."""
        return day or self.day("since") or self.stated_on

    def say(
        self, subject: Mention, predicate: str, said: Mention | Literal, role: str, *, verified: str,
        conditions: Iterable[tuple[str, str]] = (), details: Iterable[tuple[str, str]] = (), answer: Answer | None = None,
    ) -> None:  # fmt: skip
        """Say one thing, read from a role's cell; what no predicate allows is reported."""
        known = load().predicates[predicate]
        kind = "Literal" if isinstance(said, Literal) else said.kind
        if subject.kind not in known.domain or kind not in known.range:
            self.report(UNFIT, role)
            return
        polarity, modality = answer or self.answer
        place = Cell(self.grid.name, address(*self.place(role)))
        cell = self.cell(role)
        self.said.append(
            Statement(
                self.gathering.source, subject, predicate, said, tuple(sorted(set(conditions))),
                tuple(sorted({*details, *self._comment(role)})), polarity, modality, (place,),
                cell.text.strip() if cell else "", METHOD, "high", verified,
            )
        )  # fmt: skip

    def _comment(self, role: str) -> Pairs:
        cell = self.cell(role)
        self.noted.add(role)
        return (("comment", clean(cell.comment)),) if cell and cell.comment.strip() else ()

    def report(self, code: str, role: str, expected: str = "–") -> None:
        """Report the cell of a role; ``expected`` says what belongs there."""
        self.spoilt.add(role)
        row, column = self.place(role)
        text = self.grid.text(row, column).strip()
        self.gathering.report(code, self.grid.name, row, column, text, expected=expected)

    def refuse(self, code: str, *roles: str) -> None:
        """Report the whole row: it says nothing without one of these roles; the message stands at the first cell."""
        self.said.clear()
        filled = [column.role for column in self.filled()]
        for number, role in enumerate(filled):
            if number == 0:
                self.report(code, role, titles(self.sheet.id, *roles))
            else:
                self.spoilt.add(role)
                self.gathering.place(self.grid.name, self.number, self.layout.columns[role], "reported")

    def filled(self) -> list[Column]:
        """Return the columns with a text in this very row whose cells are read."""
        return [
            column for column in self.sheet.columns
            if column.form != "ignored" and column.role in self.layout.columns
            and self.grid.text(self.number, self.layout.columns[column.role]).strip()
        ]  # fmt: skip

    def close(self) -> None:
        """Give every cell of the row its class; one that had no effect is reported."""
        for column in self.filled():
            if column.role not in self.used and self.said and column.role not in self.spoilt:
                self.report(IDLE, column.role)
        for role in self.layout.columns:
            cell = self.cell(role)
            if cell and cell.comment.strip() and role not in self.noted and self.place(role)[0] == self.number:
                self.report(ASIDE, role, clean(cell.comment))
        kind = self._class()
        for role, at in self.layout.columns.items():
            if self.grid.text(self.number, at).strip():
                if self.sheet.column(role).form == "ignored":
                    text = self.grid.text(self.number, at)
                    self.gathering.pass_over(self.grid.name, self.number, at, "told", text)
                else:
                    found: Read = "negative" if role in self.silent else kind
                    self.gathering.place(self.grid.name, self.number, at, found)
        self.gathering.statements.extend(self.said)

    def _class(self) -> Read:
        """Return what becomes of the cells of the row: of one that says nothing, too."""
        if not self.said:
            return "negative" if self.silent else "reported"
        return "negative" if all(one.polarity == "no" for one in self.said) else "statement"
