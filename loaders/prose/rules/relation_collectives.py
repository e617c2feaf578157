"""Whom a plural noun means that names nobody: "alle Partner", "die Unterzeichner", "neben den Geldgebern"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from graph.evidence import Span
from loaders.prose.extract import Relation
from loaders.prose.rules.relation_clauses import Clause
from loaders.prose.rules.relation_grammar import listed, prepositions

Known = Mapping[tuple[str, str], Sequence[tuple[str, Span]]]
"""Who is known to stand in a relation to a body, by its predicate and the body: each with what says so."""

_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Collective:
    """A plural noun at a place in a clause: ``preposition`` is what it stands behind, ``owner`` the body it hangs on."""

    predicate: str
    at: int
    preposition: str
    owner: str

    @property
    def is_free(self) -> bool:
        """Whether it may be the subject, or stand beside it: "neben den Partnern"."""
        return not self.preposition or self.preposition in _data()["beside"]["words"]


def known_in(relations: Iterable[Relation]) -> Known:
    """Return who belongs to a body and who funds it, as a document asserts it."""
    found: dict[tuple[str, str], dict[str, Span]] = {}
    ends = {entry["predicate"]: entry["end"] for entry in _data()["collective"]}
    for relation in relations:
        if relation.modality == "asserted" and relation.polarity == "yes" and relation.predicate in ends:
            pair = (relation.subject, relation.object)
            meant, body = pair if ends[relation.predicate] == "subject" else pair[::-1]
            found.setdefault((relation.predicate, body), {}).setdefault(meant, relation.evidence[0])
    return {key: tuple(those.items()) for key, those in found.items()}


@lru_cache(maxsize=1 << 14)
def predicate_of(word: str) -> str:
    """Return in which relation those stand whom a folded noun means, or an empty text."""
    whole, ends = _words()
    if word.startswith(tuple(_data()["unlike"]["words"])):  # an "Ansprechpartner" is nobody's partner
        return ""
    if word in whole:
        return whole[word]
    fitting = (end for end in ends if word.endswith(end) and len(word) >= len(end) + _SHORTEST)
    return next((ends[end] for end in fitting), "")


def is_loose(word: str) -> bool:
    """Return whether a folded noun is too wide for more than what all do: "alle Stellen verweisen …"."""
    return word in _data()["loose"]["words"]


def collectives(clause: Clause) -> list[Collective]:
    """Return the nouns of a clause that mean all of some who were told before."""
    found = []
    for at, (article, noun) in enumerate(zip(clause.words, clause.words[1:], strict=False), start=1):
        predicate = predicate_of(noun.low) if noun.naming is None and noun.is_noun else ""
        if not predicate or noun.aside or article.low not in listed("all"):
            continue
        before = clause.words[at - 2] if at > 1 else None
        found.append(
            Collective(predicate, at, prepositions().get(before.low, "") if before else "", _owner(clause, at))
        )
    return [collective for collective in found if not _is_of_others(clause, collective)]


def _owner(clause: Clause, at: int) -> str:
    hanging = (group for group in clause.groups if group.head_at == at)
    return next((group.members[0].node for group in hanging), "")


def _is_of_others(clause: Clause, collective: Collective) -> bool:
    """Return whether the noun hangs on one that names nothing known: "die Partner der Stiftung"."""
    following = clause.words[collective.at + 1 : collective.at + 2]
    return bool(following) and following[0].low in ("der", "des", "von", "vom") and not collective.owner


@cache
def _words() -> tuple[Mapping[str, str], Mapping[str, str]]:
    whole: dict[str, str] = {}
    ends: dict[str, str] = {}
    for entry in _data()["collective"]:
        for word in entry["words"]:
            (ends if word.startswith("*") else whole).setdefault(word.lstrip("*"), entry["predicate"])
    return whole, ends


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
