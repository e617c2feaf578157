"""``closings``: the 10 of 10,000 new referrals and extensions that close most, from a view to the answer.

The peer chooses among the same candidates by plain greedy choice, which counts every candidate anew each time; both
choose the same. ``of_best`` is what the choice is worth at least, by its own bound.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.demand import with_demand
from benchmarks.measure import Measure, cost, median_seconds
from queries.best_closings import BestClosings
from queries.gaps import Gaps
from queries.most_covered import most_covered

DAY = date(2026, 11, 23)
K, CANDIDATES = 10, 10_000
RUNS = {"region": 5, "state": 3, "national": 1}
PEER = "plain greedy, 100,000 items"


def run(size: str) -> list[Measure]:
    """Return the measures of one size."""
    with tempfile.TemporaryDirectory() as folder:
        view = with_demand(Path(folder), size)
        question = BestClosings(K, Gaps(day=DAY), CANDIDATES)
        answer = question.answer(view)
        ours = median_seconds(lambda: question.answer(view), RUNS[size])
    sets, weights = _family()
    choice = median_seconds(lambda: most_covered(sets, weights, K))
    theirs = median_seconds(lambda: _greedy(sets, weights), 3)
    same = list(most_covered(sets, weights, K).picks) == _greedy(sets, weights)
    return [
        Measure("closings", ours, "s"),
        Measure("candidates", answer.candidates, "candidates"),
        Measure("cells", answer.cells, "cells"),
        Measure("closed_weight", answer.closed / 1000, "weight"),
        Measure("open_weight", answer.open / 1000, "weight"),
        Measure("of_best", answer.closed / answer.at_most if answer.at_most else 1, "share, at least"),
        cost("choice", choice, theirs, PEER),
        Measure("same_choice", float(same), "share"),
    ]


def _family() -> tuple[list[list[int]], list[int]]:
    chance, items = random.Random(1), 100_000
    sets = [chance.sample(range(items), int(chance.paretovariate(0.8)) % 2_000) for _ in range(CANDIDATES)]
    return sets, [chance.choice((500, 1000, 3000)) for _ in range(items)]


def _greedy(sets: Sequence[Sequence[int]], weights: Sequence[int]) -> list[int]:
    left, picks = list(weights), []
    for _ in range(K):
        gains = [sum(left[item] for item in one) for one in sets]
        picks.append(gains.index(max(gains)))
        for item in sets[picks[-1]]:
            left[item] = 0
    return picks
