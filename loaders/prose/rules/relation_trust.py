"""Which statements are sure: a way of reading that has proved right, between two things that are surely named (tier high)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from graph.evidence import Span
from loaders.prose.extract import Relation
from loaders.prose.rules.inflection import stem
from loaders.prose.rules.relation_passages import Reading
from ontology.place_names import words

_TOLD = 2
"""Parts in the name of a rule that finds both ends in its own words: "cue/lead", not "cue/lead/before"."""


@dataclass(frozen=True, slots=True)
class Trust:
    """How often ways of reading were right, and how right one must be to be called sure."""

    bar: float
    weight: float
    unmeasured: float
    measured: Mapping[str, tuple[int, int]]
    families: Mapping[str, tuple[int, int]]

    def of(self, rule: str, predicate: str) -> float:
        """Return how likely a rule is right with a predicate: as measured, the less often the more like its family."""
        right, wrong = self.measured.get(f"{rule} {predicate}", (0, 0))
        prior = self._prior(rule, predicate)
        return (right + self.weight * prior) / (right + wrong + self.weight)

    def _prior(self, rule: str, predicate: str) -> float:
        if rule.count("/") + 1 > _TOLD:
            return self.unmeasured
        right, wrong = self.families.get(f"{rule.partition('/')[0]} {predicate}", (0, 0))
        return (right + self.unmeasured) / (right + wrong + 1)


def with_trust(reading: Reading, relation: Relation) -> Relation:
    """Return a relation with its tier: high if both its rule and its ends can be trusted; a guess stays one."""
    if relation.tier == "low":
        return relation
    meant = _guesses().isdisjoint(relation.rule.split("/")[_TOLD:])
    sure = meant and relation.modality == "asserted" and trust().of(relation.rule, relation.predicate) >= trust().bar
    return replace(relation, tier="high" if sure and are_sure(reading, relation) else "medium")


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
    said = [naming for span in evidence for naming in reading.within(span.start, span.end) if naming.node == end]
    namings = (reading.document.text[naming.start : naming.end] for naming in said)
    return any(naming in node.aliases or all(spelled(naming) - rival for rival in rivals) for naming in namings)


def spelled(name: str) -> set[str]:
    """Return the words of a name without their cases."""
    return {stem(word.folded) for word in words(name)}


@cache
def trust() -> Trust:
    """Return what was measured."""
    data = _data()
    measured = {rule: (int(pair[0]), int(pair[1])) for rule, pair in data["measured"].items()}
    families: dict[str, tuple[int, int]] = {}
    for name, (right, wrong) in measured.items():
        rule, _, predicate = name.rpartition(" ")
        if rule.count("/") + 1 <= _TOLD:
            key = f"{rule.partition('/')[0]} {predicate}"
            before = families.get(key, (0, 0))
            families[key] = (before[0] + right, before[1] + wrong)
    return Trust(float(data["bar"]), float(data["weight"]), float(data["unmeasured"]), measured, families)


@cache
def _guesses() -> frozenset[str]:
    return frozenset(_data()["guesses"])


@cache
def _unsure() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = _data()["unsure"]
    return found


def _data() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
