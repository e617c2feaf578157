"""Letters that went through a wrong code page once: put right where beyond doubt, told, left alone elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import load
from loaders.grid import Grid, GridCell
from loaders.matrix.mojibake import noticed, repair
from loaders.source import SourceSpec

WORDS = ["Köln", "Gütersloh", "Straße", "Größe", "Märkischer Kreis", "Prüfung", "Förderung – „ja“", "5 €", "✓", "☑ ●"]


def as_windows(text: str) -> str:
    """Read UTF-8 as Windows does, which lets the empty places of its page through."""
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in b"\x81\x8d\x8f\x90\x9d" else chr(byte) for byte in text.encode()
    )


@pytest.mark.parametrize("word", [*WORDS, "Überblick", "Öffnung", "Ämter"])
def test_utf8_read_as_windows_text_is_undone_even_twice(word: str) -> None:
    assert word == repair(as_windows(word))
    assert word == repair(as_windows(as_windows(word)))
    assert word == repair(word.encode().decode("latin-1"))
    assert f"{word} Köln" == repair(f"{as_windows(word)} Köln")


@pytest.mark.parametrize(
    ("written", "read"),
    [("cp1252", "cp850"), ("cp1252", "cp437"), ("cp850", "cp1252"), ("cp1252", "mac_roman"), ("utf-8", "cp850"), ("utf-8", "cp437")],
)  # fmt: skip
@pytest.mark.parametrize("word", ["Köln", "Gütersloh", "Prüfung"])
def test_a_wrong_page_of_eight_bits_is_undone_within_words(written: str, read: str, word: str) -> None:
    garbled = "".join(bytes([byte]).decode(read, "replace") for byte in word.encode(written))
    assert word == repair(garbled.replace("\ufffd", "\x81"))


def test_windows_text_read_as_dos_is_told_from_portuguese() -> None:
    assert ("Märkischer Kreis", "Häuser", "Instituto Camões") == (
        repair("Mõrkischer Kreis"), repair("Hõuser"), repair("Instituto Camões")
    )  # fmt: skip


def test_macintosh_text_is_undone_and_doubtful_letters_only_beside_certain_ones() -> None:
    assert "Gespräche für" == repair("GesprŠche fŸr")
    assert ("Kšln", "schön für") == (repair("Kšln"), repair("schšn fŸr"))


@pytest.mark.parametrize(
    "text",
    [*WORDS, "§ 16 SGB II", "10 ÷ 5", "m³ Raum", "Škoda", "Žarko", "„Frauen“ und „Männer”", "Vater”s „Tag“", "x²", "Ã", "ŸŸ", "Pﬂege", "90 ‰"],
)  # fmt: skip
def test_what_may_be_meant_stays(text: str) -> None:
    assert text == repair(text)


@given(st.text("abcdefghijklmnopqrstuvwxyzäöüßÄÖÜABC –€§„“.,;()0123456789²³°'/é", max_size=40))
def test_ordinary_german_is_never_touched(text: str) -> None:
    if not any(sign in text for sign in ("³", "„", "§")):
        assert text == repair(text)


@given(st.text(max_size=40))
def test_a_repaired_text_needs_no_repair(text: str) -> None:
    assert repair(text) == repair(repair(text))


def test_repaired_and_lost_letters_are_told_with_their_cells() -> None:
    cells = {(1, 1): "Akteur", (2, 1): "VHS KÃ¶ln", (3, 1): "VHS KÃ¶ln", (4, 1): "M\ufffdller"}
    notes = [
        json.loads(line) for line in noticed(Grid("Blatt", {place: GridCell(text) for place, text in cells.items()}))
    ]
    assert [("VN1102", "A2", "2", "A2, A3"), ("VN1103", "A4", "1", "A4")] == [
        (said["code"], said["ref"], said["params"]["count"], said["params"]["cells"]) for said in notes
    ]
    assert "VHS Köln" == notes[0]["params"]["read"]


def test_the_note_reaches_whoever_builds(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Akteur;Beratung\nVHS KÃ¶ln;x\nJobcenter;x\n", encoding="utf-8")
    issues = {issue.code: issue for issue in load(SourceSpec("a.csv", path)).issues}
    assert "A2" == str(issues["VN1102"].place)
