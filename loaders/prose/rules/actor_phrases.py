"""What goes on behind the kind of an institution: "für Forschung, Training und Projekte", "der Hessischen Wirtschaft"."""

from __future__ import annotations

from loaders.prose.rules.data import words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.heads import Head
from loaders.prose.rules.inflection import stem
from loaders.prose.rules.reading import Reading
from ontology.nouns import kinds_of


def for_what(reading: Reading, head: Head, at: int) -> int:
    """Return the word behind "für Forschung, Training und Projekte"."""
    words = reading.words
    if (
        head.plural
        or words[at].folded != "fuer"
        or not reading.close(at)
        or not head.base.endswith(tuple(words_of("actors", "with_for")))
    ):
        return 0
    return _nouns(reading, at + 1)


def of_whom(reading: Reading, head: Head, at: int) -> int:
    """Return the word behind "der Hessischen Wirtschaft"."""
    words = reading.words
    if (
        words[at].folded not in ("der", "des")
        or not reading.close(at)
        or not head.base.endswith(tuple(words_of("actors", "with_of")))
    ):
        return 0
    end = _nouns(reading, at + 1)
    what = {stem(word) for word in words_of("actors", "of_what")}
    return end if end and any(stem(words[n].folded).endswith(tuple(what)) for n in range(at + 1, end)) else 0


def _nouns(reading: Reading, at: int) -> int:
    """Return the word behind a row of nouns with their adjectives: "Arbeit, Gesundheit und Soziales"."""
    words, end, last = reading.words, at, 0
    while end < len(words) and not (reading.gap(end).strip() not in ("", "-", ",", "&", "- ") and end > at):
        comma = end > at and reading.gap(end).strip() == ","
        if comma and not _row_goes_on(reading, end):
            break
        word = words[end].folded
        if reading.is_capital(end):
            last = end + 1
            adjective = grammar().may_be_adjective(word) and last < len(words) and reading.close(last)
            if adjective and reading.is_capital(last) and not kinds_of(word):
                end += 1
                continue
            following = last < len(words) and (
                words[last].folded in ("und", "sowie") or reading.gap(last).strip() in (",", "&", "-")
            )
            if not following:
                break
        elif not (
            word in ("und", "sowie")
            or grammar().may_be_adjective(word)
            or (end == at and word in ("den", "die", "das"))
        ):
            break
        end += 1
        if end - at > 9:
            break
    return last


def _row_goes_on(reading: Reading, at: int) -> bool:
    """Return whether a row of nouns with commas ends in "und Noun" without another article."""
    words = reading.words
    for end in range(at, min(at + 6, len(words) - 1)):
        if words[end].folded in ("und", "sowie") or reading.gap(end + 1).strip() == "&":
            return reading.is_capital(end + 1) and words[end + 1].folded not in grammar().definite
        if not reading.is_capital(end) or (end > at and reading.gap(end).strip() not in (",", "")):
            return False
    return False
