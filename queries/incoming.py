"""The referrals into one actor as rows: those that hold, the ways that lead to them, the offers they leave out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.view import View
from queries.index import index_of
from queries.lifetimes import Lifetimes
from queries.shared_clients import SharedClients, Terms
from queries.signature import Signatures


@dataclass(frozen=True, slots=True)
class Way:
    """Referrals one after the other, the last one into the actor; ``actors`` are their senders."""

    actors: tuple[int, ...]
    rows: tuple[int, ...]


class Incoming:
    """Everything that leads to one actor on one day."""

    def __init__(self, view: View, actor: int, day: int, shared: SharedClients | None = None) -> None:
        self._view, self._day = view, day
        self._index = index_of(view)
        self._lifetimes = Lifetimes(self._index)
        self._shared = shared or SharedClients(view)
        self._senders = self._index.referrals.ints("sender")
        self._agreed = self._index.referrals.ints("offer")
        self._terms: dict[int, Terms] = {}
        self._actor = actor
        self._arrivals = self._index.arrivals(actor)
        into = list(self._into(actor))
        self.refused = [row for row in into if self._index.referral_polarity[row] == "no" and self._holds(row)]
        self.holding = [row for row in into if self._index.referral_polarity[row] != "no" and self._holds(row)]
        self.over = [row for row in into if self._index.referral_polarity[row] != "no" and not self._holds(row)]

    def _into(self, provider: int) -> Iterator[int]:
        """Yield the referrals that end at a provider; at who coordinates it, unless they are about another offer."""
        offered_by, arrivals = self._index.offers.ints("provider"), self._index.arrivals(provider)
        for arrival in arrivals:
            for row in self._index.sent_to[arrival]:
                agreed = self._agreed[row]
                ends_here = arrival == provider or agreed < 0 or offered_by[agreed] == provider
                if ends_here and self._senders[row] >= 0 and self._senders[row] not in arrivals:
                    yield row

    def _holds(self, row: int) -> bool:
        referrals, day = self._index.referrals, self._day
        ends = (self._senders[row], referrals.ints("receiver")[row])
        alive = all(self._lifetimes.actor(end).holds(day) for end in ends)
        return alive and self._lifetimes.referral(row).holds(day)

    def ways(self, max_legs: int, most: int) -> tuple[list[Way], bool]:
        """Return the shortest way of each actor that does not send here itself, and whether all were looked at."""
        known = {*self._arrivals, *(self._senders[row] for row in self.holding)}
        ahead = [Way((self._senders[row],), (row,)) for row in self.holding]
        found: list[Way] = []
        looked = len(ahead)
        for _ in range(max_legs - 1):
            longer: list[Way] = []
            for way in ahead:
                longer += self._before(way)
                if looked + len(longer) > most:
                    # Which of them were met first is chance: an unfinished length is not shown.
                    return found, False
            looked += len(longer)
            best = self._best(way for way in longer if way.actors[0] not in known)
            known.update(way.actors[0] for way in best)
            found += best
            ahead = longer
        return found, True

    def _before(self, way: Way) -> Iterator[Way]:
        for row in self._index.sent_to[way.actors[0]]:
            sender = self._senders[row]
            if sender < 0 or sender in way.actors or sender in self._arrivals:
                continue
            if self._index.referral_polarity[row] == "no" or not self._holds(row):
                continue
            if all(self._shared.possible(self._of_referral(row), self._of_referral(other)) for other in way.rows):
                yield Way((sender, *way.actors), (row, *way.rows))

    def _best(self, ways: Iterator[Way]) -> list[Way]:
        best: dict[int, Way] = {}
        for way in ways:
            known = best.get(way.actors[0])
            if known is None or self._key(way) < self._key(known):
                best[way.actors[0]] = way
        return sorted(best.values(), key=self._key)

    def _key(self, way: Way) -> tuple[object, ...]:
        ids = self._index.actors.text("id")
        return tuple(ids[actor] for actor in way.actors), tuple(self._signatures.referral(row) for row in way.rows)

    @cached_property
    def _signatures(self) -> Signatures:
        return Signatures(self._view)

    def _of_referral(self, row: int) -> Terms:
        found = self._terms.get(row)
        if found is None:
            lists = self._index.referrals.lists
            found = self._terms[row] = Terms(*(tuple(lists(name)[row]) for name in ("audiences", "themes", "regions")))
        return found

    @cached_property
    def offered(self) -> dict[tuple[int, int], list[int]]:
        """Provisions that hold on the day by provider and offer: the actor's, and those of what it coordinates."""
        index = self._index
        found: dict[tuple[int, int], list[int]] = {}
        for provider in (self._actor, *index.coordinated.get(self._actor, ())):
            for row in index.provided_by[provider]:
                if index.provision_polarity[row] != "no" and self._lifetimes.provision(row).holds(self._day):
                    found.setdefault((provider, index.provisions.ints("offer")[row]), []).append(row)
        return found

    def unsent(self) -> Iterator[tuple[int, int, list[int]]]:
        """Yield provider, offer and provisions of each offer nobody is known to send to."""
        for (provider, offer), rows in self.offered.items():
            sent = (row for row in self._into(provider) if self._index.referral_polarity[row] != "no")
            if not any(self._holds(row) and self._is_about(row, offer, rows) for row in sent):
                yield provider, offer, rows

    def _is_about(self, referral: int, offer: int, provisions: list[int]) -> bool:
        """Return whether a referral may end at an offer: it names it, or names none and its conditions meet the offer's."""
        agreed = self._agreed[referral]
        if agreed >= 0:
            return offer in (-1, agreed)
        return any(self._shared.possible(self._of_referral(referral), self._of_provision(row)) for row in provisions)

    def _of_provision(self, row: int) -> Terms:
        lists = self._index.provisions.lists
        return Terms(tuple(lists("audiences")[row]), self._index.themes(row), self._index.area(row)[0])
