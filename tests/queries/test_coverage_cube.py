"""The whole cube at once says of each cell what is said of it alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings

from ontology.errors import QuestionError
from queries.coverage_cube import DEPTHS, STATES, TIMES, CoverageCube, CubeCells
from queries.covering import Covering
from queries.freshness import TRUSTED
from queries.roll_up import RollUp
from tests.queries.network import TODAY, Network
from tests.queries.small_networks import DAY, Small, many, networks

HORIZON = DAY + 183


def cube(small: Small | Network, kind: int = -1) -> CubeCells:
    return CoverageCube(DAY, HORIZON, kind).answer(small.view())


@settings(max_examples=1000, deadline=None)
@given(many)
def test_each_cell_is_as_it_is_alone(small: Small) -> None:
    view = small.view()
    found, covering = CoverageCube(DAY, HORIZON).answer(view), Covering(view, DAY, HORIZON, TRUSTED)
    for place, cell in found.cells():
        one = covering.cell(cell)
        alone = (one.state, one.depth, one.time, one.online_only, bool(one.named))
        together = (STATES[found.state[place]], DEPTHS[found.depth[place]], TIMES[found.time[place]])
        assert alone == (*together, bool(found.online_only[place]), bool(found.named[place])), cell


@settings(max_examples=100, deadline=None)
@given(networks)
def test_offers_are_those_that_name_group_and_theme(small: Small) -> None:
    found, covering = cube(small), Covering(small.view(), DAY, HORIZON, TRUSTED)
    for place, cell in found.cells():
        parts = covering.cube
        named = parts.audience(cell.audience).named & parts.theme(cell.theme).named & parts.region(cell.region).any
        assert (named & covering.offered).bit_count() == found.offers[place]


def test_the_kind_of_offer_is_looked_at_on_demand() -> None:
    net = Network().audience("Frauen")
    net.offer("VHS", "Kurs", type="Kurs")
    net.provides("VHS", "Kurs", audiences=["Frauen"]).provides("AWO", "Rat", audiences=["Frauen"])
    kind = net.concept("offer-type/Kurs")
    assert [2, 1] == [int(cube(net, one).offers[-1, -1, -1]) for one in (-1, kind)]


def test_an_event_counts_until_its_only_day_and_a_project_to_its_end() -> None:
    net = Network().audience("Frauen")
    net.actor("Messe", kind="event", runs_from=TODAY)
    net.actor("Projekt", kind="project", runs_until=TODAY - timedelta(days=1))
    net.provides("Messe", None, audiences=["Frauen"]).provides("Projekt", None, audiences=["Frauen"])
    assert (1, "ending") == (int(cube(net).offers[-1, 0, -1]), TIMES[cube(net).time[-1, 0, -1]])


def test_an_empty_network_has_one_cell_of_which_nothing_is_known() -> None:
    assert {"unknown": 1, "partly": 0, "served": 0, "refused": 0, "contradictory": 0} == cube(Network()).counts()


def test_sums_are_by_value_with_what_is_narrower() -> None:
    net = Network().audience("Beschäftigte").audience("Minijob", "", "Beschäftigte").theme("Sprache").theme("Recht")
    net.region("Kreis", "Olpe", "Siegen").provides("VHS", audiences=["Minijob"], themes=["Sprache"], regions=["Kreis"])
    net.need("Minijob", "Recht", "Olpe", weight=3000).need("Beschäftigte", "Sprache", weight=500)
    view = net.view()
    groups = {one.label("de"): one for one in RollUp("audience", TODAY).answer(view).rows}
    assert [(1, 0, 1), (0, 1, 1)] == [
        (groups[name].served, groups[name].partly, groups[name].unknown) for name in ("Minijob", "Beschäftigte")
    ]
    assert {"alle": 3500, "Minijob": 3000, "Beschäftigte": 3500} == {name: one.weight for name, one in groups.items()}
    places = {one.label("de"): one for one in RollUp("region", TODAY).answer(view).rows}
    assert {"alle": 3500, "Kreis": 3000, "Olpe": 3000} == {name: one.weight for name, one in places.items()}
    assert [1, 1, 1] == [places[name].offers for name in ("alle", "Kreis", "Olpe")]


def test_sums_are_by_one_of_three_dimensions() -> None:
    with pytest.raises(QuestionError):
        RollUp("actor").answer(Network().view())  # type: ignore[arg-type]
