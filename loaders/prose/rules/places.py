"""Where a reading names places, alone and behind the kind of an institution."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from loaders.prose.rules.data import load
from loaders.prose.rules.reading import Reading
from ontology.place_names import Word, words
from ontology.regions import Region, gazetteer

_REACH = 7
_JOINS = frozenset({"", "-", "‐", "/", "–"})


@dataclass(frozen=True)
class Places:
    """The places of a reading."""

    reading: Reading

    @cached_property
    def found(self) -> dict[int, tuple[int, Region]]:
        """Places by their first word, as a sentence names them, each with the word behind it."""
        places: dict[int, tuple[int, Region]] = {}
        for first, end in self.reading.by_sentence:
            sentence = self._unlike_adverbs(first, end)
            for place in gazetteer().places_in(sentence):
                places[first + place.first] = (first + place.end, place.region)
        return places

    def behind(self, at: int) -> tuple[int, Region] | None:
        """Return the place directly behind a name, with the word behind it."""
        stretch = self._stretch(at)
        found = gazetteer().places_in(stretch, any_case=True) if stretch else ()
        if not found or found[0].first != 0 or not self.reading.is_capital(at):
            return None
        if is_adjective(stretch, found[0].end, found[0].region):
            return None
        return at + found[0].end, found[0].region

    def linked(self, at: int) -> tuple[int, Region] | None:
        """Return the place behind "zu", "des Kreises", "der Stadt" and their like."""
        for size in range(4, 0, -1):
            end = at + size
            if end >= len(self.reading.words) or not all(self.reading.close(n) for n in range(at, end + 1)):
                continue
            link = " ".join(word.folded for word in self.reading.words[at:end])
            if link in _links():
                found = self.behind(end)
                if found:
                    return found
        return None

    def adjective(self, at: int) -> Region | None:
        """Return the town an adjective names: "Dortmunder"."""
        word = self.reading.words[at]
        if not word.text[0].isupper() or not word.folded.endswith("er"):
            return None
        found = gazetteer().places_in((word,), any_case=True)
        return found[0].region if found and is_adjective((word,), 1, found[0].region) else None

    def _stretch(self, at: int) -> tuple[Word, ...]:
        end = at
        while end < min(at + _REACH, len(self.reading.words)) and (
            self.reading.close(end) or (end > at and self.reading.gap(end).strip() in _JOINS)
            or self._river(end)
        ):
            end += 1
        return self.reading.words[at:end]

    def _river(self, at: int) -> bool:
        """Return whether a word is the bracket of "Frankfurt (Oder)"."""
        gap = self.reading.gap(at)
        return gap.strip() == "(" and self.reading.words[at].folded in ("oder", "main", "saale", "westf", "allgaeu")

    def _unlike_adverbs(self, first: int, end: int) -> tuple[Word, ...]:
        return self.reading.words[first:end]


def is_adjective(stretch: tuple[Word, ...], end: int, region: Region) -> bool:
    """Return whether a place is named by its adjective: "Siegener"."""
    last = stretch[end - 1].folded
    return end == 1 and last.endswith("er") and last not in {word.folded for word in words(region.label)} and not any(
        last == word.folded for name in region.names for word in words(name)
    )


def _links() -> frozenset[str]:
    return frozenset(load("actors")["to_place"]) | frozenset(
        link.replace("ü", "ue").replace("ö", "oe").replace("ä", "ae") for link in load("actors")["to_place"]
    )
