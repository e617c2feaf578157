"""What only Neo4j does: its model, its errors, its half-made changes."""

from __future__ import annotations

import logging
import os
import re
import shutil
import time
from importlib.resources import files
from pathlib import Path

import pytest

from graph.fact_records import Fact
from graph.store import Delta, whole
from graph.stores import cypher, rows
from graph.stores.cypher import CypherStore
from ontology.errors import StoreError
from tests.graph.test_stores import CONTACTS, FACT_LIST, MATRIX, OFFERS, PHONE, SAME_ELSEWHERE, filled

neo4j = pytest.mark.neo4j


@pytest.fixture
def store(neo4j_store: CypherStore) -> CypherStore:
    """Return the store of the session, emptied and filled."""
    neo4j_store.apply(Delta(removed_sources=[source.id for source in neo4j_store.sources()], facts=()))
    filled(neo4j_store)
    return neo4j_store


def only(store: CypherStore, query: str) -> object:
    (row,) = store.select(query)
    (value,) = row.values()
    return value


@neo4j
def test_a_referral_is_a_node_with_a_shortcut_beside_it(store: CypherStore) -> None:
    path = "MATCH (:Actor {id: 'actor/jobcenter'})-[:MAKES]->(r:Referral)-[:TO]->(:Actor {id: 'actor/vhs'}) "
    assert 1 == only(store, path + "MATCH (r)-[:FOR]->(g:TargetGroup {id: 'audience/frauen'}) RETURN count(*)")
    assert ["audience/frauen"] == only(store, "MATCH (:Actor)-[r:REFERS_TO {id: 'referral/1'}]->(:Actor) RETURN r.for")


@neo4j
def test_every_fact_leads_to_a_cell_of_its_source(store: CypherStore) -> None:
    places = (
        "MATCH (:Referral)-[:BASED_ON]->(:Evidence)-[:OF]->(:Statement)-[from:FROM]->(s:Source) "
        "RETURN collect(s.id + '!' + from.place)"
    )
    found = only(store, places)
    assert isinstance(found, list)
    assert ["matrix.xlsx!10-20", "matrix.xlsx!Blatt 1!C7", "matrix.xlsx!Blatt 1!C8"] == sorted(found)


@neo4j
def test_a_refused_referral_has_no_shortcut(store: CypherStore) -> None:
    refused = Fact("referral", "referral/1", {**FACT_LIST[4].values, "polarity": "no"})
    store.apply(Delta(facts=[*FACT_LIST[:4], refused]))
    assert 0 == only(store, "MATCH ()-[r:REFERS_TO]->() RETURN count(r)")


@neo4j
def test_an_actor_that_became_another_kind_loses_the_old_label(store: CypherStore) -> None:
    for kind in ("network", "project"):
        store.apply(Delta(facts=[Fact("actor", "actor/x", {"kind": kind})]))
    assert {"Fact", "Actor", "Project"} == set(only(store, "MATCH (a:Actor) RETURN labels(a)"))  # type: ignore[call-overload]


@neo4j
def test_removing_everything_leaves_only_the_mark_of_the_last_change(store: CypherStore) -> None:
    store.apply(Delta(removed_sources=[MATRIX.id, CONTACTS.id], facts=()))
    assert ["Change"] == only(store, "MATCH (n) RETURN collect(labels(n)[0])")


@neo4j
def test_a_fact_that_refers_to_nothing_is_reported(store: CypherStore) -> None:
    lost = Fact("referral", "referral/2", {"sender": "actor/nobody", "receiver": "actor/vhs"})
    with pytest.raises(StoreError, match=r"1 of 2 rows .*MAKES"):
        store.apply(Delta(facts=[*FACT_LIST, lost]))
    store.apply(Delta(facts=FACT_LIST))
    assert FACT_LIST == list(store.facts())


@neo4j
def test_a_fact_of_the_state_before_does_not_count_as_end(store: CypherStore) -> None:
    with pytest.raises(StoreError, match=r"1 of 1 rows .*BASED_ON"):
        store.apply(Delta(facts=FACT_LIST[:2]))
    store.apply(Delta(facts=FACT_LIST))


@neo4j
def test_after_a_change_that_broke_off_nobody_reads_until_it_is_made_again(
    store: CypherStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    fewer = [FACT_LIST[0], FACT_LIST[2]]
    change = Delta(removed_sources=[CONTACTS.id], facts=fewer)
    with monkeypatch.context() as patch:
        patch.setattr(rows, "fact_row", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            store.apply(change)
    for read in (store.statements, store.facts):
        with pytest.raises(StoreError, match="push again"):
            list(read())
    store.apply(whole(store, [MATRIX], [OFFERS], fewer))
    assert ([MATRIX], [OFFERS], fewer) == (
        list(store.sources()),
        list(store.statements()),
        list(store.facts()),
    )


@neo4j
def test_more_rows_than_a_batch_are_written_and_read(store: CypherStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cypher, "BATCH", 2)
    everything = Delta(sources=[MATRIX, CONTACTS], statements=[OFFERS, PHONE, SAME_ELSEWHERE], facts=FACT_LIST)
    store.apply(everything)
    assert FACT_LIST == list(store.facts())
    assert sorted(one.key for one in everything.statements) == [one.key for one in store.statements()]
    assert 2 == len(list(store.statements(CONTACTS.id)))


@neo4j
def test_a_query_may_not_write(store: CypherStore) -> None:
    for query in ("CREATE (:Actor {id: 'x'})", "MATCH (n) DETACH DELETE n", "CREATE INDEX x FOR (n:X) ON (n.y)"):
        with pytest.raises(StoreError):
            list(store.select(query))
    assert FACT_LIST == list(store.facts())


@neo4j
def test_bound_texts_cannot_break_out(store: CypherStore) -> None:
    query = "MATCH (a:Actor) WHERE a.id IN $ids RETURN a.id AS id"
    assert ["actor/vhs"] == [row["id"] for row in store.select(query, {"ids": ["actor/vhs", "' OR 1=1 //"]})]


@neo4j
def test_a_query_that_is_no_cypher_says_so(store: CypherStore) -> None:
    with pytest.raises(StoreError, match="Invalid input"):
        list(store.select("MATCH (a RETURN a"))


def test_a_server_that_does_not_answer_is_named_with_a_remedy_at_once() -> None:
    begun = time.monotonic()
    with pytest.raises(StoreError, match=r"no Neo4j answers at bolt://127\.0\.0\.1:9; start one with `make neo4j`"):
        CypherStore("bolt://127.0.0.1:9")
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("uri", ["", "127.0.0.1:7687", "ftp://127.0.0.1", "bolt://127.0.0.1:port"])
def test_an_address_that_is_none_is_refused(uri: str) -> None:
    with pytest.raises(StoreError):
        CypherStore(uri)


def test_no_address_at_all_says_where_to_give_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    with pytest.raises(StoreError, match="NEO4J_URI"):
        CypherStore.from_environment()


def test_a_password_is_never_shown(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_USER", "neo4j")
    monkeypatch.setenv("NEO4J_PASSWORD", "geheim-123")
    caplog.set_level(logging.DEBUG)
    for uri in ("bolt://127.0.0.1:9", "bolt://neo4j:geheim-123@127.0.0.1:9"):
        with pytest.raises(StoreError) as caught:
            CypherStore.from_environment(uri)
        assert "geheim" not in str(caught.value)
    assert "geheim" not in caplog.text


def test_texts_that_read_contain_no_writing_clause() -> None:
    writing = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD)\b")
    texts = {path.name: path.read_text() for path in (files("graph.stores") / "texts").iterdir()}
    reading = {name for name in texts if "_read" in name or name == "change_state.cypher"}
    assert {name for name, text in texts.items() if not writing.search(text)} == reading


def test_a_computer_without_java_or_maven_says_what_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from tools.neo4j.jars import Unavailable
    from tools.neo4j.server import Server

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(Unavailable, match="no Java"):
        Server()
    (tmp_path / "java").write_text("#!/bin/sh\n")
    (tmp_path / "java").chmod(0o755)
    with pytest.raises(Unavailable, match="no Maven"):
        Server()


@neo4j
def test_a_taken_port_is_named(neo4j_server: str) -> None:
    from tools.neo4j.jars import Unavailable
    from tools.neo4j.server import Server

    if not shutil.which("java"):
        pytest.skip("no Java")
    port = int(neo4j_server.rpartition(":")[2])
    with pytest.raises(Unavailable, match=f"port {port} is taken"):
        Server(port)


def test_a_broken_download_never_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from tools.neo4j.jars import Unavailable, jars

    (tmp_path / "mvn").write_text(
        "#!/bin/sh\nfor last; do :; done\ntouch ${last#*=}/neo4j-half.txt\necho '[ERROR] no network'\nexit 1\n"
    )
    (tmp_path / "mvn").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with pytest.raises(Unavailable, match="no network"):
        jars()
    (tmp_path / "mvn").write_text("#!/bin/sh\nexit 0\n")
    with pytest.raises(Unavailable, match="no Neo4j server in"):
        jars()
    assert [] == list((tmp_path / "cache" / "verweisnetz").iterdir())
