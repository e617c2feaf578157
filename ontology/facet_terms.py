"""Constraints on facets, conjunctions of them and groups of alternatives, with their text form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.errors import OntologyError
from ontology.facet_schema import Facet, schema

EVERYBODY = "*"
"""Text of the group that has one alternative without any constraint."""

Interval = tuple[float, float]
"""Closed interval of whole numbers; infinite where open."""

_TOKEN = re.compile(r'\s*(?:([\w. /äöüÄÖÜß-]+?)\s*(!=|<=|>=|=|<|>)\s*("(?:[^"\\]|\\.)*"|[^&|"]+)|([&|*]))\s*')


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that holds, or does not (``!=``)."""

    facet: str
    value: str
    holds: bool = True

    def __str__(self) -> str:
        """Return the constraint as text."""
        value = quoted(self.value) if self.facet == "note" else self.value
        return f"{self.facet}{'=' if self.holds else '!='}{value}"


@dataclass(frozen=True, slots=True)
class Range:
    """A limit on a number or level.

    ``sure`` is where the limit certainly holds, ``possible`` where it may: they differ at the edge of an age
    limit, because "bis 35" and "über 55" leave open whether 35 and 55 count.
    """

    facet: str
    operator: str
    value: str
    sure: Interval
    possible: Interval
    literal: Interval

    def __str__(self) -> str:
        """Return the constraint as text."""
        return f"{self.facet}{self.operator}{self.value}"


Constraint = Choice | Range


@dataclass(frozen=True, slots=True)
class Conjunction:
    """Constraints that must all hold, in the order of their text."""

    constraints: tuple[Constraint, ...] = ()

    def text(self) -> str:
        """Return the canonical text, e.g. ``age<25 & employment=marginal``."""
        return " & ".join(map(str, self.constraints)) or EVERYBODY

    def __str__(self) -> str:
        """Return the canonical text."""
        return self.text()

    def __iter__(self) -> Iterator[Constraint]:
        """Yield the constraints."""
        return iter(self.constraints)


@dataclass(frozen=True, slots=True)
class Group:
    """A target group: somebody belongs to it if one alternative holds. Without alternatives, nobody can tell."""

    alternatives: tuple[Conjunction, ...] = ()

    def text(self) -> str:
        """Return the canonical text; empty for a group nobody has described by facets."""
        return " | ".join(map(str, self.alternatives))

    def __str__(self) -> str:
        """Return the canonical text."""
        return self.text()

    def __bool__(self) -> bool:
        """Return whether anybody has described the group by facets."""
        return bool(self.alternatives)


def quoted(text: str) -> str:
    """Return free text as the text form writes it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def conjunction_of(constraints: Iterator[Constraint] | tuple[Constraint, ...] | set[Constraint]) -> Conjunction:
    """Return the conjunction of some constraints, each once and in canonical order."""
    return Conjunction(tuple(sorted(set(constraints), key=str)))


def group_of(alternatives: Iterator[Conjunction] | tuple[Conjunction, ...]) -> Group:
    """Return the group of some alternatives, each once and in canonical order."""
    return Group(tuple(sorted(set(alternatives), key=str)))


@lru_cache(maxsize=4096)
def read_group(text: str) -> Group:
    """Parse alternatives joined by ``|``; names and values may be given in German."""
    if not text.strip():
        return Group()
    alternatives: list[list[Constraint]] = [[]]
    expecting = True
    for constraint, sign in _tokens(text):
        if expecting is (sign in ("&", "|")):
            en, de = ("a condition", "eine Bedingung") if expecting else ("& or |", "& oder |")
            raise OntologyError(f"cannot read {text!r}: expected {en}", de=f"nicht lesbar: „{text}“; hier fehlt {de}")
        expecting = sign in ("&", "|")
        if constraint is not None:
            alternatives[-1].append(constraint)
        elif sign == "|":
            alternatives.append([])
    if expecting:
        raise OntologyError(f"cannot read {text!r}: it ends too early", de=f"nicht lesbar: „{text}“ endet zu früh")
    return group_of(conjunction_of(tuple(found)) for found in alternatives)


def read_conjunction(text: str, *, kept: bool = True) -> Conjunction:
    """Parse constraints joined by ``&``; empty text is the empty conjunction.

    Args:
        kept: whether the text may be remembered to be read faster the next time.
    """
    group = read_group(text) if kept else read_group.__wrapped__(text)
    alternatives = group.alternatives or (Conjunction(),)
    if len(alternatives) > 1:
        raise OntologyError(
            f"expected conditions joined by &, not alternatives: {text!r}",
            de=f"Bedingungen werden hier mit & verbunden, nicht mit |: „{text}“",
        )
    return alternatives[0]


def _tokens(text: str) -> Iterator[tuple[Constraint | None, str]]:
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise OntologyError(
                f"cannot read {text[at:]!r}; write e.g. age<25 & employment=marginal",
                de=f"nicht lesbar: „{text[at:]}“; so schreiben: Alter<25 & Beschäftigung=geringfügig",
            )
        name, operator, value, sign = match.groups()
        yield (None, sign) if sign else (constraint(name, operator, value), "")
        at = match.end()


def constraint(name: str, operator: str, value: str) -> Constraint:
    """Return one constraint from what a person wrote, e.g. ``("status", "=", "Minijob")``."""
    value = value.strip()
    if value.startswith('"'):
        value = re.sub(r"\\(.)", r"\1", value[1:-1])
    for facet in schema().candidates(name):
        found = _range(facet, operator, value) if facet.is_range else _choice(facet, operator, value)
        if found:
            return found
    facet = schema().candidates(name)[0]
    listed = ", ".join(facet.levels or facet.values)
    en, de = ("a whole number", "eine ganze Zahl") if facet.kind == "number" else ("a word", "ein Wort")
    raise OntologyError(
        f"cannot read {name}{operator}{value}: {facet.id} takes {listed or en}",
        de=f"nicht lesbar: {name}{operator}{value}; möglich ist für {facet.id}: {listed or de}",
    )


def _choice(facet: Facet, operator: str, text: str) -> Choice | None:
    if operator not in ("=", "!="):
        return None
    value = schema().value(facet, text)
    if value is not None:
        return Choice(facet.id, value, operator == "=")
    if facet.no and text.casefold() in ("no", "nein", "kein", "keine", "ohne"):
        return Choice(facet.id, facet.no, operator == "!=")
    return None


def _range(facet: Facet, operator: str, text: str) -> Range | None:
    if operator == "!=":
        return None
    if facet.kind == "ordered":
        value = schema().value(facet, text)
        rank = facet.levels.index(value) if value in facet.levels else None
    else:
        value = text.strip()
        rank = int(value) if value.isascii() and value.isdigit() else None
        value = str(rank)
    if rank is None or value is None:
        return None
    literal = _literal(operator, rank)
    sure, possible = (_edged(operator, rank) if facet.edge else None) or (literal, literal)
    return Range(facet.id, operator, value, sure, possible, literal)


def _literal(operator: str, rank: int) -> Interval:
    if operator in ("<", "<="):
        return 0, rank - (operator == "<")
    if operator in (">", ">="):
        return rank + (operator == ">"), float("inf")
    return rank, rank


def _edged(operator: str, rank: int) -> tuple[Interval, Interval] | None:
    if operator == "<=":
        return (0, rank - 1), (0, rank)
    if operator == ">":
        return (rank + 1, float("inf")), (rank, float("inf"))
    return None
