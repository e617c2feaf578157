"""Lists of alternatives in numbers: how few questions the best of them leaves open."""

from __future__ import annotations

from collections.abc import Callable

from queries.verdict import Verdict

UNUSABLE = 1 << 30
"""Instead of a number of questions: it does not fit. Far more than there are, so that no sum with it is a number."""


def counted(verdict: Verdict) -> int:
    """Return how many questions a verdict leaves open, or `UNUSABLE`."""
    return UNUSABLE if verdict.outcome == "no" else len(verdict.asks)


class Fewest:
    """How few questions lists of concepts leave open (as `queries.concept_bits` has them): each concept is judged once.

    Args:
        count: how many questions a concept leaves open, or `UNUSABLE`.
    """

    __slots__ = ("_count", "_judged", "levels")

    def __init__(self, count: Callable[[int], int]) -> None:
        self._count = count
        self._judged = 0
        self.levels: list[tuple[int, int]] = []
        """Numbers of questions, the fewest first, with the concepts judged so far that leave so many open."""

    def of(self, concepts: int) -> int:
        """Return how few questions the best of some concepts leaves open, or `UNUSABLE`."""
        if concepts & self._judged != concepts:
            self.judge(concepts)
        for questions, those in self.levels:
            if concepts & those:
                return questions
        return UNUSABLE

    def judge(self, concepts: int) -> None:
        """Judge those of some concepts that are not yet."""
        left = concepts & ~self._judged
        self._judged |= left
        levels = dict(self.levels)
        while left:
            lowest = left & -left
            questions = self._count(lowest.bit_length() - 1)
            if questions < UNUSABLE:
                levels[questions] = levels.get(questions, 0) | lowest
            left ^= lowest
        self.levels = sorted(levels.items())
