"""A line of answers that is taken for a header does not vanish in it."""

from __future__ import annotations

from dataclasses import replace

from loaders.matrix import interpret, propose
from tests.loaders.matrix.drawing import draw

MATRIX = """
Akteur | Bildungsberatung | Sprachkurs
VHS Hagen | x | ja
Jobcenter Hagen | | x
"""


def test_signs_in_a_header_row_are_reported() -> None:
    grid = draw(MATRIX)
    (table,) = propose((grid,)).tables
    wrong = replace(propose((grid,)), tables=(replace(table, header=(1, 2), first=3),))
    found = interpret((grid,), "matrix.xlsx", wrong)
    assert {"reported"} == {found.cells["Blatt", 2, column] for column in (2, 3)}
    assert found.ledger.balanced


def test_a_header_without_signs_is_structure() -> None:
    found = interpret((draw(MATRIX),), "matrix.xlsx")
    assert {"structure"} == {found.cells["Blatt", 1, column] for column in (1, 2, 3)}
