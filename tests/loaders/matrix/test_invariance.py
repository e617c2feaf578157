"""One matrix in many dresses: title lines, totals, separators, numbering, group headers, turned; the reading stays."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.statement import Literal
from loaders.grid import Grid, GridCell
from loaders.matrix import interpret

ACTORS = [
    "Agentur für Arbeit Hagen", "Jobcenter Märkischer Kreis", "VHS Lennetal", "SIHK zu Hagen", "Caritasverband Hagen e.V.",
    "Bildungswerk Volme gGmbH", "Regionalagentur Märkische Region", "Kompetenzzentrum Frau und Beruf", "Kreis Olpe",
    "Lernwerkstatt Ruhr (fiktiv)", "Handwerkskammer Südwestfalen", "FernUniversität in Hagen",
]  # fmt: skip
OFFERS = [
    "Bildungsberatung", "Sprachkurse", "Bildungsgutschein", "Kompetenzfeststellung", "Berufliche Orientierung",
    "Existenzgründungsberatung", "Schuldnerberatung", "Bewerbungscoaching", "Förderlotse", "Nachholen von Schulabschlüssen",
]  # fmt: skip
AUDIENCES = [
    "Beschäftigte", "Langzeitarbeitslose", "Geflüchtete", "Frauen", "Alleinerziehende", "KMU", "Menschen mit Behinderung",
    "Wiedereinsteigende", "Personen ohne Berufsabschluss",
]  # fmt: skip
POSITIVE = ["x", "X", "✓", "ja", "●", "x ", "☑", "✔"]
SILENT = ["", "", "", "–", "-", "nein", "☐", "0"]
OPEN = ["?", "k. A.", "in Klärung", "noch offen", "siehe Anlage 3"]
TITLES = [
    "Netzwerkmatrix der Region",
    "Stand: 03.02.2026",
    "Wer bietet was für wen?",
    "Übersicht der Partner (Entwurf)",
]


@dataclass(frozen=True)
class Dress:
    titles: tuple[str, ...]
    gap: bool
    total: bool
    separator: bool
    numbering: bool
    groups: bool
    merged: bool
    turned: bool
    corner: str
    note: str


dresses = st.builds(
    Dress,
    st.lists(st.sampled_from(TITLES), max_size=3, unique=True).map(tuple),
    st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans(),
    st.sampled_from(["Akteur", "Einrichtung", "Institution", "Partner", "", "Wer?"]),
    st.sampled_from(["", "Legende: x = Angebot vorhanden", "Hinweis: Angaben ohne Gewähr", "x = bestätigt; leer = kein Angebot"]),
)  # fmt: skip


@st.composite
def matrices(draw: st.DrawFn) -> tuple[list[str], list[tuple[str, str]], dict[tuple[str, str], str]]:
    actors = draw(st.lists(st.sampled_from(ACTORS), min_size=3, max_size=7, unique=True))
    offers = draw(st.lists(st.sampled_from(OFFERS), min_size=2, max_size=5, unique=True))
    audiences = draw(st.lists(st.sampled_from(AUDIENCES), min_size=2, max_size=4, unique=True))
    columns = [("offers", label) for label in offers] + [("forAudience", label) for label in audiences]
    sign = st.one_of(st.sampled_from(POSITIVE), st.sampled_from(SILENT), st.sampled_from(SILENT), st.sampled_from(OPEN))
    cells = {(actor, label): draw(sign) for actor in actors for _, label in columns}
    for _, label in columns:  # a column nobody has ever marked can be read as anything
        cells[actors[draw(st.integers(0, len(actors) - 1))], label] = draw(st.sampled_from(POSITIVE))
    return actors, columns, cells


def lay_out(
    actors: list[str], columns: list[tuple[str, str]], cells: dict[tuple[str, str], str], dress: Dress
) -> tuple[Grid, dict[tuple[int, int], str]]:
    """Return the grid and the sign of every mark cell."""
    from loaders.grid import Merge

    grid: dict[tuple[int, int], str] = {}
    signs: dict[tuple[int, int], str] = {}
    merges: list[Merge] = []
    offset = 1 if dress.numbering else 0
    top = 2 if dress.groups else 1
    first_audience = next(n for n, (predicate, _) in enumerate(columns) if predicate == "forAudience")

    def column_of(number: int) -> int:
        return 2 + offset + number + (1 if dress.separator and number >= first_audience else 0)

    if dress.numbering:
        grid[top, 1] = "Nr."
    grid[top, 1 + offset] = dress.corner or ("" if dress.groups else "Akteur")
    if dress.groups:
        last_offer, last = column_of(first_audience - 1), column_of(len(columns) - 1)
        grid[1, column_of(0)], grid[1, column_of(first_audience)] = "Angebote", "Zielgruppen"
        if dress.merged:
            merges += [Merge(1, column_of(0), 1, last_offer), Merge(1, column_of(first_audience), 1, last)]
    for number, (_, label) in enumerate(columns):
        grid[top, column_of(number)] = label
    for line, actor in enumerate(actors, 1):
        row = top + line
        grid[row, 1 + offset] = actor
        if dress.numbering:
            grid[row, 1] = str(line)
        for number, (_, label) in enumerate(columns):
            grid[row, column_of(number)] = signs[row, column_of(number)] = cells[actor, label]
    if dress.total:
        grid[top + len(actors) + 1, 1 + offset] = "Summe"
        grid[top + len(actors) + 1, column_of(0)] = "3"
    if dress.turned:
        grid = {(column, row): text for (row, column), text in grid.items()}
        signs = {(column, row): text for (row, column), text in signs.items()}
        merges = [Merge(m.left, m.top, m.right, m.bottom) for m in merges]
    down = len(dress.titles) + (1 if dress.gap and dress.titles else 0)
    placed = {(row + down, column): text for (row, column), text in grid.items() if text}
    placed |= {(number, 1): title for number, title in enumerate(dress.titles, 1)}
    if dress.note:
        placed[max(row for row, _ in placed) + 2, 1] = dress.note
    kinds = {at: GridCell(text, "number" if text.strip().isdigit() else "text") for at, text in placed.items()}
    moved = tuple(Merge(m.top + down, m.left, m.bottom + down, m.right) for m in merges)
    return Grid("Matrix", kinds, moved), {(row + down, column): sign for (row, column), sign in signs.items()}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(matrices(), dresses)
def test_the_dress_of_a_matrix_does_not_change_what_it_says(
    matrix: tuple[list[str], list[tuple[str, str]], dict[tuple[str, str], str]], dress: Dress
) -> None:
    actors, columns, cells = matrix
    grid, signs = lay_out(actors, columns, cells, dress)
    found = interpret([grid], "x.xlsx")
    expected = {
        (actor, predicate, label) for actor in actors for predicate, label in columns if cells[actor, label] in POSITIVE
    }
    said = {
        (s.subject.label, s.predicate, s.object.label)
        for s in found.statements
        if not isinstance(s.object, Literal) and s.polarity != "no"
    }
    assert expected == said
    assert set(actors) == {actor.label for actor in found.actors}
    assert {at for at, sign in signs.items() if sign in OPEN} == {
        (row, column) for (_, row, column), kind in found.cells.items() if kind == "reported"
    }
