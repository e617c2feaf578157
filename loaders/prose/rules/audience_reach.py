"""Where the name of a target group begins: its adjectives, its first half, the second of a pair."""

from __future__ import annotations

from functools import cache

from loaders.prose.rules.data import words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.inflection import stem
from loaders.prose.rules.reading import Reading
from ontology.nouns import is_adjectival, kinds_of


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
            and (not reading.is_capital(at - 2) or reading.opens(at - 2))
        )
        adverb = (at < first or is_adjectival(reading.words[first].folded)) and lower in grammar().adverbs
        adjective = (
            grammar().may_be_adjective(lower)
            and (not capital or reading.opens(at - 1))
            and not (capital and kinds_of(lower).get("audience") and not _agrees(reading, at))
            and not _is_verb(reading, at - 1)
        )
        manner = not capital and _is_participle(reading.words[first].folded) and _is_manner(reading, at - 1)
        if not manner and (stem(lower) in _free() or lower in _free() or not (joins or adverb or adjective)):
            break
        restricted = restricted or adjective or manner
        at -= 1
    return at, restricted


def _agrees(reading: Reading, at: int) -> bool:
    """Return whether a participle that opens a sentence goes with the noun behind it: "Zugewanderte Frauen"."""
    adjectival = is_adjectival(reading.words[at - 1].folded)
    return adjectival and reading.is_capital(at) and not is_adjectival(reading.words[at].folded)


def _is_verb(reading: Reading, at: int) -> bool:
    """Return whether a word in "-en" says what those named before it do: "Die Kammern weisen Ratsuchende …".

    An adjective in "-en" stands behind an article, a preposition or another adjective, never directly behind a noun.
    """
    if reading.is_capital(at) or not reading.words[at].folded.endswith("en") or at == 0 or reading.opens(at):
        return False
    return reading.close(at) and reading.is_capital(at - 1) and not grammar().is_small(reading.words[at - 1].folded)


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


def aged(reading: Reading, start: int) -> int:
    """Return where "unter 25-Jährige" begins."""
    bound = start > 0 and reading.close(start) and reading.words[start - 1].folded in ("unter", "ueber")
    return start - 1 if bound and reading.words[start].text.isdigit() else start


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


@cache
def _free() -> frozenset[str]:
    entries = words_of("audiences", "free")
    return entries | frozenset(map(stem, entries))
