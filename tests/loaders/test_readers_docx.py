"""Tables in Word documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders import gate
from loaders.grid import Grid, Merge, address
from loaders.matrix import interpret
from ontology.errors import LoadError
from tests.loaders.documents import cell, document, paragraph, run, table

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"
PLAIN = table([("Akteur", "Beratung"), ("VHS Siegen", "x")])


def texts(grid: Grid) -> dict[str, str]:
    return {address(*place): found.text for place, found in grid.cells.items()}


def one(path: Path, body: str, **parts: object) -> Grid:
    (grid,) = gate.read(document(path / "a.docx", body, **parts))  # type: ignore[arg-type]
    return grid


def test_a_table_is_a_sheet_with_its_rows_and_columns(tmp_path: Path) -> None:
    grid = one(tmp_path, PLAIN)
    assert ("Tabelle 1", {"A1": "Akteur", "B1": "Beratung", "A2": "VHS Siegen", "B2": "x"}) == (grid.name, texts(grid))


def test_sheets_are_named_by_the_heading_above_and_told_apart(tmp_path: Path) -> None:
    body = f"{paragraph('Kreis Olpe', 'berschrift1')}{PLAIN}{paragraph('Kreis Soest', 'Heading2')}{paragraph('Stand: Mai')}{PLAIN}{PLAIN}"
    found = gate.read(document(tmp_path / "a.docx", body))
    assert ["Kreis Olpe", "Kreis Soest", "Tabelle 3"] == [grid.name for grid in found]


def test_short_lines_around_a_table_stand_below_it_and_prose_is_told(tmp_path: Path) -> None:
    prose = "Das Netzwerk ist gewachsen. " * 20
    body = f"{paragraph(prose)}{paragraph('Übersicht')}{PLAIN}{paragraph('x = Angebot vorhanden')}{paragraph(prose)}"
    grid = one(tmp_path, body)
    assert ("Übersicht", "x = Angebot vorhanden") == (grid.text(4, 1), grid.text(5, 1))
    assert [("VN1114", "2")] == [(said["code"], said["params"]["count"]) for said in map(json.loads, grid.notes)]


def test_cells_merge_across_and_down(tmp_path: Path) -> None:
    body = table(
        [
            (cell("Akteur", '<w:vMerge w:val="restart"/>'), cell("Beratung", '<w:gridSpan w:val="2"/>')),
            (cell("", "<w:vMerge/>"), "Einzel", "Gruppe"),
            ("VHS", cell("x", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')),
            ("JC", cell("", '<w:gridSpan w:val="2"/><w:vMerge/>')),
        ]
    )
    assert (Merge(1, 1, 2, 1), Merge(1, 2, 1, 3), Merge(3, 2, 4, 3)) == one(tmp_path, body).merges


def test_looks_marks_and_boxes_speak(tmp_path: Path) -> None:
    box = '<w:p><w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r></w:p>'
    rows = [
        (
            cell("a", '<w:shd w:val="clear" w:fill="92D050"/>'),
            cell(f"<w:p>{run('entfällt', '<w:strike/>')}</w:p>"),
            cell("<w:p>" + run("b", '<w:highlight w:val="yellow"/>') + "</w:p>"),
        ),
        (
            cell('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'),
            cell(box),
            cell("<w:p>" + run("weg", "<w:vanish/>") + run("da") + "<w:del>" + run("alt") + "</w:del></w:p>"),
        ),
    ]
    grid = one(tmp_path, table(rows))
    assert ("92D050", True, "FFFF00") == (grid.cells[1, 1].fill, grid.cells[1, 2].strike, grid.cells[1, 3].fill)
    assert ("ü", "Wingdings", "☑", "da") == (grid.text(2, 1), grid.cells[2, 1].font, grid.text(2, 2), grid.text(2, 3))


def test_links_comments_and_footnotes_reach_their_cells(tmp_path: Path) -> None:
    rows = [
        (
            cell(f'<w:p><w:hyperlink r:id="h1">{run("VHS")}</w:hyperlink></w:p>'),
            cell(f'<w:p>{run("x")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'),
        ),
        ("JC", cell(f'<w:p>{run("x")}<w:r><w:commentReference w:id="0"/></w:r></w:p>')),
    ]
    more = {
        "footnotes": f'<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">{paragraph("nur dienstags")}</w:footnote>',
        "comments": f'<w:comment w:id="0" w:author="a">{paragraph("bitte prüfen")}</w:comment>',
    }
    grid = one(tmp_path, table(rows), more=more, links=[("h1", "mailto:vhs@example.org")])
    assert ("mailto:vhs@example.org", "x¹", "bitte prüfen") == (
        grid.cells[1, 1].link, grid.text(1, 2), grid.cells[2, 2].comment
    )  # fmt: skip
    assert "¹ nur dienstags" == grid.text(4, 1)


def test_paragraphs_of_a_cell_are_its_lines_and_a_table_in_it_too(tmp_path: Path) -> None:
    inner = table([("Tel.", "0221 4710-1")])
    rows = [
        ("Akteur", "Kontakt", "Ort"),
        ("VHS", cell(paragraph("Team") + paragraph("Ring 1\nSiegen") + inner), "Siegen"),
    ]
    assert "Team\nRing 1\nSiegen\nTel. 0221 4710-1" == one(tmp_path, table(rows)).text(2, 2)


def test_a_matrix_copied_into_a_document_says_the_same(tmp_path: Path) -> None:
    (book,) = gate.read(FIXTURES / "o01_einfach.xlsx")
    _, _, bottom, right = book.bounds()
    rows = [[book.text(row, column) for column in range(1, right + 1)] for row in range(1, bottom + 1)]
    grid = one(tmp_path, table(rows))
    before = {statement.key for statement in interpret([book], "a").statements}
    assert before == {statement.key for statement in interpret([grid], "a").statements}


@pytest.mark.parametrize("body", ["", paragraph("Nur ein Brief."), "<w:tbl/>"])
def test_a_document_without_a_table_says_so(tmp_path: Path, body: str) -> None:
    with pytest.raises(LoadError) as caught:
        gate.read(document(tmp_path / "a.docx", body))
    assert "not_a_table" == caught.value.code


@pytest.mark.parametrize(
    "body",
    ["<w:tbl><w:tr><w:tc>" * 30_000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 30_000, "<w:tbl>" + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999"/><w:vMerge/></w:tcPr></w:tc></w:tr>' * 20_000 + "</w:tbl>"],
)  # fmt: skip
def test_deep_and_wide_tables_end_as_grids_or_an_error(tmp_path: Path, body: str) -> None:
    try:
        gate.read(document(tmp_path / "a.docx", body))
    except LoadError as error:
        outcome = error.code
    else:
        outcome = "read"
    assert outcome in {"read", "not_a_table", "too_large", "broken"}
