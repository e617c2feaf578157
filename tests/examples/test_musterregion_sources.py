"""The example region's files, counted and checked without the program's own readers."""

from __future__ import annotations

import csv
import io
import re
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tools.musterregion import delimited
from tools.musterregion.folder import files

REGION = Path(__file__).resolve().parents[2] / "examples" / "musterregion"
SOURCES = REGION / "sources"
PHONE = re.compile(r"(?:\+49\s?|0)\d[\d /-]{6,}")
NOT_A_PHONE = re.compile(r"\d{2}\.\d{2}\.\d{4}|\d{4}-\d{2}-\d{2}|0221 4710-xxx")
MAIL = re.compile(r"[\w.+-]+@([\w.-]+)")
HOST = re.compile(r"https?://([\w.-]+)")


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    pytest.importorskip("xlsxwriter")
    return dict(files())


def _records(name: str) -> list[dict[str, str]]:
    encoding = "cp1252" if name == delimited.CONTACTS else "utf-8-sig"
    return list(csv.DictReader(io.StringIO((SOURCES / name).read_bytes().decode(encoding), newline=""), delimiter=";"))


def _sheet(name: str, title: str = "") -> Worksheet:
    book = load_workbook(SOURCES / name)
    sheet = book[title] if title else book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def _contents(package: bytes) -> dict[str, Any]:
    """Everything a reader can see: values, comments, fills, merges, hidden rows, sheet by sheet."""
    seen: dict[str, Any] = {}
    for sheet in load_workbook(io.BytesIO(package)).worksheets:
        cells = {
            cell.coordinate: (cell.value, cell.comment.text if cell.comment else "", cell.fill.fgColor.rgb)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None or cell.comment or cell.fill.fill_type
        }
        hidden = sorted(number for number, row in sheet.row_dimensions.items() if row.hidden)
        seen[sheet.title] = (cells, sorted(str(area) for area in sheet.merged_cells.ranges), hidden)
    return seen


def _texts() -> Iterator[tuple[str, str]]:
    """Every text of every file of the region with the file's name."""
    for path in sorted(REGION.rglob("*")):
        if ".verweisnetz" in path.parts or not path.is_file():
            continue
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as package:
                yield path.name, re.sub(r"<[^>]+>", " ", package.read("word/document.xml").decode("utf-8"))
        elif path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as printed:
                yield from ((path.name, page.get_textpage().get_text_range()) for page in printed)
        elif path.suffix == ".xlsx":
            for sheet in load_workbook(path).worksheets:
                for row in sheet.iter_rows(values_only=True):
                    yield from ((path.name, str(value)) for value in row if value is not None)
        else:
            encoding = "cp1252" if path.name == delimited.CONTACTS else "utf-8-sig"
            yield path.name, path.read_bytes().decode(encoding)


def test_the_kept_files_hold_what_the_generator_writes(written: dict[str, bytes]) -> None:
    kept = {path.name: path.read_bytes() for path in SOURCES.iterdir()}
    assert sorted(kept) == sorted(written)
    for name, package in written.items():
        if name.endswith(".xlsx"):
            assert _contents(package) == _contents(kept[name]), name
        else:
            assert package == kept[name], name


def test_writing_twice_gives_the_same_bytes(written: dict[str, bytes]) -> None:
    assert dict(files()) == written


def test_there_are_at_least_35_actors() -> None:
    named = {record["Einrichtung"] for record in _records(delimited.CONTACTS)}
    named |= {record[side] for record in _records(delimited.REFERRALS) for side in ("von", "an")}
    providers = _sheet("meldeliste_bildungstraeger_herbst.xlsx")
    named |= {str(row[0]) for row in providers.iter_rows(min_row=5, max_col=1, values_only=True) if row[0]}
    assert len(named) >= 35


def test_there_are_at_least_80_claims_of_an_offer() -> None:
    negative = {"–", "?", "k. A.", "nein", "entfällt", None}
    matrix = [list(row) for row in _sheet("partnermatrix_2026.xlsx").iter_rows(min_row=7, max_col=13, values_only=True)]
    totals = next(number for number, row in enumerate(matrix) if row[0] == "Summe")
    claims = sum(cell not in negative for row in matrix[:totals] for cell in row[1:])
    for district in ("Hagen", "Märkischer Kreis", "Ennepe-Ruhr-Kreis"):
        sheet = _sheet("angebote_je_kreis.xlsx", district)
        claims += sum(cell == "X" for row in sheet.iter_rows(min_row=3, min_col=2, values_only=True) for cell in row)
    listed = _sheet("meldeliste_bildungstraeger_herbst.xlsx")
    claims += sum(1 for row in listed.iter_rows(min_row=5, min_col=2, max_col=2, values_only=True) if row[0])
    assert claims >= 80


def test_there_are_at_least_60_referrals_and_the_matrix_is_not_symmetric() -> None:
    sheet = _sheet("verweismatrix_2026.xlsx", "Verweise")
    codes = {
        (row, column): value
        for row, cells in enumerate(sheet.iter_rows(min_row=6, min_col=2, values_only=True))
        for column, value in enumerate(cells)
        if str(value).rstrip("*") in set("WKIG")
    }
    assert len(codes) + len(_records(delimited.REFERRALS)) >= 60
    assert any((column, row) not in codes for row, column in codes)


def test_contacts_are_invented() -> None:
    for name, text in _texts():
        for phone in PHONE.findall(NOT_A_PHONE.sub("", text)):
            digits = re.sub(r"\D", "", phone.replace("+49", "0"))
            assert re.fullmatch(r"02214710\d{3}", digits), f"{name}: {phone}"
        for host in MAIL.findall(text) + HOST.findall(text):
            assert host.endswith("example.org"), f"{name}: {host}"


def test_the_configuration_names_every_source() -> None:
    rules = tomllib.loads((REGION / "verweisnetz.toml").read_text(encoding="utf-8"))["source"]
    unnamed = [path.name for path in SOURCES.iterdir() if not any(path.match(str(rule["path"])) for rule in rules)]
    assert unnamed == []


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("tables/needs.csv", "audience;theme;region;weight;note"),
        ("tables/doors.csv", "actor;audience;region;last_verified;note"),
        ("tables/accepted_gaps.csv", "kind;audience;theme;region;owner;review_on;reason"),
        ("decisions/links.csv", "decision;left;right;source;scope;by;on;note"),
    ],
)
def test_tables_have_their_header_and_whole_rows(name: str, header: str) -> None:
    lines = (REGION / name).read_text(encoding="utf-8").splitlines()
    assert lines[0] == header
    assert len(lines) > 2
    assert {line.count(";") for line in lines} == {header.count(";")}
