"""The rules as one way to read a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from loaders.prose.document import Document
from loaders.prose.extract import Extract, Node, Relation

VERSION = "1"
Relations = Callable[[Document, tuple[Node, ...], str], tuple[Relation, ...]]


@dataclass(frozen=True, slots=True)
class RulesExtractor:
    """Reads with grammar, vocabularies and lists; needs no network and gives the same for the same document.

    Args:
        persons: also name persons and what they belong to.
        known: names the region's tables use, each with its kind.
    """

    persons: bool = False
    known: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """The backend and its version."""
        return f"rules/{VERSION}"

    def extract(self, document: Document) -> Extract:
        """Return what a document says: its nodes, then what relates them."""
        from loaders.prose.rules.nodes import find_nodes

        named = find_nodes(document, persons=self.persons, known=self.known)
        return Extract(named.nodes, _relations()(document, named.nodes, named.topic), named.topic)


def _relations() -> Relations:
    from importlib import import_module

    try:
        found: Relations = import_module("loaders.prose.rules.relations").find_relations
    except ModuleNotFoundError:  # nodes stand alone: a document without relations is an honest partial reading
        return lambda document, nodes, topic: ()
    return found
