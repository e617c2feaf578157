"""What the README of the example region promises is what the program finds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from graph.evidence import Span
from graph.statement import Mention
from loaders.source import TextLedger
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
        "Minijob plus",
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


def test_texts_and_matrices_are_one_graph(here: region.Region) -> None:
    """What only a text says stands beside what only a matrix says, about the same institutions."""
    texts = set(here.texts())
    assert 5 == len(texts)
    tables, described = set[str](), set[str]()
    for link in here.generation.links():
        if link.mention.kind in ("Actor", "Project", "Board"):
            (described if link.source in texts else tables).add(link.entity)
    assert len(described & tables) >= 20
    assert len(described - tables) <= 0.04 * len(described | tables)


def test_every_quote_of_a_text_stands_where_it_is_said_to(here: region.Region) -> None:
    texts, quotes = here.texts(), 0
    for statement in here.statements():
        if statement.source in texts:
            assert statement.evidence
            for place in statement.evidence:
                if isinstance(place, Span):
                    assert texts[statement.source].says(place)
                    quotes += 1
    assert quotes > 100


def test_every_block_of_every_text_is_accounted_for(here: region.Region) -> None:
    accounts = [TextLedger(**said["blocks"]) for said in here.ledger().values() if "blocks" in said]
    assert 5 == len(accounts)
    assert all(account.balanced and account.statement for account in accounts)


def test_a_plan_in_a_text_opens_no_way(here: region.Region) -> None:
    planned = [one for one in here.statements() if one.modality == "planned" and one.predicate == "refersTo"]
    assert ("Jobcenter Märkischer Kreis", "Familienzentrum Plettenberg") in {
        (one.subject.label, one.object.label) for one in planned if isinstance(one.object, Mention)
    }
    referrals, labels = here.view.table("referral"), here.view.table("actor").text("label")
    ways = {(labels[referrals.ints("sender")[row]], labels[referrals.ints("receiver")[row]]) for row in referrals}
    assert ("Jobcenter Märkischer Kreis", "Familienzentrum Plettenberg (fiktiv)") not in ways
    assert ("Familienzentrum Plettenberg (fiktiv)", "Kompetenzzentrum Frau und Beruf Märkische Region") in ways
