"""Finding regions by name, alone or inside a longer label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from ontology.place_names import NameIndex, Word, words
from ontology.region import Region
from ontology.text import clean, fold

_OFFICIAL = frozenset({"city", "district", "municipality"})


@dataclass(frozen=True, slots=True)
class Place:
    """A region named inside a longer label: the words from ``first`` up to, not including, ``end``."""

    region: Region
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Caution:
    """When a name inside a longer text is no place.

    Args:
        ordinary: names that are ordinary words, folded: they need a word of ``after`` or a place before them.
        joining: words that join places ("und").
        languages: language codes; an abbreviation beside one is a language too ("DE/EN").
        before: words that may precede a place without changing it.
    """

    ordinary: Set[str] = frozenset()
    after: Set[str] = frozenset()
    joining: Set[str] = frozenset()
    languages: Set[str] = frozenset()
    before: Set[str] = frozenset()


class Gazetteer:
    """Regions by id and by name.

    Args:
        regions: in order of preference where several bear one name.
        short: abbreviations by id, recognised inside a text only in this spelling.
        plates: abbreviations by id, recognised only when they stand alone.
    """

    def __init__(
        self,
        regions: Iterable[Region],
        *,
        short: Mapping[str, Sequence[str]] | None = None,
        plates: Mapping[str, Sequence[str]] | None = None,
        caution: Caution | None = None,
    ) -> None:
        self._regions = {region.id: region for region in regions}
        self._caution = caution or Caution()
        self._index = NameIndex()
        for region in self._regions.values():
            for name in (region.label, *region.names):
                self._index.add(name, region.id)
        self._spelt: dict[str, set[str]] = {}
        for region_id, names in (short or {}).items():
            for name in names:
                self._index.add(name, region_id)
                self._spelt.setdefault(fold(name), set()).add(name)
        self._plates = {name: region_id for region_id, names in (plates or {}).items() for name in names}

    def __getitem__(self, region_id: str) -> Region:
        """Return a region by id."""
        return self._regions[region_id]

    def __contains__(self, region_id: object) -> bool:
        """Return whether an id is known."""
        return region_id in self._regions

    def __iter__(self) -> Iterator[Region]:
        """Yield all regions in order of preference."""
        return iter(self._regions.values())

    def __len__(self) -> int:
        """Return how many regions are known."""
        return len(self._regions)

    def get(self, region_id: str) -> Region | None:
        """Return a region by id, or None."""
        return self._regions.get(region_id)

    def find(self, label: str, *, near: Region | None = None) -> Region | None:
        """Return the region a complete label names; of several with one name the one inside ``near`` is meant.

        "Olpe" alone is the Kreis; "Stadt Olpe", or "Olpe" near the Kreis Olpe, is the town.
        """
        text = clean(label)
        if text in self._plates:
            return self._regions[self._plates[text]]
        for name in (text, self._without_filler(text)):
            found = self._index.whole(name)
            if found:
                return self._prefer(found, near)
        return None

    def find_all_in(self, text: str, *, near: Region | None = None) -> tuple[Region, ...]:
        """Return the regions named inside a longer label, each once, in the order in which they are named."""
        return tuple(dict.fromkeys(place.region for place in self.places_in(words(text), near=near)))

    def places_in(
        self,
        label: tuple[Word, ...],
        *,
        near: Region | None = None,
        any_case: bool = False,
        kinds: Set[str] = frozenset(),
    ) -> tuple[Place, ...]:
        """Return the places named by some words of a label, without overlaps, longest first at each word.

        Args:
            any_case: do not ask for capitals (a name of an institution may be written in capitals or none).
            kinds: which of several areas with one name to prefer, e.g. ``district``.
        """
        found: list[Place] = []
        capitals = not any_case and any(word.text != word.text.lower() for word in label)
        for first, end, ids in self._index.within(label):
            wanted = [region_id for region_id in ids if self._regions[region_id].kind in kinds]
            region = self._prefer(wanted or ids, near)
            if capitals and region.kind in _OFFICIAL and not any(word.text[0].isupper() for word in label[first:end]):
                continue
            if end - first == 1 and len(label) > 1 and not self._is_meant(label, first, found, any_case=any_case):
                continue
            found.append(Place(region, first, end))
        return tuple(found)

    def near(self, label: str, limit: int = 5) -> tuple[Region, ...]:
        """Return the regions whose names come closest to a label nobody knows, best first."""
        from rapidfuzz import process

        names = {fold(region.label): region.id for region in self}
        close = process.extract(fold(label), list(names), limit=limit, score_cutoff=60)
        return tuple(self._regions[names[name]] for name, _, _ in close)

    def _prefer(self, ids: Sequence[str], near: Region | None) -> Region:
        candidates = [self._regions[region_id] for region_id in ids]
        if near is None or len(candidates) == 1:
            return candidates[0]
        inside = [region for region in candidates if region.atoms < near.atoms]
        touching = [region for region in candidates if region.atoms & near.atoms]
        return (inside or touching or candidates)[0]

    def _without_filler(self, text: str) -> str:
        """Return the label without words such as "Raum" or "Standort" in front."""
        rest = text
        while True:
            first, _, tail = rest.partition(" ")
            if fold(first) not in self._caution.before or not tail:
                return rest
            rest = tail

    def _is_meant(self, label: tuple[Word, ...], at: int, found: list[Place], *, any_case: bool) -> bool:
        """Return whether a single word inside a text that could be a place is meant as one."""
        word, caution = label[at], self._caution
        beside = [label[number].folded for number in (at - 1, at + 1) if 0 <= number < len(label)]
        spelt = self._spelt.get(word.folded)
        if spelt and not any_case and (word.text not in spelt or not caution.languages.isdisjoint(beside)):
            return False
        if word.folded not in caution.ordinary:
            return True
        previous = label[at - 1].folded if at else ""
        last = found[-1].end if found else -1
        return previous in caution.after or last == at or (last == at - 1 and previous in caution.joining)
