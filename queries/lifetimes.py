"""From which day to which something holds; an event still to come does, one whose only day is past does not."""

from __future__ import annotations

from dataclasses import dataclass

from queries.index import Index

NOT_SAID = -1


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day; `NOT_SAID` where nobody says."""

    start: int = NOT_SAID
    end: int = NOT_SAID

    def has_ended(self, day: int) -> bool:
        """Return whether the last day is past."""
        return NOT_SAID < self.end < day

    def holds(self, day: int) -> bool:
        """Return whether a day lies within."""
        return self.start <= day and not self.has_ended(day)

    def meet(self, other: Span) -> Span:
        """Return when both hold."""
        if self is ALWAYS or other is ALWAYS:
            return other if self is ALWAYS else self
        ends = [end for end in (self.end, other.end) if end != NOT_SAID]
        return Span(max(self.start, other.start), min(ends, default=NOT_SAID))


ALWAYS = Span()


class Lifetimes:
    """Reads the days of actors, provisions and referrals."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._provider = index.provisions.ints("provider")
        self._provided = index.provisions.ints("valid_from"), index.provisions.ints("valid_until")
        self._agreed = index.referrals.ints("valid_from"), index.referrals.ints("valid_until")
        self._running = index.actors.ints("runs_from"), index.actors.ints("runs_until")
        self._actors: dict[int, Span] = {NOT_SAID: ALWAYS}

    def actor(self, row: int) -> Span:
        """Return when an actor (a project, an event ...) runs."""
        found = self._actors.get(row)
        if found is None:
            found = self._actors[row] = self._span(self._running[0][row], self._running[1][row], row)
        return found

    def provision(self, row: int) -> Span:
        """Return when an offer is provided: as long as it and its provider last."""
        provider = self._provider[row]
        return self._span(self._provided[0][row], self._provided[1][row], provider).meet(self.actor(provider))

    def referral(self, row: int) -> Span:
        """Return when an agreement holds."""
        return self._span(self._agreed[0][row], self._agreed[1][row], NOT_SAID)

    def _span(self, start: int, end: int, actor: int) -> Span:
        if start == end == NOT_SAID:
            return ALWAYS
        if actor >= 0 and self._index.kinds[actor] == "event":
            return Span(NOT_SAID, max(start, end))
        return Span(start, end)
