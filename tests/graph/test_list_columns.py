"""Columns of lists: stored as they follow each other or each different one once, they read the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.columns import CodedColumn, Layout, pack, unpack

LAYOUT: Layout = {"referral": {"audiences": "ints", "evidence": "ints"}}
LISTS = st.lists(st.lists(st.integers(0, 3), max_size=3), max_size=12)


def coded(lists: list[list[int]]) -> CodedColumn:
    tables, _ = unpack(pack({"referral": [{"audiences": found} for found in lists]}, LAYOUT), LAYOUT)
    return tables["referral"].coded("audiences")


@given(LISTS)
def test_lists_of_which_few_differ_are_read_back_row_by_row(lists: list[list[int]]) -> None:
    column = coded(lists)

    assert lists == [list(column[row]) for row in range(len(column))]
    assert lists[1:] == [list(found) for found in column[1:]]


@given(LISTS)
def test_rows_have_the_same_code_exactly_where_their_lists_are_the_same(lists: list[list[int]]) -> None:
    codes = coded(lists).codes

    assert [one == other for one in lists for other in lists] == [one == other for one in codes for other in codes]


def test_a_list_in_a_thousand_rows_takes_no_more_than_its_number() -> None:
    once = len(pack({"referral": [{"audiences": [7, 8, 9]}, {}]}, LAYOUT))
    often = len(pack({"referral": [{"audiences": [7, 8, 9]}, {}] * 1000}, LAYOUT))

    assert often - once < 3000


def test_a_column_of_lists_that_mostly_differ_has_no_codes() -> None:
    tables, _ = unpack(pack({"referral": [{"evidence": [1]}]}, LAYOUT), LAYOUT)

    with pytest.raises(TypeError, match="evidence"):
        tables["referral"].coded("evidence")
