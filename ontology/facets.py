"""Facets of target groups: parse, imply, contradict, subsume, and the fit of what is known of somebody.

Text form: constraints joined by ``&``, alternatives by ``|``, e.g. ``age<35 & employment=marginal``. Which
facets there are, what they imply and under which German names they may be given stands in ``facets.toml``.
"""

from __future__ import annotations

from ontology.facet_fit import Fit, Knowledge, fit, know, known, more
from ontology.facet_logic import ContradictionError, conjoin, contradicts, follow, implies, reduced, subsumes
from ontology.facet_schema import Facet, Value, schema
from ontology.facet_terms import (
    EVERYBODY,
    Choice,
    Conjunction,
    Constraint,
    Group,
    Range,
    constraint,
    read_conjunction,
    read_group,
)
from ontology.facet_words import describe, facet_label, question, questions

__all__ = [
    "EVERYBODY",
    "Choice",
    "Conjunction",
    "Constraint",
    "ContradictionError",
    "Facet",
    "Fit",
    "Group",
    "Knowledge",
    "Range",
    "Value",
    "conjoin",
    "constraint",
    "contradicts",
    "describe",
    "facet_label",
    "facets",
    "fit",
    "follow",
    "implies",
    "know",
    "known",
    "more",
    "parse",
    "parse_conjunction",
    "question",
    "questions",
    "reduced",
    "subsumes",
]


def parse(text: str) -> Group:
    """Return the group a text describes; empty text is the group nobody described. Contradictions are refused."""
    group = read_group(text)
    for alternative in group.alternatives:
        follow(alternative)
    return group


def parse_conjunction(text: str) -> Conjunction:
    """Return the constraints a text joins by ``&``; contradictions are refused."""
    found = read_conjunction(text)
    follow(found)
    return found


def facets() -> tuple[Facet, ...]:
    """Return all facets in the order of the data file."""
    return tuple(schema().facets.values())
