"""How headers are built: what is around them, what is shortened in them, what they ask and what they are about."""

from __future__ import annotations

import pytest

from loaders.matrix import headers, interpret
from loaders.matrix.header_grammar import asked, bare, by_noun, forms, inside, plain, unbracketed, written_out
from tests.loaders.matrix.drawing import draw


@pytest.mark.parametrize(
    ("folded", "expected"), [("1. wer?", "wer"), ("(*) tel.:", "tel"), ("angebote¹", "angebote"), ("...", "...")]
)
def test_signs_and_numbers_around_a_header_fall_off_unless_nothing_else_is_there(folded: str, expected: str) -> None:
    assert expected == bare(folded)


def test_brackets_fall_off_unless_nothing_else_is_there() -> None:
    assert "angebot" == unbracketed("angebot (kurz)")
    assert "kontakt" == unbracketed("kontakt [mail]")
    assert "(nur intern)" == unbracketed("(nur intern)")


def test_what_stands_in_brackets_at_the_end_can_be_asked_for() -> None:
    assert "E-Mail" == inside("Kontakt (E-Mail)")
    assert "Kürzel" == inside("Thema [Kürzel]: ")
    assert "" == inside("(nur) Text")


def test_the_most_literal_form_comes_first_and_none_comes_twice() -> None:
    assert ["zielgr. (kuerzel)", "zielgr.", "zielgr", "zielgruppe"] == list(forms("Zielgr. (Kürzel)"))
    assert ["wer?", "wer"] == list(forms("Wer?"))


def test_columns_of_a_database_lose_their_underscores_and_numbers() -> None:
    assert ["org_name_1", "org name"] == list(forms("Org_Name_1"))


def test_shortened_words_are_written_out_where_they_are_known() -> None:
    assert "art der einrichtung" == written_out("art d. einr.")
    assert "laufende nummer" == written_out("lfd.nr.")
    assert "xyz foo" == written_out("xyz. foo")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Ihre Ansprechpartner*innen (intern)", "ansprechpartner"),
        ("Anbieter/-in", "anbieter"),
        ("Beteiligte Akteure", "akteure"),
        ("Unser", "unser"),
    ],
)
def test_gendered_endings_and_leading_words_change_nothing(header: str, expected: str) -> None:
    assert expected == plain(header)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Wen erreichen Sie?", "audience"),
        ("Wo sind Sie tätig?", "region"),
        ("Wer macht's?", "actor"),
        ("Was kostet es?", "cost"),
        ("Angebote", ""),
    ],
)
def test_a_question_has_the_role_of_its_answer(header: str, role: str) -> None:
    assert role == asked(header)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Kursname", "offer"),
        ("Weiterbildungsträger", "actor"),
        ("Fachthemen vor Ort", "theme"),
        ("Ort/Kreis", "region"),
        ("Titel der Maßnahme", "offer"),
        ("Foo", ""),
    ],
)
def test_a_header_is_about_its_head_noun(header: str, role: str) -> None:
    assert role == by_noun(header, headers.exact)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Name der Einrichtung", "actor"),
        ("Art der Einrichtung", "type"),
        ("Art des Angebots", "offer"),
        ("Form des Angebots", "format"),
        ("Datum der Rückmeldung", "lastChecked"),
        ("Anzahl der Plätze", "capacity"),
        ("Anzahl der Angebote", "total"),
    ],
)
def test_heads_that_name_sort_date_or_count_do_so_to_what_follows(header: str, role: str) -> None:
    assert role == by_noun(header, headers.exact)


def test_the_cells_say_which_sense_of_a_header_is_meant() -> None:
    grid = draw(
        """
        Zählung | Einrichtung | Sprachkurs | Wann? | weitere Infos
        1 | VHS Siegen | x | Mo 9–12 Uhr | bitte vorher anrufen
        2 | IHK Siegen | x | Di 14–16 Uhr | Aufzug vorhanden
        3 | Jobcenter Olpe | | Mi 9–12 Uhr |
        """
    )
    roles = {column.label: column.role for column in interpret([grid], "m.xlsx").plans[0].columns}
    assert {
        "Zählung": "running", "Einrichtung": "actor", "Sprachkurs": "offer", "Wann?": "openingHours", "weitere Infos": "remark",
    } == roles  # fmt: skip
