"""What holds of each provision on a day, whatever cell is asked for: flags by row, told once for all cells.

A flag is a byte, 1 or 0, so that the set of any provisions with a flag is made at once (`queries.cube.Cube.flagged`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from graph.view import View
from queries.freshness import Limits, state
from queries.index import IMPLIED, Index, index_of
from queries.lifetimes import Lifetimes, Span


class Provided:
    """The provisions of one view on one day.

    Args:
        horizon: the day before which what ends counts as ending.
        platforms: types of actors that inform and cover nothing.
    """

    def __init__(self, view: View, day: int, horizon: int, limits: Limits, platforms: tuple[str, ...]) -> None:
        self._index: Index = index_of(view)
        self._day, self._horizon, self._limits = day, horizon, limits
        self._provisions = self._index.provisions
        self._provider = self._provisions.ints("provider")
        ids = view.concepts_by_id
        self._platforms = frozenset(
            kind for name in platforms if (row := ids.get(name)) is not None
            for kind in (row, *self._index.closure(row, "narrower"))
        )  # fmt: skip

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """From when to when each is provided."""
        return tuple(map(Lifetimes(self._index).provision, self._provisions))

    @cached_property
    def affirmed(self) -> bytes:
        """Nobody says no."""
        said = self._index.provision_polarity
        return self._flags(lambda row: said[row] != "no")

    @cached_property
    def refused(self) -> bytes:
        """Somebody says no, on the day."""
        affirmed, spans = self.affirmed, self.spans
        return self._flags(lambda row: not affirmed[row] and spans[row].holds(self._day))

    @cached_property
    def offered(self) -> bytes:
        """They count on the day, in full or in part."""
        return self._offered_on(self._day)

    @cached_property
    def offered_later(self) -> bytes:
        """They count on the day of the horizon."""
        return self._offered_on(self._horizon)

    @cached_property
    def over(self) -> bytes:
        """They have ended, and somebody could start them again."""
        spans, counts = self.spans, self._counts
        return self._flags(lambda row: bool(counts[row]) and spans[row].has_ended(self._day))

    @cached_property
    def by_platform(self) -> bytes:
        """A platform provides them: it informs, and covers nothing."""
        types = self._index.actors.lists("types")
        platforms = {row for row in self._index.actors if not self._platforms.isdisjoint(types[row])}
        provider = self._provider
        return self._flags(lambda row: provider[row] in platforms)

    @cached_property
    def in_part(self) -> bytes:
        """Offered in part only, by nobody in particular, or only because somebody refers there."""
        said, provider, implied = self._index.provision_polarity, self._provider, self.implied
        return self._flags(lambda row: bool(implied[row]) or provider[row] < 0 or said[row] == "partly")

    @cached_property
    def implied(self) -> bytes:
        """Only a referral speaks of them: nobody who provides them has said so."""
        combined = self._provisions.ints("combined")
        return self._flags(lambda row: combined[row] > 0 and bool(combined[row] & IMPLIED))

    @cached_property
    def ending(self) -> bytes:
        """They end before the horizon."""
        spans = self.spans
        return self._flags(lambda row: 0 <= spans[row].end < self._horizon)

    @cached_property
    def fresh(self) -> bytes:
        """Their date is young enough."""
        return self._flags(lambda row: self._ages[row] == "fresh")

    @cached_property
    def undated(self) -> bytes:
        """Nobody dated them."""
        return self._flags(lambda row: self._ages[row] == "undated")

    @cached_property
    def online(self) -> bytes:
        """They are held online."""
        online = self._provisions.ints("online")
        return self._flags(lambda row: online[row] == 1)

    @cached_property
    def _ages(self) -> list[str]:
        kinds, day, limits = self._index.kinds, self._day, self._limits
        temporary = {row for row in self._index.actors if kinds[row] in ("project", "event")}
        return [
            state(checked, day, limits.project if provider in temporary else limits.fact)
            for checked, provider in zip(self._provisions.ints("checked"), self._provider, strict=True)
        ]

    @cached_property
    def _counts(self) -> bytes:
        affirmed, by_platform = self.affirmed, self.by_platform
        return self._flags(lambda row: bool(affirmed[row]) and not by_platform[row])

    def _offered_on(self, day: int) -> bytes:
        spans, counts = self.spans, self._counts
        return self._flags(lambda row: bool(counts[row]) and spans[row].holds(day))

    def _flags(self, holds: Callable[[int], bool]) -> bytes:
        return bytes(map(holds, self._provisions))
