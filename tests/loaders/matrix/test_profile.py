"""A profile corrects the reading, says clearly what is wrong with it, and is not applied to another header."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.matrix import dump_profile, interpret, propose, read_profile
from ontology.errors import LoadError
from tests.loaders.matrix.drawing import draw

TEXT = """
Wer | Fit | Klartext
Plan B | x |
Café Global | | W
"""


def test_a_corrected_role_and_sign_change_what_is_said(tmp_path: Path) -> None:
    grid = draw(TEXT, "Matrix")
    text = dump_profile(propose([grid]))
    text = text.replace('"B": {form: mark, role: offer', '"B": {form: mark, role: theme')
    text = text.replace("tables:", 'signs:\n  "W": "nur auf Anfrage"\ntables:', 1)
    path = tmp_path / "matrix.yaml"
    path.write_text(text, encoding="utf-8")
    found = interpret([grid], "m.xlsx", read_profile(path))
    said = {(s.subject.label, s.predicate): dict(s.details) for s in found.statements if s.predicate != "label"}
    assert said == {
        ("Plan B", "onTheme"): {},
        ("Café Global", "offers"): {"access": "registration", "meaning": "nur auf Anfrage"},
    }


def test_a_closed_table_says_no_where_cells_are_empty(tmp_path: Path) -> None:
    grid = draw(TEXT, "Matrix")
    path = tmp_path / "matrix.yaml"
    path.write_text(dump_profile(propose([grid])).replace("closed: false", "closed: true"), encoding="utf-8")
    found = interpret([grid], "m.xlsx", read_profile(path))
    assert [str(s.evidence[0]) for s in found.statements if s.polarity == "no"] == ["Matrix!C2", "Matrix!B3"]
    assert found.ledger.balanced


def test_a_changed_header_is_reported_and_its_new_column_is_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "matrix.yaml"
    path.write_text(dump_profile(propose([draw(TEXT, "Matrix")])), encoding="utf-8")
    later = draw(TEXT.replace("Klartext", "Sprachkurse"), "Matrix")
    found = interpret([later], "m.xlsx", read_profile(path))
    drifted = [issue for issue in found.issues if issue.code == "VN2301"]
    assert [(dict(issue.params)["missing"], dict(issue.params)["fresh"]) for issue in drifted] == [
        ("»Klartext«", "»Sprachkurse« (C)")
    ]
    assert {s.subject.label for s in found.statements} == {"Plan B", "Café Global"}
    assert [str(s.evidence[0]) for s in found.statements if s.predicate != "label"] == ["Matrix!B2"]
    assert [str(i.place) for i in found.issues if i.code == "VN2303"] == ["Matrix!C1", "Matrix!C3"]


def test_next_years_file_is_found_again_although_its_table_moved_down(tmp_path: Path) -> None:
    path = tmp_path / "matrix.yaml"
    text = dump_profile(propose([draw(TEXT, "Matrix")])).replace("role: offer", "role: audience")
    path.write_text(text, encoding="utf-8")
    later = draw("Netzwerkmatrix 2027\n\n" + TEXT.strip() + "\nNeue Wege | x | x", "Matrix")
    found = interpret([later], "m.xlsx", read_profile(path))
    assert [s.predicate for s in found.statements if s.subject.label == "Neue Wege"] == [
        "label",
        "forAudience",
        "forAudience",
    ]
    assert not [issue for issue in found.issues if issue.code == "VN2301"]


def test_an_ignored_sheet_is_ignored_by_name(tmp_path: Path) -> None:
    path = tmp_path / "matrix.yaml"
    path.write_text("profile: 1\nignore: [Alt]\n", encoding="utf-8")
    found = interpret([draw(TEXT, "Matrix"), draw(TEXT, "Alt")], "m.xlsx", read_profile(path))
    assert {kind for (sheet, _, _), kind in found.cells.items() if sheet == "Alt"} == {"structure"}


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("tables: [", "", "Zeile"),
        ("tabellen: []", "tabellen", "tables"),
        (
            "tables:\n  - {sheet: A, header: [1], body: [2, end], columns: {A: {role: akteur}}}",
            "tables[1].columns.A.role",
            "actor",
        ),
        ("tables:\n  - {sheet: A, header: [A], body: [2, end], columns: {}}", "tables[1].header", "7"),
        ("tables:\n  - {sheet: A, header: [1], body: [], columns: {}}", "tables[1].body", "end"),
        (
            "tables:\n  - {sheet: A, header: [1], body: [2, end], towards: up, columns: {}}",
            "tables[1].towards",
            "column",
        ),
    ],
)
def test_a_broken_profile_is_refused_with_its_place(tmp_path: Path, text: str, place: str, words: str) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        read_profile(path)
    assert (caught.value.code, caught.value.place) == ("profile", place)
    assert words in caught.value.de


def test_a_missing_profile_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError) as caught:
        read_profile(tmp_path / "nowhere.yaml")
    assert caught.value.code == "profile"
