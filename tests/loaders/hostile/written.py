"""Hostile files of text: tables, web pages, XML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.loaders.test_readers_xmlss import HEAD, SHEET

Make = Callable[[Path], Path]


def of(text: str | bytes) -> Make:
    """Return how to write a text."""

    def make(path: Path) -> Path:
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return make


def _hole(path: Path) -> Path:
    """A hundred megabytes that take no room on the disk."""
    with path.open("wb") as file:
        file.write(b"Akteur;Beratung\n")
        file.truncate(100 << 20)
    return path


def _office(rows: str) -> Make:
    return of(HEAD.format(encoding="utf-8") + SHEET.format(name="A", rows=rows, options="") + "</Workbook>")


CELL = '<Cell><Data ss:Type="String">x</Data></Cell>'
FLAT = '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'

FILES: list[tuple[str, Make, set[str]]] = [
    ("csv of a hundred megabytes", _hole, {"too_large"}),
    ("csv one line of twenty megabytes", of(b"x" * 20_000_000), {"too_large"}),
    ("csv a million columns", of("a;b\n" + "x;" * 1_000_000), {"too_large"}),
    ("csv a million empty columns", of("a;b\n1;2" + ";" * 1_000_000), {"read"}),
    ("csv three million lines", of(b"a;b\n" * 3_000_000), {"too_large"}),
    ("csv quotes that never close", of('a;"b\n' * 100_000), {"read"}),
    ("csv a quote at the end of all", of("a;b\n" * 50_000 + '"'), {"read"}),
    ("csv one quoted field", of('"' + "a\n" * 300_000), {"read", "too_large"}),
    ("csv nothing but quotes", of('"' * 2_000_000), {"read", "too_large", "not_a_table"}),
    ("csv null bytes", of(b"Akteur;Beratung\0\nVHS Siegen;x\n" * 10), {"read"}),
    ("csv nulls in every cell", of(b"\0;\0\n" * 1000), {"read", "unsupported", "not_a_table"}),
    ("csv half a character", of("Köln;x\nOlpe;y\n".encode()[:-1] + b"\xc3"), {"read"}),
    ("csv half a wide character", of("Köln;x\nOlpe;y\n".encode("utf-16")[:-1]), {"read"}),
    ("csv every byte there is", of(b"a;b\n" + bytes(range(32, 256)) * 100), {"read", "unsupported", "too_large"}),
    ("csv turned writing and signs without width", of("\u202eakteur;\u200bx\n\ufeffa;\u2066b\n"), {"read"}),
    ("text of bars", of("|" * 1_000_000 + "\n|---|\n"), {"read", "not_a_table", "too_large"}),
    ("text of blanks", of((" " * 5_000 + "x" + " " * 5_000 + "y\n") * 300), {"read"}),
    ("page of divisions", of("<html>" + "<div>" * 200_000 + "x"), {"not_a_table"}),
    ("page of tables in tables", of("<table><tr><td>" * 100_000 + "x"), {"read"}),
    ("page of spans", of("<table><tr>" + "<td rowspan=60000 colspan=1000>x" * 5_000 + "<tr><td>" * 50_000), {"read", "too_large"}),
    ("page of rows", of("<table>" + "<tr>" * 600_000), {"too_large"}),
    ("page of cells", of("<table><tr>" + "<td>x" * 600_000), {"too_large"}),
    ("page of open quotes", of("<table><tr><td>x" + "<a='" * 300_000), {"read", "too_large"}),
    ("page of open comments", of("<table><tr><td>x" + "<!--" * 300_000), {"read"}),
    ("page of entities", of("<!DOCTYPE html [<!ENTITY a 'b'>]><table><tr><td>&a;" + "&#x110000;" * 10_000 + "</table>"), {"read"}),
    ("page of styles", of("<style>" + ".a{color:red}" * 100_000 + "</style><table><tr><td class='" + "a " * 50_000 + "'>x"), {"read"}),
    ("page of one attribute", of("<table><tr><td title='" + "x" * 5_000_000 + "'>x"), {"read", "too_large"}),
    ("page of links", of("<table><tr><td>" + "<a href='http://a.example.org'>x" * 100_000), {"read", "too_large"}),
    ("page in an encoding nobody has", of(b"<meta charset=punycode><table><tr><td>K\xf6ln"), {"read"}),
    ("xml with a document type", of("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]>" + HEAD.partition("?>")[2] + "&x;</Workbook>"), {"broken"}),
    ("xml deep nesting", _office("<Row>" * 100_000), {"broken"}),
    ("xml spans without end", _office(f'<Row ss:Span="999999999" ss:Hidden="1">{CELL.replace("<Cell>", """<Cell ss:MergeAcross="99999999" ss:MergeDown="9999999">""")}</Row>' * 100), {"read", "too_large"}),
    ("xml far cell", _office(f'<Row ss:Index="99999999">{CELL}</Row>'), {"read"}),
    ("xml a number of a thousand digits", _office(f'<Row ss:Index="{"9" * 1000}">{CELL}</Row>'), {"read", "broken"}),
    ("xml styles in a circle", of(HEAD.format(encoding="utf-8").replace('ss:ID="Default"', 'ss:ID="Default" ss:Parent="ja"') + SHEET.format(name="A", rows=f"<Row>{CELL}</Row>", options="") + "</Workbook>"), {"read"}),
    ("flat sheet with a document type", of(f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]>{FLAT}&x;</office:document>'), {"broken"}),
    ("flat sheet cut off", of(f'<?xml version="1.0"?>{FLAT}'), {"broken"}),
]  # fmt: skip
"""Name, how to write it, how reading it may end."""
