"""``snapshot``: how large the facts of a network are on disk, and how much memory a process needs that answers from them.

Peer on disk: SQLite with the same tables, lists as JSON, vacuumed, without an index. Peer in memory: a fresh process
that unpickles the referrals alone as a networkx graph. Ours is the peak of a fresh process that maps the snapshot and
answers `CLIENTS` route questions with their explanations; every process is started anew for every run.
"""

from __future__ import annotations

import json
import pickle
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.measure import Measure, cost, peak_megabytes

SIZE = "national"
RUNS, CLIENTS = 5, 50
PEER_DISK = "SQLite, same tables"
PEER_MEMORY = "networkx, referrals from a pickle"


def run(size: str) -> list[Measure]:
    """Return the measures of one size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Each in a process of its own: a child's peak starts at what its parent had.
        subprocess.run([sys.executable, "-m", "benchmarks.built", name, size], check=True)
        ours = [peak_megabytes("benchmarks.snapshot", "serve", name) for _ in range(RUNS)]
        for what in ("sqlite", "pickle"):
            subprocess.run([sys.executable, "-m", "benchmarks.snapshot", what, name], check=True)
        theirs = [peak_megabytes("benchmarks.snapshot", "unpickle", name)[0] for _ in range(3)]
        (snapshot,) = folder.rglob("snapshot.bin")
        stored, peer = snapshot.stat().st_size, _sqlite_of(folder).stat().st_size
        return [
            cost("snapshot_bytes", stored / 1e6, peer / 1e6, PEER_DISK, "MB"),
            cost("rss", median(memory for memory, _ in ours), median(theirs), PEER_MEMORY, "MB"),
            Measure("answered_in", median(seconds for _, seconds in ours), f"s/{CLIENTS} routes"),
        ]


def _serve(folder: Path) -> None:
    from benchmarks.built import opened
    from benchmarks.clients import clients
    from queries.routes import Routes

    view = opened(folder)
    for profile in clients(view, CLIENTS):
        Routes(profile).answer(view)


def _sqlite_of(folder: Path) -> Path:
    return folder / "peer.sqlite"


def _sqlite(folder: Path) -> None:
    from benchmarks.built import opened
    from graph.layout import LAYOUT

    view = opened(folder)
    with sqlite3.connect(_sqlite_of(folder)) as base:
        for name, columns in LAYOUT.items():
            names = ", ".join(f'"{column}"' for column in columns)
            base.execute(f'CREATE TABLE "{name}" ({names})')
            said = [
                map(_json, view.table(name).lists(column)) if kind == "ints" else iter(view.table(name).column(column))
                for column, kind in columns.items()
            ]
            places = ", ".join("?" * len(columns))
            base.executemany(f'INSERT INTO "{name}" VALUES ({places})', zip(*said, strict=True))
    base.execute("VACUUM")
    base.close()


def _json(numbers: Sequence[int]) -> str:
    return json.dumps(list(numbers), separators=(",", ":"))


def _pickle(folder: Path) -> None:
    from benchmarks.built import opened
    from verweisnetz.graphs import to_networkx

    with (folder / "peer.pickle").open("wb") as file:
        pickle.dump(to_networkx(opened(folder)), file)


def _unpickle(folder: Path) -> None:
    import networkx

    with (folder / "peer.pickle").open("rb") as file:
        graph = pickle.load(file)
    nodes = iter(graph)
    networkx.has_path(graph, next(nodes), next(nodes))


if __name__ == "__main__":
    doing = {"serve": _serve, "sqlite": _sqlite, "pickle": _pickle, "unpickle": _unpickle}
    doing[sys.argv[1]](Path(sys.argv[2]))
