"""Words that are no proper names: those of the vocabularies, and those whose end says what they are."""

from __future__ import annotations

from functools import cache, lru_cache

from ontology.nouns import kinds_of
from ontology.place_names import words

_ABSTRACT = (
    "ung",
    "ungen",
    "heit",
    "keit",
    "schaft",
    "schaften",
    "tion",
    "tionen",
    "itaet",
    "ismus",
    "nis",
    "nisse",
    "tum",
    "erung",
    "lose",
    "ende",
    "enden",
)
_PLACE_LIKE = frozenset({"stadt", "staedte", "kreis", "haus", "heim", "werk", "amt", "campus", "mission"})


@lru_cache(maxsize=1 << 14)
def is_ordinary(folded: str) -> bool:
    """Return whether a folded word is a common noun, adjective or abbreviation rather than a name."""
    if folded in _of_vocabularies() or folded.isdigit() or len(folded) < 2:
        return True
    return folded.endswith(_ABSTRACT) or (bool(kinds_of(folded)) and not folded.endswith(tuple(_PLACE_LIKE)))


@cache
def _of_vocabularies() -> frozenset[str]:
    from ontology.vocabulary import load

    names = (name for scheme in load().schemes.values() for concept in scheme for name in concept.names)
    return frozenset(word.folded for name in names for word in words(name))
