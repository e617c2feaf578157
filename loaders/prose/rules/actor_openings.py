"""Where the name of an institution begins: town adjectives, adjectives with a capital, names set before the kind."""

from __future__ import annotations

from functools import cache

from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.heads import Head
from loaders.prose.rules.inflection import stem
from loaders.prose.rules.places import Places
from loaders.prose.rules.proper import COINED, is_proper_word
from loaders.prose.rules.reading import Reading
from ontology.nouns import kinds_of

_LONGEST_NAME = 4


def opening(reading: Reading, places: Places, head: Head) -> tuple[int, bool, bool]:
    """Return where a name begins, whether a town's adjective opens it, and whether another word of its own does."""
    first, placed, named = head.first, False, False
    if hangs(reading, first):
        at = first - 3
        own = at >= 0 and _is_adjective(reading, at) and reading.close(at + 1) and _is_inside(reading, at)
        return (at, False, True) if own else (first - 2, False, False)
    while (
        first > 0 and reading.gap(first).strip() == "" and reading.close(first) and first > head.first - _LONGEST_NAME
    ):
        at = first - 1
        word = reading.words[at]
        if (
            word.text in words_as_written("particles")
            and at > 0
            and reading.words[at - 1].text in words_as_written("first_names")
        ):
            first, named = at - 1, True
            continue
        if (
            not word.text[0].isupper()
            or word.folded in words_of("actors", "no_part")
            or word.text in load("projects")["no_names"]
            or (reading.opens(at) and stem(word.folded) in _free() and not _titles(reading, at))
        ):
            break
        if places.adjective(at):
            first, placed = at, True
            continue
        adjective = grammar().may_be_adjective(word.folded) and not kinds_of(word.folded)
        unit = reading.unit(at)[0]
        own = _is_inside(reading, at) or (not head.plural and word.folded.endswith(("er", "es")))
        if (
            (adjective and own and reading.unit(at)[1] == at + 1)
            or {reading.text(unit, at + 1), word.text} & words_as_written("first_names")
            or (not adjective and is_proper_word(reading, at) and (COINED.search(word.text) or _begins(reading, unit)))
        ):
            first, named = unit, True
        else:
            break
    return first, placed, named


def _is_adjective(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return word.text[0].isupper() and grammar().may_be_adjective(word.folded) and not kinds_of(word.folded)


def _is_inside(reading: Reading, at: int) -> bool:
    """Return whether a capital shows that an adjective belongs to a name: no sentence begins with it, at most an item."""
    return not reading.opens(at) or reading.block(at).kind == "bullet"


def _titles(reading: Reading, at: int) -> bool:
    """Return whether an adjective opens a title, with the ending it has without an article: "Regionales Zentrum"."""
    title = reading.blocks[at] <= 1 and reading.block(at).kind in ("title", "heading")
    return title and reading.words[at].folded.endswith(("es", "er"))


@cache
def words_as_written(key: str) -> frozenset[str]:
    """Return words of personal names as they are written: an institution may be called after a person."""
    return frozenset(load("persons")[key])


def _begins(reading: Reading, at: int) -> bool:
    """Return whether a name may begin at a word: behind an article, a comma, a bracket; not behind "zum"."""
    if reading.opens(at):
        return False
    before = reading.words[at - 1].folded
    return (
        not reading.close(at)
        or before in ("der", "die", "das", "den", "dem", "des", "und", "sowie", "vom", "beim")
        or reading.is_capital(at - 1)
    )


def hangs(reading: Reading, at: int) -> bool:
    """Return whether a head shares its end with a word before: "Bildungs- und Beschäftigungsträger"."""
    return (
        at > 1
        and reading.words[at - 1].folded in ("und", "oder", "sowie")
        and reading.gap(at - 1).strip() == "-"
        and reading.close(at)
        and reading.is_capital(at - 2)
    )


@cache
def _free() -> frozenset[str]:
    return frozenset(map(stem, words_of("actors", "free_adjectives")))
