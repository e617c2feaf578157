"""How many shortest ways between others lead through each actor, from some starts: many starts at a time, as matrices.

Brandes 2001, level by level: what one step along all referrals reaches from every start is one product of a sparse and
a dense matrix. For a whole state that is seconds instead of minutes.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Counts = NDArray[numpy.float64]
AT_ONCE = 32
"""Starts in one product; more would only take more memory."""


def sampled_betweenness(size: int, edges: Sequence[tuple[int, int]], pivots: int, seed: int) -> Counts:
    """Return the share of pairs of others each node lies between, estimated from some starts (Brandes & Pich 2007).

    Args:
        size: nodes are the numbers below it.
    """
    ends = numpy.array(edges, dtype=numpy.int64).reshape(-1, 2)
    ones = numpy.ones(len(ends))
    onward = csr_matrix((ones, (ends[:, 1], ends[:, 0])), shape=(size, size))
    starts = sorted(random.Random(seed).sample(range(size), min(pivots, size)))
    found = numpy.zeros(size)
    for first in range(0, len(starts), AT_ONCE):
        found += _dependencies(onward, starts[first : first + AT_ONCE])
    pairs = len(starts) * (size - 1) * (size - 2) / size
    return found / pairs if pairs else found


def _dependencies(onward: csr_matrix, starts: Sequence[int]) -> Counts:
    """Return for each node how much of the shortest ways from some starts hangs on it."""
    size = onward.shape[0]
    front = numpy.zeros((size, len(starts)))
    front[starts, range(len(starts))] = 1
    ways = front.copy()
    levels = [front]
    while True:
        front = onward @ levels[-1]
        front[ways > 0] = 0
        if not front.any():
            break
        ways += front
        levels.append(front)
    backward = onward.T.tocsr()
    hanging = numpy.zeros_like(ways)
    for level in range(len(levels) - 1, 0, -1):
        here, before = levels[level], levels[level - 1]
        share = numpy.divide(1 + hanging, ways, out=numpy.zeros_like(ways), where=here > 0)
        hanging += before * (backward @ share)
    hanging[starts, range(len(starts))] = 0
    total: Counts = hanging.sum(axis=1)
    return total
