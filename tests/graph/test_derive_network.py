"""Referrals, actors, memberships, contacts, doors, needs: who leads where, and who turns up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.statement import Mention, Statement
from tests.graph.saying import Sayings

JOBCENTER, VHS = "actor/jobcenter-hagen", "actor/vhs-hagen"


def refer(**said: Any) -> Sayings:
    return Sayings().say("Jobcenter Hagen", "refersTo", "VHS Hagen", **said)


class TestReferrals:
    def test_places_that_say_the_same_become_one_referral(self) -> None:
        said = refer(cell="C4").say("JC Hagen", "refersTo", "Volkshochschule Hagen", source="b", cell="F9")
        row = said.read().row("referral")
        assert (JOBCENTER, VHS) == (row["sender"], row["receiver"])
        assert ["Blatt!C4", "Blatt!F9"] == row["evidence"]

    def test_an_offer_named_on_another_sheet_than_its_sender_leads_to_its_provider(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Sprechstunde", scope="Angebote")
        offer = Mention("Sprechstunde", "Offer", "Angebote")
        said.statements.append(Statement("a", Mention("Jobcenter Hagen", "Actor", "Wege"), "refersTo", offer))
        row = said.read().row("referral")
        assert (JOBCENTER, VHS, "offer/vhs-hagen/sprechstunde") == (row["sender"], row["receiver"], row["offer"])

    def test_other_conditions_make_another_referral(self) -> None:
        said = refer(audience="Frauen").say("Jobcenter Hagen", "refersTo", "VHS Hagen", audience="Männer")
        assert [["audience/frauen"], ["audience/maenner"]] == [row["audiences"] for row in said.read().rows("referral")]

    def test_limits_narrow_whom_it_is_for(self) -> None:
        assert ["audience/frauen+age<25"] == refer(audience="Frauen", age_below="25").read().row("referral")[
            "audiences"
        ]

    def test_no_conditions_are_for_all(self) -> None:
        row = refer().read().row("referral")
        assert ([], [], []) == (row["audiences"], row["themes"], row["regions"])

    def test_the_way_of_handing_over_is_read_from_details_and_legends(self) -> None:
        assert "handover/appointment" == refer(handover="handover/appointment").read().row("referral")["handover"]
        legend = "warme Übergabe (Termin wird vereinbart)"
        assert "handover/appointment" == refer(meaning=legend).read().row("referral")["handover"]
        assert "" == refer(meaning="häufig").read().row("referral")["handover"]

    def test_a_way_of_handing_over_nobody_knows_is_reported(self) -> None:
        assert ["VN4122"] == refer(handover="per Brieftaube").read().codes()

    def test_who_bears_the_costs_and_what_follows_are_kept_in_their_words(self) -> None:
        row = refer(cost_bearer="Jobcenter", follow_up="nach vier Wochen").read().row("referral")
        assert ("Jobcenter", "nach vier Wochen") == (row["cost_bearer"], row["follow_up"])
        assert ("", "") == tuple(refer().read().row("referral")[name] for name in ("cost_bearer", "follow_up"))

    def test_responsibility_is_never_assumed(self) -> None:
        assert "" == refer().read().row("referral")["responsibility"]
        assert (
            "responsibility/receiver"
            == refer(responsibility="Aufnehmende Stelle").read().row("referral")["responsibility"]
        )

    def test_equally_good_words_that_differ_leave_the_handover_unknown(self) -> None:
        said = refer(handover="handover/information")
        said.say("Jobcenter Hagen", "refersTo", "VHS Hagen", source="b", handover="handover/appointment")
        read = said.read()
        assert "" == read.row("referral")["handover"]
        assert "" == read.row("conflict")["settled"]

    def test_the_senders_own_word_about_the_handover_counts(self) -> None:
        said = refer(handover="handover/information").source("b", publisher="Jobcenter Hagen")
        said.say("Jobcenter Hagen", "refersTo", "VHS Hagen", source="b", handover="handover/appointment")
        assert "handover/appointment" == said.read().row("referral")["handover"]

    def test_a_referral_to_an_offer_says_that_the_receiver_has_it(self) -> None:
        read = refer(offer="Kochkurs", audience="Frauen").read()
        assert "offer/vhs-hagen/kochkurs" == read.row("referral")["offer"]
        assert [(VHS, "offer/vhs-hagen/kochkurs", ["audience/frauen"], [], [], 8, "yes")] == read.provisions()

    def test_it_says_nothing_where_the_receiver_speaks_himself(self) -> None:
        said = refer(offer="Kochkurs", audience="Frauen").say(
            "VHS Hagen", "offers", "Kochkurs", audience="Männer", source="b"
        )
        assert [["audience/maenner"]] == [row["audiences"] for row in said.read().rows("provision")]

    def test_a_referral_on_a_theme_says_that_the_receiver_serves_it(self) -> None:
        assert [(VHS, "", [], ["theme/anerkennung"], [], 8, "yes")] == refer(theme="Anerkennung").read().provisions()
        assert [] == refer(audience="Frauen").read().provisions()

    def test_a_refused_referral_stays_beside_an_agreed_one_in_open_conflict(self) -> None:
        said = refer().say("Jobcenter Hagen", "refersTo", "VHS Hagen", source="b", polarity="no")
        read = said.read()
        assert ["no", "yes"] == sorted(row["polarity"] for row in read.rows("referral"))
        assert "VN4131" in read.codes()


class TestActors:
    def test_an_actor_without_marks_is_there(self) -> None:
        row = Sayings().say("VHS Hagen", "label", "VHS Hagen").read().row("actor")
        assert (VHS, ["actor-type/vhs"], ["region/05914"]) == (row["id"], row["types"], row["places"])
        assert ["Blatt!B2"] == row["evidence"]

    def test_an_abbreviation_alone_makes_no_actor(self) -> None:
        assert [] == Sayings().say("VHS Hagen", "alias", "VHS").read().rows("actor")

    def test_a_project_is_reached_through_who_coordinates_it(self) -> None:
        said = Sayings().say("Regionalagentur Märkische Region", "coordinates", "Projekt Lernlust")
        said.say("VHS Hagen", "partOf", "Projekt Lernlust", target_kind="Project")
        read = said.read()
        project = read.row("actor", kind="project")
        assert "actor/regionalagentur-maerkische-region" == project["reached_by"]
        assert ["coordinator", "part"] == sorted(row["role"] for row in read.rows("membership"))

    def test_a_project_nobody_leads_to_is_noted(self) -> None:
        said = Sayings().say("Projekt Lernlust", "offers", "Kochkurs", kind="Project")
        assert ["VN4132"] == said.read().codes()

    def test_a_role_may_be_said_in_words(self) -> None:
        said = Sayings().say("VHS Hagen", "memberOf", "Lenkungskreis Hagen", target_kind="Board", role="Vorsitz")
        assert "chair" == said.read().row("membership")["role"]

    def test_how_often_a_board_meets_is_remarked_of_the_board_whoever_the_sentence_is_about(self) -> None:
        said = Sayings()
        said.say("IHK Siegen", "coordinates", "Beirat Hagen", target_kind="Board", rhythm="zweimal im Jahr", cell="C1")
        said.say("Beirat Hagen", "partOf", "Netz Hagen", kind="Board", target_kind="Network", rhythm="zweimal im Jahr")
        read = said.read()
        assert "zweimal im Jahr" == read.row("actor", kind="board")["remark"]
        assert "" == read.row("actor", kind="network")["remark"]

    def test_a_team_has_a_lead_an_occasion_and_a_way_to_convene_it(self) -> None:
        said = Sayings()
        team: dict[str, Any] = {"target_kind": "Team", "occasion": "Rückkehr in den Beruf", "note": "Anruf genügt"}
        said.say("Jobcenter Hagen", "memberOf", "Team Wiedereinstieg", role="Lead", **team)
        said.say("VHS Hagen", "memberOf", "Team Wiedereinstieg", target_kind="Team", last_verified="2026-10-01")
        read = said.read()
        rows = {row["member"]: row for row in read.rows("membership")}
        assert ("coordinator", "Rückkehr in den Beruf", "Anruf genügt") == tuple(
            rows[JOBCENTER][name] for name in ("role", "occasion", "note")
        )
        assert (date(2026, 10, 1).toordinal(), "") == (rows[VHS]["checked"], rows[VHS]["occasion"])
        assert JOBCENTER == read.row("actor", kind="team")["reached_by"]

    def test_the_funder_is_the_member_of_what_it_funds(self) -> None:
        said = Sayings().say("Projekt Lernlust", "fundedBy", "Jobcenter Hagen", kind="Project")
        row = said.read().row("membership")
        assert (JOBCENTER, "funder") == (row["member"], row["role"])

    def test_a_unit_named_with_its_institution_belongs_to_it(self) -> None:
        said = Sayings().say("BBiE der Agentur für Arbeit Hagen", "onTheme", "Sprache")
        said.say("Agentur für Arbeit Hagen", "onTheme", "Sprache")
        assert ["actor/agentur-fuer-arbeit-hagen"] == [
            row["unit_of"] for row in said.read().rows("actor") if row["unit_of"]
        ]

    def test_regions_it_works_in_and_places_it_sits_in_are_kept_apart(self) -> None:
        said = Sayings().say("VHS Hagen", "inRegion", "Märkische Region").say("VHS Hagen", "locatedIn", "Iserlohn")
        row = said.say("VHS Hagen", "address", "Hauptstraße 1, 58636 Iserlohn").read().row("actor")
        assert ["region/maerkische-region"] == row["regions"]
        assert ["region/05914", "region/05962024"] == row["places"]

    def test_olpe_near_a_place_is_meant_as_that_place(self) -> None:
        assert ["region/05966"] == Sayings().say("VHS Hagen", "inRegion", "Olpe").read().row("actor")["regions"]

    def test_a_region_nobody_knows_equals_only_itself(self) -> None:
        said = Sayings().say("VHS Hagen", "inRegion", "Hinter den sieben Bergen")
        read = said.read()
        region = read.row("region", id="region/~hinter-den-sieben-bergen")
        assert ("unknown", []) == (region["kind"], region["atoms"])
        assert ["VN4111"] == read.codes()

    def test_contacts_say_whose_they_are(self) -> None:
        said = Sayings().say("VHS Hagen", "contactPhone", "0221 4710-101", contact="Team Beratung")
        row = said.say("VHS Hagen", "contactMail", "info@vhs.example.org").read().rows("contact")
        assert [("mail", ""), ("phone", "Team Beratung")] == [(contact["kind"], contact["whose"]) for contact in row]

    def test_run_times_that_differ_promise_the_less(self) -> None:
        said = Sayings().say("Projekt Lernlust", "runsUntil", "2026-12-31", kind="Project")
        read = said.say("Projekt Lernlust", "runsUntil", "2025-12-31", kind="Project", source="b").read()
        assert date(2025, 12, 31).toordinal() == read.row("actor")["runs_until"]
        assert "VN4131" in read.codes()


class TestDemand:
    def test_doors_and_guides_are_kept_apart(self) -> None:
        said = Sayings().say("VHS Hagen", "reaches", "Frauen", region="Hagen").say("VHS Hagen", "guides", "Männer")
        read = said.read()
        door, guide = read.row("door"), read.row("guide")
        assert (VHS, "audience/frauen", "region/05914") == (door["actor"], door["audience"], door["region"])
        assert (VHS, "audience/maenner", "") == (guide["actor"], guide["audience"], guide["region"])

    def test_a_blank_cell_is_any_group(self) -> None:
        said = Sayings().say("VHS Hagen", "reaches", "*", target_kind="Any")
        assert "" == said.read().row("door")["audience"]

    def test_needs_have_weight_and_kind(self) -> None:
        said = Sayings().say("Frauen", "needed", "Sprache", kind="TargetGroup", weight="2,5", note="Umfrage")
        said.say("*", "noNeed", "Digitalisierung", kind="Any")
        needed, none = said.read().row("need", kind="needed"), said.read().row("need", kind="none")
        assert ("audience/frauen", "theme/sprache", "", 2500, "Umfrage") == (
            needed["audience"], needed["theme"], needed["region"], needed["weight"], needed["note"],
        )  # fmt: skip
        assert ("", 1000) == (none["audience"], none["weight"])

    def test_a_list_of_groups_needs_it_each(self) -> None:
        said = Sayings().say(
            "Frauen und Männer", "needed", "Sprache", kind="TargetGroup", region=["Hagen", "Kreis Olpe"]
        )
        assert 4 == len(said.read().rows("need"))

    def test_a_need_that_is_denied_on_the_same_day_stays_beside_its_denial_in_open_conflict(self) -> None:
        said = Sayings().say("Frauen", "needed", "Sprache", kind="TargetGroup", region="Hagen")
        read = said.say("Frauen", "noNeed", "Sprache", kind="TargetGroup", region="Hagen", source="b").read()
        assert {"needed", "none"} == {row["kind"] for row in read.rows("need")}
        conflict = read.row("conflict")
        assert ("", "Frauen · Sprache · Hagen · needed") == (conflict["settled"], conflict["what"])
        assert (1, 1) == (len(conflict["one"]), len(conflict["other"]))
        assert ["VN4131"] == read.codes()

    @pytest.mark.parametrize(("kind", "left"), [("noNeed", "none"), ("covered", "covered")])
    def test_of_a_need_and_a_later_denial_the_later_word_counts_and_both_stay_as_evidence(
        self, kind: str, left: str
    ) -> None:
        said = Sayings().say("Frauen", "needed", "Sprache", kind="TargetGroup", last_verified="2024-05-01")
        said.say("Frauen", kind, "Sprache", kind="TargetGroup", source="b", last_verified="2026-05-01")
        read = said.read()
        assert left == read.row("need")["kind"]
        assert "later" == read.row("conflict")["settled"]

    def test_a_need_of_several_groups_that_lost_for_one_holds_for_the_others(self) -> None:
        said = Sayings().say("Frauen und Männer", "needed", "Sprache", kind="TargetGroup", last_verified="2024-05-01")
        said.say("Frauen", "noNeed", "Sprache", kind="TargetGroup", source="b", last_verified="2026-05-01")
        found = {(row["audience"], row["kind"]) for row in said.read().rows("need")}
        assert {("audience/frauen", "none"), ("audience/maenner", "needed")} == found

    def test_a_weight_nobody_can_read_counts_one(self) -> None:
        read = Sayings().say("Frauen", "needed", "Sprache", kind="TargetGroup", weight="viel").read()
        assert 1000 == read.row("need")["weight"]
        assert ["VN4123"] == read.codes()

    def test_an_accepted_gap_has_owner_and_review(self) -> None:
        said = Sayings().say(
            "Frauen",
            "gapAccepted",
            "Sprache",
            kind="TargetGroup",
            owner="Lenkungskreis",
            review_on="2026-06-01",
            reason="klein",
        )
        row = said.read().row("accepted")
        assert ("Lenkungskreis", date(2026, 6, 1).toordinal(), "klein") == (
            row["owner"],
            row["review_on"],
            row["reason"],
        )
