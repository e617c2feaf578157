"""What does not fit a need, ring by ring around the client, judged no further than somebody reads on."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from queries.candidates import BEYOND, Candidates
from queries.conditions import Conditions
from queries.fewest import UNUSABLE
from queries.screen import Screen
from queries.verdict import Verdict

ORDER = (
    "not_named", "excluded", "outside", "language", "format", "cost", "not_yet", "ended", "refused", "theme",
)  # fmt: skip
"""Nearest first: what a phone call may settle stands before what nobody can change today."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A provision that does not fit, and why."""

    provision: int
    verdict: Verdict


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


class Ring(NamedTuple):
    """Misses with their distances; ``next``: nothing that follows is nearer than this."""

    misses: Sequence[tuple[Distance, Miss]]
    next: Distance


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
        yield Ring(self._told(0, self._near), elsewhere(1))
        others: list[tuple[int, list[int]]] = []
        for number, rows in self._candidates.outside():
            if number == BEYOND:
                yield self._several(others)
            only = {row for row, wanted in rows.items() if self._screen.elsewhere(row, wanted) != UNUSABLE}
            others.append((number, [row for row in rows if row not in only]))
            yield Ring(
                self._told(number, only),
                elsewhere(number + 1) if number >= BEYOND else min(elsewhere(number + 1), Distance(False, 2)),
            )
            if number >= BEYOND:
                others.clear()
        yield self._several(others)

    def _several(self, others: Iterable[tuple[int, list[int]]]) -> Ring:
        return Ring([miss for number, rows in others for miss in self._told(number, rows)], elsewhere(BEYOND))

    def _told(self, ring: int, rows: Iterable[int]) -> list[tuple[Distance, Miss]]:
        judged = (Miss(row, self._conditions.provision(row)) for row in rows)
        return [(self._distance(miss, ring), miss) for miss in judged if self._tells(miss)]

    @staticmethod
    def _distance(miss: Miss, ring: int) -> Distance:
        failed = miss.verdict.failed
        hardness = sum(ORDER.index(condition) for condition in failed)
        return Distance(ring >= BEYOND, len(failed), hardness, ring, len(miss.verdict.asks))

    def _tells(self, miss: Miss) -> bool:
        """A contradiction is shown although the offer fits on other terms."""
        offer = (self._provider[miss.provision], self._offer[miss.provision])
        return "refused" in miss.verdict.failed or offer not in self._fitting


def together(needs: Sequence[Misses]) -> Iterator[Ring]:
    """Yield the rings of several needs as one."""
    for rings in zip_longest(*(one.rings() for one in needs)):
        known = [ring for ring in rings if ring is not None]
        yield Ring([miss for ring in known for miss in ring.misses], min(ring.next for ring in known))
