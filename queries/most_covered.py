"""Which k sets together cover the most weight: lazy greedy (CELF), with what the best choice could cover at most."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import e

GUARANTEED = 1 - 1 / e
"""The share of the best possible that greedy choice covers at least (Nemhauser, Wolsey, Fisher 1978)."""


Gain = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice of sets.

    Args:
        picks: numbers of sets, in the order they were chosen. gains: the weight each added.
        at_most: no k of the sets cover more; known after the fact from what is left to gain, often close.
    """

    picks: tuple[int, ...]
    gains: tuple[int, ...]
    at_most: int

    @property
    def covered(self) -> int:
        """The weight covered."""
        return sum(self.gains)


def most_covered(sets: Sequence[Sequence[int]], weights: Sequence[int], k: int) -> Chosen:
    """Choose up to k sets, each time the one that adds most; of equals the first.

    A set's gain only shrinks while others are chosen, so that one whose gain, counted anew, is still the largest need
    not be compared with the rest.
    """
    left = list(weights)

    def gain(number: int) -> int:
        return sum(left[item] for item in sets[number])

    heap = [(-gain(number), number) for number in range(len(sets))]
    heapq.heapify(heap)
    picks: list[int] = []
    gains: list[int] = []
    coverable = sum(weights[item] for item in {item for one in sets for item in one})
    at_most = min(coverable, _most(heap, k))
    while heap and len(picks) < k:
        known, number = heapq.heappop(heap)
        found = gain(number)
        if found < -known:
            heapq.heappush(heap, (-found, number))
            continue
        if not found:
            break
        picks.append(number)
        gains.append(found)
        for item in sets[number]:
            left[item] = 0
        at_most = min(at_most, sum(gains) + _still(heap, gain, k))
    return Chosen(tuple(picks), tuple(gains), at_most)


def _most(heap: Sequence[tuple[int, int]], k: int) -> int:
    return -sum(known for known, _ in heapq.nsmallest(k, heap))


def _still(heap: list[tuple[int, int]], gain: Gain, k: int) -> int:
    """Return the k largest gains that are left, added up; old gains are counted anew only where they may matter."""
    fresh: list[int] = []
    seen: list[tuple[int, int]] = []
    while heap and (len(fresh) < k or -heap[0][0] > fresh[0]):
        _, number = heapq.heappop(heap)
        found = gain(number)
        seen.append((-found, number))
        (heapq.heappush if len(fresh) < k else heapq.heappushpop)(fresh, found)
    for entry in seen:
        heapq.heappush(heap, entry)
    return sum(fresh)
