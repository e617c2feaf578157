"""Every label a stream of statements uses, once: what linking has to make sense of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter, itemgetter

from graph.link import ACTOR_KINDS
from graph.said import Said
from graph.statement import ANY, Statement

ActorTerm = tuple[str, str, str]
"""Source, scope and label of an actor."""

ConceptTerm = tuple[str, str, str, str]
"""Kind of mention, source, scope and label of a target group, theme, offer or type."""

CONDITION_KINDS = {"audience": "TargetGroup", "theme": "Theme", "offer": "Offer"}
"""Conditions that name a concept or an offer."""

_ACTORS = frozenset(ACTOR_KINDS)
_CONCEPTS = frozenset({"TargetGroup", "Theme", "Offer", "OfferType", "ActorType"})


@dataclass(slots=True)
class Uses:
    """How often an actor's label is used, as which kinds, and in which statement first (by source and place)."""

    first: Statement
    count: int = 0
    kinds: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Terms:
    """The labels in use, and the statements that say two labels mean the same.

    ``concepts`` maps each to the statement that uses it first.
    """

    actors: dict[ActorTerm, Uses] = field(default_factory=dict)
    concepts: dict[ConceptTerm, Statement] = field(default_factory=dict)
    aliases: list[Statement] = field(default_factory=list)

    @classmethod
    def of(cls, said: Said) -> Terms:
        """Return the labels some statements use."""
        aliases = (statement for statement in said if statement.predicate == "alias")
        terms = cls(aliases=sorted(aliases, key=attrgetter("key")))
        counts = Counter(chain(said.subjects, said.objects))
        first: dict[ConceptTerm, int] = {}
        for number, row in _first_rows(said.subjects, said.objects):
            source, scope, label, kind = said.terms[number]
            if label != ANY and kind in _ACTORS:
                uses = terms.actors.setdefault((source, scope, label), Uses(said.statements[row]))
                uses.count += counts[number]
                uses.kinds.add(kind)
            elif label != ANY and kind in _CONCEPTS:
                first[kind, source, scope, label] = row
        for term, row in chain(_of_conditions(said), _kinds_of_offer(said)):
            if row < first.get(term, len(said.statements)):
                first[term] = row
        terms.concepts = {term: said.statements[row] for term, row in first.items()}
        return terms


def _of_conditions(said: Said) -> Iterator[tuple[ConceptTerm, int]]:
    """Yield what conditions name with the first row that does so under them."""
    met: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for number, row in _first_rows(said.narrowed):
        source, scope, conditions = said.narrowings[number]
        known = met.get((source, scope))
        if known is None:
            known = met[source, scope] = set()
        for condition in conditions:
            if condition not in known:
                known.add(condition)
                name, value = condition
                kind = CONDITION_KINDS.get(name)
                if kind and value != ANY:
                    yield (kind, source, scope, value), row


def _kinds_of_offer(said: Said) -> Iterator[tuple[ConceptTerm, int]]:
    """Yield the kinds of offer conditions name; of an accepted gap it is the kind of gap they name."""
    naming = {
        number: (source, scope, values)
        for number, (source, scope, conditions) in enumerate(said.narrowings)
        if (values := [value for name, value in conditions if name == "kind" and value != ANY])
    }
    for row, number in enumerate(said.narrowed) if naming else ():
        if number in naming and said.statements[row].predicate != "gapAccepted":
            source, scope, values = naming[number]
            yield from ((("OfferType", source, scope, value), row) for value in values)


def _first_rows(*columns: Sequence[int]) -> list[tuple[int, int]]:
    """Return the numbers of some columns, each with the first row it stands in, in the order of these rows."""
    found: dict[int, int] = {}
    for column in columns:
        rows = range(len(column) - 1, -1, -1)
        for number, row in dict(zip(reversed(column), rows, strict=True)).items():  # of equal ones the first row stays
            found[number] = min(row, found.get(number, row))
    return sorted(found.items(), key=itemgetter(1))
