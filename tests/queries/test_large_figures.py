"""Figures of networks too large for the plain way: the quick ways say the same."""

from __future__ import annotations

from typing import Any

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.articulation import articulations
from queries.betweenness import sampled_betweenness

EDGES = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda edge: edge[0] != edge[1]), max_size=30, unique=True
)


@settings(max_examples=1000, deadline=None)
@given(EDGES)
def test_who_holds_a_network_together_and_what_falls_off_is_found_in_one_search(edges: list[tuple[int, int]]) -> None:
    graph: networkx.Graph[Any] = networkx.Graph(edges)
    expected = {
        node: sorted(map(sorted, networkx.connected_components(graph.subgraph(whole - {node}))))
        for whole in networkx.connected_components(graph)
        for node in whole & set(networkx.articulation_points(graph))
    }
    assert expected == {node: sorted(map(sorted, parts)) for node, parts in articulations(graph)}


@settings(max_examples=200, deadline=None)
@given(EDGES)
def test_from_all_starts_the_estimate_of_brokers_is_exact(edges: list[tuple[int, int]]) -> None:
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    graph.add_nodes_from(range(12))
    graph.add_edges_from(edges)
    expected = networkx.betweenness_centrality(graph)
    found = sampled_betweenness(12, edges, 12, seed=1)
    assert all(abs(expected[node] - found[node]) < 1e-9 for node in range(12))


def test_a_network_without_referrals_has_no_brokers() -> None:
    assert [0.0, 0.0, 0.0] == list(sampled_betweenness(3, [], 2, seed=1))
