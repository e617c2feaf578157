"""Lists of events, and limits of one group among several in a list of referrals."""

from __future__ import annotations

from graph.statement import Literal
from loaders.matrix import interpret
from tests.loaders.matrix.drawing import draw, told


def test_a_list_of_events_names_events_with_their_organiser_and_day() -> None:
    grid = draw(
        """
        Termine Winter 2026/27
        Datum | Uhrzeit | Veranstaltung | Veranstalter | Ort | Zielgruppe | Anmeldung | Kosten
        2026-12-03 | 9-12 Uhr | Infotag Wiedereinstieg | Kompetenzzentrum Frau und Beruf Hagen | Iserlohn | Frauen | ohne Anmeldung | kostenfrei
        2026-12-10 | 14-16 Uhr | Jobmesse Hagen | Agentur für Arbeit Hagen, SIHK zu Hagen | Hagen | Arbeitslose | nicht erforderlich | kostenfrei
        """,
    )
    assert told(grid) == [
        "A3 Infotag Wiedereinstieg runsFrom 2026-12-03",
        "A3 Infotag Wiedereinstieg runsUntil 2026-12-03",
        "B3 Infotag Wiedereinstieg openingHours 9-12 Uhr",
        "D3 Kompetenzzentrum Frau und Beruf Hagen organises Infotag Wiedereinstieg",
        "E3 Infotag Wiedereinstieg inRegion Iserlohn",
        "F3 Infotag Wiedereinstieg forAudience Frauen",
        "G3 Infotag Wiedereinstieg access open",
        "H3 Infotag Wiedereinstieg cost kostenfrei",
        "A4 Jobmesse Hagen runsFrom 2026-12-10",
        "A4 Jobmesse Hagen runsUntil 2026-12-10",
        "B4 Jobmesse Hagen openingHours 14-16 Uhr",
        "D4 Agentur für Arbeit Hagen organises Jobmesse Hagen",
        "D4 SIHK zu Hagen organises Jobmesse Hagen",
        "E4 Jobmesse Hagen inRegion Hagen",
        "F4 Jobmesse Hagen forAudience Arbeitslose",
        "G4 Jobmesse Hagen access open",
        "H4 Jobmesse Hagen cost kostenfrei",
    ]
    kinds = {s.subject.label: s.subject.kind for s in interpret([grid], "x").statements}
    assert kinds["Jobmesse Hagen"] == "Event"
    assert kinds["Agentur für Arbeit Hagen"] == "Actor"


def test_who_holds_the_courses_of_a_list_is_no_event() -> None:
    grid = draw(
        """
        Veranstalter | Kurs | Datum
        VHS Hagen | Deutschkurs B1 | 2026-12-03
        VHS Lennetal | Deutschkurs A2 | 2026-12-04
        """,
        name="Veranstaltungen",
    )
    found = interpret([grid], "x").statements
    assert {"Actor"} == {s.subject.kind for s in found if s.subject.label.startswith("VHS")}


def test_a_limit_in_a_list_of_referrals_holds_for_its_own_group_alone() -> None:
    grid = draw(
        """
        von | an | für wen | Übergabe
        Jobcenter Hagen | SIHK zu Hagen | Ältere (Ü55), Frauen | Termin wird vereinbart
        Jobcenter Hagen | HWK Dortmund | Menschen mit ausländischem Abschluss (nur Handwerksberufe) | Termin wird vereinbart
        """,
    )
    assert told(grid) == [
        "B2 Jobcenter Hagen refersTo SIHK zu Hagen audience=Frauen",
        "B2 Jobcenter Hagen refersTo SIHK zu Hagen age_above=55 audience=Ältere",
        "B3 Jobcenter Hagen refersTo HWK Dortmund audience=Menschen mit ausländischem Abschluss "
        "restriction=nur Handwerksberufe",
    ]


def test_a_month_between_the_lines_of_a_calendar_is_no_kind_of_institution() -> None:
    grid = draw(
        """
        Datum | Veranstaltung | Veranstalter | Anmeldung
        November 2026
        2026-11-24 | Infoabend Anerkennung | SIHK zu Hagen | nicht erforderlich
        2026-11-26 | Messe Hagen | VHS Hagen | keine Anmeldung nötig
        Dezember 2026
        2026-12-03 | Infotag Wiedereinstieg | VHS Hagen | Anmeldung erforderlich
        """,
        bold="A2 A5",
    )
    found = interpret([grid], "x").statements
    assert [] == [s for s in found if s.predicate == "type"]
    access = {
        s.subject.label: s.object.value for s in found if isinstance(s.object, Literal) and s.predicate == "access"
    }
    assert access == {"Infoabend Anerkennung": "open", "Messe Hagen": "open", "Infotag Wiedereinstieg": "registration"}
