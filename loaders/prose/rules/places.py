"""Where a reading names places, alone and behind the kind of an institution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from loaders.prose.rules.data import load
from loaders.prose.rules.reading import Reading
from ontology.lexicon import is_ordinary
from ontology.place_names import Word, words
from ontology.regions import Region, gazetteer
from ontology.text import fold

_REACH = 7
_SMALL = 400
"""Municipalities of the largest area that still tells where a text is at home."""
_DISTRICTS, _TOWNS = frozenset({"district"}), frozenset({"city", "municipality"})
LISTED = {
    **dict.fromkeys(("landkreise", "landkreisen", "kreise", "kreisen"), _DISTRICTS),
    **dict.fromkeys(("staedte", "staedten", "gemeinden", "kommunen"), _TOWNS),
}
"""Plurals before a list of names, and the kinds of areas these then are."""
LISTED_KINDS = _DISTRICTS | _TOWNS
_JOINS = frozenset({"", "-", "‐", "/", "–"})


@dataclass(frozen=True)
class Places:
    """The places of a reading."""

    reading: Reading

    @cached_property
    def _plain(self) -> dict[int, tuple[int, Region]]:
        return self._read(None)

    @cached_property
    def around(self) -> Region | None:
        """The Land a text is at home in, if it names places."""
        return self._around(self._plain)

    @cached_property
    def found(self) -> dict[int, tuple[int, Region]]:
        """Places by their first word, as a sentence names them, each with the word behind it."""
        places = self._plain
        return {**self._read(self.around), **places} if self.around else places

    def _read(self, near: Region | None) -> dict[int, tuple[int, Region]]:
        places: dict[int, tuple[int, Region]] = {}
        for first, end in self.reading.by_sentence:
            for at, stop, region in self._within(first, end, near):
                places[at] = (stop, region)
            self._listed(first, end, places)
        return places

    def _within(self, first: int, end: int, near: Region | None) -> Iterator[tuple[int, int, Region]]:
        """Yield the places of some words; no name goes on behind a comma: "Freiburg, im Breisgau-Hochschwarzwald"."""
        for place in gazetteer().places_in(self.reading.words[first:end], near=near):
            at, stop = first + place.first, first + place.end
            comma = next((n for n in range(at + 1, stop) if self.reading.gap(n).strip() == ","), 0)
            if not comma:
                yield at, stop, place.region
                continue
            yield from self._within(at, comma, near)
            yield from self._within(comma, end, near)
            return

    def _listed(self, first: int, end: int, places: dict[int, tuple[int, Region]]) -> None:
        """Read the further names behind "Landkreise A, B und C" as areas of that kind."""
        for at in range(first, end):
            kinds = LISTED.get(self.reading.words[at].folded)
            if not kinds:
                continue
            step = at + 1
            while step < end:
                found = gazetteer().places_in(self.reading.words[step : min(step + 4, end)], any_case=True, kinds=kinds)
                if not found or found[0].first or not self.reading.is_capital(step):
                    break
                stop = step + found[0].end
                places[step] = (stop, found[0].region)
                places.pop(at, None)
                if stop >= end or not (
                    self.reading.gap(stop).strip() == "," or self.reading.words[stop].folded in ("und", "sowie")
                ):
                    break
                step = stop + (self.reading.words[stop].folded in ("und", "sowie"))

    @staticmethod
    def _around(places: dict[int, tuple[int, Region]]) -> Region | None:
        """Return the Land in which most of the places lie: a name of several towns means the one in there."""
        lands = Counter(
            atom[:2] for _, region in places.values() if len(region.atoms) < _SMALL for atom in sorted(region.atoms)[:1]
        )
        best = lands.most_common(1)
        return (
            next((region for region in gazetteer() if region.kind == "land" and region.key == best[0][0]), None)
            if best
            else None
        )

    def behind(self, at: int) -> tuple[int, Region | None] | None:
        """Return the place directly behind a name, with the word behind it; no region where several places may be meant."""
        if at >= len(self.reading.words) or not self.reading.is_capital(at):
            return None
        stretch = self._stretch(at)
        found = gazetteer().places_in(stretch, any_case=True, near=self.around) or gazetteer().places_in(
            stretch, any_case=True
        )
        unit = self.reading.unit(at)
        if found and found[0].first == 0 and not is_adjective(stretch, found[0].end, found[0].region):
            end = at + found[0].end
            return (
                (unit[1], found[0].region)
                if unit[0] == at and at < end < unit[1] and self._all_places(end, unit[1])
                else (end, found[0].region)
            )
        if unit[0] == at and unit[1] - at > 1 and self._all_places(at, unit[1]):
            return unit[1], None
        if unit[0] == at and unit[1] - at > 1 and self._is_area(at, unit[1]):
            return unit[1], None
        if self._is_landscape(at):
            return at + 1, None  # "Regionalagentur Münsterland", "Kammer der Pfalz"
        named = self.found.get(at)
        adjective = named is None or is_adjective(self.reading.words[at : named[0]], named[0] - at, named[1])
        return None if adjective else named

    def _is_landscape(self, at: int) -> bool:
        words = self.reading.words
        known = at < len(words) and words[at].text[0].isupper() and words[at].folded in _landscapes()
        return known and self.reading.unit(at) == (at, at + 1) and (at == 0 or self.reading.close(at))

    def _all_places(self, first: int, end: int) -> bool:
        """Return whether all parts of a hyphenated word are places: "Halle-Dessau"."""
        return all(gazetteer().is_place(self.reading.words[at].text) for at in range(first, end))

    def _is_area(self, first: int, end: int) -> bool:
        """Return whether a hyphenated word names an area: names with a place or a landscape among them, "Ruhr-Lippe-Ems"."""
        said = [self.reading.words[at] for at in range(first, end)]
        names = all(word.text[0].isupper() and not is_ordinary(word.folded) for word in said)
        return names and any(word.folded in _landscapes() or gazetteer().is_place(word.text) for word in said)

    def linked(self, at: int) -> tuple[int, Region | None] | None:
        """Return the place behind "zu", "des Kreises", "der Stadt" and their like."""
        land = self.found.get(at + 1)
        if (
            land
            and (
                land[1].kind == "land"
                or self.reading.words[self.reading.unit(at + 1)[1] - 1].folded.endswith("kreises")
            )
            and self.reading.words[at].folded == "des"
            and self.reading.close(at + 1)
            and self.reading.close(at)
        ):
            return land
        if self.reading.words[at].folded in ("der", "des") and self._is_landscape(at + 1):
            return at + 2, None  # "Handwerkskammer der Pfalz"
        for size in range(4, 0, -1):
            end = at + size
            if end >= len(self.reading.words) or not all(self.reading.close(n) for n in range(at, end + 1)):
                continue
            link = " ".join(word.folded for word in self.reading.words[at:end])
            if link in _links():
                found = self.behind(end) or self.found.get(end - 1)
                if found and found[0] > end:
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
            end == at
            or self.reading.close(end)
            or (end > at and self.reading.gap(end).strip() in _JOINS)
            or self._river(end)
        ):
            end += 1
        return self.reading.words[at:end]

    def _river(self, at: int) -> bool:
        """Return whether a word is the bracket of "Frankfurt (Oder)"."""
        gap = self.reading.gap(at)
        return gap.strip() == "(" and self.reading.words[at].folded in ("oder", "main", "saale", "westf", "allgaeu")


def is_adjective(stretch: tuple[Word, ...], end: int, region: Region) -> bool:
    """Return whether a place is named by its adjective: "Siegener"."""
    last = stretch[end - 1].folded
    return (
        end == 1
        and last.endswith("er")
        and last not in {word.folded for word in words(region.label)}
        and not any(last == word.folded for name in region.names for word in words(name))
    )


@cache
def _landscapes() -> frozenset[str]:
    return frozenset(fold(name) for name in load("regions")["landscapes"] if " " not in name)


def _links() -> frozenset[str]:
    return frozenset(load("actors")["to_place"]) | frozenset(
        link.replace("ü", "ue").replace("ö", "oe").replace("ä", "ae") for link in load("actors")["to_place"]
    )
