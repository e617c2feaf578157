"""Which words are people who may be sent somewhere, whether or not a node stands for them."""

from __future__ import annotations

from functools import lru_cache

from loaders.prose.rules.relation_grammar import listed
from ontology.nouns import STRONG, kinds_of


@lru_cache(maxsize=1 << 14)
def is_people(word: str) -> bool:
    """Return whether a folded word says people: "Kundinnen", "Langzeitarbeitslose", "wer"."""
    return word in listed("people") or kinds_of(word).get("audience") == STRONG
