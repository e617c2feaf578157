"""The prose gold is what its sources say, and its figures can be trusted: every quote stands where it claims to."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROSE = Path(__file__).parents[2] / "fixtures" / "prose"
SETS = ("seen", "held", "fresh", "more", "second", "third", "fourth", "fifth", "unread")
GOLD = sorted(gold for name in SETS for gold in PROSE.glob(f"{name}/*.json"))


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(PROSE / script), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_each_set_has_as_many_texts_as_its_readme_says() -> None:
    names = [gold.parent.name for gold in GOLD]

    assert [names.count(name) for name in SETS] == [8, 10, 8, 16, 8, 8, 8, 8, 8]


def test_offsets_ids_evidence_and_hashes_hold() -> None:
    checked = run("verify_gold.py", *map(str, GOLD))

    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("name", SETS)
def test_gold_scored_against_itself_is_perfect(name: str) -> None:
    scored = run("evaluate.py", str(PROSE / name), str(PROSE / name))
    totals = [line for line in scored.stdout.splitlines() if line.lstrip().startswith("ALL")]

    assert totals
    assert all("fp    0 fn    0" in line for line in totals)


def test_texts_and_gold_are_what_the_annotation_sources_compile_to(tmp_path: Path) -> None:
    for gold in GOLD:
        source = PROSE / "source" / gold.parent.name / f"{gold.stem}.ann"
        copy = tmp_path / "source" / gold.parent.name / source.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / gold.parent.name).mkdir(exist_ok=True)
        copy.write_bytes(source.read_bytes())
    compiled = run("annotate.py", *map(str, sorted(tmp_path.glob("source/*/*.ann"))))

    assert compiled.returncode == 0, compiled.stdout
    for gold in GOLD:
        again = tmp_path / gold.parent.name / gold.name
        assert json.loads(again.read_text("utf-8")) == json.loads(gold.read_text("utf-8")), gold.stem
        assert again.with_suffix(".txt").read_bytes() == gold.with_suffix(".txt").read_bytes(), gold.stem
