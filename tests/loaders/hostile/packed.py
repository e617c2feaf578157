"""Hostile files that are zips: workbooks, OpenDocument sheets, Word documents."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.loaders.documents import W, cell, document, paragraph, table
from tests.loaders.test_readers_ods import cell as ods_cell
from tests.loaders.test_readers_ods import document as ods
from tests.loaders.test_readers_ods import row as ods_row
from tests.loaders.test_readers_ods import table as ods_table
from tests.loaders.workbooks import MAIN, parts, relations, rows, save, text_cell

GOOD = rows(("Akteur", "Beratung"), ("VHS Siegen", "x"))
Make = Callable[[Path], Path]


def book(sheet: str = GOOD, **more: str) -> Make:
    """Return how to write a workbook; further parts replace those of the same name (``__`` for ``/``)."""
    named = {name.replace("__", "/").replace("_DOT_", "."): content for name, content in more.items()}
    return lambda path: save(path, {**parts(sheet), **named})


def _row(cells: str) -> str:
    return f'<sheetData><row r="1">{cells}</row></sheetData>'


def _strings(content: str) -> Make:
    def write(path: Path) -> Path:
        found = parts(_row(content))
        found["xl/_rels/workbook.xml.rels"] = relations(
            ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml")
        )
        found["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}" count="1"><si><t>eins</t></si></sst>'
        return save(path, found)

    return write


def _styles(styles: str) -> Make:
    def write(path: Path) -> Path:
        found = parts(_row('<c r="A1" s="5"><v>1</v></c>'))
        found["xl/_rels/workbook.xml.rels"] = relations(
            ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "styles", "styles.xml")
        )
        found["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
        return save(path, found)

    return write


def _filled(path: Path, name: str, begin: bytes, filling: bytes, end: bytes, times: int) -> Path:
    """Put a part of much filling into a finished file."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as out:
        out.write(begin)
        for _ in range(times):
            out.write(filling)
        out.write(end)
    return path


def _word_bomb(path: Path) -> Path:
    save(path, {"[Content_Types].xml": "", "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml"))})
    begin = f'<w:document xmlns:w="{W}"><w:body>'.encode()
    return _filled(path, "word/document.xml", begin, b" " * (1 << 20), b"</w:body></w:document>", 300)


def _ods_bomb(path: Path) -> Path:
    save(path, {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})
    return _filled(path, "content.xml", b"<a>", b" " * (1 << 20), b"</a>", 300)


def _string_bomb(path: Path) -> Path:
    _strings('<c r="A1" t="s"><v>0</v></c>')(path)
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist() if "sharedStrings.xml" not in name}
    save(path, content)
    begin = f'<sst xmlns="{MAIN}"><si><t>'.encode()
    return _filled(path, "xl/sharedStrings.xml", begin, b"ab" * (1 << 19), b"</t></si></sst>", 120)


def _own_sheet(path: Path) -> Path:
    found = parts(GOOD)
    found["xl/_rels/workbook.xml.rels"] = relations(("r1", "worksheet", "workbook.xml"))
    return save(path, found)


def _own_comments(path: Path) -> Path:
    found = parts(GOOD)
    found["xl/worksheets/_rels/sheet1.xml.rels"] = relations(("r1", "comments", "sheet1.xml"))
    return save(path, found)


def _many_sheets(path: Path) -> Path:
    found = parts(GOOD)
    sheets = "".join(f'<sheet name="B{at}" sheetId="{at}" r:id="r1"/>' for at in range(1, 20_000))
    found["xl/workbook.xml"] = str(found["xl/workbook.xml"]).replace("</sheets>", sheets + "</sheets>")
    return save(path, found)


def _macros_only(path: Path) -> Path:
    found = {**parts(GOOD), "xl/vbaProject.bin": b"\xd0\xcf"}
    found["xl/_rels/workbook.xml.rels"] = relations(("r1", "xlMacrosheet", "worksheets/sheet1.xml"))
    return save(path, found)


def _linked_area(path: Path) -> Path:
    found = parts(GOOD + "<hyperlinks>" + '<hyperlink ref="A1:XFD1048576" r:id="r1"/>' * 2_000 + "</hyperlinks>")
    found["xl/worksheets/_rels/sheet1.xml.rels"] = relations(("r1", "hyperlink", "https://example.org"), external=True)
    return save(path, found)


def _wide_word(path: Path) -> Path:
    wide = cell("x", '<w:gridSpan w:val="999999"/><w:vMerge w:val="restart"/>')
    return document(path, table([[wide] * 200] * 100))


FILES: list[tuple[str, Make, set[str]]] = [
    ("deep nesting", book("<a>" * 100_000 + "</a>" * 100_000), {"not_a_table", "broken"}),
    ("deep nesting in a cell", book(_row('<c r="A1" t="inlineStr"><is>' + "<r>" * 50_000 + "<t>x</t>" + "</r>" * 50_000 + "</is></c>")), {"read"}),
    ("a string that is not there", _strings('<c r="A1" t="s"><v>7</v></c>'), {"broken"}),
    ("a string below none", _strings('<c r="A1" t="s"><v>-1</v></c>'), {"broken"}),
    ("a string that is no number", _strings('<c r="A1" t="s"><v>eins</v></c>'), {"broken"}),
    ("no numbers", book(_row('<c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c><c r="C1"><v>-inf</v></c><c r="D1"><v>1e300</v></c>')), {"read"}),
    ("row nought", book('<sheetData><row r="0"><c r="A0"><v>1</v></c></row></sheetData>'), {"broken", "read"}),
    ("a row below none", book('<sheetData><row r="-3"><c><v>1</v></c></row></sheetData>'), {"broken", "not_a_table", "read"}),
    ("a row of a hundred digits", book(f'<sheetData><row r="{"9" * 100}"><c><v>1</v></c></row></sheetData>'), {"read", "broken"}),
    ("a size that lies", book('<dimension ref="A1:XFD1048576"/>' + GOOD), {"read"}),
    ("rows in any order", book("<sheetData>" + "".join(f'<row r="{at}">{text_cell(f"A{at}", "x")}</row>' for at in (9, 1, 5, 1, 9)) + "</sheetData>"), {"read"}),
    ("columns hidden without end", book('<cols><col min="1" max="2000000000" hidden="1"/></cols>' + GOOD), {"read"}),
    ("merges over each other", book(GOOD + "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 50_000 + "</mergeCells>"), {"read", "too_large"}),
    ("a merge turned round", book(GOOD + '<mergeCells><mergeCell ref="B2:A1"/><mergeCell ref="A1"/></mergeCells>'), {"read"}),
    ("a look that is not there", _styles("<cellXfs><xf/></cellXfs>"), {"read"}),
    ("many looks", _styles("<cellXfs>" + '<xf numFmtId="9" fontId="99" fillId="99"/>' * 100_000 + "</cellXfs>"), {"read", "too_large"}),
    ("a format that never ends", _styles(f'<numFmts><numFmt numFmtId="200" formatCode="{"0;[" * 30_000}"/></numFmts><cellXfs>' + '<xf numFmtId="200"/>' * 6 + "</cellXfs>"), {"read", "broken"}),
    ("a string bomb", _string_bomb, {"too_large"}),
    ("a sheet that is its workbook", _own_sheet, {"not_a_table", "broken"}),
    ("comments that are their sheet", _own_comments, {"read", "broken"}),
    ("twenty thousand sheets", _many_sheets, {"too_large"}),
    ("links over everything", _linked_area, {"read"}),
    ("a million cells in one row", book(_row("<c><v>1</v></c>" * 1_000_000)), {"too_large"}),
    ("nothing but macros", _macros_only, {"not_a_table"}),
    ("ods bomb", _ods_bomb, {"too_large"}),
    ("ods rows without end", lambda path: ods(path, ods_table(ods_row(ods_cell("x", 'table:number-columns-repeated="16000"'), more='table:number-rows-repeated="1048576"'))), {"too_large"}),
    ("ods nothing without end", lambda path: ods(path, ods_table(ods_row(ods_cell("x")) + ods_row(ods_cell("", 'table:number-columns-repeated="99999999"'), more='table:number-rows-repeated="99999999"') + ods_row(ods_cell("y")))), {"read"}),
    ("ods styles in a circle", lambda path: ods(path, ods_table(ods_row(ods_cell("x", 'table:style-name="a"'))), '<style:style style:name="a" style:family="table-cell" style:parent-style-name="b"/><style:style style:name="b" style:family="table-cell" style:parent-style-name="a"/>'), {"read"}),
    ("ods spans without end", lambda path: ods(path, ods_table(ods_row(*[ods_cell("x", 'table:number-columns-spanned="16000" table:number-rows-spanned="1000000"')] * 50) * 50)), {"read", "too_large"}),
    ("ods deep nesting", lambda path: ods(path, ods_table(ods_row(ods_cell("", "", "<text:p>" + "<text:span>" * 50_000 + "x" + "</text:span>" * 50_000 + "</text:p>")))), {"read", "too_large"}),
    ("ods minus", lambda path: ods(path, ods_table(ods_row(ods_cell("x"), more='table:number-rows-repeated="-5"') + ods_row(ods_cell("x", 'table:number-columns-repeated="-5"'), ods_cell("y")))), {"read", "broken", "not_a_table"}),
    ("word bomb", _word_bomb, {"too_large"}),
    ("word tables in tables", lambda path: document(path, "<w:tbl><w:tr><w:tc>" * 50_000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 50_000), {"read", "not_a_table", "too_large"}),
    ("word spans without end", _wide_word, {"read", "too_large"}),
    ("word with a document type", lambda path: save(path, {"[Content_Types].xml": "", "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")), "word/document.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'}), {"broken"}),
    ("word that is its own footnotes", lambda path: save(path, {"[Content_Types].xml": "", "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")), "word/_rels/document.xml.rels": relations(("r1", "footnotes", "document.xml")), "word/document.xml": f'<w:document xmlns:w="{W}">{table([("a", "b"), ("c", "d")])}</w:document>'}), {"read"}),
]  # fmt: skip
"""Name, how to write it, how reading it may end."""
