"""A matrix rewritten into the template says the same, leaves nothing out, and is harmless."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.statement import Statement, unite
from loaders.dispatch import read_matrix
from loaders.gate import read
from loaders.grid import Grid
from loaders.prose.nature import nature
from loaders.template import read as read_template
from ontology.errors import LoadError, RegionError
from tests.loaders.matrix.other_hand.library import PAPERS, write
from tests.verweisnetz.workbook.saying import SOURCE, statements
from verweisnetz import region
from verweisnetz.scaffold import unpack_example
from verweisnetz.workbook import normalise
from verweisnetz.workbook.book import grids
from verweisnetz.workbook.placing import place
from verweisnetz.workbook.workbook import content

FIXTURES = Path(__file__).parents[2] / "fixtures" / "matrix"
OPEN_SET = sorted(path for path in FIXTURES.glob("o*.*") if path.suffix in {".xlsx", ".csv", ".ods"})[:10]


def meaning(said: Iterable[Statement]) -> set[tuple[object, ...]]:
    """Return what statements say, wherever they stand: everything but evidence, raw text and method."""
    return {
        (one.subject, one.predicate, one.object, one.polarity, one.modality, one.conditions, one.details, one.last_verified)
        for one in unite(said)
    }  # fmt: skip


def check(path: Path, out: Path, language: str = "de") -> None:
    """Rewrite a file; what is read from the result is what was read from the file, cell by open cell."""
    result = normalise(path, out, language=language)
    before, after = read_matrix(read(path), SOURCE), read_matrix(read(out), SOURCE)
    assert meaning(before.statements) == meaning(after.statements)
    assert 0 == result.left
    assert after.ledger.balanced
    assert before.ledger.reported == after.ledger.reported == result.rows["open"]


@pytest.mark.parametrize("path", OPEN_SET, ids=lambda path: path.stem)
def test_the_open_set_says_the_same_when_rewritten(path: Path, tmp_path: Path) -> None:
    check(path, tmp_path / "neu.xlsx")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("other_hand")
    write(folder, 7)
    return sorted(path for path in folder.iterdir() if path.suffix != ".json")


@pytest.mark.parametrize("number", range(len(PAPERS)))
def test_the_matrices_of_the_other_hand_say_the_same_when_rewritten(
    papers: list[Path], number: int, tmp_path: Path
) -> None:  # fmt: skip
    check(papers[number], tmp_path / "neu.xlsx", ("de", "en")[number % 2])


@settings(max_examples=60)
@given(st.lists(statements(), max_size=8), st.sampled_from(["de", "en"]))
def test_whatever_may_be_said_comes_back_from_the_rows(said: list[Statement], language: str) -> None:
    placed = place(unite(said), language)
    found = read_template(grids(placed.book, language), SOURCE)
    assert () == placed.left
    assert meaning(said) == meaning(found.statements)
    assert (0, True) == (found.ledger.reported, found.ledger.balanced)


@settings(max_examples=6)
@given(st.lists(statements(), min_size=10, max_size=40))
def test_whatever_may_be_said_comes_back_from_the_file(
    tmp_path_factory: pytest.TempPathFactory, said: list[Statement]
) -> None:
    path = tmp_path_factory.mktemp("datei") / "neu.xlsx"
    path.write_bytes(content(place(unite(said), "de").book, "de"))
    assert meaning(said) == meaning(read_template(read(path), SOURCE).statements)


def test_a_region_of_rewritten_files_answers_the_same(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "region"
    unpack_example(folder)
    tables = [path for path in sorted((folder / "sources").iterdir()) if nature(path) == "table"]
    for path in tables:
        out = path.with_suffix(".xlsx")
        normalise(path, tmp_path / "neu.xlsx", force=True)
        path.unlink()
        out.write_bytes((tmp_path / "neu.xlsx").read_bytes())
    rules = folder / "verweisnetz.toml"
    rules.write_text(rules.read_text(encoding="utf-8").replace('.csv"', '.xlsx"'), encoding="utf-8")
    before, after = region.open(built), region.build(folder)
    for table in ("actor", "offer", "provision", "referral", "contact", "need", "door", "membership"):
        assert (table, len(before.view.table(table))) == (table, len(after.view.table(table)))
    old, new = (without_evidence(one.gaps().to_dict()) for one in (before, after))
    assert old == new
    assert old


def without_evidence(said: object) -> object:
    """Return an answer without the cells it stands on."""
    if isinstance(said, dict):
        return {name: without_evidence(value) for name, value in said.items() if name not in {"evidence", "cells"}}
    return [without_evidence(value) for value in said] if isinstance(said, list) else said


def cells(path: Path, sheet: str) -> list[list[str]]:
    """Return the rows of a sheet below its header."""
    grid = next(grid for grid in read(path) if grid.name == sheet)
    last = max(column for _, column in grid.cells)
    return [[grid.text(row, column) for column in range(1, last + 1)] for row in range(4, grid.bounds()[2] + 1)]


def test_every_row_names_the_cells_it_comes_from(tmp_path: Path) -> None:
    normalise(FIXTURES / "o01_einfach.xlsx", tmp_path / "neu.xlsx")
    source = {grid.name: grid for grid in read(FIXTURES / "o01_einfach.xlsx")}
    for row in cells(tmp_path / "neu.xlsx", "Akteure"):
        sheet, _, ref = row[-1].split(",")[0].rpartition("!")
        assert row[0] == text_at(source[sheet], ref)


def text_at(grid: Grid, ref: str) -> str:
    from loaders.readers.xlsx_sheet import place

    return grid.text(*place(ref))


def test_a_cell_without_an_answer_stands_with_reason_and_advice(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Einrichtung;Coaching;Bildungsberatung\nVHS Olpe;x;?\nJobcenter Olpe;in Klärung;x\n", encoding="utf-8"
    )
    normalise(path, tmp_path / "neu.xlsx")
    rows = cells(tmp_path / "neu.xlsx", "Nicht zugeordnet")
    assert [["C2", "VHS Olpe · Bildungsberatung", "?"], ["B3", "Jobcenter Olpe · Coaching", "in Klärung"]] == [
        row[:3] for row in rows
    ]
    assert {("»?« lässt die Antwort offen.", "Beim Partner")} == {(row[3], row[4][:12]) for row in rows[:1]}


def test_what_stayed_open_keeps_its_place_when_rewritten_again(tmp_path: Path) -> None:
    normalise(FIXTURES / "o03_marken.xlsx", tmp_path / "1.xlsx")
    check(tmp_path / "1.xlsx", tmp_path / "2.xlsx")
    once, twice = (cells(tmp_path / name, "Nicht zugeordnet") for name in ("1.xlsx", "2.xlsx"))
    assert [row[:4] for row in once] == [row[:4] for row in twice]
    assert once


def test_texts_are_never_formulas_nor_links(tmp_path: Path) -> None:
    path = tmp_path / "boese.csv"
    path.write_text(
        "Einrichtung;Angebot;Bemerkung;Internetseite\n=1+1;@SUMME;\"+cmd|' /C calc'!A0\";https://www.example.org\n"
        "-2+3;=HYPERLINK(1);x;javascript:alert(1)\n",
        encoding="utf-8",
    )
    normalise(path, tmp_path / "neu.xlsx")
    with zipfile.ZipFile(tmp_path / "neu.xlsx") as archive:
        sheets = [archive.read(name).decode("utf-8") for name in archive.namelist() if "worksheets/" in name]
        strings = archive.read("xl/sharedStrings.xml").decode("utf-8")
    assert not [sheet for sheet in sheets if "<f>" in sheet or "<hyperlink" in sheet]
    assert "=1+1" in strings
    assert "@SUMME" in strings
    check(path, tmp_path / "neu2.xlsx")


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("1.xlsx", "2.xlsx"):
        normalise(FIXTURES / "o09_verbundene_zellen.ods", tmp_path / name)
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()


def test_the_original_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes((FIXTURES / "o01_einfach.xlsx").read_bytes())
    with pytest.raises(RegionError, match="the file that is read"):
        normalise(path, path, force=True)
    assert (FIXTURES / "o01_einfach.xlsx").read_bytes() == path.read_bytes()


def test_data_of_clients_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Einrichtung;Coaching;Geburtsdatum\nVHS Olpe;x;01.02.1990\n", encoding="utf-8")
    with pytest.raises(LoadError) as refused:
        normalise(path, tmp_path / "neu.xlsx")
    assert ("client_data", False) == (refused.value.code, (tmp_path / "neu.xlsx").exists())


def test_a_profile_says_how_the_original_is_read(tmp_path: Path) -> None:
    path, profile = tmp_path / "a.csv", tmp_path / "a.yaml"
    path.write_text("Wer;Tun\nA;B\nC;D\n", encoding="utf-8")
    profile.write_text(
        'profile: 1\ntables:\n  - sheet: ""\n    header: [1]\n    body: [2, end]\n    columns:\n'
        "      A: {form: stub, role: actor, label: Wer}\n      B: {form: value, role: theme, label: Tun}\n",
        encoding="utf-8",
    )
    result = normalise(path, tmp_path / "neu.xlsx", profile=profile)
    assert [["A", "B"], ["C", "D"]] == [[row[0], row[4]] for row in cells(tmp_path / "neu.xlsx", "Angebote")]
    assert (4, 0) == (result.statements, result.left)


def test_the_counts_add_up(tmp_path: Path) -> None:
    said = normalise(FIXTURES / "o03_marken.xlsx", tmp_path / "neu.xlsx").to_dict()
    assert said["written"] == said["statements"]
    assert said["not_placed"] == said["rows"]["open"] == 4
    assert said["cells"] == read_matrix(read(FIXTURES / "o03_marken.xlsx"), "x").ledger.cells
