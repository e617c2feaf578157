"""Old Excel workbooks: the same sheet as an xlsx gives, whatever the format can say."""

from __future__ import annotations

import datetime as dt
import json
import struct
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders import gate
from loaders.grid import Grid
from loaders.limits import Limits
from loaders.readers.xls import read as read_xls
from loaders.readers.xlsx import read as read_xlsx
from ontology.errors import LoadError
from tests.loaders.binary_books import record, remark, stream, web_link, with_records

PALETTE = {"FFFF00": 5, "FF0000": 2, "00FF00": 3}


def read(path: Path) -> tuple[Grid, ...]:
    return gate.read(path)


def bare(path: Path, book: xlwt.Workbook, more: bytes = b"") -> Path:
    path.write_bytes(with_records(stream(book, path.parent), more))
    return path


def small() -> xlwt.Workbook:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Matrix")
    for row, line in enumerate((("Akteur", "Beratung"), ("VHS Siegen", "x"))):
        for column, said in enumerate(line):
            sheet.write(row, column, said)
    return book


CELL = st.one_of(
    st.tuples(st.just("text"), st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12)),
    st.tuples(st.just("int"), st.integers(-100_000, 1_000_000)),
    st.tuples(st.just("float"), st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 3))),
    st.tuples(st.just("bool"), st.booleans()),
    st.tuples(st.just("date"), st.dates(dt.date(1901, 1, 1), dt.date(2099, 12, 31))),
    st.tuples(st.just("percent"), st.sampled_from([0.0, 0.5, 0.75, 1.0, 0.125])),
    st.tuples(st.just("none"), st.just("")),
)  # fmt: skip
LOOK = st.tuples(st.booleans(), st.booleans(), st.sampled_from(["", *PALETTE]), st.sampled_from(["Arial", "Wingdings"]))
CODES = {"date": "DD.MM.YYYY", "percent": "0%"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cells=st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 5)), st.tuples(CELL, LOOK), min_size=1),
    merge=st.tuples(st.integers(8, 9), st.integers(0, 2), st.integers(1, 3)),
    hidden=st.tuples(st.sets(st.integers(0, 7)), st.sets(st.integers(0, 5))),
)
def test_the_same_sheet_reads_the_same_from_xls_and_xlsx(
    tmp_path: Path,
    cells: dict[tuple[int, int], tuple[tuple[str, object], tuple[bool, bool, str, str]]],
    merge: tuple[int, int, int],
    hidden: tuple[set[int], set[int]],
) -> None:
    old, new = xlwt.Workbook(), xlsxwriter.Workbook(tmp_path / "a.xlsx", {"strings_to_numbers": False})
    sheet, page = old.add_sheet("Blatt", cell_overwrite_ok=True), new.add_worksheet("Blatt")
    for (row, column), ((kind, value), (bold, strike, fill, name)) in cells.items():
        style = xlwt.XFStyle()
        style.num_format_str = CODES.get(kind, "General")
        style.font.bold, style.font.struck_out, style.font.name = bold, strike, name
        said = {"bold": bold, "font_strikeout": strike, "font_name": name, "num_format": CODES.get(kind, "General")}
        if fill:
            style.pattern.pattern, style.pattern.pattern_fore_colour = 1, PALETTE[fill]
            said["bg_color"] = f"#{fill}"
        sheet.write(row, column, value, style)
        looks = new.add_format(said)
        if kind == "text":
            page.write_string(row, column, value, looks)
        else:
            page.write(row, column, value if value != "" else None, looks)
    top, left, width = merge
    sheet.write_merge(top, top + 1, left, left + width, "über alles")
    page.merge_range(top, left, top + 1, left + width, "über alles")
    for row in hidden[0]:
        sheet.row(row).hidden = True
        page.set_row(row, None, None, {"hidden": True})
    for column in hidden[1]:
        sheet.col(column).hidden = True
        page.set_column(column, column, None, None, {"hidden": True})
    old.save(str(tmp_path / "a.xls"))
    new.close()
    assert read_xlsx(tmp_path / "a.xlsx", Limits()) == read_xls(tmp_path / "a.xls", Limits())


def test_errors_and_formulas_show_their_stored_results(tmp_path: Path) -> None:
    found = with_records(
        stream(small(), tmp_path),
        record(0x0205, struct.pack("<HHHBB", 2, 0, 15, 42, 1))
        + record(0x0006, struct.pack("<HHHdHIH", 2, 1, 15, 7.0, 0, 0, 3) + b"\x1e\x07\x00")
        + record(0x0006, struct.pack("<HHHBBBBBBBBHIH", 2, 2, 15, 1, 0, 1, 0, 0, 0, 255, 255, 0, 0, 2) + b"\x1d\x01"),
    )
    path = tmp_path / "a.xls"
    path.write_bytes(found)
    (grid,) = read(path)
    assert [(cell.text, cell.kind, cell.formula) for (row, _), cell in grid.cells.items() if row == 3] == [
        ("#NV", "error", False),
        ("7", "number", True),
        ("WAHR", "bool", True),
    ]


def test_comments_lose_the_name_of_who_wrote_them(tmp_path: Path) -> None:
    more = remark(1, 1, "Müller:\nnur donnerstags", "Müller") + remark(0, 0, "Stand Mai", "", 2)
    (grid,) = read(bare(tmp_path / "a.xls", small(), more))
    assert ("nur donnerstags", "Stand Mai") == (grid.cells[2, 2].comment, grid.cells[1, 1].comment)


def test_links_hold_for_their_cells(tmp_path: Path) -> None:
    more = web_link(1, 1, 0, 0, "mailto:vhs@example.org") + web_link(0, 40, 1, 1, "https://example.org/a")
    (grid,) = read(bare(tmp_path / "a.xls", small(), more))
    assert {(2, 1): "mailto:vhs@example.org", (1, 2): "https://example.org/a", (2, 2): "https://example.org/a"} == {
        place: cell.link for place, cell in grid.cells.items() if cell.link
    }


def test_a_link_formula_gives_address_and_label(tmp_path: Path) -> None:
    book = small()
    book.get_sheet(0).write(2, 0, xlwt.Formula('HYPERLINK("https://example.org";"zur Seite")'))
    book.save(str(tmp_path / "a.xls"))
    (grid,) = read(tmp_path / "a.xls")
    assert ("zur Seite", "https://example.org", True) == (
        grid.cells[3, 1].text, grid.cells[3, 1].link, grid.cells[3, 1].formula
    )  # fmt: skip


def test_a_text_of_struck_and_open_parts_is_not_struck(tmp_path: Path) -> None:
    book = small()
    struck = xlwt.easyfont("struck_out true")
    sheet = book.get_sheet(0)
    sheet.write_rich_text(2, 0, (("entfällt", struck), " seit Mai"))
    sheet.write_rich_text(2, 1, (("ent", struck), ("fällt", struck)))
    sheet.write_rich_text(3, 0, (("\uf0fc", xlwt.easyfont("name Wingdings")),))
    book.save(str(tmp_path / "a.xls"))
    (grid,) = read(tmp_path / "a.xls")
    assert [(grid.text(3, 1), grid.cells[3, 1].strike), (grid.text(3, 2), grid.cells[3, 2].strike)] == [
        ("entfällt seit Mai", False),
        ("entfällt", True),
    ]
    assert ("ü", "Wingdings") == (grid.text(4, 1), grid.cells[4, 1].font)


def test_hidden_sheets_and_sheets_of_another_sort_are_told(tmp_path: Path) -> None:
    book = small()
    book.add_sheet("Archiv").visibility = 1
    book.get_sheet(1).write(0, 0, "alt")
    book.save(str(tmp_path / "a.xls"))
    assert [("Matrix", False), ("Archiv", True)] == [(grid.name, grid.hidden) for grid in read(tmp_path / "a.xls")]
    data = (tmp_path / "a.xls").read_bytes()
    at = data.find(b"\x06\x00Archiv") if b"\x06\x00Archiv" in data else data.find(b"\x06\x00" + b"Archiv")
    (tmp_path / "b.xls").write_bytes(data[: at - 1] + b"\x02" + data[at:])
    (grid,) = read(tmp_path / "b.xls")
    assert [{"name": "Archiv"}] == [json.loads(line)["params"] for line in grid.notes]


def test_dates_count_from_1904_where_the_book_says_so(tmp_path: Path) -> None:
    book = small()
    style = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    book.get_sheet(0).write(2, 0, 45_000, style)
    book.dates_1904 = True
    book.save(str(tmp_path / "a.xls"))
    (grid,) = read(tmp_path / "a.xls")
    assert ("2027-03-16", "date") == (grid.text(3, 1), grid.cells[3, 1].kind)


def test_a_password_is_named(tmp_path: Path) -> None:
    records = stream(small(), tmp_path)
    first = 4 + struct.unpack_from("<H", records, 2)[0]
    path = tmp_path / "a.xls"
    path.write_bytes(records[:first] + record(0x002F, bytes(54)) + records[first:])
    with pytest.raises(LoadError) as caught:
        read(path)
    assert "encrypted" == caught.value.code
    assert "Passwort" in caught.value.de


def biff(version: int, *records: bytes) -> bytes:
    codes = {2: 0x0009, 3: 0x0209, 4: 0x0409, 5: 0x0809}
    kind = {2: b"\x02\x00\x10\x00", 3: b"\x00\x00\x10\x00\x00\x00", 4: b"\x00\x00\x10\x00\x00\x00"}[version]
    return record(codes[version], kind) + b"".join(records) + record(0x000A, b"")


@pytest.mark.parametrize("version", [2, 3, 4])
def test_workbooks_from_before_the_container_are_read(tmp_path: Path, version: int) -> None:
    def label(row: int, column: int, said: bytes) -> bytes:
        if version == 2:
            return record(0x0004, struct.pack("<HH3sB", row, column, bytes(3), len(said)) + said)
        return record(0x0204, struct.pack("<HHHH", row, column, 0, len(said)) + said)

    path = tmp_path / "a.xls"
    path.write_bytes(
        biff(version, record(0x0042, struct.pack("<H", 1252)), *(label(*at) for at in (
            (0, 0, b"Akteur"), (0, 1, b"Beratung"), (1, 0, "Köln".encode("cp1252")), (1, 1, b"x"))))
    )  # fmt: skip
    (grid,) = read(path)
    assert ["Akteur", "Beratung", "Köln", "x"] == [cell.text for cell in grid.cells.values()]


def test_a_book_whose_comments_cannot_be_read_still_gives_its_values(tmp_path: Path) -> None:
    (grid,) = read(bare(tmp_path / "a.xls", small(), record(0x001C, b"\x01")))
    assert ("x", ["VN1112"]) == (grid.text(2, 2), [json.loads(line)["code"] for line in grid.notes])


def test_more_cells_than_allowed_are_refused_before_they_are_read(tmp_path: Path) -> None:
    small().save(str(tmp_path / "a.xls"))
    with pytest.raises(LoadError) as caught:
        gate.read(tmp_path / "a.xls", limits=replace(Limits(), cells=3))
    assert "too_large" == caught.value.code
