"""Facts as RDF and back, in the default graph: n-ary nodes that hold everything, plain triples for simple questions.

Contacts, the only facts that name persons, lie in a graph of their own, so that they can be left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from graph.fact_records import Fact, FactValue, fact_layout
from graph.stores.iris import Iris
from graph.stores.names import CLASSES, LANGUAGES, SPECIAL_CLASSES, XSD, property_of
from graph.stores.statement_quads import Node
from ontology.namespaces import NS, RDF, SKOS

_TYPE = ox.NamedNode(RDF + "type")
_ALT_LABEL = ox.NamedNode(SKOS + "altLabel")
_DATE = ox.NamedNode(XSD + "date")
_INTEGER = ox.NamedNode(XSD + "integer")
_KINDS = fact_layout()
_TABLES = {iri: table for table, iri in CLASSES.items()}
_NODES = {
    table: {column: ox.NamedNode(property_of(table, column)) for column in columns} for table, columns in _KINDS.items()
}
_COLUMNS = {
    table: {(node.value, LANGUAGES.get(column, "")): column for column, node in columns.items()}
    for table, columns in _NODES.items()
}
_ROLES = {
    "coordinator": "coordinates", "organiser": "organises", "partner": "cooperatesWith", "part": "partOf",
    "participant": "participatesIn", "affiliate": "affiliatedWith",
}  # fmt: skip
"""What the plain triple of a membership is called by its role; any other member is one."""


_PATHS = {("evidence", "statement"): "statement/", ("evidence", "source"): "source/", ("concept", "scheme"): ""}
"""Texts that name a resource of ours, and what its id begins with."""

Plain = tuple[str, str, str]
"""Ids of subject and object around the name of one of our properties."""


def fact_quads(facts: Iterable[Fact], iris: Iris) -> Iterator[ox.Quad]:
    """Yield the quads of some facts: each fact's own, then the plain triples they give, each once and sorted."""
    plain: set[Plain] = set()
    for fact in facts:
        node = iris.of(fact.id)
        graph = iris.contacts if fact.table == "contact" else ox.DefaultGraph()
        yield ox.Quad(node, _TYPE, ox.NamedNode(CLASSES[fact.table]), graph)
        for (table, column, value), iri in SPECIAL_CLASSES.items():
            if table == fact.table and fact.values.get(column) == value:
                yield ox.Quad(node, _TYPE, ox.NamedNode(iri), graph)
        for column, property_ in _NODES[fact.table].items():
            for term in _terms(fact.table, column, fact.values.get(column, ()), iris):
                yield ox.Quad(node, property_, term, graph)
        for name in _spellings(fact):
            yield ox.Quad(node, _ALT_LABEL, ox.Literal(name), graph)
        plain.update(_plain(fact))
    for subject, name, object_ in sorted(plain):
        yield ox.Quad(iris.of(subject), ox.NamedNode(NS + name), iris.of(object_))


def _spellings(fact: Fact) -> list[str]:
    """Return the other names of a fact, one by one; they are read back from the column that joins them."""
    labels = {fact.values.get(column) for column in ("label", *LANGUAGES)}
    return sorted({name.strip() for name in str(fact.values.get("names", "")).split(" | ")} - labels - {""})


def _terms(table: str, column: str, value: FactValue, iris: Iris) -> Iterator[ox.NamedNode | ox.Literal]:
    kind = _KINDS[table][column]
    for one in value if isinstance(value, tuple) else (value,):
        if (table, column) in _PATHS:
            yield iris.of(_PATHS[table, column] + str(one))
        elif kind in ("reference", "references"):
            yield iris.of(str(one))
        elif kind == "day":
            yield ox.Literal(str(one), datatype=_DATE)
        elif kind in ("number", "numbers"):
            yield ox.Literal(str(one), datatype=_INTEGER)
        else:
            yield ox.Literal(str(one), language=LANGUAGES.get(column))


def _plain(fact: Fact) -> Iterator[Plain]:
    """Yield what a fact says in one triple, where that is not wrong."""
    said = fact.values
    if said.get("polarity") == "no":
        return
    if fact.table == "referral":
        yield from _triples(said, "sender", "refersTo", "receiver")
    elif fact.table == "offer":
        yield from _triples({**said, "id": fact.id}, "provider", "offers", "id")
    elif fact.table == "provision":
        yield from _triples(said, "provider", "offers", "offer")
        yield from _triples(said, "offer" if "offer" in said else "provider", "forAudience", "audiences")
    elif fact.table == "door":
        yield from _triples(said, "actor", "reaches", "audience")
    elif fact.table == "guide":
        yield from _triples(said, "actor", "guides", "audience")
    elif fact.table == "contact":
        yield from _triples({**said, "id": fact.id}, "actor", "contactPoint", "id")
    elif fact.table == "membership":
        if said.get("role") == "funder":
            yield from _triples(said, "body", "fundedBy", "member")
        elif said.get("role") != "unit":  # that is said by the actor itself
            yield from _triples(said, "member", _ROLES.get(str(said.get("role")), "memberOf"), "body")


def _triples(said: Mapping[str, FactValue], subject: str, property_: str, object_: str) -> Iterator[Plain]:
    objects = said.get(object_, ())
    if subject in said:
        for one in objects if isinstance(objects, tuple) else (objects,):
            yield str(said[subject]), property_, str(one)


def read_facts(graph: Mapping[str, Node], iris: Iris) -> list[Fact]:
    """Return the facts of some nodes, sorted by table and id; other triples are passed over."""
    found = []
    for iri, node in graph.items():
        classes = (term.value for term in node.get(_TYPE.value, ()))
        table = next((_TABLES[class_] for class_ in classes if class_ in _TABLES), None)
        if table:
            found.append(Fact(table, iris.id(iri), _values(table, node, iris)))
    return sorted(found, key=lambda fact: (fact.table, fact.id))


def _values(table: str, node: Node, iris: Iris) -> dict[str, FactValue]:
    values: dict[str, FactValue] = {}
    columns, kinds = _COLUMNS[table], _KINDS[table]
    for property_, terms in node.items():
        said: dict[str, list[str]] = {}
        for term in terms:
            language = (term.language or "") if isinstance(term, ox.Literal) else ""
            if column := columns.get((property_, language)):
                said.setdefault(column, []).append(_text(table, column, term, iris))
        for column, texts in said.items():
            kind = kinds[column]
            if kind == "references":
                values[column] = tuple(sorted(texts))
            elif kind == "numbers":
                values[column] = tuple(sorted(map(int, texts)))
            else:
                values[column] = int(texts[0]) if kind == "number" else texts[0]
    return values


def _text(table: str, column: str, term: ox.NamedNode | ox.Literal, iris: Iris) -> str:
    if isinstance(term, ox.Literal):
        return term.value
    return iris.id(term.value).removeprefix(_PATHS.get((table, column), ""))
