"""What a person put in place of a statement: the original's evidence, other words; kept to the closed list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any, get_args

from graph.condition_text import conditions_of
from graph.decisions import NOTHING, Review
from graph.statement import Literal, Mention, Modality, Polarity, Statement
from ontology.errors import StatementError
from ontology.vocabulary import Predicate, load

METHOD = "review@1"


def corrected(original: Statement, review: Review) -> Statement:
    """Return what a review says instead of a statement.

    Raises:
        StatementError: it says nothing else, or breaks the closed list of predicates; in both languages.
    """
    predicate = _predicate(review.to_predicate or original.predicate)
    subject = _mention(original.subject, review.to_subject, review.to_subject_kind, predicate, predicate.domain)
    said = replace(
        original,
        subject=subject,
        predicate=predicate.name,
        object=_object(original, review, predicate),
        conditions=_conditions(original, review.to_conditions),
        polarity=_one_of(review.to_polarity or original.polarity, get_args(Polarity)),
        modality=_one_of(review.to_modality or original.modality, get_args(Modality)),
        method=METHOD,
        tier="high",
    )
    if said.key == original.key:
        raise StatementError(
            "the correction says the same as the source was read; accept it instead",
            de="die Berichtigung sagt dasselbe wie gelesen; stattdessen annehmen",
        )
    return said


def _predicate(name: str) -> Predicate:
    known = load().predicates
    if name not in known:
        raise StatementError(
            f"there is no predicate “{name}”; there are: {', '.join(sorted(known))}",
            de=f"das Prädikat „{name}“ gibt es nicht; es gibt: {', '.join(sorted(known))}",
        )
    return known[name]


def _object(original: Statement, review: Review, predicate: Predicate) -> Mention | Literal:
    before = original.object
    if "Literal" in predicate.range:
        return Literal(review.to_object or (before.value if isinstance(before, Literal) else before.label))
    if isinstance(before, Literal):
        before = Mention(before.value, "", original.subject.scope)
    return _mention(before, review.to_object, review.to_object_kind, predicate, predicate.range)


def _mention(before: Mention, label: str, kind: str, predicate: Predicate, allowed: Collection[str]) -> Mention:
    """Return a mention of a kind the predicate connects: as said, else as before, else the only one there is."""
    wanted = kind or (before.kind if before.kind in allowed else next(iter(allowed)) if len(allowed) == 1 else "")
    if wanted not in allowed:
        names = ", ".join(sorted(allowed))
        raise StatementError(
            f"{predicate.name} connects no “{kind or before.kind}” here; say which kind: {names}",
            de=f"{predicate.name} verbindet hier kein „{kind or before.kind}“; die Art angeben: {names}",
        )
    return replace(before, label=label or before.label, kind=wanted)


def _conditions(original: Statement, text: str) -> tuple[tuple[str, str], ...]:
    if not text:
        return original.conditions
    return () if text == NOTHING else conditions_of(text)


def _one_of(value: str, allowed: tuple[str, ...]) -> Any:
    if value not in allowed:
        names = ", ".join(allowed)
        raise StatementError(f"“{value}” is none of {names}", de=f"„{value}“ ist keines von {names}")
    return value
