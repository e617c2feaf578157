"""The article before a noun."""

from __future__ import annotations

from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.reading import Reading


def determiner(reading: Reading, at: int) -> str:
    """Return the article or its like before a noun, across its adjectives; empty if there is none."""
    at -= 1
    while at >= 0 and reading.close(at + 1):
        word = reading.words[at].folded
        if word in grammar().definite or word in grammar().indefinite:
            return word
        if not (grammar().may_be_adjective(word) or word in grammar().adverbs) or reading.is_capital(at):
            return ""
        at -= 1
    return ""
