"""Which provisions are worth judging: those on the need's themes or types and, ring by ring, ever further away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from graph.lookups import ANYWHERE, NO_CONCEPT, UNCLEAR, posting_key
from graph.view import View
from queries.client import Client, Need
from queries.index import Index

SHARED_DIGITS = (5, 3, 2, 0)
"""Leading digits of official keys that places have in common: a district, a Regierungsbezirk, a Land, the country."""


class Candidates:
    """The provisions of one view that may meet a need, for one client."""

    def __init__(self, view: View, client: Client, need: Need) -> None:
        self._index: Index = client.index
        self._need, self._rows = need, len(client.index.provisions)
        postings = view.table("posting")
        self._keys, self._filed = postings.ints("key"), postings.lists("rows")
        self._atoms = view.table("region").lists("atoms")
        self._meets = view.table("by_region").lists("meets")
        self._regions = len(self._atoms)
        self._places = tuple(place.region for place in client.places)

    def near(self) -> list[int]:
        """Return every provision that may fit: outside the client's places none does."""
        if not self._places or any(not len(self._atoms[place]) for place in self._places):
            return self._about(None)
        around: set[int] = {ANYWHERE, UNCLEAR}.union(*(self._meets[place] for place in self._places))
        return self._about(around)

    def outside(self, near: Iterable[int]) -> Iterator[list[int]]:
        """Yield the other provisions on the need in rings, the nearest first, each once."""
        seen = set(near)
        if not self._places or len(seen) == self._rows:
            return
        for digits in SHARED_DIGITS:
            ring = [row for row in self._about(self._around(digits) if digits else None) if row not in seen]
            seen.update(ring)
            yield ring

    def _around(self, digits: int) -> set[int]:
        """Return the regions whose official keys begin as that of a client's place does."""
        keys = (self._index.region_keys[place][:digits] for place in self._places)
        starts = tuple({key for key in keys if len(key) == digits})
        return {row for row, key in enumerate(self._index.region_keys) if key.startswith(starts)} if starts else set()

    def _about(self, regions: set[int] | None) -> list[int]:
        """Return the provisions on the need in some regions (None: in any), in row order."""
        if self._need.concept < 0 and regions is None:
            return list(range(self._rows))
        if self._need.concept < 0:
            return self._merged((concept, regions) for concept in range(NO_CONCEPT, len(self._index.concepts)))
        family = self._index.family(self._need.concept)
        if not self._need.by_type:
            return self._merged((concept, regions) for concept in (*family, NO_CONCEPT))
        carried = self._index.concepts.lists("themes")[self._need.concept]
        themes = {NO_CONCEPT}.union(*(self._index.family(theme) for theme in carried))
        untyped = self._merged((concept, regions) for concept in themes)
        typed = self._merged((concept, regions) for concept in family)
        return sorted({*typed, *(row for row in untyped if self._index.offer_type(row) < 0)})

    def _merged(self, wanted: Iterable[tuple[int, set[int] | None]]) -> list[int]:
        found: set[int] = set()
        for concept, regions in wanted:
            found.update(*self._posted(concept, regions))
        return sorted(found)

    def _posted(self, concept: int, regions: set[int] | None) -> Iterator[Sequence[int]]:
        """Yield the rows filed under a concept in some regions, read from the shorter of the two lists."""
        keys, filed = self._keys, self._filed
        first = posting_key(concept, UNCLEAR, self._regions)
        start = bisect_left(keys, first)
        end = bisect_left(keys, posting_key(concept + 1, UNCLEAR, self._regions), start)
        for at in range(start, end):
            if regions is None or keys[at] - first + UNCLEAR in regions:
                yield filed[at]
