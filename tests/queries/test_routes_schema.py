"""The published schema of routes: what the program answers keeps to it, and it lets nothing else through."""

from __future__ import annotations

import copy
import itertools
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from queries.published import schema
from queries.route import RoutesAnswer
from tests.queries.small_networks import Person, Small, networks, people
from tests.queries.test_competence import AGENCY, VISIT
from tests.queries.test_lead_and_data import chain, legs
from tests.queries.test_routes import WOMAN
from tests.queries.test_routes_against_every_path import asked

VALIDATOR = Draft202012Validator(schema("routes"), format_checker=FormatChecker())


def faults(data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(data)]


def plain(answer: RoutesAnswer) -> Any:
    return json.loads(json.dumps(answer.to_dict()))


def rich() -> Any:
    """Return an answer that uses as much of the schema as one small network can."""
    from queries.profile import Profile
    from queries.routes import Routes
    from tests.queries.network import TODAY

    net = chain(
        *legs("sender-until-feedback", None), cost="kostenlos", note="Ausweis mitbringen", valid_until="2027-01-31"
    )
    net.contact("B", "phone", "0221 4710-100").door("A")
    net.concept("handover/appointment", label="Termin")
    net.refers("A", "C", handover="appointment", contact="Büro", polarity="partly", checked="2026-09-01")
    net.provides("X", "Kurs", audiences=["Minijob u35"], exclusive=True, themes=["Deutsch"], access="open")
    net.provides(None, "Schein", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"])
    profile = Profile(
        **{**WOMAN, "facts": "sex=f & age=40 & employment=employed", "workplace": "Olpe"}, day=TODAY, start="A"
    )
    return plain(Routes(profile, rules=(AGENCY, VISIT)).answer(net.view()))


def test_the_schema_itself_is_one_and_every_object_is_closed_and_described() -> None:
    Draft202012Validator.check_schema(schema("routes"))
    for node in _nodes(schema("routes")):
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert node["description"]
            for name, member in node["properties"].items():
                assert "description" in member or "$ref" in member or "anyOf" in member or "enum" in member, name


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        yield from itertools.chain.from_iterable(map(_nodes, node.values()))
    elif isinstance(node, list):
        yield from itertools.chain.from_iterable(map(_nodes, node))


def test_an_answer_with_everything_keeps_to_it() -> None:
    answer = rich()
    assert [] == faults(answer)
    for part in ("routes", "why_not", "unreachable", "competence"):
        assert answer[part], part


@settings(max_examples=150, deadline=None)
@given(networks, people, st.integers(0, 4))
def test_every_answer_on_generated_networks_keeps_to_it(small: Small, person: Person, max_legs: int) -> None:
    assert [] == faults(plain(asked(small, person, k=5, max_legs=max_legs)))


BROKEN: tuple[tuple[tuple[str | int, ...], Any], ...] = (
    (("routes", 0, "fit"), "maybe"),
    (("routes", 0, "cost", "total"), "12"),
    (("routes", 0, "cost", "parts", "beauty"), 3),
    (("routes", 0, "legs", 0, "kind"), "letter"),
    (("routes", 0, "legs", 0, "phone"), "0221 4710-100"),
    (("routes", 0, "legs", 0, "evidence", 0, "statements"), []),
    (("routes", 0, "lead", "state"), "me"),
    (("routes", 0, "non_dominated"), "yes"),
    (("routes", 0, "rank"), 0),
    (("competence", 0, "fit"), "no"),
    (("competence", 0, "valid_from"), "soon"),
    (("why_not", 0, "failed"), []),
    (("starts",), "home"),
    (("notes",), ["hello"]),
    (("day",), "21.11.2026"),
    (("profile",), {"facts": "age=34"}),
)
"""Where one thing is wrong, and what stands there."""


@pytest.mark.parametrize(
    ("path", "value"), BROKEN, ids=lambda one: ".".join(map(str, one)) if isinstance(one, tuple) else ""
)
def test_a_broken_answer_is_refused(path: tuple[str | int, ...], value: Any) -> None:
    node = data = rich()
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    assert faults(data)


def test_nothing_may_be_left_out() -> None:
    whole = rich()
    for name in whole:
        assert faults({key: value for key, value in whole.items() if key != name}), name
    for name in whole["routes"][0]["legs"][0]:
        data = copy.deepcopy(whole)
        del data["routes"][0]["legs"][0][name]
        assert faults(data), name
