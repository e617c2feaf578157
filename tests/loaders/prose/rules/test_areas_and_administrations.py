"""Areas in running text: lists of districts, a town beside its Kreis, and administrations that act."""

from __future__ import annotations

import pytest

from tests.loaders.prose.rules.reading_aid import labels, nodes, quotes


def test_the_first_of_a_list_of_districts_carries_the_word_for_all() -> None:
    text = "Das Angebot gilt in den Landkreisen Celle, Gifhorn und Uelzen."
    assert [["Landkreisen Celle"], ["Gifhorn"], ["Uelzen"]] == quotes(text, "Region")


def test_a_town_is_not_the_district_of_its_name() -> None:
    found = nodes("Der Landkreis Celle liegt an der Aller. Kurse gibt es in Celle und in Bergen.", "Region")
    assert ["Landkreis Celle", "Celle"] == [node.label for node in found][:2]


def test_a_name_does_not_go_on_behind_a_comma() -> None:
    text = "Kurse gibt es in Freiburg, im Breisgau-Hochschwarzwald und in Lahr."
    assert [["Freiburg"], ["Breisgau-Hochschwarzwald"], ["Lahr"]] == quotes(text, "Region")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Die Räume stellt die Stadt Celle kostenfrei.", ["Stadt Celle"]),
        ("Gastgeberin ist die Stadt Celle.", ["Stadt Celle"]),
        ("Offen ist, ob der Landkreis Celle das Büro weiterführt.", ["Landkreis Celle"]),
        ("Das Netz wird durch das Land Hessen gefördert.", ["Land Hessen"]),
        ("Die Stadt Celle hat ihre Mitarbeit zugesagt.", ["Stadt Celle"]),
        ("Der Kurs findet in der Stadt Celle statt.", []),
        ("Die Stadt Celle hat 70.000 Einwohner.", []),
    ],
)
def test_an_administration_is_an_actor_where_it_acts(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "Actor")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Partner ist die Hochschule Emden/Leer.", ["Hochschule Emden/Leer"]),
        ("Partner ist die IHK für Ostfriesland und Papenburg.", ["IHK für Ostfriesland und Papenburg"]),
        ("Partner ist die IHK für die Pfalz.", ["IHK für die Pfalz"]),
    ],
)
def test_an_institution_of_two_places_is_one(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "Actor")


def test_a_place_that_is_a_word_as_well_is_one_where_a_line_is_dated_or_an_address_ends() -> None:
    assert [["Heide"]] == quotes("Musterstraße 4, Heide", "Region")
    assert [["Hof"]] == quotes("Hof, 12. Juni 2026 – Der Kurs beginnt.", "Region")
    assert [] == quotes("Der Hof ist groß, die Heide ist weit.", "Region")


def test_a_town_with_a_longer_name_is_not_the_district_named_after_it_either() -> None:
    text = "Das Bündnis umfasst die Landkreise Ravensburg, Biberach und Sigmaringen. Kurse gibt es in Biberach."
    found = {mention.start: node.type for node in nodes(text, "Region") for mention in node.mentions}
    assert "region/08426" == found[text.index("Biberach")] != found[text.rindex("Biberach")]
