"""The relations a project description states between its nodes: from layout, from cues, from what is named together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.prose.document import Document
from loaders.prose.extract import Node, Relation
from loaders.prose.rules.relation_beside import beside
from loaders.prose.rules.relation_collectives import known_in, predicate_of
from loaders.prose.rules.relation_company import Said, together
from loaders.prose.rules.relation_context import contexts
from loaders.prose.rules.relation_cues import said_in
from loaders.prose.rules.relation_echoes import Told, echoes, referrals_by_place
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_layout import laid_out
from loaders.prose.rules.relation_namesakes import namesakes
from loaders.prose.rules.relation_offices import offices
from loaders.prose.rules.relation_passages import Reading, read
from loaders.prose.rules.relation_persons import speak_for
from loaders.prose.rules.relation_times import with_rhythms
from loaders.prose.rules.relation_towards import towards
from loaders.prose.rules.relation_trust import with_trust

_RANK = {"high": 0, "medium": 1, "low": 2}
_SURE = {"asserted": 0, "planned": 1, "normative": 2, "possible": 3}


def find_relations(document: Document, nodes: Sequence[Node], topic: str = "") -> tuple[Relation, ...]:
    """Return what a document says about its nodes, each relation once, with all that proves it.

    Args:
        nodes: what `find_nodes` found; mentions must not overlap.
        topic: id of the document's main node, or empty.
    """
    reading = read(document, nodes, topic)
    return united(with_rhythms(reading, [with_trust(reading, relation) for relation in told(reading)]))


def told(reading: Reading) -> list[Relation]:
    """Return every way in which a document says something, sound ones only, not yet united or judged."""
    surer = [relation for relation in _proposed(reading) if _is_sound(reading, relation)]
    known = known_in(surer)
    surer += [r for r in _of_all(replace(reading, known=known)) if _is_sound(reading, r)] if known else []
    turned = _turned(reading, surer)
    surer = [r for r in surer if r.predicate != "memberOf" or (r.subject, r.object) not in turned]
    return [*surer, *_likely(reading, _by_end(surer), referrals_by_place(surer))]


def _by_end(relations: Iterable[Relation]) -> Said:
    found: dict[str, set[tuple[int, str]]] = {}
    for relation in relations:
        for end in (relation.subject, relation.object):
            found.setdefault(end, set()).update((span.start, relation.predicate) for span in relation.evidence)
    return {end: sorted(pairs) for end, pairs in found.items()}


def _proposed(reading: Reading) -> Iterator[Relation]:
    yield from laid_out(reading)
    yield from speak_for(reading)
    yield from offices(reading)
    for sentence, context in contexts(reading):
        yield from beside(sentence, context)
        yield from said_in(sentence, context)


def _of_all(reading: Reading) -> Iterator[Relation]:
    """Yield what sentences about all who belong say, now that these are known: "alle Partner verweisen …"."""
    for sentence, context in contexts(reading):
        if any(predicate_of(word.low) for word in sentence.words):
            yield from said_in(sentence, context)


def _likely(reading: Reading, said: Said, told: Told) -> Iterator[Relation]:
    yield from namesakes(reading)
    for sentence, context in contexts(reading):
        yield from echoes(sentence, context, told)
        yield from towards(sentence, context, said)
        yield from together(sentence, context, said)


def _turned(reading: Reading, relations: Iterable[Relation]) -> frozenset[tuple[str, str]]:
    """Return the pairs of a body and who belongs to it that are told the other way round as well.

    Nobody belongs to its own members: below "Mitglieder des Verbundes" the Kammer belongs to the Verbund.
    """
    pairs = {(r.subject, r.object) for r in relations if r.predicate == "memberOf"}
    return frozenset(pair for pair in pairs if pair[::-1] in pairs and reading.nodes[pair[1]].kind == "Actor")


def _is_sound(reading: Reading, relation: Relation) -> bool:
    kinds = [reading.nodes[end].kind for end in (relation.subject, relation.object)]
    return relation.subject != relation.object and may_be(relation.predicate, *kinds)


def united(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return each relation once, in the order of the text: as its best tier says it, with the evidence of that tier."""
    found: dict[tuple[str, str, str, str], Relation] = {}
    for relation in relations:
        key = _key(relation)
        known = found.get(key)
        found[key] = _better(known, relation) if known else relation
    return tuple(sorted(found.values(), key=lambda r: (r.evidence, r.subject, r.predicate, r.object, r.polarity)))


def _key(relation: Relation) -> tuple[str, str, str, str]:
    ends = (relation.subject, relation.object)
    first, second = sorted(ends) if relation.predicate == "cooperatesWith" else ends
    return first, relation.predicate, second, relation.polarity


def _better(known: Relation, other: Relation) -> Relation:
    ranks = [(_RANK[r.tier], _SURE[r.modality]) for r in (known, other)]
    if ranks[0] != ranks[1]:
        return known if ranks[0] < ranks[1] else other
    conditions = known.conditions if known.conditions == other.conditions else ()
    details = tuple(sorted({*known.details, *other.details}))
    evidence = tuple(sorted({*known.evidence, *other.evidence}))
    return replace(known, evidence=evidence, conditions=conditions, details=details)
