"""Statements and facts as hypothesis draws them: any text, any place, any table that `graph.layout` allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from graph.evidence import Cell, Span
from graph.fact_records import DAYS, REFERENCES, Fact, facts_of
from graph.layout import LAYOUT
from graph.records import SourceRecord
from graph.statement import CONDITIONS, Literal, Mention, Statement
from graph.view import View

SOURCES = ("matrix.xlsx", "träger/kontakte & co.csv", "a#b%c.jsonl")
TEXTS = st.text(max_size=12)
LABELS = st.text(min_size=1, max_size=12)


def _pairs(names: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    return st.sets(st.tuples(names, TEXTS), max_size=4).map(lambda pairs: tuple(sorted(pairs)))


CELLS = st.builds(Cell, TEXTS, LABELS)
SPANS = st.builds(Span, st.integers(0, 10**9), st.integers(0, 10**9), TEXTS, st.integers(0, 3))
MENTIONS = st.builds(Mention, TEXTS, st.sampled_from(["Actor", "Offer", "TargetGroup"]), TEXTS)

STATEMENTS = st.builds(
    Statement,
    source=st.sampled_from(SOURCES),
    subject=MENTIONS,
    predicate=st.sampled_from(["offers", "refersTo", "forAudience", "other"]),
    object=MENTIONS | st.builds(Literal, TEXTS | st.dates().map(str)),
    conditions=_pairs(st.sampled_from(CONDITIONS)),
    details=_pairs(st.sampled_from(["note", "meaning", "other column"]) | LABELS),
    polarity=st.sampled_from(["yes", "partly", "no"]),
    modality=st.sampled_from(["asserted", "planned", "possible", "normative"]),
    evidence=st.lists(CELLS | SPANS, max_size=3, unique=True).map(tuple),
    original=TEXTS,
    method=TEXTS,
    tier=st.sampled_from(["high", "medium", "low"]),
    last_verified=st.just("") | st.dates().map(str) | TEXTS,
)


@st.composite
def statement_lists(draw: st.DrawFn, max_size: int = 8) -> list[Statement]:
    """Return statements of different keys, sorted by key."""
    found = draw(st.lists(STATEMENTS, max_size=max_size))
    by_key = {statement.key: statement for statement in found}
    return [by_key[key] for key in sorted(by_key)]


@st.composite
def source_lists(draw: st.DrawFn) -> list[SourceRecord]:
    """Return the records of all sources statements may name, sorted by id."""
    described = (draw(st.tuples(TEXTS, TEXTS, TEXTS, st.just("") | st.dates().map(str), TEXTS)) for _ in SOURCES)
    return sorted(SourceRecord(id_, *said) for id_, said in zip(SOURCES, described, strict=True))


def _ids(name: str) -> st.SearchStrategy[list[str]]:
    before = {"concept": ["audience/", "theme/", "audience/~"], "source": ["quelle "]}.get(name, [f"{name}/"])
    return st.lists(st.tuples(st.sampled_from(before), TEXTS).map("".join), max_size=3, unique=True)


@st.composite
def views(draw: st.DrawFn) -> View:
    """Return a view of random rows whose references hold."""
    ids = {name: draw(_ids(name)) for name in ("concept", "region", "actor", "offer", "source")}
    counts = {name: len(ids[name]) if name in ids else draw(st.integers(0, 2)) for name in LAYOUT}
    return View.of({name: [_row(draw, name, row, ids, counts) for row in range(counts[name])] for name in LAYOUT})


def _row(
    draw: st.DrawFn, name: str, row: int, ids: Mapping[str, Sequence[str]], counts: Mapping[str, int]
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column, kind in LAYOUT[name].items():
        other = REFERENCES.get(name, {}).get(column)
        if column == "id":
            values[column] = ids[name][row]
        elif (name, column) == ("concept", "scheme"):
            values[column] = draw(st.sampled_from(["audience", "theme", "handover", ""]))
        elif kind == "text":
            values[column] = draw(TEXTS)
        elif column == "namings":
            values[column] = [draw(st.integers(0, 2)) for _ in values["audiences"]]
        elif kind == "ints":
            allowed = st.integers(0, counts[other] - 1) if other and counts[other] else st.integers(0, 9)
            values[column] = draw(st.lists(allowed, max_size=3)) if not other or counts[other] else []
        elif other:
            values[column] = draw(st.integers(-1, counts[other] - 1))
        elif column in DAYS or column == "stated_on":
            values[column] = draw(st.just(-1) | st.dates().map(lambda day: day.toordinal()))
        else:
            values[column] = draw(st.integers(-1, 2**31 - 1))
    return values


FACTS: st.SearchStrategy[list[Fact]] = views().map(lambda view: list(facts_of(view)))
"""Facts as a build gives them, sorted by table and id."""
