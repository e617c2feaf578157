"""Cells without words, and words where a form has two pairs in a line: whoever cannot read them says so."""

from __future__ import annotations

from loaders.grid import Grid
from loaders.matrix.interpret import Interpretation, interpret
from tests.loaders.matrix.drawing import draw

LEGEND = "Legende ||\ngelb = auf Anfrage ||"


def read(drawn: Grid) -> Interpretation:
    return interpret([drawn], "quelle")


def classes(found: Interpretation, row: int) -> dict[int, str]:
    return {column: said for (_, line, column), said in found.cells.items() if line == row}


def test_a_struck_row_reports_the_answers_that_are_nothing_but_a_colour() -> None:
    drawn = draw(
        f"Einrichtung | Eltern | Frauen | Jugendliche\nVHS Hagen | x\nJobcenter Hagen | x | x\nCaritasverband Olpe | | x | x\n\n{LEGEND}",
        fills={"C2": "FFFF00", "B4": "FFFF00", "A7": "FFFF00"},
        strike="A2 B2",
    )
    assert {1: "reported", 2: "reported", 3: "reported"} == classes(read(drawn), 2)


def test_a_colour_where_a_value_is_asked_is_reported_unless_the_whole_row_has_it() -> None:
    drawn = draw(
        f"Einrichtung | Beratung | Kurse | Telefon\nVHS Hagen | x | | \nJobcenter Hagen | x | x | 0221 4710-101\n"
        f"Caritasverband Olpe | | x | \n\n{LEGEND}",
        fills={"D2": "FFFF00", "A4": "FFFF00", "C4": "FFFF00", "D4": "FFFF00", "A7": "FFFF00"},
    )
    found = read(drawn)
    assert "reported" == classes(found, 2).get(4)
    assert 4 not in classes(found, 4)


def test_sums_and_repeated_headers_do_not_tell_what_stands_in_a_column() -> None:
    header = "Beratungsstelle | Logistik | Schulden | Pflege | Handel"
    drawn = draw(
        f"{header}\nVHS Hagen | x | | x |\nJobcenter Hagen | x | | x | x\n{header}\nCaritasverband Olpe | | x | ab 01.09.2026 | x\n"
        "Kolpingwerk Olpe | | | x |\nSumme Nennungen | 2 | 1 | 4 | 2",
    )
    found = read(drawn)
    assert ["stub", "mark", "mark", "mark", "mark"] == [column.form for column in found.plans[0].columns]
    assert {"Logistik", "Schulden", "Pflege", "Handel"} >= {
        said.object.label for said in found.statements if said.predicate == "onTheme" and hasattr(said.object, "label")
    }


def test_a_form_with_two_pairs_in_a_line_is_a_form_though_a_value_is_a_word_of_the_dictionary() -> None:
    drawn = draw(
        "Steckbrief 1\nName der Einrichtung | VHS Hagen\nAnsprechpartner | Anmeldung | | Telefon | 0221 4710-274\n"
        "Mailadresse | vhs@example.org | | Internetseite |\nRegionen | Hagen | | Themenfelder | Pflege; Handel\nZielgruppen | Frauen"
    )
    found = read(drawn)
    assert {("contactMail", "vhs@example.org")} <= {
        (said.predicate, getattr(said.object, "value", "")) for said in found.statements
    }
    assert "reported" == classes(found, 5)[5]
