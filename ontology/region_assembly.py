"""Puts the gazetteer together: areas, named spaces, municipalities, and what each is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ontology import region_data
from ontology.gazetteer import Gazetteer
from ontology.region import Region
from ontology.region_atoms import Atoms
from ontology.region_caution import Caution, Spelt
from ontology.region_data import CITIES, Area, Rules
from ontology.region_names import RegionNames
from ontology.region_towns import Towns
from ontology.text import fold


def assembled(more: Iterable[Mapping[str, object]]) -> Gazetteer:
    """Return the gazetteer with further named spaces."""
    naming = region_data.rules()
    areas = list(region_data.areas(naming))
    cities = {area.key: area.stem for area in areas if area.type == "Land und Stadt"}
    towns = Towns(region_data.municipality_lines(), naming.spelling, lambda land: cities.get(land, ""))
    atoms = Atoms(areas, towns.keys())
    spaces = [atoms.checked(region_data.space(row)) for row in (*more, *region_data.spaces())]
    caution = _caution(naming)
    names = RegionNames(naming.spelling, naming.marks, towns, caution.seldom)
    names.add(list(_names(spaces, areas, naming)))

    def build(area: Area) -> Region:
        called = (area.label, *naming.also.get(area.key, ()), *area.names, *_with_marks(area, naming))
        names = tuple(dict.fromkeys(called)) if area.type else area.names
        return Region(area.id, area.label, area.kind, area.key, area.nuts, atoms.of(area), names, area.checked)

    return Gazetteer([*spaces, *areas], towns, names, build, _spelt(areas, naming), caution)


def _names(spaces: Sequence[Area], areas: Sequence[Area], naming: Rules) -> Iterable[tuple[str, str, str]]:
    """Yield names with the id and type of the area they mean, those first that beat others."""
    ids = {area.key: (area.id, area.type) for area in areas}
    for space in spaces:
        yield from ((name, space.id, "") for name in (space.label, *space.names))
    for key, names in (*naming.also.items(), *naming.short.items()):
        region, kind = ids.get(key, (f"region/{key}", "Stadt"))
        yield from ((name, region, kind) for name in names)
    lands = {area.stem for area in areas if area.kind == "land"}
    several = lands | set(naming.words["several"])
    for area in areas:
        yield from ((name, area.id, area.type) for name in area.names)
        short = naming.spelling.short(area.names[0]) if area.names else area.label
        if area.type in CITIES and short not in several:
            yield short, area.id, area.type
    for area in areas:
        short = naming.spelling.short(area.names[0]) if area.names else ""
        if area.kind == "district" and short and short not in several:
            yield short, area.id, area.type
        if not area.names or area.kind == "land":
            yield area.label, area.id, area.type


def _with_marks(area: Area, naming: Rules) -> Iterable[str]:
    """Yield a name with the words that say its type: "Kreis Olpe", "Olpe (Kreis)"."""
    for mark in naming.marks:
        if area.type in mark.types and "kreis" not in area.stem.casefold():
            yield from mark.with_name(area.stem)


def _spelt(areas: Sequence[Area], naming: Rules) -> Spelt:
    ids = {area.key: area.id for area in areas}
    short: dict[str, set[str]] = {}
    for name in (name for names in naming.short.values() for name in names):
        short.setdefault(fold(name), set()).add(name)
    return Spelt(short, {name: ids[key] for key, names in naming.plates.items() for name in names})


def _caution(naming: Rules) -> Caution:
    words = {use: frozenset(map(fold, found)) for use, found in naming.words.items() if use != "several"}
    words["ordinary"] |= words["seldom"]
    return Caution(**words)
