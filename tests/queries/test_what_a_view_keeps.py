"""A view keeps what is the same whoever asks, no more than a bounded part of it, and nothing of a client."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.columns import Layout, pack, unpack
from graph.view import View
from ontology.facet_terms import read_group
from ontology.facets import Knowledge
from queries import concept_bits, references
from queries.client import Client
from queries.concept_bits import ConceptBits
from queries.profile import Profile
from queries.references import references_of
from queries.routes import Routes
from queries.screen import Screen
from tests.queries.network import TODAY, Network


def network() -> View:
    net = Network()
    net.provides("VHS", "Kurs", themes=("Sprache",), audiences=("Frauen",), access="open")
    net.refers("JC", "VHS")
    return net.view()


def test_nothing_of_a_client_outlives_the_answer() -> None:
    view = network()
    answer = Routes(Profile(facts="age=30 & sex=f", start="JC", day=TODAY)).answer(view)
    assert answer.routes
    gc.collect()
    assert [] == [one for one in gc.get_objects() if isinstance(one, (Client, Knowledge, Screen, Profile))]


def test_no_cache_of_texts_holds_what_is_known_of_a_client() -> None:
    view, before = network(), read_group.cache_info().currsize
    Routes(Profile(facts='age=31 & sex=f & note="nur hier"', start="JC", day=TODAY)).answer(view)
    Routes(Profile(facts="age=32 & sex=f", start="JC", day=TODAY)).answer(view)
    assert before + 1 >= read_group.cache_info().currsize  # at most the one group the network names


def test_references_of_a_view_are_the_same_objects_for_whoever_asks() -> None:
    view = network()
    first, second = (Routes(Profile(facts=facts, start="JC", day=TODAY)).answer(view) for facts in ("sex=f", "age=40"))
    assert first.routes[0].target is second.routes[0].target


def test_references_are_kept_as_long_as_their_view_and_no_more_than_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(references, "KEPT", 1)
    view = network()
    kept = references_of(view)
    assert references_of(view) is kept
    first = kept.actor(0)
    assert kept.actor(0) is first
    kept.actor(1)
    assert (first, False) == (again := kept.actor(0), again is first)


@given(st.lists(st.lists(st.integers(0, 200), max_size=4, unique=True), min_size=1, max_size=20))
def test_a_list_of_concepts_is_a_number_with_their_bits(lists: list[list[int]]) -> None:
    layout: Layout = {"row": {"audiences": "ints"}}
    tables, _ = unpack(pack({"row": [{"audiences": one} for one in lists]}, layout), layout)
    column = tables["row"].coded("audiences")
    bits = ConceptBits(column)
    assert [sum(1 << concept for concept in one) for one in lists] == [bits[code] for code in column.codes]


def test_no_more_lists_are_kept_than_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concept_bits, "KEPT", 3)
    layout: Layout = {"row": {"audiences": "ints"}}
    rows = [{"audiences": [one]} for one in range(10)]
    column = unpack(pack({"row": rows}, layout), layout)[0]["row"].coded("audiences")
    bits = ConceptBits(column)
    for _ in range(2):
        for row, code in enumerate(column.codes):
            assert 1 << row == bits[code]
            assert len(bits) <= 3
