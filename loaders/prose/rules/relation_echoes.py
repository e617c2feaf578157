"""What holds for one body and is to hold for another: "Eine gleiche Regelung mit der Kammer ist geplant" (tier low)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from loaders.prose.extract import Relation
from loaders.prose.rules.relation_context import Context
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_modality import modality_of, polarity_of
from loaders.prose.rules.relation_passages import Sentence

_REFERRAL = "refersTo"

Told = Mapping[int, Sequence[Relation]]
"""The referrals of a document by where the sentence begins that tells them."""


def referrals_by_place(relations: Sequence[Relation]) -> Told:
    """Return the referrals that a document tells, by the places that prove them."""
    found: dict[int, list[Relation]] = {}
    for relation in relations:
        if relation.predicate == _REFERRAL and relation.polarity == "yes":
            for span in relation.evidence:
                found.setdefault(span.start, []).append(relation)
    return found


def echoes(sentence: Sentence, context: Context, told: Told) -> Iterator[Relation]:
    """Yield who is to send people where the sentence before says that others send them."""
    before = context.told
    if before is None or before.start not in told or not _is_echo(sentence) or polarity_of(sentence.words) == "no":
        return
    reading = context.reading
    said = modality_of(sentence.words, able=True)
    modality = "possible" if said == "asserted" and _says(sentence, "open") else said
    receivers = dict.fromkeys(relation.object for relation in told[before.start])
    others = [n for c in sentence.clauses for g in c.groups if g.preposition == "mit" for n in g.members]
    for naming in others:
        for receiver in receivers:
            if naming.node != receiver and may_be(_REFERRAL, reading.kind(naming), reading.nodes[receiver].kind):
                spans = {reading.document.quote(s.start, s.end) for s in (before, sentence)}
                yield Relation(
                    naming.node, _REFERRAL, receiver, tuple(sorted(spans)), modality, tier="low", rule="echo/referral"
                )


def _is_echo(sentence: Sentence) -> bool:
    return _says(sentence, "like") and _says(sentence, "arrangements")


def _says(sentence: Sentence, name: str) -> bool:
    return any(word.naming is None and word.low.startswith(_words(name)) for word in sentence.words)


@cache
def _words(name: str) -> tuple[str, ...]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return tuple(data[name])
