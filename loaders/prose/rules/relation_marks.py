"""What speaks for and against a statement: how it was read, how its ends are named, how its sentence is built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.evidence import Span
from loaders.prose.extract import Node, Relation
from loaders.prose.rules.inflection import stem
from loaders.prose.rules.relation_passages import Reading, Sentence
from loaders.prose.rules.relation_words import Naming
from ontology.place_names import words

TOLD = 2
"""Parts in the name of a rule that finds both ends in its own words: "cue/lead", not "cue/lead/before"."""

_BODIES = frozenset({"Board", "Event", "Project", "Network"})
"""What a text may turn to from its topic, so that what follows is about that."""


def marks(reading: Reading, relation: Relation) -> frozenset[str]:
    """Return what a statement is judged by, each in words that `relation_trust.toml` weighs."""
    ends = (("subject", relation.subject), ("object", relation.object))
    found = {*_read_by(relation), *_built(reading, relation), *_placed(reading, relation)}
    for place, end in ends:
        node = reading.nodes[end]
        found |= {f"end: {node.kind} {node.rule}", f"{place}: {node.kind} {node.rule}"}
        found |= {*_named(node), f"named: {_how(reading, node, relation.evidence)}"}
    return frozenset(found)


def spelled(name: str) -> set[str]:
    """Return the words of a name without their cases."""
    return {stem(word.folded) for word in words(name)}


def said_in(reading: Reading, end: str, evidence: Sequence[Span]) -> list[str]:
    """Return the words that name a thing in some evidence."""
    namings = (naming for span in evidence for naming in reading.within(span.start, span.end) if naming.node == end)
    return [reading.document.text[naming.start : naming.end] for naming in namings]


def _read_by(relation: Relation) -> Iterator[str]:
    """Yield the rule from the general to the particular: its family, its cue, and how it found what is left out."""
    parts = relation.rule.split("/")
    rule, predicate = "/".join(parts[:TOLD]), relation.predicate
    yield f"predicate: {predicate}"
    yield f"family: {parts[0]}"
    yield f"family: {parts[0]} {predicate}"
    yield f"rule: {rule}"
    yield f"rule: {rule} {predicate}"
    if len(parts) > TOLD:
        yield f"reading: {relation.rule} {predicate}"
    yield from (f"meant: {way}" for way in parts[TOLD:])


def _named(node: Node) -> Iterator[str]:
    """Yield how a thing is named in its document: how often, and by how much."""
    times = len(node.mentions)
    yield f"mentions: {'1' if times == 1 else '2-3' if times <= 3 else 'more'}"
    one = len(node.label.split()) == 1
    if one:
        yield f"one word: {node.kind}"
    if one and times == 1:
        yield "one word, once"
    if node.kind == "Event":
        yield "event: dated" if node.starts else "event: undated"


def _how(reading: Reading, node: Node, evidence: Sequence[Span]) -> str:
    said = said_in(reading, node.id, evidence)
    if not said:
        return "elsewhere"
    full = spelled(node.label)
    return "in full" if any(name in node.aliases or spelled(name) == full for name in said) else "in part"


def _built(reading: Reading, relation: Relation) -> Iterator[str]:
    """Yield how the sentence is built: its clauses, which end comes first, and how far they stand apart."""
    longest = max(relation.evidence, key=lambda span: span.end - span.start)
    sentence = reading.sentence_at(longest.start)
    if sentence is None:
        return
    yield f"clauses: {min(len(sentence.clauses), 4)}"
    pair = _nearest(sentence, relation)
    if pair is None:
        return
    first, last = sorted(pair)
    yield f"order: {relation.predicate} {'subject' if first == pair[0] else 'object'} first"
    between = sum(first.end <= word.start < last.start for word in sentence.words)
    yield f"apart: {next((most for most in (3, 7, 15) if between <= most), 'more')}"


def _placed(reading: Reading, relation: Relation) -> Iterator[str]:
    """Yield where the ends are named: together, or one of them further up, and what was named in between."""
    spans = [{span for span in relation.evidence if said_in(reading, end, [span])} for end in ends_of(relation)]
    if spans[0] & spans[1]:
        yield "place: together"
        return
    rule = "/".join(relation.rule.split("/")[:TOLD])
    where = "topic" if reading.topic in ends_of(relation) else "further up"
    yield f"place: {where}"
    yield f"place: {where} {rule} {relation.predicate}"
    bounds = sorted(span for found in spans for span in found)
    if len(bounds) > 1:
        between = reading.within(bounds[0].end, bounds[-1].start)
        kinds = {reading.kind(naming) for naming in between if naming.node not in ends_of(relation)}
        yield from (f"passed over: {kind}" for kind in kinds & _BODIES)
        if kinds & _BODIES:
            yield f"passed over: {rule} {relation.predicate}"


def ends_of(relation: Relation) -> tuple[str, str]:
    """Return subject and object."""
    return relation.subject, relation.object


def _nearest(sentence: Sentence, relation: Relation) -> tuple[Naming, Naming] | None:
    """Return where subject and object are named nearest to each other."""
    subjects, objects = (
        [naming for naming in sentence.namings if naming.node == end] for end in (relation.subject, relation.object)
    )
    pairs = [(subject, target) for subject in subjects for target in objects]
    return min(pairs, key=lambda pair: abs(pair[0].start - pair[1].start)) if pairs else None
