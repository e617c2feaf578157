"""The workbook reader sees what openpyxl sees, and what openpyxl does not."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill

from loaders.grid import Grid, GridCell, Merge, address
from loaders.limits import Limits
from loaders.readers.xlsx import read
from tests.loaders.workbooks import MAIN, parts, relations, save, text_cell

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"


def sheet(path: Path) -> Grid:
    return read(path, Limits())[0]


def at(grid: Grid, ref: str) -> GridCell:
    return next(
        (cell for (row, column), cell in grid.cells.items() if address(row, column) == ref), GridCell("", "empty")
    )


@pytest.mark.parametrize(
    "path", [*sorted(FIXTURES.glob("o0*.xlsx")), FIXTURES / "o10_wer_macht_was_wo.xlsx"], ids=lambda p: p.stem
)
def test_fixture_matrices_read_as_openpyxl_reads_them(path: Path) -> None:
    values = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    grids = read(path, Limits())
    assert values.sheetnames == [grid.name for grid in grids]
    for grid in grids:
        theirs = values[grid.name]
        expected = {
            (cell.row, cell.column): str(cell.value)
            for cell in theirs._cells.values()  # iter_rows walks a ghost area for seconds
            if cell.value is not None and str(cell.value).strip()
        }
        assert expected == {place: cell.text for place, cell in grid.cells.items() if cell.text}
        assert {(m.min_row, m.min_col, m.max_row, m.max_col) for m in theirs.merged_cells.ranges} == {
            (m.top, m.left, m.bottom, m.right) for m in grid.merges
        }
        for (row, column), cell in grid.cells.items():
            other = formulas[grid.name].cell(row, column)
            assert (other.data_type == "f") == cell.formula
            assert ((other.comment.text if other.comment else "").strip() or "") == cell.comment
            assert bool(other.font.b) == cell.bold or not cell.text
            assert bool(other.font.strike) == cell.strike or not cell.text
            assert ((other.hyperlink.target or "") if other.hyperlink else "") == cell.link
        assert {n for n, line in theirs.row_dimensions.items() if line.hidden} == set(grid.hidden_rows)
        assert (theirs.sheet_state != "visible") == grid.hidden


def test_fills_resolve_rgb_theme_tint_and_palette(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    colours = [
        Color(rgb="FF92D050"),
        Color(theme=4),
        Color(theme=4, tint=0.5999938962981048),
        Color(indexed=10),
        Color(rgb="FFFFFFFF"),
    ]
    for column, colour in enumerate(colours, 1):
        page.cell(1, column, "x").fill = PatternFill("solid", fgColor=colour)
    page.cell(1, 6, "x").fill = PatternFill("gray125")
    book.save(tmp_path / "a.xlsx")
    grid = sheet(tmp_path / "a.xlsx")
    assert [grid.cells[1, column].fill for column in range(1, 7)] == ["92D050", "4F81BD", "B9CDE5", "FF0000", "", ""]


def test_a_cell_with_nothing_but_a_colour_is_kept_beside_words_and_dropped_far_from_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page["A1"], page["C1"], page["A2"] = "Akteur", "Beratung", "VHS"
    for ref in ("C2", "B9", "H1"):
        page[ref].fill = PatternFill("solid", fgColor="92D050")
    book.save(tmp_path / "a.xlsx")
    grid = sheet(tmp_path / "a.xlsx")
    assert at(grid, "C2") == GridCell("", "empty", fill="92D050")
    assert (9, 2) not in grid.cells
    assert (1, 8) not in grid.cells


def test_fonts_strike_bold_and_symbols(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page["A1"], page["B1"], page["C1"], page["D1"] = "entfällt", "Kopf", "ü", "\uf0fc"
    page["A1"].font = Font(strike=True)
    page["B1"].font = Font(bold=True, name="Arial")
    page["C1"].font = page["D1"].font = Font(name="Wingdings 2")
    book.save(tmp_path / "a.xlsx")
    grid = sheet(tmp_path / "a.xlsx")
    assert at(grid, "A1").strike
    assert at(grid, "B1") == GridCell("Kopf", bold=True)
    assert [at(grid, "C1"), at(grid, "D1")] == [GridCell("ü", font="Wingdings 2")] * 2


def test_rich_text_becomes_plain_and_keeps_what_all_runs_share(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    page = book.add_worksheet()
    struck, bold = book.add_format({"font_strikeout": True}), book.add_format({"bold": True})
    page.write_rich_string(0, 0, struck, "Beratung ", struck, "entfällt")
    page.write_rich_string(0, 1, struck, "alt ", bold, "neu")
    book.close()
    grid = sheet(tmp_path / "a.xlsx")
    assert at(grid, "A1") == GridCell("Beratung entfällt", strike=True)
    assert at(grid, "B1") == GridCell("alt neu")


def test_values_stand_as_a_german_reader_sees_them(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    page = book.add_worksheet()
    written: list[tuple[object, str, str, str]] = [
        (1, "", "1", "number"), (0.4, "", "0,4", "number"), (0.75, "0%", "75 %", "number"), (221471010, "0000000000", "0221471010", "number"),
        (12.5, '#,##0.00 "€"', "12,50 €", "number"), (3, '0 "Plätze"', "3 Plätze", "text"), (True, "", "WAHR", "bool"), (False, "", "FALSCH", "bool"),
    ]  # fmt: skip
    for row, (value, code, _, _) in enumerate(written):
        page.write(row, 0, value, book.add_format({"num_format": code}) if code else None)
    page.write_datetime(20, 0, datetime.datetime(2025, 3, 12), book.add_format({"num_format": "dd.mm.yyyy"}))
    page.write_datetime(
        21, 0, datetime.datetime(2025, 3, 12, 14, 30), book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
    )
    page.write_datetime(22, 0, datetime.time(9, 5), book.add_format({"num_format": "hh:mm"}))
    book.close()
    grid = sheet(tmp_path / "a.xlsx")
    for row, (_, _, text, kind) in enumerate(written, 1):
        assert (text, kind) == (grid.cells[row, 1].text, grid.cells[row, 1].kind)
    assert [grid.cells[row, 1].text for row in (21, 22, 23)] == ["2025-03-12", "2025-03-12 14:30", "09:05"]
    assert [grid.cells[row, 1].kind for row in (21, 22, 23)] == ["date", "date", "text"]


def test_formulas_show_their_cached_result_or_count_as_empty(tmp_path: Path) -> None:
    body = (
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>IF(1,"x","")</f><v>x</v></c>'
        '<c r="C1" t="str"><f>IF(0,"x","")</f><v></v></c><c r="D1"><f>SUM(Z1)</f></c>'
        '<c r="E1" t="e"><f>NA()</f><v>#N/A</v></c><c r="F1" t="e"><v>#REF!</v></c>'
        '<c r="G1" t="str"><f>HYPERLINK("https://vhs.example.org/?a=""b""","VHS")</f><v>VHS</v></c>'
    )
    grid = sheet(save(tmp_path / "a.xlsx", parts(f'<sheetData><row r="1">{body}</row></sheetData>')))
    empty = GridCell("", "empty", formula=True)
    assert [grid.cells[1, column] for column in range(1, 8)] == [
        GridCell("2", "number", formula=True), GridCell("x", formula=True), empty, empty,
        GridCell("#NV", "error", formula=True), GridCell("#BEZUG!", "error"),
        GridCell("VHS", link='https://vhs.example.org/?a="b"', formula=True),
    ]  # fmt: skip
    assert ["VN1110" in line and "D1" in line for line in grid.notes] == [True]


def test_comments_and_links_are_read_without_who_wrote_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page["A1"] = "VHS"
    page["A1"].comment = Comment("Redaktion:\nnur dienstags", "Redaktion")
    page["B2"].comment = Comment("leere Zelle", "R")
    page["A1"].hyperlink = "https://vhs.example.org/kurse"
    page["C1"] = "Sprung"
    page["C1"].hyperlink = "#Blatt2!A1"
    book.save(tmp_path / "a.xlsx")
    grid = sheet(tmp_path / "a.xlsx")
    assert at(grid, "A1").comment == "nur dienstags"
    assert at(grid, "A1").link == "https://vhs.example.org/kurse"
    assert at(grid, "B2") == GridCell("", "empty", comment="leere Zelle")
    assert at(grid, "C1").link == ""


def test_a_threaded_comment_replaces_the_copy_for_old_programs(tmp_path: Path) -> None:
    content = parts(f'<sheetData><row r="1">{text_cell("A1", "VHS")}</row></sheetData>')
    old = "[Threaded comment] Your version of Excel ..."
    content["xl/worksheets/_rels/sheet1.xml.rels"] = relations(
        ("r1", "comments", "../comments1.xml"), ("r2", "threadedComment", "/xl/threadedComments/threadedComment1.xml")
    )
    content["xl/comments1.xml"] = (
        f'<comments xmlns="{MAIN}"><authors><author>tc={{1}}</author></authors><commentList>'
        f'<comment ref="A1" authorId="0"><text><t>{old}</t></text></comment></commentList></comments>'
    )
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    content["xl/threadedComments/threadedComment1.xml"] = (
        f'<ThreadedComments xmlns="{space}"><threadedComment ref="A1"><text>stimmt das?</text></threadedComment>'
        '<threadedComment ref="A1"><text>ja, seit Mai</text></threadedComment></ThreadedComments>'
    )
    assert at(sheet(save(tmp_path / "a.xlsx", content)), "A1").comment == "stimmt das?\nja, seit Mai"


def test_hidden_rows_columns_and_sheets_are_told(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    page, other = book.add_worksheet("Matrix"), book.add_worksheet("Archiv")
    for row in range(3):
        page.write_row(row, 0, ["a", "b", "c"])
    page.set_row(1, None, None, {"hidden": True})
    page.set_column(2, 16383, None, None, {"hidden": True})
    other.write(0, 0, "alt")
    other.very_hidden()
    book.close()
    matrix, archive = read(tmp_path / "a.xlsx", Limits())
    assert (matrix.hidden_rows, matrix.hidden_columns, matrix.hidden) == (frozenset({2}), frozenset({3}), False)
    assert (archive.name, archive.hidden) == ("Archiv", True)


def test_what_lies_beneath_a_merged_cell_is_reported(tmp_path: Path) -> None:
    body = f'<row r="1">{text_cell("A1", "Titel")}{text_cell("B1", "darunter")}{text_cell("C1", "c")}</row>'
    merges = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:XFD1"/></mergeCells>'
    grid = sheet(save(tmp_path / "a.xlsx", parts(f"<sheetData>{body}</sheetData>{merges}")))
    assert list(grid.cells) == [(1, 1), (1, 3)]
    assert grid.merges == (Merge(1, 1, 1, 2),)
    assert "VN1109" in grid.notes[0]
    assert "darunter" in grid.notes[0]


def test_other_writers_prefixes_and_the_strict_variant_read_alike(tmp_path: Path) -> None:
    plain = parts(f'<sheetData><row r="1">{text_cell("A1", "VHS")}<c><v>1</v></c></row></sheetData>')
    expected = sheet(save(tmp_path / "a.xlsx", plain)).cells
    strict = {
        name: str(data).replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main") for name, data in plain.items()
    }
    assert expected == sheet(save(tmp_path / "b.xlsx", strict)).cells
    prefixed = dict(plain)
    prefixed["xl/worksheets/sheet1.xml"] = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>VHS</x:t></x:is></x:c>'
        "<x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    assert expected == sheet(save(tmp_path / "c.xlsx", prefixed)).cells


def test_escapes_of_control_characters_are_resolved(tmp_path: Path) -> None:
    cells = text_cell("A1", "eins_x000D_\nzwei") + text_cell("B1", "a_x0009_b")
    grid = sheet(save(tmp_path / "a.xlsx", parts(f'<sheetData><row r="1">{cells}</row></sheetData>')))
    assert (grid.text(1, 1), grid.text(1, 2)) == ("eins\nzwei", "a\tb")


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(1, 30), st.integers(1, 8)),
        st.one_of(
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12).filter(
                lambda text: (
                    not text.startswith("=") and "_x" not in text and text not in openpyxl.cell.cell.ERROR_CODES
                )
            ),
            st.integers(-(10**9), 10**9),
            st.booleans(),
            st.dates(datetime.date(1901, 1, 1), datetime.date(2199, 1, 1)),
        ),
        max_size=30,
    )
)
def test_every_value_openpyxl_writes_reads_back(
    tmp_path_factory: pytest.TempPathFactory, values: dict[tuple[int, int], object]
) -> None:
    path = tmp_path_factory.mktemp("x") / "a.xlsx"
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for (row, column), value in values.items():
        page.cell(row, column).value = value  # type: ignore[assignment]
    book.save(path)
    words = {True: "WAHR", False: "FALSCH"}
    expected = {
        place: words[value] if isinstance(value, bool) else str(value)
        for place, value in values.items()
        if str(value).strip()
    }
    assert expected == {place: cell.text for place, cell in sheet(path).cells.items() if cell.text}
