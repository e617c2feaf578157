from __future__ import annotations

import pytest

from tests.loaders.prose.rules.reading_aid import labels, named, quotes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Das Projekt „Neue Wege gehen“ beginnt.", ["Neue Wege gehen"]),
        ("Im Verbundprojekt QualiHub Harz lernen alle.", ["QualiHub Harz"]),
        ("Die Projekte „Anker“ und „Lotse sein“ enden.", ["Anker", "Lotse sein"]),
        ("Gefördert über das Bundesprogramm „Lernen im Betrieb“.", ["Lernen im Betrieb"]),
        ("Das Vorhaben F.I.T. startet.", ["F.I.T."]),
        ("Mittel kommen aus dem ESF Plus.", ["ESF Plus"]),
        ("JobNavi hilft weiter, denn JobNavi kennt alle.", ["JobNavi"]),
    ],
)
def test_a_project_is_told_by_its_head_its_quotes_or_its_letters(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "Project")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Das Netzwerk Grundbildung Stade wächst.", ["Netzwerk Grundbildung Stade"]),
        ("Der Weiterbildungsverbund Ostharz tagt.", ["Weiterbildungsverbund Ostharz"]),
        ("Im Vernetzten Bildungsraum arbeiten alle mit.", ["Vernetzten Bildungsraum"]),
        ("Das IQ Netzwerk Thüringen berät.", ["IQ Netzwerk Thüringen"]),
    ],
)
def test_a_network_keeps_its_head(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "Network")


def test_a_definite_short_form_stands_for_the_network() -> None:
    text = "Der Weiterbildungsverbund Ostharz wächst. Der Verbund hat 20 Mitglieder."
    assert [["Weiterbildungsverbund Ostharz", "Verbund"]] == quotes(text, "Network")


def test_no_abbreviation_of_the_field_is_a_project() -> None:
    assert [] == labels("KMU nutzen KI und MINT-Angebote nach SGB III per PDF.", "Project")


def test_letters_of_an_address_name_nothing() -> None:
    assert [] == labels("Mehr unter www.BildungHub.example.org oder info@JobNavi.example.org", "Project")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lernregion Mittelweser\n\nDie Lernregion Mittelweser vernetzt die Volkshochschule Nienburg und das Jobcenter Nienburg.", "Lernregion Mittelweser"),
        ("Neuer Anlauf\n\nMit dem Projekt „Zweite Chance Harz“ hilft das Jobcenter Goslar. „Zweite Chance Harz“ endet 2026.", "Zweite Chance Harz"),
        ("SPRUNGFEDER\nEin ESF-Projekt für junge Frauen\n\nTräger: Jobcenter Goslar", "SPRUNGFEDER"),
        ("Bericht\n\nDas PflegeNetz Harz wird vom ESF Plus gefördert. Im PflegeNetz Harz sitzt die IHK Gera. Das Netz wächst.", "PflegeNetz Harz"),
    ],
)  # fmt: skip
def test_the_topic_is_what_the_document_is_about(text: str, expected: str) -> None:
    found = named(text)
    assert [expected] == [node.label for node in found.nodes if node.id == found.topic]


def test_who_only_pays_is_not_the_topic() -> None:
    found = named(
        "Das Bundesprogramm „Geld da“ fördert uns.\n\nDie Bildungsregion Stade plant. Die Bildungsregion lädt ein."
    )
    assert ["Bildungsregion Stade"] == [node.label for node in found.nodes if node.id == found.topic]


def test_a_text_about_nothing_has_no_topic() -> None:
    assert "" == named("Heute ist es schön.").topic


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Projekt „Anker“\nTräger: Jobcenter Goslar\nLaufzeit: 01.03.2024 bis 28.02.2027",
            ("2024-03-01", "2027-02-28"),
        ),
        ("Das Projekt „Anker“ hat eine Laufzeit von 2023 bis 2025.", ("2023-01-01", "2025-12-31")),
        ("Das Projekt „Anker“ lief im Förderzeitraum Mai 2022 – Juni 2024.", ("2022-05-01", "2024-06-30")),
        ("Das Projekt „Anker“ dauert drei Jahre.", ("", "")),
    ],
)
def test_a_project_has_its_run_time(text: str, expected: tuple[str, str]) -> None:
    (project,) = [node for node in named(text).nodes if node.kind == "Project"]
    assert expected == (project.starts, project.ends)
