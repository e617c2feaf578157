"""The interpreter's view of a sheet shows every cell, and that of a merge wherever it reaches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.cells import Cells
from loaders.grid import Grid, GridCell, Merge
from loaders.matrix.sheet import view

places = st.tuples(st.integers(1, 9), st.integers(1, 6))
cells = st.dictionaries(
    places, st.sampled_from(("x", "VHS  Hagen ", "", " ", "Träger\nNord")).map(GridCell), max_size=20
)
merges = st.lists(
    st.builds(lambda top, left, down, right: Merge(top, left, top + down, left + right), *[st.integers(1, 4)] * 4),
    max_size=2,
)


def shown(stored: dict[tuple[int, int], GridCell], areas: list[Merge]) -> dict[tuple[int, int], GridCell]:
    """Say the same in the plainest way."""
    found = dict(stored)
    for area in areas:
        held = stored.get((area.top, area.left))
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                own = stored.get((row, column))
                if held and (row, column) != (area.top, area.left) and not (own and own.text.strip()):
                    found[row, column] = held
    return found


@given(cells, merges, st.booleans())
def test_a_view_shows_what_stands_and_what_merges_cover_in_order(
    stored: dict[tuple[int, int], GridCell], areas: list[Merge], packed: bool
) -> None:
    sheet = view(Grid("Blatt", Cells.of(stored) if packed else stored, tuple(areas)))
    turned = sheet.turned_view
    expected = shown(stored, areas)
    assert expected == {(row, column): cell for row, line in sheet.rows.items() for column, cell in line.items()}
    assert expected == {(row, column): cell for column, line in turned.rows.items() for row, cell in line.items()}
    for one in (sheet, turned):
        assert sorted(one.rows) == list(one.rows)
        assert all(sorted(line) == list(line) for line in one.rows.values())
        assert all(
            one.filled(row) == tuple(column for column in line if one.text(row, column))
            for row, line in one.rows.items()
        )
    for row, column in expected:
        assert sheet.text(row, column) == turned.text(column, row) == " ".join(expected[row, column].text.split())
        assert sheet.origin(row, column) == turned.origin(column, row)
