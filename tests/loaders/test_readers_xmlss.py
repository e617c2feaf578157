"""Excel's XML of 2003: what old exports call .xls."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders import gate
from loaders.grid import Grid, Merge
from ontology.errors import LoadError

HEAD = """<?xml version="1.0" encoding="{encoding}"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40"><Styles>
 <Style ss:ID="Default"><Font ss:FontName="Arial"/></Style>
 <Style ss:ID="ja"><Interior ss:Color="#92D050" ss:Pattern="Solid"/></Style>
 <Style ss:ID="tag"><NumberFormat ss:Format="Short Date"/></Style>
 <Style ss:ID="teil" ss:Parent="ja"><NumberFormat ss:Format="0%"/><Font ss:Bold="1" ss:StrikeThrough="1"/></Style>
 <Style ss:ID="zeichen"><Font ss:FontName="Wingdings"/></Style></Styles>"""
SHEET = '<Worksheet ss:Name="{name}"><Table>{rows}</Table>{options}</Worksheet>'


def read(path: Path, rows: str, options: str = "", *, encoding: str = "utf-8", more: str = "") -> tuple[Grid, ...]:
    text = HEAD.format(encoding=encoding) + SHEET.format(name="Köln", rows=rows, options=options) + more + "</Workbook>"
    file = path / "export.xls"
    file.write_bytes(text.encode(encoding))
    return gate.read(file)


def data(kind: str, value: str) -> str:
    return f'<Data ss:Type="{kind}">{value}</Data>'


def test_every_type_of_value_reads_as_in_any_other_workbook(tmp_path: Path) -> None:
    cells = "".join(
        (
            f"<Cell>{data('String', 'VHS&#10;Köln')}</Cell>",
            f"<Cell>{data('Number', '0.4')}</Cell>",
            f'<Cell ss:StyleID="teil">{data("Number", "0.75")}</Cell>',
            f'<Cell ss:StyleID="tag">{data("DateTime", "2025-03-12T00:00:00.000")}</Cell>',
            f"<Cell>{data('DateTime', '1899-12-31T08:30:00.000')}</Cell>",
            f"<Cell>{data('Boolean', '1')}</Cell>",
            f"<Cell>{data('Error', '#N/A')}</Cell>",
            f'<Cell ss:Formula="=1+1" ss:StyleID="ja">{data("Number", "2")}</Cell>',
        )
    )
    (grid,) = read(tmp_path, f"<Row>{cells}</Row>")
    assert ["VHS\nKöln", "0,4", "75 %", "2025-03-12", "08:30", "WAHR", "#NV", "2"] == [
        cell.text for cell in grid.cells.values()
    ]
    assert ["text", "number", "number", "date", "text", "bool", "error", "number"] == [
        cell.kind for cell in grid.cells.values()
    ]
    assert ("92D050", True, True) == (grid.cells[1, 3].fill, grid.cells[1, 3].bold, grid.cells[1, 3].strike)
    assert ("92D050", True, False) == (grid.cells[1, 8].fill, grid.cells[1, 8].formula, grid.cells[1, 2].formula)


def test_indices_spans_and_what_is_hidden(tmp_path: Path) -> None:
    rows = (
        '<Column ss:Index="2" ss:Hidden="1"/><Row ss:Index="3" ss:Hidden="1">'
        f'<Cell ss:Index="2" ss:MergeAcross="1" ss:MergeDown="1">{data("String", "a")}</Cell><Cell>{data("String", "b")}</Cell></Row>'
        f"<Row><Cell>{data('String', 'c')}</Cell></Row>"
    )
    hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    more = SHEET.format(name="Zwei", rows=f"<Row><Cell>{data('String', 'd')}</Cell></Row>", options="")
    first, second = read(tmp_path, rows, hidden, more=more)
    assert {(3, 2): "a", (3, 4): "b", (4, 1): "c"} == {place: cell.text for place, cell in first.cells.items()}
    assert (Merge(3, 2, 4, 3),) == first.merges
    assert ({3}, {2}) == (set(first.hidden_rows), set(first.hidden_columns))
    assert [("Köln", True), ("Zwei", False)] == [(first.name, first.hidden), (second.name, second.hidden)]


def test_comments_links_and_marked_runs(tmp_path: Path) -> None:
    comment = '<Comment ss:Author="Müller"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>Müller:</B>&#10;nur freitags</ss:Data></Comment>'
    struck = '<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>entfällt</S></ss:Data>'
    rows = (
        f'<Row><Cell ss:HRef="mailto:vhs@example.org">{data("String", "VHS")}{comment}</Cell><Cell>{struck}</Cell>'
        f'<Cell ss:StyleID="zeichen">{data("String", "ü")}</Cell></Row>'
    )
    (grid,) = read(tmp_path, rows, encoding="utf-16")
    first, second, third = grid.cells.values()
    assert ("mailto:vhs@example.org", "nur freitags") == (first.link, first.comment)
    assert ("entfällt", True, "Wingdings") == (second.text, second.strike, third.font)


@pytest.mark.parametrize(
    ("rows", "code"),
    [("", "not_a_table"), ("<Row><Cell>", "broken"), ('<Row ss:Index="x">', "broken"), (f'<Row ss:Index="-5"><Cell ss:Index="0">{data("String", "a")}</Cell></Row>', "broken")],
)  # fmt: skip
def test_what_is_no_sheet_is_named(tmp_path: Path, rows: str, code: str) -> None:
    with pytest.raises(LoadError) as caught:
        read(tmp_path, rows)
    assert code == caught.value.code


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'
        + HEAD.format(encoding="utf-8").partition("?>")[2]
        + "</Workbook>"
    )
    with pytest.raises(LoadError) as caught:
        gate.read(path)
    assert "broken" == caught.value.code
