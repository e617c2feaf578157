"""``reachability``: gap kind B for every group × theme × region, beside networkx cell by cell.

The peer joins the doors of a cell to its offers over the referrals its group can use, for some cells, and is
extrapolated to all that are served and not open to whoever comes. ``same_cells`` is the share of those cells of which
both say the same.
"""

from __future__ import annotations

import random
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from benchmarks.demand import with_demand
from benchmarks.measure import Measure, cost, median_seconds
from graph.view import View
from queries.carrying import served_by
from queries.covering import Covering
from queries.cube import Cell
from queries.freshness import TRUSTED
from queries.index import index_of
from queries.reach_cube import ReachCells, ReachCube
from queries.standing import Standing

DAY = date(2026, 11, 23).toordinal()
HORIZON = DAY + timedelta(days=183).days
LEGS = 4
RUNS = {"region": 5, "state": 5, "national": 3}
SAMPLED = 20
PEER = f"networkx, {SAMPLED} cells, extrapolated"


def run(size: str) -> list[Measure]:
    """Return the measures of one size."""
    with tempfile.TemporaryDirectory() as folder:
        view = with_demand(Path(folder), size)
        question = ReachCube(DAY, HORIZON, LEGS)
        cells = question.answer(view)
        ours = median_seconds(lambda: question.answer(view), RUNS[size])
        asked = int((cells.served & ~cells.open).sum())
        theirs, same = _peer(view, cells)
    return [
        cost("reachability", ours, theirs * asked, PEER),
        Measure("cells", int(cells.served.size), "cells"),
        Measure("cells_unreached", int(cells.unreached.sum()), "cells"),
        Measure("doors", int(cells.doors.sum()), "door × group"),
        Measure("same_cells", same, f"of {SAMPLED}: share"),
    ]


def _peer(view: View, cells: ReachCells) -> tuple[float, float]:
    """Return the seconds networkx takes for a cell, and how often it says the same."""
    wanted = [
        (place, cell)
        for place, cell in cells.cells()
        if cells.served[place] and not cells.open[place] and cells.doors[place[:2]]
    ]
    sampled = random.Random(1).sample(wanted, min(SAMPLED, len(wanted)))
    covering, standing = Covering(view, DAY, HORIZON, TRUSTED), Standing(view, DAY)
    start, same = time.perf_counter(), 0
    for place, cell in sampled:
        same += _reached(view, covering, standing, cell) == int(cells.reached[place])
    return (time.perf_counter() - start) / len(sampled), same / len(sampled)


def _reached(view: View, covering: Covering, standing: Standing, cell: Cell) -> int:
    import networkx

    index = index_of(view)
    usable = standing.usable(standing.referrals(cell))
    senders, receivers = index.referrals.ints("sender"), index.referrals.ints("receiver")
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    graph.add_edges_from((senders[row], receivers[row]) for row in index.referrals if usable(row))
    ends = served_by(index, covering.cube.rows_of(covering.cell(cell).support))
    arrivals = {arrival for end in ends for arrival in end.arrivals}
    found = 0
    for door in standing.doors(cell):
        near = networkx.single_source_shortest_path_length(graph, door, LEGS) if door in graph else {door: 0}
        found += not arrivals.isdisjoint(near)
    return found
