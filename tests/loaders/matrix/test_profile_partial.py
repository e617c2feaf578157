"""A profile says only what a person wants to correct; all else stays automatic."""

from __future__ import annotations

from loaders.grid import Grid
from loaders.matrix import Interpretation, dump_profile, interpret, propose
from loaders.matrix.profile_reading import parsed
from tests.loaders.matrix.drawing import draw

PLAIN = """
Wer | Fit | Klartext | Bemerkung
Plan B | x | W | u. a. Kochen
Café Global | | o | -
"""


def read(profile: str, *grids: Grid, borrowed: bool = False) -> Interpretation:
    said = parsed(profile, "profil.yaml")
    found = interpret(grids, "m.xlsx", said.lent() if borrowed else said)
    assert found.ledger.balanced
    return found


def lines(found: Interpretation, but: str = "label") -> list[str]:
    """Return what is said, one line per statement: cell, subject, predicate, object, conditions, polarity."""
    told = []
    for one in found.statements:
        if one.predicate not in but.split():
            thing = getattr(one.object, "value", "") or getattr(one.object, "label", "")
            narrowed = "".join(f" {name}={value}" for name, value in one.conditions)
            answer = "" if one.polarity == "yes" else f" [{one.polarity}]"
            cell = str(one.evidence[0]).rpartition("!")[2]
            told.append(f"{cell} {one.subject.label} {one.predicate} {thing}{narrowed}{answer}")
    return told


def reported(found: Interpretation) -> dict[str, str]:
    return {str(issue.place): issue.code for issue in found.issues if issue.place}


def test_without_any_word_the_reading_is_the_automatic_one() -> None:
    grid = draw(PLAIN, "Matrix")
    assert lines(interpret([grid], "m.xlsx")) == lines(read("profile: 1", grid)) == lines(read("", grid))


def test_only_a_sign_is_explained() -> None:
    found = read("signs: {W: warme Übergabe, o: nichts}", draw(PLAIN, "Matrix"))
    assert ["B2 Plan B offers Fit", "C2 Plan B offers Klartext", "D2 Plan B remark u. a. Kochen"] == lines(found)
    assert "negative" == found.cells["Matrix", 3, 3]


def test_yes_no_open_and_partly_can_be_said_of_a_sign() -> None:
    grid = draw("Wer | Fit\nPlan A | A\nPlan B | B\nPlan C | C\nPlan D | D\nPlan E | x\nPlan F | x", "Matrix")
    found = read("signs: {A: ja, B: nein, C: offen, D: teilweise}", grid)
    assert ["B2 Plan A offers Fit", "B3 Plan B offers Fit [no]", "B5 Plan D offers Fit [partly]"] == lines(found)[:3]
    assert {"Matrix!B4": "VN2101"} == reported(found)


def test_a_sign_may_mean_something_else_on_one_sheet() -> None:
    text = "Wer | Fit\nPlan B | W\nPlan C | x\nPlan D | x"
    profile = "signs: {W: nein}\ntables:\n  - {sheet: Nord, signs: {W: ja}}"
    found = read(profile, draw(text, "Nord"), draw(text, "Süd"))
    assert ["yes", "no"] == [
        s.polarity for s in found.statements if s.subject.label == "Plan B" and s.predicate == "offers"
    ]


def test_only_one_column_is_corrected_by_its_letter() -> None:
    found = read("tables: [{columns: {C: theme}}]", draw("Wer | Fit | Klartext\nPlan B | x | x", "Matrix"))
    assert ["B2 Plan B offers Fit", "C2 Plan B onTheme Klartext"] == lines(found)


def test_only_one_column_is_corrected_by_its_head_wherever_it_stands() -> None:
    profile = "tables: [{columns: {C: {head: Klartext, role: theme}}}]"
    found = read(profile, draw("Klartext | Wer | Fit\nx | Plan B | x", "Matrix"))
    assert ["A2 Plan B onTheme Klartext", "C2 Plan B offers Fit"] == lines(found)


def test_a_column_that_holds_values_is_told_by_its_role_alone() -> None:
    found = read("tables: [{columns: {C: openingHours}}]", draw("Wer | Fit | Klartext\nPlan B | x | Mo-Fr", "Matrix"))
    assert ["B2 Plan B offers Fit", "C2 Plan B openingHours Mo-Fr"] == lines(found)


def test_a_column_may_be_called_otherwise_and_say_something_more() -> None:
    profile = 'tables: [{columns: {B: {label: "Fit im Job", within: {audience: Frauen}}}}]'
    assert ["B2 Plan B offers Fit im Job audience=Frauen"] == lines(read(profile, draw("Wer | Fit\nPlan B | x", "M")))


def test_a_column_may_count_nothing() -> None:
    found = read(
        "tables: [{columns: {C: structure}}]", draw("Wer | Fit | Kürzel\nPlan B | x | ab\nPlan C | x | cd", "M")
    )
    assert ["B2 Plan B offers Fit", "B3 Plan C offers Fit"] == lines(found)
    assert {"structure"} == {kind for (_, _, column), kind in found.cells.items() if column == 3}


def test_a_word_without_a_sheet_holds_for_every_sheet_and_with_one_for_that_sheet() -> None:
    grids = [draw("Wer | Fit | Klartext\nPlan B | x |", name) for name in ("Nord", "Süd 2025")]
    assert 2 == sum(s.polarity == "no" for s in read("tables: [{closed: true}]", *grids).statements)
    one = read("tables: [{sheet: Süd 2024, closed: true}]", *grids)
    assert ["Süd 2025!C2"] == [str(s.evidence[0]) for s in one.statements if s.polarity == "no"]


def test_what_is_said_of_all_tables_and_of_one_holds_together() -> None:
    grids = [draw("Wer | Fit | Klartext\nPlan B | x |", name) for name in ("Nord", "Süd")]
    profile = "tables:\n  - {closed: true}\n  - {sheet: Süd, columns: {B: theme}, within: {region: Olpe}}"
    found = read(profile, *grids)
    assert [
        "B2 Plan B offers Fit region=Nord", "C2 Plan B offers Klartext region=Nord [no]",
        "B2 Plan B onTheme Fit region=Olpe", "C2 Plan B offers Klartext region=Olpe [no]",
    ] == lines(found)  # fmt: skip


def test_only_header_and_first_row_are_told() -> None:
    text = """
    Bitte ausfüllen! | Wer | Was | x
    Einrichtung | Fit | Klartext |
    (Name) | (ja/nein) | (ja/nein) |
    Plan B | x | |
    Neue Wege | | x |
    """
    found = read("tables: [{sheet: M, header: [2], body: [4, end], rows: actor}]", draw(text, "M"))
    assert ["B4 Plan B offers Fit", "C5 Neue Wege offers Klartext"] == lines(found)


def test_a_body_may_end_early_or_at_the_end_of_the_sheet() -> None:
    grid = draw("Wer | Fit\nPlan B | x\nPlan C | x\nPlan D | x", "M")
    assert ["B2 Plan B offers Fit"] == lines(read("tables: [{sheet: M, header: 1, body: [2, 2]}]", grid))
    two = draw("Wer | Fit | Hilfe\nPlan B | x |\n\nEinrichtung | Coaching | Beratung\nPlan D | | x", "M")
    whole = read("tables: [{sheet: M, header: 1, body: [2, all], skip: [Einrichtung], heads: offer}]", two)
    assert ["B2 Plan B offers Fit", "C5 Plan D offers Hilfe"] == lines(whole)


def test_a_table_is_turned_by_one_word() -> None:
    text = "Wer | Fit | Klartext\nPlan B | x |\nNeue Wege | x | x"
    assert "B2 Plan B offers Fit" in lines(read("", draw(text, "M")))
    found = read("tables: [{turned: true}]", draw(text, "M"))
    assert ["B2 Fit offers Plan B", "B3 Fit offers Neue Wege", "C3 Klartext offers Neue Wege"] == sorted(lines(found))
    back = read(
        "tables: [{turned: false}]",
        draw("Merkmal | VHS Hagen | Jobcenter Olpe\nCoaching | x | \nSprachkurs | | x", "M"),
    )
    assert [False] == [plan.turned for plan in back.plans]


def test_what_rows_and_headers_name_is_told_in_two_words() -> None:
    text = "Was | Nord | Mitte\nKlartext | x |\nKompass | | x"
    found = read("tables: [{rows: theme, heads: actor}]", draw(text, "M"))
    assert {("theme", "stub"), ("actor", "mark")} == {(c.role, c.form) for plan in found.plans for c in plan.columns}


def test_cells_that_name_actors_are_told_in_one_word() -> None:
    text = "Was | Kreis Olpe | Hagen\nKlartext | Plan B | Neue Wege\nKompass | Neue Wege | Plan B"
    found = read("tables: [{rows: offer, heads: region, names: actor}]", draw(text, "M"))
    assert "B2 Plan B offers Klartext region=Kreis Olpe" in lines(found)
    assert "C2 Neue Wege offers Klartext region=Hagen" in lines(found)


def test_rows_may_name_actor_and_offer() -> None:
    text = "Wer | Was | Frauen | Ältere\nPlan B | Klartext | x |\nPlan B | Kompass | | x"
    found = read("tables: [{rows: [actor, offer]}]", draw(text, "M"))
    assert [
        "B2 Plan B offers Klartext", "C2 Plan B forAudience Frauen offer=Klartext",
        "B3 Plan B offers Kompass", "D3 Plan B forAudience Ältere offer=Kompass",
    ] == lines(found)  # fmt: skip


def test_who_refers_to_whom_is_told() -> None:
    text = "von/an | VHS Olpe | JC Olpe\nVHS Olpe | | x\nJC Olpe | |"
    for towards, subject in (("row", "JC Olpe"), ("column", "VHS Olpe")):
        found = read(f"tables: [{{towards: {towards}}}]", draw(text, "Verweise"))
        assert [subject] == [s.subject.label for s in found.statements if s.predicate == "refersTo"]


def test_colours_are_told_by_number_or_by_word_and_come_before_the_legend() -> None:
    grid = draw("Wer | Fit | Klartext\nPlan B | x | \nPlan C | x | x", "M", fills={"C2": "FFF200", "C3": "92D050"})
    for key in ('"92D050"', "grün", '"#92d050"'):
        found = read(f"colours: {{{key}: nein, gelb: nur auf Anfrage}}", grid)
        assert "C2 Plan B offers Klartext" in lines(found)
        assert {"M!C3": "VN2102"} == reported(found)


def test_footnotes_and_abbreviations_are_told_where_the_file_does_not_explain_them() -> None:
    grid = draw("Wer | Fit\nNW | x*\nVHS Olpe | x", "M")
    found = read('footnotes: {"*": "nur Frauen"}\nabbreviations: {NW: Neue Wege}', grid)
    assert ["B2 Neue Wege offers Fit audience=Frauen", "B3 VHS Olpe offers Fit"] == lines(found)


def test_an_abbreviation_may_mean_another_institution_on_each_sheet() -> None:
    grids = [draw("Wer | Fit\nJC | x\nPlan B | x", name) for name in ("A", "B")]
    profile = "tables:\n - {sheet: A, abbreviations: {JC: Jobcenter Hagen}}\n - {sheet: B, abbreviations: {JC: Jobcenter Olpe}}"
    found = read(profile, *grids)
    assert ["Jobcenter Hagen", "Jobcenter Olpe"] == [
        s.subject.label for s in found.statements if s.predicate == "offers" and s.subject.label != "Plan B"
    ]


def test_a_name_with_commas_stays_whole() -> None:
    grid = draw("Einrichtung | Angebote\nPlan B | Planung, Bau, Kunst\nPlan C | Coaching", "M")
    assert ["Planung", "Bau", "Kunst"] == [line.rpartition("offers ")[2] for line in lines(read("", grid))[:3]]
    assert "B2 Plan B offers Planung, Bau, Kunst" in lines(read('labels: ["Planung, Bau, Kunst"]', grid))


def test_single_cells_are_ignored_reported_or_read_otherwise() -> None:
    grid = draw("Wer | Fit | Klartext\nPlan B | x | siehe Anlage\nPlan C | y | x\nPlan D | x | x", "M")
    profile = """
    cells:
      "M!C2": {is: siehe Anlage, read: ignore}
      "M!B3": {is: y, as: "ja"}
      "M!C4": {is: x, read: report}
    """
    found = read(profile, grid)
    assert [
        "B2 Plan B offers Fit",
        "B3 Plan C offers Fit",
        "C3 Plan C offers Klartext",
        "B4 Plan D offers Fit",
    ] == lines(found)
    assert {"M!C4": "VN2108"} == reported(found)
    assert "structure" == found.cells["M", 2, 3]
    assert ["y"] == [s.original for s in found.statements if str(s.evidence[0]) == "M!B3"]


def test_a_correction_that_no_longer_fits_is_not_applied_but_reported() -> None:
    grid = draw("Wer | Fit\nPlan B | x\nPlan C | x", "M")
    found = read('cells: {"M!B2": {is: y, read: ignore}, "Weg!A1": ignore}', grid)
    assert ["B2 Plan B offers Fit", "B3 Plan C offers Fit"] == lines(found)
    assert [("M!B2", "y", "x"), ("Weg!A1", "", "")] == [
        (dict(i.params)["cell"], dict(i.params)["holds"], dict(i.params)["value"])
        for i in found.issues
        if i.code == "VN2305"
    ]


def test_what_only_an_address_says_holds_in_the_file_it_was_written_for() -> None:
    grid = draw("Wer | Fit\nPlan B | x\nPlan C | x", "M")
    profile = 'cells: {"M!B2": ignore}\ntables: [{sheet: M, header: 1, skip: [3]}]'
    assert [] == lines(read(profile, grid))
    lent = read(profile, grid, borrowed=True)
    assert ["B2 Plan B offers Fit", "B3 Plan C offers Fit"] == lines(lent)
    assert ["VN2305"] == [issue.code for issue in lent.issues]


def test_areas_and_sheets_are_ignored() -> None:
    text = "Wer | Fit\nPlan B | x\n\nEntwurf | Notiz\nPlan Z | x"
    found = read('ignore: ["M 2025!A4:B9", Alt]', draw(text, "M 2026"), draw(text, "Alt"))
    assert ["B2 Plan B offers Fit"] == lines(found)
    assert {"structure"} == {kind for (sheet, row, _), kind in found.cells.items() if sheet == "Alt" or row > 3}


def test_a_profile_of_a_corrected_reading_holds_the_corrections_and_reads_the_same() -> None:
    grid = draw(PLAIN, "Matrix")
    profile = parsed(
        'signs: {W: ja}\ncells: {"Matrix!C3": {is: o, read: ignore}}\n'
        "tables: [{columns: {B: {head: Fit, role: theme}}, within: {region: Hagen}, skip: [Summe], abbreviations: {A: B}}]",
        "p",
    )
    text = dump_profile(propose([grid], profile))
    again = parsed(text, "p")
    assert lines(interpret([grid], "m.xlsx", profile)) == lines(interpret([grid], "m.xlsx", again))
    assert ("ja", ("Summe",), (("A", "B"),)) == (
        dict(again.signs)["W"], again.tables[0].skipped_texts, again.tables[0].abbreviations,
    )  # fmt: skip
    assert text == dump_profile(again)
