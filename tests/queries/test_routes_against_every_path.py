"""Routes give what exhaustive enumeration gives, and obey the laws an advisor relies on."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from queries.profile import Profile
from queries.route import Route, RoutesAnswer
from queries.routes import Routes
from tests.queries.network import TODAY
from tests.queries.route_reference import Way, every_way
from tests.queries.small_networks import Person, Referred, Small, networks, people, referred

ALL = 1000


def asked(small: Small, person: Person, k: int = ALL, max_legs: int = 4) -> RoutesAnswer:
    profile = Profile(
        facts=person.facts,
        groups=person.groups,
        needs=(person.need,) if person.need else (),
        residence=person.home or "",
        start=person.start or "",
        day=TODAY,
    )
    return Routes(profile, k=k, max_legs=max_legs).answer(small.view())


def way(route: Route) -> Way:
    direct = any(leg.kind == "direct" for leg in route.legs)
    actors = [route.start.label if route.start else ""] + [leg.receiver.label for leg in route.legs]
    offer = route.offer.label if route.offer else ""
    return Way(route.cost.total, tuple(actors), route.target.label, offer, direct, route.fit)


@settings(max_examples=1000, deadline=None)
@given(networks, people, st.integers(0, 4))
def test_all_routes_are_those_of_exhaustive_enumeration(small: Small, person: Person, max_legs: int) -> None:
    assert every_way(small, person, max_legs) == [
        way(route) for route in asked(small, person, max_legs=max_legs).routes
    ]


@settings(max_examples=100, deadline=None)
@given(networks, people, st.integers(1, 5))
def test_k_routes_are_a_prefix_of_all_of_them(small: Small, person: Person, k: int) -> None:
    assert [way(route) for route in asked(small, person).routes][:k] == [
        way(route) for route in asked(small, person, k).routes
    ]


@settings(max_examples=100, deadline=None)
@given(networks, people, referred)
def test_one_more_agreement_takes_no_way_to_an_offer_away(small: Small, person: Person, leg: Referred) -> None:
    richer = replace(small, referred=(*small.referred, replace(leg, polarity="yes")))
    before = {(one.actors, one.provider, one.offer) for one in map(way, asked(small, person).routes)}
    after = {(one.actors, one.provider, one.offer) for one in map(way, asked(richer, person).routes)}
    assert before <= after


@settings(max_examples=100, deadline=None)
@given(networks, people, st.integers(1, 1000))
def test_the_order_of_rows_changes_nothing(small: Small, person: Person, seed: int) -> None:
    assert asked(small, person).to_dict() == asked(small.reordered(seed), person).to_dict()


@settings(max_examples=100, deadline=None)
@given(networks, people, st.sampled_from(["f", "m"]), st.sampled_from([20, 30]))
def test_knowing_more_turns_no_yes_into_no_and_no_no_into_yes(small: Small, person: Person, sex: str, age: int) -> None:
    person = replace(person, start="a")
    wiser = replace(person, sex=person.sex or sex, age=person.age if person.age >= 0 else age)
    sure = {(one.actors, one.provider, one.offer) for one in map(way, asked(small, person).routes) if one.fit == "yes"}
    open_or_sure = {(one.actors, one.provider, one.offer) for one in map(way, asked(small, person).routes)}
    later = {(one.actors, one.provider, one.offer) for one in map(way, asked(small, wiser).routes)}
    assert sure <= later
    assert later <= open_or_sure


@settings(max_examples=100, deadline=None)
@given(networks, people)
def test_every_fitting_offer_is_reached_or_listed_as_unreachable(small: Small, person: Person) -> None:
    profile = Profile(
        facts=person.facts, groups=person.groups, residence=person.home or "", start=person.start or "", day=TODAY
    )
    answer = Routes(profile, k=ALL, why_not=ALL).answer(small.view())
    reached = {(route.target.id, route.offer and route.offer.id) for route in answer.routes}
    unreached = {(one.target and one.target.id, one.offer and one.offer.id) for one in answer.unreachable}
    assert reached.isdisjoint(unreached)
    assert answer.fitting == len(reached) + len(unreached)
