"""What a benchmark reports, and how time and memory are taken."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of ours beside the peer's; ``ratio`` says how many times better ours is, unless the peer's name does."""

    name: str
    ours: float
    unit: str
    peer: float | None = None
    peer_name: str = ""
    ratio: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the measure as the JSON report holds it."""
        return asdict(self)

    def line(self) -> str:
        """Return one printed line."""
        ours = f"{self.name:<22} {self.ours:>14,.4g} {self.unit:<13}"
        if self.peer is None:
            return ours
        return f"{ours} peer {self.peer:>12,.4g}  ratio {self.ratio or 0:>8,.1f}  ({self.peer_name})"


def rate(name: str, ours: float, peer: float, peer_name: str, unit: str = "1/s") -> Measure:
    """Return a measure where more is better."""
    return Measure(name, ours, unit, peer, peer_name, ours / peer if peer else None)


def cost(name: str, ours: float, peer: float, peer_name: str, unit: str = "s") -> Measure:
    """Return a measure where less is better."""
    return Measure(name, ours, unit, peer, peer_name, peer / ours if ours else None)


def median_seconds(work: Callable[[], object], runs: int = 5) -> float:
    """Return the median wall time of ``work`` over ``runs`` runs, garbage collected before each."""
    taken = []
    for _ in range(runs):
        gc.collect()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def peak_megabytes(module: str, *arguments: str) -> tuple[float, float]:
    """Run ``python -m module arguments`` and return its peak resident memory (MB) and wall time (s).

    Where the platform tells no child's peak (Windows) the memory is 0.
    """
    start = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-m", module, *arguments], stdout=subprocess.DEVNULL)
    if not hasattr(os, "wait4"):
        child.wait()
        return 0.0, time.perf_counter() - start
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{module} {' '.join(arguments)} ended with {child.returncode}")
    return usage.ru_maxrss / 1024, time.perf_counter() - start
