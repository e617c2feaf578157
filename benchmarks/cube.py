"""``cube``: every group × theme × region with roll-up, with state, closeness and time of each cell, beside a dict loop.

Ours says of each cell all that `queries.covering` says. The peer only counts who serves a cell at all, in dictionaries,
one offer after the other; after a minute it is stopped: what it took is then less than it would take, and the ratio holds
at least. ``peer_share`` is the share of offers it got to, ``same_cells`` the share of cells of which both say the same
(of those it met, where it was stopped).
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections import defaultdict
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from benchmarks.demand import with_demand
from benchmarks.measure import Measure, cost, median_seconds
from graph.view import View
from queries.coverage_cube import CoverageCube, CubeCells
from queries.covering import Covering
from queries.cube import ANY
from queries.freshness import TRUSTED
from queries.index import index_of

DAY = date(2026, 11, 23).toordinal()
HORIZON = DAY + timedelta(days=183).days
PEER_RUNS = {"region": 5, "state": 3, "national": 1}
PEER = "dict loop over offers, counts only"
CAP = 60
"""Seconds after which the peer is stopped."""

Served = dict[tuple[int, int, int], int]


def run(size: str) -> list[Measure]:
    """Return the measures of one size."""
    with tempfile.TemporaryDirectory() as folder:
        view = with_demand(Path(folder), size)
        question = CoverageCube(DAY, HORIZON)
        cells = question.answer(view)
        ours = median_seconds(lambda: question.answer(view))
        rows = _offered(view)
        taken, peer = [], dict[tuple[int, int, int], int]()
        for _ in range(PEER_RUNS[size]):
            start = time.perf_counter()
            peer, done = _counted(view, rows, cells)
            taken.append(time.perf_counter() - start)
    share = done / len(rows)
    return [
        cost("cube", ours, statistics.median(taken), PEER if share == 1 else f"{PEER}, at least"),
        Measure("peer_share", share, f"of offers, {CAP} s"),
        Measure("cells", len(cells), "cells"),
        Measure("cells_served", cells.counts()["served"], "cells"),
        Measure("same_cells", _same(peer, cells, whole=share == 1), "share"),
    ]


def _offered(view: View) -> list[int]:
    covering = Covering(view, DAY, HORIZON, TRUSTED)
    return list(covering.cube.rows_of(covering.offered))


def _counted(view: View, rows: list[int], cells: CubeCells) -> tuple[Served, int]:
    """Count the offers of every cell the plain way; return them, and how many offers there was time for."""
    end = time.perf_counter() + CAP
    index = index_of(view)
    audiences, themes = frozenset(cells.audiences), frozenset(cells.themes)
    groups = {row: audiences.intersection(index.family(row)) for row in audiences if row != ANY}
    topics = {row: themes.intersection(index.family(row)) for row in themes if row != ANY}
    marks, online = index.provisions.lists("audiences"), index.provisions.ints("online")
    there: dict[tuple[int, ...], list[int]] = {}
    found: Served = defaultdict(int)
    for number, row in enumerate(rows):
        if time.perf_counter() > end:
            return found, number
        area, own = index.area(row)
        everywhere = online[row] == 1 and not own
        places = there.get(() if everywhere else area)
        if places is None:
            places = there[area] = [
                region
                for region in cells.regions
                if region == ANY or not area or index.areas.relation(area, region) != "outside"
            ]
        whom = {ANY}.union(*(groups[mark] for mark in marks[row]))
        about = {ANY}.union(*(topics[mark] for mark in index.themes(row)))
        for cell in product(whom, about, places):
            found[cell] += 1
    return found, len(rows)


def _same(theirs: Served, cells: CubeCells, *, whole: bool) -> float:
    met = [
        bool(cells.state[place]) == is_there
        for place, cell in cells.cells()
        if (is_there := (cell.audience, cell.theme, cell.region) in theirs) or whole
    ]
    return sum(met) / len(met)
