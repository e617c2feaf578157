"""Who is competent: by rule, day, the client's place and what is known of them; never by who offers what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ontology.facets import parse
from ontology.vocabulary import load
from queries.competence_rules import PLACES, ROLES, Rule, Text, known_rules, with_own
from queries.competence_words import told, who
from queries.competences import Competence
from queries.profile import Profile
from queries.routes import Routes
from tests.queries.network import TODAY, Network

AGENCY = Rule(
    id="support", task=Text("Förderung", "support"), types=("agency",), place="residence", area=("agency-district",),
    norm="§ 327", valid_from=date(2025, 1, 1), checked=True,
)  # fmt: skip
VISIT = Rule(
    id="visit", task=Text("Besuch"), role="visits", types=("visitors",), parents=("agency",), place="company_site",
    area=("agency-district",), whom="person=company | employment=employed",
)  # fmt: skip


def land() -> Network:
    """Two districts with a town each and one beside; each has its agency, only the north has a unit that visits."""
    net = Network()
    for atom in ("n1", "n2", "s1", "away"):
        net.region(atom, atom, kind="municipality")
    net.region("North", "n1", "n2", kind="agency-district").region("South", "s1", kind="agency-district")
    net.region("both", "n2", "s1")
    net.concept("actor-type/agency", label="Agentur", label_en="agency")
    net.concept("actor-type/visitors", label="Arbeitgeber-Service")
    net.actor("Agentur N", types=["agency"], places=["n1"])
    net.actor("Agentur S", types=["agency"], places=["s1"])
    net.actor("Service N", types=["visitors"], places=["n1"], unit_of="Agentur N")
    net.contact("Agentur S", "phone", "0221 4710-222")
    return net


def competent(*rules: Rule, net: Network | None = None, **profile: Any) -> tuple[Competence, ...]:
    question = Routes(Profile(**{"day": TODAY, **profile}), k=0, rules=rules)
    return question.answer((net or land()).view()).competence


def bodies(one: Competence) -> list[str]:
    return [body.actor.label for body in one.bodies]


def abouts(one: Competence) -> list[str]:
    return [question.about for question in one.open_questions]


def test_the_agency_in_whose_district_the_client_lives_is_competent() -> None:
    (north,) = competent(AGENCY, residence="n2")
    (south,) = competent(AGENCY, residence="s1", workplace="n1", company_site="n1")
    assert (["Agentur N"], "district", "yes", ["North"]) == (
        bodies(north), north.basis, north.fit, [area.label for area in north.areas],
    )  # fmt: skip
    assert ["Agentur S"] == bodies(south)
    assert ["0221 4710-222"] == [contact.value for contact in south.bodies[0].contact]


def test_where_the_client_lives_is_asked_and_no_agency_is_guessed() -> None:
    (found,) = competent(AGENCY)
    assert (["which_residence"], [], "ask", "unknown") == (abouts(found), bodies(found), found.fit, found.basis)
    assert "Wo wohnt die Person?" in told(found, "de")


def test_a_place_in_two_districts_names_both_and_asks_where_exactly() -> None:
    (found,) = competent(AGENCY, residence="both")
    assert (["Agentur N", "Agentur S"], ["place"]) == (bodies(found), abouts(found))
    assert "Agentur N oder Agentur S" == who(found, "de")


def test_a_place_in_no_known_district_names_who_says_to_work_there() -> None:
    net = land()
    net.actor("Agentur A", types=["agency"], regions=["away"])
    (found,) = competent(AGENCY, net=net, residence="away")
    assert (["Agentur A"], "stated", []) == (bodies(found), found.basis, abouts(found))
    assert "Agentur A (as they state)" == who(found, "en")


def test_an_agency_that_says_to_work_next_door_is_not_competent_there() -> None:
    net = land()
    net.actor("Agentur N", types=["agency"])
    net.rows["actor"][net.actor("Agentur N")]["regions"] = [net._region("s1")]
    (found,) = competent(AGENCY, net=net, residence="s1")
    assert ["Agentur S"] == bodies(found)


def test_a_district_whose_agency_is_not_in_the_network_is_named() -> None:
    net = land()
    net.region("East", "east", kind="agency-district").region("Ost", "east")
    (found,) = competent(AGENCY, net=net, residence="Ost")
    assert ("Agentur, East (in diesem Netz nicht verzeichnet)", "yes") == (who(found, "de"), found.fit)


def test_a_rule_holds_from_its_first_day_to_its_last() -> None:
    old = replace(AGENCY, id="old", valid_from=None, valid_until=date(2024, 12, 31))
    named = {day: [one.id for one in competent(AGENCY, old, residence="n1", day=date.fromisoformat(day))]
             for day in ("2024-12-31", "2025-01-01")}  # fmt: skip
    assert {"2024-12-31": ["old"], "2025-01-01": ["support"]} == named


def test_who_visits_the_company_follows_its_site_and_the_unit_comes_before_its_agency() -> None:
    firm: dict[str, Any] = {"facts": "person=company & size=40"}
    (north,) = competent(VISIT, **firm, company_site="n1")
    (south,) = competent(VISIT, **firm, company_site="s1")
    assert ((["Service N"], "district"), (["Agentur S"], "parent")) == (
        (bodies(north), north.basis), (bodies(south), south.basis),
    )  # fmt: skip
    assert "Arbeitgeber-Service: Agentur S (die Einheit selbst ist nicht verzeichnet)" == who(south, "de")


def test_the_workplace_stands_in_for_the_site_only_with_a_question() -> None:
    (found,) = competent(VISIT, facts="employment=employed", residence="s1", workplace="n1")
    assert (["Service N"], ["site_is_workplace"]) == (bodies(found), abouts(found))


def test_a_rule_that_does_not_concern_the_client_is_not_shown_and_one_that_may_asks() -> None:
    basic = replace(AGENCY, id="basic", whom="benefit=sgb2")
    assert () == competent(basic, facts="benefit=none", residence="n1")
    assert ["yes"] == [one.fit for one in competent(basic, facts="benefit=sgb2", residence="n1")]
    (maybe,) = competent(basic, facts="age=30", residence="n1")
    assert [("facet", "benefit")] == [(one.about, one.detail) for one in maybe.open_questions]
    assert () == competent(basic, facts="age=30"), "neither whom nor where: no information"


def test_what_is_sensitive_is_shown_where_known_and_never_a_reason_to_ask() -> None:
    rehab = replace(AGENCY, whom="health=rehab", unasked=True)
    assert () == competent(rehab, residence="n1")
    assert ["yes"] == [one.fit for one in competent(rehab, facts="health=rehab", residence="n1")]


def test_a_rule_concerns_its_topics_with_wider_and_narrower_ones() -> None:
    about = replace(AGENCY, topics=("theme/training",))
    net = land().theme("training", "all").theme("retraining", "training").theme("debts")
    shown = {need: len(competent(about, net=net, residence="n1", needs=(need,)))
             for need in ("training", "all", "retraining", "debts")}  # fmt: skip
    assert {"training": 1, "all": 1, "retraining": 1, "debts": 0} == shown
    assert 1 == len(competent(about, net=net, residence="n1")), "without a need everything may matter"


def test_official_keys_say_where_a_rule_holds() -> None:
    net = land().region("Kreis", "n1", "n2", kind="district", key="05954")
    inside, outside = replace(AGENCY, id="in", within=("05954",)), replace(AGENCY, id="out", without=("05954",))
    shown = {place: [(one.id, one.fit) for one in competent(inside, outside, net=net, residence=place)]
             for place in ("n1", "s1", "both")}  # fmt: skip
    assert {"n1": [("in", "yes")], "s1": [("out", "yes")], "both": [("in", "ask"), ("out", "ask")]} == shown


def test_a_body_named_by_the_rule_is_found_in_the_network_or_named_as_it_is() -> None:
    named = replace(AGENCY, types=(), actor="Agentur S", place="none", area=())
    (found,) = competent(named)
    assert ("named", ["Agentur S"]) == (found.basis, bodies(found))
    (other,) = competent(replace(named, actor="Zentrale Stelle"))
    assert ([], "Zentrale Stelle") == (bodies(other), who(other, "de"))


def test_certain_ones_come_first_and_practice_is_said_to_be_practice() -> None:
    found = competent(
        replace(AGENCY, id="asks", checked=False), replace(VISIT, whom=""), residence="n1", company_site="n1"
    )
    assert ["yes", "yes"] == [one.fit for one in found]
    assert "Praxis, nicht geprüft" in told(found[0], "de")
    assert "by residence, n1; § 327; in force from 2025-01-01; practice, not checked" in told(found[0], "en")


def test_a_region_replaces_adds_and_takes_away_rules_by_id() -> None:
    own = replace(AGENCY, norm="own")
    assert [own, VISIT] == list(with_own([AGENCY, VISIT], [own]))
    assert [VISIT] == list(with_own([AGENCY, VISIT], ["support"]))
    assert [AGENCY, VISIT] == list(with_own([AGENCY], [VISIT, "nobody"]))


@pytest.mark.parametrize("rule", known_rules(), ids=lambda rule: str(rule.id))
def test_every_rule_of_the_program_uses_words_that_exist(rule: Rule) -> None:
    vocabulary = load()
    assert rule.role in ROLES
    assert rule.place in PLACES
    assert parse(rule.whom).alternatives or not rule.whom
    for name in (*rule.types, *rule.parents):
        assert f"actor-type/{name}" in vocabulary.schemes["actor-type"]
    for topic in rule.topics:
        assert topic in vocabulary.schemes[topic.partition("/")[0]]
    assert rule.task.de
    assert rule.task.en
    assert bool(rule.note.de) == bool(rule.note.en)
    assert rule.source
    assert rule.norm or not rule.checked, "what was compared with the law names it"
    assert rule.types or rule.actor


def test_no_two_rules_share_an_id() -> None:
    assert len(known_rules()) == len({rule.id for rule in known_rules()})
