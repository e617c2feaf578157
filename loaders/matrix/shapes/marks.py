"""Cells that answer yes or no: actors, offers or instruments against offers, groups, themes, regions, actors."""

from __future__ import annotations

from loaders.grid import GridCell
from loaders.matrix.context import Named, Row
from loaders.matrix.meaning import OPEN, CellReader, Meaning, both
from loaders.matrix.plan import Column, Plan
from loaders.matrix.restrictions import Pairs
from loaders.matrix.say import Speaker
from loaders.matrix.shapes.assertions import of_mark

NOBODY = "VN2201"
_EMPTY = GridCell("", kind="empty")


class Marks:
    """Reads the mark columns of one table; remembers the last positive answer per column for ditto signs."""

    def __init__(self, speaker: Speaker, plan: Plan, headed: dict[int, tuple[Pairs, Pairs]]) -> None:
        self.speaker = speaker
        self.plan = plan
        self.reader = CellReader(speaker.legend, speaker.sheet.name)
        self.headed = headed
        self.last: dict[int, Meaning] = {}

    def read(self, row: Row, column: Column) -> None:
        """Read one cell."""
        cell = self.speaker.sheet.cell(row.number, column.index)
        if cell is None:
            if not self.plan.closed:
                return  # where nothing stands, nothing is said
            cell = _EMPTY
        said = self._meaning(cell, column)
        beside = self._beside(row, column) if said.outcome == "yes" else Meaning("silent")
        if self._is_diagonal(row, column):
            self._negative(row, column, cell)
        elif said.outcome == "open":
            self.speaker.report(said.code, row.number, column.index)
        elif said.outcome == "silent":
            self._silent(row, column, cell)
        else:
            limited = beside.outcome == "yes"
            self._assert(row, column, both(said, beside) if limited else said, limited=limited)

    def _beside(self, row: Row, column: Column) -> Meaning:
        """Return what a form says beside the answers of its last column: ``☒ | nur SGB II``."""
        sheet = self.speaker.sheet
        text = sheet.text(row.number + 1, column.index) if self.plan.turned and row.number == self.plan.last else ""
        if not text or self.speaker.legend.resolves(sheet.name, text):
            return Meaning("silent")
        return self.reader.words_beside(text)

    def _meaning(self, cell: GridCell, column: Column) -> Meaning:
        said = self.reader.read(cell, numeric=column.numeric)
        if said.outcome == "ditto":
            return self.last.get(column.index, Meaning("open", code=OPEN))
        if said.outcome == "yes":
            self.last[column.index] = said
        return said

    def _is_diagonal(self, row: Row, column: Column) -> bool:
        return column.role == "actor" and self.speaker.mention("actor", column.label) in row.actors

    def _silent(self, row: Row, column: Column, cell: GridCell) -> None:
        if self.plan.closed and (row.actors or row.named):
            self._assert(row, column, Meaning("no"))
        else:
            self._negative(row, column, cell)

    def _negative(self, row: Row, column: Column, cell: GridCell) -> None:
        if cell.text.strip() or cell.comment:
            self.speaker.place(row.number, column.index, "negative")

    def _assert(self, row: Row, column: Column, said: Meaning, *, limited: bool = False) -> None:
        within = (*row.within, *self.plan.within, *column.within, *row.validity, *self.headed[column.index][0])
        named = Named(column.role, column.label, column.index)
        actors = [label for kind, label in column.within if kind == "actor"]
        if actors and not row.actors:
            row = Row(row.number, (self.speaker.mention("actor", actors[0]),), row.named, row.within, row.validity)
        conditions = tuple(pair for pair in dict.fromkeys(within) if pair[0] not in {column.role, "actor", "type"})
        found = list(of_mark(self.speaker, row, named, conditions, self.plan.towards))
        also = (self.speaker.sheet.evidence(row.number + 1, column.index),) if limited else ()
        counted = any(
            name == "count" for name, _ in said.details
        )  # a cell's own number, not one in a header's footnote
        headed = (pair for pair in self.headed[column.index][1] if not (counted and pair[0] == "count"))
        details = (*row.details, *headed)
        for one in found:
            self.speaker.say(
                one.subject, one.predicate, one.said, row.number, column.index, conditions=one.conditions,
                details=details, meaning=said, verified=row.verified, also=also,
            )  # fmt: skip
        if limited:
            self.speaker.place(row.number + 1, column.index, "statement")
        if not found:
            self.speaker.report(NOBODY, row.number, column.index)
