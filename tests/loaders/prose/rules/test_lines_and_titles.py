"""Names that a line, a title or the labels below it tell."""

from __future__ import annotations

import pytest

from tests.loaders.prose.rules.reading_aid import labels, nodes, quotes


def test_labels_tell_what_the_line_above_them_names() -> None:
    text = "Netz Olpe\n\nText.\n\nRückkehrerfest Südharz\nDatum: 4. November 2026\nOrt: Hochschule Nordhausen\n"
    assert "Rückkehrerfest Südharz" in labels(text, "Event")


@pytest.mark.parametrize("heading", ["Auf einen Blick", "Was wir vorhaben"])
def test_a_heading_above_the_label_of_a_name_names_nothing(heading: str) -> None:
    text = f"Steckbrief\n\n{heading}\n\nProjekt: Neustart Olpe\nLaufzeit: 01.04.2024 bis 31.03.2027\n"
    assert ["Neustart Olpe"] == labels(text, "Project")


def test_part_projects_are_named_by_their_headings() -> None:
    text = "IQ Netzwerk Thüringen\n\nDas Netzwerk hilft.\n\n2. Teilprojekte\n\n2.1 Faire Integration Nord\nTräger: VHS Olpe\n"
    assert "Faire Integration Nord" in labels(text, "Project")


def test_the_kind_of_a_document_is_no_project() -> None:
    text = "PROJEKTDATENBLATT\n\nProjekttitel: Neustart Olpe\nTräger: VHS Olpe\n"
    assert ["Neustart Olpe"] == labels(text, "Project")


def test_a_name_set_apart_once_is_that_name_everywhere() -> None:
    text = "Das Projekt „Lernen im Betrieb Olpe“ beginnt. Bei Lernen im Betrieb Olpe machen alle mit."
    assert [["Lernen im Betrieb Olpe", "Lernen im Betrieb Olpe"]] == quotes(text, "Project")


def test_a_title_names_all_of_a_body() -> None:
    text = "Kontaktstelle Frau und Beruf Bodensee\n\nUnsere Arbeit\n\nDie Kontaktstelle besteht seit 2014.\n"
    assert [["Kontaktstelle Frau und Beruf Bodensee", "Kontaktstelle"]] == quotes(text, "Actor")


def test_a_headline_names_no_network() -> None:
    text = "Neues Bündnis für Ausbildung gestartet\n\nElf Partner haben das „Ausbildungsbündnis Allgäu“ gegründet.\n"
    assert ["Ausbildungsbündnis Allgäu"] == labels(text, "Network")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Handlungsfelder: Mobilität im ländlichen Raum; Gesundheit", ["Mobilität im ländlichen Raum", "Gesundheit"]),
        ("Themen: Nachholen von Schulabschlüssen, Arbeitsrecht", ["Nachholen von Schulabschlüssen", "Arbeitsrecht"]),
    ],
)
def test_every_item_of_a_line_of_themes_is_one(line: str, expected: list[str]) -> None:
    assert expected == labels(f"Projekt „Wind“\n\nText.\n\n{line}\n", "Theme")


@pytest.mark.parametrize(
    "text",
    [
        "Im Netz arbeiten der Landkreis Olpe und die Stadt Hagen seit 2019 zusammen.",
        "Mitglieder\n\n- Landkreis Olpe\n- Stadt Hagen\n- Jobcenter Olpe\n",
    ],
)
def test_administrations_among_those_who_do_something_together_act(text: str) -> None:
    assert {"Landkreis Olpe", "Stadt Hagen"} <= set(labels(text, "Actor"))


def test_a_place_alone_is_no_body_that_bears_its_name() -> None:
    text = "Gefördert vom Bodenseekreis. Mit dem Frauen- und Kinderschutzhaus Bodenseekreis besteht Kontakt."
    assert all(len(node.mentions) == 1 for node in nodes(text, "Actor"))


def test_a_house_behind_a_comma_is_no_event() -> None:
    assert ["Auftaktveranstaltung"] == labels("19.03.2025: Auftaktveranstaltung, Forum Daun", "Event")
    assert ["Forum Daun"] == labels("19.03.2025: Auftaktveranstaltung, Forum Daun", "Actor")


def test_a_company_is_no_network_whatever_its_name_says() -> None:
    text = "Träger ist die Bildungsverbund Altmark gGmbH. Der Bildungsverbund Altmark berät."
    assert not labels(text, "Network")
    assert ["Bildungsverbund Altmark gGmbH"] == labels(text, "Actor")


def test_letters_in_order_do_not_abbreviate_every_word() -> None:
    text = "Das Bundesministerium für Arbeit fördert. Die BTU Cottbus lehrt. Die BTU forscht."
    assert all("BTU" not in {m.quote for m in node.mentions} or len(node.mentions) < 3 for node in nodes(text, "Actor"))
    assert not any("BTU" in [m.quote for m in n.mentions] for n in nodes(text, "Actor") if "ministerium" in n.label)
