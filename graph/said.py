"""What some statements say, in the order of their places; each label and each set of conditions numbered once.

A state's network has two hundred thousand statements, but some ten thousand labels: what one means is looked up by
its number instead of by hashing it again for every statement and every step of a build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, starmap
from typing import Any, NamedTuple

from graph.evidence import Cell
from graph.statement import ANY, Mention, Statement

NOTHING = 0
"""Number of the term that a literal is."""

Pairs = tuple[tuple[str, str], ...]


class Term(NamedTuple):
    """An entity as one source names it, whichever statements do so."""

    source: str
    scope: str
    label: str
    kind: str


class Narrowing(NamedTuple):
    """Conditions as one source puts them; labels among them hold in the scope of the statement's subject."""

    source: str
    scope: str
    conditions: Pairs

    @property
    def offers(self) -> tuple[str, ...]:
        """The offers the conditions name; "any" is none."""
        return tuple([value for name, value in self.conditions if name == "offer" and value != ANY])


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """Statements by place, then by key; statement ``i`` has the key ``keys[i]``.

    ``terms[subjects[i]]`` and ``terms[objects[i]]`` are what it names (`NOTHING` for a literal), and
    ``narrowings[narrowed[i]]`` its conditions, numbered in the order in which they are first met.
    """

    statements: Sequence[Statement]
    keys: Sequence[str]
    terms: Sequence[Term]
    subjects: Sequence[int]
    objects: Sequence[int]
    narrowings: Sequence[Narrowing]
    narrowed: Sequence[int]

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def only(self, chosen: Sequence[bool]) -> Said:
        """Return those statements that are chosen; terms and narrowings keep their numbers."""
        if all(chosen):
            return self
        columns: list[list[Any]] = [
            list(compress(column, chosen))
            for column in (self.statements, self.keys, self.subjects, self.objects, self.narrowed)
        ]
        statements, keys, subjects, objects, narrowed = columns
        return Said(statements, keys, self.terms, subjects, objects, self.narrowings, narrowed)


def in_order(statements: Iterable[Statement]) -> Said:
    """Return statements in order and numbered; those that are already are returned as they are."""
    if isinstance(statements, Said):
        return statements
    given = list(statements)
    keys = [statement.key for statement in given]
    rows = _by_place(given, _by_key(keys))
    ordered = list(map(given.__getitem__, rows))
    terms = {("", "", "", ""): NOTHING}
    narrowings: dict[tuple[str, str, Pairs], int] = {}
    term, narrowing = terms.setdefault, narrowings.setdefault
    subjects: list[int] = []
    objects: list[int] = []
    narrowed: list[int] = []
    for one in ordered:
        source, subject, target = one.source, one.subject, one.object
        scope = subject.scope
        subjects.append(term((source, scope, subject.label, subject.kind), len(terms)))
        if target.__class__ is Mention:
            objects.append(term((source, target.scope, target.label, target.kind), len(terms)))
        else:
            objects.append(NOTHING)
        narrowed.append(narrowing((source, scope, one.conditions), len(narrowings)))
    keys = list(map(keys.__getitem__, rows))
    return Said(ordered, keys, [*starmap(Term, terms)], subjects, objects, [*starmap(Narrowing, narrowings)], narrowed)


def place_order(statement: Statement) -> tuple[str, str, int, str]:
    """Return where a statement stands: source, sheet, row before column roughly (a longer reference is further down)."""
    place = statement.evidence[0] if statement.evidence else None
    if isinstance(place, Cell):
        return statement.source, place.sheet, len(place.ref), place.ref
    return statement.source, "", place.start if place else 0, ""


def _by_place(statements: Sequence[Statement], rows: Iterable[int]) -> list[int]:
    """Return rows by the place of their statements; those of one place stay in the order they are in."""
    groups: dict[tuple[str, str, int], list[int]] = {}
    references = [""] * len(statements)
    for row in rows:
        source, sheet, number, references[row] = place_order(statements[row])
        group = groups.get((source, sheet, number))
        if group is None:
            groups[source, sheet, number] = [row]
        else:
            group.append(row)
    return [row for group in sorted(groups) for row in sorted(groups[group], key=references.__getitem__)]


def _by_key(keys: list[str]) -> Iterable[int]:
    """Return the rows of some keys in the order of the keys; they mostly are in order."""
    return range(len(keys)) if keys == sorted(keys) else sorted(range(len(keys)), key=keys.__getitem__)
