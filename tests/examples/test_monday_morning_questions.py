"""What an adviser asks on a Monday morning, asked of the example region."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from queries.route import Route, RoutesAnswer
from verweisnetz import region

MONDAY = date(2026, 11, 23)
MINIJOB = "audience/geringfuegig-beschaeftigte-unter-35"


def _paths(routes: Iterable[Route]) -> list[list[str]]:
    return [[actor.label for actor in route.path] for route in routes]


def _specific(here: region.Region, group: str) -> set[str]:
    """The offers that name the group itself, not a wider one."""
    provisions, offers = here.view.table("provision"), here.view.table("offer")
    wanted = list(here.view.table("concept").text("id")).index(group)
    named = (row for row in provisions if wanted in provisions.lists("audiences")[row])
    return {offers.text("label")[offer] for row in named if (offer := provisions.ints("offer")[row]) >= 0}


class TestAnEngineerFromSyriaAtTheJobcenterHagen:
    """Degree not recognised, B1, two children, mornings only: who advises, and who pays for translations?"""

    def _answer(self, here: region.Region) -> RoutesAnswer:
        return here.routes(
            start="Jobcenter Hagen",
            facts="qualification=academic & recognition=open & language=B1 & migration=refugee & family=children"
            " & benefit=sgb2",
            needs=["Anerkennung ausländischer Abschlüsse"],
            residence="Hagen",
            practical={"hours": "vormittags", "child_care": "ja", "cost": "kostenfrei"},
            day=MONDAY,
        )

    def test_the_iq_counselling_of_hagen_advises_in_the_morning(self, here: region.Region) -> None:
        first = self._answer(here).routes[0]
        assert [["Jobcenter Hagen", "IQ Fachberatung Anerkennung Hagen"]] == _paths([first])
        assert "vormittags" in first.said.hours
        assert "Arabisch" in first.said.languages

    def test_the_appointment_is_made_and_the_jobcenter_stays_responsible(self, here: region.Region) -> None:
        [leg] = self._answer(here).routes[0].legs
        assert leg.handover is not None
        assert leg.responsibility is not None
        assert ("handover/appointment", "responsibility/sender-until-feedback") == (
            leg.handover.id,
            leg.responsibility.id,
        )

    def test_the_translations_stay_a_question(self, here: region.Region) -> None:
        first = self._answer(here).routes[0]
        asked = [question.text("de") for question in first.open_questions]
        assert "Was kostet es (gesagt: „Beratung frei, Übersetzungen zahlt die Stelle nicht“)?" in asked
        assert "wer weitere Übersetzungen zahlt, ist nicht vereinbart" in first.legs[0].note


class TestLivesInOlpeAndWorksInLuedenscheid:
    """A company of 40 employees: which Agentur is competent, and who visits the firm?"""

    def test_the_employee_is_advised_where_they_live(self, here: region.Region) -> None:
        answer = here.routes(
            groups=["Beschäftigte"],
            facts="employment=insured",
            needs=["Berufsberatung im Erwerbsleben"],
            residence="Olpe",
            workplace="Lüdenscheid",
            day=MONDAY,
        )
        first = answer.routes[0]
        assert ("Agentur für Arbeit Siegen", "yes") == (first.path[-1].label, first.fit)
        others = {(route.path[-1].label, route.fit) for route in answer.routes[1:]}
        assert {("Agentur für Arbeit Iserlohn", "ask")} == others, "it counts where they work: to be asked"

    def test_the_company_is_visited_where_it_is(self, here: region.Region) -> None:
        answer = here.routes(
            start="Agentur für Arbeit Siegen",
            groups=["KMU"],
            facts="person=company & size=40",
            needs=["Qualifizierungsberatung für Betriebe"],
            company_site="Lüdenscheid",
            day=MONDAY,
        )
        first = answer.routes[0]
        assert [["Agentur für Arbeit Siegen", "Arbeitgeber-Service der Agentur für Arbeit Iserlohn"]] == _paths([first])
        assert ("referral", "yes") == (first.legs[0].kind, first.fit)
        targets = {route.path[-1].label for route in answer.routes}
        assert "Arbeitgeber-Service der Agentur für Arbeit Hagen" not in targets


class TestMarginallyEmployedPeopleUnder35:
    """Which offers are meant for them specifically, and through which associations are they reached?"""

    def test_two_offers_name_the_group_itself(self, here: region.Region) -> None:
        assert {"Weiterbildungsberatung", "Abendwerkstatt Vom Minijob zur Fachkraft"} == _specific(here, MINIJOB)

    def test_associations_and_the_library_are_the_doors(self, here: region.Region) -> None:
        answer = here.routes(
            groups=["geringfügig Beschäftigte unter 35"],
            needs=["Berufliche Weiterbildung"],
            residence="Lüdenscheid",
            day=MONDAY,
            k=12,
        )
        ways = [path for path in _paths(answer.routes) if path[-1] == "Minijob plus (fiktiv)"]
        assert {
            "Ehrenamtsbörse Lüdenscheid (fiktiv)",
            "Landfrauenverein Volmetal e. V. (fiktiv)",
            "Sportverein Lennetal 08 e. V. (fiktiv)",
            "Stadtbücherei Lüdenscheid",
        } == {path[0] for path in ways}
        assert {"Bildungswerk Lennetal gGmbH (fiktiv)"} == {path[1] for path in ways}
