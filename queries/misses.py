"""What does not fit a need, ring by ring around the client, judged no further than somebody reads on."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from queries.candidates import BEYOND, Candidates
from queries.conditions import Conditions
from queries.screen import Screen
from queries.verdict import Verdict

ORDER = (
    "not_named", "excluded", "outside", "language", "level", "interpreter", "format", "cost", "child_care",
    "accessibility", "not_yet", "ended", "refused", "theme",
)  # fmt: skip
"""Nearest first: what a phone call may settle stands before what nobody can change today."""


class Distance(NamedTuple):
    """How far a miss is from fitting; the first part that differs counts.

    Args:
        beyond: it lies beyond the client's Land, so that it is named only where nearer ones do not suffice.
        failed: how many conditions fail. hardness: how hard they are to change.
        ring: how far away it is (`queries.candidates`). questions: how much is open besides.
    """

    beyond: bool
    failed: int
    hardness: int = 0
    ring: int = 0
    questions: int = 0


class Miss(NamedTuple):
    """A provision that does not fit, how far from it, and who judges it in words where it is shown."""

    distance: Distance
    provision: int
    judge: Callable[[int], Verdict]


class Ring(NamedTuple):
    """Provisions that do not fit, with their distances; ``next``: nothing that follows is nearer than this."""

    misses: Sequence[Miss]
    next: Distance


@lru_cache(maxsize=1 << 10)
def distance(failed: tuple[str, ...], questions: int, ring: int = 0) -> Distance:
    """Return how far a provision is that fails at some conditions and leaves so many questions open."""
    hardness = sum(_HARDNESS[condition] for condition in failed)
    return Distance(ring >= BEYOND, len(failed), hardness, ring, questions)


def elsewhere(ring: int) -> Distance:
    """Return the least distance of what fails only for being in a ring."""
    return Distance(ring >= BEYOND, 1, ORDER.index("outside"), ring)


class Misses:
    """The misses of one need.

    Args:
        near: provisions around the client that do not fit.
        fitting: provider and offer of those that do: on other terms, an offer needs no excuse.
    """

    def __init__(
        self,
        conditions: Conditions,
        screen: Screen,
        candidates: Candidates,
        near: Iterable[int],
        fitting: Container[tuple[int, int]],
    ) -> None:
        self._conditions, self._screen, self._candidates = conditions, screen, candidates
        self._near, self._fitting = near, fitting
        provisions = conditions.index.provisions
        self._provider, self._offer = provisions.ints("provider"), provisions.ints("offer")

    def rings(self) -> Iterator[Ring]:
        """Yield misses: all around the client, then those in its Land that fail only for being elsewhere, then others.

        Beyond the Land nothing is a near miss that fails for more than that.
        """
        wanted = self._candidates.near
        yield Ring(self._told(0, {row: wanted[row] for row in self._near}), elsewhere(1))
        others: list[Miss] = []
        for number, rows in self._candidates.outside():
            if number == BEYOND:
                yield Ring(others, elsewhere(BEYOND))
            misses = self._told(number, rows)
            only = [miss for miss in misses if miss.distance.failed == 1]
            if number >= BEYOND:
                yield Ring(only, elsewhere(number + 1))
            else:
                others += (miss for miss in misses if miss.distance.failed > 1)
                yield Ring(only, min(elsewhere(number + 1), Distance(False, 2)))
        yield Ring(others, elsewhere(BEYOND))

    def _told(self, ring: int, rows: Mapping[int, int]) -> list[Miss]:
        vague, failing, judge, found = self._candidates.vague, self._screen.failing, self._conditions.provision, []
        providers, offers, fitting = self._provider, self._offer, self._fitting
        for row, wanted in rows.items():
            if row in vague:
                continue  # it may have to do with something else altogether
            failed, questions = failing(row, wanted)
            # A contradiction is shown although the offer fits on other terms.
            if "refused" in failed or (providers[row], offers[row]) not in fitting:
                found.append(Miss(distance(failed, questions, ring), row, judge))
        return found


_HARDNESS = {condition: place for place, condition in enumerate(ORDER)}


def together(needs: Sequence[Misses]) -> Iterator[Ring]:
    """Yield the rings of several needs as one."""
    for rings in zip_longest(*(one.rings() for one in needs)):
        known = [ring for ring in rings if ring is not None]
        yield Ring([miss for ring in known for miss in ring.misses], min(ring.next for ring in known))
