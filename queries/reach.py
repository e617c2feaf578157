"""Whether referrals lead from some starts to an offer at all, whatever it costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from queries.agreements import Agreements
from queries.index import Index

NOBODY = -1


class End(Protocol):
    """Where a way may end."""

    @property
    def provider(self) -> int:
        """Row of the provider."""

    @property
    def offer(self) -> int:
        """Row of the offer, or -1."""

    @property
    def arrivals(self) -> tuple[int, ...]:
        """Actors at whom it is reached."""


@dataclass(frozen=True, slots=True)
class Without:
    """What is thought away: an actor, or every agreement between two."""

    actor: int = NOBODY
    sender: int = NOBODY
    receiver: int = NOBODY

    @property
    def is_actor(self) -> bool:
        """Whether it is an actor."""
        return self.actor != NOBODY


NOTHING = Without()
Links = dict[int, int]
"""Actor to the next one towards where a search began; that one to itself."""


class Reach:
    """Breadth-first search from both sides over the referrals one client (or group) can use.

    Starts are None where nobody knows them: then whoever refers is one.
    """

    def __init__(self, index: Index, usable: Callable[[int], bool], max_legs: int) -> None:
        self._usable, self._max_legs = usable, max_legs
        self._at_end = Agreements(index).at_end
        self._senders, self._receivers = index.senders, index.receivers
        self._sent_by, self._sent_to = index.sent_by, index.sent_to

    def leads(self, end: End, starts: frozenset[int] | None, without: Without = NOTHING) -> bool:
        """Return whether a way of at most so many legs exists."""
        return self.way(end, starts, without) is not None

    def way(self, end: End, starts: frozenset[int] | None, without: Without = NOTHING) -> tuple[int, ...] | None:
        """Return the actors along one way; the start alone if the offer is reached there."""
        arrivals = [actor for actor in end.arrivals if actor != without.actor]
        if starts is not None and not starts.isdisjoint(arrivals):
            return (min(starts.intersection(arrivals)),)
        for arrival in arrivals if self._max_legs else ():
            way = (
                self._from_anybody(end, arrival, without) if starts is None else self._to(end, arrival, starts, without)
            )
            if way:
                return way
        return None

    def _from_anybody(self, end: End, arrival: int, without: Without) -> tuple[int, int] | None:
        """Return the first who refers to an arrival, with it."""
        for row in self._sent_to[arrival]:
            sender = self._senders[row]
            if sender == arrival or not self._usable(row) or _gone(sender, arrival, without):
                continue
            if self._at_end(row, end.provider, end.offer) is not None:
                return sender, arrival
        return None

    def _to(self, end: End, arrival: int, starts: frozenset[int], without: Without) -> tuple[int, ...] | None:
        # A way may not pass through its own end, so that neither side enters it again.
        back: Links = {arrival: arrival}
        behind = self._before([arrival], back, without, end)
        fore: Links = {start: start for start in starts}
        ahead = list(fore)
        met = _shared(behind, fore)
        for _ in range(self._max_legs - 1):
            if met is not None or not behind or not ahead:
                break
            if len(behind) <= len(ahead):
                behind = self._before(behind, back, without, None)
                met = _shared(behind, fore)
            else:
                ahead = self._after(ahead, fore, without, arrival)
                met = _shared(ahead, back)
        return None if met is None else (*reversed(_followed(met, fore)), *_followed(met, back)[1:])

    def _before(self, actors: list[int], back: Links, without: Without, end: End | None) -> list[int]:
        """Return who refers to some actors and was not met yet."""
        found: list[int] = []
        for actor in actors:
            for row in self._sent_to[actor]:
                sender = self._senders[row]
                if sender in back or not self._usable(row) or _gone(sender, actor, without):
                    continue
                if end is None or self._at_end(row, end.provider, end.offer) is not None:
                    back[sender] = actor
                    found.append(sender)
        return found

    def _after(self, actors: list[int], fore: Links, without: Without, arrival: int) -> list[int]:
        """Return whom some actors refer to and who was not met yet."""
        found: list[int] = []
        for actor in actors:
            for row in self._sent_by[actor]:
                receiver = self._receivers[row]
                if receiver in fore or receiver in (arrival, NOBODY) or not self._usable(row):
                    continue
                if not _gone(receiver, actor, without, forwards=True):
                    fore[receiver] = actor
                    found.append(receiver)
        return found


def _gone(other: int, actor: int, without: Without, *, forwards: bool = False) -> bool:
    pair = (actor, other) if forwards else (other, actor)
    return other == without.actor or pair == (without.sender, without.receiver)


def _shared(actors: list[int], links: Links) -> int | None:
    return next((actor for actor in actors if actor in links), None)


def _followed(start: int, links: Links) -> list[int]:
    actors = [start]
    while links[actors[-1]] != actors[-1]:
        actors.append(links[actors[-1]])
    return actors
