"""Writing the report: the same input gives the same bytes, small and quick, whatever the hash seed."""

from __future__ import annotations

import re
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from ontology.errors import QuestionError, RegionError
from tests.cli.calling import call, environment, program
from tests.report.conftest import TODAY
from verweisnetz import region
from verweisnetz.region import Region
from verweisnetz.report.markdown import report_markdown
from verweisnetz.report.page import report_page
from verweisnetz.report.writing import write_report


@pytest.fixture
def changed(example: Region, tmp_path: Path) -> Region:
    """Return a region whose second generation lacks one referral."""
    copy = Path(shutil.copytree(example.folder, tmp_path / "kopie"))
    path = copy / "sources" / "verweise_liste.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:4] + lines[5:]), "utf-8")
    return region.build(copy)


def test_it_is_small_quick_and_asks_nothing_from_outside(example: Region) -> None:
    fresh = region.open(example.folder)
    begun = time.process_time()
    page = report_page(fresh.report(day=TODAY))
    assert time.process_time() - begun < 3
    assert len(page.encode("utf-8")) < 2_000_000
    assert "<script" not in page
    outside = re.findall(r"(?:src|href|action|data|srcset)=\"(?!#)[^\"]*|@import|url\((?!#)[^)]*", page)
    assert [] == outside


def test_the_same_region_gives_the_same_bytes_wherever_it_is_built(example: Region, tmp_path: Path) -> None:
    for name in ("sources", "tables", "decisions"):
        shutil.copytree(example.folder / name, tmp_path / "woanders" / name)
    shutil.copy(example.folder / "verweisnetz.toml", tmp_path / "woanders")
    other = region.build(tmp_path / "woanders")
    for language in ("de", "en"):
        one, two = (here.report(day=TODAY, language=language) for here in (example, other))
        assert (report_page(one), report_markdown(one)) == (report_page(two), report_markdown(two))


def test_the_hash_seed_decides_nothing(example: Region) -> None:
    told = {
        program("report", str(example.folder), "--day", "2026-11-23", env=environment(PYTHONHASHSEED=seed)).stdout
        for seed in ("1", "2")
    }
    assert 1 == len(told)


def test_a_fixed_day_is_the_day_of_everything(example: Region) -> None:
    early, late = example.report(day=date(2026, 11, 23)), example.report(day=date(2027, 4, 1))
    assert early.short[3].text != late.short[3].text
    assert "01.04.2027" in report_markdown(late)


def test_what_changed_is_told_with_the_cell_it_stood_in(changed: Region) -> None:
    report = changed.report(day=TODAY, since=changed.generation_before().id[:10])
    text = report_markdown(report)
    assert "gegenüber" in report.short[0].text
    assert "0 Angaben neu, 1 weggefallen" in report.short[0].text
    assert "### Verweis, weggefallen (1)" in text
    assert "verweise\\_liste.csv!B5" in text


def test_a_day_names_the_state_that_answered_then(changed: Region) -> None:
    assert changed.generation.id == changed.generation_before(date.today().isoformat()).id
    with pytest.raises(QuestionError) as caught:
        changed.report(day=TODAY, since="2001-01-01")
    assert "bis zum 01.01.2001 war noch nichts aufgebaut" in caught.value.de


def test_the_command_writes_a_page_or_markdown_by_ending_or_to_standard_output(example: Region, tmp_path: Path) -> None:
    words = ("report", example.folder, "--day", "2026-11-23")
    for name, begins in (("bericht.html", "<!doctype html>"), ("bericht.md", "# Bericht zum Netzwerk")):
        done = call(*words, "--out", tmp_path / "neu" / name)
        assert 0 == done.exit_code, done.stderr
        assert (tmp_path / "neu" / name).read_text("utf-8").startswith(begins)
    assert call(*words).stdout == (tmp_path / "neu" / "bericht.html").read_text("utf-8")
    assert call(*words, "--format", "md", "--lang", "en").stdout.startswith("# Report on the network")


def test_bad_calls_end_with_one_clear_sentence(example: Region, tmp_path: Path) -> None:
    words = ("report", example.folder)
    refused = call(*words, "--out", tmp_path / "bericht.pdf")
    assert (3, "als .html oder .md geschrieben") == (
        refused.exit_code,
        refused.stderr.split("wird ")[-1].strip().rstrip("."),
    )
    unknown = call(*words, "--since", "nie-gesehen")
    assert 2 == unknown.exit_code
    assert "„nie-gesehen“ ist keine aufgehobene Fassung" in unknown.stderr
    assert 4 == call("report", tmp_path).exit_code or 3 == call("report", tmp_path).exit_code


def test_a_place_where_nothing_can_be_written_is_named(example: Region, tmp_path: Path) -> None:
    (tmp_path / "belegt").write_text("x", "utf-8")
    with pytest.raises(RegionError, match="belegt"):
        write_report(example.report(day=TODAY), tmp_path / "belegt" / "bericht.html")
