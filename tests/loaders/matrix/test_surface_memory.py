"""A surface asks the same question of a sheet once, and says what a surface without memory would."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.grid import Grid, GridCell, Merge
from loaders.matrix import columns, marks
from loaders.matrix.columns import is_actor, sorts
from loaders.matrix.legend import Legend
from loaders.matrix.meaning import CellReader
from loaders.matrix.sheet import view
from loaders.matrix.surface import Surface

CELLS = {
    (1, 1): GridCell("Titel"),
    (2, 1): GridCell("VHS Hagen"),
    (2, 3): GridCell("x"),
    (2, 4): GridCell("nur u25"),
    (3, 2): GridCell("+"),
    (3, 3): GridCell("vorhanden"),
}


def surface(*claimed: tuple[int, int]) -> Surface:
    legend = Legend(claimed={("Matrix", place) for place in claimed})
    return Surface(view(Grid("Matrix", CELLS, (Merge(1, 1, 1, 4),))), legend)


def test_a_row_shows_what_a_merge_holds_once_and_nothing_a_legend_claims() -> None:
    whole = surface((3, 2))
    assert [(1,), (1, 3, 4), (3,), ()] == [whole.filled(row) for row in range(1, 5)]
    part = replace(whole, left=2, right=3)
    assert [(2,), (3,), (3,), ()] == [part.filled(row) for row in range(1, 5)]


def test_a_claimed_title_is_claimed_wherever_its_merge_shows_it() -> None:
    assert [()] * 2 == [surface((1, 1)).filled(1), replace(surface((1, 1)), left=3).filled(1)]


def test_what_a_label_or_a_cell_can_be_is_found_out_once_for_all_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def actor(surface: Surface, bare: str) -> bool:
        asked.append(bare)
        return True

    def mark(surface: Surface, text: str, kind: str, font: str) -> set[str]:
        asked.append(text)
        return {"mark"}

    monkeypatch.setattr(columns, "_is_actor", actor)
    monkeypatch.setattr(columns, "_sorts", mark)
    whole = surface()
    for one in (whole, replace(whole, left=2)):
        is_actor(one, "VHS Hagen")
        sorts(one, "x", "text", "")
    assert ["VHS Hagen", "x"] == asked


def test_equal_cells_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    known = marks.shown

    def shown(text: str, font: str) -> str:
        asked.append(text)
        return known(text, font)

    monkeypatch.setattr(marks, "shown", shown)
    reader = CellReader(Legend(), "Matrix")
    said = {reader.read(GridCell(text)).outcome for text in ("x", "x", "x")}
    assert ({"yes"}, ["x"]) == (said, asked)
