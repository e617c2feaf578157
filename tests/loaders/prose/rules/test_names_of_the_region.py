"""Institutions without the usual grammar: classes, offices of an owner, small names, abbreviations set before."""

from __future__ import annotations

import pytest

from tests.loaders.prose.rules.reading_aid import labels, named, nodes, quotes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Hinweise kommen aus zwei Kitas und drei Hausarztpraxen.", ["Kitas", "Hausarztpraxen"]),
        ("Beteiligt sind vier Werften und mehrere Kinderheime.", ["Werften", "Kinderheime"]),
        ("Auch freie Träger sind vertreten.", ["freie Träger"]),
    ],
)
def test_several_houses_of_one_kind_are_a_class_of_actors(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "Actor")


def test_colleagues_are_no_college() -> None:
    assert [] == labels("Eine Kollegin und zwei Kollegen beraten abends.", "Actor")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Wir nennen die Suchtberatung der Caritas Gera.", "Suchtberatung der Caritas Gera"),
        ("Er ging zur Erziehungsberatung der Diakonie.", "Erziehungsberatung der Diakonie"),
    ],
)
def test_a_counselling_office_is_one_actor_with_its_owner(sentence: str, expected: str) -> None:
    assert [expected] == labels(sentence, "Actor")
    assert [] == labels(sentence, "Offer")


def test_counselling_on_education_stays_the_offer_of_who_gives_it() -> None:
    text = "Die Bildungsberatung der Volkshochschule Gera ist kostenlos."
    assert ["Bildungsberatung"] == labels(text, "Offer")
    assert ["Volkshochschule Gera"] == labels(text, "Actor")


def test_a_coined_word_written_small_is_a_name_before_its_legal_form() -> None:
    assert ["kompassa e. V."] == labels("Träger: kompassa e. V.", "Actor")


def test_a_name_goes_on_with_the_region_before_its_legal_form() -> None:
    assert ["Jugendförderung Region Celle gGmbH"] == labels("Die Jugendförderung Region Celle gGmbH lädt ein.", "Actor")


def test_an_abbreviation_before_a_dash_stands_for_the_name_behind_it() -> None:
    text = "Partner ist das BZW – Bildungszentrum an der Werra in Eschwege. Das BZW öffnet um neun."
    assert [["BZW", "Bildungszentrum an der Werra", "BZW"]] == quotes(text, "Actor")
    assert [] == labels(text, "Project")


def test_a_name_does_not_go_on_with_a_word_to_the_reader() -> None:
    text = "Gern nimmt das Bildungszentrum Celle Ihre Fragen entgegen."
    assert ["Bildungszentrum Celle"] == labels(text, "Actor")


def test_an_administration_behind_its_verb_acts() -> None:
    assert ["Landkreis Celle"] == labels("Seit 2021 betreibt der Landkreis Celle eine Lernwerkstatt.", "Actor")


def test_a_person_who_lends_a_school_its_name_is_nobody_to_meet() -> None:
    text = "Wir danken der Volkshochschule „Anna Beispiel“."
    assert ([], ["Volkshochschule „Anna Beispiel“"]) == (labels(text, "Person"), labels(text, "Actor"))


def test_milestones_and_a_place_alone_are_no_projects() -> None:
    assert [] == labels("M1 Auftakt\nM2 Bilanz", "Project")
    assert ["Landesprogramm Hessen"] == labels("Gefördert aus dem Landesprogramm Hessen.", "Project")


def test_a_row_of_topics_may_repeat_its_preposition() -> None:
    assert ["Miete", "Nachfolge"] == labels("Dabei geht es um Miete, um Nachfolge.", "Theme")


def test_a_topic_keeps_its_version() -> None:
    assert ["Logistik 4.0", "Robotik"] == labels("Themen: Logistik 4.0, Robotik", "Theme")


def test_the_first_line_of_a_paragraph_below_offers_names_one() -> None:
    text = "UNSERE LEISTUNGEN\n\nProzessbegleitung\nvor Ort, ein Jahr lang\n\nLernplattform\nkostenlos"
    assert ["Prozessbegleitung", "Lernplattform"] == labels(text, "Offer")


def test_a_class_and_its_only_member_share_a_word_and_one_node() -> None:
    assert 1 == len(nodes("Die Kita lädt ein. Alle Kitas kommen.", "Actor"))


def test_the_programme_that_pays_is_not_what_a_profile_is_about() -> None:
    found = named(
        "Landesprogramm Hessen 2025\n\nKurzprofil WegWeiser\n\nWegWeiser berät Betriebe. Das Landesprogramm Hessen zahlt WegWeiser."
    )
    assert "WegWeiser" == next(node.label for node in found.nodes if node.id == found.topic)


def test_a_headline_that_says_something_is_no_name() -> None:
    text = "Kammer startet WegWeiser mit Betrieben\n\nDas Projekt WegWeiser begleitet Betriebe."
    assert ["WegWeiser"] == labels(text, "Project")
