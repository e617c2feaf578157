"""A real Neo4j for the tests of stores: a given one, or one started for the session."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from graph.store import Store
    from graph.stores.cypher import CypherStore

OpenStore = Callable[[], "Store"]


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[str]:
    """Yield the address of a server that tests may empty: a given one, or the one of ``make neo4j``."""
    if given := os.environ.get("NEO4J_URI"):
        _empty(given)
        yield given
        return
    command = [sys.executable, "-m", "tools.neo4j", "--port", "0"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = re.search(r"bolt://\S+", process.stdout.readline())
        if said is None:
            _without_server(process.stderr.read().strip())
        else:
            yield said[0]
            process.terminate()
            assert process.wait(30) == 130, "SIGTERM did not stop the server"


def _without_server(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(f"CI tests Neo4j for real: {reason}")
    pytest.skip(reason)


def _empty(uri: str) -> None:
    """Empty a given server, if it is not empty and that is allowed."""
    from neo4j import GraphDatabase

    user = os.environ.get("NEO4J_USER", "")
    auth = (user, os.environ.get("NEO4J_PASSWORD", "")) if user else None
    with GraphDatabase.driver(uri, auth=auth, connection_timeout=5) as driver:
        driver.verify_connectivity()
        nodes = driver.execute_query("MATCH (n) RETURN count(n) AS nodes", database_="neo4j").records[0]["nodes"]
        if nodes and os.environ.get("NEO4J_TEST_WIPE") != "1":
            pytest.fail("the server of NEO4J_URI is not empty; NEO4J_TEST_WIPE=1 allows the tests to empty it")
        driver.execute_query("MATCH (n) DETACH DELETE n", database_="neo4j")


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
