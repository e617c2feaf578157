"""Rows and strings read in runs are what the parser alone would have read, whatever stands between them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import archive, xml_runs, xml_stream
from loaders.grid import Grid
from loaders.limits import Limits
from loaders.readers import xlsx_rows
from loaders.readers.xlsx import read
from loaders.readers.xlsx_sheet import Worksheet
from loaders.refusal import Refusal
from tests.loaders.odd_books import OddBook
from tests.loaders.workbooks import MAIN, parts, save

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"
LIMITS = Limits(rows=60, columns=30, strays=3, cell_chars=60, cells=90, text_chars=400)
Outcome = list[Grid] | tuple[str, str, str, dict[str, str]]


def outcome(path: Path, limits: Limits = LIMITS) -> Outcome:
    try:
        return list(read(path, limits))
    except Refusal as refusal:
        return refusal.code, refusal.message, refusal.place, refusal.params
    except (ValueError, IndexError, KeyError) as error:  # the child makes one refusal of all of these
        return "broken", type(error).__name__, "", {}


def by_parser_alone(path: Path, limits: Limits = LIMITS) -> Outcome:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(archive, "parse_runs", lambda *given: xml_stream.parse(*given[:4]))
        return outcome(path, limits)


def in_runs(path: Path, limits: Limits = LIMITS, chunk: int = 1 << 18, mixed: int = 0) -> Outcome:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xml_runs, "_CHUNK", chunk)
        patch.setattr(xlsx_rows, "_MIXED", mixed)
        return outcome(path, limits)


@settings(max_examples=400, deadline=None)
@given(
    st.integers(0, 1 << 32),
    st.sampled_from((0.0, 0.003, 0.01, 0.03, 0.1)),
    st.sampled_from((1, 7, 61, 500, 1 << 18)),
    st.sampled_from((0, 3, 15)),
)
def test_runs_and_parser_see_the_same(
    tmp_path_factory: pytest.TempPathFactory, seed: int, oddity: float, chunk: int, mixed: int
) -> None:
    path = save(tmp_path_factory.mktemp("x") / "a.xlsx", OddBook(seed, oddity).parts())
    assert by_parser_alone(path) == in_runs(path, chunk=chunk, mixed=mixed)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 1 << 32), st.sampled_from((7, 500, 1 << 18)))
def test_a_damaged_sheet_reads_alike_both_ways(tmp_path_factory: pytest.TempPathFactory, seed: int, chunk: int) -> None:
    chance = random.Random(seed)
    content = OddBook(seed, 0.0).parts()
    victim = chance.choice(("xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"))
    whole = content[victim]
    data = bytearray(whole if isinstance(whole, bytes) else whole.encode())
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data))
        piece = chance.choice(
            (bytes([chance.randrange(256)]), b"", b"<", b'"', b"&", b"</row>", b"</c>", b" ", b"9", b"\0")
        )
        data[at : at + chance.randint(0, 6)] = piece
    path = save(tmp_path_factory.mktemp("x") / "a.xlsx", {**content, victim: bytes(data)})
    assert by_parser_alone(path) == in_runs(path, chunk=chunk)


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("o*.xlsx")), ids=lambda path: path.stem)
def test_fixture_matrices_read_alike_both_ways(path: Path) -> None:
    assert by_parser_alone(path, Limits()) == in_runs(path, Limits())


@pytest.mark.parametrize(
    "limits",
    [
        Limits(rows=30),
        Limits(rows=30, strays=1),
        Limits(columns=2, strays=500),
        Limits(cells=100),
        Limits(cell_chars=9),
    ],
)
def test_limits_hold_alike_both_ways(tmp_path: Path, limits: Limits) -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>Akteur {row}</t></is></c><c r="B{row}"><v>{row}</v></c>'
        f'<c r="C{row}" t="str"><v>x</v></c></row>'
        for row in range(1, 200)
    )
    path = save(tmp_path / "a.xlsx", parts(f"<sheetData>{rows}</sheetData>"))
    alone = by_parser_alone(path, limits)
    assert alone == in_runs(path, limits) == in_runs(path, limits, chunk=50)


@pytest.mark.parametrize("chunk", [50, 1 << 18])
def test_too_many_characters_are_refused_near_where_they_are(tmp_path: Path, chunk: int) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="str"><v>Nr. {row}</v></c></row>' for row in range(1, 200))
    path = save(tmp_path / "a.xlsx", parts(f"<sheetData>{rows}</sheetData>"))
    found = in_runs(path, Limits(text_chars=300), chunk)
    assert not isinstance(found, list)
    assert found[:2] == ("too_large", "VN1016")
    assert found[2].startswith("Blatt!A")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16", "us-ascii"])
def test_the_declared_encoding_is_obeyed(tmp_path: Path, encoding: str) -> None:
    body = "".join(
        f'<row r="{row}"><c r="A{row}" t="str"><v>{"Müller" if encoding != "us-ascii" else "Mueller"}</v></c></row>'
        for row in range(1, 50)
    )
    content = parts(f"<sheetData>{body}</sheetData>", head=f'<?xml version="1.0" encoding="{encoding}"?>')
    sheet = str(content["xl/worksheets/sheet1.xml"]).encode(encoding)
    path = save(tmp_path / "a.xlsx", {**content, "xl/worksheets/sheet1.xml": sheet})
    assert by_parser_alone(path, Limits()) == in_runs(path, Limits())
    assert isinstance(in_runs(path), list)


def test_a_document_type_before_plain_rows_is_refused(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 50))
    head = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "lol">]>'
    path = save(tmp_path / "a.xlsx", parts(f"<sheetData>{rows}</sheetData>", head=head))
    assert in_runs(path, chunk=40) == ("broken", "VN1018", "xl/worksheets/sheet1.xml", {})


def test_the_line_of_an_error_counts_what_was_read_in_runs(tmp_path: Path) -> None:
    rows = "\n".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 50))
    path = save(tmp_path / "a.xlsx", parts(f"<sheetData>\n{rows}\n<row"))
    assert in_runs(path, chunk=64) == ("broken", "VN1020", "xl/worksheets/sheet1.xml", {"line": "51"})


@pytest.mark.parametrize("writer", ["xlsxwriter", "constant_memory", "openpyxl", "excel"])
def test_what_programs_write_is_taken_in_runs(tmp_path: Path, writer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _written(tmp_path / "a.xlsx", writer)
    parsed: list[str] = []
    start = Worksheet.start

    def counting(self: Worksheet, name: str, attributes: Mapping[str, str]) -> None:
        parsed.append(name)
        start(self, name, attributes)

    monkeypatch.setattr(Worksheet, "start", counting)
    (grid,) = read(path, Limits())
    assert len(grid.cells) == 1_200
    assert parsed.count("c") < 60


def _written(path: Path, writer: str) -> Path:
    lines = [(f"Träger {row} & Söhne", "x" if row % 3 else "ja", row / 4) for row in range(400)]
    if writer == "openpyxl":
        book = openpyxl.Workbook()
        for line in lines:
            book.worksheets[0].append(line)
        book.save(path)
    elif writer == "excel":
        space = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"
        rows = "".join(
            f'<row r="{row}" spans="1:3" x14ac:dyDescent="0.25"><c r="A{row}" s="1" t="s"><v>{row % 7}</v></c>'
            f'<c r="B{row}" s="2" t="s"><v>7</v></c><c r="C{row}"><v>{row / 4}</v></c></row>'
            for row in range(1, 401)
        )
        sheet = str(parts(f"<sheetData>{rows}</sheetData>")["xl/worksheets/sheet1.xml"]).replace(
            "<worksheet", f'<worksheet xmlns:x14ac="{space}"'
        )
        strings = "".join(f"<si><t>Angebot {number}</t></si>" for number in range(8))
        table = f'<sst xmlns="{MAIN}" count="800" uniqueCount="8">{strings}</sst>'
        whole = OddBook(1, 0.0).parts()
        save(path, {**whole, "xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": table})
    else:
        with xlsxwriter.Workbook(path, {"constant_memory": writer == "constant_memory"}) as made:
            page = made.add_worksheet()
            for row, line in enumerate(lines):
                page.write_row(row, 0, line)
    return path
