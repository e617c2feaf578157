from __future__ import annotations

import pytest

from tests.loaders.prose.rules.reading_aid import labels, nodes, quotes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Der Beirat Bildung & Arbeit tagt.", ["Beirat Bildung & Arbeit"]),
        ("Die Arbeitsgruppe 2 plant.", ["Arbeitsgruppe 2"]),
        ("In der AG Sprache sitzen sieben Personen.", ["AG Sprache"]),
        ("Am Runden Tisch Ausbildung nehmen alle teil.", ["Runden Tisch Ausbildung"]),
        ("Ein Steuerkreis begleitet das Projekt.", ["Steuerkreis"]),
        ("Der Arbeitskreis „Pflege und Beruf“ trifft sich.", ["Arbeitskreis „Pflege und Beruf“"]),
        ("Die Lernwerk AG zahlt.", []),
    ],
)
def test_a_board_bears_its_name_or_only_its_head(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "Board")


def test_one_body_called_by_two_heads_is_one_board() -> None:
    text = "Der Lenkungskreis plant. Der Lenkungsausschuss entscheidet."
    assert [["Lenkungskreis", "Lenkungsausschuss"]] == quotes(text, "Board")


@pytest.mark.parametrize(
    ("sentence", "label", "starts", "ends"),
    [
        ("Die Auftaktveranstaltung fand am 3. Mai 2024 statt.", "Auftaktveranstaltung", "2024-05-03", "2024-05-03"),
        ("Der Fachtag „Lernen heute“ folgt am 07.09.2025.", "Fachtag „Lernen heute“", "2025-09-07", "2025-09-07"),
        ("Die Bildungsmesse läuft am 8./9. Mai 2026.", "Bildungsmesse", "2026-05-08", "2026-05-09"),
        ("Eine Workshopreihe ist für den Herbst 2025 geplant.", "Workshopreihe", "2025-09-01", "2025-11-30"),
        ("Der Tag der Weiterbildung ist im Juni 2025.", "Tag der Weiterbildung", "2025-06-01", "2025-06-30"),
        ("Der Workshop am 4. März 2025 ist ausgebucht.", "Workshop", "2025-03-04", "2025-03-04"),
    ],
)  # fmt: skip
def test_an_event_has_its_date(sentence: str, label: str, starts: str, ends: str) -> None:
    (event,) = nodes(sentence, "Event")
    assert (label, starts, ends) == (event.label, event.starts, event.ends)


def test_days_of_the_week_and_contracts_are_no_events() -> None:
    assert [] == labels("Am Montag und im Alltag gilt der Arbeitsvertrag, am Nachmittag auch.", "Event")


def test_a_label_before_a_day_is_no_event() -> None:
    text = "Elbischer Fachtag\n\nTermin: Mittwoch, 18. November 2026, 9 bis 16 Uhr\nOrt: Stadthalle Celle\n"
    assert all("Termin" not in node.label for node in nodes(text, "Event"))
