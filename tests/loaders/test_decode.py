"""Bytes to text: every encoding German offices send, and a word about the guess."""

from __future__ import annotations

import codecs
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.decode import decode

TEXT = "Einrichtung;Straße\nMärkischer Kreis;Lüdenscheid, Überörtliche Förderung – „Öffnung“\nKöln;Gütersloh Größe\n"
PLAIN = TEXT.replace("–", "-").replace("„", "'").replace("“", "'")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be", "mac_roman"])
def test_the_ladder_finds_the_encoding(encoding: str) -> None:
    assert (TEXT, encoding) == (lambda found: (found.text, found.encoding))(decode(TEXT.encode(encoding)))


def test_dos_text_is_told_from_windows_text() -> None:
    found = decode(PLAIN.encode("cp850"))
    assert (found.text, found.encoding) == (PLAIN, "cp850")


def test_a_euro_sign_of_the_other_standard_is_kept() -> None:
    assert decode("Gebühr;5 € für Köln\n".encode("iso-8859-15")).text == "Gebühr;5 € für Köln\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_settles_it_and_vanishes(mark: bytes, encoding: str) -> None:
    found = decode(mark + TEXT.encode(encoding))
    assert (TEXT, encoding, ()) == (found.text, found.encoding, found.notes)


def test_a_guess_is_told_and_certainty_is_not() -> None:
    assert decode(TEXT.encode()).notes == ()
    (note,) = decode(TEXT.encode("cp1252")).notes
    assert json.loads(note) == {
        "code": "VN1101", "params": {"encoding": "cp1252"}, "ref": "", "severity": "info", "value": ""
    }  # fmt: skip


def test_two_exports_pasted_together_keep_their_encodings() -> None:
    found = decode("Müller;Köln\n".encode() + "Schäfer;Gütersloh\n".encode("cp1252"))
    assert found.text == "Müller;Köln\nSchäfer;Gütersloh\n"
    assert found.encoding == "utf-8 + cp1252"


def test_every_line_of_another_encoding_is_told_with_its_number() -> None:
    data = b"Akteur;Ort\n" + "Müller;Köln\n".encode() + "Schäfer;Gütersloh\nVölker;Lüdenscheid\n".encode("cp1252")
    found = decode(data + "Größe;Märkischer Kreis\n".encode("cp850"))
    assert found.text.split("\n")[1:5] == [
        "Müller;Köln", "Schäfer;Gütersloh", "Völker;Lüdenscheid", "Größe;Märkischer Kreis"
    ]  # fmt: skip
    assert [("cp850", "5"), ("utf-8", "2")] == [
        (said["encoding"], said["lines"]) for said in (json.loads(line)["params"] for line in found.notes)
    ]


def test_names_of_other_languages_do_not_make_a_line_dos_text() -> None:
    text = "Köln;Žarko Müller\nŽelimir Žižek\nŠkoda\nTomáš\n"
    assert (text, "cp1252") == (lambda found: (found.text, found.encoding))(decode(text.encode("cp1252")))


def test_typographic_quotes_alone_do_not_make_dos_text() -> None:
    text = "Akteur;Angebot\nVHS;„Beratung“ – offen\n"
    assert (text, "cp1252") == (lambda found: (found.text, found.encoding))(decode(text.encode("cp1252")))


def test_lines_drawn_under_dos_are_no_row_of_umlauts() -> None:
    text = "Prüfung │ Müller\n────────┼───────\n"
    assert (text, "cp850") == (lambda found: (found.text, found.encoding))(decode(text.encode("cp437")))


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be", "utf-16-be"])
def test_wide_characters_are_known_without_a_mark(encoding: str) -> None:
    assert (TEXT, encoding) == (lambda found: (found.text, found.encoding))(decode(TEXT.encode(encoding)))


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1252", "cp1252"), ("ISO-8859-1", "cp1252"), ("macintosh", "mac_roman"), ("punycode", "cp1252"), ("utf-8", "cp1252"), ("x-nie", "cp1252")],
)  # fmt: skip
def test_a_declared_encoding_is_believed_where_the_bytes_allow_it(declared: str, encoding: str) -> None:
    assert TEXT == decode(TEXT.encode(encoding), declared).text
    assert TEXT == decode(TEXT.encode(), declared).text


def test_nul_bytes_are_removed_and_counted() -> None:
    found = decode(b"VHS;x\0\0\nJobcenter;x\nAgentur;x\n")
    assert found.text == "VHS;x\nJobcenter;x\nAgentur;x\n"
    assert '"count": "2"' in found.notes[0]


@given(st.binary(max_size=300))
def test_any_bytes_become_text_without_an_error(data: bytes) -> None:
    assert "\0" not in decode(data).text


@given(st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"])))
def test_utf8_is_never_mistaken(text: str) -> None:
    assert text == decode(text.encode("utf-8")).text
