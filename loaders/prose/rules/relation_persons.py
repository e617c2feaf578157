"""Whom a person speaks for: the institution beside the name, in brackets, or in the lines of a contact block."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from graph.evidence import Span
from loaders.prose.extract import Relation
from loaders.prose.rules.relation_grammar import determiners, prepositions
from loaders.prose.rules.relation_passages import Passage, Reading
from loaders.prose.rules.relation_words import Naming
from ontology.text import fold

_WORD = re.compile(r"[^\W\d_][\w.-]*")
_BREAK = re.compile(r"[;!?→]|\.\s+[A-ZÄÖÜ]")
_FURTHEST = 70
_LINE = 90
_LINES = 2


def speak_for(reading: Reading) -> Iterator[Relation]:
    """Yield the institution each person is named with."""
    for number, passage in enumerate(reading.passages):
        for naming in passage.namings:
            if reading.kind(naming) != "Person":
                continue
            actor = _beside(reading, passage, naming) or _above_or_below(reading, number, passage)
            if actor is not None:
                start, end = min(naming.start, actor.start), max(naming.end, actor.end)
                yield Relation(
                    naming.node, "affiliatedWith", actor.node, _evidence(reading, start, end, naming, actor),
                    tier="medium", rule="layout/person",
                )  # fmt: skip


def _beside(reading: Reading, passage: Passage, person: Naming) -> Naming | None:
    """Return the institution that follows a name with nothing but roles between."""
    text = reading.document.text
    for naming in passage.namings:
        if naming.start < person.end:
            continue
        between = text[person.end : naming.start]
        if naming.start - person.end > _FURTHEST or reading.kind(naming) == "Person" or not _only_roles(between):
            return None
        if reading.kind(naming) == "Actor":
            return naming
    return None


def _only_roles(between: str) -> bool:
    if _BREAK.search(between) or re.search(r"\)\s*,", between):
        return False
    small = set(determiners()) | set(prepositions()) | {"und", "sowie", "fuer"}
    return all(word in small or _is_role(word) for word in map(fold, _WORD.findall(between)))


def _is_role(word: str) -> bool:
    plain = word.rstrip(".")
    return plain in _roles() or any(plain.endswith(role) for role in _roles() if len(role) > 5)


@cache
def _roles() -> frozenset[str]:
    return frozenset(tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["roles"])


def _above_or_below(reading: Reading, number: int, passage: Passage) -> Naming | None:
    """Return the institution in the nearest line of a contact block."""
    if not _is_line(reading, passage):
        return None
    for distance in range(1, _LINES + 1):
        for other in (number + distance, number - distance):
            near = reading.passages[other] if 0 <= other < len(reading.passages) else None
            if near is None or not _is_line(reading, near) or near.headings != passage.headings:
                continue
            actors = [n for n in near.namings if reading.kind(n) == "Actor"]
            if len(actors) == 1 and not any(reading.kind(n) == "Person" for n in near.namings):
                return actors[0]
    return None


def _is_line(reading: Reading, passage: Passage) -> bool:
    block = passage.block
    return block.kind in ("paragraph", "label", "bullet") and block.end - block.start < _LINE


def _evidence(reading: Reading, start: int, end: int, person: Naming, actor: Naming) -> tuple[Span, ...]:
    quote = reading.document.quote
    if end - start <= _FURTHEST + 200:
        return (quote(start, end),)
    return tuple(sorted((quote(person.start, person.end), quote(actor.start, actor.end))))
