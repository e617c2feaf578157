"""``cube``: every group × theme × region with roll-up, with state, closeness and time of each cell, beside a dict loop.

Ours says of each cell all that `queries.covering` says. The peer only counts who serves a cell at all, in dictionaries,
one offer after the other; ``same_cells`` is the share of cells of which both say the same.
"""

from __future__ import annotations

import tempfile
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

Served = dict[tuple[int, int, int], int]


def run(size: str) -> list[Measure]:
    """Return the measures of one size."""
    with tempfile.TemporaryDirectory() as folder:
        view = with_demand(Path(folder), size)
        question = CoverageCube(DAY, HORIZON)
        cells = question.answer(view)
        ours = median_seconds(lambda: question.answer(view))
        rows = _offered(view)
        theirs = median_seconds(lambda: _counted(view, rows, cells), PEER_RUNS[size])
        same = _same(_counted(view, rows, cells), cells)
    return [
        cost("cube", ours, theirs, PEER),
        Measure("cells", len(cells), "cells"),
        Measure("cells_served", cells.counts()["served"], "cells"),
        Measure("same_cells", same, "share"),
    ]


def _offered(view: View) -> list[int]:
    covering = Covering(view, DAY, HORIZON, TRUSTED)
    return list(covering.cube.rows_of(covering.offered))


def _counted(view: View, rows: list[int], cells: CubeCells) -> Served:
    """Count the offers of every cell the plain way."""
    index = index_of(view)
    audiences, themes = frozenset(cells.audiences), frozenset(cells.themes)
    groups = {row: audiences.intersection(index.family(row)) for row in audiences if row != ANY}
    topics = {row: themes.intersection(index.family(row)) for row in themes if row != ANY}
    marks, online = index.provisions.lists("audiences"), index.provisions.ints("online")
    there: dict[tuple[int, ...], list[int]] = {}
    found: Served = defaultdict(int)
    for row in rows:
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
    return found


def _same(theirs: Served, cells: CubeCells) -> float:
    same = sum(
        bool(cells.state[place]) == ((cell.audience, cell.theme, cell.region) in theirs)
        for place, cell in cells.cells()
    )
    return same / len(cells)
