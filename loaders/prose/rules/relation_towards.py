"""Somebody goes from one body to another, whatever the verb is: what a sentence makes likely to be a referral (tier low)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from loaders.prose.extract import Relation
from loaders.prose.rules.relation_clauses import Clause
from loaders.prose.rules.relation_company import Said
from loaders.prose.rules.relation_context import Context, Standing
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_grammar import listed
from loaders.prose.rules.relation_groups import Group
from loaders.prose.rules.relation_modality import modality_of, polarity_of
from loaders.prose.rules.relation_passages import Sentence
from loaders.prose.rules.relation_signs import is_place

_BODIES = frozenset({"Actor", "Project", "Network", "Offer"})
_SENDERS = frozenset({"Actor", "Project", "Network", "Board", "Offer"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))[name])


def towards(sentence: Sentence, context: Context, said: Said) -> Iterator[Relation]:
    """Yield referrals of a sentence in which people are named and a body stands behind "an", "zu", or "von" and "uns".

    Args:
        said: what surer tiers say; a body that is said something of here already is left alone.
    """
    if polarity_of(sentence.words) == "no":
        return
    yield from _ways_on(sentence, context, said)
    if not _moves_people(sentence, context):
        return
    for clause in sentence.clauses:
        for group in clause.groups:
            if group.is_attribute or group.aside or not _is_free(group, sentence, said):
                continue
            leads = group.preposition in _words("towards") or (
                group.preposition in _words("at") and _says(clause, "meeting")
            )
            if leads and not _says(clause, "elsewhere"):
                yield from _sent(group, clause, sentence, context)
            elif group.preposition in _words("from") and _says(clause, "coming"):
                yield from _come(group, sentence, context)


def _ways_on(sentence: Sentence, context: Context, said: Said) -> Iterator[Relation]:
    """Yield where a list of ways on leads: "Von hier gibt es drei Ausgänge: die Kammer oder die VHS"."""
    lows = [word.low for word in sentence.words]
    if ":" not in lows or not any(low in _words("ways_on") for low in lows[: lows.index(":")]):
        return
    colon = sentence.words[lows.index(":")].start
    back = lows[0] in listed("demonstrative") | listed("pronouns")
    kind = context.reading.kind
    starting = [Standing(n.node) for n in sentence.namings if n.end <= colon and kind(n) in _SENDERS]
    places = _places(context)
    meant = (s for s in context.named_last() if s.node not in places) if back else context.topic()
    sender = next((s for s in (*starting, *meant) if context.reading.nodes[s.node].kind in _SENDERS), None)
    aside = {word.naming for word in sentence.words if word.aside}
    for naming in sentence.namings if sender else ():
        is_listed = naming.start > colon and kind(naming) in _BODIES and naming not in aside
        if (
            sender is not None
            and is_listed
            and naming.node != sender.node
            and not _is_said(naming.node, sentence, said)
        ):
            yield from _referral(sender, naming.node, sender, sentence, context)


def _places(context: Context) -> frozenset[str]:
    """Return what the sentence before names only as the place of something else: "die Beratung im Rathaus"."""
    clauses = context.told.clauses if context.told is not None else ()
    return frozenset(n.node for clause in clauses for g in clause.groups if is_place(clause, g) for n in g.members)


def _moves_people(sentence: Sentence, context: Context) -> bool:
    kinds = {context.reading.kind(naming) for naming in sentence.namings}
    lows = {word.low for word in sentence.words}
    return "TargetGroup" in kinds or not lows.isdisjoint(_words("people") | _words("pronouns"))


def _is_free(group: Group, sentence: Sentence, said: Said) -> bool:
    return not any(_is_said(naming.node, sentence, said) for naming in group.members)


def _is_said(node: str, sentence: Sentence, said: Said) -> bool:
    return any(sentence.start <= at < sentence.end for at, _ in said.get(node, ()))


def _says(clause: Clause, name: str) -> bool:
    return any(word.low in _words(name) for word in clause.words if word.naming is None)


def _sent(group: Group, clause: Clause, sentence: Sentence, context: Context) -> Iterator[Relation]:
    sender = next(_senders(group, clause, sentence, context), None)
    for naming in group.members if sender else ():
        if sender is not None and context.reading.kind(naming) in _BODIES and naming.node != sender.node:
            yield from _referral(sender, naming.node, sender, sentence, context)


def _senders(group: Group, clause: Clause, sentence: Sentence, context: Context) -> Iterator[Standing]:
    kind = context.reading.kind
    for other in clause.groups:
        if other is not group and not other.preposition and "nom" in other.cases and not other.is_attribute:
            yield from (Standing(naming.node) for naming in other.members if kind(naming) in _SENDERS)
    ours = any(word.low in _words("ours") for word in sentence.words)
    for standing in context.here(ours=ours):
        if context.reading.nodes[standing.node].kind in _SENDERS:
            yield standing


def _come(group: Group, sentence: Sentence, context: Context) -> Iterator[Relation]:
    if not any(word.low in _words("here") for word in sentence.words):
        return
    receiver = next(context.topic(), None)
    for naming in group.members if receiver else ():
        if receiver is not None and context.reading.kind(naming) in _SENDERS and naming.node != receiver.node:
            yield from _referral(Standing(naming.node), receiver.node, receiver, sentence, context)


def _referral(
    sender: Standing, receiver: str, found: Standing, sentence: Sentence, context: Context
) -> Iterator[Relation]:
    reading = context.reading
    if may_be("refersTo", reading.nodes[sender.node].kind, reading.nodes[receiver].kind):
        own = reading.document.quote(sentence.start, sentence.end)
        evidence = tuple(sorted({own, *([found.evidence] if found.evidence else [])}))
        yield Relation(
            sender.node, "refersTo", receiver, evidence, modality_of(sentence.words, able=True), tier="low",
            rule=f"towards/{found.way}",
        )  # fmt: skip
