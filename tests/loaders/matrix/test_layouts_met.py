"""Layouts met in composed matrices: which line names the rows, and which title belongs to which table."""

from __future__ import annotations

from loaders.matrix import interpret
from tests.loaders.matrix.drawing import draw, told


def test_tables_beside_each_other_have_their_own_titles() -> None:
    grid = draw(
        """
        Angebote für Frauen | | | | Angebote für Senioren | |
        Träger | Umschulung | Sprachkurs | | Einrichtung | Umschulung | Sprachkurs
        VHS Siegen | x | | | IHK Siegen | | x
        Jobcenter Olpe | | x | | VHS Siegen | x |
        """
    )
    assert [line for line in told(grid) if "offers" in line] == [
        "B3 VHS Siegen offers Umschulung audience=Frauen",
        "C4 Jobcenter Olpe offers Sprachkurs audience=Frauen",
        "G3 IHK Siegen offers Sprachkurs audience=Senioren",
        "F4 VHS Siegen offers Umschulung audience=Senioren",
    ]


def test_group_lines_merged_behind_the_running_number_are_no_cells_of_the_columns() -> None:
    grid = draw(
        """
        Nr. | Einrichtung | Sprachberatung | Lernberatung
         | Kammern | |
        1 | IHK Siegen | x |
         | Verbände | |
        2 | Handelsverband Olpe | x | x
         | Bildungsträger | |
        3 | VHS Olpe | | x
        """,
        merges="B2:D2 B4:D4 B6:D6",
    )
    found = told(grid)
    assert "C3 IHK Siegen offers Sprachberatung" in found
    assert "D7 VHS Olpe offers Lernberatung" in found


def test_actors_beside_and_above_stand_in_rows_although_types_stand_before_them() -> None:
    grid = draw(
        """
         | | Beratungsstellen | Kammern | Bildungsträger
         | von / an | IQ Beratungsstelle Olpe | IHK Siegen | VHS Siegen
        Beratungsstellen | IQ Beratungsstelle Olpe | | x |
        Kammern | IHK Siegen | x | | x
        Bildungsträger | VHS Siegen | | x |
        """
    )
    assert [line for line in told(grid) if "refersTo" in line] == [
        "D3 IQ Beratungsstelle Olpe refersTo IHK Siegen",
        "C4 IHK Siegen refersTo IQ Beratungsstelle Olpe",
        "E4 IHK Siegen refersTo VHS Siegen",
        "D5 VHS Siegen refersTo IHK Siegen",
    ]


def test_a_title_says_of_its_sheet_what_the_sheets_name_says() -> None:
    grid = draw(
        """
        Akteurslandkarte Senioren
        Einrichtung | Umschulung | Sprachkurs
        VHS Siegen | x | x
        """,
        "Senioren",
    )
    assert (("audience", "Senioren"),) == interpret([grid], "m.xlsx").plans[0].within


def test_a_working_group_in_a_title_offers_nothing() -> None:
    grid = draw(
        """
        Arbeitsgruppe 2 „Beratung“
        Förderinstrument | Frauen | Senioren
        Bildungsgutschein | x |
        Meisterbonus | | x
        """
    )
    assert not [line for line in told(grid) if "Arbeitsgruppe" in line]


def test_colours_of_one_table_do_not_widen_the_table_beside_it() -> None:
    grid = draw(
        """
        Wo? | | | | Leistungen | | | | Legende
        Anbieter | Siegen | Olpe | | Träger | Umschulung | Sprachkurs | | grün = findet statt
        VHS Siegen | | | | IHK Siegen | | x
        IHK Siegen | x | | | VHS Siegen | x |
        Jobcenter Olpe | | x | | Caritasverband Olpe | x |
        """,
        fills={"B3": "00B050", "F3": "00B050"},
    )
    assert [line for line in told(grid) if "IHK" in line] == [
        "B4 IHK Siegen inRegion Siegen",
        "F3 IHK Siegen offers Umschulung",
        "G3 IHK Siegen offers Sprachkurs",
    ]


def test_a_block_headed_abk_explains_abbreviations() -> None:
    grid = draw(
        """
        Träger | Umschulung | Sprachkurs
        AA | x |
        VS | | x

        Abk.:
        AA | Agentur für Arbeit Siegen
        VS | VHS Siegen
        """
    )
    assert [line for line in told(grid) if "offers" in line] == [
        "B2 Agentur für Arbeit Siegen offers Umschulung",
        "C3 VHS Siegen offers Sprachkurs",
    ]
