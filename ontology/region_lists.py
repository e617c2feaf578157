"""Several places in one label: "Stadt und Landkreis Fürth", "Landkreise Leer und Aurich", "Leer, Emden"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from ontology.region import Region
from ontology.text import clean, fold

_BETWEEN = re.compile(r"\s*(?:[;,•|/+&]|\b(?:und|sowie|u\.|oder|bzw\.)(?=\s))\s*")
_LONGEST = 4
"""Parts a single name may consist of: "Siegen-Wittgenstein und Kreis Olpe" is one space."""


@dataclass(frozen=True, slots=True)
class Lists:
    """Finds all places of a label that consists of places alone.

    Args:
        find: returns the region a single label names.
        marked: splits words that say a type from the name after them: ("Landkreis", "Fürth").
        plural: such words that hold for all names that follow, folded: "Landkreise".
    """

    find: Callable[[str], Region | None]
    marked: Callable[[str], tuple[str, str]]
    plural: Set[str]

    def all_in(self, label: str) -> tuple[Region, ...]:
        """Return the places, each once; none if any part of the label is no place."""
        text = clean(label.replace("\n", " ; "))
        whole = self.find(text)
        if whole is not None:
            return (whole,)
        parts = list(_parts(text))
        found: list[Region] = []
        at, kind = 0, ""
        while at < len(parts):
            size, kind, region = self._next(text, parts[at : at + _LONGEST], kind)
            if region is None:
                return ()
            found.append(region)
            at += size
        return tuple(dict.fromkeys(found))

    def _next(self, text: str, parts: list[tuple[int, int]], kind: str) -> tuple[int, str, Region | None]:
        """Return of how many parts the next name consists, which word holds for those behind it, and its region."""
        first = text[slice(*parts[0])]
        mark, name = self.marked(first)
        if mark and not name and len(parts) > 1:  # "Stadt" in "Stadt und Landkreis Fürth"
            _, shared = self.marked(text[slice(*parts[1])])
            return 1, "", self.find(f"{first} {shared}") if shared else None
        if kind and not mark:
            region = self.find(f"{kind} {first}")
            if region is not None:
                return 1, kind, region
        follows = mark if fold(mark) in self.plural else ""
        for size in range(len(parts), 0, -1):
            region = self.find(text[parts[0][0] : parts[size - 1][1]])
            if region is not None:
                return size, follows, region
        return 1, "", None


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a list begin and end."""
    start = 0
    for found in _BETWEEN.finditer(text):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < len(text):
        yield start, len(text)
