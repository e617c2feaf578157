"""How marks are weighed: by statements of known truth, each text judged by the others."""

from __future__ import annotations

import json
import tomllib
from math import exp
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.yardsticks.text.trust import main
from tests.yardsticks.text.weighing import Case, Scales, bars, figures, highest_bar, weighed

SEEN = Path(__file__).parents[2] / "fixtures" / "prose" / "seen"


def case(text: int, number: int, *marks: str, right: bool, sure: bool = True) -> Case:
    return Case(text, (f"a{number}", "coordinates", "b"), frozenset(marks), right, sure)


def known() -> list[Case]:
    """Return cases in which "good" is always right and "bad" seldom."""
    return [
        case(text, number, "good" if number < 4 else "bad", right=number < 5)
        for text in range(4)
        for number in range(8)
    ]


def test_what_goes_with_the_truth_weighs_more() -> None:
    weights = Scales(known()).weights()
    assert weights.of["good"] > 0 > weights.of["bad"]


def test_a_mark_of_one_text_or_of_few_statements_is_not_weighed() -> None:
    one_text = [case(0, number, "own words", right=True) for number in range(9)]
    few = [case(text, 9, "rare", right=True) for text in range(2)]
    assert weighed([*known(), *one_text, *few]) == ["bad", "good"]


def test_a_text_is_judged_by_the_others_only() -> None:
    cases = [*known(), *(case(9, number, "good", right=False) for number in range(8))]
    others = Scales(known()).weights()
    expected = 1 / (1 + exp(-others.start - others.of["good"]))
    judged = [odds for said, odds in zip(cases, Scales(cases).judged(), strict=True) if said.text == 9]
    assert judged == pytest.approx([expected] * 8, abs=0.001)


def test_a_statement_told_twice_counts_once() -> None:
    cases = [case(0, 1, right=True), case(0, 1, right=True), case(0, 2, right=False)]
    likely = Scales(cases).judged()
    assert figures(cases, likely, 0.0, {0}) == (2, 1)


def test_what_may_not_be_sure_is_not_counted() -> None:
    cases = [case(0, 1, right=True, sure=False), case(1, 2, right=True)]
    assert figures(cases, Scales(cases).judged(), 0.0, {0, 1}) == (1, 1)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9), st.booleans(), st.sampled_from(["x", "y"])), min_size=1)
)
def test_a_higher_bar_never_finds_more(drawn: list[tuple[int, int, bool, str]]) -> None:
    cases = [case(text, number, mark, right=right) for text, number, right, mark in drawn]
    recalls = [recall for _, _, recall in bars(cases, Scales(cases).judged(), len(cases))]
    assert recalls == sorted(recalls, reverse=True)


def test_the_bar_is_as_high_as_what_must_be_found_allows() -> None:
    cases = known()
    likely = Scales(cases).judged()
    right = sum(said.right for said in cases)
    bar = highest_bar(cases, likely, right, recall=0.5)
    _, true = figures(cases, likely, bar, {0, 1, 2, 3})
    _, above = figures(cases, likely, bar + 0.01, {0, 1, 2, 3})
    assert above < right / 2 <= true


def test_the_same_texts_give_the_same_weights(tmp_path: Path) -> None:
    files = sorted(SEEN.glob("*.json"))[:3]
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    main(files, first)
    main(files, second)
    assert first.read_bytes() == second.read_bytes()
    found = tomllib.loads(first.read_text(encoding="utf-8"))
    true = sum(len(json.loads(path.read_text(encoding="utf-8"))["relations"]) for path in files)
    assert 0 < max(right for _, right, _ in found["weights"].values()) <= true * 2
