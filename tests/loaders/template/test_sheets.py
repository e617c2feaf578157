"""How the template's sheets are found and what becomes of everything around their rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from loaders import load
from loaders.grid import Grid, GridCell
from loaders.source import SourceSpec
from loaders.template import is_template
from ontology.errors import LoadError
from ontology.messages import sentence
from tests.loaders.matrix.drawing import draw
from tests.loaders.template.filling import codes, found, merged, offers, sheet, told, with_cell
from verweisnetz.workbook import write_template

COURSE = {"offer": "Kurs"}


def test_an_empty_template_says_nothing_and_says_so(tmp_path: Path) -> None:
    write_template(tmp_path / "leer.xlsx")
    loaded = load(SourceSpec("leer.xlsx", tmp_path / "leer.xlsx"))
    assert ((), ["VN7001"]) == (loaded.statements, [issue.code for issue in loaded.issues])
    assert (0, loaded.ledger.cells) == (loaded.ledger.reported, loaded.ledger.structure)
    assert "info" == loaded.issues[0].severity


def test_the_columns_may_stand_in_any_order() -> None:
    grid = offers({"offer": "Kurs", "audience": "Frauen"})
    width = 60
    turned = replace(
        grid, cells={(row, column if row < 3 else width - column): cell for (row, column), cell in grid.cells.items()}
    )
    assert told(grid) == told(turned)


def test_a_column_nobody_knows_is_reported_with_its_values() -> None:
    grid = sheet("offers", {"actor": "VHS", "offer": "Kurs", "extra": "rot"}, extra="Farbe")
    assert ["VHS offers Kurs"] == told(grid)
    ((code, _),) = codes(grid)
    assert ("VN3101", 2) == (code, found(grid).ledger.reported)


def test_a_value_beyond_the_header_is_reported() -> None:
    grid = offers(COURSE)
    beyond = replace(grid, cells={**grid.cells, (4, 50): GridCell("?")})
    assert [("VN3107", "AX4")] == codes(beyond)


def test_a_missing_column_is_no_harm_unless_nothing_can_be_said_without() -> None:
    assert ["VHS offers Kurs"] == told(sheet("offers", {"actor": "VHS", "offer": "Kurs"}, but="kind"))
    grid = sheet("offers", {"offer": "Kurs"}, but="actor")
    assert (["VN7003"], []) == ([code for code, _ in codes(grid)], told(grid))


def test_a_sheet_that_lost_its_header_is_reported_whole() -> None:
    grid = offers(COURSE)
    headless = replace(grid, cells={place: cell for place, cell in grid.cells.items() if place[0] != 3})
    assert ["VN7003"] == [code for code, _ in codes(headless)]
    assert 3 == found(headless).ledger.reported


def test_a_row_somebody_put_aside_is_passed_over() -> None:
    grid = sheet("offers", {"actor": "# VHS", "offer": "?"}, {"actor": "VHS", "offer": "Kurs"})
    assert (["VHS offers Kurs"], []) == (told(grid), codes(grid))


def test_hidden_rows_count_because_people_filter() -> None:
    grid = replace(offers(COURSE), hidden_rows=frozenset({4}), hidden_columns=frozenset({2}))
    assert ["VHS Hagen offers Kurs"] == told(grid)


def test_a_merged_actor_holds_for_every_row_it_covers() -> None:
    grid = sheet("offers", {"actor": "VHS", "offer": "A"}, {"offer": "B"})
    assert ["VHS offers A", "VHS offers B"] == told(merged(grid, 4, 1, 5, 1))


def test_what_is_struck_through_or_an_error_is_reported() -> None:
    grid = offers({"offer": "Kurs", "theme": "Beruf"})
    assert [("VN2106", "E4")] == codes(with_cell(grid, (4, 5), strike=True))
    assert [("VN2105", "E4")] == codes(with_cell(grid, (4, 5), kind="error"))
    assert [("VN2106", "A4")] == codes(with_cell(offers(COURSE), (4, 1), strike=True))[:1]


def test_a_comment_stays_with_what_its_cell_says_and_no_comment_is_lost() -> None:
    grid = offers({"offer": "Kurs", "theme": "Beruf"})
    assert ["VHS Hagen offers Kurs theme=Beruf comment=nur dienstags"] == told(
        with_cell(grid, (4, 2), comment="nur dienstags")
    )
    assert [("VN7020", "E4")] == codes(with_cell(grid, (4, 5), comment="nur dienstags"))


def test_the_origin_is_no_statement() -> None:
    grid = offers({"offer": "Kurs", "origin": "Matrix!C7"})
    assert ["VHS Hagen offers Kurs"] == told(grid)
    assert "structure" == found(grid).cells["Angebote", 4, 24]


def test_a_sheet_somebody_added_is_read_as_any_matrix() -> None:
    more = draw("Einrichtung|Coaching|Bildungsberatung\nVHS Olpe|x|\nJobcenter Olpe||x", "Neue")
    lines = told(offers(COURSE), more)
    assert "VHS Hagen offers Kurs" in lines
    assert "VHS Olpe offers Coaching" in lines
    assert found(offers(COURSE), draw("nur ein Satz", "Notiz")).ledger.reported == 1


def test_what_is_not_clarified_yet_is_reported_until_it_is_done() -> None:
    rows = [{"place": "Matrix!B3", "value": "?", "reason": "lässt die Antwort offen."}, {"value": "k. A.", "done": "x"}]
    grid = sheet("open", *rows, {"value": "–", "done": "nein"})
    assert [("VN7010", "C4"), ("VN7010", "C6")] == codes(grid)
    (issue, _) = found(grid).issues
    assert "»?« aus Matrix!B3 ist noch nicht geklärt (lässt die Antwort offen)." == sentence(
        issue.code, "de", {**dict(issue.params), "value": issue.value}
    )


def test_a_template_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "neu.csv"
    path.write_text("Angebote · verweisnetz-Vorlage 99\n", encoding="utf-8")
    with pytest.raises(LoadError) as refused:
        load(SourceSpec("neu.csv", path))
    assert ("unsupported", "neu.csv") == (refused.value.code, refused.value.source)


def test_one_sheet_saved_as_csv_is_still_the_template(tmp_path: Path) -> None:
    grid = offers({"offer": "Kurs", "audience": "Frauen"})
    lines = [";".join(grid.text(row, column) for column in range(1, 25)) for row in range(1, 5)]
    path = tmp_path / "angebote.csv"
    path.write_text("\n".join(lines), encoding="cp1252")
    loaded = load(SourceSpec("angebote.csv", path))
    assert [("offers", "B4")] == [(one.predicate, str(one.evidence[0])) for one in loaded.statements]


def test_a_profile_says_otherwise(tmp_path: Path) -> None:
    path, profile = tmp_path / "x.csv", tmp_path / "x.yaml"
    path.write_text("Angebote · verweisnetz-Vorlage 1\n\nAkteur;Coaching\nVHS Olpe;x\n", encoding="utf-8")
    profile.write_text(
        'profile: 1\ntables:\n  - sheet: ""\n    header: [3]\n    body: [4, end]\n    columns:\n'
        "      A: {form: stub, role: actor, label: Akteur}\n      B: {form: mark, role: offer, label: Coaching}\n",
        encoding="utf-8",
    )
    loaded = load(SourceSpec("x.csv", path, profile=profile))
    assert {"label", "offers"} == {one.predicate for one in loaded.statements}


@pytest.mark.parametrize(
    "text", ["Angebote", "Angebote · Vorlage 1", "verweisnetz-Vorlage 1", "Sonstiges · verweisnetz-Vorlage 1"]
)
def test_another_first_cell_is_no_template(text: str) -> None:
    assert not is_template([Grid("Angebote", {(1, 1): GridCell(text)})])
