"""The names of offers in headings, cells and sentences, and what is no offer although it sounds like one."""

from __future__ import annotations

import pytest

from tests.loaders.prose.rules.reading_aid import labels


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Intro.\n\nSprachkurs Handel und Lager\n\nDer Kurs ist neu.", "Sprachkurs Handel und Lager"),
        ("Intro.\n\nVorbereitungskurs auf die Meisterprüfung\nAnbieter: VHS Celle\nOrt: Celle", "Vorbereitungskurs auf die Meisterprüfung"),
        ("Die Kammer hält einen Vorbereitungskurs auf die Externenprüfung bereit.", "Vorbereitungskurs auf die Externenprüfung"),
        ("Die VHS gibt eine Nachqualifizierung im Bereich Küche.", "Nachqualifizierung im Bereich Küche"),
        ("Es gibt Lernmodule zur Buchhaltung.", "Lernmodule zur Buchhaltung"),
        ("Den Digitalcheck vor Ort macht die Kammer.", "Digitalcheck vor Ort"),
        ("Die VHS hat den Workshop „Mehr Mut“ entwickelt.", "Workshop „Mehr Mut“"),
    ],
)  # fmt: skip
def test_an_offer_is_named_in_full(text: str, expected: str) -> None:
    assert expected in labels(text, "Offer")


@pytest.mark.parametrize(
    "text",
    [
        "Einleitung.\n\nVerweisberatung\n\nDie Partner treffen sich oft.",
        "Die Beratung zu Fragen des Alters ist wichtig.",
    ],
)
def test_a_way_of_working_in_a_heading_is_no_offer(text: str) -> None:
    assert [] == labels(text, "Offer")


def test_where_an_offer_is_given_is_no_part_of_its_name() -> None:
    text = "Willkommen.\n\nBildungsberatung im Landkreis Celle\n\nSie ist kostenlos."
    assert ["Bildungsberatung"] == labels(text, "Offer")


def test_the_counselling_of_a_kreis_is_its_offer() -> None:
    text = "Die Bildungsberatung des Landkreises Celle öffnet."
    assert ["Bildungsberatung"] == labels(text, "Offer")


def test_a_dated_workshop_is_an_event_and_an_undated_one_an_offer() -> None:
    assert ["Workshop „Mehr Mut“"] == labels("Am 3. Mai 2026 ist der Workshop „Mehr Mut“.", "Event")
    assert [] == labels("Die VHS hat den Workshop „Mehr Mut“ entwickelt.", "Event")
