"""Sentences with their nodes marked, ``[A:Jobcenter Hagen=jc]``: kind, words, and an id where it is not the words."""

from __future__ import annotations

import re

from graph.evidence import Span
from loaders.prose.blocks import document_of
from loaders.prose.document import Document
from loaders.prose.extract import Node, NodeKind, Relation
from loaders.prose.rules.relations import find_relations

_MARK = re.compile(r"\[(\w):([^\]=]+)(?:=(\w+))?\]")
KINDS: dict[str, NodeKind] = {
    "A": "Actor", "P": "Project", "N": "Network", "B": "Board", "E": "Event", "O": "Offer", "T": "TargetGroup",
    "H": "Theme", "R": "Region", "M": "Person",
}  # fmt: skip


def marked(text: str) -> tuple[Document, tuple[Node, ...]]:
    """Return a text without its marks, and the nodes they name."""
    plain, at = "", 0
    kinds: dict[str, NodeKind] = {}
    mentions: dict[str, list[Span]] = {}
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        key = match[3] or match[2]
        kinds.setdefault(key, KINDS[match[1]])
        mentions.setdefault(key, []).append(Span(len(plain), len(plain) + len(match[2]), match[2]))
        plain += match[2]
        at = match.end()
    nodes = tuple(Node(key, kind, mentions[key][0].quote, tuple(mentions[key])) for key, kind in kinds.items())
    return document_of(plain + text[at:]), nodes


def relations(text: str, topic: str = "") -> tuple[Relation, ...]:
    """Return the relations of a marked text."""
    document, nodes = marked(text)
    return find_relations(document, nodes, topic)


def said(text: str, topic: str = "", *, tiers: str = "high medium low") -> set[str]:
    """Return what a marked text affirms, as "subject predicate object"."""
    return {
        f"{relation.subject} {relation.predicate} {relation.object}"
        for relation in relations(text, topic)
        if relation.polarity == "yes" and relation.tier in tiers.split()
    }
