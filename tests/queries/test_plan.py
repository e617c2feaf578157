"""Several needs at once: the fewest handovers, proved against every combination of routes."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import prod
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ontology.errors import QuestionError
from queries.plan import Plan
from queries.planned import PlanAnswer, Planned
from queries.route import Route
from tests.queries.asking import profile, way
from tests.queries.network import TODAY, Network
from tests.queries.route_reference import Way, every_way, starts
from tests.queries.schemas import assert_valid
from tests.queries.small_networks import THEMES, Person, Small, networks, people
from tests.queries.test_routes_against_every_path import asked as routes_asked

WOMAN: dict[str, Any] = {"facts": "sex=f", "residence": "Hagen"}


def base() -> Network:
    net = Network().audience("Frauen", "sex=f").region("Hagen").region("Siegen")
    for theme in ("Recht", "Geld", "Sprache", "Arbeit"):
        net.theme(theme)
    return net


def offers(net: Network, actor: str, *themes: str, **more: Any) -> Network:
    return net.provides(
        actor, None, **{"audiences": ["Frauen"], "themes": themes, "regions": ["Hagen"], "access": "referral", **more}
    )


def plan(net: Network, *needs: str, k: int = 3, max_legs: int = 4, **said: Any) -> PlanAnswer:
    return Plan(profile(**{**WOMAN, "needs": needs, **said}), k, max_legs).answer(net.view())


def handovers(found: Planned) -> list[str]:
    return [f"{one.sender.label if one.sender else '*'} > {one.receiver.label}" for one in found.handovers]


def test_legs_that_needs_share_count_once() -> None:
    net = offers(offers(base(), "A", "Recht"), "B", "Geld").refers("JC", "A").refers("JC", "Lotse")
    net.refers("Lotse", "B").refers("JC", "C").refers("C", "B").refers("A", "B")
    (found,) = plan(net, "Recht", "Geld", start="JC").plans
    assert (["JC > A", "A > B"], ["JC > A (yes)", "JC > A > B (yes)"]) == (
        handovers(found),
        [way(route) for route in found.routes],
    )
    assert [["Recht", "Geld"], ["Geld"]] == [[need.de for need in one.needs] for one in found.handovers]
    assert "JC" == (found.start and found.start.label)


def test_one_who_meets_both_needs_is_sent_to_once_even_if_each_alone_were_cheaper_elsewhere() -> None:
    net = (
        offers(offers(base(), "A", "Recht"), "B", "Geld")
        .refers("JC", "A", checked=TODAY)
        .refers("JC", "B", checked=TODAY)
    )
    offers(net, "C", "Recht", "Geld", regions=[]).refers("JC", "C")
    answer = plan(net, "Recht", "Geld", start="JC")
    assert ([["JC > C"]], True, 1) == ([handovers(one) for one in answer.plans], answer.exact, answer.at_least)


def test_what_may_be_about_something_else_takes_the_place_of_nothing_that_is_known_to_help() -> None:
    net = offers(offers(base(), "A", "Recht"), "B", "Geld").refers("JC", "A").refers("JC", "B")
    offers(net, "Irgendwas").refers("JC", "Irgendwas")
    answer = plan(net, "Recht", "Geld", "Sprache", start="JC")
    assert [["JC > A", "JC > B", "JC > Irgendwas"]] == [handovers(one) for one in answer.plans]


def test_of_equally_many_handovers_the_cheaper_plan_counts() -> None:
    net = offers(base(), "A", "Recht").refers("JC", "A").refers("JC", "B", checked=TODAY)
    (found,) = plan(offers(net, "B", "Recht", checked=TODAY), "Recht", start="JC").plans
    assert ["JC > B"] == handovers(found)


def test_equals_are_shown_as_equals_in_the_order_of_ids() -> None:
    net = base()
    for name in ("Z", "A", "M"):
        offers(net, name, "Recht").refers("JC", name)
    answer = plan(net, "Recht", start="JC", k=2)
    assert ([["JC > A"], ["JC > M"]], True) == ([handovers(one) for one in answer.plans], answer.more)
    assert not plan(net, "Recht", start="JC", k=3).more


def test_from_doors_all_referrals_of_a_plan_begin_at_one_door() -> None:
    net = offers(offers(base(), "A", "Recht"), "B", "Geld").refers("Tür", "A").refers("Haus", "B")
    net.refers("Amt", "M").refers("M", "A").refers("M", "B").door("Tür").door("Haus").door("Amt")
    (found,) = plan(net, "Recht", "Geld").plans
    assert ("Amt", ["Amt > M", "M > A", "M > B"]) == (found.start and found.start.label, handovers(found))


def test_a_need_met_from_another_door_only_is_named() -> None:
    net = (
        offers(offers(offers(base(), "A", "Recht"), "B", "Geld"), "C", "Sprache").refers("Tür", "A").refers("Tür", "C")
    )
    net.refers("Haus", "B").door("Tür").door("Haus")
    answer = plan(net, "Recht", "Geld", "Sprache")
    assert [("Geld", "other_start")] == [(one.need.de, one.reason) for one in answer.unmet]
    assert [["Tür > A", "Tür > C"]] == [handovers(one) for one in answer.plans]


def test_needs_that_cannot_be_met_are_named_with_why() -> None:
    net = offers(offers(base(), "A", "Recht"), "B", "Geld", regions=["Siegen"]).refers("JC", "A")
    offers(net, "C", "Sprache")
    answer = plan(net, "Recht", "Geld", "Sprache", "Arbeit", start="JC")
    assert [("Geld", "nothing_fits"), ("Sprache", "no_way"), ("Arbeit", "nothing_fits")] == [
        (one.need.de, one.reason) for one in answer.unmet
    ]
    assert ["outside"] == [failure.condition for miss in answer.unmet[0].why_not for failure in miss.failed]
    assert ["C"] == [one.target.label for one in answer.unmet[1].unreachable if one.target]
    assert ["kein bekanntes Angebot passt", "an offer fits, but no known way leads there"] == [
        answer.to_rows("de")[1]["route"],
        answer.to_rows("en")[2]["route"],
    ]


def test_who_asks_may_provide_a_need_itself_without_any_handover() -> None:
    answer = plan(offers(base(), "JC", "Recht", "Geld"), "Recht", "Geld", start="JC", max_legs=0)
    assert ([[]], 0, True) == ([handovers(one) for one in answer.plans], answer.at_least, answer.exact)


def test_a_need_said_twice_is_one() -> None:
    answer = plan(offers(base(), "JC", "Recht"), "Recht", "theme/Recht", "Recht", start="JC")
    assert ["Recht"] == [need.de for need in answer.needs]


def test_more_than_six_needs_are_met_step_by_step_and_said_so() -> None:
    net = base()
    themes = [f"Thema {number}" for number in range(9)]
    for theme in themes:
        offers(net.theme(theme), f"bei {theme}", theme).refers("JC", f"bei {theme}")
    offers(net, "Alle", *themes, regions=[]).refers("JC", "Alle")
    answer = plan(net, *themes, start="JC")
    assert (False, [["JC > Alle"]], 1) == (answer.exact, [handovers(one) for one in answer.plans], answer.at_least)
    assert "plan_step_by_step" in answer.notes


def test_routes_that_were_not_all_looked_at_leave_the_plan_unproven(monkeypatch: pytest.MonkeyPatch) -> None:
    net = offers(offers(base(), "A", "Recht"), "B", "Geld")
    for name in ("A", "B"):
        net.refers("JC", name).refers("M", name).refers("JC", "M")
    monkeypatch.setattr("queries.plan.MOST_ROUTES", 1)
    answer = plan(net, "Recht", "Geld", start="JC")
    assert (False, [["JC > A", "JC > B"]]) == (answer.exact, [handovers(one) for one in answer.plans])
    assert "plan_unproven" in answer.notes


@pytest.mark.parametrize(
    ("needs", "more", "said"),
    [
        (("Recht",) * 10_000, {}, "10000 needs"),
        (("Recht",), {"max_legs": 50}, "max_legs"),
        (("Recht",), {"k": 1_000_000}, "plans"),
        ((), {}, "at least one need"),
    ],
)
def test_a_runaway_or_empty_question_is_refused(needs: tuple[str, ...], more: dict[str, int], said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        Plan(profile(needs=needs), **more).answer(base().view())  # type: ignore[arg-type]


def test_in_an_empty_network_nothing_is_met() -> None:
    answer = plan(base(), "Recht", "Geld")
    assert ((), ["nothing_fits", "nothing_fits"]) == (answer.plans, [one.reason for one in answer.unmet])


Known = tuple[tuple[str, ...], str, str, bool]
MOST_COMBINATIONS = 20_000


def known(one: Way | Route) -> Known:
    if isinstance(one, Way):
        return one.actors, one.provider, one.offer, one.direct
    direct = any(leg.kind == "direct" for leg in one.legs)
    actors = (one.start.label if one.start else "", *(leg.receiver.label for leg in one.legs))
    return actors, one.target.label, one.offer.label if one.offer else "", direct


def pairs(ways: tuple[Way, ...]) -> set[tuple[str, str]]:
    return {pair for one in ways for pair in zip(one.actors, one.actors[1:], strict=False)}


Plans = dict[tuple[int, int, int, int], set[Any]]


def every_plan(small: Small, person: Person, needs: tuple[str, ...], max_legs: int) -> Plans:
    """Return all plans by needs unmet, needs met by what may be about something else, handovers and cost."""
    ways = {need: every_way(small, replace(person, need=need), max_legs) for need in needs}
    doubts = {need: doubtful(small, replace(person, need=need), max_legs) for need in needs}
    doors: set[str | None] = {None}
    if not person.start and small.doors and starts(small, person):
        # A direct way begins nowhere; where no way begins at a door, one start is as good as another.
        doors = {one.actors[0] for found in ways.values() for one in found if one.actors[0]} or {None}
    plans: Plans = {}
    for door in doors:
        usable = {
            need: [one for one in found if door is None or one.actors[0] in ("", door)] for need, found in ways.items()
        }
        met = [need for need in needs if usable[need]]
        assume(prod(len(usable[need]) for need in met) <= MOST_COMBINATIONS)
        for picked in product(*(usable[need] for need in met)):
            doubt = sum(known(one) in doubts[need] for need, one in zip(met, picked, strict=True))
            value = (len(needs) - len(met), doubt, len(pairs(picked)), sum(one.cost for one in picked))
            plans.setdefault(value, set()).add(tuple(zip(met, map(known, picked), strict=True)))
    return plans


def doubtful(small: Small, person: Person, max_legs: int) -> set[Known]:
    """Return the routes to offers nobody says the theme of."""
    routes = routes_asked(small, person, max_legs=max_legs).routes
    return {known(route) for route in routes if any(one.about == "theme" for one in route.open_questions)}


def asked(small: Small, person: Person, needs: tuple[str, ...], max_legs: int, k: int) -> PlanAnswer:
    said = {"facts": person.facts, "groups": person.groups, "residence": person.home or "", "start": person.start or ""}
    return Plan(profile(needs=needs, **said), k, max_legs).answer(small.view())


some_needs = st.lists(st.sampled_from(sorted(THEMES)), min_size=1, max_size=3, unique=True).map(tuple)


@settings(max_examples=400, deadline=None)
@given(networks, people, some_needs, st.integers(0, 3))
def test_the_best_plans_are_those_of_exhaustive_enumeration(
    small: Small, person: Person, needs: tuple[str, ...], max_legs: int
) -> None:
    plans = every_plan(small, person, needs, max_legs)
    best = min(plans)
    answer = asked(small, person, needs, max_legs, 100)
    found = {tuple((route.need.de, known(route)) for route in one.routes if route.need) for one in answer.plans} or {()}
    assert (best[0], plans[best]) == (len(answer.unmet), found)
    assert answer.exact
    if answer.plans:
        assert {best[2:]} == {(len(one.handovers), one.cost) for one in answer.plans}
        assert best[2] == answer.at_least


@settings(max_examples=80, deadline=None)
@given(networks, people, some_needs, st.integers(1, 1000))
def test_the_order_of_rows_changes_nothing_and_the_schema_holds(
    small: Small, person: Person, needs: tuple[str, ...], seed: int
) -> None:
    answer = asked(small, person, needs, 3, 2)
    assert answer.to_dict() == asked(small.reordered(seed), person, needs, 3, 2).to_dict()
    assert_valid("plan", answer.to_dict())
