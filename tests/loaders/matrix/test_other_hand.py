"""Matrices written by another hand than the interpreter's are read without being told how."""

from __future__ import annotations

from typing import Any

import pytest

from tests.loaders.matrix.other_hand.library import write
from tests.loaders.matrix.scored import scored


@pytest.fixture(scope="module", params=[1, 5, 12])
def total(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("other_hand")
    write(folder, request.param)
    return scored(folder)


def test_the_matrices_of_the_other_hand_are_read(total: dict[str, Any]) -> None:
    assert total["macro_f1"] >= 0.97
    assert total["cell_accuracy"] >= 0.96
    assert total["qualifier_recall"] >= 0.95


def test_none_of_their_cells_is_dropped_and_hardly_any_misread(total: dict[str, Any]) -> None:
    assert 0 == total["silently_dropped"]
    assert total["misread"] <= 1
