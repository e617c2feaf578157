"""The contract of all stores: what is written is read back equal, and removing takes exactly what it names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from graph.evidence import Cell, Span
from graph.fact_records import Fact
from graph.records import SourceRecord
from graph.statement import Literal, Mention, Statement
from graph.store import Delta, Id, Parameters, Store, whole
from ontology.errors import StoreError
from tests.graph.conftest import OpenStore
from tests.graph.store_strategies import FACTS, source_lists, statement_lists

LAW = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)

MATRIX = SourceRecord("matrix.xlsx", "sources/matrix.xlsx", "matrix", "Regionalagentur", "2025-03-01", "ab12")
CONTACTS = SourceRecord("kontakte.csv", publisher="VHS Musterstadt")
VHS = Mention("VHS Musterstadt", "Actor", "Blatt 1")
COURSE = Mention("Deutschkurs B1", "Offer")

OFFERS = Statement(
    MATRIX.id,
    VHS,
    "offers",
    COURSE,
    conditions=(("age_below", "25"), ("audience", "Frauen"), ("audience", "Geflüchtete")),
    details=(("note", "nur vormittags"),),
    polarity="partly",
    evidence=(Cell("Blatt 1", "C7"), Cell("Blatt 1", "C8"), Span(10, 20, "Deutschkurs", 2)),
    original="(x)",
    method="matrix/1",
    tier="medium",
    last_verified="2025-02-28",
)
PHONE = Statement(CONTACTS.id, replace(VHS, scope=""), "contactPhone", Literal("0221 4710-123"))
SAME_ELSEWHERE = replace(OFFERS, source=CONTACTS.id, evidence=(Cell("", "B2"),))

FACT_LIST = [
    Fact("actor", "actor/jobcenter", {"label": "Jobcenter", "kind": "actor"}),
    Fact("actor", "actor/vhs", {"label": "VHS", "kind": "actor", "evidence": ("evidence/1",), "checked": "2025-02-28"}),
    Fact("concept", "audience/frauen", {"scheme": "audience", "label_de": "Frauen", "label_en": "women", "local": 0}),
    Fact("evidence", "evidence/1", {"statement": OFFERS.key, "source": MATRIX.id, "place": "Blatt 1!C7"}),
    Fact(
        "referral",
        "referral/1",
        {
            "sender": "actor/jobcenter",
            "receiver": "actor/vhs",
            "audiences": ("audience/frauen",),
            "exclusive": ("audience/frauen",),
            "evidence": ("evidence/1",),
            "polarity": "yes",
        },
    ),
]


@pytest.fixture
def store(open_store: OpenStore) -> Store:
    """Return an empty store."""
    return open_store()


def filled(store: Store) -> Store:
    store.apply(Delta(sources=[MATRIX, CONTACTS], statements=[OFFERS, PHONE, SAME_ELSEWHERE], facts=FACT_LIST))
    return store


def by_key(*statements: Statement) -> list[Statement]:
    return sorted(statements, key=lambda statement: statement.key)


def test_an_empty_store_holds_nothing(store: Store) -> None:
    assert ([], [], []) == (list(store.sources()), list(store.statements()), list(store.facts()))


def test_what_was_written_is_read_back_equal(store: Store) -> None:
    filled(store)
    assert [CONTACTS, MATRIX] == list(store.sources())
    assert by_key(OFFERS, PHONE, SAME_ELSEWHERE) == list(store.statements())
    assert FACT_LIST == list(store.facts())


def test_the_statements_of_one_source_are_read_alone(store: Store) -> None:
    filled(store)
    assert [OFFERS] == list(store.statements(MATRIX.id))
    assert by_key(PHONE, SAME_ELSEWHERE) == list(store.statements(CONTACTS.id))
    assert [] == list(store.statements("nobody's.csv"))


def test_writing_the_same_again_changes_nothing(store: Store) -> None:
    filled(filled(store))
    assert by_key(OFFERS, PHONE, SAME_ELSEWHERE) == list(store.statements())
    assert FACT_LIST == list(store.facts())


def test_removing_a_source_keeps_what_others_state(store: Store) -> None:
    filled(store).apply(Delta(removed_sources=[MATRIX.id]))
    assert [CONTACTS] == list(store.sources())
    assert by_key(PHONE, SAME_ELSEWHERE) == list(store.statements())


def test_removing_one_statement_removes_nothing_else(store: Store) -> None:
    filled(store).apply(Delta(removed_statements=[SAME_ELSEWHERE.key]))
    assert by_key(OFFERS, PHONE) == list(store.statements())
    assert [CONTACTS, MATRIX] == list(store.sources())


def test_a_source_can_be_removed_and_stated_anew_in_one_change(store: Store) -> None:
    moved = replace(OFFERS, evidence=(Cell("Blatt 1", "C9"),))
    newer = replace(MATRIX, stated_on="2025-06-01", publisher="")
    filled(store).apply(Delta(sources=[newer], removed_sources=[MATRIX.id], statements=[moved]))
    assert [CONTACTS, newer] == list(store.sources())
    assert [moved] == list(store.statements(MATRIX.id))


def test_a_statement_with_the_same_key_takes_the_place_of_the_old_one(store: Store) -> None:
    moved = replace(OFFERS, evidence=(Cell("Blatt 1", "D9"),), details=(), original="x", last_verified="")
    filled(store).apply(Delta(statements=[moved]))
    assert by_key(moved, PHONE, SAME_ELSEWHERE) == list(store.statements())


def test_facts_are_replaced_as_a_whole_and_kept_when_nothing_is_said_of_them(store: Store) -> None:
    filled(store).apply(Delta(removed_sources=[CONTACTS.id]))
    assert FACT_LIST == list(store.facts())
    fewer = [FACT_LIST[0], replace(FACT_LIST[1], values={"label": "VHS", "kind": "network"})]
    store.apply(Delta(facts=fewer))
    assert fewer == list(store.facts())


def test_a_statement_of_an_unknown_source_is_refused_and_nothing_is_written(store: Store) -> None:
    with pytest.raises(StoreError, match="nobody described"):
        store.apply(Delta(sources=[MATRIX], statements=[OFFERS, PHONE]))
    assert [] == list(store.sources())


def test_unsorted_conditions_are_refused(store: Store) -> None:
    unsorted = replace(OFFERS, conditions=(("theme", "a"), ("audience", "b")))
    with pytest.raises(StoreError, match="sorted"):
        store.apply(Delta(sources=[MATRIX], statements=[unsorted]))


def test_a_whole_state_takes_the_place_of_any_other(store: Store) -> None:
    filled(store).apply(whole(store, [CONTACTS], [PHONE], FACT_LIST[:1]))
    assert ([CONTACTS], [PHONE], FACT_LIST[:1]) == (
        list(store.sources()),
        list(store.statements()),
        list(store.facts()),
    )


@LAW
@given(sources=source_lists(), statements=statement_lists())
def test_any_statements_are_read_back_equal(
    open_store: OpenStore, sources: list[SourceRecord], statements: list[Statement]
) -> None:
    store = open_store()
    store.apply(Delta(sources=sources, statements=statements))
    assert sources == list(store.sources())
    assert statements == list(store.statements())
    store.apply(Delta(removed_sources=[sources[0].id]))
    assert [one for one in statements if one.source != sources[0].id] == list(store.statements())


@LAW
@given(facts=FACTS)
def test_any_facts_are_read_back_equal(open_store: OpenStore, facts: list[Fact]) -> None:
    store = open_store()
    store.apply(Delta(facts=facts))
    assert facts == list(store.facts())
    store.apply(Delta(facts=()))
    assert [] == list(store.facts())


def test_a_query_binds_ids_and_texts(store: Store) -> None:
    filled(store)
    queries: dict[str, tuple[str, Parameters]] = {
        "MemoryStore": ("referral", {"audiences": Id("audience/frauen")}),
        "RdfStore": (
            "PREFIX vn: <https://verweisnetz.example/ns#> "
            "SELECT ?id WHERE { VALUES ?audience { } VALUES ?said { } "
            "?id vn:forTargetGroup ?audience ; vn:polarity ?said }",
            {"audience": Id("audience/frauen"), "said": "yes"},
        ),
        "CypherStore": (
            "MATCH (r:Referral)-[:FOR]->(:TargetGroup {id: $audience}) WHERE r.polarity = $said RETURN r.id AS id",
            {"audience": Id("audience/frauen"), "said": "yes"},
        ),
    }
    text, parameters = queries[type(store).__name__]
    assert ["referral/1"] == [row["id"] for row in store.select(text, parameters)]
