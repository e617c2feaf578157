"""The same matrix in every format that is read says the same, whatever the file is called."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter
import xlwt

from loaders import load
from loaders.readers import KINDS
from loaders.source import SourceSpec
from tests.loaders import documents, test_readers_ods, test_readers_xmlss
from tests.loaders.pages import HEAD
from tests.loaders.printed import Page, write

ROWS = (
    ("Akteur", "Weiterbildungsberatung", "Anerkennungsberatung", "Kompetenzfeststellung"),
    ("VHS Köln", "x", "", "nur SGB II"),
    ("Jobcenter Märkischer Kreis", "", "x", "x"),
    ("Agentur für Arbeit Hagen", "x", "u25", "-"),
    ("Handwerkskammer Südwestfalen", "", "auf Anfrage", ""),
)
Rows = Sequence[Sequence[str]]


def xlsx(path: Path, rows: Rows) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Tabelle 1")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()


def xls(path: Path, rows: Rows) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Tabelle 1")
    for number, row in enumerate(rows):
        for column, said in enumerate(row):
            sheet.write(number, column, said)
    book.save(str(path))


def ods(path: Path, rows: Rows) -> None:
    lines = (test_readers_ods.row(*map(test_readers_ods.cell, row)) for row in rows)
    test_readers_ods.document(path, test_readers_ods.table("".join(lines), "Tabelle 1"))


def fods(path: Path, rows: Rows) -> None:
    ods(path, rows)
    path.write_text(
        documents.part_of(path, "content.xml").replace("office:document-content", "office:document"), encoding="utf-8"
    )


def csv(path: Path, rows: Rows) -> None:
    path.write_text("\r\n".join(";".join(row) for row in rows), encoding="cp1252")


def html(path: Path, rows: Rows) -> None:
    lines = "".join("<tr>" + "".join(f"<td>{said}</td>" for said in row) + "</tr>" for row in rows)
    path.write_text(f"{HEAD.format(charset='utf-16')}<table>{lines}</table></body></html>", encoding="utf-16")


def xmlss(path: Path, rows: Rows) -> None:
    lines = "".join(
        "<Row>" + "".join(f"<Cell>{test_readers_xmlss.data('String', said)}</Cell>" for said in row) + "</Row>"
        for row in rows
    )
    sheet = test_readers_xmlss.SHEET.format(name="Tabelle 1", rows=lines, options="")
    path.write_text(f"{test_readers_xmlss.HEAD.format(encoding='utf-8')}{sheet}</Workbook>", encoding="utf-8")


def docx(path: Path, rows: Rows) -> None:
    documents.document(path, documents.table(rows))


def pdf(path: Path, rows: Rows) -> None:
    page = Page()
    page.ruled(20, 800, (170, 130, 130, 130), rows)
    write(path, [page])


WRITERS: dict[str, Callable[[Path, Rows], None]] = {
    "xlsx": xlsx, "xls": xls, "ods": ods, "fods": fods, "csv": csv, "html": html, "xmlss": xmlss, "docx": docx, "pdf": pdf,
}  # fmt: skip


def said(path: Path) -> dict[str, tuple[str, ...]]:
    loaded = load(SourceSpec("matrix", path))
    assert loaded.ledger.balanced
    return {
        statement.key: (statement.subject.label, statement.predicate, str(statement.object))
        for statement in loaded.statements
    }


def test_every_format_has_its_writer_here() -> None:
    assert sorted(WRITERS) == sorted(KINDS)


@pytest.mark.parametrize("kind", sorted(WRITERS))
@pytest.mark.parametrize("ending", ["xls", "txt"])
def test_a_matrix_says_the_same_in_every_format_under_any_ending(tmp_path: Path, kind: str, ending: str) -> None:
    xlsx(tmp_path / "a.xlsx", ROWS)
    WRITERS[kind](tmp_path / f"b.{ending}", ROWS)
    expected = said(tmp_path / "a.xlsx")
    assert len(expected) > 10
    assert expected == said(tmp_path / f"b.{ending}")


LIST = (Path(__file__).parents[1] / "fixtures" / "matrix" / "o04_kontaktliste_cp1252.csv").read_bytes().decode("cp1252")
MIXED = b"\n".join(line.encode("utf-8" if at % 2 else "cp1252") for at, line in enumerate(LIST.split("\n")))


@pytest.mark.parametrize(
    ("data", "noted"),
    [
        (LIST.encode(), ""), (LIST.encode("utf-8-sig"), ""), (LIST.encode("utf-16"), ""), (LIST.encode("utf-16-le"), "VN1101"),
        (LIST.encode("utf-32-be"), "VN1101"), (LIST.encode("cp850"), "VN1101"), (LIST.encode("cp437"), "VN1101"),
        (LIST.encode("mac_roman"), "VN1101"), (MIXED, "VN1113"), (unicodedata.normalize("NFD", LIST).encode(), ""),
        (LIST.encode().decode("cp1252").encode(), "VN1102"), (LIST.encode("cp1252").decode("cp850").encode(), "VN1102"),
        (("sep=;\r\n" + LIST).encode("cp1252"), "VN1101"), (LIST.replace(";", "\t").encode(), ""),
    ],
    ids=["utf-8", "mark", "utf-16", "utf-16 without mark", "utf-32", "cp850", "cp437", "mac", "mixed", "nfd", "twice", "dos", "sep", "tab"],
)  # fmt: skip
def test_a_contact_list_says_the_same_in_every_encoding_and_what_was_guessed_is_told(
    tmp_path: Path, data: bytes, noted: str
) -> None:
    plain, other = tmp_path / "a.csv", tmp_path / "b.csv"
    plain.write_text(LIST, encoding="utf-8", newline="")
    other.write_bytes(data)
    assert said(plain) == said(other)
    codes = {issue.code for issue in load(SourceSpec("matrix", other)).issues if issue.code.startswith("VN11")}
    assert ({noted} if noted else set()) == codes
