"""Statements as people say them: ``VHS Hagen – bietet an – Sprachkurs (nur SGB II)``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from graph.statement import Literal, Mention, Statement
from ontology.text import fold
from verweisnetz.inspection.words import words

_DAY = re.compile(r"^(\d{4})-(\d\d)-(\d\d)$")


def told(statement: Statement, language: str) -> str:
    """Return one statement as a sentence."""
    text = words(language)
    subject = statement.subject.label + (f" [{statement.subject.scope}]" if statement.subject.scope else "")
    if statement.predicate == "label" and isinstance(statement.object, Literal):
        kind = text["one"].get(statement.subject.kind, statement.subject.kind)
        return _with(f"{subject} – {text['is_named']} {kind}", _narrowed(statement, language))
    thing = statement.object.label if isinstance(statement.object, Mention) else statement.object.value
    answer = {"no": f"{text['no']}: ", "partly": f"{text['partly']}: "}.get(statement.polarity, "")
    planned = f"{text['planned']}: " if statement.modality == "planned" else ""
    said = f"{subject} – {_predicate(statement.predicate, language)} – {planned}{answer}{_value(thing, language)}"
    return _with(said, _narrowed(statement, language))


def telling(statements: Iterable[Statement], language: str) -> list[str]:
    """Return what a cell says, one sentence each; that something is named, only where nothing more is said."""
    found = list(statements)
    more = [statement for statement in found if statement.predicate != "label"]
    return list(dict.fromkeys(told(statement, language) for statement in more or found))


@cache
def _predicate(name: str, language: str) -> str:
    from ontology.vocabulary import load

    predicate = load().predicates.get(name)
    return predicate.labels.get(language, name) if predicate else name


def _narrowed(statement: Statement, language: str) -> Iterator[str]:
    """Yield conditions and details in words; what the cell's own words say already is not said twice."""
    text = words(language)
    noted = fold(" ".join(statement.detail("note")))
    for name, value in statement.conditions:
        if name in text["conditions"] and fold(value) not in noted:
            yield text["conditions"][name].format(value=_value(value, language))
    for name, value in statement.details:
        if name in text["details"]:
            yield text["details"][name].format(value=_value(value, language))


def _with(said: str, narrowed: Iterable[str]) -> str:
    inside: Sequence[str] = list(dict.fromkeys(narrowed))
    return f"{said} ({'; '.join(inside)})" if inside else said


def _value(text: str, language: str) -> str:
    day = _DAY.match(text)
    return f"{day[3]}.{day[2]}.{day[1]}" if day and language == "de" else text
