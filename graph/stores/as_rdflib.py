"""Our quads as an rdflib dataset, for people and tools that speak rdflib; nothing of ours reads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.stores.names import PREFIXES, XSD

if TYPE_CHECKING:
    import rdflib


def dataset(quads: Iterable[ox.Quad]) -> rdflib.Dataset:
    """Return a dataset that holds the quads: facts in the default graph, one graph per source."""
    import rdflib

    def term(value: object) -> rdflib.URIRef | rdflib.Literal:
        if isinstance(value, ox.NamedNode):
            return rdflib.URIRef(value.value)
        if not isinstance(value, ox.Literal):
            raise TypeError(f"our data has no {type(value).__name__}")
        if value.language or value.datatype.value == XSD + "string":
            return rdflib.Literal(value.value, lang=value.language)
        return rdflib.Literal(value.value, datatype=rdflib.URIRef(value.datatype.value))

    found = rdflib.Dataset()
    for prefix, iri in PREFIXES.items():
        found.bind(prefix, iri)
    graphs: dict[object, rdflib.Graph] = {ox.DefaultGraph(): found.default_graph}
    for quad in quads:
        graph = graphs.get(quad.graph_name)
        if graph is None:
            graph = graphs[quad.graph_name] = found.graph(term(quad.graph_name))
        graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return found
