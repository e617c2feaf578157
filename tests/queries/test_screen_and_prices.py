"""What is screened and priced in numbers is what the conditions say in words."""

from __future__ import annotations

from hypothesis import given, settings

from graph.view import View
from queries.candidates import Candidates
from queries.capacities import Capacities
from queries.client import ANYTHING, Client, Need
from queries.conditions import Conditions
from queries.cost import DEFAULT
from queries.fewest import UNUSABLE, Fewest, counted
from queries.freshness import TRUSTED
from queries.names import names_of
from queries.prices import Prices
from queries.profile import Profile
from queries.screen import Screen
from tests.queries.network import TODAY
from tests.queries.small_networks import Person, Small, networks, people


def judged(small: Small, person: Person) -> tuple[View, Conditions]:
    view = small.view()
    client = Client.of(view, Profile(facts=person.facts, groups=person.groups, residence=person.home or "", day=TODAY))
    need = Need(names_of(view).need(person.need)) if person.need else ANYTHING
    return view, Conditions(view, client, need)


@settings(max_examples=300, deadline=None)
@given(networks, people)
def test_a_price_is_what_the_verdict_on_a_referral_costs(small: Small, person: Person) -> None:
    view, conditions = judged(small, person)
    prices = Prices(conditions, Fewest(conditions.client.judge), Capacities(view), DEFAULT, TRUSTED)
    for row in view.table("referral"):
        verdict = conditions.referral(row)
        expected = prices.base(row).total + DEFAULT.question * len(verdict.asks)
        assert (expected if conditions.usable(row) else UNUSABLE) == prices[row]


@settings(max_examples=300, deadline=None)
@given(networks, people)
def test_the_screen_lets_through_what_fits_and_counts_its_questions(small: Small, person: Person) -> None:
    view, conditions = judged(small, person)
    candidates = Candidates(view, conditions.client, conditions.need)
    fitting, misses = Screen(conditions, Fewest(conditions.client.judge)).fitting(candidates.near)
    every = {row: counted(conditions.provision(row)) for row in view.table("provision")}
    assert {row: questions for row, questions in every.items() if questions != UNUSABLE} == fitting
    assert all(every[row] == UNUSABLE for row in misses)


@settings(max_examples=300, deadline=None)
@given(networks, people)
def test_what_a_miss_fails_at_is_what_the_conditions_say(small: Small, person: Person) -> None:
    view, conditions = judged(small, person)
    candidates = Candidates(view, conditions.client, conditions.need)
    screen = Screen(conditions, Fewest(conditions.client.judge))
    _, misses = screen.fitting(candidates.near)
    elsewhere = {row: wanted for _, rows in candidates.outside() for row, wanted in rows.items()}
    for row, wanted in [*((row, candidates.near[row]) for row in misses), *elsewhere.items()]:
        verdict = conditions.provision(row)
        failed, questions = screen.failing(row, wanted)
        assert (tuple(sorted(verdict.failed)), len(verdict.asks)) == (tuple(sorted(failed)), questions)


@settings(max_examples=300, deadline=None)
@given(networks, people)
def test_questions_about_a_group_are_as_many_as_its_verdict_leaves_open(small: Small, person: Person) -> None:
    view, conditions = judged(small, person)
    concepts = view.table("concept")
    groups = [row for row in concepts if concepts.text("scheme")[row] == "audience"]
    client = conditions.client
    assert [counted(client.group(row)) for row in groups] == [client.questions(row) for row in groups]
