"""The small words of German, and what tells an adjective."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from loaders.prose.rules.data import load, words_of


@dataclass(frozen=True, slots=True)
class Grammar:
    """The data of ``grammar.toml``, folded."""

    definite: frozenset[str]
    indefinite: frozenset[str]
    genitive: frozenset[str]
    prepositions: frozenset[str]
    joining: frozenset[str]
    relative: frozenset[str]
    not_adjectives: frozenset[str]
    adverbs: frozenset[str]
    adjective_ends: tuple[str, ...]

    def is_small(self, word: str) -> bool:
        """Return whether a folded word only links others: article, preposition, conjunction."""
        return word in self.definite or word in self.indefinite or word in self.prepositions or word in self.joining

    def may_be_adjective(self, word: str) -> bool:
        """Return whether a folded word may be an adjective or participle before a noun."""
        return (
            len(word) > 3
            and word.endswith(self.adjective_ends)
            and word not in self.not_adjectives
            and not self.is_small(word)
        )


@cache
def grammar() -> Grammar:
    """Return the small words, read once."""
    data = load("grammar")
    sets = {name: words_of("grammar", name) for name in Grammar.__dataclass_fields__ if name != "adjective_ends"}
    return Grammar(**sets, adjective_ends=tuple(data["adjective_ends"]))
