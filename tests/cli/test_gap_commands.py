"""``gaps``, ``coverage``, ``whatif`` and ``closings`` on the example region: schemas, formats, words, bad input."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from queries.published import schema
from tests.cli.calling import call
from tests.queries.schemas import assert_valid

DAY = ("--day", "2026-11-21")
GONE = ("--remove-actor", "Akademie Ennepebogen gGmbH (fiktiv)")
CALLS = {
    "coverage": DAY,
    "rollup": (*DAY, "--by", "region"),
    "gaps": DAY,
    "whatif": (*DAY, *GONE),
    "closings": (*DAY, "-k", "3"),
}


@pytest.mark.parametrize("name", CALLS)
def test_the_schema_is_printed_without_a_region_and_the_answer_keeps_to_it(name: str, built: Path) -> None:
    done = call(name, "--schema")
    assert (0, schema(name)) == (done.exit_code, json.loads(done.stdout))
    found = call(name, "-C", built, *CALLS[name], "--format", "json")
    assert_valid(name, json.loads(found.stdout))


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("format_", ["table", "csv", "md"])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_format_and_language_says_something(name: str, format_: str, lang: str, built: Path) -> None:
    done = call(name, "-C", built, *CALLS[name], "--format", format_, "--lang", lang)
    assert 0 == done.exit_code
    assert done.stdout.strip()


@pytest.fixture(scope="module")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("strittig")
    (folder / "tables").mkdir()
    (folder / "verweisnetz.toml").write_text('[region]\nname = "Strittig"\n', encoding="utf-8")
    rows = "audience;theme;region;kind\nFrauen;Sprache;Hagen;Bedarf\nFrauen;Sprache;Hagen;kein Bedarf\n"
    (folder / "tables" / "needs.csv").write_text(rows, encoding="utf-8")
    assert 0 == call("build", folder).exit_code
    return folder


@pytest.mark.parametrize(("lang", "said"), [("de", "ist widersprüchlich: ja sagt"), ("en", "is contradicted:")])
def test_a_need_that_is_contradicted_stands_in_every_format_and_report(disputed: Path, lang: str, said: str) -> None:
    done = call("gaps", "-C", disputed, "--lang", lang, "--fail-on", "A")
    assert 0 == done.exit_code
    assert said in " ".join(done.stdout.split())
    for format_ in ("csv", "md"):
        assert said in call("gaps", "-C", disputed, "--lang", lang, "--format", format_).stdout
    found = json.loads(call("gaps", "-C", disputed, "--format", "json").stdout)
    assert_valid("gaps", found)
    assert ([], 1) == (found["gaps"], len(found["need_contradicted"]))
    assert ["contradicted"] == [cell["need"] for cell in answered("coverage", disputed)["cells"]]
    assert ["Frauen · Sprache · Hagen · needed"] == [one["what"] for one in answered("hygiene", disputed)["findings"]]
    for suffix in ("html", "md"):
        out = disputed / f"{lang}.{suffix}"
        assert 0 == call("report", disputed, "--out", out, "--lang", lang).exit_code
        assert said in out.read_text(encoding="utf-8")


def answered(name: str, folder: Path) -> Any:
    return json.loads(call(name, "-C", folder, "--format", "json").stdout)


def test_a_file_and_options_change_together(built: Path, tmp_path: Path) -> None:
    file = tmp_path / "vorhaben.csv"
    file.write_text("change;actor;on\nende;Minijob plus (fiktiv);2026-12-31\n", encoding="utf-8-sig")
    found = call("whatif", "-C", built, *DAY, *GONE, "--file", file, "--format", "json")
    steps = [step["text"]["de"] for step in json.loads(found.stdout)["steps"]]
    assert ["Minijob plus (fiktiv) endet am 31.12.2026", "Akademie Ennepebogen gGmbH (fiktiv) fällt weg"] == steps


def test_a_project_that_goes_on_closes_its_gap(built: Path) -> None:
    done = call("whatif", "-C", built, *DAY, "--end", "Minijob plus (fiktiv): 2028-12-31", "--lang", "de")
    assert "Geschlossene Lücken:\n  F  Geringfügig Beschäftigte unter 35" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "nichts geändert"),
        (("--remove-actor", "Akademie Ennepebogn gGmbH"), "Akademie Ennepebogen"),
        (("--add-referral", "A nach B"), "Stelle -> Stelle"),
        (("--end", "Minijob plus (fiktiv): bald"), "31.12.2026"),
    ],
)
def test_what_cannot_be_changed_is_said_in_one_message(words: tuple[str, ...], said: str, built: Path) -> None:
    done = call("whatif", "-C", built, *words, "--lang", "de")
    assert (2, "") == (done.exit_code, done.stdout)
    assert said in done.stderr


def test_a_file_that_is_no_text_is_refused(built: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b'[[remove]]\nactor = "\xff"\n')
    done = call("whatif", "-C", built, "--file", file, "--lang", "en")
    assert "not UTF-8" in done.stderr


def test_a_table_of_changes_is_read_as_german_excel_writes_it(built: Path, tmp_path: Path) -> None:
    file = tmp_path / "änderung.csv"
    file.write_bytes("Änderung;Stelle;am\nendet;Minijob plus;31.12.2027\n".encode("cp1252"))
    done = call("whatif", "-C", built, *DAY, "--file", file, "--lang", "de")
    assert (0, "Minijob plus endet am 31.12.2027") == (done.exit_code, done.stdout.splitlines()[0])


def test_groups_that_need_somebody_to_go_along_are_the_regions_own(copy: Path) -> None:
    def colds() -> list[str]:
        found = json.loads(call("gaps", "-C", copy, *DAY, "--kind", "C", "--format", "json").stdout)
        return [gap["reason"] for gap in found["gaps"]]

    config = copy / "verweisnetz.toml"
    before = colds()
    config.write_text(config.read_text("utf-8") + '\n[gaps]\naccompanied = ["Geflüchtete", "Beschäftigte"]\n', "utf-8")
    assert {"information_only"} == set(colds()) - set(before)
    config.write_text(config.read_text("utf-8").replace("Beschäftigte", "Marsmenschen"), "utf-8")
    done = call("gaps", "-C", copy, *DAY, "--lang", "de")
    assert 2 == done.exit_code
    assert "Marsmenschen" in done.stderr


def test_the_accepted_gap_that_is_overdue_is_open_again(built: Path) -> None:
    found = json.loads(call("gaps", "-C", built, *DAY, "--kind", "E", "--format", "json").stdout)
    (gap,) = (gap for gap in found["gaps"] if gap["reason"] == "outside")
    assert gap["acceptance"]["overdue"]


def test_an_accepted_gap_says_by_whom_until_when_and_an_overdue_one_that_it_is_due(built: Path) -> None:
    told = " ".join(call("gaps", "-C", built, *DAY, "--lang", "de").stdout.split())
    assert "hingenommen von Beirat Fachkräftesicherung & Beschäftigungsfähigkeit bis 30.06.2027: Bedarf" in told
    assert "offen; war hingenommen von Taskforce Digitalisierung bis 30.09.2026, neu zu entscheiden" in told


@pytest.mark.parametrize("format_", ["csv", "md"])
def test_other_formats_hold_what_is_accepted_and_what_is_a_question_too(format_: str, built: Path) -> None:
    told = call("gaps", "-C", built, *DAY, "--format", format_, "--lang", "en").stdout
    assert [] == [words for words in ("accepted by Beirat", "No agreed way", "End unknown") if words not in told]


def test_kinds_are_asked_for_in_either_case_and_the_table_names_them_as_one_may_ask(built: Path) -> None:
    told = call("gaps", "-C", built, *DAY, "--kind", "a1", "--lang", "en").stdout
    assert {"A1"} == {line.split()[0] for line in told.splitlines() if line[:1].isupper()}
    refused = call("gaps", "-C", built, "--kind", "h")
    assert 2 == refused.exit_code
    assert "A · A1 · A2 · B · C" in refused.stderr


@pytest.mark.parametrize("format_", ["table", "md"])
def test_the_choice_of_closings_says_its_bound_and_leaves_accepted_gaps_alone(format_: str, built: Path) -> None:
    told = call("closings", "-C", built, *DAY, "--format", format_, "--lang", "en").stdout
    assert "% are guaranteed)" in told
    assert "people with disabilities" not in told
