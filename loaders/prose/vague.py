"""Offers called by no more than "Beratung" or "Kurse": named by what stands beside them, else no ground for a route.

In a matrix the column "Beratung" is an answer somebody gave. In a sentence the word is everywhere, and as a kind of
offer it would carry every narrower one: who "bietet Beratung an" does not therefore advise on recognition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from loaders.prose.document import Document
from loaders.prose.extract import Extract, Node
from ontology.vocabulary import Vocabulary

VAGUE = ("vague", "true")
"""Detail of a statement that says no more than that somebody offers something of a broad kind."""

_LONGEST = 80


def specified(extract: Extract, document: Document, vocabulary: Vocabulary) -> Extract:
    """Return an extract whose vague offers have the words beside them in their names; what stays vague is doubtful."""
    vague = {node.id: node for node in extract.nodes if node.kind == "Offer" and _is_broad(node, vocabulary)}
    nodes = {node.id: node for node in extract.nodes}
    full = {name: said for name, node in vague.items() if (said := _in_full(node, extract, nodes, document))}
    relations = [
        replace(one, tier="low", details=tuple(sorted({*one.details, VAGUE})))
        if one.predicate == "offers" and one.object in vague and one.object not in full
        else one
        for one in extract.relations
    ]
    named = [replace(node, label=full[node.id], type="") if node.id in full else node for node in extract.nodes]
    return replace(extract, nodes=tuple(named), relations=tuple(relations))


def _is_broad(node: Node, vocabulary: Vocabulary) -> bool:
    """Return whether a label is that of a kind of offer at the top of the vocabulary."""
    scheme = vocabulary.scheme("offer-type")
    found = scheme.find(node.label)
    return found is not None and not found.broader and bool(scheme.narrower(found.id))


def _in_full(node: Node, extract: Extract, nodes: Mapping[str, Node], document: Document) -> str:
    """Return an offer with its theme as the text has them, where it is one theme: "Beratung zum Wiedereinstieg"."""
    themes = {
        one.object
        for one in extract.relations
        if one.subject == node.id and one.predicate == "onTheme" and one.tier != "low" and one.polarity == "yes"
    }
    said = {text for theme in themes for text in _together(node, nodes[theme], document)}
    return said.pop() if len(themes) == 1 and len(said) == 1 else ""


def _together(offer: Node, theme: Node, document: Document) -> Iterator[str]:
    for first in offer.mentions:
        for second in theme.mentions:
            text = document.text[first.start : second.end]
            if first.end < second.start and len(text) <= _LONGEST and not set(text) & set("\n.;:,"):
                yield " ".join(text.split())
