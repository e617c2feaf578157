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
_WEAK = {"stale": ("reconfirm", ASK), "information_only": ("warm_up", AGREE), "handover_unknown": ("ask_handover", ASK)}


class Closings:
    """Finds closings for the cells of one view."""

    def __init__(self, view: View, covering: Covering, most: int) -> None:
        self._covering, self._cube, self._most = covering, covering.cube, most
        self._refer = References(view)
        self._actor_ids, self._offer_ids = view.table("actor").text("id"), view.table("offer").text("id")
        referrals = covering.cube.index.referrals
        self._sender, self._receiver = referrals.ints("sender"), referrals.ints("receiver")
        self._provider, self._offer = (covering.cube.index.provisions.ints(name) for name in ("provider", "offer"))
        kinds = covering.cube.index.kinds
        self._events = frozenset(row for row in covering.cube.index.actors if kinds[row] == "event")

    def unserved(self, cell: Cell, found: Covered) -> tuple[Closing, ...]:
        """Return closings for a cell nobody serves, or nobody there, or whose group nobody names."""
        return self._first(self._by_extending(cell, found, without=frozenset()))

    def contradicted(self, cell: Cell, found: Covered) -> tuple[Closing, ...]:
        """Return closings for a cell of which it is contradicted that it is served: ask, then others."""
        asked = self._each("settle_offer", ASK, found.contested or found.disputed)
        return self._first((*asked, *self._by_extending(cell, found, without=frozenset())))

    def after_asking(self, closings: tuple[Closing, ...]) -> tuple[Closing, ...]:
        """Return closings of a need that is contradicted: whether there is one comes first."""
        return (Closing("settle_need", ASK), *closings)[: self._most]

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

    def weak(
        self, reason: str, referrals: Iterable[int], ends: Iterable[Served], doors: Iterable[int]
    ) -> tuple[Closing, ...]:
        """Return closings for ways over some referrals that are old, cold, or of unknown handover; else a new one."""
        what, effort = _WEAK[reason]
        pairs = dict.fromkeys((self._sender[row], self._receiver[row]) for row in referrals)
        ordered = sorted(pairs, key=lambda pair: tuple(self._actor_ids[actor] for actor in pair))
        agreed = [
            Closing(what, effort, self._refer.actor(receiver), None, self._refer.actor(sender))
            for sender, receiver in ordered
        ]
        return self._first(agreed) or self._first(
            one
            for one in self._ways(sorted(ends, key=self._ids), sorted(doors, key=self._actor_ids.__getitem__))
            if one.what == "agree_referral"
        )

    def online(self, found: Covered) -> tuple[Closing, ...]:
        """Return closings where everything is online."""
        return self._first((*self._each("on_site", MORE, found.support), Closing("new_offer", NEW)))

    def too_hard(self, found: Covered) -> tuple[Closing, ...]:
        """Return closings where everything asks for more German than the group has."""
        return self._first((*self._each("easier_language", MORE, found.support), Closing("new_offer", NEW)))

    def full(self, cell: Cell, found: Covered, *, is_old: bool) -> tuple[Closing, ...]:
        """Return closings where there is no room: ask where the word is old, then more room, then others."""
        asked = self._each("ask_capacity", ASK, found.support) if is_old else ()
        more = self._each("more_places", MORE, found.support)
        carriers = frozenset(self._provider[row] for row in self._cube.rows_of(found.support))
        return self._first((*asked, *more, *self.carried(cell, found, carriers)))

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
        # Who has said no is not asked again; an evening in December does not become an offer on another theme.
        others = without | self._events | {self._provider[row] for row in cube.rows_of(found.refusing)}
        if not without:
            yield from self._each("confirm", ASK, found.support & audience.full)
            yield from self._each("renew", EXTEND, audience.full & on_theme & covering.over)
        yield from self._each("ask_audience", ASK, cube.without_audience & on_theme & alive, others)
        yield from self._each("extend_group", EXTEND, audience.part & on_theme & alive, others)
        yield from self._each("extend_region", MORE, audience.full & theme.any & alive & ~region.any, others)
        yield from self._each("extend_theme", MORE, audience.full & there & alive & ~theme.any, others)
        yield from self._each("extend_group", MORE, on_theme & alive & ~(audience.any | cube.without_audience), others)
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
