"""``figures``, ``hygiene``, ``contacts``, ``horizon`` and ``diff`` as their users call them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from queries.published import schema
from tests.cli.calling import call, environment, program
from tests.queries.schemas import assert_valid
from verweisnetz import region

DAY = ("--day", "2026-11-23")
QUESTIONS: dict[str, tuple[str, ...]] = {
    "figures": DAY,
    "hygiene": DAY,
    "contacts": (),
    "horizon": DAY,
    "maturity": DAY,
}


@pytest.fixture
def changed(copy: Path) -> Path:
    """Return a region whose second generation lacks one referral."""
    path = copy / "sources" / "verweise_liste.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:4] + lines[5:]), "utf-8")
    region.build(copy)
    return copy


@pytest.mark.parametrize("name", QUESTIONS)
def test_json_is_what_the_schema_says_and_csv_and_markdown_have_its_headings(name: str, built: Path) -> None:
    words = (name, *QUESTIONS[name], "-C", built)
    done = call(*words, "--format", "json")
    assert 0 == done.exit_code, done.stderr
    assert_valid(name, json.loads(done.stdout))
    rows = list(csv.reader(io.StringIO(call(*words, "--format", "csv").stdout.lstrip("\ufeff")), delimiter=";"))
    assert len(rows) > 1
    assert call(*words, "--format", "md").stdout.startswith("| " + " | ".join(rows[0]))


@pytest.mark.parametrize("name", [*QUESTIONS, "diff"])
def test_the_schema_is_printed_without_a_region(name: str, tmp_path: Path) -> None:
    done = call(name, "--schema", "-C", tmp_path / "leer")
    assert schema(name) == json.loads(done.stdout)


@pytest.mark.parametrize(("name", "german", "english"), [
    ("figures", "Bindeglied", "Articulation point"),
    ("hygiene", "Einwilligung nötig", "Consent needed"),
    ("contacts", "Telefon", "telephone"),
    ("horizon", "Vorhaben ohne bekanntes Ende", "Projects whose end nobody stated"),
    ("maturity", "bewusst anders gelöst", "deliberately solved otherwise"),
])  # fmt: skip
def test_people_read_it_in_their_language(name: str, german: str, english: str, built: Path) -> None:
    words = (name, *QUESTIONS[name], "-C", built)
    assert german in call(*words, "--lang", "de").stdout
    assert english in call(*words, "--lang", "en").stdout


def test_an_answer_is_the_same_whatever_the_hash_seed(built: Path) -> None:
    for name, words in QUESTIONS.items():
        answers = {
            program(name, *words, "-C", str(built), "--format", "json", env=environment(PYTHONHASHSEED=seed)).stdout
            for seed in ("1", "2")
        }
        assert 1 == len(answers), name


def test_a_referral_that_is_gone_is_told_with_the_cell_it_stood_in(changed: Path) -> None:
    done = call("diff", *DAY, "-C", changed)
    assert 0 == done.exit_code, done.stderr
    assert "Verweis, weggefallen (1)" in done.stdout
    assert "verweise_liste.csv!B5" in done.stdout
    assert_valid("diff", json.loads(call("diff", *DAY, "-C", changed, "--format", "json").stdout))


def test_two_regions_are_compared_by_name(changed: Path, built: Path) -> None:
    done = call("diff", "--region", built, *DAY, "-C", changed, "--format", "json")
    told = json.loads(done.stdout)
    assert ("Musterregion Lenne-Ruhr", 1) == (
        told["before"],
        len([one for one in told["changes"] if one["how"] == "gone"]),
    )


def test_without_an_earlier_generation_the_program_says_so(built: Path) -> None:
    done = call("diff", "-C", built)
    assert 2 == done.exit_code
    assert "noch keine frühere Fassung" in done.stderr


def test_a_generation_nobody_kept_is_answered_with_those_that_are(built: Path) -> None:
    done = call("diff", "-C", built, "abcdef")
    assert (2, "") == (done.exit_code, done.stdout)
    assert "„abcdef“ ist keine aufgehobene Fassung\n  zur Auswahl: " in done.stderr
    assert date.today().strftime("%Y-") in done.stderr


def test_a_named_generation_is_compared_with_by_its_name(copy: Path) -> None:
    assert 0 == call("build", copy, "--tag", "Beirat Herbst").exit_code
    done = call("diff", "-C", copy, "Beirat Herbst", *DAY)
    assert (0, "") == (done.exit_code, done.stderr)


@pytest.mark.parametrize("command", ["gaps", "horizon", "contacts", "hygiene", "figures", "maturity", "coverage"])
def test_a_day_is_written_as_germans_write_it_too(command: str, built: Path) -> None:
    words = (command, "-C", built, "--format", "json", "--day")
    one, other = call(*words, "23.11.2026"), call(*words, "2026-11-23")
    assert (0, one.stdout) == (one.exit_code, other.stdout)
    assert "2026-11-23" == json.loads(one.stdout)["day"]


def test_what_is_no_day_is_refused_in_the_readers_language(built: Path) -> None:
    done = call("horizon", "-C", built, "--day", "2026", "--lang", "de")
    assert (2, True) == (
        done.exit_code,
        "„2026“ ist kein Datum; so schreiben: 2026-11-23 oder 23.11.2026" in done.stderr,
    )


def test_a_diff_is_with_a_generation_or_with_a_region_never_with_both(built: Path) -> None:
    done = call("diff", "-C", built, "--region", built, "abcdef")
    assert 2 == done.exit_code
    assert "entweder mit einer Fassung" in done.stderr


def test_a_region_with_one_matrix_and_nothing_else_is_answered_too(one_matrix: Path) -> None:
    region.build(one_matrix)
    for name, words in QUESTIONS.items():
        assert 0 == call(name, *words, "-C", one_matrix).exit_code, name


def test_a_screen_shows_the_first_of_each_kind_and_says_how_many_more_there_are(built: Path) -> None:
    words = ("hygiene", *DAY, "-C", built)
    kinds = {finding["kind"] for finding in json.loads(call(*words, "--format", "json").stdout)["findings"]}
    assert len(kinds) > 3
    shown = call(*words, "--limit", "1").stdout
    assert "… und " in shown
    assert "--limit 0" in shown
    whole = call(*words, "--limit", "0").stdout
    assert "--limit" not in whole
    assert len(shown.splitlines()) < len(whole.splitlines())


def test_a_handover_is_named_in_the_language_of_the_reader(built: Path) -> None:
    words = ("hygiene", *DAY, "--kind", "consent_needed", "-C", built)
    assert "appointment made" in call(*words, "--lang", "en").stdout
    assert "Termin" in call(*words, "--lang", "de").stdout
