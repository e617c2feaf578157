"""``read``: one workbook through the gate, as a build reads it, beside python-calamine.

Ours is everything a build pays: checks, a confined child process, its result in the parent, with fills, comments,
strike-through and formulas. The peer reads values only, in this process. Here ``ratio`` is how many times *slower* or
*larger* ours is, unlike in the other benchmarks: below 1 is better.

Sizes: ``national`` (the default) 450,000 rows and about 14 MB, ``state`` 45,000 rows, ``region`` an ordinary matrix of
60 x 30. Memory is the peak of the parent and the peak of its child added up, though they need not fall together; the
peer's is that of a process of its own which makes a list of the rows (``rss``) or lets each go (``rss_streamed``).
``alone`` is one ordinary matrix read and interpreted by a fresh process, its start included; ``of_twenty`` a file's
share of a process that builds a region of twenty of them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.measure import Measure, median_seconds
from benchmarks.workbooks import matrix, tidy_list

SIZE = "national"
"""What is measured where the command names no size: what the default limits just admit."""

ROWS = {"state": 45_000, "national": 450_000}
PEER = "python-calamine; times slower"
PEER_MEMORY = "python-calamine; times larger"
RUNS, TWENTY = 5, 20


def run(size: str) -> list[Measure]:
    """Return the measures of one size, then those of ordinary matrices."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{size}.xlsx"
        _call("make", path)
        return [*_large(path), *_ordinary(Path(folder))]


def _large(path: Path) -> list[Measure]:
    # Before anything is held or made here: a child's peak starts at what its parent had.
    parent, child = _peaks("ours", path)
    (listed, _), (streamed, _) = _peaks("peer", path), _peaks("peer_streamed", path)
    # In turn: what else the machine does meanwhile falls on both.
    taken = [(median_seconds(lambda: _ours(path), 1), median_seconds(lambda: _peer(path), 1)) for _ in range(RUNS)]
    ours, peer = (median(seconds) for seconds in zip(*taken, strict=True))
    return [
        Measure("read", ours, "s", peer, PEER, ours / peer),
        Measure("rss", parent + child, "MB", listed, PEER_MEMORY, (parent + child) / listed),
        Measure("rss_streamed", parent + child, "MB", streamed, PEER_MEMORY, (parent + child) / streamed),
        Measure("rss_parent", parent, "MB"),
        Measure("rss_child", child, "MB"),
        Measure("file", path.stat().st_size / 1e6, "MB"),
    ]


def _ordinary(folder: Path) -> list[Measure]:
    sources = folder / "sources"
    sources.mkdir()
    (folder / "verweisnetz.toml").write_text('[region]\nname = "Messung"\n', encoding="utf-8")
    for seed in range(TWENTY):
        matrix(sources / f"matrix{seed:02}.xlsx", seed)
    alone = median_seconds(lambda: _call("alone", sources / "matrix00.xlsx"), RUNS)
    twenty = median_seconds(lambda: _call("build", folder), RUNS)
    return [Measure("alone", alone, "s"), Measure("of_twenty", twenty / TWENTY, "s/file")]


def _make(path: Path) -> object:
    return tidy_list(path, ROWS[path.stem]) if path.stem in ROWS else matrix(path)


def _ours(path: Path) -> object:
    from loaders.gate import read

    return read(path)


def _peer(path: Path) -> object:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    return [book.get_sheet_by_index(number).to_python() for number in range(len(book.sheet_names))]


def _peer_streamed(path: Path) -> int:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    return sum(1 for number in range(len(book.sheet_names)) for _ in book.get_sheet_by_index(number).iter_rows())


def _alone(path: Path) -> object:
    from loaders import load
    from loaders.source import SourceSpec

    return load(SourceSpec(id=path.name, path=path))


def _build(folder: Path) -> object:
    from verweisnetz import region
    from verweisnetz.config import STATE

    shutil.rmtree(folder / STATE, ignore_errors=True)  # nothing comes from the cache of the run before
    return region.build(folder)


def _call(what: str, path: Path) -> str:
    """Return what a fresh process that does one of these things prints."""
    command = [sys.executable, "-m", "benchmarks.read", what, str(path)]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout


def _peaks(what: str, path: Path) -> tuple[float, float]:
    """Return the peak resident memory (MB) of a fresh process and of its largest child."""
    own, child = _call(what, path).split()
    return float(own), float(child)


def _print_peaks() -> None:
    if sys.platform == "win32":  # tells no peak of a child
        print(0, 0)
        return
    import resource

    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    print(*(resource.getrusage(who).ru_maxrss / unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


if __name__ == "__main__":
    doing = {
        "make": _make, "ours": _ours, "peer": _peer, "peer_streamed": _peer_streamed, "alone": _alone, "build": _build,
    }  # fmt: skip
    kept = doing[sys.argv[1]](Path(sys.argv[2]))
    _print_peaks()
