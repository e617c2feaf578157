"""Rows held as columns are rows like any others."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.column_rows import ColumnRows
from graph.columns import Layout, pack

LAYOUT: Layout = {"actor": {"label": "text", "number": "int", "parts": "ints", "further": "ints"}}
ROWS = st.lists(
    st.fixed_dictionaries(
        {"label": st.text(st.characters(exclude_categories=["Cs"]), max_size=5), "number": st.integers(-9, 99),
         "parts": st.lists(st.integers(0, 9), max_size=3).map(tuple)}
    ),
    max_size=8,
)  # fmt: skip
NAMES = ("label", "number", "parts")


def columnar(rows: list[dict[str, Any]]) -> ColumnRows:
    return ColumnRows.of(NAMES, [tuple(row[name] for name in NAMES) for row in rows])


@given(ROWS)
def test_rows_come_out_as_they_went_in(rows: list[dict[str, Any]]) -> None:
    found = columnar(rows)
    assert rows == list(found) == [found[at] for at in range(len(found))] == found[:]
    assert rows == found
    assert rows[1:3] == found[1:3]


@given(ROWS)
def test_the_snapshot_is_that_of_the_rows(rows: list[dict[str, Any]]) -> None:
    assert pack({"actor": rows}, LAYOUT) == pack({"actor": columnar(rows)}, LAYOUT)


def test_columns_of_different_lengths_are_no_table() -> None:
    with pytest.raises(ValueError, match="lengths"):
        ColumnRows({"a": [1], "b": []})
