"""A corrected profile reads next year's file: whatever moved is followed, whatever is new is reported, nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from graph.issue import Issue
from loaders.gate import read
from loaders.grid import Grid
from loaders.matrix import Interpretation, Profile, dump_profile, interpret, propose
from loaders.matrix.profile_reading import parsed
from tests.loaders.matrix.drawing import draw
from tests.loaders.matrix.next_year import facts, moved, reordered, reworded, with_cells

FIXTURES = Path(__file__).parents[2] / "fixtures" / "matrix"
FILES = sorted(path for path in FIXTURES.glob("o*.*") if path.suffix in {".xlsx", ".csv", ".ods"})[:10]

TEXT = """
Wer | Fit 2025 | Klartext | Nach-⏎mittag*
Plan B | x | |
Café Global | | x | x
"""


def corrected(*grids: Grid, **words: str) -> Profile:
    """Return the proposed profile with some words replaced, as a person would edit it."""
    text = dump_profile(propose(grids))
    for old, new in words.items():
        assert old in text
        text = text.replace(old, new)
    return parsed(text, "profil.yaml")


def drifted(found: Interpretation) -> list[tuple[str, str, str]]:
    return [
        (issue.code, dict(issue.params).get("missing", ""), dict(issue.params).get("fresh", ""))
        for issue in found.issues
        if issue.code in {"VN2301", "VN2304"}
    ]


def said(found: Interpretation) -> list[tuple[str, str, str]]:
    return [line[:3] for line in facts(found) if line[1] != "label"]


MOVES: dict[str, Callable[[Grid], Grid]] = {
    "two rows lower": lambda grid: moved(grid, 2),
    "one column to the right": lambda grid: moved(grid, 0, 1),
    "both": lambda grid: moved(grid, 3, 2),
    "below a new title": lambda grid: with_cells(
        moved(grid, 2), {(1, 1): "Netzwerkmatrix 2027", (1, 3): "Stand: 1.2.2027"}
    ),
    "on a sheet of another year": lambda grid: replace(grid, name=f"{grid.name} 2027") if grid.name else grid,
}


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES.keys())
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_that_only_moved_says_the_same(path: Path, move: Callable[[Grid], Grid]) -> None:
    grids = read(path)
    profile = parsed(dump_profile(propose(grids)), "profil.yaml")
    found = interpret([move(grid) for grid in grids], path.name, profile)
    assert facts(interpret(grids, path.name)) == facts(found)
    assert [] == drifted(found)


@pytest.mark.parametrize(
    "change",
    [
        lambda grid: reordered(grid, {2: 4, 3: 2, 4: 3}),
        lambda grid: reordered(moved(grid, 5, 1), {3: 5, 5: 3}),
        lambda grid: reworded(grid, lambda text: text.replace("2025", "2026")),
        lambda grid: reworded(grid, lambda text: text.replace("Nach-\nmittag*", "Nachmittag ¹")),
        lambda grid: reworded(grid, lambda text: text.replace("Klartext", "  KLARTEXT: ")),
        lambda grid: replace(grid, name="Matrix 2026"),
        lambda grid: replace(grid, name="Tabelle1"),
    ],
    ids=[
        "columns swapped",
        "moved and swapped",
        "year",
        "hyphen and footnote",
        "spelling",
        "sheet's year",
        "only sheet",
    ],
)
def test_a_header_that_says_the_same_is_the_same(change: Callable[[Grid], Grid]) -> None:
    grid = draw(TEXT, "Matrix 2025")
    profile = corrected(grid, **{"role: offer": "role: audience"})
    found = interpret([change(grid)], "m.xlsx", profile)
    assert [] == drifted(found)
    assert {
        ("Café Global", "forAudience", "Klartext"),
        ("Café Global", "forAudience", "Nachmittag"),
        ("Plan B", "forAudience", "Fit"),
    } == {(subject, predicate, label(thing)) for subject, predicate, thing in said(found)}


def label(mention: str) -> str:
    return (
        mention.partition("label='")[2]
        .partition("'")[0]
        .removesuffix(" 2025")
        .removesuffix(" 2026")
        .title()
        .rstrip(":")
    )


@pytest.mark.parametrize(
    ("later", "missing", "fresh"),
    [
        ("Wer | Fit 2025 | Klartext | Nachmittag | Extra\nPlan B | x | | | x", "–", "»Extra« (E)"),
        ("Wer | Extra | Fit 2025 | Klartext | Nachmittag\nPlan B | x | x | | ", "–", "»Extra« (B)"),
        ("Wer | Fit 2025 | Nachmittag\nPlan B | x | ", "»Klartext«", "–"),
        ("Wer | Fit 2025 | Klartexte | Nachmittag\nPlan B | x | x | ", "»Klartext«", "»Klartexte« (C)"),
    ],
    ids=["at the end", "in the middle", "gone", "renamed"],
)
def test_what_is_new_is_reported_and_what_is_known_is_read(later: str, missing: str, fresh: str) -> None:
    profile = corrected(draw(TEXT, "Matrix"), **{"role: offer": "role: audience"})
    grid = draw(later, "Matrix")
    found = interpret([grid], "m.xlsx", profile)
    assert [("VN2301", missing, fresh)] == drifted(found)
    assert [("Plan B", "forAudience")] == [(subject, predicate) for subject, predicate, _ in said(found)]
    new = {place for place, cell in grid.cells.items() if cell.text in {"Extra", "Klartexte"}}
    below = {(2, column) for _, column in new if (2, column) in grid.cells}
    assert {(sheet, *place) for sheet in ("Matrix",) for place in new | below} == {
        place for place, kind in found.cells.items() if kind == "reported"
    }
    assert found.ledger.balanced


def test_a_profile_carried_on_knows_the_new_columns_and_keeps_the_corrections() -> None:
    profile = corrected(draw(TEXT, "Matrix"), **{"role: offer": "role: audience"})
    later = draw("Wer | Fit 2026 | Extra | Klartext | Kurse\nPlan B | x | x | | x\nPlan C | | x | x | x", "Matrix")
    text = dump_profile(propose([later], profile))
    assert ["Extra", "Kurse"] == [
        line.split('head: "')[1].split('"')[0] for line in text.splitlines() if "# neu" in line
    ]
    found = interpret([later], "m.xlsx", parsed(text, "neu.yaml"))
    assert [] == drifted(found)
    assert {"forAudience", "offers"} == {predicate for _, predicate, _ in said(found)}
    assert ("Plan C", "forAudience") in {line[:2] for line in said(found)}
    assert not any(kind == "reported" for kind in found.cells.values())


def test_a_header_most_of_which_is_gone_is_another_table() -> None:
    profile = corrected(draw(TEXT, "Matrix"), **{"role: offer": "role: audience"})
    found = interpret([draw("Wer | Sprachkurse | Coaching | Ort\nPlan B | x | x | Hagen", "Matrix")], "m.xlsx", profile)
    assert [("VN2304", "»Wer«, »Fit 2025«, »Klartext«, »Nachmittag*«", "–")] == drifted(found)
    assert {"offers", "inRegion"} == {predicate for _, predicate, _ in said(found)}


def test_plaetze_of_two_years_are_two_columns() -> None:
    grid = draw("Wer | Plätze 2025 | Plätze 2026\nPlan B | 3 | 4", "Matrix")
    profile = parsed(dump_profile(propose([grid])), "p")
    assert [] == drifted(interpret([grid], "m.xlsx", profile))
    later = draw("Wer | Plätze 2026 | Plätze 2027\nPlan B | 4 | 5", "Matrix")
    assert [("VN2301", "»Plätze 2025«", "»Plätze 2027« (C)")] == drifted(interpret([later], "m.xlsx", profile))


def test_equal_labels_below_other_groups_are_other_columns() -> None:
    text = """
    Wer | Frauen | | Jugendliche |
     | Kurs | Treff | Kurs | Treff
    Plan B | x | | | x
    Plan C | x | x | x | x
    """
    grid = draw(text, "Matrix", merges="B1:C1 D1:E1")
    profile = parsed(dump_profile(propose([grid])), "p")
    swapped = draw(text.replace("Frauen", "?").replace("Jugendliche", "Frauen").replace("?", "Jugendliche"), "Matrix",
                   merges="B1:C1 D1:E1")  # fmt: skip
    found = interpret([swapped], "m.xlsx", profile)
    assert [] == drifted(found)
    assert [
        (dict(s.conditions)["audience"], str(s.evidence[0]))
        for s in found.statements
        if s.subject.label == "Plan B" and s.predicate == "offers"
    ] == [
        ("Jugendliche", "Matrix!B3"),
        ("Frauen", "Matrix!E3"),
    ]
    other = draw(text.replace("Frauen", "Ältere"), "Matrix", merges="B1:C1 D1:E1")
    assert [("VN2301", "»Kurs«, »Treff«", "»Kurs« (B), »Treff« (C)")] == drifted(interpret([other], "m.xlsx", profile))


def sheets(*names: str) -> list[Grid]:
    return [draw("Wer | Coaching | Beratung\nPlan B | x | x", name) for name in names]


def regions(found: Interpretation) -> dict[str, set[str]]:
    places: dict[str, set[str]] = {}
    for one in found.statements:
        if one.predicate == "offers":
            places.setdefault(str(one.evidence[0]).partition("!")[0], set()).update(one.condition("region"))
    return places


def test_what_a_sheet_says_by_its_name_is_not_said_of_a_sheet_with_another_name() -> None:
    profile = corrected(*sheets("Hagen", "Olpe"), **{"role: offer": "role: offer, holds: offer"})
    found = interpret(sheets("Olpe", "Iserlohn", "Hagen 2026"), "m.xlsx", profile)
    assert {"Olpe": {"Olpe"}, "Iserlohn": {"Iserlohn"}, "Hagen 2026": {"Hagen"}} == regions(found)


def test_two_tables_with_one_header_are_told_apart_by_their_titles() -> None:
    def drawn(*titles: str) -> Grid:
        blocks = [f"{title}\nWer | Coaching | Beratung\nPlan {number} | x | x" for number, title in enumerate(titles)]
        return draw("\n\n".join(blocks), "Matrix")

    profile = parsed(
        """
        tables:
          - {sheet: Matrix, title: "Zielgruppe: Frauen", header: [2], body: [3, end], within: {audience: Frauen}}
          - {sheet: Matrix, title: "Zielgruppe: Ältere", header: [6], body: [7, end], within: {audience: Ältere}}
        """,
        "p",
    )
    complete = parsed(dump_profile(propose([drawn("Zielgruppe: Frauen", "Zielgruppe: Ältere")], profile)), "p")
    assert ["Zielgruppe: Frauen", "Zielgruppe: Ältere"] == [table.title for table in complete.tables]
    found = interpret([drawn("Zielgruppe: Ältere", "Zielgruppe: Männer", "Zielgruppe: Frauen")], "m.xlsx", complete)
    assert {("Plan 0", "Ältere"), ("Plan 1", "Männer"), ("Plan 2", "Frauen")} == {
        (s.subject.label, *s.condition("audience")) for s in found.statements if s.predicate == "offers"
    }
    assert not [kind for kind in found.cells.values() if kind == "reported"]


def test_a_table_of_the_profile_that_is_gone_is_named(tmp_path: Path) -> None:
    profile = parsed(dump_profile(propose(sheets("Hagen", "Olpe"))), "p")
    found = interpret(sheets("Hagen"), "m.xlsx", profile)
    assert [("VN2304", "Olpe")] == [
        (i.code, dict(i.params)["sheet"]) for i in found.issues if i.code.startswith("VN23")
    ]


def test_a_new_table_on_a_known_sheet_is_read_without_help() -> None:
    profile = corrected(draw(TEXT, "Matrix"), **{"role: offer": "role: audience"})
    both = draw(TEXT.strip() + "\n\nEinrichtung | Telefon\nVHS Olpe | 0221 4710-100", "Matrix")
    found = interpret([both], "m.xlsx", profile)
    assert {"forAudience", "contactPhone"} == {predicate for _, predicate, _ in said(found)}


def test_every_kind_of_drift_names_sheet_and_remedy_in_both_languages() -> None:
    from ontology.messages import hint, sentence

    profile = corrected(draw(TEXT, ""), **{"role: offer": "role: audience"})
    found = interpret([draw("Wer | Fit 2025 | Klartext | Neu\nPlan B | x | | x", "")], "m.csv", profile)
    issues: Sequence[Issue] = [issue for issue in found.issues if issue.code.startswith("VN23")]
    assert {"VN2301", "VN2303"} == {issue.code for issue in issues}
    for issue in issues:
        for language in ("de", "en"):
            text = sentence(issue.code, language, dict(issue.params))
            assert "…" not in text
            assert "Neu" in text
            assert "profil" in hint(issue.code, language, dict(issue.params)).lower()
    assert "m.csv" in sentence("VN2301", "de", dict(issues[0].params))
