"""The regions this program knows, and the algebra by which two regions compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from ontology.gazetteer import Gazetteer, Place
from ontology.region import Region, Relation, covers, overlaps, relation

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
    from ontology.region_assembly import assembled

    return assembled(more)
