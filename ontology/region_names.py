"""Which areas a name may mean: larger ones in order of preference, municipalities beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from ontology.place_names import Word, words
from ontology.region_data import CITIES, Mark
from ontology.region_spelling import Spelling
from ontology.region_towns import Towns

_ADJECTIVE = frozenset({*CITIES, "Stadt", "Land und Stadt"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name may mean.

    Args:
        ids: regions in order of preference.
        towns: rows of municipalities; several are equally likely.
        marked: a word beside the name says which type of area is meant ("Stadt Olpe").
    """

    ids: tuple[str, ...] = ()
    towns: tuple[int, ...] = ()
    marked: bool = False

    def __bool__(self) -> bool:
        """Return whether the name means anything."""
        return bool(self.ids or self.towns)


class RegionNames:
    """Names of regions, whole and inside longer labels.

    Args:
        seldom: names that are ordinary words rather than places, folded: no adjectives are made of them.
    """

    def __init__(self, spelling: Spelling, marks: Iterable[Mark], towns: Towns, seldom: Set[str]) -> None:
        self._spelling, self._towns, self._seldom = spelling, towns, seldom
        self._ids: dict[str, tuple[str, ...]] = {}
        self._types: dict[str, str] = {}
        self._reach: dict[str, int] = {}
        marks = tuple(marks)
        self._before = _by_words((word, mark) for mark in marks for word in mark.before)
        self._after = _by_words((word, mark) for mark in marks for word in mark.after)
        self._longest = max((len(key.split(" ")) for key in (*self._before, *self._after)), default=0)
        self._opening: dict[str, int] = {}
        for key in self._before:
            opening, *rest = key.split(" ")
            self._opening[opening] = max(self._opening.get(opening, 0), 1 + len(rest))

    def add(self, names: Sequence[tuple[str, str, str]]) -> None:
        """Add names with the id and the type of the area each means, behind those the names already have."""
        keys = self._spelling.keys(name for name, _, _ in names)
        for key, (_, region, kind) in zip(keys, names, strict=True):
            known = self._ids.get(key, ())
            if region not in known:
                self._ids[key] = (*known, region)
            self._types.setdefault(region, kind)
            first, space, _ = key.partition(" ")
            size = key.count(" ") + 1 if space else 1
            if size > self._reach.get(first, 0):
                self._reach[first] = size

    def whole(self, name: str, *, towns: bool = False) -> Meaning:
        """Return what a complete label may mean; municipalities are looked for if nothing larger bears the name.

        Args:
            towns: look for municipalities in any case.
        """
        found = [word.folded for word in words(name)]
        return self._named(self._spelling.key(found), towns) or self._marked(found) or self._adjective(found)

    def within(self, label: Sequence[Word], at: int) -> Iterator[tuple[int, Meaning]]:
        """Yield what the words of a label from one on may mean, longest first, with the word after each name."""
        found = [
            (end, meaning) for start, types in self._starts(label, at) for end, meaning in self._at(label, start, types)
        ]
        yield from sorted(found, key=lambda item: -item[0])
        adjective = self._adjective([label[at].folded])
        if adjective:
            yield at + 1, adjective

    def type_before(self, word: Word) -> frozenset[str]:
        """Return which types of areas a word before a name says: Stadt, Landkreis."""
        return self._before.get(word.folded, frozenset())

    def split(self, name: str) -> tuple[str, str]:
        """Return the words that say a type and the name behind them, as written; either may be empty."""
        found = words(name)
        for size in range(min(self._longest, len(found)), 0, -1):
            if " ".join(word.folded for word in found[:size]) in self._before:
                return name[: found[size - 1].end], name[found[size].start :] if size < len(found) else ""
        return "", name

    def of_types(self, meaning: Meaning, types: frozenset[str]) -> Meaning:
        """Return what is left of a meaning if only areas of some types are meant."""
        ids = tuple(region for region in meaning.ids if self._types[region] in types)
        return Meaning(ids, tuple(row for row in meaning.towns if self._towns.at(row).type in types), marked=True)

    def _named(self, key: str, towns: bool) -> Meaning:
        ids = self._ids.get(key, ())
        return Meaning(ids, self._towns.named(key) if towns or not ids else ())

    def _marked(self, found: Sequence[str]) -> Meaning:
        for size in range(min(self._longest, len(found) - 1), 0, -1):
            for marks, mark, name in (
                (self._before, found[:size], found[size:]),
                (self._after, found[-size:], found[:-size]),
            ):
                types = marks.get(" ".join(mark))
                if types:
                    meaning = self.of_types(self._named(self._spelling.key(name), True), types)
                    if meaning:
                        return meaning
        return Meaning()

    def _adjective(self, found: Sequence[str]) -> Meaning:
        """Return the towns an adjective means: "Siegener", "Göttinger", "Olper"."""
        key = self._spelling.key(found) if len(found) != 1 else self._spelling.first(found[0])
        if not key.endswith("er") or len(key) < 5:
            return Meaning()
        stem = key.removesuffix("er")
        for name in (stem, f"{stem}e", f"{stem}en" if stem.endswith("ing") else ""):
            meaning = self.of_types(self._named(name, True), _ADJECTIVE) if name else Meaning()
            if meaning.ids or (meaning.towns and name not in self._seldom):  # Rudolf Steiner is not from Stein
                return Meaning(meaning.ids, meaning.towns)
        return Meaning()

    def _starts(self, label: Sequence[Word], at: int) -> Iterator[tuple[int, frozenset[str] | None]]:
        yield at, None
        for size in range(1, min(self._opening.get(label[at].folded, 0), len(label) - at - 1) + 1):
            types = self._before.get(" ".join(word.folded for word in label[at : at + size]))
            if types:
                yield at + size, types

    def _at(self, label: Sequence[Word], at: int, types: frozenset[str] | None) -> Iterator[tuple[int, Meaning]]:
        first = self._spelling.first(label[at].folded)
        reach = max(self._reach.get(first, 0), self._towns.reach(first))
        for key, end in self._spelling.stretches(label, at, reach) if reach else ():
            meaning = self._named(key, True)
            if not meaning:
                continue
            if types is not None:
                meaning = self.of_types(meaning, types)
                if meaning:
                    yield end, meaning
                continue
            yield end, meaning
            yield from self._with_mark_behind(label, end, meaning)

    def _with_mark_behind(self, label: Sequence[Word], end: int, meaning: Meaning) -> Iterator[tuple[int, Meaning]]:
        for size in range(1, min(self._longest, len(label) - end) + 1):
            types = self._after.get(" ".join(word.folded for word in label[end : end + size]))
            fitting = self.of_types(meaning, types) if types else Meaning()
            if fitting:
                yield end + size, fitting


def _by_words(marks: Iterable[tuple[str, Mark]]) -> Mapping[str, frozenset[str]]:
    """Return the types that words say; the words of several marks say the types of all."""
    found: dict[str, frozenset[str]] = {}
    for name, mark in marks:
        key = " ".join(word.folded for word in words(name))
        found[key] = found.get(key, frozenset()) | mark.types
    return found
