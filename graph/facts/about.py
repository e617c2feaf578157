"""Which concepts every statement names: what its place in the source is evidence about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph.facts.meaning import Meaning
from graph.facts.offers import offer_names
from graph.link import ACTOR_KINDS
from graph.said import NOTHING
from graph.statement import Mention, Statement

_NO_CONCEPTS = frozenset({*ACTOR_KINDS, "Region"})
"""Kinds of mention that are no concepts, nor offers of a type."""


class About(NamedTuple):
    """What statements are evidence about: ``concepts[numbers[i]]`` is what statement ``i`` names."""

    numbers: Sequence[int]
    concepts: Sequence[tuple[str, ...]]


def about(meaning: Meaning) -> About:
    """Return what the statements of a corpus name; equal labels are looked up once."""
    corpus = meaning.corpus
    concepts = [NOTHING if term.kind in _NO_CONCEPTS else number for number, term in enumerate(corpus.terms)]
    known: dict[tuple[int, int, int], int] = {}
    numbers: list[int] = []
    found: list[tuple[str, ...]] = []
    for row, (subject, target, under) in enumerate(zip(corpus.naming, corpus.named, corpus.narrowed, strict=True)):
        key = (concepts[subject], concepts[target], under)
        number = known.get(key)
        if number is None:
            number = known[key] = len(found)
            found.append(_named(meaning, row, corpus.statements[row]))
        numbers.append(number)
    return About(numbers, found)


def _named(meaning: Meaning, row: int, statement: Statement) -> tuple[str, ...]:
    said = meaning.conditions(row, statement)
    kinds: list[str] = []
    for name in offer_names(statement, said.offers):
        offer = meaning.links.offers[statement.source, *name]
        kinds += (*offer.types, *offer.themes)
    objects = _mentioned(meaning, statement)
    if not (kinds or objects):
        return said.named
    return tuple(dict.fromkeys((*objects, *said.named, *kinds)))


def _mentioned(meaning: Meaning, statement: Statement) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for mention in (statement.subject, statement.object):
        if isinstance(mention, Mention):
            if mention.kind == "TargetGroup":
                found += meaning.groups(statement, mention)
            elif mention.kind == "Theme":
                found += meaning.themes(statement, mention)
    return found
