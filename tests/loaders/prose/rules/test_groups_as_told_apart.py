"""What tells one group of people or companies from another belongs to its name."""

from __future__ import annotations

import pytest

from tests.loaders.prose.rules.reading_aid import labels


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Es geht an Rentner, die noch arbeiten möchten.", ["Rentner, die noch arbeiten möchten"]),
        (
            "Arbeitslose, deren Anspruch endet, melden sich.",
            ["Arbeitslose, deren Anspruch endet"],
        ),
        ("Eingeladen sind Beschäftigte der Holzwirtschaft.", ["Beschäftigte der Holzwirtschaft"]),
        ("Gefördert werden Betriebe mit bis zu 40 Beschäftigten.", ["Betriebe mit bis zu 40 Beschäftigten"]),
        ("Es beraten sich Frauen nach längerer Krankheitspause.", ["Frauen nach längerer Krankheitspause"]),
        ("Das gilt für Zugewanderte mit Sprachniveau B2.", ["Zugewanderte mit Sprachniveau B2"]),
        ("Wir begleiten Eltern mit Interesse an einer Umschulung.", ["Eltern mit Interesse an einer Umschulung"]),
        ("Der Kurs ist für unter 30-Jährige.", ["unter 30-Jährige"]),
        (
            "Unternehmen aus Gartenbau, Handel und Logistik machen mit.",
            ["Unternehmen aus Gartenbau, Handel und Logistik"],
        ),
        ("Wir schulen Mitarbeitende in Schulen und Kitas.", ["Mitarbeitende in Schulen und Kitas"]),
    ],
)
def test_a_group_holds_what_restricts_it(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "TargetGroup")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Die Kammern in Celle weisen Gründungsinteressierte darauf hin.", ["Gründungsinteressierte"]),
        ("Wir helfen jungen Geflüchteten.", ["jungen Geflüchteten"]),
    ],
)
def test_a_verb_before_a_group_is_no_adjective(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "TargetGroup")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Die Mitarbeitenden sind freundlich.", []),
        ("Die Broschüre für Mitarbeitende liegt aus.", ["Mitarbeitende"]),
        ("Teilnehmende mit Förderbedarf kommen früher.", ["Teilnehmende mit Förderbedarf"]),
        ("Die Integrationsfachkräfte des Jobcenters helfen.", []),
    ],
)
def test_a_role_is_a_group_only_where_something_is_for_it(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "TargetGroup")


def test_a_sentence_opens_with_the_adjectives_of_its_group() -> None:
    assert ["Kleine und mittlere Betriebe"] == labels("Kleine und mittlere Betriebe zahlen nichts.", "TargetGroup")
    assert ["Zugewanderte Frauen"] == labels("Zugewanderte Frauen zahlen nichts.", "TargetGroup")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Wir vermitteln Interessierte an die Kammer.", []),
        ("Wir vermitteln Interessierte an Lernpunkt plus.", []),
        ("Wir übergeben Arbeitslose der Berufsberatung.", ["Arbeitslose"]),
        ("Wir vermitteln Interessierte an einer Umschulung.", ["Interessierte an einer Umschulung"]),
    ],
)
def test_where_somebody_is_sent_is_no_part_of_who_is_sent(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "TargetGroup")
