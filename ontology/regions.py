"""The regions this program knows, and the algebra by which two regions compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from ontology.gazetteer import Caution, Gazetteer, Place
from ontology.region import Region, Relation, covers, overlaps, relation
from ontology.text import fold

__all__ = [
    "Gazetteer",
    "Place",
    "Region",
    "Relation",
    "covers",
    "extended",
    "gazetteer",
    "overlaps",
    "relation",
]


@cache
def gazetteer() -> Gazetteer:
    """Return the regions of ``ontology/regions/``, read once."""
    return extended(())


def extended(more: Iterable[Mapping[str, object]]) -> Gazetteer:
    """Return the gazetteer with further named spaces: rows of the form ``spaces.toml`` has."""
    from ontology import region_data

    naming = region_data.rules()
    areas = list(region_data.areas(naming))
    atoms = region_data.atoms()
    regions = [region_data.space(row, atoms) for row in (*more, *region_data.spaces())]
    for area in areas:
        names = tuple(dict.fromkeys(region_data.derived_names(area, naming)))
        extent = frozenset(atom for atom in atoms if atom.startswith(area.key))
        regions.append(Region(area.id, area.label, area.kind, area.key, area.nuts, extent, names))
    named = {region.key: region.id for region in regions if region.key}
    return Gazetteer(
        regions,
        short={named[key]: names for key, names in naming.short.items()},
        plates={named[key]: names for key, names in naming.plates.items()},
        caution=Caution(**{use: frozenset(map(fold, found)) for use, found in naming.words.items()}),
    )
