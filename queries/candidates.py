"""Which provisions are worth judging: those on the need's themes or types and, ring by ring, ever further away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

from graph.lookups import ANYWHERE, NO_CONCEPT, UNCLEAR, posting_key
from graph.view import View
from queries.client import Client, Need
from queries.index import Index

SHARED_DIGITS = (5, 3, 2)
"""Leading digits of official keys that places have in common: a district, a Regierungsbezirk, a Land."""
BEYOND = 1 + len(SHARED_DIGITS)
"""The first ring beyond the Land: there each region is a ring of its own, in the order of official keys."""


class Candidates:
    """The provisions of one view that may meet a need, for one client.

    Provisions come with how many questions their themes or their type leave open.
    """

    def __init__(self, view: View, client: Client, need: Need) -> None:
        self._index: Index = client.index
        self._need, self._rows = need, len(client.index.provisions)
        postings = view.table("posting")
        self._keys, self._filed = postings.ints("key"), postings.lists("rows")
        self._atoms = view.table("region").lists("atoms")
        self._meets = view.table("by_region").lists("meets")
        self._regions = len(self._atoms)
        self._places = tuple(place.region for place in client.places)
        self._vague: set[int] = set()
        self._unread: list[Sequence[int]] = []

    @property
    def vague(self) -> Set[int]:
        """Of the provisions given so far those that do not say what they are about."""
        self._vague.update(*self._unread)
        self._unread.clear()
        return self._vague

    @cached_property
    def near(self) -> dict[int, int]:
        """Every provision that may fit: outside the client's places none does."""
        found: dict[int, int] = {}
        for rows, questions in self.near_lists:
            found.update(dict.fromkeys(rows, questions))
        return found

    @cached_property
    def near_lists(self) -> Sequence[tuple[Sequence[int], int]]:
        """What `near` has, in the lists in which it is stored, the least open last; some provisions stand in several."""
        if not self._places or any(not len(self._atoms[place]) for place in self._places):
            if self._need.concept < 0:
                return [(range(self._rows), 0)]
            around: Set[int] | None = None
        else:
            around = {ANYWHERE, UNCLEAR}.union(*(self._meets[place] for place in self._places))
        return [(rows, questions) for _, rows, questions in self._posted(around)]

    def outside(self) -> Iterator[tuple[int, dict[int, int]]]:
        """Yield the other provisions on the need in rings with their numbers, the nearest first, each once."""
        seen = set(self.near)
        if not self._places or len(seen) == self._rows:
            return
        for number, rows in self._rings():
            yield number, {row: questions for row, questions in rows.items() if row not in seen}
            seen.update(rows)

    def _rings(self) -> Iterator[tuple[int, dict[int, int]]]:
        keys = self._index.region_keys
        homes = {keys[place] for place in self._places} - {""}
        if not homes:  # a place no list of keys knows: how far away something is nobody can tell
            yield 1, self._in(None)
            return
        for number, digits in enumerate(SHARED_DIGITS, 1):
            starts = tuple({key[:digits] for key in homes if len(key) >= digits})
            alike = {region for region, key in enumerate(keys) if starts and key.startswith(starts)}
            yield number, self._in(alike)
        found: dict[int, dict[int, int]] = {}
        for region, rows, questions in self._posted(None):
            found.setdefault(region, {}).update(dict.fromkeys(rows, questions))
        ids = self._index.region_ids
        ordered = sorted(found, key=lambda region: (keys[region], ids[region]) if region >= 0 else ("", ""))
        yield from ((number, found[region]) for number, region in enumerate(ordered, BEYOND))

    def _in(self, within: Set[int] | None) -> dict[int, int]:
        found: dict[int, int] = {}
        for _, rows, questions in self._posted(within):
            found.update(dict.fromkeys(rows, questions))
        return found

    def _posted(self, within: Set[int] | None) -> Iterator[tuple[int, Sequence[int], int]]:
        """Yield region, provisions and open questions of what is filed under the need, the least open last."""
        for concepts, questions, vague in self._concepts:
            for concept in concepts:
                for region, rows in self._filed_under(concept, within):
                    told = self._without_type(rows) if vague and self._need.by_type else rows
                    if vague:
                        self._unread.append(told)
                    yield region, told, questions

    @cached_property
    def _concepts(self) -> list[tuple[Iterable[int], int, bool]]:
        """Concepts under which a provision may be filed, with what that leaves open, and whether that is vague."""
        need, index = self._need, self._index
        if need.concept < 0:
            return [(range(NO_CONCEPT, len(index.concepts)), 0, False)]
        broader, narrower = index.closure(need.concept, "broader"), index.closure(need.concept, "narrower")
        if not need.by_type:
            return [((NO_CONCEPT,), 1, True), (narrower, 1, False), ((need.concept, *broader), 0, False)]
        carried = index.concepts.lists("themes")[need.concept]
        themes = {NO_CONCEPT}.union(*(index.family(theme) for theme in carried))
        return [(themes, 1, True), (broader, 1, False), ((need.concept, *narrower), 0, False)]

    def _without_type(self, rows: Sequence[int]) -> list[int]:
        return [row for row in rows if self._index.offer_type(row) < 0]

    def _filed_under(self, concept: int, within: Set[int] | None) -> Iterator[tuple[int, Sequence[int]]]:
        keys, filed = self._keys, self._filed
        first = posting_key(concept, UNCLEAR, self._regions)
        start = bisect_left(keys, first)
        end = bisect_left(keys, posting_key(concept + 1, UNCLEAR, self._regions), start)
        first -= UNCLEAR
        if within is None or end - start < len(within):
            for at in range(start, end):
                region = keys[at] - first
                if within is None or region in within:
                    yield region, filed[at]
            return
        for region in within:
            at = bisect_left(keys, first + region, start, end)
            if at < end and keys[at] == first + region:
                yield region, filed[at]
