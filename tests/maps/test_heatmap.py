"""The heatmap: readable without colour, the same answer the same bytes, as page and as picture."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import QuestionError, RegionError
from queries.names import Names
from verweisnetz import maps
from verweisnetz.maps.heatmap import squares
from verweisnetz.maps.picture import in_region, network, surroundings
from verweisnetz.region import Region


def test_every_cell_that_matters_is_in_a_square(one_matrix: Region) -> None:
    answer = one_matrix.coverage()
    assert len(answer.cells) == sum(len(square.told) for square in squares(answer, "de"))


def test_a_square_says_gap_or_a_number_so_that_colour_is_not_needed(one_matrix: Region) -> None:
    for square in squares(one_matrix.coverage(every=True), "en"):
        assert ("gap" == square.text) == (square.state in ("unknown", "refused"))
        assert square.text == "gap" or square.text.isdigit()


@pytest.mark.parametrize("ending", ["html", "png", "svg"])
def test_the_same_region_gives_the_same_heatmap(one_matrix: Region, tmp_path: Path, ending: str) -> None:
    one, other = tmp_path / f"one.{ending}", tmp_path / f"other.{ending}"
    maps.write_heatmap(one_matrix, one)
    maps.write_heatmap(one_matrix, other)
    assert one.read_bytes() == other.read_bytes()
    assert {"html": b"<!doctype", "png": b"\x89PNG", "svg": b"<svg"}[ending] in one.read_bytes()[:200]


def test_a_page_names_every_group_and_theme_and_asks_nothing_from_outside(one_matrix: Region, tmp_path: Path) -> None:
    path = tmp_path / "coverage.html"
    maps.write_heatmap(one_matrix, path, language="de")
    page = path.read_text(encoding="utf-8")
    for square in squares(one_matrix.coverage(), "de"):
        assert square.audience in page
        assert square.theme in page
    assert "default-src 'none'" in page.replace("&#39;", "'")
    assert "http://" not in page
    assert "https://" not in page


def test_another_ending_is_refused_with_what_is_allowed(one_matrix: Region, tmp_path: Path) -> None:
    with pytest.raises(RegionError, match=r"\.html, \.png"):
        maps.write_heatmap(one_matrix, tmp_path / "coverage.pdf")


def test_without_referrals_the_map_shows_who_serves_whom(one_matrix: Region) -> None:
    picture = network(one_matrix.view)
    assert {"serves"} == {edge.kind for edge in picture.edges}
    assert "audience" in {node.group for node in picture.nodes}
    assert all(edge.place.startswith("o02_gruppenkopf.xlsx!Matrix!") for edge in picture.edges)


def test_an_actors_surroundings_are_its_neighbours_and_grow_with_the_hops(one_matrix: Region) -> None:
    view = one_matrix.view
    row = Names(view).actor("VHS Siegen-Wittgenstein")
    one, two = surroundings(view, row, 1), surroundings(view, row, 2)
    identifier = view.table("actor").text("id")[row]
    touched = [edge for edge in network(view).edges if edge.source == identifier]
    assert len(touched) + 1 == len(one.nodes)
    assert {node.id for node in one.nodes} < {node.id for node in two.nodes}


def test_a_region_shows_who_works_in_it(one_matrix: Region) -> None:
    view = one_matrix.view
    shown = {node.label for node in in_region(view, view.regions_by_id["region/05966"]).nodes}
    assert "Jobcenter Olpe" in shown
    assert "Jobcenter Siegen-Wittgenstein" not in shown


def test_an_unknown_actor_or_place_is_answered_with_near_names(one_matrix: Region, tmp_path: Path) -> None:
    with pytest.raises(QuestionError) as caught:
        maps.write_map(one_matrix, tmp_path / "map.html", actor="VHS Siegen-Witgenstein")
    assert "VHS Siegen-Wittgenstein" in caught.value.near
    assert not (tmp_path / "map.html").exists()


def test_of_many_regions_a_square_tells_the_worst_and_how_many_more_there_are(one_matrix: Region) -> None:
    answer = one_matrix.coverage(every=True)
    whole = {(one.audience, one.theme): one for one in squares(answer, "de")}
    for one in squares(answer, "de", most=1):
        told = whole[one.audience, one.theme].told
        if len(told) > 1:
            assert 2 == len(one.told)
            assert one.told[0] in told
            assert f"und {len(told) - 1} weitere Gebiete" == one.told[1]
        else:
            assert told == one.told
