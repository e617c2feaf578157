"""Cells that hold values: contacts, lists of offers or groups, dates, costs, remarks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from graph.statement import Literal, Mention
from loaders.matrix import contacts, dates, headers, kinds, lists, marks, restrictions
from loaders.matrix.blocks import row_beside
from loaders.matrix.context import Row
from loaders.matrix.meaning import ERROR, OPEN, STRUCK, UNREAD, CellReader, Meaning
from loaders.matrix.names import bare_label
from loaders.matrix.plan import Column, Plan
from loaders.matrix.restrictions import Pairs
from loaders.matrix.say import KIND_OF, PREDICATE_OF, Speaker
from loaders.matrix.shapes.contact_values import MANY, people, reached_otherwise, telephone
from loaders.matrix.shapes.marks import NOBODY
from loaders.matrix.words import pattern
from ontology.text import clean, fold

_BRACKET = re.compile(r"^(?P<name>.+?)\s*[(\[](?P<rest>[^()\[\]]+)[)\]]$")
_ONLY = re.compile(r"^(?:(?:nur|ausschließlich)(?: für)?|only(?: for)?)\s+(?P<name>\S.*)$", re.IGNORECASE)
"""A group nobody else may come from: "nur Frauen" in a list of groups."""
_LONGEST = 160
_SAMPLE = 200
_PIECES = re.compile(r"\s*[,;\n]\s*")
_JOINED = re.compile(r"[/+&(]|\s(?:und|sowie|oder)\s")
_TOLD = "\0"
"""Before a sign of which a person says that it parts the entries, and no other."""
LISTED = frozenset(
    {
        "offer", "audience", "theme", "region", "receiver", "actor", "type", "fundedBy", "memberOf", "cooperatesWith",
        "coordinates", "organises",
    }
)  # fmt: skip
_FROM_THE_ENTRY = frozenset({"coordinates", "organises"})
"""Roles of columns in which stands who does it: the row is what it is done to."""
_COORDINATED = frozenset({"Project", "Network", "Board", "Event"})
_ABOUT_THE_ACTOR = frozenset({"type", "alias", "memberOf"})
_ANSWERED_NO = frozenset({"cost", "access", "status", "capacity", "openingHours", "other", "fundedBy"})
"""Roles of columns in which "nein" or "keine" is an answer; in others it says that there is nothing to say."""
_LINKED = frozenset({"website", "contactMail"})
SPOKEN = frozenset({"language", "format"})
DATED = frozenset({"lastChecked", "runsFrom", "runsUntil", "agreedOn"})

_LITERALS = frozenset({"address", "cost", "capacity", "openingHours", "status", "legalBasis", "remark", "alias"})


class Values:
    """Reads the value columns of one table."""

    def __init__(self, speaker: Speaker, plan: Plan, beside: Sequence[Plan] = ()) -> None:
        self.speaker = speaker
        self.plan = plan
        self.beside = beside
        self.reader = CellReader(speaker.legend, speaker.sheet.name)
        self.last: dict[int, str] = {}
        self.listed: dict[tuple[str, str, str], tuple[tuple[str, Meaning | None], ...]] = {}
        self.signs: dict[int, str] = {}
        self.seen: dict[str, frozenset[str]] = {}

    def text(self, row: Row, column: Column) -> str:
        """Return the cell's text if it is a value; place it where it is a sign, report it where it stays open."""
        cell = self.speaker.sheet.cell(row.number, column.index)
        text = self.speaker.sheet.lines(row.number, column.index)
        if cell is None or not text:
            linked = self._linked(row, column)
            if not linked and self._answers(row, column):
                self.speaker.report(OPEN, row.number, column.index)
            return linked
        if cell.strike or cell.kind == "error":
            self.speaker.report(STRUCK if cell.strike else ERROR, row.number, column.index)
            return ""
        if cell.link and column.role in _LINKED and not MANY[column.role](text):
            return self._linked(row, column)
        sign = "" if self.speaker.legend.resolves(self.speaker.sheet.name, text) else marks.sign(text)
        if sign == "ditto":
            return self.last.get(column.index, "")
        if sign == "open" and column.role != "status" and not _freely(column, text):
            self.speaker.report(OPEN, row.number, column.index)
            return ""
        if sign == "silent" and cell.kind != "number" and (not text.isalnum() or marks.is_void(text)):
            self.speaker.place(row.number, column.index, "negative")
            return ""
        if sign == "refused" and (marks.is_absent(text) or column.role not in _ANSWERED_NO):
            self.speaker.place(row.number, column.index, "negative")
            return ""
        self.last[column.index] = text
        return text

    def _answers(self, row: Row, column: Column) -> bool:
        """Return whether nothing but a colour of the legend stands here, as an answer: not one its whole row has."""
        sheet, legend = self.speaker.sheet, self.speaker.legend
        cell = sheet.cell(row.number, column.index)
        if cell is None or not legend.colour(cell.fill):
            return False
        stubs = (sheet.cell(row.number, stub.index) for stub in self.plan.of("stub"))
        return all(stub is None or stub.fill != cell.fill for stub in stubs)

    def _linked(self, row: Row, column: Column) -> str:
        cell = self.speaker.sheet.cell(row.number, column.index)
        return cell.link if cell and cell.link and column.role in _LINKED else ""

    def read(self, row: Row, column: Column) -> None:
        """Read one cell."""
        text = self.text(row, column)
        subjects = self._subjects(row, column)
        if not text:
            return
        if not subjects:
            self.speaker.report(NOBODY, row.number, column.index)
            return
        if column.role == "role":
            self.speaker.place(row.number, column.index, "statement")
            return
        if column.role == "coordinates" and not all(one.kind in _COORDINATED for one in subjects):
            column = replace(column, role="other")
        if column.role in LISTED:
            self._list(row, column, text, subjects)
            return
        found = list(self._literals(row, column, text))
        for predicate, value, details in found:
            for subject in subjects:
                self.speaker.say(
                    subject, predicate, Literal(value), row.number, column.index,
                    conditions=self._joint(row, column), details=(*row.details, *details), verified=row.verified,
                )  # fmt: skip
        if not found:
            self.speaker.report(UNREAD, row.number, column.index)

    def reach(self, row: Row, column: Column, text: str, actor: Mention) -> None:
        """Say how an actor is reached that another column of the row names."""
        for predicate, value, details in self._literals(row, column, text):
            self.speaker.say(actor, predicate, Literal(value), row.number, column.index, details=details)

    def _subjects(self, row: Row, column: Column) -> tuple[Mention, ...]:
        if row.actors:
            return row.actors
        named = self._named_first(row) if column.role in headers.PEOPLE else ()
        return named or tuple(self.speaker.mention("instrument", label) for label in row.labels("offer"))

    def _named_first(self, row: Row) -> tuple[Mention, ...]:
        """Return the one actor whom the first column of names gives in this row: a phone in the row is theirs."""
        first = next(iter(self.plan.of("names")), None)
        text = self.speaker.sheet.lines(row.number, first.index) if first and first.holds in {"", "actor"} else ""
        names = [label for label, said in self.entries("actor", text) if said is None] if text else []
        return (self.speaker.mention("actor", names[0]),) if len(names) == 1 and not marks.sign(names[0]) else ()

    def _joint(self, row: Row, column: Column) -> Pairs:
        """Return what must be said together with this cell: the row's offer where the actor has several rows."""
        merged = self.speaker.sheet.anchor(row.number, column.index) in self.speaker.sheet.anchors.values()
        if column.role in headers.PEOPLE and merged:
            return ()
        kind = column.role
        if kind in _ABOUT_THE_ACTOR:
            return ()
        entity = kind in headers.ENTITIES
        own = () if column.role in headers.PEOPLE and not row.several else row.joint
        joint = (*own, *((("offer", label) for label in row.labels("offer")) if row.actors else ()))
        joint = joint if entity else tuple(pair for pair in joint if pair[0] == "offer")
        within = (*row.within, *self.plan.within, *column.within) if entity or kind in LISTED else ()
        return tuple(pair for pair in dict.fromkeys((*joint, *within)) if pair[0] not in {kind, "actor", "type"})

    def _list(self, row: Row, column: Column, text: str, subjects: tuple[Mention, ...]) -> None:
        entries = self.entries(column.role, text, self.sign(column))
        if not entries:
            self.speaker.report(OPEN, row.number, column.index)
        for label, said in entries:
            if said is not None and said.outcome != "yes":
                self.speaker.report(said.code or OPEN, row.number, column.index)
                continue
            self._say_entry(row, column, label, said, subjects)

    def _say_entry(
        self, row: Row, column: Column, label: str, said: Meaning | None, subjects: tuple[Mention, ...]
    ) -> None:
        role = column.role
        thing = self._thing(row, column, label)
        predicate = PREDICATE_OF.get(role, role)
        conditions = (*self._joint(row, column), *(row.validity if role == "offer" else ()))
        for subject in subjects:
            if subject != thing:
                one, other = (thing, subject) if role in _FROM_THE_ENTRY else (subject, thing)
                self.speaker.say(
                    one, predicate, other, row.number, column.index, conditions=conditions, details=row.details,
                    meaning=said, verified=row.verified,
                )  # fmt: skip

    def _thing(self, row: Row, column: Column, label: str) -> Mention:
        """Return what an entry names; a network or board by its header or its own name."""
        if column.role == "memberOf":
            found = self.speaker.mention("memberOf", label)
            kind = kinds.body(label) or kinds.body(column.label)
            return replace(found, kind=kind if kind in {"Board", "Project"} else "Network")
        if KIND_OF[column.role] == "Actor":
            return self.speaker.actor(label, row.number, column.index)
        return self.speaker.mention(column.role, label)

    def sign(self, column: Column) -> str:
        """Return the sign that parts the entries of a column, empty where each cell tells by itself."""
        if column.split is not None:
            return f"{_TOLD}{column.split}"
        if column.index not in self.signs:
            rows = range(self.plan.first, min(self.plan.last, self.plan.first + _SAMPLE) + 1)
            texts = [text for row in rows if (text := self.speaker.sheet.lines(row, column.index))]
            self.signs[column.index] = lists.sign_of(texts, self._known(column.role))
        return self.signs[column.index]

    def entries(self, role: str, text: str, sign: str = "") -> tuple[tuple[str, Meaning | None], ...]:
        """Return the entries of a list cell with what brackets or footnotes say about each."""
        known = self.listed.get((role, text, sign))
        if known is None:
            known = self.listed[role, text, sign] = tuple(self._entries(role, text, sign))
        return known

    def _entries(self, role: str, text: str, sign: str) -> Iterator[tuple[str, Meaning | None]]:
        told = sign.startswith(_TOLD)
        for entry in lists.split(
            text, self._entry(role), plain=role == "region", sign=sign.removeprefix(_TOLD), told=told
        ):
            base, notes = marks.footnotes(entry)
            sign = marks.sign(base)
            if sign in {"open", "silent", "refused"}:
                yield base, Meaning("open", code=OPEN)
                continue
            match = _BRACKET.match(base)
            rest = match["rest"] if match and self._narrows(match["rest"]) and not kinds.ends_in_place(base) else ""
            name = match["name"] if match and rest else base
            if groups := self._alone(role, name):
                only = self.reader.words_beside(" ".join((name, *((f"; {rest}",) if rest else ()), *notes)))
                yield from ((group, _but(only)) for group in groups)
                continue
            unknown = not self._known(role)(name)
            nameless = KIND_OF.get(role) == "Actor" and not name[:1].isupper() and not name[:1].isdigit()
            if len(name) > _LONGEST or (
                unknown and (nameless or pattern("restrictions", "words", "open").search(fold(name)))
            ):
                yield name, Meaning("open", code=UNREAD)
                continue
            words = " ".join(filter(None, (rest, *notes)))
            yield name, self.reader.words_beside(words) if words else None

    def _alone(self, role: str, name: str) -> tuple[str, ...]:
        """Return the known groups beside which an entry admits no others; nothing where it is no such entry."""
        only = _ONLY.match(name) if role == "audience" and not self._known(role)(name) else None
        groups = lists.split(only["name"], self._entry(role)) if only else ()
        return groups if all(map(self._known(role), groups)) else ()

    def _narrows(self, words: str) -> bool:
        return restrictions.parse(words, kinds.named_inside).outcome != "unread"

    def _entry(self, role: str) -> Callable[[str], bool]:
        """Return whether a label is known, or stands elsewhere in the columns of its role as an entry of its own."""
        if role not in self.seen:
            rows = range(self.plan.first, min(self.plan.last, self.plan.first + _SAMPLE) + 1)
            columns = self.plan.of("value", role) if role in LISTED else ()
            texts = (self.speaker.sheet.lines(row, column.index) for column in columns for row in rows)
            pieces = (clean(piece) for text in texts for piece in lists.outside_brackets(text, _PIECES))
            self.seen[role] = frozenset(
                fold(piece) for piece in pieces if piece[:1].isupper() and not _JOINED.search(piece)
            )
        known, seen = self._known(role), self.seen[role]
        return lambda label: fold(label) in seen or known(label)

    def _known(self, role: str) -> Callable[[str], bool]:
        kind = {
            "receiver": "actor",
            "fundedBy": "actor",
            "cooperatesWith": "actor",
            "memberOf": "actor",
            "organises": "actor",
        }.get(role, role)

        def known(label: str) -> bool:
            bare = bare_label(label)
            return self.speaker.legend.resolves(self.speaker.sheet.name, bare) or kinds.known(kind, bare)

        return known

    def _literals(self, row: Row, column: Column, text: str) -> Iterator[tuple[str, str, Pairs]]:
        """Yield predicate, value and details for each value a cell holds."""
        role = column.role
        reached = role == "openingHours" and not contacts.HOURS.search(text) and contacts.looks_like(clean(text))
        if reached or (
            role in {"contact", "contactName"}
            and (contacts.MAIL.search(text) or contacts.PHONE.search(text) or role == "contact")
        ):
            found = contacts.read(text)
            yield from ((*telephone(one.predicate, one.value), (("contact", one.whose),)) for one in found)
        elif role in MANY:
            values = MANY[role](text)
            if not values:
                yield from reached_otherwise(role, text)
            whose = self._whose(row, column, len(values))
            for value, name in zip(values, whose, strict=True):
                yield role, value, (("contact", name),)
        elif role in DATED:
            day = dates.find(text)
            value = day.last if day and role == "runsUntil" else day.first if day else ""
            if value:
                yield (
                    role if role != "agreedOn" else "other",
                    value,
                    ((("column", column.label),) if role == "agreedOn" else ()),
                )
        elif role == "runs":
            held = any(one.kind == "Event" for one in row.actors)
            yield from self._day_of(text) if held else self._period(text)
        elif role == "access":
            yield self._access(column, clean(text))
        elif role in SPOKEN:
            yield from ((role, entry, ()) for entry in lists.split(text, lambda label: False, plain=role == "language"))
        elif role in _LITERALS:
            yield role, clean(text), ()
        else:
            yield "other", clean(text), (("column", column.label),)

    def _access(self, column: Column, text: str) -> tuple[str, str, Pairs]:
        """Return how to get in; yes or no answer the question the header asks."""
        if _freely(column, text):
            return "access", "open", (("note", text),)
        sign = marks.sign(text)
        asked = dict(restrictions.parse(column.label).details).get("access", "registration")
        said = {"positive": asked, "refused": "open"}.get(sign) or dict(restrictions.parse(text).details).get(
            "access", ""
        )
        return "access", said or text, (("note", f"{column.label}: {text}" if sign else text),)

    def _day_of(self, text: str) -> Iterator[tuple[str, str, Pairs]]:
        """Yield the days between which an event takes place: a single one is both."""
        day = dates.find(text)
        if day:
            yield from (("runsFrom", day.first, ()), ("runsUntil", day.last, ()))

    def _period(self, text: str) -> Iterator[tuple[str, str, Pairs]]:
        said = dict(restrictions.parse(text).conditions)
        if not said and (day := dates.find(text)):
            said = {"valid_until": day.last}
        for name, predicate in (("valid_from", "runsFrom"), ("valid_until", "runsUntil")):
            if name in said:
                yield predicate, said[name], ()

    def _whose(self, row: Row, column: Column, count: int) -> list[str]:
        """Return whose phone or mail each is: the names of the row one by one, or its only name."""
        if column.role not in {"contactPhone", "contactMail"}:
            return [""] * count
        names: list[str] = []
        for plan in (self.plan, *self.beside):
            number = row_beside(row.number, self.plan, plan)
            for other in plan.of("value", "contactName", "contact"):
                text = self.speaker.sheet.lines(number, other.index)
                names += [] if marks.sign(text) else people(text)
        if len(names) == count:
            return names
        return names * count if len(names) == 1 else [""] * count


def _freely(column: Column, text: str) -> bool:
    """Return whether a column that asks for the way in says that anybody may come; "Anmeldung: offen" leaves that open."""
    asked = column.role == "access" and pattern("restrictions", "words", "way_in").search(fold(column.label))
    return bool(asked) and bool(pattern("restrictions", "words", "freely").search(fold(clean(text))))


def _but(said: Meaning) -> Meaning:
    """Return what words add to groups they name again: that there are no others, not that these limit themselves."""
    return replace(said, conditions=tuple(pair for pair in said.conditions if pair[0] != "audience"))
