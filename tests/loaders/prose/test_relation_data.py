"""The data of the relation rules says only what the program and the vocabulary know."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from loaders.prose.extract import NodeKind
from loaders.prose.rules.relation_context import Way
from loaders.prose.rules.relation_frames import FILES
from ontology.text import fold
from ontology.vocabulary import load

RULES = Path(__file__).parents[3] / "loaders" / "prose" / "rules"
SLOTS = set(re.findall(r'case "([a-z]+)"', (RULES / "relation_slots.py").read_text(encoding="utf-8")))
KINDS = set(get_args(NodeKind))


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((RULES / f"{name}.toml").read_text(encoding="utf-8"))


FRAMES = [frame for name in FILES for frame in read(name)["frame"]]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: str(frame["name"]))
def test_a_frame_names_known_slots_kinds_ways_and_predicates(frame: dict[str, Any]) -> None:
    for slot in (*frame["subject"], *frame["object"]):
        said, _, kinds = slot.partition("@")
        assert said.partition(":")[0] in SLOTS
        assert set(kinds.split(",")) - {""} <= KINDS
    predicates = frame["predicate"]
    assert {predicates} if isinstance(predicates, str) else set(predicates.values()) <= set(load().predicates)
    known = {
        "name", "predicate", "verbs", "nouns", "roles", "needs", "behind", "voice", "subject", "object", "audience",
        "spread", "gather", "number", "unless",
    }  # fmt: skip
    assert set(frame) <= known


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: str(frame["name"]))
def test_the_words_of_a_frame_are_written_folded(frame: dict[str, Any]) -> None:
    for word in (*frame.get("verbs", ()), *frame.get("nouns", ()), *frame.get("roles", ()), *frame.get("needs", ())):
        assert fold(word) == word


def test_labels_state_known_predicates_of_known_kinds() -> None:
    for label in read("relation_labels")["label"]:
        said = label["predicate"]
        assert ({said} if isinstance(said, str) else set(said.values())) <= set(load().predicates)
        assert set(label["hosts"]) <= KINDS
        assert label["value"] in ("subject", "object")
        assert all(fold(word) == word for word in label["words"])


@pytest.mark.parametrize("entry", read("relation_beside")["pairs"], ids=str)
def test_what_stands_beside_states_known_predicates(entry: dict[str, Any]) -> None:
    assert not entry["says"] or entry["says"].split(" ")[1] in load().predicates
    assert set(entry["left"].split("|")) | set(entry["right"].split("|")) <= KINDS


def test_company_states_known_predicates_and_ways() -> None:
    for thing in read("relation_company")["thing"]:
        assert {said.split(" ")[1] for said in thing["hosts"].values()} <= set(load().predicates)
        assert set(thing["ways"]) <= set(get_args(Way))
