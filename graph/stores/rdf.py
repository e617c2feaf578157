"""The store in RDF: pyoxigraph directly, one named graph per source, facts in the default graph."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.atomic import sync_folder
from graph.fact_records import Fact
from graph.records import SourceRecord
from graph.statement import Statement
from graph.store import Delta, Id, Parameters, Row, Scalar, check
from graph.stores.fact_quads import fact_quads, read_facts
from graph.stores.iris import Iris
from graph.stores.names import XSD
from graph.stores.sparql import fill_values, guard
from graph.stores.statement_quads import nodes, read_source, read_statements, source_quads, statement_quads
from ontology.errors import StoreError
from ontology.namespaces import ID, NS

if TYPE_CHECKING:
    import rdflib

_DEFAULT = ox.DefaultGraph()
_FORMAT = ox.NamedNode(NS + "storeFormat")
FORMAT = "1"
"""What a directory was written as; one of another version is built anew."""

_UNFINISHED_FOR = 24 * 3600


class RdfStore:
    """Statements and facts as RDF, in memory or in a directory.

    Args:
        base: what the ids of the region's own things get before them (`Iris`).
    """

    def __init__(self, base: str = ID) -> None:
        self._take(ox.Store(), Iris(base), writable=True)
        self._store.add(_mark(self.iris))

    def _take(self, store: ox.Store, iris: Iris, *, writable: bool) -> None:
        self._store, self.iris, self._writable = store, iris, writable

    @classmethod
    def build(cls, directory: Path, delta: Delta, base: str = ID) -> RdfStore:
        """Write a directory anew and open it for reading; it is complete or not there.

        Args:
            delta: everything the store shall hold.
        """
        iris = Iris(base)
        check(delta, ())
        directory.parent.mkdir(parents=True, exist_ok=True)
        _sweep(directory)
        fresh = Path(tempfile.mkdtemp(prefix=f".{directory.name}.new-", dir=directory.parent))
        try:
            store = ox.Store(str(fresh))
            store.bulk_extend(chain([_mark(iris)], _quads(delta, iris)))
            store.optimize()
            store.flush()
            del store
            _replace(fresh, directory)
        except OSError as error:
            raise StoreError(
                f"{directory.name} could not be written: {error}",
                de=f"{directory.name} konnte nicht geschrieben werden: {error}",
            ) from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return cls.open(directory)

    @classmethod
    def open(cls, directory: Path) -> RdfStore:
        """Open a directory for reading.

        Raises:
            StoreError: if it is missing, damaged, or of another version.
        """
        try:
            store = ox.Store.read_only(str(directory))
            marks = list(store.quads_for_pattern(None, _FORMAT, None, _DEFAULT))
        except (OSError, RuntimeError, ValueError) as error:
            raise StoreError(
                f"{directory.name} is no RDF store ({error}); delete it, it is made again",
                de=f"{directory.name} ist kein RDF-Speicher ({error}); löschen, er wird neu angelegt",
            ) from error
        if len(marks) != 1 or marks[0].object != ox.Literal(FORMAT) or not isinstance(marks[0].subject, ox.NamedNode):
            raise StoreError(
                f"{directory.name} was written by another version; delete it, it is made again",
                de=f"{directory.name} stammt von einer anderen Version; löschen, er wird neu angelegt",
            )
        opened = cls.__new__(cls)
        opened._take(store, Iris(marks[0].subject.value), writable=False)
        return opened

    def apply(self, delta: Delta) -> None:
        """Make one change."""
        if not self._writable:
            raise StoreError(
                "this RDF store is open for reading only", de="dieser RDF-Speicher ist nur zum Lesen geöffnet"
            )
        check(delta, (source.id for source in self.sources()))
        quads = list(_quads(delta, self.iris))
        for source in delta.removed_sources:
            self._store.remove_graph(self.iris.source(source))
        for described in delta.sources:
            for quad in list(self._store.quads_for_pattern(self.iris.source(described.id), None, None, None)):
                self._store.remove(quad)
        for key in {*delta.removed_statements, *(statement.key for statement in delta.statements)}:
            self._remove(key)
        if delta.facts is not None:
            self._store.clear_graph(_DEFAULT)
            self._store.remove_graph(self.iris.contacts)
            self._store.add(_mark(self.iris))
        self._store.extend(quads)

    def _remove(self, key: str) -> None:
        """Remove a statement, its places, and labels nothing else of its source uses."""
        node = self.iris.statement(key)
        for quad in list(self._store.quads_for_pattern(node, None, None, None)):
            self._store.remove(quad)
            target = quad.object
            if isinstance(target, ox.NamedNode) and quad.graph_name != _DEFAULT:
                self._remove_unused(target, quad.graph_name)

    def _remove_unused(self, node: ox.NamedNode, graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> None:
        owned = node.value.startswith((self.iris.base + "mention/", self.iris.base + "statement/"))
        if owned and not any(self._store.quads_for_pattern(None, None, node, graph)):
            for quad in list(self._store.quads_for_pattern(node, None, None, graph)):
                self._store.remove(quad)
                if isinstance(quad.object, ox.NamedNode):
                    self._remove_unused(quad.object, graph)

    def sources(self) -> Iterator[SourceRecord]:
        """Yield the sources, sorted by id."""
        graphs = [graph for graph in self._store.named_graphs() if isinstance(graph, ox.NamedNode)]
        named = [graph for graph in graphs if graph != self.iris.contacts]
        found = (nodes(self._store.quads_for_pattern(graph, None, None, graph)) for graph in named)
        return iter(sorted(read_source(node) for graph in found for node in graph.values()))

    def statements(self, source: str | None = None) -> Iterator[Statement]:
        """Yield the statements of one source or of all, sorted by key."""
        sources = [source] if source is not None else [one.id for one in self.sources()]
        found = [statement for one in sources for statement in self._statements(one)]
        return iter(found if source is not None else sorted(found, key=lambda statement: statement.key))

    def _statements(self, source: str) -> list[Statement]:
        graph = self._store.quads_for_pattern(None, None, None, self.iris.source(source))
        return read_statements(source, nodes(graph), self.iris)

    def facts(self) -> Iterator[Fact]:
        """Yield what holds, sorted by table and id."""
        graphs = (_DEFAULT, self.iris.contacts)
        quads = (quad for graph in graphs for quad in self._store.quads_for_pattern(None, None, None, graph))
        return iter(read_facts(nodes(quads), self.iris))

    def select(self, text: str, parameters: Parameters | None = None) -> Iterator[Row]:
        """Yield the rows of a SPARQL query (SELECT, ASK: one row ``answer``, CONSTRUCT: subject, predicate, object).

        Args:
            parameters: variable to value or alternatives; they fill the empty block ``VALUES ?name { }`` of the text.
        """
        guard(text)
        terms = {name: [str(self._term(one)) for one in _many(value)] for name, value in (parameters or {}).items()}
        try:
            answer = self._store.query(fill_values(text, terms))
        except SyntaxError as error:
            raise StoreError(f"the query is no SPARQL: {error}", de=f"die Anfrage ist kein SPARQL: {error}") from error
        if isinstance(answer, ox.QueryBoolean):
            yield {"answer": bool(answer)}
        elif isinstance(answer, ox.QueryTriples):
            for triple in answer:
                said = zip(("subject", "predicate", "object"), triple, strict=True)
                yield {name: self._value(term) for name, term in said}
        else:
            names = [variable.value for variable in answer.variables]
            for solution in answer:
                bound = zip(names, solution, strict=True)
                yield {name: self._value(term) for name, term in bound if term is not None}

    def _term(self, value: Scalar) -> ox.NamedNode | ox.Literal:
        return self.iris.of(value.value) if isinstance(value, Id) else ox.Literal(value)

    def _value(self, term: object) -> object:
        if isinstance(term, ox.Literal):
            read = _TYPED.get(term.datatype.value)
            return read(term.value) if read else term.value
        return self.iris.id(term.value) if isinstance(term, ox.NamedNode) else str(term)

    def quads(self) -> Iterator[ox.Quad]:
        """Yield everything the store holds."""
        return iter(self._store)

    def to_rdflib(self) -> rdflib.Dataset:
        """Return a copy as an rdflib dataset, for people who work with that."""
        from graph.stores.as_rdflib import dataset

        return dataset(self.quads())

    def close(self) -> None:
        """Let go of the directory's files."""
        self._store = ox.Store()
        self._writable = False


_TYPED: Mapping[str, Callable[[str], object]] = {
    XSD + "integer": int,
    XSD + "decimal": float,
    XSD + "double": float,
    XSD + "boolean": lambda text: text in ("true", "1"),
}


def _many(value: Scalar | Sequence[Scalar]) -> Sequence[Scalar]:
    return (value,) if isinstance(value, (str, int, float, Id)) else value


def _mark(iris: Iris) -> ox.Quad:
    return ox.Quad(iris.dataset, _FORMAT, ox.Literal(FORMAT))


def _quads(delta: Delta, iris: Iris) -> Iterator[ox.Quad]:
    for source in delta.sources:
        yield from source_quads(source, iris)
    yield from statement_quads(delta.statements, iris)
    yield from fact_quads(delta.facts or (), iris)


def _replace(fresh: Path, directory: Path) -> None:
    """Put a finished directory in its place; one that is there moves aside first."""
    if directory.exists():
        old = Path(tempfile.mkdtemp(prefix=f".{directory.name}.old-", dir=directory.parent))
        directory.rename(old / "store")
        fresh.rename(directory)
        shutil.rmtree(old, ignore_errors=True)
    else:
        fresh.rename(directory)
    sync_folder(directory.parent)


def _sweep(directory: Path) -> None:
    """Remove what killed builds left a day ago or earlier; a younger one may still be at work."""
    for pattern in ("new", "old"):
        for path in directory.parent.glob(f".{directory.name}.{pattern}-*"):
            if time.time() - path.stat().st_mtime > _UNFINISHED_FOR:
                shutil.rmtree(path, ignore_errors=True)
