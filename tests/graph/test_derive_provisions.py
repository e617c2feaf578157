"""Provisions: joint conditions, what an offer takes from its actor, and what is kept although no offer says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ontology.vocabulary import load
from tests.graph.saying import Sayings

VHS, HAGEN = "actor/vhs-hagen", "region/05914"
COURSE = "offer/vhs-hagen/kochkurs"


def vhs(*said: tuple[str, str], **more: str) -> Sayings:
    sayings = Sayings()
    for predicate, target in said:
        sayings.say("VHS Hagen", predicate, target, **more)
    return sayings


class TestJointConditions:
    def test_conditions_of_one_statement_hold_together(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Kochkurs", audience="Frauen", region="Hagen", theme="Sprache")
        assert [(VHS, COURSE, ["audience/frauen"], ["theme/sprache"], [HAGEN], 0, "yes")] == said.read().provisions()

    def test_statements_that_differ_in_one_list_become_one_provision(self) -> None:
        said = Sayings()
        for group in ("Frauen", "Männer"):
            for place in ("Hagen", "Kreis Olpe"):
                said.say("VHS Hagen", "offers", "Kochkurs", audience=group, region=place)
        groups, places = ["audience/frauen", "audience/maenner"], [HAGEN, "region/05966"]
        assert [(VHS, COURSE, groups, [], places, 0, "yes")] == said.read().provisions()

    def test_crosswise_conditions_are_never_multiplied_out(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Kochkurs", audience="Frauen", region="Hagen")
        said.say("VHS Hagen", "offers", "Kochkurs", audience="Männer", region="Kreis Olpe")
        expected: list[tuple[Any, ...]] = [
            (VHS, COURSE, ["audience/frauen"], [], [HAGEN], 0, "yes"),
            (VHS, COURSE, ["audience/maenner"], [], ["region/05966"], 0, "yes"),
        ]
        assert expected == said.read().provisions()

    def test_groups_of_a_row_of_offers_belong_to_that_offer_only(self) -> None:
        said = vhs(("offers", "Kochkurs"), ("offers", "Nähkurs")).say(
            "VHS Hagen", "forAudience", "Frauen", offer="Kochkurs"
        )
        expected: list[tuple[Any, ...]] = [
            (VHS, COURSE, ["audience/frauen"], [], [], 0, "yes"),
            (VHS, "offer/vhs-hagen/naehkurs", [], [], [], 0, "yes"),
        ]
        assert expected == said.read().provisions()

    def test_an_offer_known_only_by_its_groups_is_there(self) -> None:
        said = Sayings().say("VHS Hagen", "forAudience", "Frauen", offer="Kochkurs")
        assert [(VHS, COURSE, ["audience/frauen"], [], [], 0, "yes")] == said.read().provisions()

    def test_who_offers_anything_serves_groups_with_no_offer_of_a_name(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "*", audience="Frauen")
        assert [(VHS, "", ["audience/frauen"], [], [], 0, "yes")] == said.read().provisions()

    def test_an_offer_is_of_the_kind_its_source_says_where_its_name_does_not_tell(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Kochkurs").statements[0]
        spoken = Sayings()
        spoken.statements.append(replace(said, conditions=(("kind", "Alphabetisierungskurs"),)))
        themes = list(load().scheme("offer-type")["offer-type/alphabetisierungskurs"].themes)
        assert [(VHS, COURSE, [], themes, [], 0, "yes")] == spoken.read().provisions()
        assert themes

    def test_conditions_of_the_offer_hold_for_its_groups_too(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Kochkurs", region="Hagen")
        said.say("VHS Hagen", "forAudience", "Frauen", offer="Kochkurs")
        assert [(VHS, COURSE, ["audience/frauen"], [], [HAGEN], 0, "yes")] == said.read().provisions()

    def test_a_group_stated_for_another_place_than_the_offer_stands_for_itself(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Kochkurs", region="Hagen")
        said.say("VHS Hagen", "forAudience", "Frauen", offer="Kochkurs", region="Kreis Olpe")
        expected: list[tuple[Any, ...]] = [
            (VHS, COURSE, [], [], [HAGEN], 0, "yes"),
            (VHS, COURSE, ["audience/frauen"], [], ["region/05966"], 0, "yes"),
        ]
        assert expected == said.read().provisions()

    def test_a_narrower_region_within_the_offers_is_what_counts(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Kochkurs", region="Märkische Region")
        said.say("VHS Hagen", "forAudience", "Frauen", offer="Kochkurs", region="Hagen")
        assert [HAGEN] == said.read().row("provision")["regions"]

    def test_partly_stays_apart_from_yes(self) -> None:
        said = vhs(("offers", "Kochkurs"), ("forAudience", "Frauen"))
        said.say("VHS Hagen", "forAudience", "Männer", polarity="partly")
        expected: list[tuple[Any, ...]] = [
            (VHS, COURSE, ["audience/frauen"], [], [], 1, "yes"),
            (VHS, COURSE, ["audience/maenner"], [], [], 1, "partly"),
        ]
        assert expected == said.read().provisions()


class TestTakenFromTheRow:
    def test_an_offer_takes_groups_themes_and_regions_it_does_not_state(self) -> None:
        said = vhs(("offers", "Kochkurs"), ("forAudience", "Frauen"), ("onTheme", "Sprache"), ("inRegion", "Hagen"))
        assert [(VHS, COURSE, ["audience/frauen"], ["theme/sprache"], [HAGEN], 7, "yes")] == said.read().provisions()

    def test_what_an_offer_states_is_not_taken_from_the_row(self) -> None:
        said = vhs(("forAudience", "Männer"), ("inRegion", "Kreis Olpe"))
        said.say("VHS Hagen", "offers", "Kochkurs", audience="Frauen", region="Hagen")
        read = said.read()
        assert (VHS, COURSE, ["audience/frauen"], [], [HAGEN], 0, "yes") in read.provisions(offer=COURSE)
        assert [(VHS, "", ["audience/maenner"], [], ["region/05966"], 4, "yes")] == read.provisions(offer="")

    def test_a_known_kind_of_offer_brings_its_themes(self) -> None:
        row = vhs(("offers", "Anerkennungsberatung"), ("onTheme", "Digitalisierung")).read()
        (own,) = row.rows("provision", offer="offer/vhs-hagen/anerkennungsberatung")
        assert "theme/anerkennung" in own["themes"]
        assert 0 == own["combined"]

    def test_a_theme_no_offer_takes_up_stands_without_offer(self) -> None:
        read = vhs(("offers", "Anerkennungsberatung"), ("onTheme", "Digitalisierung"), ("forAudience", "Frauen")).read()
        assert [(VHS, "", ["audience/frauen"], ["theme/digitalisierung"], [], 1, "yes")] == read.provisions(offer="")

    def test_a_timed_region_of_the_row_holds_for_its_time(self) -> None:
        said = vhs(("offers", "Kochkurs")).say("VHS Hagen", "inRegion", "Hagen", valid_until="2026-12-31")
        row = said.read().row("provision")
        assert ([HAGEN], 4, date(2026, 12, 31).toordinal()) == (row["regions"], row["combined"], row["valid_until"])

    def test_a_region_of_the_past_does_not_reach_an_offer_of_the_future(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Kochkurs", valid_from="2027")
        said.say("VHS Hagen", "inRegion", "Hagen", valid_until="2026-12-31")
        assert [] == said.read().row("provision")["regions"]

    def test_an_actor_without_offers_serves_groups_all_the_same(self) -> None:
        said = vhs(("forAudience", "Frauen"), ("onTheme", "Sprache"))
        assert [(VHS, "", ["audience/frauen"], ["theme/sprache"], [], 2, "yes")] == said.read().provisions()

    def test_a_joint_mark_of_the_row_keeps_its_theme(self) -> None:
        said = vhs(("onTheme", "Digitalisierung")).say("VHS Hagen", "forAudience", "Frauen", theme="Sprache")
        expected: list[tuple[Any, ...]] = [
            (VHS, "", ["audience/frauen"], ["theme/sprache"], [], 0, "yes"),
            (VHS, "", [], ["theme/digitalisierung"], [], 0, "yes"),
        ]
        assert sorted(map(str, expected)) == sorted(map(str, said.read().provisions()))

    def test_a_group_marked_for_another_place_does_not_reach_the_offer(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Kochkurs", region="Hagen")
        said.say("VHS Hagen", "forAudience", "Frauen", region="Kreis Olpe")
        expected: list[tuple[Any, ...]] = [
            (VHS, "", ["audience/frauen"], [], ["region/05966"], 0, "yes"),
            (VHS, COURSE, [], [], [HAGEN], 0, "yes"),
        ]
        assert expected == said.read().provisions()

    def test_a_group_marked_on_another_theme_does_not_reach_an_offer_of_known_themes(self) -> None:
        said = vhs(("offers", "Anerkennungsberatung")).say(
            "VHS Hagen", "forAudience", "Frauen", theme="Digitalisierung"
        )
        read = said.read()
        assert [(VHS, "", ["audience/frauen"], ["theme/digitalisierung"], [], 0, "yes")] == read.provisions(offer="")
        assert [[]] == [row["audiences"] for row in read.rows("provision") if row["offer"]]

    def test_a_joint_mark_reaches_an_offer_of_unknown_theme_with_its_theme(self) -> None:
        said = vhs(("offers", "Kochkurs")).say("VHS Hagen", "forAudience", "Frauen", theme="Digitalisierung")
        assert [(VHS, COURSE, ["audience/frauen"], ["theme/digitalisierung"], [], 3, "yes")] == said.read().provisions()

    def test_a_mark_on_a_broader_theme_reaches_the_offer_on_its_own_theme(self) -> None:
        said = vhs(("offers", "Kochkurs")).say("VHS Hagen", "onTheme", "Deutsch", offer="Kochkurs")
        said.say("VHS Hagen", "forAudience", "Frauen", theme="Sprache")
        assert [(VHS, COURSE, ["audience/frauen"], ["theme/deutsch"], [], 1, "yes")] == said.read().provisions()

    def test_a_group_the_offer_refuses_is_not_taken_from_the_row(self) -> None:
        said = vhs(("offers", "Kochkurs"), ("forAudience", "Frauen"), ("forAudience", "Männer"))
        said.say("VHS Hagen", "forAudience", "Männer", offer="Kochkurs", polarity="no")
        expected: list[tuple[Any, ...]] = [
            (VHS, COURSE, ["audience/frauen"], [], [], 1, "yes"),
            (VHS, COURSE, ["audience/maenner"], [], [], 0, "no"),
        ]
        assert expected == said.read().provisions()

    def test_a_refusal_of_the_row_concerns_the_offers_that_take_after_it(self) -> None:
        said = vhs(("offers", "Kochkurs"), ("forAudience", "Frauen")).say(
            "VHS Hagen", "forAudience", "Männer", polarity="no"
        )
        assert (VHS, COURSE, ["audience/maenner"], [], [], 0, "no") in said.read().provisions()

    def test_evidence_names_every_place_that_was_used_and_what_it_is_about(self) -> None:
        said = (
            Sayings()
            .say("VHS Hagen", "offers", "Kochkurs", cell="C3")
            .say("VHS Hagen", "forAudience", "Frauen", cell="D3")
        )
        read = said.say("VHS Hagen", "forAudience", "Männer", cell="E3").read()
        assert ["Blatt!C3", "Blatt!D3", "Blatt!E3"] == read.row("provision")["evidence"]
        assert ["audience/maenner"] == read.row("evidence", place="Blatt!E3")["about"]


class TestInstruments:
    def test_an_instrument_holds_for_each_of_its_offers(self) -> None:
        said = Sayings().say("Umschulungsprämie", "forAudience", "Arbeitslose", kind="OfferType")
        said.say("VHS Hagen", "offers", "Umschulungsprämie").say(
            "Jobcenter Olpe", "offers", "Umschulungsprämie", source="b"
        )
        found = [row[2:] for row in said.read().provisions()]
        assert [(["audience/arbeitslose"], [], [], 1, "yes")] * 2 == found

    def test_it_holds_by_type_too_but_not_against_the_offers_own_word(self) -> None:
        said = Sayings().say("Anerkennungsberatung", "forAudience", "Geflüchtete", kind="OfferType")
        said.say("VHS Hagen", "offers", "Beratung zur Anerkennung ausländischer Abschlüsse", source="b")
        said.say("Jobcenter Olpe", "offers", "Anerkennungsberatung", source="b", audience="Frauen")
        groups = {row["provider"]: row["audiences"] for row in said.read().rows("provision")}
        assert {VHS: ["audience/gefluechtete"], "actor/jobcenter-kreis-olpe": ["audience/frauen"]} == groups

    def test_an_instrument_nobody_offers_is_noted(self) -> None:
        read = Sayings().say("Umschulungsprämie", "forAudience", "Arbeitslose", kind="OfferType").read()
        assert ["VN4133"] == read.codes()
        assert "" == read.row("offer")["provider"]
        assert [] == read.provisions()

    def test_a_line_about_an_offer_alone_belongs_to_its_provider_in_the_same_source(self) -> None:
        said = Sayings().say("Kochkurs", "forAudience", "Frauen", kind="Offer").say("VHS Hagen", "offers", "Kochkurs")
        assert [(VHS, COURSE, ["audience/frauen"], [], [], 0, "yes")] == said.read().provisions()


class TestLimits:
    def test_a_limit_makes_a_group_of_its_own(self) -> None:
        read = Sayings().say("VHS Hagen", "forAudience", "Frauen", age_below="25").read()
        assert ["audience/frauen+age<25"] == read.row("provision")["audiences"]
        group = read.row("concept", id="audience/frauen+age<25")
        assert ("Frauen, unter 25 Jahre", "age<25 & sex=f") == (group["label_de"], group["alternatives"])
        assert {"audience/frauen", "audience/junge-menschen"} <= set(group["broader"])

    def test_a_limit_that_makes_a_named_group_is_that_group(self) -> None:
        read = Sayings().say("VHS Hagen", "forAudience", "geringfügig Beschäftigte", age_below="35").read()
        assert ["audience/geringfuegig-beschaeftigte-unter-35"] == read.row("provision")["audiences"]

    def test_a_law_limits_to_who_receives_its_benefits(self) -> None:
        read = Sayings().say("VHS Hagen", "forAudience", "Frauen", legal_basis=["SGB II", "SGB III"]).read()
        (group,) = read.row("provision")["audiences"]
        assert "benefit=sgb2 & sex=f | benefit=sgb3 & sex=f" == read.row("concept", id=group)["alternatives"]

    def test_a_limit_nobody_can_parse_asks_in_its_own_words(self) -> None:
        read = Sayings().say("VHS Hagen", "forAudience", "Frauen", restriction="nur mit Führerschein").read()
        (group,) = read.row("provision")["audiences"]
        assert 'note="nur mit Führerschein" & sex=f' == read.row("concept", id=group)["alternatives"]

    def test_a_limit_without_group_limits_everybody(self) -> None:
        read = Sayings().say("VHS Hagen", "offers", "Kochkurs", age_min="18").read()
        (group,) = read.row("provision")["audiences"]
        assert "age>=18" == read.row("concept", id=group)["alternatives"]

    def test_a_limit_of_the_offer_narrows_the_groups_of_the_row(self) -> None:
        said = vhs(("forAudience", "Frauen")).say("VHS Hagen", "offers", "Kochkurs", legal_basis="SGB II")
        assert ["audience/frauen+benefit=sgb2"] == said.read().row("provision")["audiences"]

    def test_a_group_the_offers_limit_rules_out_is_left_out(self) -> None:
        said = vhs(("forAudience", "Frauen"), ("forAudience", "Ältere ab 55")).say(
            "VHS Hagen", "offers", "Kochkurs", age_below="25"
        )
        assert ["audience/frauen+age<25"] == said.read().row("provision", offer=COURSE)["audiences"]

    def test_a_limit_that_leaves_nobody_is_reported_and_asked(self) -> None:
        read = Sayings().say("VHS Hagen", "forAudience", "Ältere ab 55", age_below="25").read()
        assert ["VN4120"] == read.codes()
        (group,) = read.row("provision")["audiences"]
        assert "note=" in read.row("concept", id=group)["alternatives"]

    def test_a_local_group_with_a_limit_excludes_by_the_limit(self) -> None:
        read = Sayings().say("VHS Hagen", "forAudience", "Tiefseetaucher", age_below="25").read()
        (group,) = read.row("provision")["audiences"]
        assert 'age<25 & note="Tiefseetaucher"' == read.row("concept", id=group)["alternatives"]
        assert ["audience/~tiefseetaucher"] == [
            wide for wide in read.row("concept", id=group)["broader"] if "~" in wide
        ]

    def test_a_group_below_a_heading_that_names_a_group_is_both(self) -> None:
        read = Sayings().say("VHS Hagen", "forAudience", "Beschäftigte", audience="Frauen").read()
        (group,) = read.row("provision")["audiences"]
        assert "employment=employed & sex=f" == read.row("concept", id=group)["alternatives"]

    def test_only_makes_the_mark_exclusive(self) -> None:
        said = (
            Sayings()
            .say("VHS Hagen", "forAudience", "Frauen", exclusive="true")
            .say("VHS Hagen", "forAudience", "Männer")
        )
        assert [2, 0] == said.read().row("provision")["namings"]


class TestTerms:
    def test_terms_come_from_the_mark_then_the_offer_then_the_row(self) -> None:
        said = vhs(("offers", "Kochkurs"), ("cost", "10 €"), ("language", "Deutsch, Türkisch"), ("format", "online"))
        said.say("VHS Hagen", "cost", "kostenlos", offer="Kochkurs")
        row = said.read().row("provision")
        assert ("kostenlos", "Deutsch; Türkisch", "Online", 1) == (
            row["cost"],
            row["languages"],
            row["format"],
            row["online"],
        )

    def test_access_is_unknown_unless_somebody_says(self) -> None:
        assert "unknown" == vhs(("offers", "Kochkurs")).read().row("provision")["access"]
        said = vhs(("offers", "Kochkurs"), ("access", "registration"))
        assert "registration" == said.read().row("provision")["access"]

    def test_contradictory_access_is_unknown_and_listed(self) -> None:
        read = vhs(("offers", "Kochkurs"), ("access", "open"), ("access", "referral")).read()
        assert "unknown" == read.row("provision")["access"]
        assert "" == read.row("conflict")["settled"]

    def test_online_and_in_person_is_not_online_only(self) -> None:
        assert 0 == vhs(("offers", "Kochkurs"), ("format", "online oder Präsenz")).read().row("provision")["online"]

    def test_remarks_beside_marks_are_kept_with_their_group(self) -> None:
        said = (
            Sayings()
            .say("VHS Hagen", "forAudience", "Frauen", note="vormittags")
            .say("VHS Hagen", "forAudience", "Männer")
        )
        assert "Frauen: vormittags" == said.read().row("provision")["note"]

    def test_a_remark_on_an_event_is_about_what_people_go_to_one_on_an_actor_is_not(self) -> None:
        for kind, note in (("Event", "Kinderbetreuung vorhanden"), ("Actor", "")):
            said = Sayings().say("Infotag Beruf", "forAudience", "Frauen", kind=kind)
            said.say("Infotag Beruf", "remark", "Kinderbetreuung vorhanden", kind=kind)
            assert note == said.read().row("provision")["note"]

    def test_a_projects_end_ends_its_offers(self) -> None:
        said = Sayings().say("Projekt Lernlust", "offers", "Kochkurs", kind="Project")
        said.say("Projekt Lernlust", "runsUntil", "2026-12", kind="Project")
        assert date(2026, 12, 31).toordinal() == said.read().row("provision")["valid_until"]

    def test_a_date_nobody_can_read_is_reported(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Kochkurs", valid_until="bald")
        assert ["VN4121"] == said.read().codes()


class TestFreshness:
    def test_the_day_of_the_row_is_the_day_of_its_marks_in_the_same_source(self) -> None:
        said = vhs(("offers", "Kochkurs"), ("lastChecked", "2025-03-03"))
        assert date(2025, 3, 3).toordinal() == said.read().row("provision")["checked"]
        said = (
            Sayings().say("VHS Hagen", "offers", "Kochkurs").say("VHS Hagen", "lastChecked", "2025-03-03", source="b")
        )
        assert -1 == said.read().row("provision")["checked"]

    def test_the_day_of_a_document_is_not_the_day_of_its_facts(self) -> None:
        said = vhs(("offers", "Kochkurs")).source("a", stated_on="2025-03-03")
        read = said.read()
        assert -1 == read.row("provision")["checked"]
        assert date(2025, 3, 3).toordinal() == read.row("source")["stated_on"]

    def test_what_is_vouched_for_twice_is_as_fresh_as_the_later_word(self) -> None:
        said = Sayings().say("VHS Hagen", "offers", "Kochkurs", last_verified="2024-01-01")
        said.say("VHS Hagen", "offers", "Kochkurs", source="b", last_verified="2025-01-01")
        assert date(2025, 1, 1).toordinal() == said.read().row("provision")["checked"]


class TestOffers:
    def test_spellings_of_a_known_kind_are_one_offer_under_its_usual_name(self) -> None:
        said = vhs(("offers", "BBiE")).say(
            "Volkshochschule Hagen", "offers", "Berufsberatung im Erwerbsleben", source="b"
        )
        row = said.read().row("offer")
        assert ("Berufsberatung im Erwerbsleben", "offer-type/bbie") == (row["label"], row["type"])

    def test_two_names_with_one_slug_are_two_offers(self) -> None:
        rows = vhs(("offers", "C-Kurs"), ("offers", "C++ Kurs")).read().rows("offer")
        assert ["offer/vhs-hagen/c-kurs", "offer/vhs-hagen/c-kurs-2"] == [row["id"] for row in rows]


@pytest.mark.parametrize("modality", ["planned", "possible", "normative"])
def test_only_what_is_asserted_makes_facts(modality: str) -> None:
    assert [] == Sayings().say("VHS Hagen", "offers", "Kochkurs", modality=modality).read().rows("actor")
