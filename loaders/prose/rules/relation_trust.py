"""Which statements are sure (tier high): those read and named in ways that have proved right, weighed together."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from graph.evidence import Span
from loaders.prose.extract import Relation
from loaders.prose.rules.relation_marks import TOLD, marks, said_in, spelled
from loaders.prose.rules.relation_passages import Reading


@dataclass(frozen=True, slots=True)
class Trust:
    """How much each mark of a statement speaks for it, and how likely one must be right to be called sure.

    Args:
        start: log-odds of a statement without any mark.
        weights: what each mark adds to them; a mark that was never measured adds nothing.
    """

    bar: float
    start: float
    weights: Mapping[str, float]

    def of(self, found: Iterable[str]) -> float:
        """Return how likely a statement with some marks is right."""
        return 1 / (1 + exp(-self.start - sum(self.weights.get(mark, 0.0) for mark in sorted(found))))


def with_trust(reading: Reading, relation: Relation) -> Relation:
    """Return a relation with its tier: high if it may be sure and its marks say so; a guess stays one."""
    if relation.tier == "low":
        return relation
    sure = may_be_sure(reading, relation) and trust().of(marks(reading, relation)) >= trust().bar
    return replace(relation, tier="high" if sure else "medium")


def may_be_sure(reading: Reading, relation: Relation) -> bool:
    """Return whether a relation is asserted, told where it stands, and between two things surely named there."""
    told = _guesses().isdisjoint(relation.rule.split("/")[TOLD:])
    return told and relation.modality == "asserted" and are_sure(reading, relation)


def are_sure(reading: Reading, relation: Relation) -> bool:
    """Return whether both ends of a relation are surely what it says: one thing each, named where it is told."""
    return all(_is_sure(reading, end, relation.evidence) for end in (relation.subject, relation.object))


def _is_sure(reading: Reading, end: str, evidence: Sequence[Span]) -> bool:
    node = reading.nodes[end]
    if node.generic or node.rule in _unsure().get(node.kind, ()):
        return False
    rivals = [spelled(other.label) for other in reading.of_type(node) if other.id != end]
    if end == reading.topic or not rivals:
        return True
    namings = said_in(reading, end, evidence)
    return any(naming in node.aliases or all(spelled(naming) - rival for rival in rivals) for naming in namings)


@cache
def trust() -> Trust:
    """Return what was measured."""
    data = _data()
    weights = {mark: float(measured[0]) for mark, measured in data["weights"].items()}
    return Trust(float(data["bar"]), float(data["start"]), weights)


@cache
def _guesses() -> frozenset[str]:
    return frozenset(_rules()["guesses"])


@cache
def _unsure() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = _rules()["unsure"]
    return found


@cache
def _rules() -> Mapping[str, Any]:
    return _read("relation_trust.toml")


@cache
def _data() -> Mapping[str, Any]:
    return _read("relation_weights.toml")


def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
