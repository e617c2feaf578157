"""What reaches a group only badly (C), only elsewhere (E), or not now (G); and who carries it by law (not D)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from queries.competence_rules import Rule, Text
from queries.gap import Gap
from queries.gaps import Gaps
from tests.queries.asking import gaps, kinds
from tests.queries.network import TODAY, Network

OLD = TODAY - timedelta(days=500)


def base() -> Network:
    net = Network().audience("Beschäftigte", "employment=employed").audience("Minijob", "", "Beschäftigte")
    net.audience("Lernende", "language<=B1")
    for level, name in (("full", "voll"), ("waiting-list", "Warteliste"), ("available", "frei")):
        net.concept(f"capacity/{level}", names=name)
    for handover in ("information", "contact", "appointment", "accompanied"):
        net.concept(f"handover/{handover}")
    for language in ("de", "ar"):
        net.concept(f"language/{language}", names={"de": "Deutsch", "ar": "Arabisch"}[language])
    return net.theme("Sprache").region("Olpe").region("Siegen")


def served(**terms: Any) -> Network:
    net = base().provides(
        "VHS", "Kurs", **{"audiences": ["Minijob"], "themes": ["Sprache"], "access": "referral", **terms}
    )
    return net.need("Minijob", "Sprache")


def apart(net: Network, name: str, **question: Any) -> list[str]:
    return [gap.reason for gap in getattr(Gaps(day=TODAY, **question).answer(net.view()), name)]


def test_a_door_from_which_only_an_old_agreement_leads_is_half_a_gap_of_kind_c() -> None:
    net = served().door("JC").door("Tafel").refers("JC", "VHS", checked=TODAY)
    net.refers("Tafel", "VHS", checked=OLD)
    (gap,) = gaps(net, kinds=("C",))
    assert ("stale", 500, ["Tafel"], ["JC"]) == (gap.reason, gap.weight, _labels(gap, "un"), _labels(gap, ""))
    assert "Verweise!B2" == gap.evidence[0].place
    assert "Tafel und VHS fragen: Gilt der Verweis noch?" == gap.closings[0].text("de")
    assert [] == kinds(net.refers("Tafel", "JC"), kinds=("C",))


def _labels(gap: Gap, prefix: str) -> list[str]:
    return [actor.label for actor in getattr(gap, f"{prefix}reachable_from" if prefix else "reachable_from")]


def test_without_a_date_an_agreement_is_undated_and_not_stale() -> None:
    assert [] == kinds(served().door("JC").refers("JC", "VHS"), kinds=("C",))


def test_an_open_offer_does_not_hang_on_old_agreements() -> None:
    assert [] == kinds(served(access="open").door("JC").refers("JC", "VHS", checked=OLD), kinds=("C",))


@pytest.mark.parametrize(
    ("handover", "expected"),
    [
        ("information", [("C", "information_only")]),
        ("contact", [("C", "information_only")]),
        ("appointment", []),
        ("accompanied", []),
    ],
)
def test_who_needs_somebody_to_go_along_is_not_served_by_information(
    handover: str, expected: list[tuple[str, str]]
) -> None:
    net = served().door("JC").refers("JC", "VHS", handover=handover)
    assert expected == kinds(net, kinds=("C",), accompanied=("Beschäftigte",))
    assert [] == kinds(net, kinds=("C",), accompanied=())


def test_for_such_a_group_an_open_offer_is_no_more_than_information() -> None:
    net = served(access="open").door("JC").refers("AWO", "DRK")
    (gap,) = gaps(net, kinds=("C",), accompanied=("Minijob",))
    assert ("information_only", "Verweis verabreden: JC → VHS (Kurs)") == (gap.reason, gap.closings[0].text("de"))


def test_a_handover_nobody_described_is_listed_apart() -> None:
    net = served().door("JC").refers("JC", "VHS")
    assert ["handover_unknown"] == apart(net, "handover_unknown", accompanied=("Minijob",))
    assert [] == kinds(net, kinds=("C",), accompanied=("Minijob",))


@pytest.mark.parametrize(
    ("note", "is_gap"),
    [("Begleitung nötig", True), ("braucht begleitete Übergabe", True), ("ohne Begleitung", False), ("Beirat", False)],
)
def test_the_note_of_a_need_says_whether_somebody_has_to_go_along(note: str, is_gap: bool) -> None:
    net = served().door("JC").refers("JC", "VHS", handover="information")
    net.rows["need"][0]["note"] = note
    assert is_gap == bool(gaps(net, kinds=("C",)))


def test_a_network_that_records_no_referral_has_no_gap_of_kind_c() -> None:
    assert [] == kinds(served(access="open").door("JC"), kinds=("C",), accompanied=("Minijob",))


def test_what_only_others_elsewhere_serve_is_e_and_not_a() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Minijob"], themes=["Sprache"], regions=["Siegen"])
    net.need("Minijob", "Sprache", "Olpe")
    (gap,) = gaps(net)
    assert ("E", "outside", "Angebote!A1") == (gap.kind, gap.reason, gap.evidence[0].place)
    assert "VHS (Kurs): auf das Gebiet erweitern" == gap.closings[0].text("de")
    net.provides("AWO", "Kurs", audiences=["Beschäftigte"], themes=["Sprache"], regions=["Olpe"])
    assert [("A2", "inherited")] == kinds(net, kinds=("A", "E"))


def test_a_need_for_a_group_is_served_elsewhere_only_by_who_names_it() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Beschäftigte"], themes=["Sprache"], regions=["Siegen"])
    assert [("A2", "nothing")] == kinds(net.need("Minijob", "Sprache", "Olpe"))


def test_what_is_only_online_is_e() -> None:
    net = served(online=1, access="open")
    assert [("E", "online")] == kinds(net, kinds=("E",))
    assert [] == kinds(net.provides("AWO", "Kurs", audiences=["Minijob"], themes=["Sprache"]), kinds=("E",))


@pytest.mark.parametrize(
    ("languages", "is_gap"),
    [
        ("mindestens B2", True),
        ("Deutsch ab C1", True),
        ("ab B1", False),
        ("", False),
        ("ab B2, auch Arabisch", False),
        ("ab B2, Dolmetscher möglich", False),
    ],
)
def test_german_too_hard_for_the_group_is_e(languages: str, is_gap: bool) -> None:
    net = base().provides("VHS", "Kurs", audiences=["Lernende"], languages=languages).need("Lernende", None)
    assert is_gap == (("E", "language") in kinds(net, kinds=("E",)))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("voll", "voll", "full"), ("voll", "Warteliste", "waiting_list"), ("voll", "frei", ""), ("voll", "", "")],
)
def test_what_is_full_throughout_is_g(first: str, second: str, expected: str) -> None:
    net = served(capacity=first, checked=TODAY)
    net.provides("AWO", "Kurs", audiences=["Minijob"], themes=["Sprache"], capacity=second, checked=TODAY)
    assert ([("G", expected)] if expected else []) == kinds(net, kinds=("G",))


def test_what_one_gets_into_by_full_referrals_only_is_full_too() -> None:
    net = served(access="referral").refers("JC", "VHS", capacity="voll", checked=TODAY)
    assert [("G", "full")] == kinds(net, kinds=("G",))
    net.refers("AA", "VHS", capacity="Warteliste", checked=TODAY)
    assert [("G", "waiting_list")] == kinds(net, kinds=("G",))
    net.refers("AWO", "VHS")
    assert [] == kinds(net, kinds=("G",))


def test_a_full_referral_into_what_is_open_fills_nothing() -> None:
    net = served(access="open").refers("JC", "VHS", capacity="voll", checked=TODAY)
    assert [] == kinds(net, kinds=("G",))


@pytest.mark.parametrize("checked", [TODAY - timedelta(days=15), None])
def test_a_word_on_capacity_is_worth_fourteen_days(checked: Any) -> None:
    net = served(capacity="ausgebucht voll", checked=checked)
    assert ["capacity_old"] == apart(net, "capacity_old")
    assert [] == kinds(net, kinds=("G",))
    (gap,) = Gaps(day=TODAY).answer(net.view()).capacity_old
    assert "VHS (Kurs) fragen: Sind Plätze frei?" == gap.closings[0].text("de")


def test_a_norm_that_leaves_a_topic_to_one_kind_of_body_makes_no_gap_of_it() -> None:
    net = served(access="open")
    net.rows["actor"][0]["types"] = [net.concept("actor-type/Amt")]
    rule = Rule("r", Text("Entscheidung"), types=("Amt",), sole=("theme/Sprache",), norm="§ 1")
    assert [] == kinds(net, kinds=("D",), rules=(rule,))
    assert [("D", "one_actor")] == kinds(net, kinds=("D",), rules=())
    others = base().provides("VHS", "Kurs", audiences=["Lernende"], themes=["Sprache"]).need("Lernende", "Sprache")
    others.rows["actor"][0]["types"] = [others.concept("actor-type/Amt")]
    company = Rule("r", Text("E"), types=("Amt",), sole=("theme/Sprache",), norm="§ 1", whom="person=company")
    assert [("D", "one_actor")] == kinds(others, kinds=("D",), rules=(company,))
    assert [] == kinds(others, kinds=("D",), rules=(rule,))


def test_a_referral_that_carries_all_is_cited() -> None:
    net = (
        served()
        .door("JC")
        .door("Tafel")
        .refers("JC", "Caritas")
        .refers("Tafel", "Caritas")
        .refers("Caritas", "Netz")
        .refers("Netz", "VHS")
    )
    (gap,) = gaps(net, kinds=("D",))
    assert gap.evidence[0].place.startswith("Verweise!")
