"""Proper names that no dictionary has: typographic words, and capitals behind a head noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.prose.rules.addresses import addresses
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.inflection import stem
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading
from ontology.lexicon import is_ordinary
from ontology.nouns import is_bare, kinds_of

_TYPOGRAPHIC = re.compile(
    r"^(?:[A-ZÄÖÜ]{3,}[\d+]*|[A-ZÄÖÜa-zäöüß]+[a-zäöüß][A-ZÄÖÜ][\wäöüß]*|[A-ZÄÖÜ]{2,}[a-zäöüß]{2,}\w*|\w*[a-z]\d+\w*|[A-Z]{2,}\d+)$"
)
_INNEN = re.compile(r"[a-zäöüß]In(?:nen)?$")
_DOTTED = re.compile(r"(?<![\w.@/-])[A-ZÄÖÜ][\wäöüß]*(?:[.:][A-ZÄÖÜ][\wäöüß]*){1,4}(?![\w@/]|\.[a-z])")
COINED = re.compile(r"[a-zäöüß][A-ZÄÖÜ]|^[A-ZÄÖÜ]{2,}\d*$|\d[A-Z]|[A-Z]\d")
"""Letters that show a coined name."""
_VERSION = re.compile(r"\d{1,2}|20[3-9]0")
_LONGEST = 5


def coined(reading: Reading, places: Places) -> Iterator[tuple[int, int]]:
    """Yield the words whose letters show a name: inner capitals, all capitals, dots between capitals."""
    text = reading.document.text
    within = addresses(text)
    taken: set[int] = set()
    for found in _DOTTED.finditer(text):
        first, end = reading.at(found.start()), reading.at(found.end())
        if first < end and reading.words[first].start == found.start() and not _within(within, found.start()):
            letters = [word.text for word in reading.words[first:end]]
            if (max(map(len, letters)) > 1 and len(letters) > 1) or len(letters) > 2:
                taken.update(range(first, end))
                yield first, end
    for at, word in enumerate(reading.words):
        if at in taken or _within(within, word.start) or word.text in _no_names() or _INNEN.search(word.text):
            continue
        first, end = reading.unit(at)
        if end - first == 1 and _TYPOGRAPHIC.match(word.text) and at not in places.found:
            if reading.blocks[at] in reading.shouted:
                continue  # no word of a line set in capitals is a name for that
            stop = end
            while (
                stop < len(reading.words)
                and reading.close(stop)
                and re.fullmatch(r"\d{1,2}(?:\.\d)?|20[3-9]0|plus|Plus", reading.words[stop].text)
            ):
                stop += 1
            placed = places.behind(stop) if stop < len(reading.words) and reading.close(stop) else None
            yield first, placed[0] if placed else stop


@cache
def singulars() -> frozenset[str]:
    """Return bare nouns for offers that may name a network as well: "Runder Tisch Ausbildung"."""
    return words_of("projects", "topics")


def is_typographic(text: str) -> bool:
    """Return whether a word's letters show a name: "WegZeit", "F.B.Z.", "TRAFO2"."""
    return bool(_TYPOGRAPHIC.match(text)) and text not in _no_names() and not _INNEN.search(text)


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


@cache
def _no_names() -> frozenset[str]:
    return frozenset(load("projects")["no_names"])


def name_behind(reading: Reading, places: Places, at: int, *, colon: bool = False) -> tuple[int, bool]:
    """Return the word behind a name that follows a head noun, and whether there is one: "Netzwerk Grundbildung Dortmund"."""
    end = at
    while end < len(reading.words) and end - at < _LONGEST:
        step = places.behind(end) if reading.close(end) else None
        if step:
            end = step[0]
            continue
        if (
            end == at
            and end < len(reading.words)
            and is_bare(reading.words[end].folded)
            and "offer" in kinds_of(reading.words[end].folded)
            and reading.words[end].folded not in singulars()
        ):
            break  # "im Themennetz Workshops anbieten"
        if end == at and places.linked(end) and reading.words[end].folded not in ("in", "im", "der", "fuer"):
            linked = places.linked(end)
            assert linked is not None
            end = linked[0]
            continue
        if (
            end > at
            and reading.close(end)
            and _VERSION.fullmatch(reading.words[end].text)
            and _TYPOGRAPHIC.match(reading.words[end - 1].text)
        ):
            end += 1 + (
                reading.gap(end + 1) == "." and reading.words[min(end + 1, len(reading.words) - 1)].text.isdigit()
            )
            continue
        gap = reading.gap(end).strip()
        opened = end == at and colon and gap == ":"
        if not (reading.close(end) or opened or (gap in ("&", "+") and end > at and reading.is_capital(end))):
            break
        if not (
            reading.is_capital(end) or (reading.words[end].folded == "plus" and reading.close(end))
        ) or grammar().is_small(reading.words[end].folded):
            break
        end += 1
    return end, end > at


def is_proper(reading: Reading, at: int) -> bool:
    """Return whether a word with a capital is no ordinary noun."""
    word = reading.words[at]
    return word.text[0].isupper() and not is_ordinary(word.folded) and not is_ordinary(stem(word.folded))


def is_proper_word(reading: Reading, at: int) -> bool:
    """Return whether a word may be part of the proper name of an institution."""
    word = reading.words[at]
    if not word.text[0].isupper() or word.folded in words_of("actors", "no_part") | words_of("actors", "polite"):
        return False
    coined = bool(COINED.search(word.text))
    return coined or not (
        is_ordinary(word.folded)
        or is_ordinary(stem(word.folded))
        or grammar().is_small(word.folded)
        or _ends_ordinarily(word.folded)
    )


def _ends_ordinarily(word: str) -> bool:
    return word.endswith(
        ("ung", "ungen", "keit", "heit", "schaft", "tion", "ment", "erin", "innen", "ische", "ischen", "ischer")
    )
