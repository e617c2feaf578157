"""The open set of the matrix yardstick, answered and scored with its own scorer."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from loaders.gate import read
from loaders.matrix import interpret
from ontology.vocabulary import load
from tests.yardsticks.matrix.__main__ import main
from tests.yardsticks.matrix.crosswalk import PREDICATES

FIXTURES = Path(__file__).parents[2] / "fixtures" / "matrix"


@pytest.fixture(scope="module")
def total(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("answers")
    main(FIXTURES, out)
    spec = importlib.util.spec_from_file_location("score_matrix", FIXTURES / "score_matrix.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    scorer.main([str(FIXTURES), str(out), "--quiet", "--json", str(out / "report.json")])
    report: dict[str, Any] = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return dict(report["total"])


def test_the_open_set_is_read(total: dict[str, Any]) -> None:
    assert total["macro_f1"] >= 0.98
    assert total["cell_accuracy"] >= 0.97
    assert total["qualifier_recall"] >= 0.97


def test_no_cell_is_dropped_or_misread(total: dict[str, Any]) -> None:
    assert (total["silently_dropped"], total["misread"]) == (0, 0)


def test_a_profile_of_a_files_name_is_used(tmp_path: Path) -> None:
    profiles, beside = tmp_path / "profile", tmp_path / "dateien"
    profiles.mkdir()
    beside.mkdir()
    (profiles / "o01_einfach.yaml").write_text("signs: {x: nein}\n", encoding="utf-8")
    shutil.copy(FIXTURES / "o01_einfach.xlsx", beside)
    said = {}
    for name, given in (("without", None), ("with", profiles)):
        main(beside, tmp_path / name, given)
        answer = json.loads((tmp_path / name / "o01_einfach.json").read_text(encoding="utf-8"))
        said[name] = {one["predicate"] for one in answer["statements"]}
    shutil.copy(profiles / "o01_einfach.yaml", beside)
    main(beside, tmp_path / "beside")
    assert {"without": {"label", "offers"}, "with": {"label"}} == said
    assert (tmp_path / "beside" / "o01_einfach.json").read_bytes() == (
        tmp_path / "with" / "o01_einfach.json"
    ).read_bytes()


def test_what_cannot_be_read_is_an_error_code(total: dict[str, Any]) -> None:
    assert total["errors_handled"] == total["errors"] == 2


def test_every_predicate_has_a_yardstick_word_and_keeps_to_the_closed_list() -> None:
    predicates = load().predicates
    for path in sorted(FIXTURES.glob("o*.xlsx"))[:8]:
        for statement in interpret(read(path), path.name).statements:
            assert statement.predicate in predicates
            assert statement.predicate in PREDICATES
            assert statement.subject.kind in predicates[statement.predicate].domain, statement
