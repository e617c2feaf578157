"""Headers of several lines: labels that need their group, groups that are a thing of their own."""

from __future__ import annotations

import pytest

from loaders.matrix import interpret
from loaders.matrix.numbered import written_out
from tests.loaders.matrix.drawing import draw, told


def named(drawing: str, merges: str) -> list[str]:
    """Return what the header of a drawing names, each with what its groups say of it."""
    plan = interpret([draw(drawing, merges=merges)], "x.xlsx").plans[0]
    columns = [column for column in plan.columns if column.form == "mark"]
    return [" ".join((column.label, *(f"{kind}={label}" for kind, label in column.within))) for column in columns]


@pytest.mark.parametrize(
    ("groups", "labels", "found"),
    [
        ("Beratung | | Kurse |", "einzeln | in Gruppen | online | vor Ort",
         ["Beratung einzeln", "Beratung in Gruppen", "Kurse online", "Kurse vor Ort"]),
        ("Deutschkurs | | Englischkurs |", "A1 | B1 | A1 | B1",
         ["Deutschkurs A1", "Deutschkurs B1", "Englischkurs A1", "Englischkurs B1"]),
        ("Beschäftigte | | Arbeitslose |", "unter 25 | über 25 | unter 25 | über 25",
         ["Beschäftigte unter 25", "Beschäftigte über 25", "Arbeitslose unter 25", "Arbeitslose über 25"]),
        ("Beschäftigte | | Arbeitslose |", "Frauen | Männer | Frauen | Männer",
         ["Beschäftigte Frauen", "Beschäftigte Männer", "Arbeitslose Frauen", "Arbeitslose Männer"]),
        ("Zielgruppen | | Angebote |", "Frauen | u25 | Sprachkurs | Umschulung", ["Frauen", "u25", "Sprachkurs", "Umschulung"]),
        ("Beratung | | Qualifizierung |", "Frauen | Männer | Frauen | Männer",
         ["Frauen offer=Beratung", "Männer offer=Beratung", "Frauen offer=Qualifizierung", "Männer offer=Qualifizierung"]),
        ("Angebote für Frauen | | Angebote im Kreis Olpe |", "Sprachkurs | Umschulung | Sprachkurs | Umschulung",
         ["Sprachkurs audience=Frauen", "Umschulung audience=Frauen", "Sprachkurs region=Kreis Olpe", "Umschulung region=Kreis Olpe"]),
    ],
    ids=["how", "level", "age", "same label twice", "words for kinds", "offers above people", "titles as groups"],
)  # fmt: skip
def test_what_the_columns_below_group_headers_are_about(groups: str, labels: str, found: list[str]) -> None:
    rows = f"Einrichtung | {groups}\n | {labels}\nVHS Olpe | x | | x |\nAWO Siegen | | x | | x\nIHK Siegen | x | x | |"
    assert found == named(rows, "A1:A2 B1:C1 D1:E1")


def test_in_three_lines_what_an_offer_is_about_stands_between_it_and_the_people() -> None:
    rows = (
        "Akteur | Beratung | | | Qualifizierung |\n | zu Förderung | | zu Anerkennung | Kurse | Praktika\n"
        " | Frauen | Männer | Frauen | Frauen | Jugendliche\nVHS Olpe | x | | x | | x\nAWO Siegen | | x | | x |"
    )
    assert [
        "Frauen offer=Beratung zu Förderung", "Männer offer=Beratung zu Förderung", "Frauen offer=Beratung zu Anerkennung",
        "Frauen offer=Kurse", "Jugendliche offer=Praktika",
    ] == named(rows, "A1:A3 B1:D1 E1:F1 B2:C2")  # fmt: skip


def test_a_matrix_with_numbered_columns_is_read_by_the_numbers_of_its_rows() -> None:
    drawn = draw(
        "Verweise | 1 | 2 | 3\n1. VHS Olpe | – | x |\n2. AWO Siegen | x | – | x\n3. IHK Siegen | | ? | –\n\nZeile verweist an Spalte"
    )
    assert [
        "C2 VHS Olpe refersTo AWO Siegen", "B3 AWO Siegen refersTo VHS Olpe", "D3 AWO Siegen refersTo IHK Siegen",
    ] == told(drawn)  # fmt: skip


def test_numbers_above_columns_stay_numbers_where_the_rows_are_not_as_many() -> None:
    drawn = draw("Einrichtung | 1 | 2 | 3\n1. VHS Olpe | x | x |\n2. AWO Siegen | x | | x")
    assert drawn is written_out(drawn)


@pytest.mark.parametrize(("corner", "sender"), [("Spalte an Zeile", "AWO Siegen"), ("Zeile an Spalte", "VHS Olpe")])
def test_the_corner_says_who_refers_to_whom(corner: str, sender: str) -> None:
    drawn = draw(
        f"{corner} | VHS Olpe | AWO Siegen | IHK Siegen\nVHS Olpe | | x |\nAWO Siegen | | | \nIHK Siegen | | | x"
    )
    assert told(drawn)[0].startswith(f"C2 {sender} refersTo")


def test_partners_head_a_further_table_and_shaded_rows_head_nothing() -> None:
    drawn = draw(
        "Einrichtung | Frauen | Betriebe\nVHS Olpe | x |\nAWO Siegen | | x\nIHK Siegen | |\nHWK Südwestfalen | x |\n\n"
        "Standorte\nKooperationspartner | Olpe | Siegen\nVHS Olpe | x |\nAWO Siegen | | x",
        fills={"A3": "F2F2F2", "B3": "F2F2F2", "A4": "F2F2F2", "A5": "F2F2F2"},
    )
    assert ["B9 VHS Olpe inRegion Olpe", "C10 AWO Siegen inRegion Siegen"] == told(drawn)[-2:]
    assert "IHK Siegen" in {actor.label for actor in interpret([drawn], "x.xlsx").actors}


def test_an_office_behind_the_answers_offers_what_the_rows_are() -> None:
    drawn = draw(
        "Förderprogramm | Frauen | Betriebe | Beratende Stelle\nBildungsscheck | x | | VHS Olpe\nAufstiegs-BAföG | | x |\nAVGS | x | x | AWO Siegen"
    )
    assert {"D2 VHS Olpe offers Bildungsscheck", "B2 Bildungsscheck forAudience Frauen"} <= set(told(drawn))


@pytest.mark.parametrize("text", ["entfällt", "keine"])
def test_what_does_not_apply_is_no_value(text: str) -> None:
    drawn = draw(f"Einrichtung | Telefon | Bemerkung\nVHS Olpe | 0221 4710-1 | {text}\nAWO Siegen | {text} | neu")
    assert not any(text in line for line in told(drawn))


def test_names_that_stand_alone_elsewhere_part_a_cell_that_joins_them() -> None:
    drawn = draw(
        "Angebot | Olpe | Siegen | Hagen\nSprachkurs | Malteser Olpe und Lebenshilfe Siegen | Malteser Olpe | Lebenshilfe Siegen\n"
        "Umschulung | | Lebenshilfe Siegen | Malteser Olpe"
    )
    assert [
        "B2 Malteser Olpe offers Sprachkurs region=Olpe",
        "B2 Lebenshilfe Siegen offers Sprachkurs region=Olpe",
    ] == told(drawn)[:2]
