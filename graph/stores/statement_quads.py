"""A statement as RDF and back: reified, with PROV-O and Web Annotation, in the named graph of its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from urllib.parse import quote, unquote

import pyoxigraph as ox

from graph.evidence import Cell, Locator, Span
from graph.records import SourceRecord
from graph.statement import Literal, Mention, Statement
from graph.stores.iris import Iris
from graph.stores.names import (
    CONDITION,
    DETAIL,
    OA,
    SOURCE_PROPERTIES,
    STATEMENT_PROPERTIES,
    XSD,
)
from ontology.errors import StoreError
from ontology.namespaces import DCTERMS, NS, PROV, RDF, RDFS

_TYPE = ox.NamedNode(RDF + "type")
_LABEL = ox.NamedNode(RDFS + "label")
_VALUE = ox.NamedNode(RDF + "value")
_SUBJECT, _PREDICATE, _OBJECT = (ox.NamedNode(RDF + name) for name in ("subject", "predicate", "object"))
_KIND, _SCOPE, _SHEET, _REF, _PAGE = (ox.NamedNode(NS + name) for name in ("kind", "scope", "sheet", "cell", "page"))
_SOURCE = ox.NamedNode(DCTERMS + "source")
_DERIVED = ox.NamedNode(PROV + "wasDerivedFrom")
_STATEMENT, _MENTION, _SOURCE_CLASS = (ox.NamedNode(NS + name) for name in ("Statement", "Mention", "Source"))
_RESOURCE, _FRAGMENT, _POSITION, _QUOTE, _HAS_SOURCE, _HAS_SELECTOR, _START, _END, _EXACT = (
    ox.NamedNode(OA + name)
    for name in (
        "SpecificResource", "FragmentSelector", "TextPositionSelector", "TextQuoteSelector", "hasSource",
        "hasSelector", "start", "end", "exact",
    )
)  # fmt: skip
_DATE = ox.NamedNode(XSD + "date")
_INTEGER = ox.NamedNode(XSD + "integer")
_FIELDS = {name: ox.NamedNode(iri) for name, iri in STATEMENT_PROPERTIES.items()}
_SOURCE_FIELDS = {name: ox.NamedNode(iri) for name, iri in SOURCE_PROPERTIES.items()}
_NAMED_STATEMENT = {iri: name for name, iri in STATEMENT_PROPERTIES.items()}
_NAMED_SOURCE = {iri: name for name, iri in SOURCE_PROPERTIES.items()}

Triples = Iterator[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]
Node = Mapping[str, list[ox.NamedNode | ox.Literal]]
"""What a graph says about one subject: property to values."""


def source_quads(source: SourceRecord, iris: Iris) -> Iterator[ox.Quad]:
    """Yield the description of a source, in its own graph."""
    node = iris.source(source.id)
    yield ox.Quad(node, _TYPE, _SOURCE_CLASS, node)
    for name, property_ in _SOURCE_FIELDS.items():
        if value := getattr(source, name):
            yield ox.Quad(node, property_, text(value), node)


def statement_quads(statements: Iterable[Statement], iris: Iris) -> Iterator[ox.Quad]:
    """Yield the quads of some statements; a label is described once per graph."""
    described: set[tuple[str, Mention]] = set()
    for statement in statements:
        graph = iris.source(statement.source)
        for term in (statement.subject, statement.object):
            if isinstance(term, Mention) and (statement.source, term) not in described:
                described.add((statement.source, term))
                for triple in _mention(iris.mention(statement.source, term), term):
                    yield ox.Quad(*triple, graph)
        for triple in _statement(statement, iris, graph):
            yield ox.Quad(*triple, graph)


def _mention(node: ox.NamedNode, mention: Mention) -> Triples:
    yield node, _TYPE, _MENTION
    yield node, _LABEL, ox.Literal(mention.label)
    yield node, _KIND, ox.Literal(mention.kind)
    if mention.scope:
        yield node, _SCOPE, ox.Literal(mention.scope)


def _statement(statement: Statement, iris: Iris, source: ox.NamedNode) -> Triples:
    node = iris.statement(statement.key)
    yield node, _TYPE, _STATEMENT
    yield node, _SUBJECT, iris.mention(statement.source, statement.subject)
    yield node, _PREDICATE, ox.NamedNode(NS + quote(statement.predicate, safe=""))
    if isinstance(statement.object, Mention):
        yield node, _OBJECT, iris.mention(statement.source, statement.object)
    else:
        yield node, _OBJECT, ox.Literal(statement.object.value)
    for before, pairs in ((CONDITION, statement.conditions), (DETAIL, statement.details)):
        for name, value in pairs:
            yield node, ox.NamedNode(before + quote(name, safe="")), ox.Literal(value)
    for name, property_ in _FIELDS.items():
        if value := getattr(statement, name):
            yield node, property_, text(value)
    yield node, _SOURCE, source
    for position, place in enumerate(statement.evidence):
        selected = ox.NamedNode(f"{node.value}#{position}")
        yield node, _DERIVED, selected
        yield selected, _TYPE, _RESOURCE
        yield selected, _HAS_SOURCE, source
        yield from _selectors(selected, place)


def _selectors(selected: ox.NamedNode, place: Locator) -> Triples:
    if isinstance(place, Cell):
        selector = ox.NamedNode(selected.value + "-cell")
        yield selected, _HAS_SELECTOR, selector
        yield selector, _TYPE, _FRAGMENT
        yield selector, _VALUE, ox.Literal(str(place))
        yield selector, _SHEET, ox.Literal(place.sheet)
        yield selector, _REF, ox.Literal(place.ref)
        return
    if place.page:
        yield selected, _PAGE, ox.Literal(str(place.page), datatype=_INTEGER)
    position, quoted = ox.NamedNode(selected.value + "-position"), ox.NamedNode(selected.value + "-quote")
    yield selected, _HAS_SELECTOR, position
    yield position, _TYPE, _POSITION
    yield position, _START, ox.Literal(str(place.start), datatype=_INTEGER)
    yield position, _END, ox.Literal(str(place.end), datatype=_INTEGER)
    yield selected, _HAS_SELECTOR, quoted
    yield quoted, _TYPE, _QUOTE
    yield quoted, _EXACT, ox.Literal(place.quote)


def text(value: str) -> ox.Literal:
    """Return a text as a literal, an ISO date as a date."""
    if len(value) == 10 and value[4] == value[7] == "-":
        try:
            if date.fromisoformat(value).isoformat() == value:
                return ox.Literal(value, datatype=_DATE)
        except ValueError:
            pass
    return ox.Literal(value)


def nodes(quads: Iterable[ox.Quad]) -> Mapping[str, Node]:
    """Return what some quads of one graph say, by subject."""
    found: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, (ox.NamedNode, ox.Literal)):
            found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return found


def read_source(node: Node) -> SourceRecord:
    """Return the source a node describes."""
    return SourceRecord(**{_NAMED_SOURCE[iri]: values[0].value for iri, values in node.items() if iri in _NAMED_SOURCE})


def read_statements(source: str, graph: Mapping[str, Node], iris: Iris) -> list[Statement]:
    """Return the statements of a source's graph, sorted by key."""
    mentions = {
        iri: Mention(_one(node, _LABEL), _one(node, _KIND), _one(node, _SCOPE))
        for iri, node in graph.items()
        if _MENTION in node.get(_TYPE.value, ())
    }
    try:
        found = [
            (iris.key(iri), _read(source, iri, node, graph, mentions))
            for iri, node in graph.items()
            if _STATEMENT in node.get(_TYPE.value, ())
        ]
    except (KeyError, IndexError, ValueError) as error:
        raise StoreError(f"the graph of {source} is damaged ({error}); build it again") from error
    return [statement for _, statement in sorted(found, key=lambda pair: pair[0])]


def _read(source: str, iri: str, node: Node, graph: Mapping[str, Node], mentions: Mapping[str, Mention]) -> Statement:
    pairs: dict[str, list[tuple[str, str]]] = {CONDITION: [], DETAIL: []}
    plain: dict[str, str] = {}
    for property_, values in node.items():
        if property_ in _NAMED_STATEMENT:
            plain[_NAMED_STATEMENT[property_]] = values[0].value
            continue
        for before, found in pairs.items():
            if property_.startswith(before):
                found.extend((unquote(property_[len(before) :]), value.value) for value in values)
    object_ = node[_OBJECT.value][0]
    return Statement(
        source=source,
        subject=mentions[node[_SUBJECT.value][0].value],
        predicate=unquote(node[_PREDICATE.value][0].value[len(NS) :]),
        object=Literal(object_.value) if isinstance(object_, ox.Literal) else mentions[object_.value],
        conditions=tuple(sorted(pairs[CONDITION])),
        details=tuple(sorted(pairs[DETAIL])),
        evidence=tuple(_place(graph, f"{iri}#{position}") for position in range(len(node.get(_DERIVED.value, ())))),
        **plain,  # type: ignore[arg-type]  # the writer only writes values of these types
    )


def _place(graph: Mapping[str, Node], iri: str) -> Locator:
    if cell := graph.get(iri + "-cell"):
        return Cell(_one(cell, _SHEET), _one(cell, _REF))
    position, quoted = graph[iri + "-position"], graph[iri + "-quote"]
    return Span(
        int(_one(position, _START)), int(_one(position, _END)), _one(quoted, _EXACT), int(_one(graph[iri], _PAGE) or 0)
    )


def _one(node: Node, property_: ox.NamedNode) -> str:
    return node[property_.value][0].value if property_.value in node else ""
