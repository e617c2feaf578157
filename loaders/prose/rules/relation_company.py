"""What is named together: a thing and the likeliest host in its clause, its sentence, or what these are about (tier low)."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from loaders.prose.extract import Relation
from loaders.prose.rules.relation_context import Context, Standing
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_modality import modality_of, polarity_of
from loaders.prose.rules.relation_passages import Sentence
from loaders.prose.rules.relation_words import Naming

Said = Mapping[str, Sequence[tuple[int, str]]]
"""What surer tiers say already of each node: where the evidence begins, sorted, and the predicate."""

_LISTS = ("ways", "near", "unless", "prepositions")


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind that needs a host; the fields are those of the data file."""

    hosts: Mapping[str, str]
    ways: frozenset[str]
    near: frozenset[str]
    unless: frozenset[str]
    prepositions: frozenset[str]
    once: bool


@cache
def things() -> Mapping[str, tuple[Thing, ...]]:
    """Return what each kind of thing may hang on."""
    found: dict[str, tuple[Thing, ...]] = {}
    for entry in tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["thing"]:
        ways, near, unless, behind = (frozenset(entry.get(name, ())) for name in _LISTS)
        thing = Thing(entry["hosts"], ways, near, unless, behind, bool(entry.get("once", False)))
        found[entry["kind"]] = (*found.get(entry["kind"], ()), thing)
    return found


def together(sentence: Sentence, context: Context, said: Said) -> Iterator[Relation]:
    """Yield what a sentence makes likely by naming things together.

    Args:
        said: what is said of a thing already; it gets no second host for the same relation.
    """
    if polarity_of(sentence.words) == "no":
        return
    slots = {n: group.preposition for clause in sentence.clauses for group in clause.groups for n in group.members}
    for naming in sentence.namings:
        for thing in things().get(context.reading.kind(naming), ()):
            if thing.prepositions and slots.get(naming, "") not in thing.prepositions:
                continue
            after = slots.get(naming, "") == "fuer"  # "Für Betriebe gibt es die Schulung …"
            host = next(_hosts(thing, naming, sentence, context, after=after), None)
            relation = _relation(thing, naming, host, sentence, context) if host else None
            if relation is not None and not _is_known(thing, naming, relation, sentence, said):
                yield relation
                break


def _is_known(thing: Thing, naming: Naming, relation: Relation, sentence: Sentence, said: Said) -> bool:
    known = said.get(naming.node, ())
    first = bisect_left(known, (sentence.start, ""))
    predicates = {predicate for _, predicate in takewhile(lambda pair: pair[0] < sentence.end, known[first:])}
    return bool(predicates) if thing.once else not predicates.isdisjoint({relation.predicate} | thing.unless)


def _hosts(thing: Thing, naming: Naming, sentence: Sentence, context: Context, *, after: bool) -> Iterator[Standing]:
    kind = context.reading.kind
    near = [n for n in sentence.namings if n.node != naming.node and kind(n) in thing.hosts]
    before = [n for n in near if n.end <= naming.start]
    order = {kind: rank for rank, kind in enumerate(thing.hosts)}
    for chosen in sorted(before, key=lambda n: (order[kind(n)], -n.start)):
        yield Standing(chosen.node)
    if after:
        yield from (Standing(chosen.node) for chosen in near if chosen not in before)
    for standing in context.here():
        kind_of = context.reading.nodes[standing.node].kind
        fits = kind_of in thing.hosts and kind_of not in thing.near and standing.way in thing.ways
        if fits and standing.node != naming.node:
            yield standing
    for chosen in near:
        yield Standing(chosen.node)


def _relation(thing: Thing, naming: Naming, host: Standing, sentence: Sentence, context: Context) -> Relation | None:
    reading = context.reading
    first, predicate, _ = thing.hosts[reading.nodes[host.node].kind].split(" ")
    ends: Sequence[str] = (host.node, naming.node) if first == "1" else (naming.node, host.node)
    if not may_be(predicate, reading.nodes[ends[0]].kind, reading.nodes[ends[1]].kind):
        return None
    own = reading.document.quote(sentence.start, sentence.end)
    heading = context.passage.heading
    return Relation(
        ends[0], predicate, ends[1], tuple(sorted({own, *([host.evidence] if host.evidence else [])})),
        modality=modality_of(sentence.words, able=True, heading=reading.document.read(heading.block) if heading else ""),
        tier="low", rule=f"together/{reading.kind(naming)}/{reading.nodes[host.node].kind}/{host.way}",
    )  # fmt: skip
