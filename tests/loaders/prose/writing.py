"""Documents, nodes and relations for tests, written by the words they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from graph.evidence import Span
from loaders.prose.document import Block, Document
from loaders.prose.extract import Extract, Node, NodeKind, Relation


def document(text: str, source: str = "projekt.txt") -> Document:
    """Return a document with a paragraph per line; the first one is its title."""
    lines = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    blocks = (Block(line.start(), line.end(), "paragraph" if number else "title") for number, line in enumerate(lines))
    return Document(source, text, tuple(blocks))


def spans(text: str, *quotes: str) -> tuple[Span, ...]:
    """Return the first place of each quote."""
    return tuple(Span(text.index(quote), text.index(quote) + len(quote), quote) for quote in quotes)


class Draft:
    """An extract while it is written: ``node`` and ``relation`` take words of the text."""

    def __init__(self, text: str, source: str = "projekt.txt") -> None:
        self.document = document(text, source)
        self.nodes: list[Node] = []
        self.relations: list[Relation] = []
        self.topic = ""

    def node(self, kind: NodeKind, surface: str, label: str = "", *, topic: bool = False, **more: Any) -> str:
        """Add a node named by a surface wherever it stands; return its id."""
        name = f"n{len(self.nodes)}"
        places = [match.span() for match in re.finditer(re.escape(surface), self.document.text)]
        mentions = tuple(self.document.quote(*place) for place in places)
        self.nodes.append(Node(name, kind, label or surface, mentions, **more))
        self.topic = name if topic else self.topic
        return name

    def relation(self, subject: str, predicate: str, target: str, *quotes: str, **more: Any) -> Relation:
        """Add a relation proved by some words."""
        more = {"tier": "medium", **more}
        found = Relation(subject, predicate, target, spans(self.document.text, *quotes), **more)
        self.relations.append(found)
        return found

    def extract(self, nodes: Iterable[Node] | None = None) -> Extract:
        """Return what was written so far."""
        return Extract(tuple(self.nodes if nodes is None else nodes), tuple(self.relations), self.topic)
