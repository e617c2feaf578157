"""The smallest covers against every set of members there is."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from queries.smallest_cover import greedy_cover, smallest_covers

MEMBERS = "abcdef"
Needs = list[dict[int, int]]
needs = st.lists(
    st.dictionaries(st.integers(0, len(MEMBERS) - 1), st.integers(0, 3), min_size=0, max_size=5), min_size=1, max_size=6
)
ORDER = dict(enumerate(MEMBERS))


def every_best(asks: Needs) -> list[tuple[int, ...]]:
    """Return the best assignments of every smallest set, one per set, in lexicographic order of names."""
    for size in range(1, len(asks) + 1):
        found: list[tuple[int, tuple[int, ...]]] = []
        for members in combinations(range(len(MEMBERS)), size):
            if all(any(member in need for member in members) for need in asks):
                taken = tuple(min((need[one], one) for one in members if one in need)[1] for need in asks)
                found.append((sum(need[one] for need, one in zip(asks, taken, strict=True)), taken))
        if found:
            least = min(found)[0]
            return sorted(taken for questions, taken in found if questions == least)
    return []


@settings(max_examples=500, deadline=None)
@given(needs, st.integers(1, 40))
def test_covers_are_the_smallest_with_the_fewest_questions(asks: Needs, k: int) -> None:
    assert every_best(asks)[:k] == smallest_covers(asks, ORDER, k)


@settings(max_examples=200, deadline=None)
@given(needs)
def test_step_by_step_gives_a_cover_whenever_there_is_one(asks: Needs) -> None:
    best, found = every_best(asks), greedy_cover(asks, ORDER)
    assert bool(best) == (found is not None)
    if found is not None:
        assert all(member in need for need, member in zip(asks, found, strict=True))
        assert len(set(best[0])) <= len(set(found))


def test_no_needs_need_nobody() -> None:
    assert [()] == smallest_covers([], {}, 3)
