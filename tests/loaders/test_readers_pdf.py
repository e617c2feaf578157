"""Tables in PDF files: drawn with lines, aligned with blanks, over several pages; scans and locked files are named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders import gate
from loaders.grid import Grid, Merge, address
from loaders.matrix import interpret
from ontology.errors import LoadError
from tests.loaders.printed import Page, write

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"
ROWS = (("Akteur", "Beratung", "Kurse"), ("VHS Köln", "x", ""), ("Jobcenter Olpe", "", "x"))
WIDTHS = (150, 80, 80)


def texts(grid: Grid) -> dict[str, str]:
    return {address(*place): cell.text for place, cell in grid.cells.items()}


def one(path: Path, *pages: Page) -> Grid:
    (grid,) = gate.read(write(path / "a.pdf", pages))
    return grid


def ruled(rows: tuple[tuple[str, ...], ...] = ROWS, top: float = 780) -> Page:
    page = Page()
    page.ruled(50, top, WIDTHS, rows)
    return page


def test_a_table_with_lines_is_a_sheet_named_by_the_line_above(tmp_path: Path) -> None:
    page = ruled()
    page.text(50, 800, "Netzwerkmatrix Köln")
    page.text(50, 700, "x = Angebot vorhanden")
    grid = one(tmp_path, page)
    assert "Netzwerkmatrix Köln" == grid.name
    assert {
        "A1": "Akteur", "B1": "Beratung", "C1": "Kurse", "A2": "VHS Köln", "B2": "x", "A3": "Jobcenter Olpe", "C3": "x",
        "A5": "Netzwerkmatrix Köln", "A6": "x = Angebot vorhanden",
    } == texts(grid)  # fmt: skip


def test_where_a_line_is_missing_two_cells_are_one(tmp_path: Path) -> None:
    page = Page()
    for y, right in ((780, 360), (760, 200), (740, 360), (720, 360)):
        page.line(50, y, right, y)
    page.line(200, 760, 280, 760)
    for x, top in ((50, 780), (200, 780), (280, 760), (360, 780)):
        page.line(x, top, x, 720)
    page.line(280, 760, 360, 760)
    for x, y, said in (
        (53, 766, "Akteur"),
        (203, 766, "Beratung"),
        (203, 746, "Einzel"),
        (283, 746, "Gruppe"),
        (53, 726, "VHS"),
        (283, 726, "x"),
    ):
        page.text(x, y, said)
    grid = one(tmp_path, page)
    assert (Merge(1, 2, 1, 3),) == grid.merges
    assert ("Beratung", "Einzel", "Gruppe", "x") == (grid.text(1, 2), grid.text(2, 2), grid.text(2, 3), grid.text(3, 3))


def test_lines_within_a_cell_are_joined_where_the_program_broke_them(tmp_path: Path) -> None:
    page = Page()
    page.ruled(50, 780, WIDTHS, (("Akteur", "Ort", ""), ("", "", "x")), step=60)
    for y, said in ((708, "Beratung und Begleitung für"), (696, "Geflüchtete"), (684, "Tel. 0221")):
        page.text(53, y, said)
    for y, said in ((708, "Siegen-"), (696, "Wittgenstein")):
        page.text(203, y, said)
    grid = one(tmp_path, page)
    assert "Beratung und Begleitung für Geflüchtete\nTel. 0221" == grid.text(2, 1)
    assert "Siegen-Wittgenstein" == grid.text(2, 2)


def test_colours_symbols_and_links_reach_their_cells(tmp_path: Path) -> None:
    page = ruled()
    page.marks.insert(0, "q 0.5725 0.8157 0.3137 rg 200 740 80 20 re f Q q 0.9 0.2 0.2 rg 0 0 10 10 re f Q")
    page.text(283, 746, "\xfc", "F2")
    page.links.append((50, 740, 120, 758, "mailto:vhs@example.org"))
    grid = one(tmp_path, page)
    assert ("92D050", "") == (grid.cells[2, 2].fill, grid.cells[2, 1].fill)
    assert ("ü", "Wingdings") == (grid.text(2, 3), grid.cells[2, 3].font)
    assert "mailto:vhs@example.org" == grid.cells[2, 1].link


def test_borders_printed_as_thin_areas_are_lines(tmp_path: Path) -> None:
    page = Page()
    for y in (780, 760, 740):
        page.box(50, y, 160, 0.7, "0 0 0")
    for x in (50, 130, 210):
        page.box(x, 740, 0.7, 40, "0 0 0")
    for x, y, said in ((53, 766, "Akteur"), (133, 766, "Kurse"), (53, 746, "VHS"), (133, 746, "x")):
        page.text(x, y, said)
    grid = one(tmp_path, page)
    assert {"A1": "Akteur", "B1": "Kurse", "A2": "VHS", "B2": "x"} == texts(grid)
    assert {""} == {cell.fill for cell in grid.cells.values()}


def test_rows_without_lines_between_them_are_rows(tmp_path: Path) -> None:
    page = Page()
    page.ruled(50, 780, WIDTHS, (("Akteur", "Ort", "Kurse"), ("", "", "")), step=100)
    for number, (name, place, mark) in enumerate(
        (("VHS", "Köln", "x"), ("JC", "Olpe", ""), ("AA", "Hagen", "x"), ("HWK", "Bonn", "x"), ("IHK", "Hamm", ""))
    ):
        for x, said in ((53, name), (203, place), (283, mark)):
            page.text(x, 660 - number * 14, said) if said else None
    grid = one(tmp_path, page)
    assert ["VHS", "JC", "AA", "HWK", "IHK"] == [grid.text(row, 1) for row in range(2, 7)]
    assert ["x", "", "x", "x", ""] == [grid.text(row, 3) for row in range(2, 7)]


def test_a_table_runs_on_over_pages(tmp_path: Path) -> None:
    second = ruled((("AA Hagen", "x", ""), ("IHK", "", "x")), top=800)
    second.text(300, 30, "Seite 2")
    other = Page()
    other.ruled(50, 780, (100, 100), (("Kürzel", "Name"), ("JC", "Jobcenter")))
    first, last = gate.read(write(tmp_path / "a.pdf", [ruled(), second, other]))
    assert ["Akteur", "VHS Köln", "Jobcenter Olpe", "AA Hagen", "IHK"] == [first.text(row, 1) for row in range(1, 6)]
    assert {"A1": "Kürzel", "B1": "Name", "A2": "JC", "B2": "Jobcenter"} == texts(last)


def test_columns_aligned_without_lines_are_columns(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 800, "Matrix der Partner in der Region, Stand Mai dieses Jahres")
    for number, row in enumerate((*ROWS, ("AA Hagen", "x", "x"))):
        for x, said in zip((50, 250, 350), row, strict=True):
            page.text(x, 770 - 16 * number, said) if said else None
    grid = one(tmp_path, page)
    assert [
        "Matrix der Partner in der Region, Stand Mai dieses Jahres",
        "Akteur",
        "VHS Köln",
        "Jobcenter Olpe",
        "AA Hagen",
    ] == [grid.text(row, 1) for row in range(1, 6)]
    assert ["x", "", "x"] == [grid.text(row, 2) for row in (3, 4, 5)]
    assert ["", "x", "x"] == [grid.text(row, 3) for row in (3, 4, 5)]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page_reads_as_people_see_it(tmp_path: Path, turned: int) -> None:
    page = Page(turned=turned)
    matrix = {90: "0 1 -1 0 595 0 cm", 180: "-1 0 0 -1 595 842 cm", 270: "0 -1 1 0 0 842 cm"}[turned]
    page.marks.append(matrix)
    page.ruled(50, 480, WIDTHS, ROWS)
    assert {
        "A1": "Akteur",
        "B1": "Beratung",
        "C1": "Kurse",
        "A2": "VHS Köln",
        "B2": "x",
        "A3": "Jobcenter Olpe",
        "C3": "x",
    } == texts(one(tmp_path, page))


def test_a_printed_matrix_says_the_same_as_the_workbook(tmp_path: Path) -> None:
    (book,) = gate.read(FIXTURES / "o01_einfach.xlsx")
    _, _, bottom, right = book.bounds()
    rows = [[book.text(row, column) for column in range(1, right + 1)] for row in range(1, bottom + 1)]
    page = Page()
    page.ruled(10, 800, (270, *[180] * (right - 1)), rows)
    before = {statement.key for statement in interpret([book], "a").statements}
    assert before == {statement.key for statement in interpret([one(tmp_path, page)], "a").statements}


def test_running_text_is_counted_and_told(tmp_path: Path) -> None:
    page = Page()
    for number in range(12):
        page.text(50, 820 - 14 * number, f"Das ist Zeile {number} eines langen Berichts über das Netzwerk.")
    page.ruled(50, 600, WIDTHS, ROWS)
    (said,) = map(json.loads, one(tmp_path, page).notes)
    assert ("VN1114", "7") == (said["code"], said["params"]["count"])


def refused(path: Path) -> LoadError:
    with pytest.raises(LoadError) as caught:
        gate.read(path)
    return caught.value


def test_a_scan_says_that_it_is_one(tmp_path: Path) -> None:
    page = Page()
    page.marks.append("q 500 0 0 700 40 40 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q")
    error = refused(write(tmp_path / "a.pdf", [page]))
    assert ("not_a_table", True) == (error.code, "Scan" in error.de)


def test_a_letter_holds_no_table(tmp_path: Path) -> None:
    page = Page()
    for number, said in enumerate(
        ("Sehr geehrte Damen und Herren,", "anbei die Liste. Bitte beachten Sie", "die Frist am Monatsende.")
    ):
        page.text(50, 800 - 14 * number, said)
    assert "not_a_table" == refused(write(tmp_path / "a.pdf", [page])).code


def test_a_locked_document_is_encrypted(tmp_path: Path) -> None:
    lock = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">>>"
    assert "encrypted" == refused(write(tmp_path / "a.pdf", [ruled()], extra=lock)).code


def test_a_cut_off_document_is_broken_or_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.pdf", [ruled()])
    path.write_bytes(path.read_bytes()[:40])
    assert "broken" == refused(path).code
