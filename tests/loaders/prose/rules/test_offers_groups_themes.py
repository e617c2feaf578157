from __future__ import annotations

import pytest

from tests.loaders.prose.rules.reading_aid import labels, nodes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Wir bieten Gründungsberatung und Schweißerlehrgänge.", ["Gründungsberatung", "Schweißerlehrgänge"]),
        ("Es gibt Anerkennungs- und Laufbahnberatung.", ["Anerkennungs- und Laufbahnberatung"]),
        ("Die mobile Sprechstunde ist neu.", ["mobile Sprechstunde"]),
        ("Der Kurs „Rechnen im Alltag“ startet.", ["Kurs „Rechnen im Alltag“"]),
        ("Dazu kommt das Lernportal Harz.", ["Lernportal Harz"]),
        ("Die Zielgruppe trifft sich in einer Arbeitsgruppe.", []),
    ],
)
def test_an_offer_is_a_definite_kind(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "Offer")


def test_offers_have_the_concept_of_their_kind() -> None:
    assert ["offer-type/anerkennungsberatung"] == [
        node.type for node in nodes("Die Anerkennungsberatung hilft.", "Offer")
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Wir beraten junge Frauen mit Fluchterfahrung.", ["junge Frauen mit Fluchterfahrung"]),
        ("Für Menschen, die nachts arbeiten, ist es schwer.", ["Menschen, die nachts arbeiten"]),
        ("Es kommen Schülerinnen und Schüler ab Klasse 9.", ["Schülerinnen und Schüler ab Klasse 9"]),
        ("Das gilt für Beschäftigte unter 30 Jahren.", ["Beschäftigte unter 30 Jahren"]),
        ("Hilfe finden An- und Ungelernte.", ["An- und Ungelernte"]),
        ("Angesprochen sind Betriebe mit weniger als 50 Beschäftigten.", ["Betriebe mit weniger als 50 Beschäftigten"]),
        (
            "Eingeladen sind Fachkräfte aus Schulen, Kitas und Beratungsstellen.",
            ["Fachkräfte aus Schulen, Kitas und Beratungsstellen"],
        ),
        ("Rund 300 Menschen leben dort.", []),
        ("Alle Teilnehmenden und Vertreterinnen kamen.", []),
    ],
)
def test_a_group_reaches_as_far_as_what_restricts_it(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "TargetGroup")


def test_one_group_in_two_cases_and_genders_is_one_node() -> None:
    text = "Die Arbeitslosen lernen. Für Arbeitslose ist es frei. Wiedereinsteigerinnen und Wiedereinsteiger zahlen."
    found = nodes(text, "TargetGroup")
    assert ["audience/arbeitslose", "audience/wiedereinsteigende"] == [node.type for node in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In den Themenfeldern Robotik, Datenanalyse und Arbeitsschutz.", ["Robotik", "Datenanalyse", "Arbeitsschutz"]),
        ("Das Thema berufliche Weiterbildung ist wichtig.", ["berufliche Weiterbildung"]),
        ("Fragen rund um das Lernen ohne Abschluss.", ["Lernen ohne Abschluss"]),
        ("Themen unserer Reihe: Wohnen, Geld und Gesundheit.", ["Wohnen", "Geld", "Gesundheit"]),
        ("Er nahm das Geld und ging.", []),
    ],
)
def test_a_theme_is_presented_as_one(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "Theme")


def test_a_theme_in_any_case_is_its_concept() -> None:
    found = nodes(
        "Workshops zu beruflicher Weiterbildung, Thema Künstliche Intelligenz, Kurse zu Künstlicher Intelligenz.",
        "Theme",
    )
    assert ["theme/weiterbildung", "theme/kuenstliche-intelligenz"] == [node.type for node in found]


def test_regions_have_their_keys() -> None:
    found = nodes("Wir arbeiten im Landkreis Celle, in der Region Hellwegau und in Gera.", "Region")
    assert ["region/03351", "", "region/16052"] == [node.type for node in found]


def test_a_name_of_many_towns_is_the_one_of_the_land_a_text_is_at_home_in() -> None:
    found = nodes("In Plauen, Zwickau, Rodewisch und Chemnitz berät die Lotsin, auch in Auerbach.", "Region")
    assert all(node.type.startswith("region/14") for node in found if node.type)
    assert "Auerbach" in [node.label for node in found]
