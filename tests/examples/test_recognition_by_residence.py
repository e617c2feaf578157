"""Recognition of a foreign qualification: the residence decides which advice office, the occupation who decides after it."""

from __future__ import annotations

from datetime import date

import pytest

from queries.route import Route
from verweisnetz import region

TODAY = date(2026, 11, 21)
CLIENT = "recognition=open & language=B1 & qualification=academic & migration=refugee"
HAGEN = "IQ Fachberatung Anerkennung Hagen"
ENNEPE = "IQ Fachberatung Anerkennung Ennepe-Ruhr"
SIEGEN = "IQ Fachberatung Anerkennung Siegen"
OFFICES = {HAGEN, ENNEPE, SIEGEN}


def _ways(here: region.Region, need: str, start: str, residence: str, k: int = 8) -> list[Route]:
    answer = here.routes(start=start, facts=CLIENT, needs=[need], residence=residence, day=TODAY, k=k)
    return list(answer.routes)


def _path(route: Route) -> list[str]:
    return [actor.label for actor in route.path]


@pytest.mark.parametrize(
    ("start", "residence", "office"),
    [
        ("Jobcenter Hagen", "Hagen", HAGEN),
        ("Jobcenter Märkischer Kreis", "Lüdenscheid", HAGEN),
        ("Jobcenter Ennepe-Ruhr-Kreis", "Witten", ENNEPE),
        ("Jobcenter Kreis Olpe", "Olpe", SIEGEN),
        ("Agentur für Arbeit Hagen", "Hagen", HAGEN),
        ("Agentur für Arbeit Hagen", "Schwelm", ENNEPE),
        ("Agentur für Arbeit Iserlohn", "Plettenberg", HAGEN),
        ("Agentur für Arbeit Siegen", "Kreuztal", SIEGEN),
        ("Kommunales Integrationszentrum Ennepe-Ruhr-Kreis", "Hattingen", ENNEPE),
        ("Bildungsberatung Märkischer Kreis", "Iserlohn", HAGEN),
    ],
)
def test_the_office_of_the_residence_is_one_agreed_step_away(
    here: region.Region, start: str, residence: str, office: str
) -> None:
    ways = {tuple(_path(route)): route for route in _ways(here, "Anerkennungsberatung", start, residence, k=3)}
    way = ways[start, office]
    assert ("referral", "yes") == (way.legs[0].kind, way.fit)


@pytest.mark.parametrize(
    "start", ["Jobcenter Hagen", "Agentur für Arbeit Hagen", "Kommunales Integrationszentrum Märkischer Kreis"]
)
@pytest.mark.parametrize(
    ("residence", "office"),
    [("Hagen", HAGEN), ("Lüdenscheid", HAGEN), ("Witten", ENNEPE), ("Kreuztal", SIEGEN), ("Olpe", SIEGEN)],
)
def test_wherever_the_same_client_asks_only_the_office_of_the_residence_advises(
    here: region.Region, start: str, residence: str, office: str
) -> None:
    targets = {_path(route)[-1] for route in _ways(here, "Anerkennungsberatung", start, residence, k=30)}
    assert {office} == targets & OFFICES


def test_the_office_that_is_not_competent_is_explained_by_the_residence(here: region.Region) -> None:
    answer = here.routes(
        start="Jobcenter Hagen", facts=CLIENT, needs=["Anerkennungsberatung"], residence="Olpe", day=TODAY
    )
    failed = {
        (near.target.label, failure.condition)
        for near in answer.why_not
        if near.target
        for failure in near.failed
        if near.target.label in OFFICES
    }
    assert {(HAGEN, "outside"), (ENNEPE, "outside")} == failed


def test_a_client_who_lives_elsewhere_is_handed_on_within_the_network(here: region.Region) -> None:
    first = _ways(here, "Anerkennungsberatung", "Jobcenter Hagen", "Kreuztal")[0]
    assert ["Jobcenter Hagen", HAGEN, SIEGEN] == _path(first)
    assert ["es zählt der Wohnort"] == [first.legs[-1].note]


@pytest.mark.parametrize(
    ("start", "residence", "office", "crafts"),
    [
        ("Jobcenter Hagen", "Hagen", HAGEN, "Handwerkskammer Dortmund"),
        ("Jobcenter Märkischer Kreis", "Lüdenscheid", HAGEN, "Handwerkskammer Südwestfalen"),
        ("Jobcenter Ennepe-Ruhr-Kreis", "Witten", ENNEPE, "Handwerkskammer Dortmund"),
        ("Jobcenter Kreis Olpe", "Olpe", SIEGEN, "Handwerkskammer Südwestfalen"),
    ],
)
def test_after_the_advice_the_competent_body_of_the_occupation_decides(
    here: region.Region, start: str, residence: str, office: str, crafts: str
) -> None:
    ways = _ways(here, "offer-type/pruefung", start, residence, k=20)
    decided = {
        _path(route)[-1]: [question.text("de") for question in route.open_questions]
        for route in ways
        if _path(route)[:-1] == [start, office] and route.offer and route.offer.label == "Gleichwertigkeitsfeststellung"
    }
    assert decided == {
        "IHK FOSA": ["Trifft „nur IHK-Berufe“ zu?"],
        crafts: ["Trifft „nur Handwerksberufe“ zu?"],
        "Bezirksregierung Münster": ["Trifft „nur Gesundheitsberufe“ zu?"],
        "Ingenieurkammer-Bau NRW": ["Trifft „nur Ingenieurberufe“ zu?"],
    }


def test_who_pays_for_translations_stays_open(here: region.Region) -> None:
    answer = here.routes(
        start="Jobcenter Hagen",
        facts=CLIENT,
        needs=["Anerkennungsberatung"],
        residence="Hagen",
        practical={"cost": "kostenfrei"},
        day=TODAY,
    )
    first = answer.routes[0]
    assert HAGEN == first.path[-1].label
    assert ["Was kostet es (gesagt: „Beratung frei, Übersetzungen zahlt die Stelle nicht“)?"] == [
        question.text("de") for question in first.open_questions
    ]
    assert "wer weitere Übersetzungen zahlt, ist nicht vereinbart" in first.legs[0].note
    asked = {
        str(issue.place)
        for issue in here.issues()
        if issue.source == "anerkennung_zustaendigkeiten.xlsx" and issue.code == "VN2101"
    }
    assert {"Beratung!L7", "Beratung!L8", "Beratung!L9"} <= asked
