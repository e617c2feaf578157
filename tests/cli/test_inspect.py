"""``inspect``: people see how a file was read and can write down what is to be different."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from tests.cli.calling import call, environment, program
from verweisnetz.cli.commands import cli
from verweisnetz.inspection.words import SIGNS, words

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"
MARKS = FIXTURES / "o03_marken.xlsx"


def line(text: str, start: str) -> str:
    return next(one for one in text.splitlines() if one.startswith(start))


def width(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def test_the_picture_marks_every_cell_by_a_sign_without_any_colour() -> None:
    out = call("inspect", MARKS).stdout
    assert "\x1b" not in out
    assert "Blatt »Übersicht«" in out
    assert "T Wer berät wen? – Beratungsstellen der Märkischen Region" in line(out, " 1 ")
    assert re.search(r"# Beratungsstelle +≡ Zielgruppen", line(out, " 3 "))
    row = line(out, " 7 ")
    assert row.split("  ")[0].startswith(" 7 › Jobcenter")
    assert "– –" in row
    assert "✓ x (nur" in row
    assert "! ?" in line(out, " 5 ")
    assert "i * nur nach telefonischer Terminvereinbarung" in line(out, "16 ")
    key = line(out, "✓ ")
    assert [] == [sign for name, sign in SIGNS.items() if f"{sign} {words('de')['marks'][name]}" not in key]


def test_colours_are_there_where_a_terminal_can_show_them_and_nobody_forbids_it() -> None:
    runner = CliRunner()
    coloured = runner.invoke(cli, ["inspect", str(MARKS)], color=True)
    plain = runner.invoke(cli, ["inspect", str(MARKS)], color=True, env={"NO_COLOR": "1"})
    assert "\x1b[" in coloured.stdout
    assert "\x1b" not in plain.stdout
    assert plain.stdout == re.sub(r"\x1b\[[\d;]*m", "", coloured.stdout)
    assert "\x1b[37m\x1b[41m\x1b[1m! ?" in coloured.stdout


def test_what_was_found_is_told_in_words_with_reason_and_remedy() -> None:
    out = call("inspect", MARKS).stdout
    assert "Tabelle 1: Blatt »Übersicht« A3:K13" in out
    assert "Zeilen: Stellen (Spalte A »Beratungsstelle«)" in out
    assert "46 mit Aussage · 5 verneint oder leer · 4 gemeldet · 17 Aufbau · 0 verloren" in out
    assert "29 × für Zielgruppe · 10 × bietet an" in out
    assert "! Übersicht!E5: »?« lässt die Antwort offen. [VN2101]" in out
    assert 1 == out.count("→ Beim Partner nachfragen")
    english = call("inspect", MARKS, "--lang", "en").stdout
    assert "! Übersicht!E5: “?” leaves the answer open. [VN2101]" in english
    assert "Rows: actors (column A “Beratungsstelle”)" in english
    assert "46 with a statement · 5 denied or empty · 4 reported · 17 structure · 0 lost" in english


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
@pytest.mark.parametrize("name", ["o02_gruppenkopf.xlsx", "o05_verweismatrix.xlsx", "o06_transponiert.xlsx"])
def test_the_picture_fits_the_terminal(columns: int, name: str) -> None:
    out = call("inspect", FIXTURES / name, environment={"COLUMNS": str(columns)}).stdout
    picture = [one for one in out.split("✓ Aussage")[0].splitlines() if re.match(r" *(\d|\(\d|⋮)|  ", one)]
    assert len(picture) > 10
    assert [] == [one for one in picture if width(one) > columns]
    assert columns > 100 or name != "o02_gruppenkopf.xlsx" or any(re.search(r"…\d+ Spa", one) for one in picture)


def test_long_sheets_are_shortened_in_the_middle_and_rows_0_shows_all(tmp_path: Path) -> None:
    path = tmp_path / "lang.csv"
    rows = [f"VHS {number};x;{'?' if number == 50 else 'x'}" for number in range(100)]
    path.write_text("Einrichtung;Coaching;Beratung\n" + "\n".join(rows) + "\n", encoding="utf-8")
    out = call("inspect", path).stdout
    assert "⋮ 42 Zeilen wie diese (8–49): 126 mit Aussage" in out
    assert "VHS 50" in line(out, " 52 ")
    assert "! ?" in line(out, " 52 ")
    whole = call("inspect", path, "--rows", 0).stdout
    assert "⋮" not in whole
    assert "VHS 30" in line(whole, " 32 ")
    assert 101 == sum(bool(re.match(r" *\d+ [›#]", one)) for one in whole.splitlines())


def test_what_a_file_holds_does_not_steer_the_terminal(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book["Sheet"]
    sheet.append(["Einrichtung", "Coach\u202eing", "a\tb"])
    sheet.append(["VHS \u009b31m Hagen", "x\ny", "?\u2066"])
    book.save(tmp_path / "m.xlsx")
    done = CliRunner().invoke(cli, ["inspect", str(tmp_path / "m.xlsx")], color=True)
    assert 0 == done.exit_code
    assert [] == [char for char in "\u202e\u009b\u2066\t" if char in done.stdout]
    assert "x ⏎ y" in done.stdout


def test_json_tells_tables_parts_and_ledger_with_stable_names() -> None:
    said = json.loads(call("inspect", MARKS, "--format", "json").stdout)
    assert {
        "source", "read_with", "sheets", "tables", "ledger", "statements", "actors", "reported", "cells", "profile",
    } == set(said)  # fmt: skip
    assert {"role": "data", "class": "reported"} == said["cells"]["Übersicht"]["E5"]
    assert {"role": "header", "class": "structure"} == said["cells"]["Übersicht"]["A3"]
    (table,) = said["tables"]
    assert ("A3:K13", False, ["3", "4"], "5") == (table["area"], table["turned"], table["header"], table["first"])
    assert [("A", "actor", "Beratungsstelle")] == [(one["place"], one["role"], one["label"]) for one in table["rows"]]
    assert {"cell": "Übersicht!E5", "code": "VN2101", "value": "?"} == said["reported"][0]
    assert 0 == said["ledger"]["dropped"]
    assert (
        sum(said["ledger"][name] for name in ("statement", "negative", "reported", "structure"))
        == said["ledger"]["cells"]
    )


def test_the_profile_is_written_or_printed_and_does_not_drown_the_picture(tmp_path: Path) -> None:
    done = call("inspect", MARKS, "--write", tmp_path / "neu" / "marken.yaml")
    assert f"→ {tmp_path / 'neu' / 'marken.yaml'}" in done.stderr
    assert "columns:" not in done.stdout
    printed = call("inspect", MARKS, "--format", "yaml").stdout
    assert printed == (tmp_path / "neu" / "marken.yaml").read_text(encoding="utf-8")
    assert "--write" in call("inspect", MARKS).stderr


def test_the_page_is_written_in_the_language_of_the_call(tmp_path: Path) -> None:
    path = tmp_path / "ansicht" / "marken.html"
    assert 0 == call("inspect", MARKS, "--html", path, "--lang", "en").exit_code
    assert '<html lang="en">' in path.read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "datei").touch()
    done = call("inspect", MARKS, "--html", tmp_path / "datei" / "ansicht.html")
    assert 3 == done.exit_code
    assert done.stderr.startswith("verweisnetz: ")


def test_a_wrong_profile_is_named_with_line_and_what_is_expected(tmp_path: Path) -> None:
    profile = tmp_path / "falsch.yaml"
    profile.write_text("tables:\n  - sheet: A\n    closed: vielleicht\n", encoding="utf-8")
    german, english = (call("inspect", MARKS, "--profile", profile, "--lang", one) for one in ("de", "en"))
    assert 3 == german.exit_code
    assert "falsch.yaml!tables[1].closed: Ein Eintrag" in german.stderr
    assert "(Zeile 3). Erwartet wird: true | false." in german.stderr
    assert "(line 3). Expected: true | false." in english.stderr


def test_a_profile_corrected_by_hand_is_used_by_the_build_and_for_next_years_file(copy: Path) -> None:
    """From looking at the file to next year's build, as a person goes."""
    source = copy / "sources" / "verweismatrix_2026.xlsx"
    profile = copy / "profiles" / "verweismatrix_2026.yaml"
    call("inspect", source, "--write", profile)
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("towards: column", "towards: row", 1), encoding="utf-8")
    assert "mit dem Profil »verweismatrix_2026.yaml«" in call("inspect", source).stdout
    shutil.copy(source, copy / "sources" / "Verweise neu (2027).xlsx")
    source.unlink()
    later = call("inspect", copy / "sources" / "Verweise neu (2027).xlsx").stdout
    assert "an der Kopfzeile wiedererkannt" in later
    config = copy / "verweisnetz.toml"
    config.write_text(
        re.sub(r'(?ms)^\[\[source\]\]\npath = "verweismatrix.*?(?=^\[\[|\Z)', "", config.read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    report = json.loads(call("build", copy, "--format", "json").stdout)
    assert "verweismatrix_2026.yaml" == report["ledger"]["Verweise neu (2027).xlsx"]["profile"]
    assert "Verweise neu (2027).xlsx ← verweismatrix_2026.yaml" in call("status", copy).stdout
    state = json.loads(call("status", copy, "--format", "json").stdout)
    assert {"Verweise neu (2027).xlsx": "verweismatrix_2026.yaml"} == state["profiles"]
    assert "verweismatrix_2026.yaml" in call("build", copy, "--issues").stderr


def test_the_program_prints_the_picture_into_pipes_of_any_encoding() -> None:
    done = program("inspect", MARKS, env=environment(PYTHONIOENCODING="cp1252", COLUMNS="100"))
    assert 0 == done.returncode, done.stderr
    assert "✓ Aussage" in done.stdout
    assert "≡ Zielgruppen" in done.stdout
