"""``cold``: the first answer of a fresh ``verweisnetz route`` process, from the command to its last line.

Peer: a fresh process that unpickles the same referrals as a networkx graph and asks it for one shortest path.
"""

from __future__ import annotations

import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.built import built
from benchmarks.clients import clients
from benchmarks.measure import Measure, cost

SIZE = "national"
RUNS = 7
PEER = "networkx from a pickle, one path"


def run(size: str) -> list[Measure]:
    """Return the measures of one size."""
    from verweisnetz.graphs import to_networkx

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        view = built(folder, size)
        profile = next(iter(clients(view, 2)))
        said = ["--from", profile.start, "--need", profile.needs[0], "--region", profile.residence]
        command = ["-m", "verweisnetz", "route", "-C", name, *said, "--facts", profile.facts]
        ours = [_fresh(command) for _ in range(RUNS)]
        with (folder / "graph.pickle").open("wb") as file:
            pickle.dump(to_networkx(view), file)
        ends = view.table("actor").text("id")
        receiver = ends[view.table("referral").ints("receiver")[0]]
        peer = ["-c", _PEER, str(folder / "graph.pickle"), profile.start, receiver]
        theirs = [_fresh(peer) for _ in range(3)]
    seconds, memory = (statistics.median(taken) for taken in zip(*ours, strict=True))
    peer_seconds, peer_memory = (statistics.median(taken) for taken in zip(*theirs, strict=True))
    return [
        cost("cold_answer", seconds, peer_seconds, PEER),
        cost("rss", memory, peer_memory, PEER, "MB"),
    ]


_PEER = """
import pickle, sys, networkx
with open(sys.argv[1], "rb") as file:
    graph = pickle.load(file)
networkx.has_path(graph, sys.argv[2], sys.argv[3])
"""


def _fresh(arguments: list[str]) -> tuple[float, float]:
    """Return wall time (s) and peak resident memory (MB) of a fresh Python; memory is 0 where nobody tells it."""
    start = time.perf_counter()
    child = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if child.stdout is None or (not child.stdout.read() and "route" in arguments):
        raise RuntimeError(f"no answer from {' '.join(arguments)}")
    if not hasattr(os, "wait4"):
        child.wait()
        return time.perf_counter() - start, 0.0
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - start, usage.ru_maxrss / 1024
