"""How answers are printed: csv that no spreadsheet runs and the loaders read back, markdown and tables that hold."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.limits import Limits
from loaders.readers.csv import grid_of, unguarded
from verweisnetz.cli import output
from verweisnetz.cli.output import print_rows, table
from verweisnetz.cli.saying import tame

RISKY = ("=1+1", "+49 221", "-5 Plätze", "+49221471", "@SUM(A1)", "\tx", "'=x", "''=x", '=HYPERLINK("http://x")')


def printed(rows: list[dict[str, Any]], format_: str, capsys: pytest.CaptureFixture[str], data: Any = None) -> str:
    print_rows(rows, format_, data)
    return capsys.readouterr().out


@pytest.mark.parametrize("text", RISKY)
def test_csv_keeps_a_spreadsheet_from_running_a_text(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = printed([{"a": text}], "csv", capsys)
    (_, (cell,)) = csv.reader(io.StringIO(out.removeprefix("\ufeff")), delimiter=";")
    assert cell == "'" + text
    assert text == unguarded(cell)


@given(st.text())
def test_the_prefix_of_csv_is_reversible_for_every_text(text: str) -> None:
    assert text == unguarded(output._harmless(text))


def test_csv_is_read_back_by_our_own_reader(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"Wer": "Jobcenter; Hagen", "Was": text} for text in ("Ä", 'sagt "ja"', "'s Heim", *RISKY[:4])]
    grid = grid_of(printed(rows, "csv", capsys).encode("utf-8"), Limits())
    assert ["Wer", "Was"] == [grid.text(1, 1), grid.text(1, 2)]
    assert [row["Was"] for row in rows] == [grid.text(row, 2) for row in range(2, len(rows) + 2)]


@pytest.mark.parametrize("difference", ["+3", "-0,6", "-12.25"])
def test_csv_leaves_a_difference_a_number(difference: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"\ufeffGewicht\n{difference}\n" == printed([{"Gewicht": difference}], "csv", capsys)


def test_csv_without_a_row_still_has_its_headings(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([], "csv", None, "nichts", ["Befund", "Wer"])
    assert "\ufeffBefund;Wer\n" == capsys.readouterr().out


def test_csv_has_the_mark_that_makes_excel_read_umlauts_and_semicolons(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\ufeffMaß;Zahl\nGröße;-5\n" == printed([{"Maß": "Größe", "Zahl": -5}], "csv", capsys)


def test_json_prints_the_whole_answer_with_umlauts_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed([{"a": 1}], "json", capsys, {"für": ["Ältere"]})
    assert {"für": ["Ältere"]} == json.loads(out)
    assert "Ältere" in out


def test_markdown_cells_stay_cells(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed([{"a|b": "x|y\nz", "c": "a\\"}, {"a|b": None, "c": "<script>"}], "md", capsys)
    expected = ["| a\\|b | c |", "| --- | --- |", "| x\\|y z | a\\\\ |", "|  | &lt;script> |"]
    assert expected == out.splitlines()


@pytest.mark.parametrize(("format_", "expected"), [("table", "nichts\n"), ("md", "nichts\n"), ("csv", "\ufeff")])
def test_nothing_is_printed_as_nothing(format_: str, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([], format_, [], "nichts")
    assert expected == capsys.readouterr().out


def test_a_table_fits_the_terminal_and_loses_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    words = [f"Wort{number}" for number in range(60)]
    text = table([{"Stelle": "Jobcenter", "Was dort angeboten wird": " ".join(words), "Zahl": 7}])
    assert max(map(len, text.splitlines())) <= 80
    assert sorted(words) == sorted(word for word in text.split() if word.startswith("Wort"))


def test_columns_are_aligned_for_letters_of_two_code_points() -> None:
    lines = table([{"a": "Übung", "b": "x"}, {"a": "U\u0308bung", "b": "y"}]).splitlines()
    places = [len(line.replace("\u0308", "")) for line in lines[2:]]
    assert places[0] == places[1]


def test_lists_and_lines_are_shown_whole() -> None:
    text = table([{"a": ["eins", "zwei"], "b": "oben\nunten"}])
    assert ["eins; zwei  oben", "            unten"] == text.splitlines()[2:]


def test_what_stands_in_a_file_does_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = {"a": "VHS \x1b]0;pwned\x07 \x9b2J \u202eolleh"}
    for format_ in ("table", "md"):
        out = printed([hostile], format_, capsys)
        assert not set("\x1b\x07\x9b\u202e") & set(out)
        assert "VHS \ufffd]0;pwned" in out
    assert "\x1b" not in printed([], "json", capsys, hostile)


@given(st.text())
def test_taming_a_text_keeps_lines_tabs_and_every_letter(text: str) -> None:
    tamed = tame(text)
    assert len(text) == len(tamed)
    assert all(new in (old, "\ufffd") for old, new in zip(text, tamed, strict=True))
    assert all(old == new for old, new in zip(text, tamed, strict=True) if old.isprintable() or old in "\n\t")
