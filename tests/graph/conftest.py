"""A real Neo4j for the tests of stores: a given one, or one started for the session."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from graph.store import Store
    from graph.stores.cypher import CypherStore

OpenStore = Callable[[], "Store"]


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[str]:
    """Yield the address of a server that tests may empty."""
    from tools.neo4j.jars import Unavailable
    from tools.neo4j.server import Server

    if given := os.environ.get("NEO4J_URI"):
        _allow_wiping()
        yield given
        return
    try:
        with Server() as server:
            yield server.uri
    except Unavailable as reason:
        if os.environ.get("CI"):
            pytest.fail(f"CI tests Neo4j for real: {reason}")
        pytest.skip(str(reason))


def _allow_wiping() -> None:
    from graph.stores.cypher import CypherStore

    store = CypherStore.from_environment()
    (row,) = store.select("MATCH (n) RETURN count(n) AS nodes")
    store.close()
    if row["nodes"] and os.environ.get("NEO4J_TEST_WIPE") != "1":
        pytest.fail("the server of NEO4J_URI is not empty; NEO4J_TEST_WIPE=1 allows the tests to empty it")


@pytest.fixture(scope="session")
def neo4j_store(neo4j_server: str) -> Iterator[CypherStore]:
    """Yield a connection for the whole session."""
    from graph.stores.cypher import CypherStore

    store = CypherStore.from_environment(neo4j_server)
    yield store
    store.close()


@pytest.fixture(params=["memory", "rdf", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def open_store(request: pytest.FixtureRequest) -> OpenStore:
    """Return how to get an empty store of each kind."""
    from graph.store import Delta
    from graph.stores.memory import MemoryStore
    from graph.stores.rdf import RdfStore

    if request.param == "memory":
        return MemoryStore
    if request.param == "rdf":
        return RdfStore
    neo4j: CypherStore = request.getfixturevalue("neo4j_store")

    def emptied() -> Store:
        neo4j.apply(Delta(removed_sources=[source.id for source in neo4j.sources()], facts=()))
        return neo4j

    return emptied
