"""What is known about a reading: tables, parts, sentences, reasons; and what is shown where not all of it fits."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from graph.evidence import Cell
from graph.statement import Literal, Mention, Statement
from loaders.grid import Grid, GridCell, address
from loaders.matrix.roles import CellRole
from ontology.errors import LoadError
from verweisnetz.inspection import Inspection, inspect
from verweisnetz.inspection.excerpt import Gap, first_rows, rows_shown
from verweisnetz.inspection.findings import general, reported
from verweisnetz.inspection.sentences import telling, told
from verweisnetz.inspection.tables import described, headline
from verweisnetz.inspection.words import words

FIXTURES = Path(__file__).parents[2] / "fixtures" / "matrix"
FILES = sorted(path for path in FIXTURES.glob("o*.*") if path.suffix in {".xlsx", ".csv", ".ods"})[:10]


def csv(folder: Path, text: str, name: str = "matrix.csv") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_inspection_tells_of_every_cell_what_the_ledger_counts(path: Path) -> None:
    found = inspect(path)
    counts = {name: sum(cell.found == name for cell in found.cells.values()) for name in words("de")["ledger_words"]}
    assert {name: getattr(found.ledger, name) for name in counts} == counts
    assert 0 == found.ledger.dropped
    assert set(found.reported) <= found.reasons.keys()
    assert {where for where, cell in found.cells.items() if cell.found == "statement"} <= found.said.keys()
    assert json.loads(json.dumps(found.to_dict()))["ledger"]["dropped"] == 0


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_everything_is_told_in_both_languages(path: Path) -> None:
    found = inspect(path)
    for language in ("de", "en"):
        for statement in found.statements:
            assert "{" not in told(statement, language)
        for number, table in enumerate(found.tables, 1):
            assert str(number) in headline(table, number, language)
            assert all(said for _, said in described(table, language))
        assert all(cell.text for finding in reported(found, language) for cell in finding.cells)


def test_both_languages_have_the_same_words() -> None:
    def names(table: object, above: str = "") -> set[str]:
        if not isinstance(table, dict):
            return {above}
        return {name for key, value in table.items() for name in names(value, f"{above}.{key}")}

    assert names(words("de")) == names(words("en"))


@pytest.mark.parametrize(
    ("statement", "de", "en"),
    [
        (
            Statement("m", Mention("VHS Hagen", "Actor"), "offers", Mention("Sprachkurs", "Offer"), (("legal_basis", "SGB II"),),
                      (("note", "nur SGB II"),)),
            "VHS Hagen – bietet an – Sprachkurs (nur SGB II)",
            "VHS Hagen – offers – Sprachkurs (nur SGB II)",
        ),
        (
            Statement("m", Mention("JC", "Actor", "Hagen"), "refersTo", Mention("IHK", "Actor"), (("region", "Olpe"),),
                      (("mode", "warm"), ("tool", "x")), "partly"),
            "JC [Hagen] – verweist an – teilweise: IHK (in Olpe; Übergabe: warm)",
            "JC [Hagen] – refers to – partly: IHK (in Olpe; handover: warm)",
        ),
        (
            Statement("m", Mention("VHS", "Actor"), "offers", Mention("Kurs", "Offer"), (("valid_from", "2026-09-01"),), (), "yes",
                      "planned"),
            "VHS – bietet an – geplant: Kurs (ab 01.09.2026)",
            "VHS – offers – planned: Kurs (from 2026-09-01)",
        ),
        (
            Statement("m", Mention("VHS", "Actor"), "offers", Mention("Kurs", "Offer"), (), (), "no"),
            "VHS – bietet an – nein: Kurs",
            "VHS – offers – no: Kurs",
        ),
        (
            Statement("m", Mention("Beirat", "Board"), "label", Literal("Beirat")),
            "Beirat – ist genannt als Gremium",
            "Beirat – is named as board",
        ),
        (
            Statement("m", Mention("{x}", "Actor"), "other", Literal("{0} %s {value}"), (), (("column", "{y}"),)),
            "{x} – weitere Angabe – {0} %s {value} (Spalte {y})",
            "{x} – other fact – {0} %s {value} (column {y})",
        ),
    ],
)  # fmt: skip
def test_a_statement_is_a_sentence(statement: Statement, de: str, en: str) -> None:
    assert (de, en) == (told(statement, "de"), told(statement, "en"))


def test_that_a_name_is_there_is_told_only_where_nothing_more_is_said() -> None:
    named = Statement("m", Mention("VHS", "Actor"), "label", Literal("VHS"))
    more = Statement("m", Mention("VHS", "Actor"), "remark", Literal("nur dienstags"))
    assert ["VHS – ist genannt als Stelle"] == telling([named], "de")
    assert ["VHS – Bemerkung – nur dienstags"] == telling([named, more, more], "de")


def test_a_table_is_told_in_words() -> None:
    found = inspect(FIXTURES / "o02_gruppenkopf.xlsx")
    assert "Tabelle 1: Blatt »Matrix« A5:P18" == headline(found.tables[0], 1, "de")
    lines = dict(described(found.tables[0], "en"))
    assert "actors (column A “Beratungspartner”)" == lines["Rows"]
    assert "5 target groups, ticked (H–L): Beschäftigte" in lines["Columns"]
    assert "does not count: Summe (P)" in lines["Columns"]


@pytest.mark.parametrize(
    ("name", "words_"),
    [
        ("o05_verweismatrix.xlsx", "Die Zeile verweist an die Spalte."),
        ("o06_transponiert.xlsx", "Spalten: Stellen (Zeile 2 »Merkmal«)"),
        ("o07_blatt_je_region.xlsx", "Gilt für alles darin: in Märkischer Kreis"),
        ("o10_wer_macht_was_wo.xlsx", "Zellen nennen Stellen"),
    ],
)
def test_what_is_special_about_a_table_is_told(name: str, words_: str) -> None:
    found = inspect(FIXTURES / name)
    lines = [f"{label}: {said}" for table in found.tables for label, said in described(table, "de")]
    assert any(words_ in line for line in lines)


def test_a_sheet_without_a_table_is_told_for_what_it_is(tmp_path: Path) -> None:
    found = inspect(FIXTURES / "o05_verweismatrix.xlsx")
    assert ("", "as_legend") == (found.taken_for("Verweise"), found.taken_for("Legende"))


def many_open(tmp_path: Path) -> Inspection:
    rows = "\n".join(f"VHS {number};x;unklar" for number in range(130))
    return inspect(csv(tmp_path, f"Einrichtung;Coaching;Beratung\nVHS Hagen;x;x\n{rows}\n"))


def test_cells_that_are_only_counted_have_their_reason_too(tmp_path: Path) -> None:
    found = many_open(tmp_path)
    assert 130 == len(found.reported)
    assert {"VN2101"} == {found.reasons[where][0].code for where in found.reported}
    (finding,) = reported(found, "de")
    assert (130, 101) == (finding.count, len(finding.cells))
    assert ("C103:C132", 30) == (finding.cells[-1].place, finding.cells[-1].count)
    assert sum(cell.count for cell in finding.cells) == finding.count
    assert "nachfragen" in finding.advice
    assert "VN2004" not in {issue.code for issue in general(found)}


# what fits


def sheet(marks: str) -> tuple[Grid, dict[tuple[str, int, int], CellRole]]:
    """Return a sheet whose rows are told by letters: h header, d data, r reported, n note."""
    named = {"h": CellRole("header", "structure"), "d": CellRole("data", "statement"), "r": CellRole("data", "reported"),
             "n": CellRole("notes", "structure")}  # fmt: skip
    cells = {("S", row, 1): named[letter] for row, letter in enumerate(marks, 1) if letter in named}
    return Grid("S", {(row, 1): GridCell("x") for _, row, _ in cells}), cells


def test_a_sheet_that_fits_is_shown_whole() -> None:
    grid, cells = sheet("h" + "d" * 20)
    assert list(range(1, 22)) == rows_shown(grid, cells, 21) == rows_shown(grid, cells, 0)


def test_the_middle_of_uniform_rows_is_left_out_and_counted() -> None:
    grid, cells = sheet("h" + "d" * 30 + "n")
    assert [1, *range(2, 8), Gap(8, 29, 22), 30, 31, 32] == rows_shown(grid, cells, 20)


def test_reported_rows_stay_in_sight() -> None:
    grid, cells = sheet("h" + "d" * 15 + "r" + "d" * 15 + "n")
    assert 17 in rows_shown(grid, cells, 25)


def test_where_everything_is_reported_the_picture_still_ends() -> None:
    grid, cells = sheet("h" + "r" * 500)
    shown = rows_shown(grid, cells, 20)
    assert len(shown) <= 20
    assert Gap(8, 499, 492) in shown


def test_a_single_row_is_not_left_out() -> None:
    grid, cells = sheet("h" + "d" * 9 + "r")
    assert list(range(1, 12)) == first_rows(grid, cells, 9, 1)


def test_a_long_sheet_shows_its_beginning_and_what_was_reported() -> None:
    grid, cells = sheet("h" + "d" * 300 + "r" + "d" * 100)
    assert [*range(1, 101), Gap(101, 301, 201), 302, Gap(303, 402, 100)] == first_rows(grid, cells, 100, 10)


# which profile


def region(folder: Path) -> Path:
    text = "Wer;Fit;Klartext;Nachmittag\nPlan B;x;;x\nPlan C;x;x;\n"
    csv(folder / "sources", text, "matrix_2025.csv")
    csv(folder / "sources", text.replace("Plan", "Weg"), "matrix_2026.csv")
    (folder / "profiles").mkdir()
    return folder


def test_a_file_in_a_region_is_read_as_the_build_reads_it(tmp_path: Path) -> None:
    folder = region(tmp_path)
    plain = inspect(folder / "sources" / "matrix_2025.csv")
    assert ("", "de") == (plain.chosen.name, plain.language)
    text = plain.text.replace("role: offer", "role: theme")
    (folder / "profiles" / "matrix_2025.yaml").write_text(text, encoding="utf-8")
    own, later = (inspect(folder / "sources" / f"matrix_{year}.csv") for year in (2025, 2026))
    assert [("matrix_2025.yaml", False), ("matrix_2025.yaml", True)] == [
        (one.chosen.name, one.chosen.by_header) for one in (own, later)
    ]
    assert 4 == own.predicates["onTheme"] == later.predicates["onTheme"]
    assert ["VN2306"] == [issue.code for issue in general(later) if issue.code.startswith("VN23")]
    automatic = inspect(folder / "sources" / "matrix_2026.csv", automatic=True)
    assert ("", 4) == (automatic.chosen.name, automatic.predicates["offers"])


def test_a_file_elsewhere_can_be_read_with_a_regions_profiles(tmp_path: Path) -> None:
    folder = region(tmp_path / "region")
    text = inspect(folder / "sources" / "matrix_2025.csv").text
    (folder / "profiles" / "matrix_2025.yaml").write_text(text, encoding="utf-8")
    (folder / "verweisnetz.toml").write_text('[region]\nlanguage = "en"\n', encoding="utf-8")
    elsewhere = tmp_path / "eingang" / "Matrix neu 2027.csv"
    elsewhere.parent.mkdir()
    shutil.copy(folder / "sources" / "matrix_2026.csv", elsewhere)
    assert "" == inspect(elsewhere).chosen.name
    found = inspect(elsewhere, folder=folder)
    assert ("matrix_2025.yaml", True, "en") == (found.chosen.name, found.chosen.by_header, found.language)


def test_a_profile_named_in_the_call_comes_before_all_others(tmp_path: Path) -> None:
    folder = region(tmp_path)
    (folder / "profiles" / "matrix_2025.yaml").write_text("signs: {x: nein}\n", encoding="utf-8")
    other = tmp_path / "probe.yaml"
    other.write_text("tables: [{closed: true}]\n", encoding="utf-8")
    found = inspect(folder / "sources" / "matrix_2025.csv", other)
    assert "probe.yaml" == found.chosen.name
    assert 4 == sum(s.polarity == "yes" for s in found.statements if s.predicate == "offers")


def test_a_file_with_client_data_is_not_shown(tmp_path: Path) -> None:
    path = csv(tmp_path, "Einrichtung;Geburtsdatum\nVHS Hagen;01.02.1980\n")
    with pytest.raises(LoadError) as caught:
        inspect(path)
    assert "1980" not in caught.value.de


def test_every_statement_is_found_at_its_cell() -> None:
    found = inspect(FIXTURES / "o03_marken.xlsx")
    for (sheet_, row, column), said in found.said.items():
        assert all(Cell(sheet_, address(row, column)) in one.evidence for one in said)
