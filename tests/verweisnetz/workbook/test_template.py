"""The empty template as a file: what people can choose, that it is harmless, that it is the same every time."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from loaders.gate import read
from loaders.grid import column_letters
from loaders.template.form import DATA, form
from loaders.template.words import word
from ontology.errors import RegionError
from ontology.vocabulary import load
from verweisnetz import region
from verweisnetz.workbook import lists, write_template
from verweisnetz.workbook.sheets import heading


@pytest.fixture(scope="module", params=["de", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def path(language: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("vorlage") / "matrix.xlsx"
    write_template(out, language=language)
    return out


def test_it_has_a_guide_the_sheets_to_fill_and_the_lists(path: Path, language: str) -> None:
    names = [word("sheets", sheet, language) for sheet in ("guide", *DATA, "lists")]
    assert names == [grid.name for grid in read(path)]


def test_the_same_language_gives_the_same_bytes(path: Path, language: str, tmp_path: Path) -> None:
    write_template(tmp_path / "again.xlsx", language=language)
    assert path.read_bytes() == (tmp_path / "again.xlsx").read_bytes()


def test_every_column_to_choose_from_has_its_list_and_no_list_forbids(path: Path, language: str) -> None:
    book = openpyxl.load_workbook(path)
    for sheet in map(form().__getitem__, DATA):
        rules = {
            str(rule.sqref).split(":")[0]: rule
            for rule in book[word("sheets", sheet.id, language)].data_validations.dataValidation
        }
        columns = [column for column in sheet.columns if not column.expert]
        assert len(columns) == len(rules)
        for number, column in enumerate(columns, 1):
            rule = rules[f"{column_letters(number)}4"]
            assert column.hint(language)[:255] == rule.prompt
            assert "stop" != rule.errorStyle or not rule.showErrorMessage
            assert (f"vn_{column.pick.replace('-', '_')}" if column.pick else None) == (
                rule.formula1 if rule.type == "list" else None
            )
            assert ("date" == rule.type) is (column.form == "day")


def test_every_list_is_where_its_name_points(path: Path, language: str) -> None:
    book = openpyxl.load_workbook(path)
    for name in lists.names():
        sheet, _, area = book.defined_names[f"vn_{name.replace('-', '_')}"].attr_text.partition("!")
        cells = [cell.value for (cell,) in book[sheet.strip("'")][area.replace("$", "")]]
        assert list(lists.values(name, language)) == cells
        assert cells


def test_the_vocabularies_are_offered_whole(language: str) -> None:
    for name in ("audience", "theme", "offer-type", "actor-type"):
        assert {concept.label(language) for concept in load().scheme(name)} == set(lists.values(name, language))


def test_header_and_first_column_stay_in_sight_and_it_prints_on_a4_across(path: Path, language: str) -> None:
    book = openpyxl.load_workbook(path)
    for sheet in map(form().__getitem__, DATA):
        page = book[word("sheets", sheet.id, language)]
        columns = [column for column in sheet.columns if not column.expert]
        assert [heading(sheet, column, language) for column in columns] == [cell.value for cell in page[3]]
        assert ("B4", "landscape", 9) == (page.freeze_panes, page.page_setup.orientation, page.page_setup.paperSize)
        assert page.auto_filter.ref.startswith("A3:")
        assert not page.protection.sheet


def test_it_holds_no_formula_no_macro_and_no_link(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name).decode("utf-8") for name in names if name.endswith((".xml", ".rels"))}
    assert not [name for name in names if "vba" in name or "externalLink" in name]
    assert not [name for name, text in parts.items() if "worksheets/" in name and re.search(r"<f>|<hyperlink", text)]
    assert not [name for name, text in parts.items() if 'TargetMode="External"' in text]


def test_the_guide_explains_every_column(path: Path, language: str) -> None:
    guide = read(path)[0]
    told = {
        (guide.text(row, 1), guide.text(row, 2)): guide.text(row, 3) for row, column in guide.filled() if column == 2
    }
    for sheet in map(form().__getitem__, DATA):
        for column in sheet.columns:
            if not column.expert:
                key = (word("sheets", sheet.id, language), heading(sheet, column, language))
                assert column.hint(language) == told[key]


def test_a_region_that_holds_only_an_empty_template_builds_clean(path: Path, tmp_path: Path) -> None:
    (tmp_path / "matrix.xlsx").write_bytes(path.read_bytes())
    built = region.build(tmp_path)
    (ledger,) = built.ledger().values()
    assert (0, 0, ledger["cells"]) == (ledger["reported"], ledger["statement"], ledger["structure"])
    assert [("VN7001", "info")] == [(issue.code, issue.severity) for issue in built.issues()]


def test_a_file_that_is_there_is_overwritten_only_on_request(tmp_path: Path) -> None:
    out = tmp_path / "matrix.xlsx"
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(RegionError, match="is there already"):
        write_template(out)
    assert "mine" == out.read_text(encoding="utf-8")
    write_template(out, force=True)
    assert out.read_bytes().startswith(b"PK")


def test_examples_in_the_guide_are_read_as_they_are_meant(language: str) -> None:
    from tests.loaders.template.filling import found, sheet

    for one in map(form().__getitem__, DATA):
        row = {column.role: column.example(language) for column in one.columns if not column.expert}
        said = found(sheet(one.id, row, language=language))
        assert (one.id, []) == (one.id, [issue.code for issue in said.issues])
        assert said.statements
