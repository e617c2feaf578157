"""Lists of alternatives in numbers: how few questions the best of them leaves open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from queries.verdict import Verdict

UNUSABLE = -1


def counted(verdict: Verdict) -> int:
    """Return how many questions a verdict leaves open, or `UNUSABLE`."""
    return UNUSABLE if verdict.outcome == "no" else len(verdict.asks)


class Fewest:
    """Judges each concept once and remembers the number in ``known``.

    Args:
        count: how many questions a concept leaves open, or `UNUSABLE`.
    """

    def __init__(self, count: Callable[[int], int]) -> None:
        self._count = count
        self.known: dict[int, int] = {}

    def of(self, concepts: Sequence[int]) -> int:
        """Return how few questions a list of alternatives leaves open, or `UNUSABLE`."""
        fewest, known = UNUSABLE, self.known
        for concept in concepts:
            found = known.get(concept)
            if found is None:
                found = known[concept] = self._count(concept)
            if found == 0:
                return 0
            if found > 0 and (found < fewest or fewest < 0):
                fewest = found
        return fewest
