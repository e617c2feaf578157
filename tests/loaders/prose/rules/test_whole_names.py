"""Names of institutions that begin or end with words no name usually begins or ends with."""

from __future__ import annotations

import pytest

from tests.loaders.prose.rules.reading_aid import labels, named, nodes, quotes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Träger ist die Standort Harz GmbH.", "Standort Harz GmbH"),
        ("Wir fragen die Wirtschaftsförderung für den Kreis Olpe mbH.", "Wirtschaftsförderung für den Kreis Olpe mbH"),
        ("Das macht die Kontaktstelle Frau und Beruf Heilbronn.", "Kontaktstelle Frau und Beruf Heilbronn"),
        ("Partner: AWO Kreisverband Celle", "AWO Kreisverband Celle"),
        ("Die Zentrale Bildungs- und Beratungsstelle Celle e. V. hilft.", "Zentrale Bildungs- und Beratungsstelle Celle e. V."),
        ("Dabei sind:\n• Bergische Universität Wuppertal\n• Jobcenter Wuppertal", "Bergische Universität Wuppertal"),
        ("Die Software kommt von der Firma Bitwerk Süd GmbH.", "Bitwerk Süd GmbH"),
        ("Die Wirtschaftsförderung des Lahn-Dill-Kreises hilft.", "Wirtschaftsförderung des Lahn-Dill-Kreises"),
    ],
)  # fmt: skip
def test_a_name_is_read_as_a_whole(sentence: str, expected: str) -> None:
    assert expected in labels(sentence, "Actor")


def test_a_programme_is_named_with_its_kind_unless_capitals_name_it() -> None:
    assert ["Landesprogramm Arbeit Hessen"] == labels("Geld kommt aus dem Landesprogramm Arbeit Hessen.", "Project")
    assert ["STARK"] == labels("Geld kommt aus dem Bundesprogramm STARK.", "Project")


def test_of_two_offices_named_before_a_short_form_is_neither() -> None:
    text = "Es helfen das Jobcenter Celle und das Jobcenter Gifhorn.\n\nDas Jobcenter meldet sich."
    assert ["Jobcenter Celle", "Jobcenter Gifhorn", "Jobcenter"] == [node.label for node in nodes(text, "Actor")]


def test_of_two_offices_a_short_form_is_the_one_of_its_paragraph() -> None:
    text = (
        "Es gibt das Jobcenter Celle und das Jobcenter Gifhorn.\n\nDas Jobcenter Gifhorn ist neu. Das Jobcenter hilft."
    )
    assert ["Jobcenter Celle", "Jobcenter Gifhorn"] == [node.label for node in nodes(text, "Actor")]


def test_a_name_goes_on_in_the_next_line_and_a_cut_word_is_whole() -> None:
    text = "Partner sind die Handwerkskammer Ostmecklenburg-\nVorpommern und das Jobcen-\nter Celle."
    expected = ["Handwerkskammer Ostmecklenburg-Vorpommern", "Jobcenter Celle"]
    assert expected == labels(text, "Actor")
    assert ["Fort- und Weiterbildung"] == labels("Das Thema ist Fort-\nund Weiterbildung.", "Theme")


def test_an_agreement_is_named_with_its_kind_and_the_network_it_founds_is_the_topic() -> None:
    text = "Kooperationsvereinbarung „Bildung am Meer“\n\nDie Partner gründen das Bildungsnetz Küste. Das Bildungsnetz Küste hilft."
    assert ["Kooperationsvereinbarung „Bildung am Meer“"] == labels(text, "Project")
    found = named(text)
    assert "Bildungsnetz Küste" == next(node.label for node in found.nodes if node.id == found.topic)


def test_a_credit_behind_a_picture_is_no_short_name_of_what_it_shows() -> None:
    text = "Die IHK Celle lud in das Biosphärenzentrum Bergen ein.\n\nFoto: Die Gäste im Biosphärenzentrum (IHK)\n"
    assert not [
        spans for spans in quotes(text, "Actor") if "IHK Celle" in spans and "Biosphärenzentrum" in " ".join(spans)
    ]
