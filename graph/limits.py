"""Limits a source puts on a target group ("u25", "nur SGB II"), as facets; and groups narrowed by them.

A narrowed group's id says what it is: ``audience/frauen+age<25``; without a base ``audience/+age<25``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ontology.errors import OntologyError
from ontology.facets import (
    EVERYBODY,
    Choice,
    Conjunction,
    Group,
    conjoin,
    constraint,
    describe,
    implies,
    parse,
    reduced,
)
from ontology.vocabulary import Concept, Vocabulary

AGE_LIMITS = {"age_below": "<", "age_max": "<=", "age_min": ">=", "age_above": ">"}
"""Conditions that limit the age, and how facets write them."""

_LAW = re.compile(r"\bSGB\s*-?\s*(?:[IVX]+|\d+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A target group made of a base and a limit.

    Args:
        alternatives: facet conjunctions joined by `` | ``.
        contradictory: nobody can belong to both; the limit is then kept in its own words, so that fit asks.
    """

    id: str
    base: str
    label_de: str
    label_en: str
    alternatives: str
    contradictory: bool = False


def limit_of(conditions: Iterable[tuple[str, str]]) -> str:
    """Return the limit some conditions of a statement state, or nothing.

    Values of the same condition are alternatives ("SGB II oder SGB III"), different conditions hold together.
    """
    said: dict[str, list[Group]] = {}
    for name, value in conditions:
        if name in AGE_LIMITS:
            said.setdefault(name, []).append(_age(AGE_LIMITS[name], value))
        elif name == "legal_basis":
            said.setdefault(name, []).append(_law(value))
        elif name == "restriction":
            said.setdefault(name + value, []).append(_note(value))
    return both(*("|".join(map(_compact, groups)) for groups in said.values())) if said else ""


@lru_cache(maxsize=65536)
def both(*limits: str) -> str:
    """Return the limit that holds if all of some limits hold; the ones that contradict each other stay as words."""
    found = Group((Conjunction(),))
    for limit in sorted(filter(None, limits)):
        group = parse(limit)
        found = _meet(found, group) or _meet(found, _note(describe(group, "de")))
    return "" if not any(found.alternatives) else _compact(_shortest(found))


@lru_cache(maxsize=65536)
def narrow(audience: str, limit: str) -> str:
    """Return the id of a target group narrowed by a limit; ``audience`` may be narrowed already, or empty."""
    if not limit:
        return audience
    base, _, known = (audience or "audience/").partition("+")
    return f"{base}+{both(known, limit)}"


def is_narrowed(audience: str) -> bool:
    """Return whether an id is that of a group made from a limit."""
    return "+" in audience


def narrowed(audience: str, vocabulary: Vocabulary, label: str = "") -> Narrowed:
    """Return the group an id such as ``audience/frauen+age<25`` stands for.

    Args:
        label: the base's label where no vocabulary has it.
    """
    base_id, _, limit = audience.partition("+")
    base = vocabulary.concept(base_id)
    limits = parse(limit or EVERYBODY)
    group = _meet(_described(base, label), limits)
    contradictory = not group
    if contradictory:
        group = _meet(_described(base, label), _note(describe(limits, "de")))
    return Narrowed(
        audience,
        base_id if base_id != "audience/" else "",
        _label(base.label("de") if base else label, describe(limits, "de")),
        _label(base.label("en") if base else label, describe(limits, "en")),
        group.text(),
        contradictory,
    )


def limit_to(audiences: Iterable[Narrowed]) -> str:
    """Return the limit to members of (one of) some groups: a mark at "Beschäftigte" below the heading "Frauen"."""
    return both("|".join(sorted({_compact(parse(group.alternatives)) for group in audiences})))


def _meet(one: Group, other: Group) -> Group:
    met = [conjoin(one, alternative) for alternative in other.alternatives]
    return Group(tuple(sorted({found for group in met for found in group.alternatives}, key=str)))


def _described(base: Concept | None, label: str) -> Group:
    """Return a base's facets; one without any is a condition in its own words, so that the limit still excludes."""
    if base and base.alternatives:
        return parse(" | ".join(base.alternatives))
    name = base.label("de") if base else label
    return Group((Conjunction((Choice("note", name),) if name else ()),))


def _label(base: str, limit: str) -> str:
    return f"{base}, {limit}" if base else limit


def _age(operator: str, value: str) -> Group:
    try:
        return Group((Conjunction((constraint("age", operator, value),)),))
    except OntologyError:
        return _note(f"{operator} {value}")


def _law(value: str) -> Group:
    """Return a legal basis as benefit; what is more exact than a book of law stays in words beside it."""
    try:
        return Group((Conjunction((constraint("benefit", "=", value),)),))
    except OntologyError:
        book = _LAW.search(value)
    if book and book.group() != value:
        return Group(
            tuple(Conjunction((*one, *_note(value).alternatives[0])) for one in _law(book.group()).alternatives)
        )
    return _note(value)


def _note(text: str) -> Group:
    return Group((Conjunction((Choice("note", text),)),))


def _shortest(group: Group) -> Group:
    """Return the group without alternatives that another one covers."""
    kept: list[Conjunction] = []
    for one in sorted({reduced(alternative) for alternative in group.alternatives}, key=str):
        if not any(implies(one, other) for other in kept):
            kept = [other for other in kept if not implies(other, one)]
            kept.append(one)
    return Group(tuple(sorted(kept, key=str)))


def _compact(group: Group) -> str:
    return "|".join("&".join(map(str, sorted(map(str, alternative)))) for alternative in group.alternatives)
