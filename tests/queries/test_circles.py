"""Circles of a graph, and who may share a client: both beside their plain meaning."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.view import View
from ontology.facets import contradicts, parse
from queries.circles import circles
from queries.index import index_of
from queries.shared_clients import SharedClients, Terms
from tests.queries.network import Network

EDGES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=20, unique=True)


def in_turn(circle: tuple[int, ...]) -> tuple[int, ...]:
    at = circle.index(min(circle))
    return (*circle[at:], *circle[:at])


@given(EDGES, st.integers(2, 5))
def test_every_simple_circle_up_to_a_length_is_found_once_the_shortest_first(
    edges: list[tuple[int, int]], longest: int
) -> None:
    walks = (walk for size in range(2, longest + 1) for walk in permutations(range(6), size))
    expected = {
        walk
        for walk in walks
        if walk[0] == min(walk) and set(zip(walk, (*walk[1:], walk[0]), strict=True)) <= set(edges)
    }
    found = list(circles(edges, longest))
    assert sorted(expected) == sorted(map(in_turn, found))
    assert [len(circle) for circle in found] == sorted(len(circle) for circle in found)


def plainly(view: View, one: Terms, other: Terms) -> bool:
    index = index_of(view)
    alternatives = index.concepts.text("alternatives")

    def near(a: int, b: int) -> bool:
        return a == b or b in index.closure(a, "broader") | index.closure(a, "narrower")

    def both(a: int, b: int) -> bool:
        left, right = parse(alternatives[a]), parse(alternatives[b])
        pairs = ((x, y) for x in left.alternatives for y in right.alternatives)
        return near(a, b) or not left or not right or any(not contradicts(x, y) for x, y in pairs)

    def there(a: int, b: int) -> bool:
        return index.areas.relation((a,), b) != "outside"

    sides = zip(
        (one.audiences, one.themes, one.regions),
        (other.audiences, other.themes, other.regions),
        (both, near, there),
        strict=True,
    )
    return all(not left or not right or any(meet(a, b) for a in left for b in right) for left, right, meet in sides)


def some_network() -> View:
    net = Network()
    net.audience("women", "sex=f").audience("men", "sex=m").audience("young", "age<25").audience(
        "young women", "sex=f & age<25", "women"
    )
    net.audience("somebody").theme("language").theme("german", "language").theme("debt")
    net.region("Hagen", "Hagen").region("Ennepe", "Ennepe").region("both", "Hagen", "Ennepe").unknown_region("nowhere")
    names = ("women", "men", "young", "young women", "somebody")
    for sender, receiver in permutations(names[:3], 2):
        net.refers(sender, receiver, audiences=names)
    return net.view()


VIEW = some_network()
CONCEPTS = VIEW.table("concept").text("id")
AUDIENCES = [row for row, name in enumerate(CONCEPTS) if name.startswith("audience/")]
THEMES = [row for row, name in enumerate(CONCEPTS) if name.startswith("theme/")]
REGIONS = list(VIEW.table("region"))


def some(values: list[int]) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


TERMS = st.builds(Terms, some(AUDIENCES), some(THEMES), some(REGIONS))


@settings(max_examples=300)
@given(TERMS, TERMS)
def test_two_terms_share_a_client_unless_groups_themes_or_regions_keep_them_apart(one: Terms, other: Terms) -> None:
    shared = SharedClients(VIEW)
    assert plainly(VIEW, one, other) == shared.possible(one, other) == shared.possible(other, one)
