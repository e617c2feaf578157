"""Web pages with tables: portal exports and Excel's own, under any ending and in any encoding."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import FrameType

import pytest

from loaders import gate
from loaders.grid import Grid, GridCell, Merge, address
from loaders.limits import Limits
from loaders.matrix import interpret
from loaders.readers.html import grids_of
from loaders.refusal import Refusal
from ontology.errors import LoadError
from tests.loaders.pages import HEAD, page, table

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"
BOOKS = [
    "o01_einfach.xlsx",
    "o02_gruppenkopf.xlsx",
    "o03_marken.xlsx",
    "o06_transponiert.xlsx",
    "o10_wer_macht_was_wo.xlsx",
]


def grids(source: str, charset: str = "utf-8") -> tuple[Grid, ...]:
    return grids_of(source.encode(charset), Limits())


def grid(source: str) -> Grid:
    (found,) = grids(source)
    return found


def texts(source: str) -> dict[str, str]:
    return {address(*place): cell.text for place, cell in grid(source).cells.items()}


def row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}" for cell in cells)


def shown(found: Grid) -> dict[tuple[int, int], GridCell]:
    """What a page can show of a grid's cells: their kinds are a spreadsheet's own."""
    cells = {place: replace(cell, kind="text", formula=False) for place, cell in found.cells.items()}
    return {
        place: replace(cell, text="\n".join(" ".join(line.split()) for line in cell.text.split("\n")))
        for place, cell in cells.items()
        if cell.text or cell.fill or cell.comment or cell.link
    }


@pytest.mark.parametrize(
    "name", [*BOOKS, "o08_farben_kommentare.xlsx", "o09_verbundene_zellen.ods", "o07_blatt_je_region.xlsx"]
)
def test_a_workbook_saved_as_a_web_page_shows_the_same(name: str) -> None:
    book = [found for found in gate.read(FIXTURES / name) if found.cells]
    read = grids(page(book))
    above = 0
    for first, second in zip(book, read, strict=True):
        moved = {(place[0] - above, place[1]): cell for place, cell in shown(second).items()}
        last = first.bounds()[2]
        expected = shown(first)
        assert expected == {place: cell for place, cell in moved.items() if place[0] <= last}
        assert first.merges == tuple(Merge(m.top - above, m.left, m.bottom - above, m.right) for m in second.merges)
        assert first.hidden_columns == second.hidden_columns
        assert first.hidden_rows == {number - above for number in second.hidden_rows}
        above += last


@pytest.mark.parametrize("name", BOOKS)
def test_a_matrix_says_the_same_as_a_web_page(name: str) -> None:
    (book,) = gate.read(FIXTURES / name)
    before = {statement.key for statement in interpret([replace(book, name="")], "a").statements}
    after = {statement.key for statement in interpret(grids(f"{HEAD}{table(book)}"), "a").statements}
    assert before == after


def test_spans_are_merges_and_what_they_cover_is_stepped_over() -> None:
    source = (
        "<table><tr><th rowspan=2>Akteur<th colspan=2>Beratung<th rowspan=3>Ort</tr><tr><td>Einzel<td>Gruppe</tr>"
        + row("VHS", "x", "")
    )
    found = grid(source + row("JC", "", "x", "Olpe") + "</table>")
    assert (Merge(1, 1, 2, 1), Merge(1, 2, 1, 3), Merge(1, 4, 3, 4)) == found.merges
    assert ("Gruppe", "x", "Olpe") == (found.text(2, 3), found.text(3, 2), found.text(4, 4))


def test_white_space_is_what_a_browser_shows_and_breaks_are_lines() -> None:
    source = "<table><tr><td>  VHS\n   Siegen<td>Ring&nbsp;1<br>57072\n Siegen<td><p>a</p>\n<p>b</p><td><ul><li>c<li>d</ul></table>"
    assert {"A1": "VHS Siegen", "B1": "Ring\xa01\n57072 Siegen", "C1": "a\nb", "D1": "c\nd"} == texts(source)


def test_styles_count_wherever_they_stand() -> None:
    source = """<style>td.ja {background: #92d050} /* .x{display:none} */ .weg{display:none;} .f{font-family:"Wingdings";}</style>
    <table><tr><td class="ja">&nbsp;<td style="background-color: rgb(255, 0,0)">a<td bgcolor=lightgreen>b<td bgcolor="#fff">c
    <tr style="background:gold"><td>d<td style='text-decoration : line-through'>e<td class=f>&#252;<td><del>f</del> g
    <tr class=weg><td>h<tr hidden><td>i</table>"""
    found = grid(source)
    assert ["92D050", "FF0000", "90EE90", ""] == [found.cells[1, column].fill for column in (1, 2, 3, 4)]
    assert ("FFD700", True, False) == (found.cells[2, 1].fill, found.cells[2, 2].strike, found.cells[2, 4].strike)
    assert ("ü", "Wingdings") == (found.text(2, 3), found.cells[2, 3].font)
    assert {3, 4} == found.hidden_rows


def test_links_titles_boxes_and_pictures_speak() -> None:
    source = """<table><tr><td><a href="mailto:vhs@example.org">Mail</a> <a href="https://example.org">Netz</a>
    <td title="nur donnerstags">x<td><input type=checkbox checked><input type="checkbox"><td><img src=h.png alt=ja><td><a href="#oben">a</a>"""
    found = grid(source)
    assert ("Mail Netz\nhttps://example.org", "mailto:vhs@example.org") == (found.text(1, 1), found.cells[1, 1].link)
    assert ("nur donnerstags", "☑☐", "ja", "") == (
        found.cells[1, 2].comment, found.text(1, 3), found.text(1, 4), found.cells[1, 5].link
    )  # fmt: skip


def test_numbers_stay_as_they_are_written_and_errors_are_errors() -> None:
    found = grid("<table>" + row("0,4", "01.02.2025", "1.234,50 €", "#N/A", "#BEZUG!"))
    assert ["0,4", "01.02.2025", "1.234,50 €", "#NV", "#BEZUG!"] == [cell.text for cell in found.cells.values()]
    assert ["error", "error"] == [cell.kind for cell in found.cells.values()][3:]


def test_a_table_that_lays_out_the_page_is_not_one() -> None:
    inner = "<table>" + row("Akteur", "Beratung") + row("VHS", "x") + row("JC", "x") + "</table>"
    source = f"<table><tr><td>Menü</td></tr><tr><td>{inner}</td></tr><tr><td>x = Angebot</td></tr></table>"
    assert {
        "A1": "Akteur",
        "B1": "Beratung",
        "A2": "VHS",
        "B2": "x",
        "A3": "JC",
        "B3": "x",
        "A5": "Menü",
        "A6": "x = Angebot",
    } == texts(source)


def test_a_small_table_within_a_cell_is_lines_of_that_cell() -> None:
    inner = "<table><tr><td>Tel.<td>0221 4710-1<tr><td>Mail<td>vhs@example.org</table>"
    source = (
        "<table>"
        + row("Akteur", "Kontakt", "Ort", "Art")
        + row("VHS", f"Team{inner}", "Siegen", "VHS")
        + row("JC", "", "Olpe", "JC")
    )
    assert "Team\nTel. 0221 4710-1\nMail vhs@example.org" == texts(source)["B2"]


def test_several_tables_are_sheets_named_by_their_headings_and_rows_count_through() -> None:
    first = "<table>" + row("Akteur", "Kurs") + row("VHS", "x") + "</table>"
    source = f"<h1>Kreis Olpe</h1><p>Stand: Mai</p>{first}<h2>Kreis Soest</h2>{first}<p>x = ja</p><table><caption>Kreis Olpe</caption>{row('a', 'b')}{row('c', 'd')}</table>"
    found = grids(source)
    assert ["Kreis Olpe", "Kreis Soest", "Kreis Olpe (3)"] == [each.name for each in found]
    assert ["VHS", "VHS", "c"] == [each.text(number, 1) for each, number in zip(found, (2, 4, 6), strict=True)]
    assert ["Kreis Olpe", "Stand: Mai", "Kreis Soest", "x = ja"] == [
        cell.text for each in found for (number, _), cell in each.cells.items() if number > 7
    ][:4]


def test_a_title_in_a_table_of_its_own_goes_with_the_table_below() -> None:
    source = (
        "<table><tr><td colspan=2>Angebote für Frauen</table><table>"
        + row("Akteur", "Kurs")
        + row("VHS", "x")
        + "</table>"
    )
    assert {"A1": "Angebote für Frauen", "A2": "Akteur", "B2": "Kurs", "A3": "VHS", "B3": "x"} == texts(source)


@pytest.mark.parametrize(
    ("charset", "declared"),
    [("utf-8", ""), ("utf-8-sig", "windows-1252"), ("cp1252", "windows-1252"), ("cp1252", "iso-8859-1"), ("utf-16", "utf-16"), ("cp1252", ""), ("cp1252", "utf-8"), ("utf-16-le", "")],
)  # fmt: skip
def test_the_encoding_is_the_one_that_fits(tmp_path: Path, charset: str, declared: str) -> None:
    path = tmp_path / "export.xls"
    path.write_bytes(
        (HEAD.format(charset=declared) + "<table>" + row("Köln", "für 5 €") + row("Straße", "–")).encode(charset)
    )
    (found,) = gate.read(path)
    assert ["Köln", "für 5 €", "Straße", "–"] == [cell.text for cell in found.cells.values()]
    said = [json.loads(line)["params"]["encoding"] for line in found.notes]
    assert ([charset] if declared in ("", "utf-8") and not charset.startswith("utf-8") else []) == said


@pytest.mark.parametrize(
    "start",
    [
        "<table>",
        "<!DOCTYPE html>\n<html><table>",
        "<!-- export -->\n<TABLE>",
        "<div><table>",
        "<meta charset=utf-8><table>",
        "<?xml version='1.0'?><html><table>",
    ],
)
def test_a_page_is_known_by_its_first_tags_whatever_the_ending(tmp_path: Path, start: str) -> None:
    path = tmp_path / "export.csv"
    path.write_text(start + row("Akteur", "Kurs") + row("VHS", "x"), encoding="utf-8")
    assert "VHS" == gate.read(path)[0].text(2, 1)


def test_a_page_without_a_table_says_what_it_may_be(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_text("<html><body><form>Bitte anmelden <input name=user></form></body></html>", encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        gate.read(path)
    assert "not_a_table" == caught.value.code
    assert "Anmelde" in caught.value.de


def test_broken_markup_loses_no_word() -> None:
    assert {"A1": "a", "B1": "1 < 2 & 3", "A2": "b <x"} == texts("<table><tr><td>a<td>1 < 2 & 3</tr></td><tr><td>b <x")
    assert {"A1": "a", "B1": "O'Neil"} == texts("<table><tr><td title=O'Neil>a<td>O'Neil</table>")


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 200_000, "<table><tr><td>" * 100_000 + "x", "<a='" * 200_000 + ">", '<a="' * 200_001 + "><b>", "<!--" * 300_000,
        "<" * 1_000_000 + ">", "<td " + "a=b " * 500_000 + ">", "<table><tr>" + "<td rowspan=60000>x" * 900 + "<tr><td>" * 100_000,
        "<b>" * 300_000 + "x", "<style>" + "/*" * 300_000 + "</style>", "<table><tr><td>" + "&amp" * 500_000, "<script>" * 100_000,
        "<table><tr>" + "<td colspan=99999999>x" * 50_000, "<table>" + "<tr>" * 600_000, "<table>" + "<col span=999999>" * 50_000,
    ],
)  # fmt: skip
def test_a_page_costs_work_only_by_its_length(source: str) -> None:
    calls = 0

    def count(frame: FrameType, event: str, what: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        with suppress(Refusal):
            grids(source)
    finally:
        sys.setprofile(None)
    assert calls <= 4 * len(source) + 1_000


MATRIX = "<table>" + row("Akteur", "Beratung", "Kurse") + row("VHS", "A", "N") + row("JC", "N", "A") + "</table>"


def test_a_small_key_to_the_signs_stays_with_its_table_and_lines_at_the_end_are_for_all() -> None:
    key = "<table>" + row("A", "Angebot vorhanden") + row("N", "nicht vorhanden") + "</table>"
    assert {"A5": "A", "B5": "Angebot vorhanden", "A6": "N", "B6": "nicht vorhanden"} == {
        place: text for place, text in texts(MATRIX + key).items() if place[1] in "456"
    }
    lines = "<p>A = Angebot vorhanden</p><p>N = nicht vorhanden</p>"
    found = grids(f"<h2>Kreis Olpe</h2>{MATRIX}<h2>Kreis Soest</h2>{MATRIX}{lines}")
    assert ["Kreis Olpe", "Kreis Soest", "Legende"] == [each.name for each in found]
    meanings = {
        dict(said.details).get("meaning") for said in interpret(found, "a").statements if said.predicate == "offers"
    }
    assert {"Angebot vorhanden", None} == meanings
