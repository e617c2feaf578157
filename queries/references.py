"""Rows as people and programs may cite them: an actor, an offer, a concept, a place in a source."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Literal, NamedTuple, Protocol

from graph.columns import Table
from graph.view import View
from queries.index import index_of
from queries.per_view import per_view

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

KEPT = 1 << 14
"""So many references of a kind are kept, those last used: a view answers thousands of questions about the same actors."""


@per_view
def references_of(view: View) -> References:
    """Return the references of a view, made once and kept as long as the view."""
    return References(view)


class References:
    """Makes references out of one view's rows, the same for whoever asks; those last used are kept."""

    def __init__(self, view: View) -> None:
        # Tables only, no view: references that held their own key would never be let go.
        table, kept = view.table, lru_cache(maxsize=KEPT)
        self._contacts_of = index_of(view).contacts_of
        self._actors, self._offers, self._concepts = table("actor"), table("offer"), table("concept")
        self._regions, self._contacts, self._sources = table("region"), table("contact"), table("source").text("id")
        self._evidence_table = table("evidence")
        self.actor: Callable[[int], ActorRef | None] = kept(self._actor)
        """Return an actor, or None for -1."""
        self.offer: Callable[[int], OfferRef | None] = kept(self._offer)
        """Return an offer, or None for -1."""
        self.concept: Callable[[int], ConceptRef | None] = kept(self._concept)
        """Return a concept, or None for -1."""
        self.region: Callable[[int], RegionRef | None] = kept(self._region)
        """Return a region, or None for -1."""
        self.contacts: Callable[[int], tuple[ContactRef, ...]] = kept(self._contacts_in_order)
        """Return the contacts of an actor: whom to ask for, then how to reach them; each once."""
        self._place: Callable[[int], _Place] = kept(self._read_place)

    def _actor(self, row: int) -> ActorRef | None:
        if row == NONE:
            return None
        text = self._actors.text
        return ActorRef(text("id")[row], text("label")[row], text("kind")[row])

    def _offer(self, row: int) -> OfferRef | None:
        if row == NONE:
            return None
        table = self._offers
        return OfferRef(table.text("id")[row], table.text("label")[row], self.concept(table.ints("type")[row]))

    def _concept(self, row: int) -> ConceptRef | None:
        if row == NONE:
            return None
        concept_id, german, english = (self._concepts.text(name)[row] for name in ("id", "label_de", "label_en"))
        return ConceptRef(concept_id, german or english or concept_id, english or german or concept_id)

    def concepts(self, rows: Iterable[int]) -> tuple[ConceptRef, ...]:
        """Return several concepts, sorted by id."""
        found = (self.concept(row) for row in rows)
        return tuple(sorted((one for one in found if one), key=lambda one: one.id))

    def _region(self, row: int) -> RegionRef | None:
        if row == NONE:
            return None
        return RegionRef(self._regions.text("id")[row], self._regions.text("label")[row])

    def _contacts_in_order(self, actor: int) -> tuple[ContactRef, ...]:
        if actor < 0:
            return ()
        table = self._contacts
        found = (
            ContactRef(
                table.text("kind")[row],
                table.text("value")[row],
                table.text("whose")[row],
                day(table.ints("checked")[row]),
            )
            for row in self._contacts_of[actor]
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
        found: dict[Said, tuple[int, Said, EvidenceRef]] = {}
        for row in rows:
            said, place, named = self._place(row)
            distance = 2 if not named else int(wanted.isdisjoint(named))
            known = found.get(said)
            if known is not None:
                distance, place = min(distance, known[0]), _united(known[2], place)
            found[said] = distance, said, place
        return tuple(place for _, _, place in sorted(found.values(), key=_by_place))

    @cached_property
    def _evidence(self) -> _Evidence:
        return _Evidence.of(self._evidence_table)

    def _read_place(self, row: int) -> _Place:
        """Return where and what a row of evidence says, and the concepts its statement names."""
        read = self._evidence
        source = read.sources[row]
        key = (self._sources[source] if source >= 0 else "", read.places[row], read.originals[row], read.checked[row])
        place = EvidenceRef(*key[:3], (read.statements[row],), day(key[3]))
        return _Place(key, place, tuple(read.about[row]))


class _Place(NamedTuple):
    """A place in a source, as its row says it; ``named``: the concepts its statement names."""

    said: Said
    place: EvidenceRef
    named: tuple[int, ...]


def _by_place(found: tuple[int, Said, EvidenceRef]) -> tuple[int, Said]:
    return found[:2]


def _united(one: EvidenceRef, other: EvidenceRef) -> EvidenceRef:
    """Return one place with the statements of both."""
    return EvidenceRef(
        one.source, one.place, one.text, tuple(sorted({*one.statements, *other.statements})), one.checked
    )


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
