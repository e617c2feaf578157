"""Documents made of a few lines, and what the rules name in them."""

from __future__ import annotations

from loaders.prose.blocks import document_of
from loaders.prose.document import Document
from loaders.prose.extract import Node
from loaders.prose.rules.nodes import Named, find_nodes


def document(text: str) -> Document:
    """Return a text as the reader of plain text sees it."""
    return document_of(text, "pruefung")


def named(text: str, *, persons: bool = False) -> Named:
    """Return what the rules name in a text."""
    return find_nodes(document(text), persons=persons)


def nodes(text: str, kind: str) -> list[Node]:
    """Return the nodes of one kind."""
    return [node for node in named(text, persons=kind == "Person").nodes if node.kind == kind]


def labels(text: str, kind: str) -> list[str]:
    """Return the labels of the nodes of one kind."""
    return [node.label for node in nodes(text, kind)]


def quotes(text: str, kind: str) -> list[list[str]]:
    """Return for each node of a kind the words of its mentions."""
    return [[mention.quote for mention in node.mentions] for node in nodes(text, kind)]
