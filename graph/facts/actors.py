"""The actors: what they are, where they work, who leads to them, how to reach them, where they take part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.facts.corpus import NOBODY, Corpus
from graph.facts.literals import Values, best, rows, text
from graph.facts.meaning import Meaning
from graph.facts.offers import literal
from graph.facts.places import Places
from graph.facts.settle import Claim, Conflict, settle
from graph.statement import ANY, Mention, Statement
from ontology.text import clean

CONTACTS = {
    "contactName": "name", "contactPhone": "phone", "contactMail": "mail", "website": "web", "address": "address",
}  # fmt: skip

ROLES = {
    "memberOf": "member", "coordinates": "coordinator", "organises": "organiser", "fundedBy": "funder",
    "cooperatesWith": "partner", "partOf": "part", "participatesIn": "participant", "affiliatedWith": "affiliate",
    "unitOf": "unit", "locatedIn": "venue",
}  # fmt: skip
"""Predicates between two actors that make a membership, and its role where no detail says another."""

_OF_OBJECT = frozenset({"fundedBy", "locatedIn"})
"""Predicates whose object takes part in the subject: who pays, who has the rooms."""

_LEADING = ("coordinator", "organiser", "office", "carrier", "lead", "chair")
"""Roles through which a project, event or network is reached, the first one first."""

_DESCRIBING = frozenset(
    {
        "type",
        "label",
        "inRegion",
        "locatedIn",
        "status",
        "remark",
        "runsFrom",
        "runsUntil",
        "unitOf",
        "lastChecked",
        "legalBasis",
    }
)


@dataclass(slots=True)
class Actor:
    """An actor before it has a row."""

    id: str
    types: set[str] = field(default_factory=set)
    unit_of: str = ""
    regions: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    reached_by: str = ""
    runs_from: int = -1
    runs_until: int = -1
    remarks: list[tuple[str, int]] = field(default_factory=list)
    dates: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    mentioned: int = -1


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """Member, body and role."""

    member: str
    body: str
    role: str


@dataclass(frozen=True, slots=True, order=True)
class Contact:
    """One way to reach an actor."""

    actor: str
    kind: str
    value: str
    whose: str


class Actors:
    """Gathers actors, memberships and contacts of a corpus."""

    def __init__(self, corpus: Corpus, meaning: Meaning, places: Places) -> None:
        self._corpus = corpus
        self._meaning = meaning
        self._places = places
        self._entities = corpus.links.entities
        self.known: dict[str, Actor] = {}
        self.contacts: dict[Contact, list[int]] = {}
        self.memberships: dict[Membership, list[int]] = {}
        self.conflicts: list[Conflict] = []

    def gather(self) -> None:
        """Read everything the corpus says about actors themselves."""
        said: list[tuple[Membership, int, Statement]] = []
        subjects, objects, known = self._corpus.subjects, self._corpus.objects, self.known
        for row, statement in self._corpus:
            predicate, subject, other = statement.predicate, subjects[row], objects[row]
            if predicate == "alias":
                continue
            for party in (subject, other):
                if party not in known and party != NOBODY:
                    known[party] = Actor(party, mentioned=row)
            if subject == NOBODY:
                continue
            if predicate in ROLES and other not in (NOBODY, subject):
                said.append((self._membership(statement, subject, other), row, statement))
            elif predicate in CONTACTS:
                self._contact(subject, row, statement)
            if statement.detail("rhythm"):
                self._rhythm(subject if predicate == "partOf" else other, row, statement)
            if predicate in _DESCRIBING and not statement.condition("offer") and statement.polarity != "no":
                self._described(self.known[subject], row, statement)
        self._take_part(said)
        for actor in self.known.values():
            self._complete(actor)

    def _described(self, actor: Actor, row: int, statement: Statement) -> None:
        actor.rows.append(row)
        predicate, target = statement.predicate, statement.object
        if predicate == "type" and isinstance(target, Mention):
            actor.types.update(self._corpus.links.concept("ActorType", statement.source, target.scope, target.label))
        elif predicate == "inRegion" and isinstance(target, Mention):
            actor.regions.update(self._meaning.regions(statement, target.label, actor.id))
        elif predicate == "locatedIn" and isinstance(target, Mention):
            actor.places.update(self._places_of(statement, target, actor))
        elif predicate in ("remark", "status", "legalBasis"):
            actor.remarks.append((clean(literal(statement)), row))
        elif predicate in ("runsFrom", "runsUntil"):
            actor.dates.setdefault(predicate, []).append((literal(statement), row))

    def _rhythm(self, body: str, row: int, statement: Statement) -> None:
        """Note how often a body meets, which a text says beside who leads it or what it is part of."""
        if body in self.known and statement.polarity != "no":
            self.known[body].remarks += [(clean(words), row) for words in statement.detail("rhythm")]
            self.known[body].rows.append(row)

    def _places_of(self, statement: Statement, target: Mention, actor: Actor) -> tuple[str, ...]:
        """Return where something takes place: in a region, or where the actor is in whose rooms it does."""
        if target.kind == "Region":
            return self._meaning.regions(statement, target.label, actor.id)
        venue = self._corpus.links.entity(statement.source, target)
        return self._entities[venue].places if venue else ()

    def _contact(self, actor: str, row: int, statement: Statement) -> None:
        kind, value = CONTACTS[statement.predicate], clean(literal(statement))
        offers = [label for label in statement.condition("offer") if label != ANY]
        whose = "; ".join(statement.detail("contact") or offers)
        if value and statement.polarity != "no":
            self.contacts.setdefault(Contact(actor, kind, value, whose if whose != value else ""), []).append(row)
            if kind == "address":
                near = self._entities[actor].places
                region = self._places.gazetteer.get(near[0]) if near else None
                found = self._places.gazetteer.find_all_in(value, near=region)
                self.known[actor].places.update(place.id for place in found if place.kind in ("municipality", "city"))

    def _membership(self, statement: Statement, subject: str, other: str) -> Membership:
        role = ROLES[statement.predicate]
        for value in statement.detail("role"):
            found = self._meaning.vocabulary.scheme("role").find(value)
            role = found.id.partition("/")[2] if found else clean(value)
        if statement.predicate in _OF_OBJECT:
            return Membership(other, subject, role)
        return Membership(subject, other, role)

    def _take_part(self, said: list[tuple[Membership, int, Statement]]) -> None:
        claims = [
            Claim(key, statement.polarity, row, (key.member, key.body), self._what(key)) for key, row, statement in said
        ]
        lost, self.conflicts = settle(claims, self._corpus)
        for key, row, statement in said:
            if row not in lost and statement.polarity != "no":
                self.memberships.setdefault(key, []).append(row)
        units = sorted(key for key in self.memberships if key.role == "unit")
        for key in reversed(units):
            self.known[key.member].unit_of = key.body
        for rank in reversed(_LEADING):
            for key in sorted(self.memberships, reverse=True):
                if key.role == rank and self._entities[key.body].kind != "actor":
                    self.known[key.body].reached_by = key.member

    def _complete(self, actor: Actor) -> None:
        entity = self._entities[actor.id]
        actor.types.update(entity.types)
        actor.places.update(entity.places)
        if not actor.unit_of and entity.unit_of in self.known and entity.unit_of != actor.id:
            actor.unit_of = entity.unit_of
        actor.runs_from = self._date(actor, "runsFrom", last=False)
        actor.runs_until = self._date(actor, "runsUntil", last=True)
        actor.rows = actor.rows or [actor.mentioned]

    def _date(self, actor: Actor, predicate: str, *, last: bool) -> int:
        """Return a run time's end or beginning; of several equally good words the one that promises less."""
        values: Values = best(actor.dates.get(predicate, ()), self._corpus, actor.id)
        days = [found for value, row in values if (found := self._meaning.day(row, value, last=last)) >= 0]
        if not days:
            return -1
        if len(set(days)) > 1:
            kept = min(days) if last else max(days)
            one = tuple(row for value, row in values if self._meaning.day(row, value, last=last) == kept)
            other = tuple(row for row in rows(values) if row not in one)
            self.conflicts.append(Conflict(f"{self._entities[actor.id].label} · {predicate}", one, other, ""))
        return min(days) if last else max(days)

    def remark(self, actor: Actor) -> str:
        """Return everything remarked about an actor."""
        return text(pair for pair in actor.remarks if pair[0])

    def _what(self, key: Membership) -> str:
        return f"{self._entities[key.member].label} · {key.role} · {self._entities[key.body].label}"


def unreachable(actors: Mapping[str, Actor], kinds: Mapping[str, str], providers: set[str]) -> Iterator[str]:
    """Yield projects, events and networks that offer something though nobody says who leads to them."""
    for actor in sorted(providers):
        if kinds.get(actor) in ("project", "event") and not actors[actor].reached_by:
            yield actor
