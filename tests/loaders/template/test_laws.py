"""What holds for every filling of the template, however strange."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.grid import GridCell
from loaders.template.cells import join, join_pairs, one, split, split_pairs, whole
from loaders.template.form import DATA, form
from loaders.template.words import words
from ontology.text import clean
from ontology.vocabulary import load
from tests.loaders.template.filling import found, sheet

values = st.text(min_size=1, max_size=20).map(clean).filter(bool)
CELLS = [
    "VHS Hagen", "Frauen; Männer", '"a;b"', '"', "?", "–", "nein", "ja", "x", "dito", "25", "unter 25", "2026-01-01", "bald",
    "Anlass: Umzug", "ohne", "alle Anbieter", "ist für Zielgruppe", "alles einzeln", "ist Mitglied von", "Gremium", "# x", "#NV",
    "Termin vereinbart", "Offen", "nur SGB II", "geplant", "0",
]  # fmt: skip


@given(st.lists(values, max_size=6))
def test_several_values_in_a_cell_come_back(said: list[str]) -> None:
    assert tuple(dict.fromkeys(said)) == split(join(said))


@given(values)
def test_one_value_in_a_cell_comes_back(said: str) -> None:
    assert said == one(whole(said))


@given(
    st.lists(st.tuples(st.sampled_from(sorted(words()["pairs"])), values), max_size=4), st.sampled_from(["de", "en"])
)
def test_pairs_in_a_cell_come_back(said: list[tuple[str, str]], language: str) -> None:
    assert tuple(said) == split_pairs(join_pairs(said, language))


@st.composite
def fillings(draw: st.DrawFn) -> tuple[str, list[dict[str, str]]]:
    name = draw(st.sampled_from([*DATA, "open"]))
    roles = st.sampled_from([column.role for column in form()[name].columns])
    cells = st.one_of(st.sampled_from(CELLS), st.text(max_size=8))
    return name, draw(st.lists(st.dictionaries(roles, cells, max_size=8), max_size=4))


@given(fillings(), st.sampled_from(["text", "number", "error", "date"]), st.booleans())
def test_every_cell_is_accounted_for_and_only_what_may_be_said_is_said(
    filling: tuple[str, list[dict[str, str]]], kind: str, strike: bool
) -> None:
    grid = sheet(filling[0], *filling[1])
    for place in [place for place in grid.cells if place[0] > 3][:1]:
        assert isinstance(grid.cells, dict)
        grid.cells[place] = GridCell(grid.cells[place].text, kind, strike=strike, comment="so")
    read = found(grid)
    content = {place for place, cell in grid.cells.items() if cell.text.strip() or cell.comment}
    assert {(grid.name, *place) for place in content} == set(read.cells)
    assert bool(read.issues) or not read.ledger.reported
    predicates = load().predicates
    for said in read.statements:
        assert said.subject.kind in predicates[said.predicate].domain
        assert getattr(said.object, "kind", "Literal") in predicates[said.predicate].range
