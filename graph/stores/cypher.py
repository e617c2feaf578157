"""The store in Neo4j: the official driver, idempotent batches, one writer.

A change is many transactions. It is marked as begun and as complete; whoever reads in between, or after a change
that broke off, is told so instead of getting half a state. Making the change again completes it.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from graph.fact_records import Fact
from graph.records import SourceRecord
from graph.statement import Statement
from graph.store import Delta, Id, Parameters, Row, check
from graph.stores import rows
from ontology.errors import StoreError

if TYPE_CHECKING:
    from neo4j import Driver, Query

BATCH = 2_000
"""Rows per transaction."""

_CONNECT_SECONDS = 5.0
_RETRY_SECONDS = 10.0
_QUERY_SECONDS = 60.0

Item = TypeVar("Item")


class CypherStore:
    """Statements and facts in a Neo4j database.

    Args:
        uri: ``bolt://…`` or ``neo4j://…``, without credentials.
        user, password: empty for a server that asks for none.
    """

    def __init__(self, uri: str, user: str = "", password: str = "", database: str = "neo4j") -> None:
        from neo4j import GraphDatabase

        self.uri = _without_credentials(uri)
        if self.uri != uri:
            raise StoreError(
                f"{self.uri}: give user and password as NEO4J_USER and NEO4J_PASSWORD, not in the address",
                de=f"{self.uri}: Benutzer und Passwort als NEO4J_USER und NEO4J_PASSWORD angeben, nicht in der Adresse",
            )
        self._database = database
        with self._explained():
            self._driver: Driver = GraphDatabase.driver(
                uri,
                auth=(user, password) if user else None,
                connection_timeout=_CONNECT_SECONDS,
                connection_acquisition_timeout=_RETRY_SECONDS,
                max_transaction_retry_time=_RETRY_SECONDS,
                notifications_min_severity="OFF",
            )
        try:
            with self._explained():
                self._driver.verify_connectivity()
        except BaseException:
            self._driver.close()
            raise

    @classmethod
    def from_environment(cls, uri: str = "") -> CypherStore:
        """Connect to ``uri`` or ``NEO4J_URI`` with the credentials of ``NEO4J_USER`` and ``NEO4J_PASSWORD``."""
        named = uri or os.environ.get("NEO4J_URI", "")
        if not named:
            raise StoreError(
                "no Neo4j named: give an address such as bolt://127.0.0.1:7687, or set NEO4J_URI",
                de="kein Neo4j genannt: eine Adresse wie bolt://127.0.0.1:7687 angeben oder NEO4J_URI setzen",
            )
        return cls(
            named,
            os.environ.get("NEO4J_USER", ""),
            os.environ.get("NEO4J_PASSWORD", ""),
            os.environ.get("NEO4J_DATABASE", "neo4j"),
        )

    def apply(self, delta: Delta) -> None:
        """Make one change. If it breaks off, make it again: until then nobody can read."""
        check(delta, (source.id for source in self._sources()))
        run = uuid.uuid4().hex
        with self._explained():
            for statement in text("schema").split(";"):
                self._write(statement)
            self._write(text("change_begin"), run=run)
            self._apply_statements(delta, run)
            if delta.facts is not None:
                self._apply_facts(delta.facts, run)
            self._write(text("change_end"), run=run)

    def _apply_statements(self, delta: Delta, run: str) -> None:
        self._batches("sources_write", map(rows.source_row, delta.sources), run)
        self._batches("statements_write", map(rows.statement_row, delta.statements), run)
        self._batches("places_write", (row for one in delta.statements for row in rows.place_rows(one)), run)
        for some in _cut(delta.statements):
            self._write(text("places_remove_stale"), keys=[statement.key for statement in some], run=run)
        if delta.removed_sources:
            self._at_once("statements_remove_sources", gone=list(delta.removed_sources), run=run)
            kept = {source.id for source in delta.sources}
            gone = [source for source in delta.removed_sources if source not in kept]
            self._write(text("sources_remove"), gone=gone)
        for keys in _cut(delta.removed_statements):
            self._write(text("statements_remove"), keys=list(keys), run=run)

    def _apply_facts(self, facts: Sequence[Fact], run: str) -> None:
        self._batches("facts_write", map(rows.fact_row, facts), run)
        relations: dict[str, list[dict[str, str]]] = {}
        for fact in facts:
            for type_, row in rows.relation_rows(fact):
                relations.setdefault(type_, []).append(row)
        for type_, some in sorted(relations.items()):
            self._batches("relations_write", some, run, type=type_)
        self._batches("refers_to_write", filter(None, map(rows.refers_to_row, facts)), run)
        linked = ({"id": fact.id, **fact.values} for fact in facts if fact.table == "evidence")
        for batch in _cut(row for row in linked if "statement" in row):
            self._write(text("evidence_link"), rows=batch, run=run)
        self._at_once("relations_remove_stale", run=run)
        self._at_once("facts_remove_stale", run=run)

    def sources(self) -> Iterator[SourceRecord]:
        """Yield the sources, sorted by id; also after a change that broke off, so that it can be made again."""
        return iter(self._sources())

    def _sources(self) -> list[SourceRecord]:
        with self._explained():
            return sorted(rows.read_source(row["source"]) for row in self._read(text("sources_read")))

    def statements(self, source: str | None = None) -> Iterator[Statement]:
        """Yield the statements of one source or of all, sorted by key."""
        query = text("statements_read" if source is None else "statements_read_source")
        with self._unchanged():
            for row in self._pages(query, lambda row: row["statement"]["key"], source=source):
                yield rows.read_statement(row["statement"], row["places"])

    def facts(self) -> Iterator[Fact]:
        """Yield what holds, sorted by table and id."""
        with self._unchanged():
            pages = self._pages(text("facts_read"), lambda row: row["id"])
            found = [rows.read_fact(row["id"], row["properties"], row["outward"], row["inward"]) for row in pages]
        return iter(sorted(found, key=lambda fact: (fact.table, fact.id)))

    def select(self, text: str, parameters: Parameters | None = None) -> Iterator[Row]:
        """Yield the rows of a Cypher query that only reads; it stops after a minute."""
        from neo4j import Query

        bound = {name: _plain(value) for name, value in (parameters or {}).items()}
        query = Query(text, timeout=_QUERY_SECONDS)
        with self._explained():
            yield from self._read(query, **bound)

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def _batches(self, name: str, items: Iterable[dict[str, Any]], run: str, **parameters: object) -> None:
        """Write rows and compare how many were written: a row whose ends are missing would vanish without a word."""
        sent = written = 0
        for batch in _cut(items):
            (row,) = self._write(text(name), rows=batch, run=run, **parameters)
            sent, written = sent + len(batch), written + row["written"]
        if sent != written:
            about = " ".join((name, *map(str, parameters.values())))
            raise StoreError(
                f"{sent - written} of {sent} rows found nothing to hang on ({about}); push again",
                de=f"{sent - written} von {sent} Zeilen fanden keinen Knoten ({about}); noch einmal übertragen",
            )

    def _pages(self, query: str, place: Callable[[dict[str, Any]], str], **parameters: object) -> Iterator[Any]:
        after = ""
        while True:
            with self._explained():
                page = self._read(query, after=after, limit=BATCH, **parameters)
            yield from page
            if len(page) < BATCH:
                return
            after = place(page[-1])

    def _write(self, query: str, **parameters: object) -> list[Any]:
        return self._driver.execute_query(
            query,
            parameters_=parameters,
            database_=self._database,
        ).records

    def _at_once(self, name: str, **parameters: object) -> None:
        """Run a text that makes its own transactions."""
        with self._driver.session(database=self._database) as session:
            session.run(text(name), parameters).consume()

    def _read(self, query: str | Query, **parameters: object) -> list[dict[str, Any]]:
        from neo4j import RoutingControl

        answer = self._driver.execute_query(
            query, parameters_=parameters, routing_=RoutingControl.READ, database_=self._database
        )
        return [record.data() for record in answer.records]

    @contextmanager
    def _unchanged(self) -> Iterator[None]:
        """Refuse to give half a state: the change there was before must be complete and still the last one after."""
        before = self._state()
        yield
        if self._state() != before:
            raise StoreError(
                f"{self.uri} was changed while it was read; read it again",
                de=f"{self.uri} hat sich beim Lesen geändert; noch einmal lesen",
            )

    def _state(self) -> str:
        with self._explained():
            states = self._read(text("change_state"))
        if states and not states[0]["complete"]:
            raise StoreError(
                f"the last push to {self.uri} is under way or broke off; push again",
                de=f"die letzte Übertragung nach {self.uri} läuft noch oder brach ab; noch einmal übertragen",
            )
        return str(states[0]["run"]) if states else ""

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn the driver's errors into one sentence: where, and what to do."""
        from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable

        try:
            yield
        except AuthError as error:
            raise StoreError(
                f"{self.uri} refuses the login; set NEO4J_USER and NEO4J_PASSWORD",
                de=f"{self.uri} lehnt die Anmeldung ab; NEO4J_USER und NEO4J_PASSWORD setzen",
            ) from error
        except (ServiceUnavailable, OSError) as error:
            raise StoreError(
                f"no Neo4j answers at {self.uri}; start one with `make neo4j`, or name yours with NEO4J_URI",
                de=f"unter {self.uri} antwortet kein Neo4j; mit `make neo4j` starten oder NEO4J_URI setzen",
            ) from error
        except (ConfigurationError, ValueError) as error:
            raise StoreError(
                f"{self.uri!r} is no address of a Neo4j server ({error})",
                de=f"{self.uri!r} ist keine Adresse eines Neo4j-Servers ({error})",
            ) from error
        except (Neo4jError, DriverError) as error:
            raise StoreError(f"{self.uri}: {getattr(error, 'message', None) or error}") from error


@cache
def text(name: str) -> str:
    """Return one of our Cypher texts."""
    return (files("graph.stores") / "texts" / f"{name}.cypher").read_text(encoding="utf-8")


def _cut(items: Iterable[Item]) -> Iterator[list[Item]]:
    left = iter(items)
    while batch := list(islice(left, BATCH)):
        yield batch


def _plain(value: object) -> object:
    if isinstance(value, Id):
        return value.value
    return [_plain(one) for one in value] if isinstance(value, (list, tuple, set, frozenset)) else value


def _without_credentials(uri: str) -> str:
    """Return an address fit to be shown."""
    parts = urlsplit(uri)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
