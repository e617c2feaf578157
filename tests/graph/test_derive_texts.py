"""What texts say otherwise than matrices: offers that stand for their providers, venues, plans and doubtful readings."""

from __future__ import annotations

import pytest

from graph.decisions import Decisions, Review
from tests.graph.saying import Sayings

JOBCENTER, VHS = "actor/jobcenter-hagen", "actor/vhs-hagen"


def offered() -> Sayings:
    return Sayings().say("VHS Hagen", "offers", "Lerncafé")


def ends(said: Sayings) -> list[tuple[str, str, str, str]]:
    return [(row["sender"], row["receiver"], row["offer"], row["occasion"]) for row in said.read().rows("referral")]


def test_a_referral_to_an_offer_goes_to_whoever_the_source_says_provides_it() -> None:
    said = offered().say("Jobcenter Hagen", "refersTo", "Lerncafé", target_kind="Offer")
    assert [(JOBCENTER, VHS, "offer/vhs-hagen/lerncafe", "")] == ends(said)


def test_a_referral_from_an_offer_comes_from_its_provider_on_that_occasion() -> None:
    said = offered().say("Lerncafé", "refersTo", "Jobcenter Hagen", kind="Offer")
    assert [(VHS, JOBCENTER, "", "Lerncafé")] == ends(said)


def test_an_offer_nobody_provides_leads_nowhere_and_is_reported() -> None:
    said = Sayings().say("Jobcenter Hagen", "refersTo", "Lerncafé", target_kind="Offer")
    assert [] == ends(said)
    assert ["VN4135"] == [code for code in said.read().codes() if code == "VN4135"]


def test_whom_another_source_calls_the_provider_is_not_guessed() -> None:
    said = offered().say("Jobcenter Hagen", "refersTo", "Lerncafé", target_kind="Offer", source="b")
    assert [] == ends(said)


def test_who_has_the_rooms_takes_part_as_the_venue_and_gives_the_event_its_place() -> None:
    said = Sayings().say("Infotag", "locatedIn", "VHS Hagen", kind="Event", target_kind="Actor").read()
    assert [(VHS, "venue")] == [(row["member"], row["role"]) for row in said.rows("membership")]
    (event,) = said.rows("actor", kind="event")
    (vhs,) = said.rows("actor", id=VHS)
    assert vhs["places"] == event["places"] != []


@pytest.mark.parametrize(
    ("predicate", "kind", "role"),
    [
        ("memberOf", "Board", "member"),
        ("coordinates", "Network", "coordinator"),
        ("cooperatesWith", "Project", "partner"),
        ("organises", "Event", "organiser"),
        ("partOf", "Network", "part"),
        ("participatesIn", "Event", "participant"),
        ("affiliatedWith", "Network", "affiliate"),
    ],
)
def test_who_takes_part_in_what_and_as_what(predicate: str, kind: str, role: str) -> None:
    row = Sayings().say("VHS Hagen", predicate, "Bündnis Süd", target_kind=kind).read().row("membership")
    assert (VHS, role) == (row["member"], row["role"])


def test_who_pays_is_a_member_of_what_is_paid() -> None:
    said = Sayings().say("Lernnetz", "fundedBy", "Ministerium für Arbeit NRW", kind="Project", target_kind="Actor")
    assert "funder" == said.read().row("membership")["role"]


@pytest.mark.parametrize("modality", ["planned", "possible", "normative"])
def test_what_is_planned_possible_or_demanded_is_no_fact(modality: str) -> None:
    read = offered().say("Jobcenter Hagen", "refersTo", "VHS Hagen", modality=modality).read()
    assert [] == read.rows("referral")
    assert [VHS] == [row["id"] for row in read.rows("actor")]


def test_a_doubtful_reading_reaches_no_route_until_a_person_accepts_it() -> None:
    said = Sayings().say("Jobcenter Hagen", "refersTo", "VHS Hagen", tier="low")
    key = said.statements[0].key
    assert [] == said.read().rows("referral")
    assert 1 == len(said.read(Decisions(reviews=(Review(key, "accepted"),))).rows("referral"))


def test_a_doubtful_provider_carries_no_referral_either() -> None:
    said = Sayings().say("VHS Hagen", "offers", "Lerncafé", tier="low")
    said.say("Jobcenter Hagen", "refersTo", "Lerncafé", target_kind="Offer")
    assert [] == ends(said)
