"""Head nouns of a family, found in compounds and in any case and number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.inflection import bases, is_plural
from loaders.prose.rules.reading import Reading
from ontology.text import fold


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun with a head of a family.

    Args:
        base: the whole noun without case and number, folded, its hyphens left out.
        head: the head of the family it ends in.
        compound: it is more than its head.
    """

    first: int
    end: int
    base: str
    head: str
    plural: bool
    compound: bool


class Heads:
    """The heads of a family, folded."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(fold(name).replace("-", "").replace(" ", "") for name in names)
        self._longest = max(map(len, self._names), default=0)
        self._find = lru_cache(maxsize=1 << 14)(self._search)

    def __contains__(self, base: str) -> bool:
        """Return whether a folded noun is a head itself."""
        return base in self._names

    def find(self, folded: str) -> tuple[str, str] | None:
        """Return the base of a folded noun and the longest head it ends in."""
        return self._find(folded)

    def _search(self, folded: str) -> tuple[str, str] | None:
        for base in bases(folded):
            for at in range(max(0, len(base) - self._longest), len(base)):
                if base[at:] in self._names and (at == 0 or at > 1):
                    return base, base[at:]
        return None

    def is_compound(self, base: str) -> bool:
        """Return whether a folded noun has a head of the family behind other letters."""
        return any(base[at:] in self._names for at in range(2, len(base) - 2))

    def all_in(self, reading: Reading) -> Iterator[Noun]:
        """Yield the nouns of a reading that have a head of the family."""
        at = 0
        while at < len(reading.words):
            first, end = reading.unit(at)
            if reading.is_capital(first) or end - first > 1:
                whole = reading.whole(first, end)
                found = self.find(whole)
                if found and (reading.is_capital(end - 1) or end - first > 1 or first == end - 1):
                    base, head = found
                    yield Noun(first, end, base, head, is_plural(whole, base), base != head)
            at = max(end, at + 1)


def noun_phrase_start(reading: Reading, at: int, *, limit: int = 4) -> int:
    """Return where the adjectives before a noun begin."""
    first = at
    while first > 0 and at - first < limit and reading.close(first):
        word = reading.words[first - 1]
        if word.text[0].isupper() and not reading.opens(first - 1):
            break
        adjective = grammar().may_be_adjective(word.folded)
        adverb = first < at and word.folded in grammar().adverbs
        if not (adjective or adverb):
            break
        first -= 1
    return first
