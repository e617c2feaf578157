"""Every label a stream of statements uses, once: what linking has to make sense of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from graph.evidence import Cell
from graph.link import ACTOR_KINDS
from graph.statement import ANY, Literal, Mention, Statement

T = TypeVar("T")

ActorTerm = tuple[str, str, str]
"""Source, scope and label of an actor."""

ConceptTerm = tuple[str, str, str, str]
"""Kind of mention, source, scope and label of a target group, theme, offer or type."""

Place = tuple[str, str, int, str]
"""Where a statement stands, in the order of `place_order`."""

CONDITION_KINDS = {"audience": "TargetGroup", "theme": "Theme", "offer": "Offer"}
"""Conditions that name a concept or an offer."""

_ACTORS = frozenset(ACTOR_KINDS)
_CONCEPTS = frozenset({"TargetGroup", "Theme", "Offer", "OfferType", "ActorType"})


@dataclass(slots=True)
class Uses:
    """How often a label is used, as which kinds, and in which statement first (by source and place)."""

    count: int = 0
    kinds: set[str] = field(default_factory=set)
    first: Statement | None = None
    place: Place = ("", "", 0, "")


@dataclass(slots=True)
class Terms:
    """The labels in use, and the statements that say two labels mean the same."""

    actors: dict[ActorTerm, Uses] = field(default_factory=dict)
    concepts: dict[ConceptTerm, Uses] = field(default_factory=dict)
    aliases: list[Statement] = field(default_factory=list)

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> Terms:
        """Return the labels some statements use."""
        terms = cls()
        for statement in statements:
            terms._add(statement, place_order(statement))
        return terms

    def _add(self, statement: Statement, place: Place) -> None:
        source, subject, target = statement.source, statement.subject, statement.object
        if statement.predicate == "alias":
            self.aliases.append(statement)
        self._mention(source, subject, statement, place)
        if not isinstance(target, Literal):
            self._mention(source, target, statement, place)
        scope = subject.scope
        for name, value in statement.conditions:
            kind = CONDITION_KINDS.get(name) or ("OfferType" if _is_kind_of_offer(name, statement) else "")
            if kind and value != ANY:
                _count(self.concepts, (kind, source, scope, value), kind, statement, place)

    def _mention(self, source: str, mention: Mention, statement: Statement, place: Place) -> None:
        label, kind = mention.label, mention.kind
        if label == ANY:
            return
        if kind in _ACTORS:
            _count(self.actors, (source, mention.scope, label), kind, statement, place)
        elif kind in _CONCEPTS:
            _count(self.concepts, (kind, source, mention.scope, label), kind, statement, place)


def _count(known: dict[T, Uses], term: T, kind: str, statement: Statement, place: Place) -> None:
    uses = known.get(term)
    if uses is None:
        known[term] = Uses(1, {kind}, statement, place)
        return
    uses.count += 1
    uses.kinds.add(kind)
    if place < uses.place:
        uses.first, uses.place = statement, place


def _is_kind_of_offer(name: str, statement: Statement) -> bool:
    return name == "kind" and statement.predicate != "gapAccepted"  # there it is the kind of gap


def place_order(statement: Statement) -> Place:
    """Return where a statement stands: source, sheet, row before column roughly (a longer reference is further down)."""
    place = statement.evidence[0] if statement.evidence else None
    if isinstance(place, Cell):
        return statement.source, place.sheet, len(place.ref), place.ref
    return statement.source, "", place.start if place else 0, ""
