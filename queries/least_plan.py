"""One choice for each need so that all choices together use the fewest things, then cost least: exact, bounded.

Things are bits of a mask; what several choices use counts once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST_STEPS = 20_000
"""So many partial plans are looked at before the best one found stands unproven."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a choice uses (bits), and its cost."""

    uses: int
    cost: int


Choices = Sequence[Sequence[Choice]]


@dataclass(frozen=True, slots=True)
class Fewest:
    """The best plans as one position per need: they all use ``used`` things and cost ``cost``.

    Args:
        equals: in lexicographic order of positions, at most as many as asked for.
        more: there are further equals.
        proven: nothing uses fewer, or as many and costs less.
    """

    used: int
    cost: int
    equals: tuple[tuple[int, ...], ...]
    more: bool
    proven: bool


def fewest(choices: Choices, k: int = 1, most_steps: int = MOST_STEPS) -> Fewest:
    """Return the best plans; every need must have a choice. Exact unless it runs out of steps."""
    search = _Search(choices, most_steps)
    search.improve()
    used, cost = search.best
    equals = search.equals(k)
    return Fewest(used, cost, equals[:k], len(equals) > k, search.proven)


def step_by_step(choices: Choices) -> tuple[int, ...]:
    """Return a plan built by taking what meets most needs for each further thing used, then costs least."""
    used = 0
    taken: dict[int, int] = {}
    while len(taken) < len(choices):
        left = [need for need in range(len(choices)) if need not in taken]
        ahead = {choice.uses | used for need in left for choice in choices[need]}
        used = min(ahead, key=lambda uses: _worth(choices, left, used, uses))
        for need in left:
            met = [(choice.cost, at) for at, choice in enumerate(choices[need]) if not choice.uses & ~used]
            if met:
                taken[need] = min(met)[1]
    return tuple(taken[need] for need in range(len(choices)))


def _worth(choices: Choices, left: Sequence[int], used: int, uses: int) -> tuple[float, int, int]:
    met = [[choice.cost for choice in choices[need] if not choice.uses & ~uses] for need in left]
    costs = [min(one) for one in met if one]
    # More things first lose by how many needs each of them meets; what needs nothing new comes before all.
    return (uses & ~used).bit_count() / len(costs), sum(costs) // len(costs), uses


class _Search:
    """Depth first over needs, cut where what is still needed at least is no better than what is known."""

    def __init__(self, choices: Choices, most_steps: int) -> None:
        self._choices = choices
        self._kept = [_undominated(one) for one in choices]
        self._least = [min(choice.cost for choice in one) for one in choices]
        self._cover = _covers(self._kept)
        self._most_steps = most_steps
        self._steps = 0
        self.proven = True
        start = step_by_step(choices)
        self.best: tuple[int, int] = self._value(start)
        self._first = start

    def _value(self, positions: Sequence[int]) -> tuple[int, int]:
        uses = cost = 0
        for choices, at in zip(self._choices, positions, strict=True):
            uses |= choices[at].uses
            cost += choices[at].cost
        return uses.bit_count(), cost

    def improve(self) -> None:
        """Find the best value there is."""
        self._improve(0, tuple(range(len(self._choices))), 0)

    def _improve(self, used: int, left: tuple[int, ...], cost: int) -> None:
        if not left:
            self.best = min(self.best, (used.bit_count(), cost))
            return
        if self._spent():
            return
        further = {need: min((one.uses & ~used).bit_count() for one in self._kept[need]) for need in left}
        if self._bound(used, further, cost) >= self.best:
            return
        # The need that is hardest to meet first: it leaves the fewest ways to go on.
        need = max(left, key=lambda one: (further[one], -len(self._kept[one]), -one))
        rest = tuple(one for one in left if one != need)
        for choice in sorted(self._kept[need], key=lambda one: ((one.uses & ~used).bit_count(), one.cost, one.uses)):
            if (used | choice.uses).bit_count() > self.best[0]:
                break
            self._improve(used | choice.uses, rest, cost + choice.cost)

    def _bound(self, used: int, further: dict[int, int], cost: int) -> tuple[int, int]:
        """Return what any completion has at least."""
        hungry = sum(1 << need for need, new in further.items() if new)
        more = max(self._cover[hungry], max(further.values()))
        return used.bit_count() + more, cost + sum(self._least[need] for need in further)

    def equals(self, k: int) -> tuple[tuple[int, ...], ...]:
        """Return the first plans of the best value, one more than asked for if there is one."""
        self._steps = 0
        found: list[tuple[int, ...]] = []
        for positions in self._equals((), 0, self.best[1]):
            found.append(positions)
            if len(found) > k:
                break
        return tuple(found) or (self._first,)

    def _equals(self, taken: tuple[int, ...], used: int, left: int) -> Iterator[tuple[int, ...]]:
        at = len(taken)
        if at == len(self._choices):
            if not left:
                yield taken
            return
        if self._spent(proof=False):
            return
        spare = left - sum(self._least[at + 1 :])
        rest = range(at + 1, len(self._choices))
        for position, choice in enumerate(self._choices[at]):
            if choice.cost <= spare and self._completes(used | choice.uses, rest):
                yield from self._equals((*taken, position), used | choice.uses, left - choice.cost)

    def _completes(self, used: int, rest: range) -> bool:
        if used.bit_count() > self.best[0]:
            return False
        further = {need: min((one.uses & ~used).bit_count() for one in self._kept[need]) for need in rest}
        return not further or self._bound(used, further, 0)[0] <= self.best[0]

    def _spent(self, *, proof: bool = True) -> bool:
        self._steps += 1
        spent = self._steps > self._most_steps
        if spent and proof:
            self.proven = False
        return spent


def _undominated(choices: Sequence[Choice]) -> list[Choice]:
    """Return the choices of which no other uses nothing else and costs no more."""
    kept: list[Choice] = []
    for choice in sorted(set(choices), key=lambda one: (one.cost, one.uses.bit_count(), one.uses)):
        if not any(not one.uses & ~choice.uses for one in kept):
            kept.append(choice)
    return kept


def _covers(kept: Sequence[Sequence[Choice]]) -> list[int]:
    """Return for each set of needs how many things it takes at least to touch a choice of every one."""
    touched: dict[int, int] = {}
    for need, choices in enumerate(kept):
        for choice in choices:
            for thing in _bits(choice.uses):
                touched[thing] = touched.get(thing, 0) | 1 << need
    masks = set(touched.values())
    found = [0]
    for needs in range(1, 1 << len(kept)):
        # A need no choice of which uses anything is never touched; nobody asks for it then.
        found.append(1 + min((found[needs & ~mask] for mask in masks if mask & needs), default=0))
    return found


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
