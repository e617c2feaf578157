"""Rows of the sheet of actors: each actor with what its source says of it without conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.statement import Literal, Mention, Statement
from loaders.template.cells import join, join_pairs
from loaders.template.rows.actor import CONTACTS, LABELS, SEVERAL, TEXTS
from loaders.template.words import word
from verweisnetz.workbook.book import Row
from verweisnetz.workbook.drafts.draft import Draft, filled
from verweisnetz.workbook.drafts.shown import Shown, is_plain

_ROLES = {
    "contactName": "contact",  # first: phones and mail addresses look for the row of their contact
    **{predicate: role for role, predicate in CONTACTS.items()},
    **{predicate: role for role, predicate in TEXTS.items()},
    **{predicate: role for role, (predicate, _) in LABELS.items()},
    **{predicate: role for role, predicate in SEVERAL.items()},
    "website": "website",
    "lastChecked": "checked",
}
_ORDER = tuple(_ROLES)


def actors(statements: Sequence[Statement], shown: Shown) -> Iterator[Draft]:
    """Yield the rows of all actors, each beginning with the row that names it."""
    labels: dict[Mention, Statement] = {}
    plain: dict[Mention, list[Statement]] = {}
    for said in statements:
        if said.subject in shown.listed and is_plain(said):
            if said.predicate == "label":
                labels[said.subject] = said
            elif said.predicate in _ROLES:
                plain.setdefault(said.subject, []).append(said)
    for mention, label in labels.items():
        rows = _Rows(label, sorted(plain.get(mention, ()), key=lambda one: _ORDER.index(one.predicate)))
        yield from rows.drafts(mention, shown)


@dataclass(slots=True)
class _Row:
    """One row of an actor; all it says was vouched for on one day."""

    day: str
    cells: dict[str, list[str]] = field(default_factory=dict)
    says: list[Statement] = field(default_factory=list)

    @property
    def contact(self) -> str:
        return next(iter(self.cells.get("contact", ())), "")

    def put(self, role: str, value: str, said: Statement) -> None:
        self.cells.setdefault(role, []).append(value)
        self.says.append(said)


class _Rows:
    """The rows of one actor: one per day it was vouched for, further ones for further contacts and texts.

    A day on which it was checked by its own word vouches for a row, not for the actor's name; any other day for both.
    """

    def __init__(self, label: Statement, statements: Sequence[Statement]) -> None:
        self.label = label
        self.checked = {said.last_verified: said for said in statements if _checks(said)}
        self.rows = [_Row(min(self.checked, default=label.last_verified), says=[label])]
        for said in statements:
            self.add(said)
        for day, said in self.checked.items():
            for row in [row for row in self.rows if row.day == day] or [self._new(day)]:
                row.says.append(said)

    def drafts(self, mention: Mention, shown: Shown) -> Iterator[Draft]:
        """Yield the rows as they are written."""
        name = shown.listed[mention]
        for number, row in enumerate(self.rows):
            texts = {role: values[0] if role in TEXTS else join(values) for role, values in row.cells.items()}
            checked = row.day if row.day in self.checked else ""
            cells: Row = {
                "actor": name,
                **texts,
                "entry": "" if mention.kind == "Actor" else word("kinds", mention.kind, shown.language),
                "checked": checked,
                "own_name": "" if name == mention.label else mention.label,
                "scope": mention.scope,
                "details": "" if number else join_pairs(self.label.details, shown.language),
                "since": self.label.last_verified if not number else "" if checked else row.day,
            }
            yield Draft("actors", filled(cells), row.says)

    def _new(self, day: str) -> _Row:
        self.rows.append(_Row(day))
        return self.rows[-1]

    def add(self, said: Statement) -> None:
        """Put a statement where a reader finds it again; one that fits nowhere is left for another sheet."""
        role, value = (
            _ROLES[said.predicate],
            said.object.value if isinstance(said.object, Literal) else said.object.label,
        )
        if said.last_verified not in self.checked and said.last_verified > self.label.last_verified:
            return
        if role in CONTACTS:
            self._reach(role, value, said)
        elif not said.details and role != "checked":
            (self._free(role, said) or self._new(said.last_verified)).put(role, value, said)

    def _reach(self, role: str, value: str, said: Statement) -> None:
        whose = said.detail("contact")
        if len(said.details) != len(whose) or len(whose) > 1:
            return
        contact = next(iter(whose), "")
        row = next((row for row in self._of(said) if row.contact == contact), None)
        if row is None and not contact:
            row = self._new(said.last_verified)
        if row is not None:
            row.put(role, value, said)

    def _free(self, role: str, said: Statement) -> _Row | None:
        several = role not in TEXTS
        taken = ("contact", *CONTACTS) if role == "contact" else (role,)
        return next((row for row in self._of(said) if several or not any(one in row.cells for one in taken)), None)

    def _of(self, said: Statement) -> list[_Row]:
        return [row for row in self.rows if row.day == said.last_verified]


def _checks(said: Statement) -> bool:
    """Return whether a statement says that the actor was checked on the day it vouches for itself."""
    day = said.object.value if isinstance(said.object, Literal) else ""
    return said.predicate == "lastChecked" and not said.details and bool(day) and day == said.last_verified
