"""OpenDocument sheets as odfpy and LibreOffice write them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from loaders import gate
from loaders.grid import Grid, GridCell, Merge, address
from loaders.limits import Limits
from loaders.readers.ods import read
from ontology.errors import LoadError
from tests.loaders.workbooks import save

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_HEAD = (
    f'<office:document-content xmlns:office="{_ODF}:office:1.0" xmlns:table="{_ODF}:table:1.0" '
    f'xmlns:text="{_ODF}:text:1.0" xmlns:style="{_ODF}:style:1.0" xmlns:fo="{_ODF}:xsl-fo-compatible:1.0" '
    f'xmlns:draw="{_ODF}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
)
_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def document(path: Path, tables: str, styles: str = "", **more: str) -> Path:
    body = (
        f"{_HEAD}<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
        f"{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return save(path, {"mimetype": _MIMETYPE, "content.xml": body, **more})


def table(rows: str, name: str = "Blatt", more: str = "") -> str:
    return f'<table:table table:name="{name}" {more}>{rows}</table:table>'


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def cell(text: str = "", more: str = "", inside: str = "") -> str:
    words = f"<text:p>{text}</text:p>" if text else ""
    kind = 'office:value-type="string"' if text and "value-type" not in more else ""
    return f"<table:table-cell {kind} {more}>{inside}{words}</table:table-cell>"


def only(path: Path) -> Grid:
    (grid,) = read(path, Limits())
    return grid


def texts(grid: Grid) -> dict[str, str]:
    return {address(*place): stored.text for place, stored in grid.cells.items()}


def test_the_fixture_matrix_reads_with_merges_and_dates() -> None:
    grid = only(FIXTURES / "o09_verbundene_zellen.ods")
    assert Merge(4, 1, 6, 1) in grid.merges
    assert grid.text(4, 2) == "Team BBiE\nTel. 0221 4710-401\nbbie@aa-he.example.org"
    assert grid.cells[7, 9] == GridCell("2026-06-30", "date")


def test_what_odfpy_writes_reads_back(tmp_path: Path) -> None:
    from odf import dc, office, opendocument, style, text
    from odf import table as odf_table

    book: Any = opendocument.OpenDocumentSpreadsheet()
    marked = style.Style(name="marked", family="table-cell")
    marked.addElement(style.TableCellProperties(backgroundcolor="#92d050"))
    marked.addElement(style.TextProperties(fontweight="bold", textlinethroughstyle="solid"))
    book.automaticstyles.addElement(marked)
    page = odf_table.Table(name="Matrix")
    line = odf_table.TableRow()
    first = odf_table.TableCell(valuetype="string", stylename=marked)
    note = office.Annotation()
    note.addElement(dc.Creator(text="R"))
    note.addElement(text.P(text="nur dienstags"))
    first.addElement(note)
    paragraph = text.P()
    paragraph.addElement(text.A(href="https://vhs.example.org", text="VHS"))
    first.addElement(paragraph)
    line.addElement(first)
    line.addElement(odf_table.TableCell(valuetype="float", value="1"))
    page.addElement(line)
    book.spreadsheet.addElement(page)
    book.save(tmp_path / "a.ods")
    grid = only(tmp_path / "a.ods")
    assert grid.cells == {
        (1, 1): GridCell("VHS", fill="92D050", bold=True, strike=True, comment="nur dienstags", link="https://vhs.example.org"),
        (1, 2): GridCell("1", "number"),
    }  # fmt: skip


def test_repeated_cells_and_rows_are_each_there(tmp_path: Path) -> None:
    twice = 'table:number-columns-repeated="2"'
    page = table(
        row(cell("Akteur"), cell("", 'table:number-columns-repeated="16383"'))
        + row(cell("x", twice), more='table:number-rows-repeated="2"')
        + row(cell("", 'table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048573"')
    )
    grid = only(document(tmp_path / "a.ods", page))
    assert texts(grid) == {"A1": "Akteur", "A2": "x", "B2": "x", "A3": "x", "B3": "x"}


def test_a_word_repeated_to_the_end_of_the_sheet_is_refused_quickly(tmp_path: Path) -> None:
    page = table(row(cell("x", 'table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048576"'))
    with pytest.raises(LoadError) as caught:
        gate.read(document(tmp_path / "a.ods", page))
    assert caught.value.code == "too_large"


def test_colour_repeated_to_the_end_of_the_sheet_costs_nothing(tmp_path: Path) -> None:
    paint = '<style:style style:name="p" style:family="table-cell"><style:table-cell-properties fo:background-color="#92D050"/></style:style>'
    wide = 'table:style-name="p" table:number-columns-repeated="16384"'
    page = table(
        row(cell("VHS"), cell("", 'table:style-name="p"'))
        + row(cell("", wide), more='table:number-rows-repeated="1048575"')
    )
    grid = only(document(tmp_path / "a.ods", page, paint))
    assert {stored.fill for place, stored in grid.cells.items() if place != (1, 1)} == {"92D050"}
    assert grid.bounds()[2] <= 2


def test_merged_hidden_and_linked_sheets(tmp_path: Path) -> None:
    hide = (
        '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    spanned = cell("VHS", 'table:number-rows-spanned="2" table:number-columns-spanned="2"')
    covered = "<table:covered-table-cell><text:p>darunter</text:p></table:covered-table-cell>"
    pages = (
        table(
            '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
            + row(spanned, covered, cell("c"))
            + row(
                "<table:covered-table-cell/>",
                "<table:covered-table-cell/>",
                cell("d"),
                more='table:visibility="filter"',
            )
        )
        + table(row(cell("alt")), "Archiv", 'table:style-name="h"')
        + table('<table:table-source xlink:href="file:///x.ods"/>' + row(cell("fremd")), "extern")
    )
    matrix, archive = read(document(tmp_path / "a.ods", pages, hide), Limits())
    assert texts(matrix) == {"A1": "VHS", "C1": "c", "C2": "d"}
    assert (matrix.merges, matrix.hidden_rows, matrix.hidden_columns) == (
        (Merge(1, 1, 2, 2),),
        frozenset({2}),
        frozenset({2, 3}),
    )
    assert "darunter" in matrix.notes[0]
    assert (archive.hidden, texts(archive)) == (True, {"A1": "alt"})


def test_values_stand_as_a_german_reader_sees_them(tmp_path: Path) -> None:
    page = table(
        row(
            cell("0,40", 'office:value-type="float" office:value="0.4"'),
            cell("75%", 'office:value-type="percentage" office:value="0.75"'),
            cell("12.03.25", 'office:value-type="date" office:date-value="2025-03-12"'),
            cell("12.03.25 14:30", 'office:value-type="date" office:date-value="2025-03-12T14:30:00"'),
            cell("TRUE", 'office:value-type="boolean" office:boolean-value="true"'),
            cell("09:05", 'office:value-type="time" office:time-value="PT09H05M00S"'),
            cell("01067", 'office:value-type="float" office:value="1067"'),
            cell("12 Plätze", 'office:value-type="float" office:value="12"'),
            cell("#N/A", 'table:formula="of:=NA()" office:value-type="string" calcext:value-type="error"'),
            cell("", 'table:formula="of:=IF(0;1;&quot;&quot;)" office:value-type="string"'),
            cell("a<text:s text:c='2'/>b<text:line-break/>c<text:tab/>d"),
            cell("1", "", "<draw:frame><draw:text-box><text:p>Bildtext</text:p></draw:text-box></draw:frame>"),
        )
    )
    grid = only(document(tmp_path / "a.ods", page))
    assert [(stored.text, stored.kind) for stored in grid.cells.values()] == [
        ("0,4", "number"), ("75 %", "number"), ("2025-03-12", "date"), ("2025-03-12 14:30", "date"), ("WAHR", "bool"),
        ("09:05", "text"), ("01067", "number"), ("12 Plätze", "text"), ("#NV", "error"), ("", "empty"), ("a  b\nc\td", "text"),
        ("1", "text"),
    ]  # fmt: skip
    assert grid.cells[1, 10].formula


def test_styles_inherit_and_columns_give_defaults(tmp_path: Path) -> None:
    styles = (
        '<style:style style:name="base" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="child" style:family="table-cell" style:parent-style-name="base">'
        '<style:table-cell-properties fo:background-color="#ffc000"/></style:style>'
        '<style:style style:name="loop" style:family="table-cell" style:parent-style-name="loop"/>'
        '<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    columns = '<table:table-column table:default-cell-style-name="child"/><table:table-column table:default-cell-style-name="loop"/>'
    struck = '<text:span text:style-name="T1">weg</text:span>'
    grid = only(document(tmp_path / "a.ods", table(columns + row(cell("VHS"), cell(struck))), styles))
    assert grid.cells[1, 1] == GridCell("VHS", fill="FFC000", bold=True)
    assert grid.cells[1, 2] == GridCell("weg", strike=True)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (
            lambda path: document(
                path, table(row(cell("x"))), **{"META-INF/manifest.xml": "<a><manifest:encryption-data/></a>"}
            ),
            "encrypted",
        ),
        (lambda path: save(path, {"mimetype": _MIMETYPE, "content.xml": "<office:document"}), "broken"),
        (lambda path: save(path, {"mimetype": _MIMETYPE}), "broken"),
        (lambda path: document(path, ""), "broken"),
        (lambda path: document(path, table("")), "not_a_table"),
        (lambda path: save(path, {"mimetype": "application/vnd.oasis.opendocument.text"}), "unsupported"),
        (lambda path: save(path, {"mimetype": _MIMETYPE, "content.xml": "<!DOCTYPE x><a/>"}), "broken"),
    ],
)
def test_unreadable_documents_give_one_code(tmp_path: Path, make: Callable[[Path], Path], code: str) -> None:
    with pytest.raises(LoadError) as caught:
        gate.read(make(tmp_path / "a.ods"))
    assert caught.value.code == code


def test_a_document_in_one_flat_file_reads_as_the_packed_one(tmp_path: Path) -> None:
    packed = FIXTURES / "o09_verbundene_zellen.ods"
    with zipfile.ZipFile(packed) as archive:
        content = archive.read("content.xml").decode()
    path = tmp_path / "matrix.xml"
    path.write_text(content.replace("office:document-content", "office:document"), encoding="utf-8")
    assert [texts(grid) for grid in gate.read(packed)] == [texts(grid) for grid in gate.read(path)]
