"""What holds for every grid, however strange."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.gate import read
from loaders.grid import Grid, GridCell, Merge, address
from loaders.matrix import Interpretation, dump_profile, interpret, propose, read_profile
from ontology.errors import LoadError

FIXTURES = Path(__file__).parents[2] / "fixtures" / "matrix"
FILES = sorted(path for path in FIXTURES.glob("o*.*") if path.suffix in {".xlsx", ".csv", ".ods"})[:10]

WORDS = [
    "Akteur", "Einrichtung", "Angebote", "Zielgruppen", "Themen", "Region", "Summe", "Nr.", "Telefon", "von", "an", "Legende",
    "Jobcenter Hagen", "VHS Olpe", "JC", "Kammern", "Bildungsberatung", "Coaching", "Frauen", "Beschäftigte", "Hagen",
    "Digitalisierung", "x", "X", "ja", "nein", "–", "?", "(x)", "u25", "nur SGB II", "x*", "* nur mit Termin", "dito", "1",
    "12", "0", "x = vorhanden", "Stand: 01.02.2025", "ab 01.09.2026", "0221 4710-100", "a@example.org", "#org", "#sector",
    "VHS Olpe, Jobcenter Hagen", "Siehe Anlage", "§ 45 SGB III", "W = warme Übergabe", "AA", "¹", "((", "a: b", "=", ":", "☐", "\n",
]  # fmt: skip

cell = st.builds(
    GridCell,
    st.one_of(st.sampled_from(WORDS), st.text(max_size=12)),
    st.sampled_from(["text", "text", "text", "number", "date", "bool", "error"]),
    fill=st.sampled_from(["", "", "", "92D050", "FF0000"]),
    font=st.sampled_from(["", "", "Wingdings"]),
    bold=st.booleans(),
    strike=st.sampled_from([False, False, False, True]),
    comment=st.sampled_from(["", "", "", "nur donnerstags"]),
)
places = st.tuples(st.integers(1, 9), st.integers(1, 7))
merges = st.lists(
    st.builds(lambda p, h, w: Merge(p[0], p[1], p[0] + h, p[1] + w), places, st.integers(0, 2), st.integers(0, 2)),
    max_size=2,
)
grid = st.builds(
    lambda name, cells, areas, hidden: Grid(name, cells, tuple(areas), hidden),
    st.sampled_from(["Matrix", "Hagen", "Legende", "Archiv", ""]),
    st.dictionaries(places, cell, max_size=45),
    merges,
    st.booleans(),
)


def distinct(grids: Sequence[Grid]) -> list[Grid]:
    return [replace(one, name=f"{one.name}{number or ''}") for number, one in enumerate(grids)]


def read_or_refuse(grids: Sequence[Grid]) -> Interpretation | None:
    """Return the reading, or nothing where no sheet holds a table; anything else is a fault."""
    try:
        return interpret(grids, "x.xlsx")
    except LoadError as error:
        return None if error.code == "not_a_table" else pytest.fail(error.code)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(grid, min_size=1, max_size=2))
def test_every_cell_with_content_is_accounted_for_and_nothing_raises(grids: list[Grid]) -> None:
    grids = distinct(grids)
    found = read_or_refuse(grids)
    if found is None:
        return
    content = {(g.name, *at) for g in grids for at, c in g.cells.items() if c.text.strip() or c.comment or c.link}
    assert content <= found.cells.keys()
    assert found.ledger.balanced
    assert found.ledger.cells == len(found.cells)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(grid, min_size=1, max_size=1))
def test_a_cell_that_says_something_is_no_structure(grids: list[Grid]) -> None:
    found = read_or_refuse(grids)
    if found is None:
        return
    for (sheet, row, column), kind in found.cells.items():
        evidence = f"{sheet}!{address(row, column)}" if sheet else address(row, column)
        says = any(str(place) == evidence for statement in found.statements for place in statement.evidence)
        assert not (says and kind == "structure"), evidence


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(grid, min_size=1, max_size=1))
def test_a_proposed_profile_can_always_be_read_and_changes_nothing(grids: list[Grid]) -> None:
    found = read_or_refuse(grids)
    if found is None:
        return
    with TemporaryDirectory() as folder:
        path = Path(folder, "profile.yaml")
        path.write_text(dump_profile(propose(grids)), encoding="utf-8")
        assert essence(interpret(grids, "x.xlsx", read_profile(path))) == essence(found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_proposed_profile_reads_what_the_automatic_mode_reads(path: Path, tmp_path: Path) -> None:
    grids = read(path)
    profile = tmp_path / "profile.yaml"
    profile.write_text(dump_profile(propose(grids)), encoding="utf-8")
    assert essence(interpret(grids, path.name)) == essence(interpret(grids, path.name, read_profile(profile)))


def essence(found: Interpretation) -> object:
    return found.statements, found.issues, found.cells, found.actors


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_reading_twice_gives_the_same(path: Path) -> None:
    grids = read(path)
    assert essence(interpret(grids, path.name)) == essence(interpret(grids, path.name))
