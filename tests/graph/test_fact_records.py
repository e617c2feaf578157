"""Facts by id: the same fact has the same id in every build, and no column of the layout is forgotten."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from graph.fact_records import DAYS, NUMBERS, REFERENCES, TABLES, Fact, fact_layout, facts_of
from graph.layout import LAYOUT
from graph.stores.names import CLASSES, LANGUAGES, property_of
from graph.stores.rows import INWARD, LABELS, RELATIONS
from graph.view import View
from ontology.errors import StoreError
from tests.graph.store_strategies import FACTS

DAY = date(2025, 3, 1).toordinal()
ROWS: dict[str, list[dict[str, Any]]] = {
    "concept": [{"id": "audience/frauen", "local": 0}, {"id": "audience/alle", "local": 0, "narrower": [0]}],
    "actor": [{"id": "actor/vhs"}, {"id": "actor/jobcenter", "unit_of": 0, "runs_until": DAY}],
    "source": [{"id": "matrix.xlsx"}],
    "evidence": [{"statement": "ab", "source": 0, "place": "C7"}],
    "referral": [
        {"sender": 1, "receiver": 0, "audiences": [1, 0], "namings": [0, 2], "evidence": [0], "note": "n"},
        {"sender": 0, "receiver": 1},
    ],
}


def test_rows_become_facts_that_refer_by_id() -> None:
    facts = {fact.id: fact for fact in facts_of(View.of(ROWS))}
    (evidence,) = (fact.id for fact in facts.values() if fact.table == "evidence")
    expected = {
        "sender": "actor/jobcenter",
        "receiver": "actor/vhs",
        "audiences": ("audience/alle", "audience/frauen"),
        "exclusive": ("audience/frauen",),
        "evidence": (evidence,),
        "note": "n",
    }
    assert expected in [fact.values for fact in facts.values()]
    assert {"unit_of": "actor/vhs", "runs_until": "2025-03-01"} == facts["actor/jobcenter"].values
    assert {"narrower": ("audience/frauen",), "local": 0} == facts["audience/alle"].values


def test_the_id_of_a_fact_depends_on_what_it_says_alone() -> None:
    def referral_ids(**change: object) -> set[str]:
        rows = {**ROWS, "referral": [{**ROWS["referral"][0], **change}]}
        return {fact.id for fact in facts_of(View.of(rows)) if fact.table == "referral"}

    assert referral_ids() == referral_ids(checked=DAY, evidence=[])
    assert referral_ids() != referral_ids(note="other")


def test_the_order_of_rows_changes_no_fact() -> None:
    turned = {**ROWS, "referral": ROWS["referral"][::-1], "evidence": ROWS["evidence"][::-1]}
    assert list(facts_of(View.of(ROWS))) == list(facts_of(View.of(turned)))


def test_rows_that_differ_only_in_what_may_change_are_told_apart() -> None:
    rows = {**ROWS, "referral": [{"sender": 0, "checked": DAY}, {"sender": 0}, {"sender": 0, "checked": DAY + 1}]}
    ids = [fact.id for fact in facts_of(View.of(rows)) if fact.table == "referral"]
    assert [ids[0], f"{ids[0]}-2", f"{ids[0]}-3"] == ids


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("referral", {"sender": 7}),
        ("referral", {"audiences": [-1]}),
        ("actor", {"id": "actor/x", "runs_from": -5}),
        ("actor", {"id": "audience/frauen"}),
    ],
)
def test_a_view_that_cannot_be_is_refused(table: str, row: dict[str, object]) -> None:
    with pytest.raises(StoreError):
        list(facts_of(View.of({**ROWS, table: [row]})))


@settings(max_examples=40, deadline=None)
@given(facts=FACTS)
def test_facts_are_sorted_and_their_ids_unique(facts: list[Fact]) -> None:
    keys = [(fact.table, fact.id) for fact in facts]
    assert sorted(keys) == keys
    assert len({fact.id for fact in facts}) == len(facts)
    assert all(value != () and value != "" for fact in facts for value in fact.values.values())


def test_every_number_of_the_layout_is_a_reference_a_day_or_known_to_be_a_number() -> None:
    for table in TABLES:
        for column, kind in LAYOUT[table].items():
            if kind != "text":
                assert (column in REFERENCES[table]) + (column in DAYS) + (column in NUMBERS) == 1, (table, column)


def test_every_column_has_a_property_and_a_relationship_of_its_own() -> None:
    for table, columns in fact_layout().items():
        properties = [(property_of(table, column), LANGUAGES.get(column)) for column in columns]
        assert len(set(properties)) == len(properties), table
        types = [(type_, type_ in INWARD) for type_ in RELATIONS[table].values()]
        assert len(set(types)) == len(types), table
    assert len(TABLES) == len(set(CLASSES.values())) == len(set(LABELS.values()))
