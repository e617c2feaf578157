"""Coverage, gaps, what-if and closings keep to their published schemas, whatever the network says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from queries.best_closings import BestClosings
from queries.coverage import Coverage
from queries.gaps import Gaps
from queries.published import schema
from queries.supposed import Change, from_words
from queries.what_if import WhatIf
from tests.queries.gap_reference import ACCOMPANIED
from tests.queries.network import TODAY, Network
from tests.queries.schemas import assert_valid
from tests.queries.small_networks import Small, dated

NAMES = ("coverage", "gaps", "whatif", "closings")
GAPS = Gaps(day=TODAY, accompanied=ACCOMPANIED)


@settings(max_examples=60, deadline=None)
@given(dated, dated)
def test_every_answer_keeps_to_its_schema(small: Small, other: Small) -> None:
    view = small.view()
    change = Change(tuple(from_words("add", "referral", ["a -> b"]) + from_words("end", "end", ["p: 2027-01-01"])))
    assert_valid("coverage", Coverage(day=TODAY, by_kind=True).answer(view).to_dict())
    assert_valid("gaps", GAPS.answer(view).to_dict())
    assert_valid("whatif", WhatIf(change, GAPS).compare(view, other.view()).to_dict())
    assert_valid("closings", BestClosings(3, GAPS, 100).answer(view).to_dict())


def test_an_accepted_gap_keeps_to_the_schema() -> None:
    net = Network().audience("Frauen").need("Frauen", None).accepted("A", "Frauen", owner="Beirat", review_on=TODAY)
    assert_valid("gaps", Gaps(day=TODAY).answer(net.view()).to_dict())


@pytest.mark.parametrize("name", NAMES)
def test_every_object_is_closed_and_described_and_every_reference_is_within(name: str) -> None:
    found = schema(name)
    for node in _nodes(found):
        if node.get("type") == "object" and "properties" in node:
            assert node["additionalProperties"] is False
            assert node["description"]
        if "$ref" in node:
            assert node["$ref"].removeprefix("#/$defs/") in found["$defs"]


def _nodes(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, dict):
        return [node, *(one for value in node.values() for one in _nodes(value))]
    return [one for value in node for one in _nodes(value)] if isinstance(node, list) else []
