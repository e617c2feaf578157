"""Finding names made of several words inside longer labels: leftmost, longest first, on word boundaries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ontology.text import clean, fold

_WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """One word of a label: as written, as compared, and where it stands in the cleaned label."""

    text: str
    folded: str
    start: int
    end: int


@lru_cache(maxsize=1 << 14)
def words(label: str) -> tuple[Word, ...]:
    """Return the words of a label; hyphens, slashes and dots separate."""
    return tuple(Word(found[0], fold(found[0]), found.start(), found.end()) for found in _WORD.finditer(clean(label)))


@dataclass(slots=True)
class NameIndex:
    """Names by their words, each with the ids it may mean, best first."""

    ids: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, identifier: str) -> None:
        """Add a meaning behind those the name already has."""
        key = tuple(word.folded for word in words(name))
        if not key:
            return
        meanings = self.ids.setdefault(key, [])
        if identifier not in meanings:
            meanings.append(identifier)
        self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))

    def whole(self, name: str) -> list[str]:
        """Return the ids a complete label may mean."""
        return self.ids.get(tuple(word.folded for word in words(name)), [])

    def within(self, label: tuple[Word, ...]) -> Iterator[tuple[int, int, list[str]]]:
        """Yield first and last-plus-one word of each name found, with its ids; names do not overlap."""
        at = 0
        while at < len(label):
            size = self._match(label, at)
            if size:
                yield at, at + size, self.ids[tuple(word.folded for word in label[at : at + size])]
            at += size or 1

    def _match(self, label: tuple[Word, ...], at: int) -> int:
        reach = min(self.longest.get(label[at].folded, 0), len(label) - at)
        for size in range(reach, 0, -1):
            if tuple(word.folded for word in label[at : at + size]) in self.ids:
                return size
        return 0
