"""Our extract in the words of the text yardstick; the only place that speaks them."""

from __future__ import annotations

from collections.abc import Mapping

from graph.evidence import Span
from loaders.prose.extract import Extract, Node, Relation
from ontology.crosswalk import words

PERSON = "Person"
"""Not among the kinds of statements: persons are nodes of a document, never of the graph."""


def entity(node: Node) -> dict[str, object]:
    """Return a node as the scorer reads it."""
    return {
        "id": node.id,
        "type": PERSON if node.kind == PERSON else words("text", "kind")[node.kind],
        "subtype": node.type.rpartition("/")[2],
        "canonical": node.label,
        "aliases": list(node.aliases),
        "mentions": [_span(mention) for mention in node.mentions],
        **({"generic": True} if node.generic else {}),
        **({"date": "/".join(filter(None, dict.fromkeys((node.starts, node.ends))))} if node.starts else {}),
    }


def relation(number: int, said: Relation) -> dict[str, object] | None:
    """Return a relation as the scorer reads it; nothing if the yardstick has no word for its predicate."""
    predicate = words("text").get(said.predicate)
    if predicate is None:
        return None
    return {
        "id": f"r{number}",
        "subject": said.subject,
        "predicate": predicate,
        "object": said.object,
        "modality": said.modality,
        "polarity": said.polarity,
        "tier": said.tier,
        "evidence": [_span(span) for span in said.evidence],
        "conditions": _pairs(said.conditions),
        "details": _pairs(said.details),
    }


def told(extract: Extract) -> dict[str, object]:
    """Return the yardstick's answer for one document; what a source denies is not told."""
    asserted = [said for said in extract.relations if said.polarity != "no"]
    rows = (relation(number, said) for number, said in enumerate(asserted, 1))
    return {
        "entities": [entity(node) for node in extract.nodes],
        "relations": [row for row in rows if row],
        "topic": extract.topic,
    }


def _span(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": span.quote}


def _pairs(pairs: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return dict(pairs)
