"""What is said of a cell by the provisions of its region alone is what all of them say."""

from __future__ import annotations

from hypothesis import given, settings

from queries.covering import Covered, Covering
from queries.cube import Cell
from queries.freshness import TRUSTED
from queries.nearby import Nearby
from queries.relevance import relevance
from tests.queries.small_networks import DAY, Small, networks

HORIZON = DAY + 183
SETS = ("support", "full", "disputed", "refusing", "named")


def said(covering: Covering, cell: Cell) -> tuple[object, ...]:
    found: Covered = covering.cell(cell)
    rows = [covering.cube.rows_of(getattr(found, name)) for name in SETS]
    later = [covering.cube.rows_of(covering.later(cell, named=named)) for named in (False, True)]
    providers = covering.cube.providers(found.support | found.disputed)
    return found[:4], rows, later, covering.cube.rows_of(covering.spoken(cell)), providers


@settings(max_examples=300, deadline=None)
@given(networks)
def test_a_cell_is_covered_as_its_region_alone_says(small: Small) -> None:
    view = small.view()
    whole, cells = Covering(view, DAY, HORIZON, TRUSTED), relevance(view, every=True).cells
    nearby = Nearby(whole, cells, dear=0)
    for cell in cells:
        assert said(whole, cell) == said(nearby.of(cell.region), cell)


def test_a_region_is_looked_at_apart_only_where_that_pays() -> None:
    small = Small()
    view = small.view()
    whole = Covering(view, DAY, HORIZON, TRUSTED)
    assert Nearby(whole, [Cell()]).of(Cell().region) is whole
