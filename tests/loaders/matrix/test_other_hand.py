"""Matrices written by another hand than the interpreter's are read without being told how."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from tests.loaders.matrix.other_hand.library import write
from tests.yardsticks.matrix.__main__ import main

SCORER = Path(__file__).parents[2] / "fixtures" / "matrix" / "score_matrix.py"


@pytest.fixture(scope="module", params=[1, 5, 12])
def total(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("other_hand")
    write(folder, request.param)
    main(folder, folder / "out")
    spec = importlib.util.spec_from_file_location("score_matrix", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    scorer.main([str(folder), str(folder / "out"), "--quiet", "--json", str(folder / "report.json")])
    report: dict[str, Any] = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return dict(report["total"])


def test_the_matrices_of_the_other_hand_are_read(total: dict[str, Any]) -> None:
    assert total["macro_f1"] >= 0.97
    assert total["cell_accuracy"] >= 0.96
    assert total["qualifier_recall"] >= 0.95


def test_none_of_their_cells_is_dropped_and_hardly_any_misread(total: dict[str, Any]) -> None:
    assert 0 == total["silently_dropped"]
    assert total["misread"] <= 1
