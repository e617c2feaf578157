"""Rows as people and programs may cite them: an actor, an offer, a concept, a place in a source."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal, NamedTuple, Protocol

from graph.columns import Table
from graph.view import View
from queries.index import index_of

NONE = -1


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor; ``kind`` as in the layout."""

    id: str
    label: str
    kind: str = "actor"


@dataclass(frozen=True, slots=True)
class ConceptRef:
    """A concept with its labels; English falls back to German."""

    id: str
    de: str
    en: str

    def label(self, language: str) -> str:
        """Return the label in one language."""
        return self.en if language == "en" else self.de


@dataclass(frozen=True, slots=True)
class OfferRef:
    """An offer and its type."""

    id: str
    label: str
    type: ConceptRef | None = None


@dataclass(frozen=True, slots=True)
class RegionRef:
    """A region."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class ContactRef:
    """A way to reach somebody: ``kind`` is name, phone, mail, web, address, or agreed (words of an agreement).

    ``state`` is fresh, stale or undated; empty where nobody judged it.
    """

    kind: str
    value: str
    whose: str = ""
    checked: date | None = None
    state: Literal["", "fresh", "stale", "undated"] = ""


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """Where it is said: source, cell or span, the words as read, and the keys of the statements made of it."""

    source: str
    place: str
    text: str
    statements: tuple[str, ...]
    checked: date | None = None

    def __str__(self) -> str:
        """Return ``file!Sheet!C7``."""
        return f"{self.source}!{self.place}" if self.place else self.source


class Cited(Sequence[EvidenceRef]):
    """Places in sources that are read when first looked at: of many findings most people see the first few."""

    def __init__(self, read: Callable[[], tuple[EvidenceRef, ...]]) -> None:
        self._read = read

    @cached_property
    def places(self) -> tuple[EvidenceRef, ...]:
        """The places, as a tuple."""
        return self._read()

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, at: Any) -> Any:
        return self.places[at]

    def __eq__(self, other: object) -> bool:
        """Return whether the same places are cited."""
        return isinstance(other, (Cited, tuple)) and self.places == tuple(other)

    def __hash__(self) -> int:
        """Return the hash of the places."""
        return hash(self.places)

    def __repr__(self) -> str:
        """Return the places."""
        return repr(self.places)


Said = tuple[str, str, str, int]
"""Source, place, the words as read, and the day on which they were checked."""


class References:
    """Makes references out of one view's rows; each row is read once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._actors: dict[int, ActorRef | None] = {NONE: None}
        self._offers: dict[int, OfferRef | None] = {NONE: None}
        self._concepts: dict[int, ConceptRef | None] = {NONE: None}
        self._regions: dict[int, RegionRef | None] = {NONE: None}
        self._said_at: dict[int, tuple[Said, str, tuple[int, ...]]] = {}

    @cached_property
    def _sources(self) -> Sequence[str]:
        return tuple(self._view.table("source").text("id"))

    @cached_property
    def _evidence(self) -> _Evidence:
        return _Evidence.of(self._view.table("evidence"))

    def actor(self, row: int) -> ActorRef | None:
        """Return an actor, or None for -1."""
        if row not in self._actors:
            table = self._view.table("actor")
            self._actors[row] = ActorRef(*(table.text(column)[row] for column in ("id", "label", "kind")))
        return self._actors[row]

    def offer(self, row: int) -> OfferRef | None:
        """Return an offer, or None for -1."""
        if row not in self._offers:
            table = self._view.table("offer")
            kind = self.concept(table.ints("type")[row])
            self._offers[row] = OfferRef(table.text("id")[row], table.text("label")[row], kind)
        return self._offers[row]

    def concept(self, row: int) -> ConceptRef | None:
        """Return a concept, or None for -1."""
        if row not in self._concepts:
            table = self._view.table("concept")
            concept_id, german, english = (table.text(name)[row] for name in ("id", "label_de", "label_en"))
            self._concepts[row] = ConceptRef(
                concept_id, german or english or concept_id, english or german or concept_id
            )
        return self._concepts[row]

    def concepts(self, rows: Iterable[int]) -> tuple[ConceptRef, ...]:
        """Return several concepts, sorted by id."""
        found = (self.concept(row) for row in rows)
        return tuple(sorted((one for one in found if one), key=lambda one: one.id))

    def region(self, row: int) -> RegionRef | None:
        """Return a region, or None for -1."""
        if row not in self._regions:
            table = self._view.table("region")
            self._regions[row] = RegionRef(table.text("id")[row], table.text("label")[row])
        return self._regions[row]

    def contacts(self, actor: int) -> tuple[ContactRef, ...]:
        """Return the contacts of an actor: whom to ask for, then how to reach them; each once."""
        if actor < 0:
            return ()
        table = self._view.table("contact")
        found = (
            ContactRef(
                table.text("kind")[row],
                table.text("value")[row],
                table.text("whose")[row],
                day(table.ints("checked")[row]),
            )
            for row in index_of(self._view).contacts_of[actor]
        )
        return tuple(sorted(set(found), key=_in_order_of_use))

    def cited(self, rows: Callable[[], Iterable[int]]) -> Cited:
        """Return `evidence` that is read when first looked at."""
        return Cited(lambda: self.evidence(rows()))

    def evidence(self, rows: Iterable[int], about: Collection[int] = ()) -> tuple[EvidenceRef, ...]:
        """Return places in sources, each once, in the order of source and place.

        Args:
            about: concepts; places whose statement names one of them come first, then those that name any
                (a group, a theme), then what only describes (hours, languages).
        """
        wanted = frozenset(about)
        keys: dict[Said, set[str]] = {}
        beside: dict[Said, int] = {}
        for row in rows:
            key, statement, named = self._said(row)
            keys.setdefault(key, set()).add(statement)
            distance = 2 if not named else 1 if wanted.isdisjoint(named) else 0
            beside[key] = min(beside.get(key, distance), distance)
        return tuple(
            EvidenceRef(*key[:3], tuple(sorted(keys[key])), day(key[3]))
            for key in sorted(keys, key=lambda key: (beside[key], key))
        )

    def _said(self, row: int) -> tuple[Said, str, tuple[int, ...]]:
        """Return where and what a row of evidence says, the key of its statement, and the concepts it names."""
        found = self._said_at.get(row)
        if found is None:
            read = self._evidence
            source = read.sources[row]
            key = (
                self._sources[source] if source >= 0 else "",
                read.places[row],
                read.originals[row],
                read.checked[row],
            )
            found = self._said_at[row] = (key, read.statements[row], tuple(read.about[row]))
        return found


class _Evidence(NamedTuple):
    """The columns of places in sources: an answer cites dozens."""

    sources: Sequence[int]
    places: Sequence[str]
    originals: Sequence[str]
    checked: Sequence[int]
    statements: Sequence[str]
    about: Sequence[Sequence[int]]

    @classmethod
    def of(cls, table: Table) -> _Evidence:
        """Return the columns of a table."""
        text, number = table.text, table.ints
        return cls(
            number("source"),
            text("place"),
            text("original"),
            number("checked"),
            text("statement"),
            table.lists("about"),
        )


class Identified(Protocol):
    """Anything cited by an id."""

    @property
    def id(self) -> str:
        """The id."""


def id_of(part: Identified | None) -> str:
    """Return the id of a part, empty where there is none."""
    return part.id if part else ""


CONTACT_KINDS = ("name", "phone", "mail", "web", "address")


def _in_order_of_use(contact: ContactRef) -> tuple[int, str, str, str]:
    known = contact.kind in CONTACT_KINDS
    place = CONTACT_KINDS.index(contact.kind) if known else len(CONTACT_KINDS)
    return place, contact.value, contact.whose, str(contact.checked)


def day(ordinal: int) -> date | None:
    """Return the day an ordinal stands for, or None."""
    return date.fromordinal(ordinal) if ordinal > 0 else None
