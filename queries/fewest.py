"""Lists of alternatives in numbers: how few questions the best of them leaves open."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from queries.verdict import Verdict

UNUSABLE = 1 << 30
"""Instead of a number of questions: it does not fit. Far more than there are, so that no sum with it is a number."""

Level = tuple[int, int]
"""A number of questions, and concepts (as `queries.concept_bits` has them) of which each leaves so many open."""


def counted(verdict: Verdict) -> int:
    """Return how many questions a verdict leaves open, or `UNUSABLE`."""
    return UNUSABLE if verdict.outcome == "no" else len(verdict.asks)


class Fewest:
    """How few questions lists of concepts leave open: each concept is judged once.

    Args:
        judge: returns the levels of some concepts; those that do not fit are in none.
    """

    __slots__ = ("_judge", "fitting", "judged", "levels")

    def __init__(self, judge: Callable[[int], Iterable[Level]]) -> None:
        self._judge = judge
        self.judged = 0
        """The concepts judged so far."""
        self.levels: list[Level] = []
        """Theirs, the fewest questions first."""
        self.fitting = 0
        """Those in some level."""

    def of(self, concepts: int) -> int:
        """Return how few questions the best of some concepts leaves open, or `UNUSABLE`."""
        if concepts & ~self.judged:
            self.judge(concepts)
        if concepts & self.fitting:
            for questions, those in self.levels:
                if concepts & those:
                    return questions
        return UNUSABLE

    def judge(self, concepts: int) -> None:
        """Judge those of some concepts that are not yet."""
        left = concepts & ~self.judged
        if left:
            self.judged |= left
            levels = dict(self.levels)
            for questions, those in self._judge(left):
                levels[questions] = levels.get(questions, 0) | those
                self.fitting |= those
            self.levels = sorted(levels.items())


def one_by_one(count: Callable[[int], int]) -> Callable[[int], Iterable[Level]]:
    """Return what judges concepts by the number of each, or `UNUSABLE`."""

    def judge(concepts: int) -> Iterable[Level]:
        while concepts:
            lowest = concepts & -concepts
            questions = count(lowest.bit_length() - 1)
            if questions < UNUSABLE:
                yield questions, lowest
            concepts ^= lowest

    return judge
