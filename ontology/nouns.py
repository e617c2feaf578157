"""What kind of thing a German noun is by its end: a "Schweißerkurs" is a Kurs, a "Gründerzentrum" a Zentrum."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ontology.text import fold

STRONG, WEAK = 2, 1
_SHORT_END, _SHORTEST_STEM = 2, 4
KINDS = ("offer", "audience", "theme", "institution", "nothing")
_MARKED = re.compile(r"(?:[*:_]|/-?|\(-?)innen\)?$")
_ALIKE = ("", "en", "n", "e")


@dataclass(frozen=True, slots=True)
class Nouns:
    """The data of ``nouns.toml``.

    Args:
        ends: the kinds a word may be of by its end, each with how surely; ``=word`` only as a whole label.
        generic: ends of words that head columns too.
        adjectival: ends of adjectives and participles used as nouns.
        phrase: the words that build labels.
    """

    ends: Mapping[str, Mapping[str, int]]
    generic: frozenset[str]
    adjectival: frozenset[str]
    phrase: Mapping[str, frozenset[str]]


@cache
def nouns() -> Nouns:
    """Return the nouns, read once."""
    import tomllib
    from pathlib import Path

    data = tomllib.loads(Path(__file__).with_name("nouns.toml").read_text(encoding="utf-8"))
    ends: dict[str, dict[str, int]] = {}
    for kind in KINDS:
        for said in data[kind]:
            for end in data[kind][said]:
                ends.setdefault(fold(end), {})[kind] = WEAK if said == "weak" else STRONG
    phrase = {use: frozenset(map(fold, found)) for use, found in data["phrase"].items()}
    generic, adjectival = data["offer"]["generic"], data["audience"]["adjectival"]
    return Nouns(ends, frozenset(map(fold, generic)), frozenset(map(fold, adjectival)), phrase)


@lru_cache(maxsize=1 << 15)
def kinds_of(word: str) -> Mapping[str, int]:
    """Return the kinds a folded word is of, each with how surely; empty if its end says nothing.

    Words with a space between them are looked up as they stand: "case management".
    """
    marked = _MARKED.search(word)
    if marked:
        return _female(word[: marked.start()]) or {"audience": STRONG}
    found = _by_end(word)
    if not found and word.endswith("innen"):
        return _female(word.removesuffix("innen")) or {"audience": WEAK}
    return found


def is_adjectival(word: str) -> bool:
    """Return whether a folded word is an adjective or participle used as a noun: ``Alleinerziehende``."""
    return any(word[start:] in nouns().adjectival for start in range(len(word)))


def is_generic(word: str) -> bool:
    """Return whether a folded word may head a column as well as name one thing: "Fördermaßnahme"."""
    return _longest(word) in nouns().generic


def is_bare(word: str) -> bool:
    """Return whether a folded word is a head with nothing before it: "Kurs"."""
    return _longest(word) == word


def _female(stem: str) -> Mapping[str, int]:
    return next((found for ending in _ALIKE if (found := _by_end(stem + ending))), {})


def alone(word: str) -> Mapping[str, int]:
    """Return the kinds a folded word is of that is a whole label: ``=tag`` in the data."""
    return nouns().ends.get("=" + word, {})


def _by_end(word: str) -> Mapping[str, int]:
    """Return what the longest known end of a word says."""
    return nouns().ends.get(word if " " in word else _longest(word), {})


def _longest(word: str) -> str:
    """Return the longest known end of a word, or an empty text."""
    ends = nouns().ends
    return next((word[at:] for at in range(len(word) - 1) if word[at:] in ends and _is_long(word, at)), "")


def _is_long(word: str, at: int) -> bool:
    """Return whether enough stands before a short end: "Didaktik" is one in -ik, "BBiE" none in -ie."""
    return len(word) - at > _SHORT_END or at == 0 or at >= _SHORTEST_STEM
