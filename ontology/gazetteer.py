"""Finding regions by name, alone or inside a longer label."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass

from ontology.place_names import Word, words
from ontology.region import Region
from ontology.region_caution import LONGEST_NAME, Caution, Spelt
from ontology.region_data import Area
from ontology.region_lists import Lists
from ontology.region_names import Meaning, RegionNames
from ontology.region_towns import Town, Towns, area
from ontology.text import clean, fold

_BRACKET = re.compile(r"\s\(([^()]{2,60})\)")
_OFFICIAL = frozenset({"city", "district"})


@dataclass(frozen=True, slots=True)
class Place:
    """A region named inside a longer label: the words from ``first`` up to, not including, ``end``."""

    region: Region
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class _Reading:
    """A label in which places are looked for, and how; ``mixed`` if it has capitals at all."""

    label: tuple[Word, ...]
    near: Region | None
    kinds: Set[str]
    before: Word | None
    any_case: bool
    mixed: bool


class Gazetteer:
    """Regions by id and by name.

    Iterating yields the regions above the municipalities in order of preference; municipalities are found by id and by
    name, or one after the other with ``municipalities``.

    Args:
        areas: above the municipalities, in order of preference where several bear one name.
        towns: the municipalities.
        names: what names may mean.
        build: makes a region of an area.
    """

    def __init__(
        self,
        areas: Sequence[Area],
        towns: Towns,
        names: RegionNames,
        build: Callable[[Area], Region],
        spelt: Spelt,
        caution: Caution,
    ) -> None:
        self._areas = {one.id: one for one in areas}
        self._built: dict[str, Region] = {}
        self._towns, self._names, self._build = towns, names, build
        self._spelt, self._caution = spelt, caution

    def __getitem__(self, region_id: str) -> Region:
        """Return a region by id."""
        found = self.get(region_id)
        if found is None:
            raise KeyError(region_id)
        return found

    def __contains__(self, region_id: object) -> bool:
        """Return whether an id is known."""
        return isinstance(region_id, str) and self.get(region_id) is not None

    def __iter__(self) -> Iterator[Region]:
        """Yield the regions above the municipalities in order of preference."""
        return (self[region_id] for region_id in self._areas)

    def __len__(self) -> int:
        """Return how many regions there are above the municipalities."""
        return len(self._areas)

    def municipalities(self, within: Region | None = None) -> Iterator[Region]:
        """Yield the municipalities, and the boroughs of Berlin and Hamburg, in the order of their keys.

        Args:
            within: only those of a region.
        """
        keys = sorted(within.atoms) if within else self._towns.keys()
        return (self[f"region/{key}"] for key in keys if within is None or self._towns.get(key))

    def get(self, region_id: str) -> Region | None:
        """Return a region by id, or None."""
        found = self._built.get(region_id)
        if found is None:
            known = self._areas.get(region_id) or self._town(region_id.removeprefix("region/"))
            if known is None:
                return None
            found = self._built[region_id] = self._build(known)
        return found

    def find(self, label: str, *, near: Region | None = None) -> Region | None:
        """Return the region a complete label names; of several with one name the one inside ``near`` is meant.

        "Olpe" alone is the Kreis; "Stadt Olpe", or "Olpe" near the Kreis Olpe, is the town. "Neustadt" alone is none:
        many towns are called so; "Neustadt (Landkreis Marburg-Biedenkopf)" or "Neustadt" near that Landkreis is one.
        """
        text = clean(label)
        if len(text) > LONGEST_NAME:
            return None
        if text in self._spelt.plates:
            return self[self._spelt.plates[text]]
        for name in dict.fromkeys((text, self._caution.without_filler(text))):
            meaning = self._names.whole(name, towns=near is not None)
            if meaning and not self._is_word(name, text, meaning, near):
                return self._prefer(meaning, near)
        return self._in_context(text)

    def find_each(self, label: str, *, near: Region | None = None) -> tuple[Region, ...]:
        """Return the regions of a label that names nothing but regions: "Stadt und Landkreis Fürth", "Leer, Emden"."""
        lists = Lists(lambda name: self.find(name, near=near), self._names.split, self._caution.plural)
        return lists.all_in(label)

    def find_all_in(self, text: str, *, near: Region | None = None) -> tuple[Region, ...]:
        """Return the regions named inside a longer label, each once, in the order in which they are named."""
        for bracket in _BRACKET.finditer(text):
            inside = self._before_bracket(text[: bracket.start()], bracket[1])
            if inside is not None:
                start, region = inside
                around = (self.find_all_in(text[:start], near=near), (region,), self.find_all_in(text[bracket.end() :]))
                return tuple(dict.fromkeys(one for part in around for one in part))
        return tuple(dict.fromkeys(place.region for place in self.places_in(words(text), near=near)))

    def places_in(
        self,
        label: tuple[Word, ...],
        *,
        near: Region | None = None,
        any_case: bool = False,
        kinds: Set[str] = frozenset(),
        before: Word | None = None,
    ) -> tuple[Place, ...]:
        """Return the places named by some words of a label, without overlaps, longest first at each word.

        Args:
            any_case: do not ask for capitals (a name of an institution may be written in capitals or none).
            kinds: which of several areas with one name to prefer, e.g. ``district``.
            before: the word before the first, where the label is part of a longer one.
        """
        found: list[Place] = []
        mixed = any(word.text != word.text.lower() for word in label)
        reading = _Reading(label, near, kinds, before, any_case, mixed)
        at = 0
        while at < len(label):
            end, region = self._place_at(reading, at, found)
            if region is not None:
                found += self._of_both(label, at, end, found)
                found.append(Place(region, at, end))
            at = end
        return tuple(found)

    def is_place(self, label: str) -> bool:
        """Return whether a label names nothing but places, be it one of several of that name, a part of one or a reach.

        "Neustadt", "Ortsteil Burg", "landesweit" are places though no region can be told from them alone.
        """
        text = clean(label)
        if fold(text) in self._caution.reach or self.find_each(label):
            return True
        first, _, rest = text.partition(" ")
        if rest and fold(first) in self._caution.parts:
            return bool(self._names.whole(rest))
        bare = text.partition(" (")[0] if text.endswith(")") else text
        name = self._caution.without_filler(bare)
        meaning = self._names.whole(name)
        return bool(meaning) and not self._is_word(name, bare, meaning, None)

    def is_vague(self, label: str) -> bool:
        """Return whether a label leaves open how far its place reaches: "Raum Kassel", "Kreis Olpe und Umgebung"."""
        text = clean(label)
        if self._names.whole(text):
            return False
        _, said = self._caution.filled(text)
        return not self._caution.vague.isdisjoint(said)

    def near(self, label: str, limit: int = 5) -> tuple[Region, ...]:
        """Return the regions whose names come closest to a label nobody knows, best first."""
        from rapidfuzz import process

        names = {fold(town.name): town.id for town in map(self._towns.at, range(len(self._towns)))}
        names |= {fold(region.label): region.id for region in self}
        close = process.extract(fold(label), list(names), limit=limit, score_cutoff=60)
        return tuple(self[names[name]] for name, _, _ in close)

    def _town(self, key: str) -> Area | None:
        town = self._towns.get(key)
        return area(town, self._label(town)) if town else None

    def _label(self, town: Town) -> str:
        """Return the shortest name that means this municipality and no other."""
        if town.kind == "borough":
            return self._towns.in_city(town)
        around = self._areas.get(f"region/{town.key[:5]}")
        larger = set(self._names.whole(town.name).ids) - {town.id}
        typed = [f"{town.type} {town.stem}", f"{town.type} {town.name}"] if town.type else []
        if not larger and (around is None or around.stem != town.stem):
            typed = []
        added = [f"{town.name} ({town.addition})"] if town.addition else []
        shared = len(self._names.whole(town.name, towns=True).towns) > 1
        if fold(town.name) in self._caution.seldom:
            typed = typed or ([f"{town.type} {town.name}"] if town.type else [])
        for label in (*typed, *added, town.name) if shared else (*typed, town.name, *added):
            meaning = self._names.whole(label)
            if self._is_word(label, label, meaning, None):
                continue
            if meaning.ids[:1] == (town.id,):
                return label
            if not meaning.ids and [self._towns.at(row).key for row in meaning.towns] == [town.key]:
                return label
        return f"{town.name} ({around.label if around else town.key})"

    def _prefer(self, meaning: Meaning, near: Region | None, kinds: Set[str] = frozenset()) -> Region | None:
        """Return the region meant: one of the wanted kinds, then one inside, then one that touches what is near."""
        larger = [self[region_id] for region_id in meaning.ids]
        towns = [self[self._towns.at(row).id] for row in meaning.towns]
        wanted = [region for region in (*larger, *towns) if region.kind in kinds]
        if wanted:
            larger, towns = [region for region in larger if region in wanted], [one for one in towns if one in wanted]
        if near is not None:
            for fits in (lambda one: one.atoms < near.atoms, lambda one: not one.atoms.isdisjoint(near.atoms)):
                inside = [region for region in larger if fits(region)]
                within = [region for region in towns if fits(region)]
                if inside or within:
                    return inside[0] if inside else _only(within)
        return larger[0] if larger else _only(towns)

    def _place_at(self, reading: _Reading, at: int, found: list[Place]) -> tuple[int, Region | None]:
        """Return the region named by the words from one on, if any, and where to go on."""
        label = reading.label
        for end, meaning in self._names.within(label, at):
            region = self._prefer(meaning, reading.near, reading.kinds)
            if region is None:
                return end, None
            asks = not meaning.ids or (region.kind in _OFFICIAL and not reading.any_case)
            if asks and reading.mixed and not any(word.text[0].isupper() for word in label[at:end]):
                continue
            if end - at == 1 and not self._is_meant(reading, at, found, town=not meaning.ids):
                continue
            return end, region
        return at + 1, None

    def _of_both(self, label: tuple[Word, ...], at: int, end: int, found: list[Place]) -> list[Place]:
        """Return the first place of "Stadt und Landkreis Fürth", where the second has just been found."""
        before = at - 1
        if before > 0 and label[before].folded in self._caution.joining:
            before -= 1
        if before < 0 or (found and found[-1].end > before):
            return []
        types, others = self._names.type_before(label[before]), self._names.type_before(label[at])
        if not types or not others or types & others:
            return []
        name = " ".join(word.text for word in label[at + 1 : end])
        region = self._prefer(self._names.of_types(self._names.whole(name, towns=True), types), None)
        return [Place(region, before, before + 1)] if region else []

    def _in_context(self, text: str) -> Region | None:
        """Return the region of "Neustadt (Hessen)" or "Burg, Landkreis Dithmarschen": the one inside the other."""
        name, separator, around = text.removesuffix(")").partition(" (" if text.endswith(")") else ", ")
        if not separator or not name:
            return None
        region = self.find(around)
        if region is None:
            return None
        meaning = self._names.whole(name, towns=True)
        found = self._prefer(meaning, region) if meaning else None
        if found is None:  # "Rieden (Landkreis Ostallgäu)" is Rieden, not Rieden am Forggensee
            towns = [self._towns.at(row) for row in meaning.towns]
            exact = [self[town.id] for town in towns if town.name == name and town.key in region.atoms]
            found = _only(exact)
        return found if found and found.atoms < region.atoms else None

    def _before_bracket(self, text: str, around: str) -> tuple[int, Region] | None:
        """Return where the name before "(Region Hannover)" begins and the region meant, if it lies in there."""
        starts = [0, *(space.end() for space in re.finditer(r"\s+", text.rstrip()))]
        for start in starts[-LONGEST_NAME:]:
            region = self.find(f"{clean(text[start:])} ({clean(around)})")
            if region is not None:
                return start, region
        return None

    def _is_word(self, name: str, text: str, meaning: Meaning, near: Region | None) -> bool:
        """Return whether a complete label is an ordinary word rather than a place: "leer", "Wissen"."""
        folded = fold(name)
        spelt = self._spelt.short.get(folded)
        if spelt and name not in spelt:  # "en" is English
            return True
        if meaning.marked or folded not in self._caution.ordinary:
            return False
        if meaning.ids or folded not in self._caution.seldom:
            return not name[0].isupper()
        if near is not None:
            return self._prefer(meaning, near) is None
        return self._caution.after.isdisjoint(fold(text).split(" ")[:-1])

    def _is_meant(self, reading: _Reading, at: int, found: list[Place], *, town: bool) -> bool:
        """Return whether a single word inside a text that could be a place is meant as one."""
        label, word, caution = reading.label, reading.label[at], self._caution
        if len(label) == 1 and not town:
            return True
        if len(label) == 1 and reading.before is None:
            return word.folded not in caution.seldom
        beside = [label[number].folded for number in (at - 1, at + 1) if 0 <= number < len(label)]
        spelt = self._spelt.short.get(word.folded)
        if spelt and not reading.any_case and (word.text not in spelt or not caution.languages.isdisjoint(beside)):
            return False
        if word.folded not in caution.ordinary:
            return True
        previous = label[at - 1] if at else reading.before
        last = found[-1].end if found else -1
        if previous is not None and previous.folded in caution.after:
            return True
        return last == at or (last == at - 1 and previous is not None and previous.folded in caution.joining)


def _only(regions: Sequence[Region]) -> Region | None:
    return regions[0] if len(regions) == 1 else None
