from __future__ import annotations

import pytest

from tests.loaders.prose.rules.reading_aid import labels, nodes, quotes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Die Agentur für Arbeit Gera lädt ein.", ["Agentur für Arbeit Gera"]),
        ("Beteiligt ist die Westsächsische Hochschule Zwickau.", ["Westsächsische Hochschule Zwickau"]),
        ("Das Bildungswerk der Hessischen Wirtschaft e. V. berät.", ["Bildungswerk der Hessischen Wirtschaft e. V."]),
        (
            "Es fördert das Ministerium für Arbeit, Soziales und Gesundheit.",
            ["Ministerium für Arbeit, Soziales und Gesundheit"],
        ),
        ("Die Fachstelle Migra-Wege hilft.", ["Fachstelle Migra-Wege"]),
        ("Die Beratung übernimmt der AWO-Kreisverband Celle.", ["AWO-Kreisverband Celle"]),
        ("Die Dresdner Volkshochschule öffnet.", ["Dresdner Volkshochschule"]),
        ("Partner ist die Lernwege Harz gGmbH.", ["Lernwege Harz gGmbH"]),
        (
            "Wir arbeiten mit dem Verein der Landfrauen in Stade e. V. zusammen.",
            ["Verein der Landfrauen in Stade e. V."],
        ),
        ("Die Beratungsstelle „Regenbogen“ ist umgezogen.", ["Beratungsstelle „Regenbogen“"]),
        ("Zur Wahl steht das Jobcenter im Landkreis Celle.", ["Jobcenter im Landkreis Celle"]),
        ("Das Institut für nachhaltige Bildung gGmbH forscht.", ["Institut für nachhaltige Bildung gGmbH"]),
    ],
)
def test_a_name_reaches_as_far_as_it_does(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "Actor")


def test_a_genitive_is_said_in_the_nominative_and_still_quoted_as_written() -> None:
    (actor,) = nodes("Im Namen des Jobcenters Goslar grüßt die Leitung.", "Actor")
    assert ("Jobcenter Goslar", "Jobcenters Goslar") == (actor.label, actor.mentions[0].quote)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Die Arbeitsagenturen Celle und Stade beraten.", ["Arbeitsagentur Celle", "Arbeitsagentur Stade"]),
        ("Gemeinsam mit den Jobcentern Gotha, Erfurt und Weimar.", ["Jobcenter Gotha", "Jobcenter Erfurt", "Jobcenter Weimar"]),
        ("Die Volkshochschulen Aurich, Emden und Leer laden ein.", ["Volkshochschule Aurich", "Volkshochschule Emden", "Volkshochschule Leer"]),
    ],
)  # fmt: skip
def test_each_place_of_a_plural_is_an_institution_of_its_own(sentence: str, expected: list[str]) -> None:
    found = labels(sentence, "Actor")
    assert len(expected) == len(found)
    assert [name.split()[-1] for name in expected] == [name.split()[-1] for name in found]


def test_a_place_at_the_end_holds_for_both_institutions_before_it() -> None:
    assert ["Agentur für Arbeit Suhl", "Jobcenter Suhl"] == labels(
        "Träger sind die Agentur für Arbeit und das Jobcenter Suhl.", "Actor"
    )


def test_an_abbreviation_in_brackets_stands_for_the_name_from_then_on() -> None:
    text = "Das Regionale Bildungszentrum Wesermarsch (RBW) öffnet. Das RBW berät auch abends."
    (actor,) = nodes(text, "Actor")
    assert ["Regionale Bildungszentrum Wesermarsch", "RBW", "RBW"] == [mention.quote for mention in actor.mentions]
    assert ("RBW",) == actor.aliases


def test_a_short_form_stands_for_the_latest_institution_of_its_kind() -> None:
    text = (
        "Die Handwerkskammer Kassel startet. Die Kammer lädt ein.\n\n"
        "Die Handwerkskammer Erfurt folgt. Die Kammer zahlt."
    )
    assert [["Handwerkskammer Kassel", "Kammer"], ["Handwerkskammer Erfurt", "Kammer"]] == quotes(text, "Actor")


def test_a_synonym_is_a_short_form_too() -> None:
    text = "Die Agentur für Arbeit Suhl berät. Ein Termin bei der Arbeitsagentur ist kostenlos."
    assert [["Agentur für Arbeit Suhl", "Arbeitsagentur"]] == quotes(text, "Actor")


def test_a_plural_without_a_name_is_a_class_and_never_one_institution() -> None:
    found = nodes("Beteiligt sind Kammern, Gewerkschaften, Jobcenter und Bildungsträger der Region.", "Actor")
    assert ["Kammern", "Gewerkschaften", "Jobcenter", "Bildungsträger"] == [node.label for node in found]
    assert all(node.generic for node in found)


def test_institutions_of_one_kind_in_different_places_stay_apart() -> None:
    text = "Die IHK Gera und die IHK Chemnitz. Die IHK Gera lädt ein."
    assert [["IHK Gera", "IHK Gera"], ["IHK Chemnitz"]] == quotes(text, "Actor")


def test_types_are_concepts() -> None:
    found = nodes("Mit der Kreishandwerkerschaft Stade und der IG Metall Celle.", "Actor")
    assert ["actor-type/kreishandwerkerschaft", "actor-type/gewerkschaft"] == [node.type for node in found]


def test_an_administration_acts_where_it_stands_among_institutions() -> None:
    assert ["Agentur für Arbeit Gera", "Landkreis Greiz"] == labels(
        "Partner sind die Agentur für Arbeit Gera und der Landkreis Greiz.", "Actor"
    )
    assert [] == labels("Das Projekt läuft im Landkreis Greiz.", "Actor")


def test_the_key_of_a_line_is_no_institution() -> None:
    assert ["Jobcenter Goslar"] == labels("Projektträger: Jobcenter Goslar\nLaufzeit: 2024 bis 2026", "Actor")


def test_a_person_who_lends_a_university_the_name_is_no_person() -> None:
    text = "Die Otto-von-Guericke-Universität Magdeburg und die Clara Schumann Musikschule Gera laden ein."
    assert [] == labels(text, "Person")
