"""Several things in one cell."""

from __future__ import annotations

import pytest

from loaders.matrix import interpret, kinds, lists
from tests.loaders.matrix.drawing import draw, told


def _offer(label: str) -> bool:
    return kinds.known("offer", label)


def test_the_sign_that_parts_most_cells_of_a_column_parts_all_of_them() -> None:
    texts = ["Umschulung\nSprachkurs", "Coaching\nSchuldnerberatung", "Mentoring\nLotsen\nBeratung am Arbeitsplatz"]
    assert "\n" == lists.sign_of(texts, _offer)
    assert ("Mentoring", "Lotsen", "Beratung am Arbeitsplatz") == lists.split(texts[2], _offer, sign="\n")


def test_a_name_that_goes_on_in_the_next_line_is_not_cut() -> None:
    assert ("Beratung für Menschen mit Behinderung",) == lists.split(
        "Beratung für\nMenschen mit Behinderung", _offer, sign="\n"
    )
    assert ("Beratung zu rechtlichen Fragen",) == lists.split("Beratung zu\nrechtlichen Fragen", _offer, sign="\n")


@pytest.mark.parametrize("text", ["Talentkompass + Lotsendienst + Schuldnerberatung", "Umschulung + Sprachkurs"])
def test_a_plus_between_capitals_parts_things(text: str) -> None:
    assert tuple(text.split(" + ")) == lists.split(text, _offer)


def test_cells_that_name_partners_with_a_plus_between_them_are_read() -> None:
    grid = draw(
        """
        Wer berät wen zu welchem Thema?
        Wer wird beraten? | Anerkennung | Kinderbetreuung
        Eltern | IHK Siegen + Jobcenter Olpe | VHS Siegen
        Geflüchtete | VHS Siegen + Caritasverband Olpe | IHK Siegen + VHS Siegen
        """
    )
    assert "B3 IHK Siegen forAudience Eltern theme=Anerkennung" in told(grid)
    assert "C4 VHS Siegen forAudience Geflüchtete theme=Kinderbetreuung" in told(grid)


def test_a_group_nobody_else_may_come_from_is_named_exclusively_in_a_list_too() -> None:
    grid = draw(
        """
        Anbieter | Angebot | Thema | Zielgruppe
        VHS Hagen | Kurs A | Deutsch | nur Frauen
        VHS Hagen | Kurs B | Deutsch | Geflüchtete; ausschließlich für Beschäftigte (u25)
        VHS Hagen | Kurs C | Deutsch | Nur Mut e. V.
        VHS Hagen | Kurs D | Deutsch | nur Ältere und Alleinerziehende
        """
    )
    said = [one for one in interpret([grid], "x").statements if one.predicate == "forAudience"]
    found = {str(getattr(one.object, "label", "")): dict(one.details) for one in said}
    alone = {"Alleinerziehende", "Beschäftigte", "Frauen", "Ältere"}
    assert {*alone, "Geflüchtete", "Nur Mut e. V."} == found.keys()
    assert alone == {label for label, details in found.items() if "exclusive" in details}
    assert {"Frauen": (), "Ältere": (), "Alleinerziehende": (), "Beschäftigte": ("age_below",)} == {
        label: tuple(name for name, _ in one.conditions if name not in {"offer", "theme"})
        for one in said
        if (label := getattr(one.object, "label", "")) in alone
    }


def test_where_the_way_in_is_asked_for_open_is_an_answer_and_of_a_registration_it_is_none() -> None:
    for header, expected in (("Zugang", ["open", "open", "registration"]), ("Anmeldung", ["registration"])):
        grid = draw(
            f"""
            Anbieter | Angebot | Zielgruppe | {header}
            VHS Hagen | Kurs A | Frauen | offen
            VHS Hagen | Kurs B | Frauen | offener Zugang
            VHS Hagen | Kurs C | Frauen | nach Vereinbarung
            VHS Hagen | Kurs D | Frauen | ?
            """
        )
        said = [one for one in interpret([grid], "x").statements if one.predicate == "access"]
        found = [str(getattr(one.object, "value", "")) for one in said]
        assert expected == [value for value in found if value in {"open", "registration"}]
