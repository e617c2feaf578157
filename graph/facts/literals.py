"""Which value holds where several statements give one: the provider's own word, then the latest, else all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.facts.corpus import Corpus
from graph.facts.meaning import TERMS, Meaning
from graph.facts.offers import Level, literal
from graph.facts.settle import OPEN, Conflict
from graph.statement import Statement
from ontology.text import clean, fold
from ontology.vocabulary import Vocabulary

Values = Sequence[tuple[str, int]]
"""Texts with the statements that give them."""

ACCESS = ("open", "registration", "referral", "unknown")
DATES = {"runsFrom": "since", "runsUntil": "until"}


def file_literal(level: Level, statement: Statement, row: int) -> None:
    """File what a literal statement says of an offer, an instrument or an actor."""
    column = TERMS.get(statement.predicate) or DATES.get(statement.predicate) or statement.predicate
    value = clean(literal(statement))
    if value and statement.polarity != "no":
        level.literals.setdefault(column, []).append((value, row))


def best(values: Values, corpus: Corpus, *parties: str) -> Values:
    """Return the values of the best word: the provider's own before a third party's, then the latest."""
    if len({value for value, _ in values}) < 2:
        return values
    own = [pair for pair in values if corpus.own_word(pair[1], *parties)] or list(values)
    latest = max(corpus.spoken(row) for _, row in own)
    if any(corpus.spoken(row) < 0 for _, row in own):
        return own
    return [pair for pair in own if corpus.spoken(pair[1]) == latest]


def text(values: Iterable[tuple[str, int]]) -> str:
    """Return different values side by side, sorted."""
    found: dict[str, str] = {}
    for value, _ in values:
        known = found.get(fold(value))
        found[fold(value)] = min(value, known) if known else value
    return "; ".join(sorted(found.values()))


def rows(values: Iterable[tuple[str, int]]) -> tuple[int, ...]:
    """Return the statements behind some values."""
    return tuple(sorted({row for _, row in values}))


def access_word(value: str, vocabulary: Vocabulary) -> str:
    """Return ``open``, ``registration``, ``referral``, or ``unknown`` for what a source says of access."""
    if value in ACCESS:
        return value
    found = vocabulary.scheme("access").find(value)
    word = found.id.partition("/")[2] if found else ""
    return word if word in ACCESS else "unknown"


def access(values: Values, meaning: Meaning, what: str) -> tuple[str, list[Conflict]]:
    """Return the access of some values; where they disagree nobody knows, and the conflict is listed."""
    said: dict[str, list[int]] = {}
    for value, row in values:
        said.setdefault(access_word(value, meaning.vocabulary), []).append(row)
    said = {word: found for word, found in said.items() if word != "unknown"} or said
    if len(said) < 2:
        return next(iter(said), "unknown"), []
    first, *others = sorted(said)
    rest = tuple(sorted(row for word in others for row in said[word]))
    return "unknown", [Conflict(what, tuple(sorted(said[first])), rest, OPEN)]


def is_online(value: str, vocabulary: Vocabulary) -> bool:
    """Return whether a format means online and nothing else ("online oder vor Ort" is held in a place, too)."""
    scheme = vocabulary.scheme("format")
    found = [concept.id for part in _parts(value) if (concept := scheme.find(part))]
    kinds = {kind for concept in found for kind in (concept, *scheme.broader(concept))}
    return "format/online" in kinds and kinds.isdisjoint(_IN_A_PLACE)


_IN_A_PLACE = frozenset({"format/presence", "format/blended", "format/inhouse"})


def shown(value: str, scheme_name: str, vocabulary: Vocabulary) -> str:
    """Return a list of formats or languages by their usual names, what nobody knows as it is."""
    scheme = vocabulary.scheme(scheme_name)
    named = ((scheme.find(part), part) for part in _parts(value))
    return "; ".join(dict.fromkeys(concept.label("de") if concept else part for concept, part in named))


def _parts(value: str) -> list[str]:
    for sign in (",", "/", " und ", " oder ", "+", "|"):
        value = value.replace(sign, ";")
    return [part.strip() for part in value.split(";") if part.strip()]
