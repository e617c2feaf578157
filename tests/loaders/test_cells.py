"""Packed cells are a mapping like any other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cells import WIDTH, Cells
from loaders.grid import Grid, GridCell
from loaders.limits import Limits
from loaders.readers.sheet import Budget, SheetBuilder
from loaders.readers.store import Store

places = st.tuples(st.integers(0, 40), st.integers(0, 12))
some_cells = st.builds(
    GridCell,
    text=st.sampled_from(("x", "ja", "VHS Hagen", "")),
    kind=st.sampled_from(("text", "number")),
    fill=st.sampled_from(("", "92D050")),
    bold=st.booleans(),
    comment=st.sampled_from(("", "", "nur dienstags")),
    link=st.sampled_from(("", "", "https://vhs.example.org")),
    formula=st.booleans(),
)
mappings = st.dictionaries(places, some_cells, max_size=25)


@given(mappings, places)
def test_packed_cells_equal_the_dictionary_they_were_made_of(
    cells: dict[tuple[int, int], GridCell], place: tuple[int, int]
) -> None:
    packed = Cells.of(cells)
    ordered = dict(sorted(cells.items()))
    assert cells == packed
    assert packed == cells
    assert list(ordered.items()) == list(packed.items())
    assert list(ordered) == list(packed) == list(packed.keys())
    assert list(ordered.values()) == list(packed.values())
    assert sorted(ordered.items()) == sorted(packed.items())
    assert len(cells) == len(packed)
    assert bool(cells) == bool(packed)
    assert (place in cells) == (place in packed)
    assert cells.get(place) == packed.get(place)
    assert {place: packed[place] for place in packed} == cells
    assert all(item in packed.items() and item[1] in packed.values() for item in cells.items())


@given(mappings)
def test_a_grid_of_packed_cells_answers_as_one_of_a_dictionary(cells: dict[tuple[int, int], GridCell]) -> None:
    plain, packed = Grid("Blatt", cells), Grid("Blatt", Cells.of(cells))
    assert plain == packed
    assert plain.bounds() == packed.bounds()
    assert list(plain.filled()) == list(packed.filled())
    assert [plain.text(row, 3) for row in range(50)] == [packed.text(row, 3) for row in range(50)]


def test_no_cell_is_found_where_none_can_be() -> None:
    packed = Cells.of({(1, 1): GridCell("x"), (2, 0): GridCell("y")})
    for place in ((1, WIDTH), (1, WIDTH + 1), (-1, 1), (1, -1), (0, WIDTH + 1), (1 << 60, 1)):
        assert place not in packed
        with pytest.raises(KeyError):
            packed[place]
    assert GridCell("z") not in packed.values()
    assert repr(packed) == "Cells(2)"


def test_equal_cells_are_one_object() -> None:
    packed = Cells.of({(row, 1): GridCell("x", fill="92D050") for row in range(9)})
    assert len({id(cell) for cell in packed.values()}) == 1
    assert packed[3, 1] is packed[7, 1]


@given(st.lists(st.tuples(places, some_cells), max_size=40))
def test_of_cells_put_in_any_order_the_last_for_a_place_stays(
    given_cells: list[tuple[tuple[int, int], GridCell]],
) -> None:
    sheet = SheetBuilder("Blatt", Budget(Limits()))
    expected: dict[tuple[int, int], GridCell] = {}
    for place, cell in given_cells:
        filled = GridCell(cell.text or "x", *cell.manner)
        sheet.put(*place, filled)
        expected[place] = filled
        assert filled == sheet.get(*place)
    assert sorted(expected) == sorted(sheet.places())
    assert expected == sheet.grid().cells


@given(st.lists(st.lists(st.integers(0, 60), max_size=6), max_size=8))
def test_many_are_stored_at_once_only_behind_all_others(batches: list[list[int]]) -> None:
    stored, expected = Store(), dict[int, int]()
    for number, batch in enumerate(batches):
        behind = batch == sorted(set(batch)) and (not expected or not batch or batch[0] > max(expected))
        if stored.extend(batch, [number] * len(batch)):
            assert behind
            expected.update(dict.fromkeys(batch, number))
        else:
            assert not behind
            for place in batch:
                stored.put(place, number)
                expected[place] = number
        if number == 4:
            stored.settle()
    stored.settle()
    assert sorted(expected.items()) == list(zip(stored.places, stored.numbers, strict=True))
    assert list(expected.values()) == [stored.get(place) for place in expected]
