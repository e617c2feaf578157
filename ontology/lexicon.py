"""Words that are no proper names: those of the vocabularies, and those whose end says what they are."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ontology.nouns import kinds_of
from ontology.text import fold

_WORD = re.compile(r"[^\W_]+")
_ABSTRACT = (
    "ung", "ungen", "heit", "keit", "schaft", "schaften", "tion", "tionen", "itaet", "ismus", "nis", "nisse", "tum",
    "lose", "ende", "enden",
)  # fmt: skip
_IN_NAMES = ("stadt", "kreis", "haus", "heim", "werk", "amt", "campus", "mission")
"""Ends of nouns that places and houses are called by as well: Rudolstadt, Sonnenhaus."""


@lru_cache(maxsize=1 << 14)
def is_ordinary(folded: str) -> bool:
    """Return whether a folded word is a common noun, adjective or abbreviation rather than a name."""
    return is_known(folded) or folded.isdigit() or len(folded) < 2 or folded.endswith(_ABSTRACT)


def is_known(folded: str) -> bool:
    """Return whether a folded word stands in a vocabulary or is of a known kind by its end."""
    return folded in _of_vocabularies() or (bool(kinds_of(folded)) and not folded.endswith(_IN_NAMES))


@cache
def _of_vocabularies() -> frozenset[str]:
    from ontology.vocabulary import load

    names = (name for scheme in load().schemes.values() for concept in scheme for name in concept.names)
    return frozenset(word for name in names for word in _WORD.findall(fold(name)))
