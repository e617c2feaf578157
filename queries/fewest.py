"""Lists of alternatives in numbers: how few questions the best of them leaves open."""

from __future__ import annotations

from collections.abc import Callable

from graph.columns import CodedColumn
from queries.verdict import Verdict

UNUSABLE = 1 << 30
"""Instead of a number of questions: it does not fit. Far more than there are, so that no sum with it is a number."""


def counted(verdict: Verdict) -> int:
    """Return how many questions a verdict leaves open, or `UNUSABLE`."""
    return UNUSABLE if verdict.outcome == "no" else len(verdict.asks)


class Fewest(dict[int, int]):
    """How many questions each concept leaves open, or `UNUSABLE`: judged once, when first asked for.

    Args:
        count: judges a concept.
    """

    __slots__ = ("_count",)

    def __init__(self, count: Callable[[int], int]) -> None:
        super().__init__()
        self._count = count

    def __missing__(self, concept: int) -> int:
        """Judge a concept."""
        found = self[concept] = self._count(concept)
        return found


class FewestOfLists(dict[int, int]):
    """How few questions each list of a column leaves open, by its code: read once, when first asked for.

    Args:
        blank: what an empty list leaves open.
    """

    __slots__ = ("_blank", "_concepts", "_offsets", "_values")

    def __init__(self, column: CodedColumn, concepts: Fewest, blank: int) -> None:
        super().__init__()
        self._offsets, self._values = column.offsets, column.values
        self._concepts, self._blank = concepts, blank

    def __missing__(self, code: int) -> int:
        """Read a list."""
        start, end = self._offsets[code], self._offsets[code + 1]
        if end - start == 1:  # the usual case, hundreds a question
            found = self._concepts[self._values[start]]
        elif start == end:
            found = self._blank
        else:
            found = min(map(self._concepts.__getitem__, self._values[start:end]))
        self[code] = found
        return found
