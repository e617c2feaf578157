"""The noun phrase that names a topic: "digitale Grundbildung", "Deutsch am Arbeitsplatz", "Übergang Schule–Beruf"."""

from __future__ import annotations

from loaders.prose.rules.data import words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.reading import Reading
from ontology.nouns import kinds_of

_ARTICLES = frozenset({"der", "den", "dem", "die", "das", "des", "einem", "einer", "einen"})
_MOST_PHRASES = 2
"""Phrases behind a noun that still belong to it: "Übergang von der Schule in den Beruf"."""


def topic_phrase(reading: Reading, at: int) -> tuple[int, int] | None:
    """Return the noun phrase that begins at a word, as far as it is a topic."""
    words, first = reading.words, at
    while first < len(words) and words[first].folded in grammar().definite and first - at < 1:
        first += 1
    end = first
    while end < len(words) and _describes(reading, end) and end - first < 4 and (end == first or reading.close(end)):
        word = words[end].folded
        if not (
            grammar().may_be_adjective(word) or word in grammar().adverbs or (word in ("und", "oder") and end > first)
        ):
            return None
        end += 1
    if end >= len(words) or not reading.is_capital(end) or words[end].text[0].isdigit():
        return None
    if words[end].folded.startswith("uebergang") and end + 2 < len(words) and reading.is_capital(end + 1):
        linked = reading.gap(end + 2).strip() in ("-", "–", "") and reading.is_capital(end + 2)
        return (first, end + 3) if linked and reading.close(end + 1) else (first, end + 1)
    foreign = words[end].folded in words_of("themes", "foreign") and end + 1 < len(words) and reading.close(end + 1)
    end += foreign and reading.is_capital(end + 1)  # "Social Media"
    end = _placed(reading, _hanging(reading, reading.unit(end)[1]))
    head = words[end - 1].folded
    end = _versioned(reading, end)
    kinds = kinds_of(head)
    if (
        head in words_of("themes", "never")
        or head.endswith(("gesetz", "gesetzbuch", "verordnung"))
        or "audience" in kinds
        or "institution" in kinds
        or (len(head) < 3 and not words[end - 1].text.isupper())
    ):
        return None
    return first, end


def _versioned(reading: Reading, end: int) -> int:
    """Return the word behind "4.0" of "Logistik 4.0"."""
    words = reading.words
    number = end + 1 < len(words) and words[end].text.isdigit() and words[end + 1].text == "0"
    return end + 2 if number and reading.close(end) and reading.gap(end + 1) == "." else end


def _describes(reading: Reading, at: int) -> bool:
    """Return whether a word stands before the noun of a topic: small, or an adjective with a capital."""
    capital = reading.is_capital(at)
    following = at + 1 < len(reading.words) and reading.close(at + 1) and reading.is_capital(at + 1)
    adjective = capital and following and grammar().may_be_adjective(reading.words[at].folded)
    return not capital or (adjective and not kinds_of(reading.words[at].folded))


def _placed(reading: Reading, end: int) -> int:
    """Return the word behind "im Büro", "von der Schule in den Beruf", where the row or the sentence then goes on."""
    stop = end
    for _ in range(_MOST_PHRASES):
        further = _phrase(reading, stop)
        if not further:
            break
        stop = further
        if _closes(reading, stop):
            return stop
    return end


def _phrase(reading: Reading, at: int) -> int:
    """Return the word behind a preposition with its noun, or 0."""
    words = reading.words
    if at + 1 >= len(words) or not reading.close(at) or words[at].folded not in words_of("themes", "phrases"):
        return 0
    at += 1
    at += words[at].folded in _ARTICLES and at + 1 < len(words)
    while at + 1 < len(words) and not reading.is_capital(at) and grammar().may_be_adjective(words[at].folded):
        if not reading.close(at):
            return 0
        at += 1
    return reading.unit(at)[1] if reading.close(at) and reading.is_capital(at) else 0


def _closes(reading: Reading, at: int) -> bool:
    """Return whether a row or a sentence goes on, or ends, at a word."""
    words = reading.words
    if at >= len(words) or reading.opens(at) or reading.gap(at).strip()[:1] in (",", ";", ".", ")"):
        return True
    return words[at].folded in ("und", "sowie", "oder", "gibt")


def _hanging(reading: Reading, end: int) -> int:
    """Return the word behind "Fort- und Weiterbildung" or "Anerkennung ausländischer Abschlüsse"."""
    words = reading.words
    if (
        end + 1 < len(words)
        and reading.gap(end).strip() == "-"
        and words[end].folded in ("und", "oder")
        and reading.is_capital(end + 1)
    ):
        end = reading.unit(end + 1)[1]
    genitive = end
    while (
        genitive < len(words)
        and genitive - end < 2
        and reading.close(genitive)
        and not reading.is_capital(genitive)
        and words[genitive].text.endswith("er")
        and grammar().may_be_adjective(words[genitive].folded)
    ):
        genitive += 1
    if genitive > end and genitive < len(words) and reading.is_capital(genitive) and reading.close(genitive):
        return reading.unit(genitive)[1]
    return end
