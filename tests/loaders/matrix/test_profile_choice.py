"""Which profile a file is read with: its own, else the one whose headers it has, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.grid import Grid
from loaders.matrix import dump_profile, interpret, propose
from loaders.matrix.choose import Chosen, choose, name_of
from loaders.matrix.profile_reading import parsed
from ontology.errors import LoadError
from tests.loaders.matrix.drawing import draw
from tests.loaders.matrix.next_year import moved

MATRIX = "Wer | Fit | Klartext | Nachmittag\nPlan B | x | | x\nPlan C | x | x |"
CONTACTS = "Einrichtung | Telefon | E-Mail\nPlan B | 0221 4710-100 | a@example.org"


def saved(folder: Path, name: str, *grids: Grid, extra: str = "") -> Path:
    path = folder / name
    path.write_text(extra + dump_profile(propose(grids)), encoding="utf-8")
    return path


def test_the_files_own_profile_comes_first(tmp_path: Path) -> None:
    own = saved(tmp_path, "eigen.yaml", draw(CONTACTS, "Kontakte"))
    other = saved(tmp_path, "matrix.yaml", draw(MATRIX, "Matrix"))
    chosen = choose([draw(MATRIX, "Matrix")], "eigen.xlsx", own, (other,))
    assert ("eigen.yaml", False) == (chosen.name, chosen.by_header)
    assert () == chosen.issues("eigen.xlsx")


@pytest.mark.parametrize(
    "grid", [draw(MATRIX, "Blatt 7"), moved(draw(MATRIX, "Matrix"), 4, 2)], ids=["renamed", "moved"]
)
def test_a_file_of_any_name_is_known_by_its_header(tmp_path: Path, grid: Grid) -> None:
    others = (saved(tmp_path, "a.yaml", draw(CONTACTS, "K")), saved(tmp_path, "b.yaml", draw(MATRIX, "Matrix")))
    chosen = choose([grid], "wie_auch_immer.xlsx", None, others)
    assert ("b.yaml", True, False) == (chosen.name, chosen.by_header, chosen.kin)
    assert ["VN2307"] == [issue.code for issue in chosen.issues("wie_auch_immer.xlsx")]


def test_of_two_that_fit_the_one_with_more_tables_is_taken(tmp_path: Path) -> None:
    both = [draw(MATRIX, "Matrix"), draw(CONTACTS, "Kontakte")]
    others = (saved(tmp_path, "beide.yaml", *both), saved(tmp_path, "z_nur_eine.yaml", both[0]))
    assert "beide.yaml" == choose(both, "neu.xlsx", None, others).name


def test_a_header_that_only_comes_near_takes_the_profile_so_that_the_drift_is_heard(tmp_path: Path) -> None:
    others = (saved(tmp_path, "alt.yaml", draw(MATRIX, "Matrix")),)
    later = draw(MATRIX.replace("Klartext", "Kompass"), "Matrix")
    chosen = choose([later], "neu.xlsx", None, others)
    assert "alt.yaml" == chosen.name
    assert "VN2301" in {issue.code for issue in interpret([later], "neu.xlsx", chosen.profile).issues}


def test_a_header_that_shares_two_columns_is_another(tmp_path: Path) -> None:
    others = (saved(tmp_path, "alt.yaml", draw(MATRIX, "Matrix")),)
    assert Chosen() == choose(
        [draw("Wer | Fit | Beratung | Kurs\nPlan B | x | x | x", "Matrix")], "neu.xlsx", None, others
    )
    assert Chosen() == choose([draw(CONTACTS, "K")], "neu.xlsx", None, others)


def test_the_same_file_of_another_year_has_its_profile_even_without_tables(tmp_path: Path) -> None:
    path = tmp_path / "matrix_2025_final.yaml"
    path.write_text("signs: {W: nein}\nabbreviations: {JC: Jobcenter Hagen}\n", encoding="utf-8")
    chosen = choose([draw(MATRIX, "M")], "Matrix 2026.xlsx", None, (path,))
    assert (True, (("JC", "Jobcenter Hagen"),)) == (
        chosen.kin,
        chosen.profile.abbreviations if chosen.profile else None,
    )
    assert ["VN2306"] == [issue.code for issue in chosen.issues("Matrix 2026.xlsx")]
    assert Chosen() == choose([draw(MATRIX, "M")], "liste.xlsx", None, (path,))


def test_what_names_a_place_is_not_lent_to_a_partner_with_the_same_form(tmp_path: Path) -> None:
    path = tmp_path / "hagen.yaml"
    text = dump_profile(propose([draw(MATRIX, "Matrix")])).replace("within: {}", "within: {region: Hagen}")
    path.write_text(text + "abbreviations: {JC: Jobcenter Hagen}\n", encoding="utf-8")
    grid = draw(MATRIX.replace("Plan C", "JC"), "Matrix")
    chosen = choose([grid], "olpe.xlsx", None, (path,))
    found = interpret([grid], "olpe.xlsx", chosen.profile)
    assert {"Plan B", "JC"} == {one.subject.label for one in found.statements}
    assert not any(one.condition("region") for one in found.statements)


def test_a_broken_profile_of_another_file_is_passed_over_and_a_files_own_is_not(tmp_path: Path) -> None:
    broken = tmp_path / "kaputt.yaml"
    broken.write_text("tables: [", encoding="utf-8")
    fine = saved(tmp_path, "matrix.yaml", draw(MATRIX, "Matrix"))
    assert "matrix.yaml" == choose([draw(MATRIX, "Matrix")], "x.xlsx", None, (broken, fine)).name
    with pytest.raises(LoadError, match=r"kaputt\.yaml"):
        choose([draw(MATRIX, "Matrix")], "kaputt.xlsx", broken, (fine,))


def test_a_turned_table_is_known_too(tmp_path: Path) -> None:
    turned = draw("Merkmal | VHS Hagen | Jobcenter Olpe\nTelefon | 0221 4710-1 | 0221 4710-2\nE-Mail | a@example.org | b@example.org"
                  "\nCoaching | x | \nSprachkurs | | x", "Steckbriefe")  # fmt: skip
    path = saved(tmp_path, "t.yaml", turned)
    assert parsed(path.read_text(encoding="utf-8"), "t").tables[0].turned
    assert "t.yaml" == choose([moved(turned, 2, 1)], "andere.xlsx", None, (path,)).name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Netzwerkmatrix 2025.xlsx", "netzwerkmatrix_2026.xlsx"),
        ("kreis/Matrix-2025_final.xlsx", "Matrix (Entwurf) 2027.xls"),
        ("Liste_v2.csv", "liste.csv"),
    ],
)
def test_names_that_differ_by_year_and_version_are_one(one: str, other: str) -> None:
    assert name_of(one) == name_of(other)
    assert name_of(one) != name_of("Kontakte Olpe.xlsx")
