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
        ways = [path for path in _paths(answer.routes) if path[-1] == "Minijob plus"]
        assert {
            "Ehrenamtsbörse Lüdenscheid (fiktiv)",
            "Landfrauenverein Volmetal e. V. (fiktiv)",
            "Sportverein Lennetal 08 e. V. (fiktiv)",
            "Stadtbücherei Lüdenscheid",
        } == {path[0] for path in ways}
        # over the carrier, as the list says, or straight to the project, as only its description does
        assert {"Bildungswerk Lennetal gGmbH (fiktiv)", "Minijob plus"} == {path[1] for path in ways}


class TestWhoIsCompetentBesideTheRoutes:
    """Since 2025 the Agentur of the residence decides on training, also for Bürgergeld; the firm is visited at its site."""

    def test_for_the_engineer_the_agentur_decides_and_the_iq_network_advises(self, here: region.Region) -> None:
        answer = here.routes(
            start="Jobcenter Hagen",
            facts="recognition=open & benefit=sgb2",
            needs=["Anerkennung ausländischer Abschlüsse"],
            residence="Hagen",
            day=MONDAY,
        )
        competent = {rule.id: [body.actor.label for body in rule.bodies] for rule in answer.competence}
        assert ["Agentur für Arbeit Hagen"] == competent["weiterbildungsfoerderung"]
        assert ["Jobcenter Hagen"] == competent["grundsicherung"]
        assert ["IQ Fachberatung Anerkennung Hagen"] == competent["anerkennung-beratung"]
        assert ["Handwerkskammer Dortmund"] == competent["anerkennung-handwerk"]
        assert ["IHK FOSA"] == competent["anerkennung-ihk"]

    def test_for_the_commuter_residence_and_company_site_name_different_bodies(self, here: region.Region) -> None:
        answer = here.routes(
            facts="employment=insured",
            needs=["Berufsberatung im Erwerbsleben"],
            residence="Olpe",
            workplace="Lüdenscheid",
            company_site="Lüdenscheid",
            day=MONDAY,
        )
        competent = {rule.id: [body.actor.label for body in rule.bodies] for rule in answer.competence}
        assert ["Agentur für Arbeit Siegen"] == competent["weiterbildungsfoerderung"]
        assert ["Arbeitgeber-Service der Agentur für Arbeit Iserlohn"] == competent["arbeitgeber-service"]

    def test_the_jobcenter_keeps_the_lead_and_says_what_to_bring(self, here: region.Region) -> None:
        first = here.routes(
            start="Jobcenter Hagen",
            facts="recognition=open",
            needs=["Anerkennungsberatung"],
            residence="Hagen",
            day=MONDAY,
        ).routes[0]
        assert ["Jobcenter Hagen"] == [actor.label for actor in first.lead.holders]
        assert "Zeugnisse, Lebenslauf und vorhandene Übersetzungen" == first.legs[0].bring
        assert "wer weitere Übersetzungen zahlt, ist nicht vereinbart" == first.legs[0].cost_bearer


class TestAReturnerInIserlohn:
    """Any event in the next six weeks without registration?"""

    def test_two_events_need_no_registration(self, here: region.Region) -> None:
        answer = here.events(
            groups=["Wiedereinsteigende"],
            needs=["Beruflicher Wiedereinstieg"],
            residence="Iserlohn",
            day=MONDAY,
            without_registration=True,
        )
        assert [
            ("03.12.2026", "Infotag Wiedereinstieg Iserlohn", "Kompetenzzentrum Frau und Beruf Märkische Region"),
            ("08.12.2026", "Online-Abend Kind und Beruf", "Agentur für Arbeit Iserlohn"),
        ] == [(event.when("de"), event.actor.label, event.organisers[0].label) for event in answer.events]
        assert ["Berufsfrühstück für Frauen"] == [event.actor.label for event in answer.by_registration]
        assert (1, 1) == (answer.past, answer.later), "the fair is over, the evening of January too late"
        elsewhere = {
            near.target.label for near in answer.why_not if near.target and near.failed[0].condition == "outside"
        }
        assert {"Offener Nachmittag Wiedereinstieg Hagen"} == elsewhere

    def test_the_day_in_iserlohn_has_child_care_and_is_accessible(self, here: region.Region) -> None:
        answer = here.events(
            groups=["Wiedereinsteigende"],
            needs=["Beruflicher Wiedereinstieg"],
            residence="Iserlohn",
            practical={"child_care": "ja", "accessibility": "ja"},
            day=MONDAY,
            without_registration=True,
        )
        assert [("Infotag Wiedereinstieg Iserlohn", "yes"), ("Online-Abend Kind und Beruf", "ask")] == [
            (event.actor.label, event.fit) for event in answer.events
        ]

    def test_where_nobody_says_whether_to_register_that_is_a_question(self, here: region.Region) -> None:
        answer = here.events(
            groups=["Wiedereinsteigende"],
            facts="age=38",
            needs=["Berufliche Weiterbildung"],
            residence="Iserlohn",
            day=MONDAY,
            without_registration=True,
        )
        asked = {event.actor.label: [question.about for question in event.open_questions] for event in answer.events}
        assert ["registration"] == asked["Tag der offenen Tür Iserlohn"]


class TestPlansTeamsGuidesAndTheReverseQuestion:
    """What meets several needs, who counsels jointly, who goes along, and who can send whom."""

    def test_recognition_and_career_guidance_take_two_handovers_and_no_fewer(self, here: region.Region) -> None:
        answer = here.plan(
            start="Jobcenter Hagen",
            facts="recognition=open & benefit=sgb2 & employment=unemployed",
            needs=["Anerkennungsberatung", "Berufsberatung im Erwerbsleben"],
            residence="Hagen",
            day=MONDAY,
        )
        [plan] = answer.plans
        assert [
            ["Jobcenter Hagen", "IQ Fachberatung Anerkennung Hagen"],
            ["Jobcenter Hagen", "Agentur für Arbeit Hagen"],
        ] == _paths(plan.routes)
        assert (True, 2) == (answer.exact, len(plan.handovers))

    def test_the_agreed_team_has_a_lead_an_occasion_and_a_way_to_convene_it(self, here: region.Region) -> None:
        answer = here.teams(
            facts="recognition=open & benefit=sgb2 & employment=unemployed",
            needs=["Anerkennung ausländischer Abschlüsse", "Förderung nach SGB II und SGB III"],
            residence="Hagen",
            day=MONDAY,
        )
        [team] = [team for team in answer.agreed if team.basis == "team"]
        assert team.actor is not None
        assert team.lead is not None
        assert "Beratungsteam Anerkennung und Weiterbildung" == team.actor.label
        assert "IQ Fachberatung Anerkennung Hagen" == team.lead.label
        assert "Anerkennung und Weiterbildung zugleich" == team.occasion
        assert "Anruf bei der Terminvergabe" in team.convening
        assert {"Agentur für Arbeit Hagen", "IQ Fachberatung Anerkennung Hagen", "Jobcenter Hagen"} == {
            member.actor.label for member in team.members
        }
        assert () == team.uncovered

    def test_two_guides_go_along_with_marginally_employed_people(self, here: region.Region) -> None:
        answer = here.guides(
            groups=["geringfügig Beschäftigte unter 35"],
            facts="migration!=yes & recognition!=open",
            residence="Lüdenscheid",
            day=MONDAY,
        )
        sure = [guide.actor.label for guide in answer.guides if guide.fit == "yes"]
        assert ["Ehrenamtsbörse Lüdenscheid (fiktiv)", "Landfrauenverein Volmetal e. V. (fiktiv)"] == sure

    def test_a_project_learns_which_associations_send_to_it(self, here: region.Region) -> None:
        answer = here.senders("Minijob plus (fiktiv)", day=MONDAY, max_legs=1)
        named = {
            row["sender"]
            for row in answer.to_rows("de")
            if "Geringfügig Beschäftigte unter 35" in str(row["conditions"])
        }
        assert {
            "Ehrenamtsbörse Lüdenscheid (fiktiv)",
            "Landfrauenverein Volmetal e. V. (fiktiv)",
            "Sportverein Lennetal 08 e. V. (fiktiv)",
            "Stadtbücherei Lüdenscheid",
        } == named
