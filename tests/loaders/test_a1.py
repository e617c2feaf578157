"""Addresses as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.a1 import Box, box, column_number, place
from loaders.grid import address, column_letters


@given(st.integers(1, 1_048_576), st.integers(1, 16_384))
def test_an_address_is_read_as_it_is_written(row: int, column: int) -> None:
    assert (row, column) == place(address(row, column)) == place(address(row, column).lower())
    assert column == column_number(column_letters(column))


@pytest.mark.parametrize("text", ["", "C", "7", "C0", "ABCD1", "Ä1", "C7:", "C7:D", "1C", "C7 D8"])
def test_what_is_no_address_is_none(text: str) -> None:
    assert (0, 0) == place(text)
    assert box(text) is None or text == "C7:"


def test_a_rectangle_holds_its_cells_whatever_corner_is_named_first() -> None:
    found = box("f9:B2")
    assert Box(2, 2, 9, 6) == found == box("$B$2:$F$9")
    assert found is not None
    assert found.holds(2, 6)
    assert not found.holds(1, 2)
    assert Box(7, 3, 7, 3) == box("C7")


@pytest.mark.parametrize(("other", "meets"), [("A1:B2", True), ("G1:H9", False), ("C3:D4", True), ("A10:Z20", False)])
def test_rectangles_that_share_a_cell_meet(other: str, meets: bool) -> None:
    one, two = box("B2:F9"), box(other)
    assert one is not None
    assert two is not None
    assert meets == one.meets(two) == two.meets(one)
