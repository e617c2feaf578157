"""Weigh what speaks for and against statements whose truth is known: ridge logistic regression over their marks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

_PRIOR = 8.0
"""So strongly a weight is drawn to nothing: as if each mark had been seen with so many undecided statements."""
_LEAST, _TEXTS = 3, 2
"""A mark is weighed if so many statements in so many texts bear it."""
_STEPS, _MORE = 30, 2
_BARS = range(70, 100)
"""Bars that are tried, in hundredths."""


@dataclass(frozen=True, slots=True)
class Case:
    """One way in which a text of known truth says something.

    Args:
        text: its number. told: what it says, in the things of the truth.
        may_be_sure: whether it could be called sure if it weighs enough.
    """

    text: int
    told: tuple[str, str, str]
    marks: frozenset[str]
    right: bool
    may_be_sure: bool


@dataclass(frozen=True, slots=True)
class Weights:
    """The log-odds of a statement without marks, and what each mark adds."""

    start: float
    of: Mapping[str, float]


class Scales:
    """Weighs the marks of some cases, with all of them or with one text left out."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self._cases = cases
        self._marks = weighed(cases)
        column = {mark: number + 1 for number, mark in enumerate(self._marks)}
        self._rows = np.zeros((len(cases), len(column) + 1))
        self._rows[:, 0] = 1
        for number, case in enumerate(cases):
            self._rows[number, [column[mark] for mark in sorted(case.marks) if mark in column]] = 1
        self._right = np.array([float(case.right) for case in cases])
        times = Counter((case.text, case.told) for case in cases)
        self._share = np.array([1 / times[case.text, case.told] for case in cases])
        self._all = self._fitted(np.ones(len(cases), dtype=bool), np.zeros(len(column) + 1), _STEPS)

    def weights(self) -> Weights:
        """Return the weights all cases give."""
        return Weights(float(self._all[0]), dict(zip(self._marks, map(float, self._all[1:]), strict=True)))

    def judged(self) -> Array:
        """Return how likely each case is right by the weights of the other texts."""
        texts = np.array([case.text for case in self._cases])
        found = np.zeros(len(texts))
        for text in np.unique(texts):
            others = texts != text
            found[~others] = _odds(self._rows[~others] @ self._fitted(others, self._all, _MORE))
        return found

    def _fitted(self, chosen: npt.NDArray[np.bool_], start: Array, steps: int) -> Array:
        rows, right, share = self._rows[chosen], self._right[chosen], self._share[chosen]
        prior = np.full(rows.shape[1], _PRIOR)
        prior[0] = 0.001  # the start is free
        weights = start.copy()
        for _ in range(steps):
            likely = _odds(rows @ weights)
            slope = rows.T @ (share * (right - likely)) - prior * weights
            bend = (rows.T * (share * likely * (1 - likely))) @ rows + np.diag(prior)
            step = np.linalg.solve(bend, slope)
            weights += step
            if np.abs(step).max() < 1e-5:
                break
        return weights


def _odds(log_odds: Array) -> Array:
    found: Array = 1 / (1 + np.exp(-log_odds))
    return found


def weighed(cases: Collection[Case]) -> list[str]:
    """Return the marks that enough statements bear in more than one text."""
    statements: dict[str, set[tuple[int, tuple[str, str, str]]]] = defaultdict(set)
    for case in cases:
        for mark in case.marks:
            statements[mark].add((case.text, case.told))
    often = (m for m, found in statements.items() if len(found) >= _LEAST and len({t for t, _ in found}) >= _TEXTS)
    return sorted(often)


def figures(cases: Sequence[Case], likely: Array, bar: float, texts: Collection[int]) -> tuple[int, int]:
    """Return how many statements of some texts are called sure at a bar, and how many of them are right."""
    sure = {
        (case.text, case.told): case.right
        for case, odds in zip(cases, likely, strict=True)
        if case.may_be_sure and odds >= bar and case.text in texts
    }
    return len(sure), sum(sure.values())


def bars(cases: Sequence[Case], likely: Array, known: int) -> Iterator[tuple[float, float, float]]:
    """Yield for each bar the precision and the recall of what is sure, of as many true statements as are known."""
    texts = {case.text for case in cases}
    for hundredths in _BARS:
        sure, right = figures(cases, likely, hundredths / 100, texts)
        if sure:
            yield hundredths / 100, right / sure, right / known


def highest_bar(cases: Sequence[Case], likely: Array, known: int, recall: float) -> float:
    """Return the highest bar that still finds enough of what is true; the lowest where none does."""
    return max((bar for bar, _, found in bars(cases, likely, known) if found >= recall), default=_BARS[0] / 100)
