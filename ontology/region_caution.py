"""When a name is no place: ordinary words, fillers, abbreviations that mean something else."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from ontology.text import fold

LONGEST_NAME = 200
"""Characters; no place has a longer name, and a hostile cell is given up at once."""


@dataclass(frozen=True, slots=True)
class Caution:
    """When a name is no place.

    Args:
        ordinary: names that are ordinary words, folded: inside a longer text they need a word of ``after`` or a place
            before them, alone a capital.
        seldom: those of them that mean no place even alone, unless such a word or the region around says so.
        joining: words that join places ("und").
        languages: language codes; an abbreviation beside one is a language too ("DE/EN").
        before: words that may precede a place without changing it.
        behind: words that may follow a place without changing it.
        vague: those of them that leave open how far the place reaches ("Raum", "und Umgebung").
        reach: labels that say how far something reaches without saying where ("landesweit").
        parts: words for parts or unions of municipalities, which are no regions here ("Ortsteil", "Samtgemeinde").
        plural: words that say a type for all names behind them ("Landkreise").
    """

    ordinary: Set[str] = frozenset()
    seldom: Set[str] = frozenset()
    after: Set[str] = frozenset()
    joining: Set[str] = frozenset()
    languages: Set[str] = frozenset()
    before: Set[str] = frozenset()
    behind: Set[str] = frozenset()
    vague: Set[str] = frozenset()
    reach: Set[str] = frozenset()
    parts: Set[str] = frozenset()
    plural: Set[str] = frozenset()

    def without_filler(self, text: str) -> str:
        """Return the label without words such as "Raum" in front and "und Umgebung" behind."""
        return self.filled(text)[0]

    def filled(self, text: str) -> tuple[str, set[str]]:
        """Return the label without words such as "Raum" in front and "und Umgebung" behind, and these, folded."""
        rest, said = text, set()
        while len(text) <= LONGEST_NAME:
            parts = rest.split(" ")
            for size in (2, 1):
                front, back = fold(" ".join(parts[:size])), fold(" ".join(parts[-size:]))
                if len(parts) > size and front in self.before:
                    rest = " ".join(parts[size:])
                    said.add(front)
                    break
                if len(parts) > size and back in self.behind:
                    rest = " ".join(parts[:-size])
                    said.add(back)
                    break
            else:
                break
        return rest, said


@dataclass(frozen=True, slots=True)
class Spelt:
    """Abbreviations: ``short`` ones count inside a text only as written, ``plates`` only alone; each with its id."""

    short: Mapping[str, Set[str]]
    plates: Mapping[str, str]
