"""``template`` and ``normalise`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calling import call

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"


@pytest.mark.parametrize(("language", "said"), [("de", "Blatt »Hinweise«"), ("en", "sheet “Guide”")])
def test_template_writes_a_file_and_says_what_is_next(tmp_path: Path, language: str, said: str) -> None:
    result = call("template", tmp_path / "m.xlsx", "--lang", language)
    assert (0, f"{tmp_path / 'm.xlsx'}\n") == (result.exit_code, result.stdout)
    assert said in result.stderr


@pytest.mark.parametrize(("language", "said"), [("de", "gibt es schon"), ("en", "is there already")])
def test_a_file_that_is_there_is_kept_without_force(tmp_path: Path, language: str, said: str) -> None:
    out = tmp_path / "m.xlsx"
    out.write_text("mine", encoding="utf-8")
    result = call("template", out, "--lang", language)
    assert 3 == result.exit_code
    assert said in result.stderr
    assert "mine" == out.read_text(encoding="utf-8")
    assert 0 == call("template", out, "--force").exit_code


def test_normalise_counts_what_it_did(tmp_path: Path) -> None:
    result = call("normalise", FIXTURES / "o03_marken.xlsx", "--out", tmp_path / "n.xlsx")
    assert 0 == result.exit_code
    assert [str(tmp_path / "n.xlsx"), "4 nicht zugeordnet"] == [
        result.stdout.splitlines()[0],
        result.stdout.rstrip()[-18:],
    ]
    assert "gehört o03_marken.xlsx nicht mehr dorthin" in result.stderr


def test_normalise_counts_for_programs(tmp_path: Path) -> None:
    result = call("normalise", FIXTURES / "o03_marken.xlsx", "--out", tmp_path / "n.xlsx", "--format", "json")
    said = json.loads(result.stdout)
    assert ["source", "out", "cells", "statements", "written", "not_placed", "rows"] == list(said)
    assert (said["statements"], 4) == (said["written"], said["not_placed"])


def test_normalise_writes_beside_the_caller_under_the_name_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert 0 == call("normalise", FIXTURES / "o01_einfach.xlsx").exit_code
    assert ["o01_einfach_normalisiert.xlsx"] == [path.name for path in tmp_path.iterdir()]
    assert 3 == call("normalise", FIXTURES / "o01_einfach.xlsx").exit_code


@pytest.mark.parametrize("name", ["o11_passwort.xlsx", "o12_abgeschnitten.xlsx"])
def test_a_file_that_cannot_be_read_is_bad_input(tmp_path: Path, name: str) -> None:
    result = call("normalise", FIXTURES / name, "--out", tmp_path / "n.xlsx")
    assert (3, []) == (result.exit_code, list(tmp_path.iterdir()))
    assert name in result.stderr


def test_a_file_that_is_not_there_is_a_slip_in_the_call(tmp_path: Path) -> None:
    assert 2 == call("normalise", tmp_path / "keine.xlsx").exit_code
