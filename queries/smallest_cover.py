"""The smallest sets of members that together cover all needs, with the fewest open questions: exact, over subsets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf

Member = int
Asks = Sequence[Mapping[Member, int]]
"""For each need, how many questions are open with each member that covers it."""

MOST_EXACT = 6


def smallest_covers(asks: Asks, order: Mapping[Member, str], k: int) -> list[tuple[Member, ...]]:
    """Return up to k sets of members, each as the member who takes each need; none if a need has no member.

    The fewest members come first, then the fewest open questions in all; equals in the lexicographic order of who
    takes the first need, the second need ... Work grows with 3 to the number of needs.

    Args:
        order: what sorts the members; an id, so that nothing depends on rows.
    """
    search = _Search(asks)
    if search.size is None:
        return []
    ranked = [sorted(members, key=order.__getitem__) for members in asks]
    found: dict[frozenset[Member], tuple[Member, ...]] = {}
    for taken in search.covers(ranked):
        found.setdefault(frozenset(taken), taken)
        if len(found) == k:
            break
    return list(found.values())


def greedy_cover(asks: Asks, order: Mapping[Member, str]) -> tuple[Member, ...] | None:
    """Return a cover found by taking again and again who covers most of what is left; it may not be the smallest."""
    left = set(range(len(asks)))
    taken: dict[int, Member] = {}
    while left:
        gains: dict[Member, list[int]] = {}
        for need in sorted(left):
            for member in asks[need]:
                gains.setdefault(member, []).append(need)
        if not gains:
            return None
        best = min(gains, key=lambda one: (-len(gains[one]), sum(asks[need][one] for need in gains[one]), order[one]))
        taken.update(dict.fromkeys(gains[best], best))
        left.difference_update(gains[best])
    return tuple(taken[need] for need in range(len(asks)))


class _Search:
    """Needs are bits of a mask; ``least[s][mask]`` is the fewest questions with which s members cover a mask."""

    def __init__(self, asks: Asks) -> None:
        self._asks = asks
        self._all = (1 << len(asks)) - 1
        alone = self._alone()
        self._least: list[list[float]] = [[0.0] + [inf] * self._all]
        self.size: int | None = None if self._all else 0
        while self.size is None and len(self._least) <= len(asks):
            before = self._least[-1]
            self._least.append([min(_splits(mask, before, alone), default=0.0) for mask in range(self._all + 1)])
            if self._least[-1][self._all] < inf:
                self.size = len(self._least) - 1

    def _alone(self) -> list[float]:
        """Return for each mask the fewest questions with which one member covers it alone."""
        members = {member for need in self._asks for member in need}
        found = [0.0] + [inf] * self._all
        for member in members:
            questions = [need.get(member) for need in self._asks]
            for mask in range(1, self._all + 1):
                counted = [questions[at] for at in _bits(mask)]
                if None not in counted:
                    found[mask] = min(found[mask], sum(one for one in counted if one is not None))
        return found

    def covers(self, ranked: Sequence[Sequence[Member]]) -> Iterator[tuple[Member, ...]]:
        """Yield every best cover, in lexicographic order of the ranked members."""
        if self.size is not None:
            yield from self._covers(ranked, (), self._least[self.size][self._all])

    def _covers(
        self, ranked: Sequence[Sequence[Member]], taken: tuple[Member, ...], left: float
    ) -> Iterator[tuple[Member, ...]]:
        at = len(taken)
        if at == len(self._asks):
            yield taken
            return
        for member in ranked[at]:
            rest = left - self._asks[at][member]
            if rest >= 0 and self._completes((*taken, member), rest):
                yield from self._covers(ranked, (*taken, member), rest)

    def _completes(self, taken: tuple[Member, ...], left: float) -> bool:
        """Return whether the needs that are left can be covered by who is in already and as many as may still join."""
        inside = set(taken)
        free = (self.size or 0) - len(inside)
        if free < 0:
            return False
        rest = self._all & ~((1 << len(taken)) - 1)
        own = [min((need[one] for one in inside if one in need), default=inf) for need in self._asks]
        joining = self._least[free]
        return any(sum(own[at] for at in _bits(kept)) + joining[rest & ~kept] <= left for kept in _submasks(rest))


def _splits(mask: int, before: Sequence[float], alone: Sequence[float]) -> Iterator[float]:
    """Yield what covering a mask costs if one more member takes some part of it."""
    return (before[mask & ~part] + alone[part] for part in _submasks(mask))


def _submasks(mask: int) -> Iterator[int]:
    part = mask
    while True:
        yield part
        if not part:
            return
        part = (part - 1) & mask


def _bits(mask: int) -> Iterator[int]:
    return (at for at in range(mask.bit_length()) if mask >> at & 1)
