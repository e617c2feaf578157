"""The account of a build: every non-empty cell of every file once, counted again by other means."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.cli.calling import call

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"
CLASSES = ("statement", "negative", "reported", "structure")


def cells_of(path: Path) -> int:
    """Count the cells of a workbook that hold a text, comment or link, with no code of ours."""
    book = openpyxl.load_workbook(path, data_only=True)
    found = 0
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                text = cell.value is not None and str(cell.value).strip() != ""
                found += bool(text or cell.comment or (cell.hyperlink and cell.coordinate))
    return found


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """Return the ledger of a build of all fixtures."""
    folder = tmp_path_factory.mktemp("konten")
    (folder / "sources").mkdir()
    for path in FIXTURES.glob("o*.xlsx"):
        shutil.copy(path, folder / "sources")
    ledger: dict[str, dict[str, object]] = json.loads(call("build", folder, "--format", "json").stdout)["ledger"]
    return ledger


def test_the_ledger_names_every_file_that_could_be_read_with_the_same_names(
    report: dict[str, dict[str, object]],
) -> None:
    assert {path.name for path in FIXTURES.glob("o*.xlsx")} - {"o11_passwort.xlsx", "o12_abgeschnitten.xlsx"} == set(
        report
    )
    assert {("cells", *CLASSES, "dropped", "profile")} == {tuple(account) for account in report.values()}


def test_the_classes_of_a_file_add_up_to_its_cells(report: dict[str, dict[str, object]]) -> None:
    for name, account in report.items():
        assert 0 == account["dropped"], name
        assert account["cells"] == sum(int(str(account[one])) for one in CLASSES), name


def test_the_cells_are_those_another_program_counts(report: dict[str, dict[str, object]]) -> None:
    coloured = {"o08_farben_kommentare.xlsx"}  # there empty cells speak by their colour
    for name, account in report.items():
        counted = cells_of(FIXTURES / name)
        if name in coloured:
            assert counted < int(str(account["cells"])), name
        else:
            assert counted == account["cells"], name


def test_the_table_and_the_csv_name_each_file_and_the_sum(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    shutil.copy(FIXTURES / "o01_einfach.xlsx", tmp_path)
    shutil.copy(FIXTURES / "o05_verweismatrix.xlsx", tmp_path)
    (tmp_path / "profiles" / "o01_einfach.yaml").write_text("signs: {x: ja}\n", encoding="utf-8")
    out = call("build", tmp_path).stdout
    (one,) = (line for line in out.splitlines() if line.startswith("o01_einfach.xlsx"))
    assert ["o01_einfach.xlsx", "41", "32", "0", "0", "9", "0", "o01_einfach.yaml"] == one.split()
    (total,) = (line for line in out.splitlines() if line.startswith("zusammen"))
    assert ["131", "90", "9", "1", "31", "0"] == total.split()[1:]
    rows = list(
        csv.DictReader(
            io.StringIO(call("build", tmp_path, "--format", "csv").stdout.removeprefix("\ufeff")), delimiter=";"
        )
    )
    assert ["o01_einfach.yaml", "", ""] == [row["Profil"] for row in rows]
