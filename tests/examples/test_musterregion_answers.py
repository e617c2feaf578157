"""What the README of the example region promises is what the program finds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from queries.gap import Gap
from verweisnetz import region

TODAY = date(2026, 11, 21)


def _cells(gaps: Iterable[Gap]) -> set[tuple[str, str, str, str]]:
    return {
        (
            gap.sub,
            gap.audience.label("de") if gap.audience else "",
            gap.theme.label("de") if gap.theme else "",
            gap.region.label if gap.region else "",
        )
        for gap in gaps
    }


def test_every_cell_of_every_file_is_accounted_for(here: region.Region) -> None:
    for source, cells in here.ledger().items():
        told = cells["reported"] + cells["negative"] + cells["statement"] + cells["structure"]
        assert cells["cells"] == told, source


def test_every_source_is_read_and_gives_what_is_expected_of_it(here: region.Region) -> None:
    assert here.broken() == []
    assert [issue.source for issue in here.issues() if issue.code == "VN6002"] == []


def test_it_has_the_size_the_issue_asks_for(here: region.Region) -> None:
    assert len(here.view.table("actor")) >= 35
    assert len(here.view.table("offer")) >= 80
    assert len(here.view.table("referral")) >= 60


def test_the_vocabulary_knows_every_group_and_theme_of_the_needs(here: region.Region) -> None:
    needs, concepts = here.view.table("need"), here.view.table("concept")
    named = {row for column in ("audience", "theme") for row in needs.ints(column) if row >= 0}
    assert [concepts.text("id")[row] for row in sorted(named) if concepts.ints("local")[row]] == []


def test_the_way_to_recognition_leads_over_the_iq_counselling(here: region.Region) -> None:
    answer = here.routes(
        start="Jobcenter Hagen",
        groups=["Geflüchtete"],
        facts="recognition=open & language=B1",
        needs=["Anerkennung ausländischer Abschlüsse"],
        residence="Hagen",
        day=TODAY,
    )
    ways = {route.path[-1].label: route for route in answer.routes if route.rank == 1}
    [leg] = ways["IQ Fachberatung Anerkennung Hagen"].legs
    assert leg.handover is not None
    assert leg.handover.id == "handover/appointment"
    assert leg.responsibility is not None
    assert leg.responsibility.id == "responsibility/sender-until-feedback"
    assert [str(place) for place in leg.evidence] == ["verweise_liste.csv!B2"]


def test_a_minijobber_is_met_where_the_group_turns_up(here: region.Region) -> None:
    answer = here.routes(
        groups=["geringfügig Beschäftigte unter 35"],
        needs=["Berufliche Weiterbildung"],
        residence="Lüdenscheid",
        day=TODAY,
    )
    paths = [[actor.label for actor in route.path] for route in answer.routes]
    assert [
        "Ehrenamtsbörse Lüdenscheid (fiktiv)",
        "Bildungswerk Lennetal gGmbH (fiktiv)",
        "Minijob plus (fiktiv)",
    ] in paths


@pytest.mark.parametrize(
    "gap",
    [
        ("A1", "Alleinerziehende", "Schulden", "Hagen"),
        ("A2", "Wiedereinsteigende", "Gesundheit, Pflege und Soziales", "Märkischer Kreis"),
        ("E", "Menschen ohne Berufsabschluss", "Metall und Elektro", "Märkische Region"),
        ("B", "Gut qualifizierte Frauen mit Fluchterfahrung", "IT-Berufe", "Märkischer Kreis"),
        ("D", "Langzeitarbeitslose", "Überwindung von Langzeitarbeitslosigkeit", "Ennepe-Ruhr-Kreis"),
        ("F", "Geringfügig Beschäftigte unter 35", "Berufliche Weiterbildung", "Märkischer Kreis"),
    ],
)
def test_a_deliberate_gap_is_found(here: region.Region, gap: tuple[str, str, str, str]) -> None:
    assert gap in _cells(here.gaps(day=TODAY).gaps)


def test_accepted_gaps_and_unknown_ends_stand_apart(here: region.Region) -> None:
    answer = here.gaps(day=TODAY)
    assert {("A2", "Menschen mit Behinderung", "Digitalisierung", "")} == _cells(answer.accepted)
    assert {("F", "Betriebs- und Personalräte", "Weiterbildungskultur", "Märkischer Kreis")} == _cells(
        answer.end_unknown
    )


def test_what_is_served_well_is_no_gap(here: region.Region) -> None:
    cells = {cell[1:3] for cell in _cells(here.gaps(day=TODAY).gaps)}
    assert ("Beschäftigte", "Berufliche Weiterbildung") not in cells
    assert ("Geflüchtete", "Anerkennung ausländischer Abschlüsse") not in cells
