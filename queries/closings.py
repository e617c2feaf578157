"""What would close a gap with the least effort: ask, agree, extend, and only then something new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.view import View
from queries.bits import Bits, members
from queries.carrying import Served
from queries.covering import Covered, Covering
from queries.cube import Cell
from queries.gap import Closing
from queries.references import References

ASK, EXTEND, AGREE, MORE, NEW = 1, 2, 2, 3, 10
"""Efforts; they order closings, nothing else."""


class Closings:
    """Finds closings for the cells of one view."""

    def __init__(self, view: View, covering: Covering, most: int) -> None:
        self._covering, self._cube, self._most = covering, covering.cube, most
        self._refer = References(view)
        self._actor_ids, self._offer_ids = view.table("actor").text("id"), view.table("offer").text("id")
        self._provider, self._offer = (covering.cube.index.provisions.ints(name) for name in ("provider", "offer"))

    def unserved(self, cell: Cell, found: Covered) -> tuple[Closing, ...]:
        """Return closings for a cell nobody serves, or whose group nobody names."""
        return self._first(self._by_extending(cell, found, without=frozenset()))

    def carried(self, cell: Cell, found: Covered, carriers: frozenset[int]) -> tuple[Closing, ...]:
        """Return closings for a cell that hangs on some actors: the same, from others."""
        others = (
            Closing("second_provider" if one.what != "new_offer" else "new_offer", one.effort, one.actor, one.offer)
            for one in self._by_extending(cell, found, without=carriers)
        )
        return self._first(others)

    def ending(self, found: Covered) -> tuple[Closing, ...]:
        """Return closings for a cell that ends: go on."""
        return self._first((*self._each("renew", EXTEND, found.support), Closing("new_offer", NEW)))

    def endless(self, found: Covered) -> tuple[Closing, ...]:
        """Return closings where nobody stated an end: ask."""
        return self._first(self._each("ask_end", ASK, found.support))

    def unreached(self, ends: Iterable[Served], doors: Iterable[int]) -> tuple[Closing, ...]:
        """Return closings for offers to which no way leads from some doors (none given: from anywhere)."""
        return self._first(self._ways(sorted(ends, key=self._ids), sorted(doors, key=self._actor_ids.__getitem__)))

    def _ways(self, ends: Iterable[Served], doors: Iterable[int]) -> Iterator[Closing]:
        senders = [self._refer.actor(door) for door in doors] or [None]
        for end in ends:
            provider, offer = self._refer.actor(end.provider), self._refer.offer(end.offer)
            if end.known and not end.surely:
                yield Closing("clarify_access", ASK, provider, offer)
            if len(end.arrivals) == 1 and self._cube.index.is_group(end.provider):
                yield Closing("name_organiser", ASK, provider, offer)
            for sender in senders:
                yield Closing("agree_referral", AGREE, provider, offer, sender)

    def nameless(self, found: Covered) -> tuple[Closing, ...]:
        """Return closings for instruments without provider."""
        return self._first((*self._each("name_provider", ASK, found.support), Closing("new_offer", NEW)))

    def _ids(self, end: Served) -> tuple[str, str]:
        return self._actor_ids[end.provider], self._offer_ids[end.offer] if end.offer >= 0 else ""

    def _by_extending(self, cell: Cell, found: Covered, without: frozenset[int]) -> Iterator[Closing]:
        cube, covering = self._cube, self._covering
        audience, theme, region = cube.audience(cell.audience), cube.theme(cell.theme), cube.region(cell.region)
        there, alive = region.any & cube.kind(cell.kind).named, covering.offered
        on_theme = theme.any & there
        if not without:
            yield from self._each("confirm", ASK, found.support & audience.full)
            yield from self._each("renew", EXTEND, audience.full & on_theme & covering.over)
        yield from self._each("ask_audience", ASK, cube.without_audience & on_theme & alive, without)
        yield from self._each("extend_group", EXTEND, audience.part & on_theme & alive, without)
        yield from self._each("extend_region", MORE, audience.full & theme.any & alive & ~region.any, without)
        yield from self._each("extend_theme", MORE, audience.full & there & alive & ~theme.any, without)
        yield from self._each("extend_group", MORE, on_theme & alive & ~(audience.any | cube.without_audience), without)
        yield Closing("new_offer", NEW)

    def _each(self, what: str, effort: int, bits: Bits, without: frozenset[int] = frozenset()) -> Iterator[Closing]:
        """Yield a closing for each of the first providers, in the order of ids."""
        seen: set[int] = set()
        for place in members(bits):
            row = self._cube.rows[place]
            provider = self._provider[row]
            if provider in without or provider in seen:
                continue
            seen.add(provider)
            yield Closing(what, effort, self._refer.actor(provider), self._refer.offer(self._offer[row]))
            if len(seen) == self._most:
                return

    def _first(self, closings: Iterable[Closing]) -> tuple[Closing, ...]:
        return tuple(sorted(dict.fromkeys(closings), key=lambda one: one.effort)[: self._most])
