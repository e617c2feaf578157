"""Forms with several pairs in a line: ``Telefon | 0221 … | | Angebote | Kurse``."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.grid import Grid
from loaders.matrix import dump_profile, interpret, propose, read_profile
from tests.loaders.matrix.drawing import draw, told

FORM = """
Steckbrief
Name der Einrichtung: | VHS Hagen {gap} | |
Ansprechpartner: | Team Kurse {gap} | Telefon: | 0221 4710-274
Angebote: | Sprachkurs; Alphabetisierung {gap} | Zielgruppen: | Frauen
Ort: | Hagen {gap} | E-Mail: | vhs@example.org
"""
SAID = [
    "B3 VHS Hagen contactName Team Kurse", "B4 VHS Hagen offers Sprachkurs", "B4 VHS Hagen offers Alphabetisierung",
    "B5 VHS Hagen inRegion Hagen", "{c}3 VHS Hagen contactPhone 0221 4710-274", "{c}4 VHS Hagen forAudience Frauen",
    "{c}5 VHS Hagen contactMail vhs@example.org",
]  # fmt: skip


@pytest.mark.parametrize(("gap", "column"), [("|", "E"), ("", "D")], ids=["with a gap", "side by side"])
def test_both_pairs_of_a_line_are_about_whom_the_form_names(gap: str, column: str) -> None:
    assert [line.format(c=column) for line in SAID] == told(draw(FORM.format(gap=gap)))


def test_a_phone_in_one_pair_is_that_of_the_name_in_the_other() -> None:
    said = {one.predicate: dict(one.details) for one in interpret([draw(FORM.format(gap="|"))], "x.xlsx").statements}
    assert "Team Kurse" == said["contactPhone"]["contact"]


def test_of_forms_below_each_other_each_pair_belongs_to_its_own() -> None:
    second = FORM.replace("VHS Hagen", "AWO Olpe").replace("vhs@", "awo@")
    lines = told(draw(FORM.format(gap="|").strip() + "\n\n" + second.format(gap="|").strip()))
    assert {"E5 VHS Hagen contactMail vhs@example.org", "E11 AWO Olpe contactMail awo@example.org"} <= set(lines)


def test_a_value_that_is_a_word_of_the_dictionary_stays_a_value() -> None:
    drawn = draw(FORM.format(gap="|").replace("Team Kurse", "Anmeldung"))
    assert "B3 VHS Hagen contactName Anmeldung" in told(drawn)


def test_a_table_with_a_header_is_no_form_however_many_words_stand_in_it() -> None:
    drawn = draw(
        "Einrichtung | Art | Telefon | Ort\nVHS Hagen | Verein | 0221 4710-1 | Hagen\nAWO Olpe | Verein | | Olpe"
    )
    assert [(1,)] == [plan.header_rows for plan in interpret([drawn], "x.xlsx").plans]


def test_the_proposed_profile_of_such_a_form_says_which_pair_continues_which(tmp_path: Path) -> None:
    drawn = draw(FORM.format(gap="|"))
    profile = tmp_path / "profile.yaml"
    profile.write_text(dump_profile(propose([drawn])), encoding="utf-8")
    assert 'continues: "A"' in profile.read_text(encoding="utf-8")
    assert interpret([drawn], "x").statements == interpret([drawn], "x", read_profile(profile)).statements


def test_a_person_can_say_that_a_table_goes_on_about_the_actor_of_another(tmp_path: Path) -> None:
    drawn: Grid = draw(
        "Wir | VHS Hagen | | Gut | Sprachkurs\nWo | Hagen | | Nah | Olpe\nTelefon | 0221 4710-1 | | Tage | Montag"
    )
    profile = tmp_path / "profile.yaml"
    profile.write_text(
        "tables:\n"
        "  - {turned: true, sheet: Blatt, header: A, body: [B, B], columns: {1: {form: stub, role: actor}, 2: {form: value, role: region}}}\n"
        "  - {turned: true, sheet: Blatt, header: D, body: [E, E], continues: A, columns: {1: {form: value, role: offer}}}\n",
        encoding="utf-8",
    )
    assert "E1 VHS Hagen offers Sprachkurs" in told(drawn, profile=read_profile(profile))


def test_forms_beside_each_other_are_each_about_their_own_actor() -> None:
    drawn = draw(
        """
        Name | VHS Hagen | | Name | AWO Olpe
        Telefon | 0221 4710-1 | | Telefon | 0221 4710-2
        Angebote | Sprachkurs | | Angebote | Schuldnerberatung
        Ort | Hagen | | Ort | Olpe
        """
    )
    assert {
        "B3 VHS Hagen offers Sprachkurs", "E3 AWO Olpe offers Schuldnerberatung", "E4 AWO Olpe inRegion Olpe offer=Schuldnerberatung",
        "E2 AWO Olpe contactPhone 0221 4710-2",
    } <= set(told(drawn))  # fmt: skip
