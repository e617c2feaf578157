"""Persons by their first names, titles and roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.inflection import bases, stem
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading
from ontology.lexicon import is_known
from ontology.nouns import kinds_of


def persons(reading: Reading, places: Places) -> list[Claim]:
    """Return the persons of a reading; a surname alone stands for the person of that name."""
    found = list(_full(reading))
    surnames = {reading.words[claim.end - 1].folded: claim for claim in found if claim.end - claim.first > 1}
    found = [_of_surname(reading, claim, surnames) for claim in found]
    for at, word in enumerate(reading.words):
        claim = surnames.get(word.folded)
        if claim and not any(one.first <= at < one.end for one in found) and _titled(reading, at):
            found.append(Claim(at, at + 1, "Person", "surname", claim.key, label=claim.label, rank=5))
    return found


def _of_surname(reading: Reading, claim: Claim, surnames: Mapping[str, Claim]) -> Claim:
    """Return "Frau Beispiel" as the person of that surname."""
    whole = surnames.get(reading.words[claim.first].folded) if claim.end - claim.first == 1 else None
    return replace(claim, key=whole.key, label=whole.label, rule="surname") if whole else claim


def _full(reading: Reading) -> Iterator[Claim]:
    at = 0
    while at < len(reading.words):
        end = _name(reading, at)
        if end and not _in_a_name(reading, at, end):
            text = reading.text(at, end)
            yield Claim(at, end, "Person", "person", text.casefold(), label=text, rank=5)
        at = end or at + 1


def _in_a_name(reading: Reading, at: int, end: int) -> bool:
    """Return whether a person only lends an institution the name: "Carl von Ossietzky Universität"."""
    if at and reading.quoted.get(at) == end and reading.close(at - 1) and _is_institution(reading, at - 1):
        return True  # "Volkshochschule „Anna Muster“"
    within = [word.folded for word in reading.words[at + 1 : end]]
    following = reading.words[end].folded if end < len(reading.words) and reading.close(end) else ""
    return any("institution" in kinds_of(word) for word in (*within, following) if word)


def _is_institution(reading: Reading, at: int) -> bool:
    return any("institution" in kinds_of(base) for base in bases(reading.words[at].folded))


_INITIAL = 2
"""Letters of a first name that a full stop shortens: "A. Muster", "Th. Muster"."""


def _name(reading: Reading, at: int) -> int:
    """Return the word behind "Vorname Nachname" that begins at a word, or 0."""
    words = reading.words
    first, end = reading.unit(at)
    if first != at or not words[at].text[0].isupper() or words[at].folded in words_of("persons", "titles"):
        return 0
    known = words[at].text in _first_names() or reading.text(first, end) in _first_names()
    titled = at > 0 and words[at - 1].folded in words_of("persons", "titles") and reading.gap(at).strip() in ("", ".")
    if not (known or titled):
        return 0
    stop = end
    while known and stop < len(words) and reading.close(stop) and words[stop].text in _first_names():
        stop = reading.unit(stop)[1]
    while (
        known
        and stop < len(words)
        and (len(words[stop].text) == 1 and words[stop].text.isupper())
        and reading.close(stop)
    ):
        stop += 1  # "Anna M. Muster"
    particle = stop
    while (
        particle < len(words)
        and particle - stop < 2
        and words[particle].text in _particles()
        and reading.close(particle)
    ):
        particle += 1
    if particle < len(words) and _is_surname(reading, particle, after=stop):
        return reading.unit(particle)[1]
    if titled and stop == end and not known and not is_known(words[at].folded):
        return end
    return stop if stop > end and known else 0


def _is_surname(reading: Reading, at: int, *, after: int) -> bool:
    word = reading.words[at]
    close = reading.close(at) or (
        at == after and reading.gap(at).strip() == "." and len(reading.words[at - 1].text) <= _INITIAL
    )
    usual = not grammar().is_small(word.folded) and not word.text.isupper()
    return (
        close
        and word.text[0].isupper()
        and usual
        and word.text[-1].isalpha()
        and word.folded not in words_of("persons", "roles")
        and "\n" not in reading.gap(at)
    )


def _titled(reading: Reading, at: int) -> bool:
    """Return whether a surname stands as one: behind "Frau", or where no article makes it a noun."""
    if at and reading.words[at - 1].folded in words_of("persons", "titles"):
        return True
    word = reading.words[at].folded
    return not (is_known(word) or is_known(stem(word))) and not (
        at and reading.words[at - 1].folded in grammar().definite
    )


@cache
def _first_names() -> frozenset[str]:
    return frozenset(load("persons")["first_names"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("persons")["particles"])
