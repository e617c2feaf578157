"""The whole reachability cube at once says of each cell what kind B says of it alone."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings

from queries.carrying import served_by
from queries.covering import Covering
from queries.doorways import Doorways
from queries.freshness import TRUSTED
from queries.gaps import Gaps
from queries.index import index_of
from queries.reach_cube import ReachCells, ReachCube
from queries.relevance import Matter
from queries.standing import Standing
from tests.queries.network import TODAY, Network
from tests.queries.small_networks import DAY, Small, many, networks

HORIZON = DAY + 183


def cube(small: Small | Network) -> ReachCells:
    return ReachCube(DAY, HORIZON).answer(small.view())


@settings(max_examples=1000, deadline=None)
@given(many)
def test_each_cell_is_reached_as_it_is_alone(small: Small) -> None:
    view = small.view()
    found, covering = ReachCube(DAY, HORIZON).answer(view), Covering(view, DAY, HORIZON, TRUSTED)
    index, standing = index_of(view), Standing(view, DAY)
    for place, cell in found.cells():
        ends = served_by(index, covering.cube.rows_of(covering.cell(cell).support))
        ways = Doorways(index, standing, ends, standing.doors(cell), 4)
        assert bool(covering.cell(cell).support) == found.served[place]
        assert any(end.surely for end in ends) == found.open[place]
        assert any(end.known for end in ends) == found.known[place]
        assert len(ways.doors) == found.doors[place[:2]]
        if ends:
            assert len(ways.reached(ways.reach(standing.usable_in(cell)))) == found.reached[place], cell


@settings(max_examples=200, deadline=None)
@given(networks)
def test_a_cell_is_unreached_where_there_is_a_gap_of_kind_b(small: Small) -> None:
    found = cube(small)
    finder = Gaps(day=TODAY, kinds=("B",)).finder(small.view(), TODAY, date.fromordinal(HORIZON))
    for place, cell in found.cells():
        assert bool(list(finder.of(cell, Matter()))) == found.unreached[place]


def test_an_empty_network_has_one_cell_nobody_serves() -> None:
    assert (1, 0) == (cube(Network()).served.size, int(cube(Network()).unreached.sum()))
