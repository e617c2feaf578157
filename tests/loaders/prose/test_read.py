"""The door: encodings, what is refused with which words, what is told, and that nothing is trusted."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.limits import Limits
from loaders.prose import wire
from loaders.prose.blocks import document_of
from loaders.prose.nature import nature
from loaders.prose.read import read_document
from loaders.refusal import Refusal
from ontology.errors import LoadError
from tests.loaders.documents import document, paragraph, table
from tests.loaders.prose.lawful import lawful, spent
from tests.loaders.workbooks import parts, save

GERMAN = "Weiterbildungsverbund Köln\n\nTräger: Kammer für Köln\n\nDer Verbund berät Beschäftigte und Betriebe in der Region.\n"


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_stored_as_it_stands_in_whatever_encoding_it_came(tmp_path: Path, encoding: str) -> None:
    found = lawful(read_document(written(tmp_path / "a.txt", GERMAN.encode(encoding)), source="texte/a.txt"))
    assert (GERMAN, "texte/a.txt") == (found.text, found.source)
    assert ["title", "label", "paragraph"] == [block.kind for block in found.blocks]


def test_line_ends_stay_so_that_offsets_count_the_file(tmp_path: Path) -> None:
    text = GERMAN.replace("\n", "\r\n")
    assert text == lawful(read_document(written(tmp_path / "a.md", text.encode()))).text


def test_a_table_in_markdown_is_a_grid_named_by_the_line_above(tmp_path: Path) -> None:
    text = "# Verbund\n\n**Wer bietet was**\n\n| Stelle | Kurse |\n|---|---|\n| VHS Nord | x |\n\nEin Satz danach.\n"
    found = lawful(read_document(written(tmp_path / "a.md", text.encode())))
    assert [("Wer bietet was", "VHS Nord", "x")] == [(g.name, g.text(2, 1), g.text(2, 2)) for g in found.tables]
    assert ["title", "heading", "table", "table", "table", "paragraph"] == [block.kind for block in found.blocks]


def test_garbled_umlauts_are_put_right_and_told(tmp_path: Path) -> None:
    found = read_document(written(tmp_path / "a.txt", GERMAN.encode().decode("cp1252").encode()))
    assert GERMAN == found.text
    assert ["VN1122"] == [json.loads(line)["code"] for line in found.notes]


def test_an_english_text_is_read_with_a_note(tmp_path: Path) -> None:
    english = "The regional network supports companies and employees with training and advice for the region. " * 4
    (note,) = (json.loads(line) for line in read_document(written(tmp_path / "a.txt", english.encode())).notes)
    assert ("VN1121", "en") == (note["code"], note["params"]["language"])


@pytest.mark.parametrize(
    ("name", "data", "code", "says"),
    [
        ("leer.txt", b"", "broken", "leer"),
        ("blank.txt", b" \n\n ", "not_a_document", "keinen Text"),
        ("striche.txt", b"---\n***\n", "not_a_document", "keinen Text"),
        ("bytes.txt", bytes(range(256)) * 40, "unsupported", "Binärdaten"),
        ("bild.html", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "unsupported", "PNG"),
        ("brief.rtf", b"{\\rtf1 Text}", "unsupported", "als Dokument"),
        ("rest.docx", b"PK\x03\x04" + b"\0" * 40, "broken", "Textprogramm"),
        ("rest.pdf", b"%PDF-1.4\n1 0 obj", "broken", "PDF-Datei"),
        ("lang.txt", b"Wort " * 900_000, "too_large", "Zeichen lang"),
        ("zeilen.txt", b"a\n" * 90_000, "too_large", "Zeilen"),
        ("tags.html", b"<html><body>" + b"<div>" * 250_000 + b"Text", "too_large", "Tags"),
    ],
)  # fmt: skip
def test_what_is_no_document_is_refused_soon_with_one_sentence_and_what_to_do(
    tmp_path: Path, name: str, data: bytes, code: str, says: str
) -> None:
    path = written(tmp_path / name, data)
    began = spent()
    with pytest.raises(LoadError) as caught:
        read_document(path)
    assert spent() - began < 2
    assert code == caught.value.code
    assert says in caught.value.de
    assert caught.value.en != caught.value.de


def test_a_workbook_is_no_description_and_a_bomb_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="Tabelle") as caught:
        read_document(save(tmp_path / "a.xlsx", parts("<sheetData/>")))
    assert "not_a_document" == caught.value.code
    with pytest.raises(LoadError) as bomb:
        read_document(document(tmp_path / "a.docx", paragraph("a" * 9_000_000)))
    assert "too_large" == bomb.value.code


def test_deep_pages_and_long_attributes_are_read_to_their_end(tmp_path: Path) -> None:
    deep = b"<html><body>" + b"<div>" * 50_000 + b"Der Text" + b"</div>" * 50_000
    assert "Der Text" == read_document(written(tmp_path / "a.html", deep)).text
    wide = b"<html><body><p " + b"a=1 " * 200_000 + b">Der Text"
    assert "Der Text" == read_document(written(tmp_path / "b.html", wide)).text


def test_what_a_file_is_follows_from_most_of_it(tmp_path: Path) -> None:
    assert "prose" == nature(written(tmp_path / "a.txt", GERMAN.encode()))
    assert "table" == nature(written(tmp_path / "b.txt", b"Akteur;Kurse;Beratung\nVHS;x;\nKammer;;x\n"))
    assert "table" == nature(written(tmp_path / "c.md", b"| Akteur | Kurse |\n|---|---|\n| VHS | x |\n| Kammer | |\n"))
    assert "table" == nature(written(tmp_path / "d.csv", GERMAN.encode()))
    assert "table" == nature(save(tmp_path / "e.xlsx", parts("<sheetData/>")))
    rows = table((("Akteur", "Kurse"), ("VHS Köln", "x"), ("Kammer", "x")))
    assert "table" == nature(document(tmp_path / "f.docx", rows))
    assert "prose" == nature(document(tmp_path / "g.docx", paragraph(GERMAN * 3) + rows))
    cells = b"<html><body><table><tr><td>VHS<td>x<tr><td>Kammer<td>x</table>"
    assert "table" == nature(written(tmp_path / "h.html", cells))
    assert "prose" == nature(written(tmp_path / "i.html", b"<html><body><p>" + GERMAN.encode() * 3))
    assert "table" == nature(written(tmp_path / "j.txt", b""))


@given(st.text(max_size=200))
def test_a_document_comes_through_the_wire_as_it_went_in(text: str) -> None:
    found = document_of(text + "\n\n| a | b |\n|---|---|\n| c | d |")
    out = io.BytesIO()
    wire.write(found, out)
    assert found == wire.read(out, Limits(), "")


@given(st.binary(max_size=200), st.integers(0, 400))
def test_an_answer_that_was_tampered_with_is_refused(junk: bytes, at: int) -> None:
    out = io.BytesIO()
    wire.write(document_of("Titel\n\nEin Absatz mit Worten.\n\nA\tB\nC\tD\nE\tF"), out)
    data = out.getvalue()
    try:
        found = wire.read(io.BytesIO(data[:at] + junk + data[at + len(junk) :]), Limits(), "")
    except Refusal:
        return
    assert all(0 <= block.start <= block.end <= len(found.text) for block in found.blocks)
