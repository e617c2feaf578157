"""Edge lists: every row is one referral, its other columns say how it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from loaders.matrix import dates, headers, lists, restrictions
from loaders.matrix.context import Row
from loaders.matrix.meaning import OPEN, Meaning
from loaders.matrix.plan import Column, Plan
from loaders.matrix.restrictions import Pairs
from loaders.matrix.say import Speaker, limit_to_group
from loaders.matrix.shapes.marks import NOBODY
from loaders.matrix.shapes.values import Values
from ontology.text import clean, fold

_CONDITIONS = frozenset({"offer", "audience", "theme", "region"})
_DETAIL = {
    "contactName": "contact", "contact": "contact", "contactPhone": "contact", "contactMail": "contact", "remark": "note",
    "feedback": "feedback", "agreement": "agreement", "capacity": "capacity", "cost": "cost", "format": "format",
    "costBearer": "cost_bearer", "followUp": "follow_up", "openingHours": "hours", "access": "access", "language": "language", "status": "status",
}  # fmt: skip


class Edges:
    """Reads the rows of one edge list."""

    def __init__(self, speaker: Speaker, plan: Plan) -> None:
        self.speaker = speaker
        self.plan = plan
        self.values = Values(speaker, plan)
        self.receiver = next(c for c in plan.columns if c.role == "receiver" and c.form != "structure")

    def read(self, row: Row) -> None:
        """Read one row."""
        text = self.values.text(row, self.receiver)
        said: list[Sequence[tuple[Pairs, Pairs]]] = []
        described: list[Column] = []
        reached: list[tuple[Column, str]] = []
        for column in self.plan.of("value"):
            if column is not self.receiver and (value := self.values.text(row, column)):
                said.append(self._says(column, value))
                described.append(column)
                if column.role in headers.PEOPLE:
                    reached.append((column, value))
        entries = self.values.entries("receiver", text) if text else ()
        referred = False
        for (label, meaning), parts in product(entries, list(product(*said))):
            conditions, how = (tuple(pair for part in parts for pair in part[side]) for side in (0, 1))
            referred = self._refer(row, label, meaning, conditions, how) or referred
        for column in described:  # what describes a referral that nobody makes has been read by nobody
            if referred:
                self.speaker.place(row.number, column.index, "statement")
            else:
                self.speaker.report(NOBODY, row.number, column.index)
        if (
            len(entries) == 1 and entries[0][1] is None
        ):  # a contact in a list of referrals is that of the one who receives
            receiver = self.speaker.mention("actor", entries[0][0])
            for column, value in reached:
                self.values.reach(row, column, value, receiver)

    def _refer(self, row: Row, label: str, meaning: Meaning | None, said: Pairs, how: Pairs) -> bool:
        """Say that a row's actors refer to somebody; return whether anybody does."""
        at = self.receiver.index
        if meaning is not None and meaning.outcome != "yes":
            self.speaker.report(meaning.code, row.number, at)
            return False
        if (
            self.speaker.mention("actor", label) in row.actors
        ):  # nobody refers to themselves: the cell means something else
            self.speaker.report(OPEN, row.number, at)
            return False
        receiver = self.speaker.actor(label, row.number, at)
        for sender in row.actors:
            one, other = (receiver, sender) if self.plan.towards == "row" else (sender, receiver)
            self.speaker.say(
                one, "refersTo", other, row.number, at, conditions=(*said, *row.within, *self.plan.within, *row.validity),
                details=(*how, *row.details), meaning=meaning, verified=row.verified,
            )  # fmt: skip
        return bool(row.actors)

    def _says(self, column: Column, value: str) -> Sequence[tuple[Pairs, Pairs]]:
        """Return conditions and details that one column adds to a referral; several where it says several things."""
        role, text = column.role, clean(value)
        if role in _CONDITIONS:
            return self._narrowed(role, value)
        if role == "runsFrom" and fold(column.label).startswith(("seit", "besteht seit")) and (day := dates.iso(text)):
            return (((("valid_from", day),), (("agreed_on", day),)),)  # since when they do so is when they agreed
        if role in _SPECIAL:
            return (_SPECIAL[role](self.speaker.legend.sign(self.speaker.sheet.name, text) or text),)
        if role in _DETAIL:
            entries = lists.split(value, lambda _: False) if role == "language" else (text,)
            return (((), tuple((_DETAIL[role], one) for one in entries)),)
        return (((), (("column", f"{column.label}: {text}"),)),)

    def _narrowed(self, role: str, value: str) -> Sequence[tuple[Pairs, Pairs]]:
        """Return the entries of a cell: those without a limit together, each with one ("Ältere (Ü55)") apart."""
        plain: list[tuple[str, str]] = []
        limited: list[tuple[Pairs, Pairs]] = []
        for label, meaning in self.values.entries(role, value):
            pair = (role, self.speaker.legend.name(self.speaker.sheet.name, label))
            if meaning is None or meaning.outcome != "yes":
                plain.append(pair)
                continue
            limits = map(limit_to_group, meaning.conditions) if role == "audience" else meaning.conditions
            limited.append(((pair, *limits), meaning.details))
        return (*(((tuple(plain), ()),) if plain else ()), *limited)


def _mode(text: str) -> tuple[Pairs, Pairs]:
    handover = restrictions.handover(text)
    return (), (("mode", text), *((("handover", handover),) if handover else ()))


def _responsibility(text: str) -> tuple[Pairs, Pairs]:
    return (), (("responsibility", restrictions.responsibility(text) or text),)


def _agreed(text: str) -> tuple[Pairs, Pairs]:
    return (), (("agreed_on", dates.iso(text) or text),)


def _day(name: str, text: str) -> tuple[Pairs, Pairs]:
    day = dates.iso(text)
    return ((name, day),) if day else (), () if day else (("note", text),)


_SPECIAL: dict[str, Callable[[str], tuple[Pairs, Pairs]]] = {
    "occasion": lambda text: ((("occasion", text),), ()),
    "mode": _mode,
    "responsibility": _responsibility,
    "agreedOn": _agreed,
    "legalBasis": lambda text: (restrictions.parse(text).conditions or (("legal_basis", text),), ()),
    "lastChecked": lambda text: ((), (("checked", dates.iso(text) or text),)),
    "runsFrom": lambda text: _day("valid_from", text),
    "runsUntil": lambda text: _day("valid_until", text),
}
