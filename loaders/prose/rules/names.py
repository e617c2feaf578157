"""Names of several words, found in a reading in any case and number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from loaders.prose.rules.inflection import stem
from loaders.prose.rules.reading import Reading
from ontology.place_names import words

T = TypeVar("T")
_LINKS = frozenset({"", "-", "–", "&", ",", "- ", "/", ".", "‐", "+", ":"})


@dataclass(slots=True)
class Names(Generic[T]):
    """Names by the stems of their words; a name found first keeps its meaning."""

    meanings: dict[tuple[str, ...], T] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, meaning: T) -> None:
        """Add a name, also without its "und": a text may write "&"."""
        stems = tuple(stem(word.folded) for word in words(name))
        for key in {stems, tuple(one for one in stems if one not in ("und", "u"))}:
            if key:
                self.meanings.setdefault(key, meaning)
                self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))

    def match(self, reading: Reading, at: int) -> tuple[int, T] | None:
        """Return the word behind the longest name that begins at a word, and its meaning."""
        reach = self.longest.get(stem(reading.words[at].folded), 0)
        if not reach:
            return None
        stems: list[str] = []
        for number in range(at, min(at + reach, len(reading.words))):
            gap = reading.gap(number)
            if number > at and (gap.strip() not in _LINKS or (gap.strip() == "" and not reading.close(number))):
                break
            stems.append(stem(reading.words[number].folded))
        for size in range(len(stems), 0, -1):
            found = self.meanings.get(tuple(stems[:size]))
            if found is not None:
                return at + size, found
        return None

    def all_in(self, reading: Reading) -> Iterator[tuple[int, int, T]]:
        """Yield every name of a reading with its first and last-plus-one word; names do not overlap."""
        at = 0
        while at < len(reading.words):
            found = self.match(reading, at)
            if found:
                yield at, found[0], found[1]
            at = found[0] if found else at + 1
