"""What a person says about group lines and lists that the reading cannot know."""

from __future__ import annotations

from loaders.matrix import dump_profile, propose
from loaders.matrix.profile import Profile
from loaders.matrix.profile_reading import parsed
from tests.loaders.matrix.drawing import draw, told

GRID = draw(
    """
    Einrichtung | Sprachkurs | Umschulung
    Wir für Sie
    VHS Siegen | x |
    IHK Siegen | | x
    Haus Sonne
    Jobcenter Olpe | x |
    """
)


def _profile(text: str) -> Profile:
    return parsed(text, "m.yaml")


def test_a_group_line_names_what_a_person_says_it_names() -> None:
    said = told(GRID, profile=_profile("tables: [{groups: {Wir für Sie: type, Haus Sonne: row}}]"))
    assert ["A2 VHS Siegen type Wir für Sie", "A2 IHK Siegen type Wir für Sie"] == [
        line for line in said if " type " in line
    ][:2]
    assert not [line for line in said if line.endswith("type Haus Sonne")]


def test_a_line_that_heads_rows_and_names_nothing_is_passed_over() -> None:
    said = told(GRID, profile=_profile("tables: [{groups: {2: heading, 5: heading}}]"))
    assert not [line for line in said if "Wir für Sie" in line or "Haus Sonne" in line]


def test_entries_are_parted_by_what_a_person_says_and_nothing_else() -> None:
    grid = draw(
        """
        Einrichtung | Angebote
        VHS Siegen | Lesen, Schreiben # Rechnen
        IHK Siegen | Nähen, Häkeln # Basteln
        """
    )
    said = told(grid, profile=_profile('tables: [{columns: {B: {split: "#"}}}]'))
    assert [line for line in said if "offers" in line] == [
        "B2 VHS Siegen offers Lesen, Schreiben",
        "B2 VHS Siegen offers Rechnen",
        "B3 IHK Siegen offers Nähen, Häkeln",
        "B3 IHK Siegen offers Basteln",
    ]
    whole = told(grid, profile=_profile("tables: [{columns: {B: {split: none}}}]"))
    assert "B2 VHS Siegen offers Lesen, Schreiben # Rechnen" in whole


def test_what_a_person_said_about_groups_and_lists_is_carried_on() -> None:
    said = _profile("tables: [{groups: {Wir für Sie: type}, columns: {B: {split: lines}}}]")
    again = _profile(dump_profile(propose([GRID], said)))
    assert (("Wir für Sie", "type"),) == again.tables[0].groups
    assert "\n" == next(column.split for column in again.tables[0].columns if column.index == 2)
