"""The data-protection officer's question: which names, numbers and addresses are stored, and where do they stand?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from graph.view import View
from ontology.text import fold
from queries.cells import standing
from queries.freshness import TRUSTED, Freshness, Limits, freshness
from queries.names import names_of
from queries.phrases import phrase
from queries.references import ActorRef, EvidenceRef, References
from queries.tabled import Tabled

COLUMNS = ("actor", "contact_kind", "value", "whose", "standing", "evidence")


@dataclass(frozen=True, slots=True)
class StoredContact:
    """One way to reach an actor: ``kind`` is name, phone, mail, web or address; ``whose`` in the words of the source."""

    actor: ActorRef
    kind: str
    value: str
    whose: str
    freshness: Freshness
    evidence: tuple[EvidenceRef, ...]


@dataclass(frozen=True, slots=True)
class StoredContactsAnswer(Tabled):
    """The answer, by actor."""

    headings: ClassVar[tuple[str, ...]] = COLUMNS
    day: date
    contacts: tuple[StoredContact, ...]

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per contact."""
        return [
            {
                "actor": contact.actor.label,
                "contact_kind": phrase("contact_kinds", contact.kind, language),
                "value": contact.value,
                "whose": contact.whose,
                "standing": standing(contact.freshness, language),
                "evidence": "; ".join(map(str, contact.evidence)),
            }
            for contact in self.contacts
        ]


@dataclass(frozen=True, slots=True)
class StoredContacts:
    """The question.

    Args:
        actor: by id, name or alias; empty for all.
        text: only contacts that hold these words, in any case.
        kind: only names, phones, mails ...; empty for all.
    """

    actor: str = ""
    text: str = ""
    kind: str = ""
    day: date | None = None
    limits: Limits = TRUSTED

    def answer(self, view: View) -> StoredContactsAnswer:
        """Return the contacts.

        Raises:
            QuestionError: for an actor nobody knows.
        """
        day = self.day or date.today()
        found = sorted(self._found(view, day), key=lambda one: (one.actor.id, one.kind, one.value, one.whose))
        return StoredContactsAnswer(day, tuple(found))

    def _found(self, view: View, day: date) -> Iterator[StoredContact]:
        table, refer, wanted = view.table("contact"), References(view), fold(self.text)
        only = names_of(view).actor(self.actor) if self.actor else None
        actors, kinds, values, whose = (
            table.ints("actor"), table.text("kind"), table.text("value"), table.text("whose"),
        )  # fmt: skip
        for row in table:
            actor = refer.actor(actors[row])
            if actor is None or only not in (None, actors[row]) or self.kind not in ("", kinds[row]):
                continue
            if wanted in fold(values[row]) or wanted in fold(whose[row]):
                fresh = freshness(table.ints("checked")[row], day.toordinal(), self.limits.contact)
                said = refer.evidence(table.lists("evidence")[row])
                yield StoredContact(actor, kinds[row], values[row], whose[row], fresh, said)
