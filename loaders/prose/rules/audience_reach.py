"""How far the name of a target group reaches: its adjectives, what restricts it, its relative clause."""

from __future__ import annotations

import re
from functools import cache

from loaders.prose.rules.data import words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.inflection import bases, stem
from loaders.prose.rules.reading import Reading
from ontology.nouns import is_adjectival, kinds_of

_LONGEST_CLAUSE = 14
"""Words of a relative clause that still restricts."""


def before(reading: Reading, first: int) -> tuple[int, bool]:
    """Return where the adjectives of a group begin, and whether one of them restricts it."""
    at, restricted = first, False
    while at > 0 and first - at < 5 and reading.close(at):
        word = reading.words[at - 1]
        lower = word.folded
        capital = word.text[0].isupper()
        joins = (
            lower in ("und", "oder")
            and at < first
            and at > 1
            and grammar().may_be_adjective(reading.words[at - 2].folded)
            and not reading.is_capital(at - 2)
        )
        adverb = (at < first or is_adjectival(reading.words[first].folded)) and lower in grammar().adverbs
        adjective = (
            grammar().may_be_adjective(lower)
            and (not capital or reading.opens(at - 1))
            and not (capital and kinds_of(lower).get("audience"))
        )
        manner = not capital and _is_participle(reading.words[first].folded) and _is_manner(reading, at - 1)
        if not manner and (stem(lower) in _free() or lower in _free() or not (joins or adverb or adjective)):
            break
        restricted = restricted or adjective or manner
        at -= 1
    return at, restricted


def _is_manner(reading: Reading, at: int) -> bool:
    """Return whether a word is an adverb that goes with a noun; "nicht" may go with the verb, but not behind these."""
    lower = reading.words[at].folded
    if lower == "nicht":
        return at > 0 and reading.words[at - 1].folded in words_of("audiences", "before_not")
    return lower in words_of("audiences", "manner")


def _is_participle(folded: str) -> bool:
    """Return whether a noun was an adjective or participle, which adverbs go with: "geringfügig Beschäftigte"."""
    return folded.endswith(("te", "ten", "ter", "ende", "enden", "ige", "igen"))


def pair(reading: Reading, end: int) -> int:
    """Return the word behind the second of "Arbeitnehmerinnen und Arbeitnehmer"."""
    if end + 1 >= len(reading.words) or not reading.close(end):
        return end
    link = reading.words[end].folded
    if link not in ("und", "oder", "bzw", "beziehungsweise"):
        return end
    second = end + 1
    one, two = reading.words[end - 1].folded, reading.words[second].folded
    male, female = (two, one) if "innen" in one else (one, two)
    root = female.removesuffix("innen")
    return (
        second + 1
        if "innen" in female and male.startswith(root[: max(4, len(root) - 2)]) and reading.is_capital(second)
        else end
    )


def hung(reading: Reading, start: int) -> tuple[int, bool]:
    """Return where "An- und Ungelernte" begins."""
    if (
        start > 1
        and reading.words[start - 1].folded in ("und", "oder", "sowie")
        and reading.gap(start - 1).strip() == "-"
        and reading.close(start)
    ):
        return start - 2, True
    return start, False


def behind(reading: Reading, end: int) -> int:
    """Return the word behind what restricts a group: "mit Fluchterfahrung", "unter 35 Jahren", "in Elternzeit"."""
    words = reading.words
    while end + 1 < len(words) and reading.close(end) and words[end].folded in words_of("audiences", "restricting"):
        stop = _phrase(reading, end)
        if stop <= end:
            break
        end = stop
    return end


def _phrase(reading: Reading, at: int) -> int:
    words = reading.words
    link = words[at].folded
    if link in ("unter", "ueber", "ab", "zwischen", "bis", "von"):
        return _age(reading, at)
    noun = _noun(reading, at + 1)
    if not noun:
        return at
    last = reading.unit(noun - 1)
    if link in ("mit", "ohne") and any(
        base in words_of("audiences", "not_with") for base in bases(words[last[1] - 1].folded)
    ):
        return at
    whole = words[last[1] - 1].folded
    if link == "aus" and _is_institution(whole):
        return _institutions(reading, noun)
    if link in ("mit", "ohne"):
        return _more(reading, noun)
    known = (
        whole in words_of("audiences", "into")
        or any(base in words_of("audiences", "into") for base in bases(whole))
        or whole.endswith(("klasse", "berufen", "lage", "lagen", "branche", "branchen", "industrie", "phase", "bezug"))
    )
    return _more(reading, _sgb(reading, noun)) if known and (link not in ("in", "im") or whole != "region") else at


def _institutions(reading: Reading, end: int) -> int:
    """Return the word behind ", Kliniken und Beratungsstellen", where people come from a row of institutions."""
    words, comma = reading.words, False
    while end + 1 < len(words):
        joins = words[end].folded in ("und", "oder", "sowie") and reading.close(end)
        at = end + 1 if joins else end
        if not (joins or reading.gap(end).strip() == ",") or not reading.is_capital(at):
            break
        stop = reading.unit(at)[1]
        if not _is_institution(words[stop - 1].folded):
            break
        end, comma = stop, not joins
        if joins:
            break
    return end if not comma else reading.unit(end - 1)[0]


def _is_institution(word: str) -> bool:
    return any("institution" in kinds_of(base) for base in bases(word))


def _sgb(reading: Reading, end: int) -> int:
    """Return the word behind the number of a code of law: "SGB II"."""
    while (
        end < len(reading.words)
        and reading.close(end)
        and re.fullmatch(r"[IVX]+|\d{1,2}|[a-z]", reading.words[end].text)
    ):
        end += 1
    return end


def _age(reading: Reading, at: int) -> int:
    words, end = reading.words, at + 1
    if end < len(words) and words[end].folded == "klasse" and end + 1 < len(words) and words[end + 1].text.isdigit():
        return end + 2
    if end >= len(words) or not words[end].text.isdigit():
        return at
    end += 1
    while (
        end < len(words)
        and reading.close(end)
        and (words[end].folded in ("und", "bis", "jahre", "jahren") or words[end].text.isdigit())
    ):
        end += 1
    return end - 1 if words[end - 1].folded in ("und", "bis") else end


def _noun(reading: Reading, at: int) -> int:
    """Return the word behind the noun phrase that begins at a word, or 0."""
    words, end = reading.words, at
    while end < len(words) and reading.close(end) and not reading.is_capital(end) and end - at < 6:
        word = words[end].folded
        if not (
            grammar().may_be_adjective(word)
            or word in grammar().adverbs
            or word.isdigit()
            or (word in ("dem", "der", "den") and words[at - 1].folded not in ("mit", "ohne"))
            or word in ("einem", "einer", "als", "mehr", "weniger", "oder", "und", "eigenen", "seltenen")
        ):
            return 0
        end += 1
    if end >= len(words) or not reading.close(end) or not reading.is_capital(end):
        return 0
    return reading.unit(end)[1]


def _more(reading: Reading, end: int) -> int:
    """Return the word behind "und Fluchterfahrung", "Lese- und Schreibkenntnissen", "Jahr Berufserfahrung"."""
    words = reading.words
    while end + 1 < len(words) and (reading.close(end) or reading.gap(end).strip() == "-"):
        word = words[end].folded
        hangs = reading.gap(end).strip() == "-"
        if word in ("und", "oder", "bzw") and reading.is_capital(end + 1) and (hangs or _goes_on(reading, end + 1)):
            end = reading.unit(end + 1)[1]
        elif hangs and reading.is_capital(end):
            end = reading.unit(end)[1]
        elif reading.is_capital(end) and words[end - 1].folded in ("jahr", "jahre", "jahren", "sgb"):
            end += 1
        else:
            break
    return end


def _goes_on(reading: Reading, at: int) -> bool:
    """Return whether a noun behind "und" still restricts the group instead of naming another."""
    word = reading.words[reading.unit(at)[1] - 1].folded
    return word.endswith(
        (
            "erfahrung",
            "geschichte",
            "hintergrund",
            "bedarf",
            "abschluss",
            "kenntnisse",
            "kenntnissen",
            "pflichten",
            "aufgaben",
            "erkrankung",
            "erkrankungen",
            "einschraenkungen",
            "problemen",
            "schwierigkeiten",
            "duldung",
            "kindern",
            "behinderung",
            "behinderungen",
        )
    )


def clause(reading: Reading, end: int) -> int:
    """Return the word behind a relative clause, or 0: "Menschen, die ihren Beruf im Ausland gelernt haben"."""
    words = reading.words
    if end + 2 >= len(words) or reading.gap(end).strip() != "," or words[end].folded not in grammar().relative:
        return 0
    stop = end + 1
    while stop < len(words) and not reading.opens(stop) and not any(sign in ",;:–()" for sign in reading.gap(stop)):
        stop += 1
    return stop if stop - end <= _LONGEST_CLAUSE and not reading.is_capital(stop - 1) else 0


@cache
def _free() -> frozenset[str]:
    entries = words_of("audiences", "free")
    return entries | frozenset(map(stem, entries))
