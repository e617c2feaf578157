"""Which provisions are worth judging: those on the need's themes or types and, ring by ring, ever further away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

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

    def near(self) -> dict[int, int]:
        """Return every provision that may fit, with how many questions its themes or type leave open.

        Outside the client's places none fits.
        """
        if not self._places or any(not len(self._atoms[place]) for place in self._places):
            return self._about(None)
        around: set[int] = {ANYWHERE, UNCLEAR}.union(*(self._meets[place] for place in self._places))
        return self._about(around)

    def outside(self, near: Collection[int]) -> Iterator[list[int]]:
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

    def _about(self, regions: set[int] | None) -> dict[int, int]:
        """Return the provisions on the need in some regions (None: in any), with what that leaves open."""
        need, index = self._need, self._index
        if need.concept < 0:
            if regions is None:
                return dict.fromkeys(range(self._rows), 0)
            return self._filed_under(range(NO_CONCEPT, len(index.concepts)), regions, 0)
        met = (need.concept, *(index.closure(need.concept, "narrower" if need.by_type else "broader")))
        other = index.closure(need.concept, "broader" if need.by_type else "narrower")
        if not need.by_type:
            return self._filed_under((*other, NO_CONCEPT), regions, 1) | self._filed_under(met, regions, 0)
        carried = index.concepts.lists("themes")[need.concept]
        themes = {NO_CONCEPT}.union(*(index.family(theme) for theme in carried))
        untyped = {row: 1 for row in self._filed_under(themes, regions, 1) if index.offer_type(row) < 0}
        return untyped | self._filed_under(other, regions, 1) | self._filed_under(met, regions, 0)

    def _filed_under(self, concepts: Iterable[int], regions: set[int] | None, questions: int) -> dict[int, int]:
        found: dict[int, int] = {}
        for concept in concepts:
            for rows in self._posted(concept, regions):
                found.update(dict.fromkeys(rows, questions))
        return found

    def _posted(self, concept: int, regions: set[int] | None) -> Iterator[Sequence[int]]:
        """Yield the rows filed under a concept in some regions, read from the shorter of the two lists."""
        keys, filed = self._keys, self._filed
        first = posting_key(concept, UNCLEAR, self._regions)
        start = bisect_left(keys, first)
        end = bisect_left(keys, posting_key(concept + 1, UNCLEAR, self._regions), start)
        for at in range(start, end):
            if regions is None or keys[at] - first + UNCLEAR in regions:
                yield filed[at]
