"""The benchmark frame: seeded networks of the promised structure, measures of the promised form."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from benchmarks.__main__ import names
from benchmarks.measure import Measure, cost, rate
from benchmarks.network import SIZES, statements


def test_the_same_size_and_seed_give_the_same_network() -> None:
    assert list(islice(statements("region"), 400)) == list(islice(statements("region"), 400))
    assert list(islice(statements("region", 2), 400)) != list(islice(statements("region"), 400))


def test_a_region_has_the_promised_actors_and_referrals() -> None:
    actors, referrals = SIZES["region"]
    said = list(statements("region"))
    assert actors == len({one.subject.label for one in said if one.source == "matrix.xlsx"})
    assert referrals * 0.9 < Counter(one.predicate for one in said)["refersTo"] <= referrals


def test_a_ratio_says_how_many_times_better_ours_is() -> None:
    assert rate("statements_per_s", 300.0, 100.0, "peer").ratio == 3.0
    assert cost("seconds", 2.0, 10.0, "peer").ratio == 5.0


def test_a_measure_has_the_published_names() -> None:
    published = {"name", "ours", "unit", "peer", "peer_name", "ratio"}
    assert published == set(Measure("rss", 1.0, "MB").to_dict())


def test_every_benchmark_is_a_module_that_can_run() -> None:
    assert "build" in names()
