"""Ids as IRIs and back: a region's own things get its base, shared vocabularies and regions keep theirs."""

from __future__ import annotations

import hashlib
from urllib.parse import quote, unquote

import pyoxigraph as ox

from graph.fact_records import TABLES
from graph.statement import Mention
from ontology.errors import QuestionError
from ontology.namespaces import ID

_SAFE = "/~+-._!$'()*,;=:@&"
_OWN = frozenset({"actor", "offer", "source", "statement", "mention", *TABLES})
"""First parts of ids of things only one region knows; concepts and places mean the same everywhere."""


class Iris:
    """The IRIs of one region.

    Args:
        base: what the ids of the region's own actors, offers, statements and sources are put behind.
    """

    def __init__(self, base: str = ID) -> None:
        if not base.startswith(("https://", "http://", "urn:")) or base[-1] not in "/#:":
            raise QuestionError(
                f"{base!r} cannot stand before ids: give an http(s) or urn IRI that ends in / or #",
                de=f"{base!r} kann nicht vor Kennungen stehen: eine http(s)- oder urn-IRI angeben, die auf / oder # endet",
            )
        try:
            self.dataset = ox.NamedNode(base)
            self.contacts = ox.NamedNode(base + "contacts")
        except ValueError as error:
            raise QuestionError(f"{base!r} is no IRI", de=f"{base!r} ist keine IRI") from error
        self.base = base
        self._bases = sorted({base, ID}, key=len, reverse=True)

    def of(self, id_: str) -> ox.NamedNode:
        """Return the IRI of an actor, offer, concept, region or fact."""
        own = id_.partition("/")[0] in _OWN or "/~" in id_ or "+" in id_
        return ox.NamedNode((self.base if own else ID) + quote(id_, safe=_SAFE))

    def id(self, iri: str) -> str:
        """Return the id behind an IRI; an IRI from elsewhere is its own id."""
        for base in self._bases:
            if iri.startswith(base):
                return unquote(iri[len(base) :])
        return iri

    def source(self, source: str) -> ox.NamedNode:
        """Return the IRI of a source, which is that of its graph as well."""
        return ox.NamedNode(f"{self.base}source/{quote(source, safe=_SAFE)}")

    def statement(self, key: str) -> ox.NamedNode:
        """Return the IRI of a statement."""
        return ox.NamedNode(f"{self.base}statement/{key}")

    def key(self, iri: str) -> str:
        """Return the key of the statement with this IRI."""
        return iri[len(self.base) + len("statement/") :]

    def mention(self, source: str, mention: Mention) -> ox.NamedNode:
        """Return the IRI of a label as one source uses it."""
        parts = "\0".join((source, mention.scope, mention.kind, mention.label))
        return ox.NamedNode(f"{self.base}mention/{hashlib.blake2b(parts.encode('utf-8'), digest_size=16).hexdigest()}")
