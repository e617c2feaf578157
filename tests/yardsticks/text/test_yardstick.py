"""The texts seen while the rules were written, answered and scored with their own scorer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.yardsticks.text.__main__ import main

FIXTURES = Path(__file__).parents[2] / "fixtures" / "prose"
SEEN = FIXTURES / "seen"
_TOTAL = re.compile(r"\s+ALL\s+tp\s+(\d+) fp\s+(\d+) fn\s+(\d+)")


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("answers")
    main(SEEN, out)
    return out


@pytest.fixture(scope="module")
def totals(answers: Path) -> dict[str, tuple[int, int, int]]:
    command = [sys.executable, str(FIXTURES / "evaluate.py"), str(SEEN), str(answers)]
    report = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    found: dict[str, tuple[int, int, int]] = {}
    level = ""
    for line in report.splitlines():
        if line.startswith("--- "):
            level = line.removeprefix("--- ")
        elif match := _TOTAL.match(line):
            found[level] = (int(match[1]), int(match[2]), int(match[3]))
    return found


def f1(numbers: tuple[int, int, int]) -> float:
    right, wrong, missed = numbers
    return 2 * right / (2 * right + wrong + missed)


def test_the_things_of_the_seen_texts_are_named(totals: dict[str, tuple[int, int, int]]) -> None:
    assert f1(totals["entity"]) >= 0.90
    assert f1(totals["strict"]) >= 0.85


def test_one_thing_is_seldom_two_nodes(totals: dict[str, tuple[int, int, int]]) -> None:
    assert totals["dups"][1] <= 0.04 * totals["entity"][0]


def test_every_text_has_an_answer_in_the_words_of_the_yardstick(answers: Path) -> None:
    kinds = {"Actor", "Project", "Board", "Event", "Offer", "TargetGroup", "Theme", "Region", "Person"}
    for path in SEEN.glob("*.txt"):
        answer = json.loads((answers / f"{path.stem}.json").read_text(encoding="utf-8"))
        assert {entity["type"] for entity in answer["entities"]} <= kinds
        assert {relation["tier"] for relation in answer["relations"]} <= {"high", "medium", "low"}
        ids = {entity["id"] for entity in answer["entities"]}
        assert all({relation["subject"], relation["object"]} <= ids for relation in answer["relations"])
