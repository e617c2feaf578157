"""Cells that hold names: who does what where, or which offers an actor has for a group or place."""

from __future__ import annotations

import re

from graph.statement import Mention
from loaders.grid import GridCell
from loaders.matrix import kinds, lists, marks, restrictions
from loaders.matrix.context import Named, Row
from loaders.matrix.meaning import OPEN, CellReader
from loaders.matrix.names import bare_label
from loaders.matrix.plan import Column, Plan
from loaders.matrix.restrictions import Pairs
from loaders.matrix.say import Speaker
from loaders.matrix.shapes.assertions import of_actor
from loaders.matrix.words import pattern
from ontology.text import clean, fold

_BRACKET = re.compile(r"^(?P<name>.+?)\s*[(\[](?P<rest>[^()\[\]]+)[)\]]\s*$")
_COLON = re.compile(r"^(?P<name>[^:]+):\s*(?P<rest>.+)$")
_COMMAS = re.compile(r"\s*[,;\n]\s*|\s+[/&+]\s+")
_AND = re.compile(r"\s+(?:und|sowie|oder)\s+|\s*[,;\n]\s*")
_SAMPLE = 200


def _bare(text: str) -> str:
    """Return a name without what stands in brackets behind it."""
    match = _BRACKET.match(marks.footnotes(text)[0])
    return bare_label(match["name"] if match else text)


class Names:
    """Reads the cells of one table in which actors or offers are named."""

    def __init__(self, speaker: Speaker, plan: Plan, headed: dict[int, tuple[Pairs, Pairs]]) -> None:
        self.speaker = speaker
        self.plan = plan
        self.reader = CellReader(speaker.legend, speaker.sheet.name)
        self.headed = headed
        self.last: dict[int, list[tuple[str, str]]] = {}
        self.alone = self._alone()

    def _alone(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the names that stand alone in a cell, and those that stand between commas or alone.

        What joins two of the former, or by "und" two of the latter, is a list, however much it sounds like one name.
        """
        sheet, rows = self.speaker.sheet, range(self.plan.first, min(self.plan.last, self.plan.first + _SAMPLE) + 1)
        columns = self.plan.of("names")
        cells = [text for column in columns for row in rows if (text := sheet.lines(row, column.index))]
        parts = (part for text in cells for part in lists.outside_brackets(text, _COMMAS))
        return frozenset(fold(_bare(text)) for text in cells), frozenset(fold(_bare(part)) for part in parts)

    def read(self, row: Row, column: Column) -> None:
        """Read one cell."""
        cell = self.speaker.sheet.cell(row.number, column.index)
        text = self.speaker.sheet.lines(row.number, column.index)
        if cell is None or not text:
            if cell and not self._shares(row, cell) and self.speaker.legend.colour(cell.fill):
                self.speaker.report(OPEN, row.number, column.index)  # a colour names nobody
            return
        sign = marks.sign(text)
        if sign in {"silent", "refused"} and not self.speaker.legend.resolves(self.speaker.sheet.name, text):
            self.speaker.place(row.number, column.index, "negative")
            return
        kind = column.holds or "actor"
        entries = self.last.get(column.index, []) if sign == "ditto" else self._entries(text, kind, column.split)
        if cell.strike or cell.kind == "error" or not entries:
            self.speaker.report(OPEN, row.number, column.index)
            return
        self.last[column.index] = entries
        for name, rest in entries:
            self._say(row, column, name, rest)

    def _shares(self, row: Row, cell: GridCell) -> bool:
        """Return whether the whole row has the colour of a cell."""
        labels = (self.speaker.sheet.cell(row.number, stub.index) for stub in self.plan.of("stub"))
        return any(label is not None and label.fill == cell.fill for label in labels)

    def _entries(self, text: str, kind: str, sign: str | None = None) -> list[tuple[str, str]]:
        """Return names with what is said about each, nothing if any part is no name."""
        found = []
        told = sign is not None
        for entry in lists.split(text, lambda part: self._known(part, kind), sign=sign or "", told=told):
            base, notes = marks.footnotes(entry)
            name, rest = self._apart(base, kind)
            if not (told or self._is_name(name, kind)):
                return []
            found.append((name, " ".join(filter(None, (rest, *notes)))))
        return found

    def _apart(self, text: str, kind: str) -> tuple[str, str]:
        """Return a name and the words in brackets or after a colon that narrow it."""
        match = _BRACKET.match(text)
        if match and (kinds.is_tag(match["rest"]) or kinds.belongs(match["rest"]) or kinds.ends_in_place(text)):
            return text, ""
        if match and (not self._known(text, kind) or self._says_more(match["name"], match["rest"], kind)):
            return match["name"], match["rest"]
        if match is None and not self._known(text, kind):
            match = _COLON.match(text)
        return (match["name"], match["rest"]) if match and not self._known(text, kind) else (text, "")

    def _says_more(self, name: str, rest: str, kind: str) -> bool:
        """Return whether brackets narrow what a name does, rather than being part of the name."""
        return self._known(name, kind) or restrictions.parse(rest).outcome != "unread"

    def _known(self, text: str, kind: str) -> bool:
        parts = [bare_label(part) for part in text.split(",")]
        if len(parts) > 1 and all(self._resolves(part) or kinds.known(kind, part) for part in parts):
            return False  # a list, also of names that only the legend explains
        for apart, seen in zip((_COMMAS, _AND), self.alone, strict=True):
            joined = [fold(_bare(part)) for part in lists.outside_brackets(text, apart)]
            if len(joined) > 1 and seen.issuperset(joined):
                return False
        return self.speaker.legend.resolves(self.speaker.sheet.name, bare_label(text)) or kinds.known(
            kind, bare_label(text)
        )

    def _resolves(self, label: str) -> bool:
        return self.speaker.legend.resolves(self.speaker.sheet.name, label)

    def _is_name(self, text: str, kind: str) -> bool:
        """Return whether an entry can be a name: a known one, or a short capitalised text that opens no question."""
        if self._known(text, kind):
            return True
        words = clean(text).split()
        return (
            bool(words)
            and len(words) <= 7
            and text[:1].isupper()
            and not pattern("restrictions", "words", "open").search(fold(text))
        )

    def _say(self, row: Row, column: Column, name: str, rest: str) -> None:
        speaker = self.speaker
        said = self.reader.words_beside(rest) if rest else None
        named = row.named if column.role == "actor" else (*row.named, Named(column.role, column.label, column.index))
        if column.holds in {"", "actor"}:
            actors: tuple[Mention, ...] = (speaker.actor(name, row.number, column.index),)
        else:
            actors = row.actors
            named = (
                *named,
                Named(column.holds, speaker.legend.name(speaker.sheet.name, bare_label(name)), column.index),
            )
        if said is not None and said.outcome != "yes":
            speaker.report(said.code or OPEN, row.number, column.index)
            return
        within = tuple(
            dict.fromkeys(
                (*row.within, *self.plan.within, *column.within, *row.validity, *self.headed[column.index][0])
            )
        )
        for actor in actors:
            for one in of_actor(speaker, named, actor, within):
                speaker.say(
                    one.subject, one.predicate, one.said, row.number, column.index, conditions=one.conditions,
                    details=(*row.details, *self.headed[column.index][1]), meaning=said, verified=row.verified,
                )  # fmt: skip
