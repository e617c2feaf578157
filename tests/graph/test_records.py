"""Records: what is written as JSON is read back the same, and the same thing has the same bytes."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.evidence import Cell, Span
from graph.interchange import HEADER, KNOWN_FIELDS, write_jsonl
from graph.issue import Issue
from graph.records import (
    DecisionRecord,
    LinkRecord,
    Record,
    RecordError,
    SourceRecord,
    dumps,
    issue_of,
    link_order,
    loads,
    parse,
    to_record,
)
from graph.statement import Literal, Mention, Statement
from tests.graph.store_strategies import CELLS, LABELS, MENTIONS, SPANS, STATEMENTS, TEXTS

SOURCE_RECORDS = st.builds(SourceRecord, LABELS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)
LINKS = st.builds(LinkRecord, LABELS, MENTIONS, LABELS)
DECISIONS = st.builds(DecisionRecord, LABELS, st.lists(st.tuples(TEXTS, TEXTS), max_size=4).map(tuple))
ISSUES = st.builds(
    Issue,
    code=LABELS,
    source=TEXTS,
    place=st.none() | CELLS | SPANS,
    value=TEXTS,
    params=st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple),
    severity=st.sampled_from(["error", "warning", "info"]),
)
PLAIN = Statement("matrix.xlsx", Mention("VHS", "Actor"), "offers", Mention("Deutschkurs", "Offer"))


@given(STATEMENTS | SOURCE_RECORDS | LINKS | DECISIONS)
def test_a_record_is_read_back_equal(thing: Record) -> None:
    line = dumps(thing)
    assert thing == loads(line) == loads(line.encode("utf-8"))
    assert line == dumps(loads(line))
    assert "\n" not in line


@given(STATEMENTS | LINKS)
def test_a_line_written_by_hand_is_the_json_of_its_record(thing: Record) -> None:
    assert json.dumps(to_record(thing), ensure_ascii=False, separators=(",", ":")) == dumps(thing)


@given(st.lists(LINKS, max_size=6))
def test_links_are_sorted_as_they_compare(links: list[LinkRecord]) -> None:
    assert sorted(links) == sorted(links, key=link_order)


@given(ISSUES)
def test_an_issue_is_read_back_equal(issue: Issue) -> None:
    assert issue == issue_of(json.loads(dumps(issue)))


def test_what_is_usual_or_empty_is_left_out() -> None:
    expected = (
        '{"record":"statement","source":"matrix.xlsx","subject":{"label":"VHS","kind":"Actor"},'
        '"predicate":"offers","object":{"label":"Deutschkurs","kind":"Offer"}}'
    )
    assert expected == dumps(PLAIN)


def test_conditions_and_details_may_stand_in_any_order() -> None:
    record = to_record(PLAIN) | {"conditions": [["theme", "Sprache"], ["audience", "Frauen"], ["theme", "Sprache"]]}
    statement = loads(json.dumps(record))
    assert isinstance(statement, Statement)
    assert (("audience", "Frauen"), ("theme", "Sprache")) == statement.conditions


@pytest.mark.parametrize(
    ("line", "code", "param"),
    [
        ("", "VN5001", "reason"),
        ("[1]", "VN5001", "reason"),
        ('{"record":"statement"', "VN5001", "reason"),
        ('{"a":' * 100_000, "VN5001", "reason"),
        ('{"record":"source","id":"\\ud800"}', "VN5001", "reason"),
        (b'{"record":"source","id":"\xff"}', "VN5001", "reason"),
        ("{}", "VN5002", "record"),
        ('{"record":["source"]}', "VN5002", "record"),
        ('{"record":"source"}', "VN5003", "field"),
        ('{"record":"source","id":7}', "VN5003", "field"),
        ('{"record":"link","source":"a","entity":"b","mention":{"value":"c"}}', "VN5003", "field"),
        ('{"record":"decision","table":"links","values":[["a"]]}', "VN5003", "field"),
    ],
)
def test_a_bad_line_is_an_error_with_a_code(line: str | bytes, code: str, param: str) -> None:
    with pytest.raises(RecordError) as caught:
        loads(line)
    assert code == caught.value.code
    assert [param] == [name for name, _ in caught.value.params]


@pytest.mark.parametrize(
    "change",
    [
        {"subject": {"value": "VHS"}},
        {"subject": {"label": "VHS"}},
        {"object": None},
        {"polarity": "maybe"},
        {"modality": "sure"},
        {"tier": "top"},
        {"conditions": [["colour", "red"]]},
        {"conditions": {"audience": "Frauen"}},
        {"details": [["note", 7]]},
        {"evidence": [{"sheet": "A"}]},
        {"evidence": [{"start": True, "end": 2, "quote": ""}]},
        {"evidence": "C7"},
        {"source": ""},
        {"predicate": None},
    ],
)
def test_a_statement_with_a_bad_field_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(RecordError):
        loads(json.dumps({**to_record(PLAIN), **change}))


@given(st.text() | st.binary())
def test_no_line_raises_anything_else(line: str | bytes) -> None:
    with suppress(RecordError):
        loads(line)


def test_the_known_fields_are_those_a_record_can_have() -> None:
    full = Statement(
        "s", Mention("a", "Actor", "x"), "cost", Literal("0 €"), (("audience", "x"),), (("note", "y"),), "no",
        "planned", (Cell("A", "B2"), Span(1, 2, "q", 3)), "o", "m", "low", "2025-01-01",
    )  # fmt: skip
    assert KNOWN_FIELDS["statement"] == set(to_record(full))


def test_a_file_begins_with_its_version_and_is_the_same_every_time(tmp_path: Path) -> None:
    sources, links = [SourceRecord("matrix.xlsx")], [LinkRecord("matrix.xlsx", PLAIN.subject, "actor/vhs")]
    decisions = [DecisionRecord("links", (("decision", "same"), ("left", "VHS")))]
    for name in ("one.jsonl", "other.jsonl"):
        write_jsonl(tmp_path / name, sources, [PLAIN], links, decisions)
    lines = (tmp_path / "one.jsonl").read_bytes().splitlines()
    assert dict(HEADER) == parse(lines[0])
    assert [*sources, PLAIN, *links, *decisions] == [loads(line) for line in lines[1:]]
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "other.jsonl").read_bytes()
