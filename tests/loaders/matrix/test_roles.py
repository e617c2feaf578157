"""Every cell plays exactly one part, and the part agrees with what became of the cell."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.gate import read
from loaders.grid import Grid, address
from loaders.matrix import Interpretation, interpret
from loaders.matrix.profile_reading import parsed
from loaders.matrix.roles import ROLES, CellRole, roles
from tests.loaders.matrix.drawing import draw
from tests.loaders.matrix.test_laws import distinct, grid, read_or_refuse

FIXTURES = Path(__file__).parents[2] / "fixtures" / "matrix"
FILES = sorted(path for path in FIXTURES.glob("o*.*") if path.suffix in {".xlsx", ".csv", ".ods"})[:10]

TRUTH = {
    "title": {"metadata"}, "header": {"header"}, "group": {"group"}, "label": {"label"}, "section": {"group"},
    "legend": {"legend"}, "footnote": {"notes"}, "total": {"derived"}, "statement": {"data"}, "report": {"data"},
    "negative": {"data"}, "either": {"data"}, "qualifier": {"data"}, "ignorable": {"structure"},
}  # fmt: skip
ALSO = {
    # Both words are right for the same cell: what a legend sheet explains, the offer that names its row and is
    # offered by it, the institutions above a table that stands turned.
    ("header", "legend"), ("label", "legend"), ("statement", "legend"), ("title", "legend"), ("statement", "label"),
    ("header", "label"),
}  # fmt: skip


def of(found: Interpretation, sheet: str = "Blatt") -> dict[str, str]:
    return {address(row, column): cell.role for (name, row, column), cell in roles(found).items() if name == sheet}


def agrees(cell: CellRole) -> bool:
    if cell.role == "data":
        return cell.found in {"statement", "negative", "reported"}
    if cell.role == "outside":
        return cell.found == "reported"
    if cell.found == "negative":
        return cell.role == "legend"
    return cell.found != "statement" or cell.role in {"label", "header", "group", "legend"}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(grid, min_size=1, max_size=2))
def test_every_cell_has_one_part_that_agrees_with_the_ledger(grids: list[Grid]) -> None:
    found = read_or_refuse(distinct(grids))
    if found is None:
        return
    parts = roles(found)
    assert found.cells.keys() == parts.keys()
    assert dict(found.cells) == {where: cell.found for where, cell in parts.items()}
    assert {cell.role for cell in parts.values()} <= set(ROLES)
    assert [] == [(where, cell) for where, cell in parts.items() if not agrees(cell)]


def test_the_open_set_agrees_with_its_truth() -> None:
    """A figure, not a goal: the words of the truth are not ours."""
    strict: Counter[bool] = Counter()
    lenient: Counter[bool] = Counter()
    for path in FILES:
        truth = json.loads((FIXTURES / f"{path.stem}.truth.json").read_text(encoding="utf-8"))
        parts = {(w[0], address(*w[1:])): cell.role for w, cell in roles(interpret(read(path), path.name)).items()}
        for sheet, cells in truth["cells"].items():
            for ref, said in cells.items():
                ours = parts.get((sheet, ref), "")
                strict[ours in TRUTH[said]] += 1
                lenient[ours in TRUTH[said] or (said, ours) in ALSO or not ours] += 1
    assert strict[True] / strict.total() >= 0.88
    assert lenient[True] / lenient.total() >= 0.99


def test_the_parts_of_a_common_matrix() -> None:
    text = """
    Netzwerkmatrix
    Stand: 1.3.2026

    Einrichtung | Angebote | | Summe
     | Coaching | Beratung |
    Kammern | | |
    IHK Hagen | x | ? | 1
    VHS Hagen | – | x | 1
    Summe | 1 | 1 | 2

    x = Angebot vorhanden
    * nur mit Termin
    Rückfragen an die Geschäftsstelle
    """
    grid = draw(text, "Blatt", merges="B4:C4", bold="A6")
    found = of(interpret([grid], "m.xlsx"))
    assert {
        "A1": "metadata", "A2": "metadata", "A4": "header", "B4": "group", "D4": "header", "B5": "header", "C5": "header",
        "A6": "group", "A7": "label", "B7": "data", "C7": "data", "D7": "derived", "A8": "label", "B8": "data",
        "C8": "data", "D8": "derived", "A9": "derived", "B9": "derived", "C9": "derived", "D9": "derived",
        "A11": "legend", "A12": "notes", "A13": "notes",
    } == found  # fmt: skip


def test_a_turned_table_has_its_header_at_the_side() -> None:
    text = "Merkmal | VHS Hagen | Jobcenter Olpe\nZielgruppen | |\nFrauen | x |\nÄltere | | x\nTelefon | 0221 4710-1 | 0221 4710-2"
    found = of(interpret([draw(text, bold="A2")], "m.xlsx"))
    assert {"A1": "header", "A2": "group", "A3": "header", "A4": "header", "A5": "header"} == {
        ref: role for ref, role in found.items() if ref.startswith("A")
    }
    assert {"label"} == {found["B1"], found["C1"]}
    assert {"data"} == {found["B3"], found["C4"], found["B5"], found["C5"]}


def test_sheets_that_say_nothing_or_nothing_any_more() -> None:
    grids = [draw("Wer | Fit\nPlan B | x", name) for name in ("Matrix", "Archiv 2019", "Weg")]
    found = interpret(grids, "m.xlsx", parsed("ignore: [Weg]", "p"))
    assert {"outside"} == set(of(found, "Archiv 2019").values())
    assert {"structure"} == set(of(found, "Weg").values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_parts_are_the_same_each_time(path: Path) -> None:
    grids = read(path)
    assert roles(interpret(grids, path.name)) == roles(interpret(grids, path.name))
