"""Reads one table by its plan: row after row, each column by its form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from graph.statement import Literal, Mention
from loaders.matrix import blocks, contacts, dates, headers, kinds, lists, marks, restrictions
from loaders.matrix.columns import is_actor
from loaders.matrix.context import Named, Row
from loaders.matrix.events import is_organiser
from loaders.matrix.lines import Line, Lines
from loaders.matrix.meaning import OPEN, STRUCK, CellReader
from loaders.matrix.names import bare_label, both
from loaders.matrix.passing import Reason
from loaders.matrix.plan import Column, Plan
from loaders.matrix.profile import ROLES
from loaders.matrix.restrictions import Pairs
from loaders.matrix.say import Speaker
from loaders.matrix.shapes.contact_values import telephone
from loaders.matrix.shapes.edges import Edges
from loaders.matrix.shapes.marks import Marks
from loaders.matrix.shapes.names import Names
from loaders.matrix.shapes.values import Values
from loaders.matrix.surface import Surface
from ontology.text import clean, fold

_WHY: Mapping[str, Reason] = {"running": "number", "total": "sum", "attribute": "header"}
"""Why the cells of a column say nothing; of any other a person has said so."""
_JOINED = ("offer", "audience", "theme", "region")


class TableReader:
    """Reads the rows of one table."""

    def __init__(self, surface: Surface, plan: Plan, speaker: Speaker, others: Sequence[Plan] = ()) -> None:
        self.surface = surface
        self.sheet = surface.sheet
        self.plan = plan
        self.speaker = speaker
        self.lines = Lines(surface, plan)
        headed = {column.index: _headed(speaker, column) for column in plan.columns}
        self.marks = Marks(speaker, plan, headed)
        self.names = Names(speaker, plan, headed)
        self.values = Values(speaker, plan, blocks.beside(plan, others))
        main = blocks.host(plan, others)
        self.host = TableReader(surface, main, speaker) if main else None
        self.edges = Edges(speaker, plan) if plan.edges else None
        self.actors: tuple[Mention, ...] = ()
        self.within: dict[str, tuple[str, int, int]] = {}
        self.typed: set[tuple[Mention, str]] = set()
        self.long = self._has_several_rows_per_actor()
        self.kind = self._kind_of_actors()

    def read(self) -> None:
        """Read header and body."""
        self._header()
        roles: Mapping[str, Callable[[int, Line], None]] = {
            "blank": lambda row, line: None,
            "data": lambda row, line: self._data(row),
            "section": self._section,
            "total": lambda row, line: self._pass_over(row, "sum"),
            "repeated": lambda row, line: self._pass_over(row, "header"),
            "note": lambda row, line: self._pass_over(row, "told" if row in self.plan.skipped else "note"),
        }
        for row in range(self.plan.first, self.plan.last + 1):
            if row in self.sheet.rows:
                line = self.lines.read(row)
                roles[line.role](row, line)

    def _pass_over(self, row: int, reason: Reason) -> None:
        for column in self.surface.filled(row):
            if column in self.lines.columns:
                self.speaker.pass_over(row, column, reason)

    def _header(self) -> None:
        for row in self.plan.header_rows:
            self._pass_over(row, "header")
        for column in self.plan.columns:
            if column.form == "mark" and column.role == "actor" and column.header:
                actor = self.speaker.actor(column.label, column.header, column.index)
                for kind, label in column.within:
                    if kind == "type":
                        row = next((r for r, text in column.groups if bare_label(text) == label), column.header)
                        self.speaker.say(actor, "type", self.speaker.mention("type", label), row, column.index)

    def _section(self, row: int, line: Line) -> None:
        if line.kind == "actor":
            self.actors = (self.speaker.actor(line.label, row, line.column),)
            self._remarks(row, line.column, self.actors)
        elif line.kind == "heading":
            self.speaker.pass_over(row, line.column, "group")
        else:
            self.within[line.kind] = (line.label, row, line.column)
            self.speaker.pass_over(row, line.column, "group")

    def _data(self, number: int) -> None:
        if self._is_struck(number):
            return
        row = self._row(number)
        if self.edges is not None:
            self.edges.read(row)
            self._place_structure(number)
            return
        for column in self.plan.columns:
            if self.surface.is_claimed(number, column.index):
                continue
            if column.form == "mark":
                self.marks.read(row, column)
            elif column.form == "names":
                self.names.read(row, column)
            elif column.form == "value":
                self.values.read(row, column)
            elif column.form == "keyed":
                self.values.read(row, self._keyed(number, column))
        self._place_structure(number)

    def _keyed(self, number: int, column: Column) -> Column:
        """Return a column with the role that the cell before it says in this row."""
        key = next((c for c in reversed(self.plan.columns) if c.index < column.index and c.role == "attribute"), None)
        label = bare_label(self.sheet.text(number, key.index)) if key else column.label
        role = headers.loose(label)
        return replace(column, form="value", role=role if role in ROLES else "other", label=label)

    def _place_structure(self, number: int) -> None:
        for column in self.plan.of("structure"):
            if self.sheet.text(number, column.index):
                self.speaker.pass_over(number, column.index, _WHY.get(column.role, "told"))

    def _is_struck(self, number: int) -> bool:
        """Report a whole row whose label is struck through; nothing in it counts any more."""
        stubs = [self.sheet.cell(number, column.index) for column in self.plan.of("stub")]
        if not any(cell and cell.strike and cell.text.strip() for cell in stubs):
            return False
        for column in self.lines.columns:
            cell = self.sheet.cell(number, column)
            said = cell and (cell.text.strip() or self.speaker.legend.colour(cell.fill))
            if said and not self.surface.is_claimed(number, column):
                self.speaker.report(STRUCK, number, column)
        return True

    def _row(self, number: int) -> Row:
        row = Row(number, within=tuple((kind, said[0]) for kind, said in self.within.items() if kind != "type"))
        row.validity, row.verified = self._validity(number)
        row.details = self._details(number)
        row.actors = self._row_actors(number)
        row.named = self._named(number)
        row.joint, row.several = self._joint(row), self.long
        if not self.long:  # a row that holds one offer is about that offer; what else it names is about the actor
            row.joint = tuple(pair for pair in row.joint if pair[0] == "offer" and self.plan.of("value", "offer"))
        self._types(row)
        self._offers(row)
        return row

    def _row_actors(self, number: int) -> tuple[Mention, ...]:
        stub = next((c for c in self.plan.of("stub", "actor", "sender")), None)
        if stub is None and self.host is not None:
            return self.host.named(blocks.row_beside(number, self.plan, self.host.plan))
        if stub is None:
            held = [label for kind, label in self.plan.within if kind == "actor"]
            return self.actors or tuple(self.speaker.mention("actor", label) for label in held)
        text = self.sheet.lines(number, stub.index)
        if not text or marks.sign(text) == "ditto":
            if text:
                self.speaker.pass_over(number, stub.index, "label")
            return self.actors
        if marks.sign(text) in {"open", "silent"} and not self.speaker.legend.resolves(self.sheet.name, text):
            self.actors = ()
            self.speaker.report(OPEN, number, stub.index)  # "N/A" is nobody, and not the actor above
            return ()
        name, reached = contacts.apart(text)
        kind = self._kind(number)
        self.actors = tuple(self.speaker.actor(label, number, stub.index, kind) for label in self._labels(name))
        if self.sheet.anchor(number, stub.index)[0] == number:
            self._remarks(number, stub.index, self.actors)
            self._reached(number, stub.index, reached)
        return self.actors

    def named(self, number: int) -> tuple[Mention, ...]:
        """Return the actors a row names, for a table that tells more about them."""
        stub = next(iter(self.plan.of("stub", "actor", "sender")))
        name, _ = contacts.apart(self.sheet.lines(number, stub.index))
        found = (self.speaker.mention("actor", label) for label in (self._labels(name) if name else ()))
        return tuple(replace(one, kind=self._kind(number)) for one in found)

    def _reached(self, row: int, column: int, found: Sequence[contacts.Found]) -> None:
        """Say how to reach the actors of a row whose label also holds address, phone or mail."""
        for one in found:
            details = (("contact", one.whose),) if one.whose else ()
            predicate, value = telephone(one.predicate, one.value)
            for actor in self.actors:
                self.speaker.say(actor, predicate, Literal(value), row, column, details=details)

    def _kind_of_actors(self) -> str:
        """Return what the rows are, where header or sheet name say that they are projects or events."""
        stub = next((c for c in self.plan.of("stub", "actor")), None)
        said = (stub.label if stub else "", self.sheet.name)
        if is_organiser(said[0]):
            return "Actor"
        return next((kind for text in said if (kind := kinds.body(text)) in {"Project", "Event"}), "Actor")

    def _kind(self, number: int) -> str:
        """Return what one row's actor is; its own type comes first."""
        for column in self.plan.of("value", "type"):
            text = self.sheet.text(number, column.index)
            if text:
                return kinds.body(text) or "Actor"
        return self.kind

    def _labels(self, text: str) -> tuple[str, ...]:
        def single(label: str) -> bool:
            return is_actor(self.surface, label) and not kinds.known("region", bare_label(label))

        if self.plan.of("stub", "offer") or self.plan.edges:
            listed = lists.split(text, single)
            if len(listed) > 1 and all(map(single, listed)):
                return listed
        return both(text, single)

    def _remarks(self, row: int, column: int, actors: tuple[Mention, ...]) -> None:
        """Footnotes and comments on an actor's label are remarks about it."""
        cell = self.sheet.cell(row, column)
        notes = [
            self.speaker.legend.note(self.sheet.name, mark) for mark in marks.footnotes(self.sheet.text(row, column))[1]
        ]
        texts = [*notes, clean(cell.comment)] if cell and cell.comment else notes
        for actor in actors:
            for text in filter(None, texts):
                self.speaker.say(actor, "remark", Literal(text), row, column, original=text)
            if cell and cell.link.startswith(("http://", "https://")):
                self.speaker.say(actor, "website", Literal(cell.link), row, column, original=cell.link)

    def _named(self, number: int) -> tuple[Named, ...]:
        found = []
        for stub in self.plan.of("stub", *_JOINED):
            text = self.sheet.text(number, stub.index)
            if not text:
                continue
            label = self.speaker.legend.name(self.sheet.name, bare_label(text))
            found.append(Named(stub.role, label, stub.index))
            self.speaker.pass_over(number, stub.index, "label")
        return tuple(found)

    def _types(self, row: Row) -> None:
        said = []
        if "type" in self.within:
            said.append(self.within["type"])
        for stub in self.plan.of("stub", "type"):
            text = self.sheet.text(row.number, stub.index)
            if text:
                self.within["type"] = (bare_label(text), row.number, stub.index)
                said = [self.within["type"]]
        for actor in row.actors:
            for label, number, column in said:
                if (actor, label) not in self.typed:
                    self.typed.add((actor, label))
                    self.speaker.say(actor, "type", self.speaker.mention("type", label), number, column)

    def _offers(self, row: Row) -> None:
        """Say that the row's actors offer the row's offer; an offer without an actor is an instrument."""
        for stub in self.plan.of("stub", "offer"):
            text = self.sheet.text(row.number, stub.index)
            if not text or self.sheet.anchor(row.number, stub.index)[0] not in {row.number, stub.index}:
                continue
            details = self._footnotes(row.number, stub.index)
            within = tuple(dict.fromkeys((*row.validity, *row.within, *self.plan.within, *row.joint)))
            conditions = tuple(pair for pair in within if pair[0] not in {"offer", "actor", "type"})
            offer = self.speaker.mention("offer", text)
            for actor in row.actors:
                self.speaker.say(
                    actor,
                    "offers",
                    offer,
                    row.number,
                    stub.index,
                    conditions=conditions,
                    details=details,
                    verified=row.verified,
                )
            if not row.actors:
                instrument = self.speaker.mention("instrument", text)
                self.speaker.say(
                    instrument, "label", Literal(instrument.label), row.number, stub.index, details=details
                )
                for _, note in details:
                    self.speaker.say(instrument, "remark", Literal(note), row.number, stub.index, original=note)

    def _footnotes(self, row: int, column: int) -> Pairs:
        cell = self.sheet.cell(row, column)
        notes = [
            self.speaker.legend.note(self.sheet.name, mark) for mark in marks.footnotes(self.sheet.text(row, column))[1]
        ]
        comment = (("comment", clean(cell.comment)),) if cell and cell.comment else ()
        return (*(("footnote", note) for note in notes if note), *comment)

    def _details(self, number: int) -> Pairs:
        """Return what a row's own columns add to everything it says: the role of a member."""
        found = []
        for column in self.plan.of("value", "role"):
            text = self.sheet.text(number, column.index)
            if text and not marks.sign(text):
                found.append(("role", text))
        return tuple(found)

    def _validity(self, number: int) -> tuple[Pairs, str]:
        found: list[tuple[str, str]] = []
        verified = ""
        for column in self.plan.of(
            "value", "runsFrom", "runsUntil", "runs", "status", "lastChecked", "minAge", "maxAge"
        ):
            text = self.sheet.text(number, column.index)
            day = dates.find(text) if text else None
            if column.role == "lastChecked":
                verified = day.first if day else ""
            elif column.role in {"minAge", "maxAge"} and text.isdigit():
                found.append(("age_min" if column.role == "minAge" else "age_max", text))
            elif column.role in {"runs", "status"}:
                found += (
                    [pair for pair in restrictions.parse(text).conditions if pair[0].startswith("valid")]
                    if text
                    else []
                )
            elif day:
                found.append(("valid_from", day.first) if column.role == "runsFrom" else ("valid_until", day.last))
        return tuple(found), verified

    def _joint(self, row: Row) -> Pairs:
        """Return what a row of a long list names once: offer, group, theme and its narrowest place belong together."""
        found: dict[str, str] = {role: label for role in _JOINED for label in row.labels(role)}
        for column in self.plan.of("value", *_JOINED):
            text = self.sheet.lines(row.number, column.index)
            said = self.values.entries(column.role, text, self.values.sign(column)) if text else ()
            entries = [label for label, meaning in said if meaning is None]
            if len(entries) == 1 and not marks.sign(text):
                found[column.role] = self.speaker.legend.name(self.sheet.name, bare_label(entries[0]))
        return tuple(found.items())

    def _has_several_rows_per_actor(self) -> bool:
        stub = next((c for c in self.plan.of("stub", "actor", "sender")), None)
        if stub is None or self.plan.of("mark") or self.plan.edges:
            return False
        rows = [row for row in range(self.plan.first, self.plan.last + 1) if len(self.surface.filled(row)) > 1]
        names = [fold(self.sheet.text(row, stub.index)) for row in rows]
        counts = Counter(filter(None, names))
        return any(count > 1 for count in counts.values()) or names.count("") > 0


def _headed(speaker: Speaker, column: Column) -> tuple[Pairs, Pairs]:
    """Return conditions and details that footnotes and comments on a header give everything below it."""
    reader = CellReader(speaker.legend, speaker.sheet.name)
    if not column.header or column.form == "structure" or column.role in headers.PEOPLE:
        return (), ()
    conditions: list[tuple[str, str]] = []
    details: list[tuple[str, str]] = []
    for row in (column.header, *(row for row, _ in column.groups)):
        for mark in marks.footnotes(speaker.sheet.text(row, column.index))[1]:
            if speaker.legend.note(speaker.sheet.name, mark):
                said = reader.footnote(mark)
                conditions += said.conditions
                details += said.details
        cell = speaker.sheet.cell(row, column.index)
        if cell and cell.comment:
            details.append(("comment", clean(cell.comment)))
    return tuple(conditions), tuple(details)


def read(surface: Surface, plan: Plan, speaker: Speaker, others: Sequence[Plan] = ()) -> None:
    """Read one table; ``others`` of its sheet may be about the same actors."""
    TableReader(surface, plan, speaker, others).read()
