"""Relations between two names right beside each other: a genitive, a bracket, a place, an apposition."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.statement import Tier
from loaders.prose.extract import Relation
from loaders.prose.rules.relation_clauses import Clause
from loaders.prose.rules.relation_context import Context
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_groups import Group
from loaders.prose.rules.relation_modality import modality_of
from loaders.prose.rules.relation_passages import Sentence
from loaders.prose.rules.relation_words import Naming

_PLACING = frozenset({"in", "an", "auf", "bei"})
Pair = tuple[str, Tier, bool]


@cache
def _pairs() -> Mapping[tuple[str, str, str], Pair]:
    found: dict[tuple[str, str, str], Pair] = {}
    for entry in _data()["pairs"]:
        for left in entry["left"].split("|"):
            for right in entry["right"].split("|"):
                pair = (entry["says"], entry.get("tier", "medium"), bool(entry.get("several", False)))
                found.setdefault((left, entry["link"], right), pair)
    return found


@cache
def _links() -> Mapping[str, str]:
    return {word: link for link, words in _data()["links"].items() for word in words}


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def beside(sentence: Sentence, context: Context) -> Iterator[Relation]:
    """Yield what names right beside each other say in a sentence."""
    for clause in sentence.clauses:
        for number, group in enumerate(clause.groups):
            link, left = _linked(clause, number, group)
            if link and left is not None:
                for naming in group.members:
                    yield from _said(link, left, naming, len(group.members), sentence, clause, context)


def _linked(clause: Clause, number: int, group: Group) -> tuple[str, Naming | None]:
    """Return how a group is linked to the name right before it, and that name."""
    if group.owner is not None:
        return "genitive", group.owner
    before = [g for g in clause.groups[:number] if g.last < group.first]
    if not before:
        return "", None
    left = before[-1]
    between = clause.words[left.last + 1 : group.first]
    if group.aside and not left.aside:
        inside = [word for word in between if word.text != "("]
        return ("brackets", left.members[-1]) if between and len(inside) <= 1 else ("", None)
    if group.preposition and not between and ("dat" in group.cases or group.preposition not in _PLACING):
        return _links().get(group.preposition, ""), left.members[-1]
    if [word.text for word in between] in (["–"], ["-"], ["—"]):
        return "dash", left.members[-1]
    if [word.text for word in between] == [","]:
        return "comma", left.members[-1]
    return "", None


def _said(
    link: str, left: Naming, right: Naming, count: int, sentence: Sentence, clause: Clause, context: Context
) -> Iterator[Relation]:
    reading = context.reading
    says, tier, several = _pairs().get((reading.kind(left), link, reading.kind(right)), ("", "low", False))
    if not says or left.node == right.node or (several and count < 2):
        return
    first, predicate, _ = says.split(" ")
    subject, target = (left, right) if first == "1" else (right, left)
    if not may_be(predicate, reading.kind(subject), reading.kind(target)):
        return
    yield Relation(
        subject.node, predicate, target.node, (reading.document.quote(sentence.start, sentence.end),),
        modality=modality_of(clause.words, able=True), tier=tier, rule=f"beside/{link}",
    )  # fmt: skip
