"""Every kind of source through one function; client data is refused; notes and strays are accounted for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from loaders import READER_VERSION, load
from loaders.personal import client_column
from loaders.source import Ledger, SourceSpec
from ontology.errors import LoadError
from tests.loaders.workbooks import parts, rows, save, text_cell

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"


def test_a_matrix_loads_with_every_cell_accounted_for() -> None:
    result = load(SourceSpec("o01.xlsx", FIXTURES / "o01_einfach.xlsx"))
    assert result.source["kind"] == "matrix"
    assert result.statements
    assert result.ledger.balanced
    assert [said.key for said in result.statements] == sorted(said.key for said in result.statements)


def test_statements_without_a_date_take_the_date_their_file_is_vouched_for() -> None:
    result = load(SourceSpec("o01.xlsx", FIXTURES / "o01_einfach.xlsx", stated_on="2025-02-01"))
    assert {said.last_verified for said in result.statements} == {"2025-02-01"}


def test_a_refusal_names_the_source_as_the_folder_does() -> None:
    with pytest.raises(LoadError, match=r"^partner/passwort\.xlsx: ") as caught:
        load(SourceSpec("partner/passwort.xlsx", FIXTURES / "o11_passwort.xlsx"))
    assert caught.value.code == "encrypted"


def test_a_value_far_out_is_reported_once_and_counted(tmp_path: Path) -> None:
    lines = "".join(
        f'<row r="{at}">{text_cell(f"A{at}", name)}{text_cell(f"B{at}", mark)}{text_cell(f"C{at}", mark2)}</row>'
        for at, (name, mark, mark2) in enumerate(
            [("Akteur", "Bildungsberatung", "Grundbildung"), ("VHS Siegen", "x", ""), ("Jobcenter Olpe", "x", "x")], 1
        )
    )
    far = f'<row r="900000">{text_cell("C900000", "vergessen")}</row>'
    path = save(tmp_path / "a.xlsx", parts(f"<sheetData>{lines}{far}</sheetData>"))
    result = load(SourceSpec("a.xlsx", path))
    assert [str(issue.place) for issue in result.issues if issue.code == "VN1106"] == ["Blatt!C900000"]
    assert result.ledger.balanced


@pytest.mark.parametrize(
    "header",
    [
        "Geburtsdatum",
        "Geb.-Datum",
        "geb. am",
        "Kd.-Nr.",
        "BG-Nummer",
        "SV-Nummer",
        "Name des Kunden",
        "Vorname Klient/in",
        "Date of birth",
    ],
)
def test_a_column_of_client_data_refuses_the_file_without_repeating_a_value(tmp_path: Path, header: str) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(f"Einrichtung;{header}\nVHS Siegen;Geheim 01.02.1980\n", encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        load(SourceSpec("liste.csv", path))
    assert (caught.value.code, caught.value.place) == ("client_data", "B1")
    assert "Geheim" not in caught.value.message("de") + caught.value.message("en")


def test_a_row_of_client_data_is_found_too(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", parts(rows(("Einrichtung", "VHS Siegen"), ("Kundennummer", "123D456789"))))
    with pytest.raises(LoadError) as caught:
        load(SourceSpec("a.xlsx", path))
    assert caught.value.place == "Blatt!A2"


@pytest.mark.parametrize(
    "header",
    [
        "Name",
        "Ansprechpartner",
        "Name der Einrichtung",
        "Telefon",
        "Kunden",
        "Teilnehmer",
        "Zielgruppe",
        "Rentenversicherung",
        "Lfd. Nr.",
        "ID",
        "Alter",
    ],
)
def test_ordinary_columns_are_no_client_data(header: str) -> None:
    assert not client_column(header)


def test_help_with_a_paper_is_no_client_data(tmp_path: Path) -> None:
    lines = (("Akteur", "Personalausweisnummer"), ("VHS Siegen", "x"), ("Jobcenter Olpe", "x"))
    result = load(SourceSpec("a.xlsx", save(tmp_path / "a.xlsx", parts(rows(*lines)))))
    assert result.statements


def test_ledgers_add_up() -> None:
    both = Ledger(3, reported=1, statement=2) + Ledger(2, negative=1, structure=1)
    assert both == Ledger(5, 1, 1, 2, 1)
    assert both.balanced
    assert Ledger(2, statement=1).dropped == 1


def test_importing_the_loaders_imports_no_engine() -> None:
    engines = "{'openpyxl', 'odf', 'yaml', 'rdflib', 'numpy', 'xml.parsers.expat'}"
    code = f"import loaders.source, loaders.limits, loaders, sys; print(sorted({engines} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_reader_version_is_part_of_what_a_statement_says_about_its_making() -> None:
    assert READER_VERSION.isalnum()
