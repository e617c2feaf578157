"""From ids to rows: gives everything its number and fills the columns of ``graph.layout``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.facts.corpus import Corpus
from graph.facts.days import day
from graph.facts.places import Places
from graph.records import SourceRecord
from ontology.regions import Gazetteer, Region

NONE = -1
_DISTRICT = 5
"""Digits of a district's key."""
_FEW_DISTRICTS = 12
"""Of a larger area, a Land or the country, municipalities count only where something names them."""

Row = dict[str, Any]


class Numbers:
    """Row numbers by id; no id is no row (-1)."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = sorted(set(ids))
        self._rows = {name: number for number, name in enumerate(self.ids)}
        self._rows[""] = NONE
        self._listed: dict[tuple[str, ...], tuple[int, ...]] = {}

    def __getitem__(self, name: str) -> int:
        return self._rows[name]

    def __len__(self) -> int:
        return len(self.ids)

    def many(self, names: Iterable[str]) -> list[int]:
        """Return the rows of several ids, ascending, each once."""
        names = tuple(names)
        if len(names) < 2:
            return [self._rows[names[0]]] if names else []
        return sorted({self._rows[name] for name in names})

    def listed(self, names: tuple[str, ...]) -> tuple[int, ...]:
        """Return the rows of several ids like ``many``; a list that is met again is not made again."""
        if not names:
            return ()
        found = self._listed.get(names)
        if found is None:
            found = self._listed[names] = tuple(self.many(names))
        return found


def source_rows(corpus: Corpus) -> list[Row]:
    """Return the source table; a source only its statements know of has an id and nothing else."""
    named = {statement.source for statement in corpus.statements}
    found = {name: corpus.sources.get(name, SourceRecord(name)) for name in named | set(corpus.sources)}
    return [
        {
            "id": source.id,
            "path": source.path,
            "kind": source.kind,
            "publisher": source.publisher,
            "stated_on": day(source.stated_on),
            "sha256": source.sha256,
        }
        for _, source in sorted(found.items())
    ]


def region_rows(places: Places, used: Iterable[str]) -> list[Row]:
    """Return the region table: regions above the municipalities, those of the areas in use, and unknown ones.

    Regions nobody knows have no atoms.
    """
    used = set(used)
    known = {region.id: region for region in _regions(places.gazetteer, used)}
    atoms = _told_apart(known.values())
    rows: list[Row] = []
    for name in sorted({*known, *places.local, *used}):
        region = known.get(name)
        if region is None:
            label = places.local.get(name, name)
            rows.append({"id": name, "label": label, "kind": "unknown", "key": "", "atoms": (), "names": label})
        else:
            names = " | ".join(dict.fromkeys((region.label, *_own_names(region, places.gazetteer))))
            numbers = sorted({atoms[atom] for atom in region.atoms})
            row = {"id": name, "label": region.label, "kind": region.kind, "key": region.key}
            rows.append({**row, "atoms": numbers, "names": names})
    return rows


def _own_names(region: Region, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the names that mean this region: "Frankfurt" alone is not the one on the Oder, "München" no Landkreis."""
    for name in region.names:
        meant = gazetteer.find(name)
        if meant is None or meant.id == region.id:
            yield name


def _regions(gazetteer: Gazetteer, used: Iterable[str]) -> Iterator[Region]:
    """Yield the regions a question may name: a place in an area that matters is told apart from the one beside it."""
    yield from gazetteer
    around: set[str] = set()
    for region in filter(None, map(gazetteer.get, sorted(used))):
        yield region
        districts = {atom[:_DISTRICT] for atom in region.atoms}
        if len(districts) <= _FEW_DISTRICTS:
            around |= districts
    for district in sorted(around):
        whole = gazetteer.get(f"region/{district}")
        if whole is not None:
            yield from gazetteer.municipalities(whole)


def _told_apart(regions: Iterable[Region]) -> dict[str, int]:
    """Return a number for each atom; those that no region tells apart share one."""
    inside: dict[str, list[int]] = {}
    for number, region in enumerate(regions):
        for atom in region.atoms:
            inside.setdefault(atom, []).append(number)
    numbers: dict[tuple[int, ...], int] = {}
    return {atom: numbers.setdefault(tuple(inside[atom]), len(numbers)) for atom in sorted(inside)}
