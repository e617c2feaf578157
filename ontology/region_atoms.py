"""The smallest areas told apart, in order of their keys: what a key or a named space consists of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from ontology.errors import OntologyError
from ontology.region_data import Area

_BEHIND = ":"
"""Sorts behind every digit."""


class Atoms:
    """Municipalities, and the cities that are districts themselves, as keys.

    Args:
        towns: the keys of all municipalities that belong to a district, and of the boroughs.
    """

    def __init__(self, areas: Iterable[Area], towns: Iterable[str]) -> None:
        self._keys = sorted([*towns, *(area.key for area in areas if area.kind == "city")])

    def of(self, area: Area) -> frozenset[str]:
        """Return the smallest areas an area consists of."""
        return self._all(area.keys) - self._all(area.without)

    def checked(self, area: Area) -> Area:
        """Return an area all of whose keys are known.

        Raises:
            OntologyError: naming those that are not.
        """
        unknown = [key for key in (*area.keys, *area.without) if self._from(key) == self._to(key)]
        if unknown:
            raise OntologyError(f"space {area.id.removeprefix('region/')!r}: no area has the key {', '.join(unknown)}")
        return area

    def _all(self, keys: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*(self._keys[self._from(key) : self._to(key)] for key in keys))

    def _from(self, key: str) -> int:
        return bisect_left(self._keys, key)

    def _to(self, key: str) -> int:
        return bisect_left(self._keys, key + _BEHIND)
