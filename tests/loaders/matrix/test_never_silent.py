"""Cells without words, and cells that only seem to be structure: whoever cannot read them says so."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from graph.evidence import Cell
from loaders.grid import Grid
from loaders.matrix.interpret import Interpretation, interpret
from loaders.matrix.ledger import Gathering
from loaders.matrix.passing import Reason, may_pass
from tests.loaders.matrix.drawing import draw

REASONS = get_args(Reason)

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


def test_a_way_to_reach_somebody_is_no_header() -> None:
    drawn = draw(
        "Einrichtung | Beratung | Kurse | Eltern | Frauen | vhs@example.org\nJobcenter Hagen | x | x\nAWO Hagen | | x | x"
    )
    assert "reported" == classes(read(drawn), 1)[6]


def test_words_in_a_column_of_sums_are_no_sum() -> None:
    drawn = draw("Einrichtung | Eltern | Frauen | Summe\nVHS Hagen | x | x | 2\nAWO Hagen | | x | nur nach Absprache")
    found = read(drawn)
    assert ["structure", "reported"] == [classes(found, row)[4] for row in (2, 3)]


def test_an_outdated_sheet_reports_answers_that_are_nothing_but_a_colour() -> None:
    drawn = draw(f"Einrichtung | Eltern | Frauen\nVHS Hagen | x |\nAWO Hagen | | x\n\n{LEGEND}", fills={"A6": "FFFF00"})
    outdated = draw("Einrichtung | Eltern\nVHS Hagen |", "Archiv 2023", fills={"B2": "FFFF00"})
    found = interpret([drawn, outdated], "quelle")
    assert "reported" == found.cells["Archiv 2023", 2, 2]


def test_what_describes_a_referral_nobody_makes_is_reported() -> None:
    drawn = draw("Von | An | Anlass\nVHS Hagen | AWO Hagen | Schulden\nVHS Hagen | VHS Hagen | Umzug")
    found = read(drawn)
    assert ["statement", "reported"] == [classes(found, row)[3] for row in (2, 3)]


@given(st.sampled_from(REASONS), st.text(max_size=20))
def test_a_cell_is_passed_over_for_a_reason_that_fits_or_reported(reason: Reason, text: str) -> None:
    gathering = Gathering("quelle")
    gathering.pass_over("Blatt", 1, 1, reason, text)
    assert {("Blatt", 1, 1): "structure" if may_pass(reason, text) else "reported"} == gathering.classes
    assert len(gathering.issues) == (not may_pass(reason, text))


def test_where_nobody_is_named_the_row_is_reported_and_not_given_to_the_actor_above() -> None:
    drawn = draw(
        "Einrichtung | Zielgruppe | Region\nVHS Hagen | Frauen | Hagen\nN/A | Betriebe | Olpe\nAWO Hagen | Eltern | Hagen"
    )
    found = read(drawn)
    assert {1: "reported", 2: "reported", 3: "reported"} == classes(found, 3)
    assert ["VHS Hagen", "AWO Hagen"] == [actor.label for actor in found.actors]


def test_a_sheet_of_what_may_be_chosen_says_nothing() -> None:
    drawn = draw("Einrichtung | Zielgruppe\nVHS Hagen | Frauen\nAWO Hagen | Eltern", "Matrix")
    choices = draw(
        "Zielgruppen | Angebote\nFrauen | Sprachkurs\nEltern | Umschulung\nBetriebe | Beratung", "Auswahllisten"
    )
    found = interpret([drawn, choices], "quelle")
    assert {"Matrix"} == {
        place.sheet for said in found.statements for place in said.evidence if isinstance(place, Cell)
    }
    assert {"structure"} == {kind for (sheet, _, _), kind in found.cells.items() if sheet == "Auswahllisten"}


def test_a_coloured_line_of_the_legend_below_a_table_is_nobody() -> None:
    drawn = draw(
        "Einrichtung | Eltern | Frauen\nVHS Hagen | x |\nAWO Hagen | | x\n\nZeichenerklärung\neigenes Personal\nüber Honorarkräfte",
        fills={"B2": "FFFF00", "C3": "00B0F0", "A6": "FFFF00", "A7": "00B0F0"},
    )
    assert ["VHS Hagen", "AWO Hagen"] == [actor.label for actor in read(drawn).actors]
