"""``report``: the example region's report from the command to the written page, its size, and what it asks from outside.

Peer: the page of the network map alone, which holds one picture of it and a library to draw that.
"""

from __future__ import annotations

import re
import statistics
import tempfile
from pathlib import Path

from benchmarks.measure import Measure, cost, peak_megabytes

SIZE = "example"
RUNS = 5
DAY = "2026-11-23"
PEER = "the map's page alone"
_OUTSIDE = re.compile(rb"(?:src|href|action|srcset|data)=\"(?!#|data:)[^\"]+\"|@import|url\((?!#)", re.IGNORECASE)


def run(size: str) -> list[Measure]:
    """Return the measures; there is one size, the example region's."""
    from verweisnetz import region
    from verweisnetz.scaffold import unpack_example

    with tempfile.TemporaryDirectory() as name:
        folder, page, picture = Path(name, "region"), Path(name, "report.html"), Path(name, "map.html")
        unpack_example(folder)
        region.build(folder)
        ours = ("report", str(folder), "--day", DAY, "--out", str(page))
        seconds = _median(*ours)
        peer = _median("map", str(picture), "-C", str(folder))
        data = page.read_bytes()
        return [
            cost("report_s", seconds, peer, PEER),
            cost("report_mb", len(data) / 1e6, picture.stat().st_size / 1e6, PEER, "MB"),
            Measure("outside_requests", len(_OUTSIDE.findall(data)), ""),
        ]


def _median(*arguments: str) -> float:
    return statistics.median(peak_megabytes("verweisnetz", *arguments)[1] for _ in range(RUNS))
