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
