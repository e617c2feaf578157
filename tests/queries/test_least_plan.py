"""The fewest things for all needs, against every combination of choices there is."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from queries.least_plan import Choice, Choices, fewest, step_by_step

choice = st.builds(Choice, uses=st.integers(0, 255), cost=st.integers(0, 9))
choices = st.lists(st.lists(choice, min_size=1, max_size=5), min_size=1, max_size=5)


def value(asked: Choices, positions: tuple[int, ...]) -> tuple[int, int]:
    taken = [one[at] for one, at in zip(asked, positions, strict=True)]
    things = {thing for one in taken for thing in range(8) if one.uses >> thing & 1}
    return len(things), sum(one.cost for one in taken)


def every_best(asked: Choices) -> list[tuple[int, ...]]:
    plans = list(product(*(range(len(one)) for one in asked)))
    least = min(value(asked, plan) for plan in plans)
    return [plan for plan in plans if value(asked, plan) == least]


@settings(max_examples=600, deadline=None)
@given(choices, st.integers(1, 10))
def test_the_best_plans_are_those_of_exhaustive_search_in_order(asked: Choices, k: int) -> None:
    best = every_best(asked)
    found = fewest(asked, k)
    assert (value(asked, best[0]), tuple(best[:k]), len(best) > k, True) == (
        (found.used, found.cost),
        found.equals,
        found.more,
        found.proven,
    )


@settings(max_examples=200, deadline=None)
@given(choices)
def test_step_by_step_gives_a_plan_that_is_never_better_than_the_best(asked: Choices) -> None:
    assert value(asked, every_best(asked)[0]) <= value(asked, step_by_step(asked))


def test_out_of_steps_the_best_plan_found_stands_unproven() -> None:
    asked = [[Choice(1 << 2 * need, 5), Choice(2 << 2 * need | 1, 1)] for need in range(6)]
    found = fewest(asked, 1, most_steps=1)
    assert not found.proven
    assert fewest(asked).used <= found.used


def test_what_one_thing_meets_at_once_is_found_step_by_step_too() -> None:
    asked = [[Choice(1 << need, 1), Choice(1 << 20, 5)] for need in range(12)]
    assert (1,) * 12 == step_by_step(asked)
