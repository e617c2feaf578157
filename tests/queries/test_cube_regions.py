"""How areas lie to the regions of the cube, all at once: what comparing two at a time says."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.view import View
from queries.cube import ANY
from queries.cube_values import Near, Regions
from queries.index import index_of
from tests.queries.network import Network


def one_by_one(view: View, row: int, areas: list[tuple[int, ...]]) -> Near:
    known = index_of(view).areas
    if row == ANY:
        return Near(tuple(range(len(areas))), ())
    relations = [known.relation(area, row) if area else "unclear" for area in areas]
    full = tuple(place for place, relation in enumerate(relations) if relation == "covers")
    unplaced = [bool(area) and not known.atoms(row) and not any(map(known.atoms, area)) for area in areas]
    part = tuple(
        place
        for place, relation in enumerate(relations)
        if relation == "overlaps" or (relation == "unclear" and not unplaced[place])
    )
    return Near(full, part)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_areas_cover_overlap_or_lie_outside_as_two_at_a_time_do(seed: int) -> None:
    chance, net = random.Random(seed), Network().provides("VHS")
    for number in range(chance.randint(1, 7)):
        if chance.random() < 0.3:
            net.unknown_region(f"Ort {number}")
        else:
            net.region(f"Kreis {number}", *chance.sample("abcde", chance.randint(1, 3)))
    view = net.view()
    rows = list(view.table("region"))
    areas = [tuple(sorted(chance.sample(rows, chance.randint(0, min(3, len(rows)))))) for _ in range(6)]
    found = Regions(view, areas, rows)
    assert tuple(one_by_one(view, row, areas) for row in found.rows) == found.near


def test_regions_are_added_up_to_those_they_lie_in_not_to_those_a_country_covers() -> None:
    net = Network().region("Olpe", "a").region("Land mit Olpe", "a", "b", kind="land").region("Land", "c", kind="land")
    net.region("alles", "a", "b", "c", kind="country").region("Grenzraum", "b", "c", "d", "e", "f")
    view = net.view()
    ids = list(view.table("region").text("label"))
    rows = {name: ids.index(name) for name in ids}

    def values(*used: str) -> set[str]:
        found = Regions(view, [tuple(rows[name] for name in used)], [rows[name] for name in used])
        return {ids[row] for row in found.rows if row != ANY}

    assert {"Olpe", "Land mit Olpe", "alles"} == values("Olpe", "alles")
    assert {"alles"} == values("alles")
    assert {"Grenzraum", "Land mit Olpe", "alles"} == values("Grenzraum")
