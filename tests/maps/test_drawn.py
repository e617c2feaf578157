"""Still pictures for paper: every name and every square is there, and nothing hides anything."""

from __future__ import annotations

from itertools import combinations, pairwise
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from verweisnetz.maps.drawn_heatmap import COLUMNS, ROWS, drawn_heatmap, panels
from verweisnetz.maps.drawn_map import MOST, best_connected, drawn_map
from verweisnetz.maps.heatmap import Square
from verweisnetz.maps.paper_layout import paper_positions
from verweisnetz.maps.picture import Edge, Node, Picture

SVG = "{http://www.w3.org/2000/svg}"


def linked(count: int, pairs: set[tuple[int, int]]) -> Picture:
    nodes = tuple(Node(f"n{i:03}", f"Stelle {i}", "other") for i in range(count))
    edges = tuple(Edge(f"n{one:03}", f"n{other:03}", "refers") for one, other in sorted(pairs))
    return Picture(nodes, edges)


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    count = draw(st.integers(1, 14))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    return linked(count, draw(st.sets(ends, max_size=20)))


@settings(max_examples=60)
@given(pictures(), st.data())
def test_no_box_hides_another_and_every_node_has_a_place(picture: Picture, data: st.DataObject) -> None:
    sizes = {node.id: (data.draw(st.integers(40, 400)), data.draw(st.integers(30, 80))) for node in picture.nodes}
    place = paper_positions(picture, sizes)
    assert set(sizes) == set(place)
    for one, other in combinations(sorted(place), 2):
        apart_x = abs(place[one][0] - place[other][0]) + 2 - (sizes[one][0] + sizes[other][0]) / 2
        apart_y = abs(place[one][1] - place[other][1]) + 2 - (sizes[one][1] + sizes[other][1]) / 2
        assert max(apart_x, apart_y) >= 0, (one, other)
    assert place == paper_positions(picture, sizes)


def test_a_pair_that_refers_both_ways_is_one_line_with_two_heads() -> None:
    drawn = ElementTree.fromstring(drawn_map(linked(3, {(0, 1), (1, 0), (1, 2)}), "Karte", "drei Stellen"))
    lines = [path for path in drawn.findall(f"{SVG}path") if path.get("marker-end")]
    assert [True, False] == sorted((bool(line.get("marker-start")) for line in lines), reverse=True)
    assert ["Stelle 0", "Stelle 1", "Stelle 2"] == ["".join(text.itertext()) for text in drawn.findall(f"{SVG}text")]


def test_a_large_network_keeps_its_best_connected_actors() -> None:
    hub = {(0, other) for other in range(1, 2 * MOST)}
    few = best_connected(linked(2 * MOST, hub))
    assert MOST == len(few.nodes)
    assert "n000" in {node.id for node in few.nodes}
    assert all({edge.source, edge.target} <= {node.id for node in few.nodes} for edge in few.edges)


def test_nothing_to_draw_is_no_picture() -> None:
    assert "" == drawn_map(Picture((), ()), "Karte", "")


squares = st.lists(
    st.builds(
        Square,
        audience=st.integers(0, 60).map(lambda number: f"Gruppe {number:02}"),
        theme=st.integers(0, 40).map(lambda number: f"Thema {number:02}"),
        state=st.sampled_from(["served", "unknown", "partly"]),
        text=st.just("1"),
        told=st.just(("überall: 1",)),
    ),
    max_size=150,
    unique_by=lambda square: (square.audience, square.theme),
)


@settings(max_examples=40)
@given(squares)
def test_every_square_is_on_exactly_one_panel_of_readable_size(found: list[Square]) -> None:
    parts = panels(found)
    assert sorted((one.audience, one.theme) for one in found) == sorted(
        (one.audience, one.theme) for part in parts for one in part
    )
    for part in parts:
        assert len({one.audience for one in part}) <= ROWS
        assert len({one.theme for one in part}) <= COLUMNS


def test_a_panel_says_gap_in_words_and_tells_each_region() -> None:
    one = Square("Ältere & Co", "Digitales <neu>", "unknown", "Lücke", ("Hagen: unbekannt, 0",))
    drawn = drawn_heatmap([one], "Abdeckung", "eine Zelle")
    texts = ["".join(text.itertext()) for text in ElementTree.fromstring(drawn).iter(f"{SVG}text")]
    assert ["Ältere & Co", "Digitales <neu>", "Lücke"] == texts
    assert "Ältere &amp; Co · Digitales &lt;neu&gt;: Hagen: unbekannt, 0" in drawn


def test_panels_are_in_order() -> None:
    found = [Square(f"G{i:02}", f"T{i:02}", "served", "1", ()) for i in range(40)]
    names = [min(one.audience for one in part) for part in panels(found)]
    assert all(one <= other for one, other in pairwise(names))
