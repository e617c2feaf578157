"""Relations between two names right beside each other: a genitive, a bracket, a place, an apposition."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.statement import Tier
from loaders.prose.extract import Relation
from loaders.prose.rules.relation_clauses import Clause
from loaders.prose.rules.relation_context import Context
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_grammar import listed
from loaders.prose.rules.relation_groups import Group
from loaders.prose.rules.relation_modality import modality_of
from loaders.prose.rules.relation_passages import Sentence
from loaders.prose.rules.relation_words import Naming
from ontology.text import fold

_HOUSE = "venue"
_PLACING = frozenset({"in", "an", "auf", "bei"})


@dataclass(frozen=True, slots=True)
class Pair:
    """What two kinds say beside each other; the fields are those of the data file."""

    says: str
    tier: Tier
    several: bool
    like: tuple[str, ...]


@cache
def _pairs() -> Mapping[tuple[str, str, str], tuple[Pair, ...]]:
    found: dict[tuple[str, str, str], tuple[Pair, ...]] = {}
    for entry in _data()["pairs"]:
        pair = Pair(
            entry["says"], entry.get("tier", "medium"), bool(entry.get("several", False)), tuple(entry.get("like", ()))
        )
        for left in entry["left"].split("|"):
            for right in entry["right"].split("|"):
                key = (left, entry["link"], right)
                found[key] = (*found.get(key, ()), pair)
    return found


@cache
def _links() -> Mapping[str, str]:
    return {word: link for link, words in _data()["links"].items() for word in words}


@cache
def _seated() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in _data()["seated"])


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def beside(sentence: Sentence, context: Context) -> Iterator[Relation]:
    """Yield what names right beside each other say in a sentence."""
    for clause in sentence.clauses:
        if clause.pronoun in ("deren", "dessen") and clause.groups and clause.groups[0].first == 0:
            for owner in clause.antecedent:  # "die VHS, deren Kurse …"
                for naming in clause.groups[0].members:
                    yield from _said("genitive", naming, owner, 1, sentence, clause, context)
        for number, group in enumerate(clause.groups):
            link, left = _linked(sentence.clauses, clause, number, group)
            if link and left is not None and not (link == "comma" and _is_list(clause, left, group, context)):
                house = link == "at" and context.reading.nodes[group.members[0].node].rule == _HOUSE
                link = "inside" if house and context.reading.kind(left) == "Actor" else link
                for naming in group.members:
                    yield from _said(link, left, naming, len(group.members), sentence, clause, context)


def _is_agent(clauses: Sequence[Clause], clause: Clause, group: Group) -> bool:
    """Return whether "von" tells by whom something is done: "die eine wird von A geleitet, die andere von B"."""
    before = clauses[clause.leader].words if clause.leader >= 0 else ()
    passive = any(word.low in listed("passive") for word in (*clause.words, *before))
    return group.preposition == "von" and passive


def _linked(clauses: Sequence[Clause], clause: Clause, number: int, group: Group) -> tuple[str, Naming | None]:
    """Return how a group is linked to the name right before it, and that name."""
    if group.owner is not None:
        return ("", None) if _is_agent(clauses, clause, group) else ("genitive", group.owner)
    before = [g for g in clause.groups[:number] if g.last < group.first]
    if not before:
        return "", None
    plain = [g for g in before if not g.aside] if not group.aside else before
    left = (plain or before)[-1]
    between = [w for w in clause.words[left.last + 1 : group.first] if group.aside or not w.aside]
    if tuple(word.low for word in between) in _seated() and group.preposition in _PLACING:
        return "at", left.members[-1]
    if group.aside and not left.aside:
        inside = [word for word in between if word.text != "("]
        return ("brackets", left.members[-1]) if between and len(inside) <= 1 else ("", None)
    if group.preposition and not between and (_is_dative(clause, group) or group.preposition not in _PLACING):
        return _links().get(group.preposition, ""), left.members[-1]
    if [word.text for word in between] in (["–"], ["-"], ["—"]):
        return "dash", left.members[-1]
    if [word.text for word in between] == [","]:
        return "comma", left.members[-1]
    return "", None


def _is_list(clause: Clause, left: Naming, group: Group, context: Context) -> bool:
    """Return whether a place behind a comma is one of several named: "die Städte Weiden und Amberg, die Landkreise …"."""
    several = any(left in other.members and len(other.members) > 1 for other in clause.groups)
    return context.reading.kind(group.members[0]) == "Region" and (several or group.first != group.last)


def _is_dative(clause: Clause, group: Group) -> bool:
    """Return whether a place is told, no direction: "an den Arbeitgeber-Service" leads there."""
    return "dat" in group.cases and clause.words[min(group.first + 1, group.last)].low != "den"


def _said(
    link: str, left: Naming, right: Naming, count: int, sentence: Sentence, clause: Clause, context: Context
) -> Iterator[Relation]:
    reading = context.reading
    label = fold(reading.nodes[left.node].label)
    pair = next(
        (
            pair
            for pair in _pairs().get((reading.kind(left), link, reading.kind(right)), ())
            if (not pair.like or any(word in label for word in pair.like)) and (not pair.several or count > 1)
        ),
        None,
    )
    if pair is None or not pair.says or left.node == right.node:
        return
    first, predicate, _ = pair.says.split(" ")
    subject, target = (left, right) if first == "1" else (right, left)
    if not may_be(predicate, reading.kind(subject), reading.kind(target)):
        return
    vague = reading.nodes[left.node].generic  # "38 Anbieter in Freiburg" says where they are, not where each is
    yield Relation(
        subject.node, predicate, target.node, (reading.document.quote(sentence.start, sentence.end),),
        modality=modality_of(clause.words, able=True), tier="low" if vague else pair.tier, rule=f"beside/{link}",
    )  # fmt: skip
