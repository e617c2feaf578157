"""Topics that a sentence, a list or a course says are its own."""

from __future__ import annotations

import pytest

from tests.loaders.prose.rules.reading_aid import labels


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Inhalte sind Umgang mit Werkzeug, Lesen von Plänen und sichere Ladung.",
         ["Umgang mit Werkzeug", "Lesen von Plänen", "sichere Ladung"]),
        ("Der Lehrgang behandelt Buchführung, Steuern und digitale Belege.", ["Buchführung", "Steuern", "digitale Belege"]),
        ("Schwerpunkte sind der Übergang von der Schule in den Beruf und die Arbeit mit Eltern.",
         ["Übergang von der Schule in den Beruf", "Arbeit mit Eltern"]),
        ("Themen sind zum Beispiel Rechnen mit Brüchen und Englisch im Verkauf.",
         ["Rechnen mit Brüchen", "Englisch im Verkauf"]),
        ("Wir beraten zu Umschulung und erneuerbaren Energien.", ["Umschulung", "erneuerbaren Energien"]),
        ("Betriebe informieren wir zu guter Führung.", ["guter Führung"]),
    ],
)  # fmt: skip
def test_what_a_sentence_calls_its_topics_are_some_as_they_stand(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "Theme")


def test_bullets_below_topics_are_topics() -> None:
    text = "Wir informieren Sie zu den Themen\n• Nachholen von Abschlüssen\n• berufliche Orientierung\n\nRufen Sie an."
    assert ["Nachholen von Abschlüssen", "berufliche Orientierung"] == labels(text, "Theme")


def test_a_sentence_in_a_list_is_no_topic() -> None:
    text = "Das sind die Themen\n• Die Teilnahme ist kostenlos und wird bescheinigt\n"
    assert [] == labels(text, "Theme")
