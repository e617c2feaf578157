"""RDF files: readable by others, the same bytes for the same state, never half written."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings

from graph.fact_records import Fact, fact_layout
from graph.rdf_export import FORMATS, SUFFIXES, export_rdf
from graph.records import SourceRecord
from graph.statement import CONDITIONS, Statement
from graph.store import Delta
from graph.stores.memory import MemoryStore
from graph.stores.names import (
    CLASSES,
    CONDITION,
    DETAIL,
    SOURCE_PROPERTIES,
    SPECIAL_CLASSES,
    STATEMENT_PROPERTIES,
    property_of,
)
from graph.stores.rdf import RdfStore
from ontology.errors import StoreError
from tests.graph.store_strategies import FACTS, source_lists, statement_lists
from tests.graph.test_stores import filled

FEW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


RDFLIB_NAMES = {".ttl": "turtle", ".trig": "trig", ".nq": "nquads", ".jsonld": "json-ld"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of itself
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_two_engines_read_the_file_alike(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"netz{suffix}"
    count = export_rdf(filled(MemoryStore()), path)
    assert count == len(set(ox.parse(path=str(path), format=FORMATS[SUFFIXES[suffix]])))
    read = rdflib.Graph() if suffix == ".ttl" else rdflib.Dataset()
    read.parse(data=path.read_text(encoding="utf-8"), format=RDFLIB_NAMES[suffix])
    assert count == len(read)


@FEW
@given(sources=source_lists(), statements=statement_lists(), facts=FACTS)
def test_every_store_gives_the_same_bytes(
    tmp_path: Path, sources: list[SourceRecord], statements: list[Statement], facts: list[Fact]
) -> None:
    delta = Delta(sources=sources, statements=statements, facts=facts)
    for suffix in SUFFIXES:
        written = []
        for store in (MemoryStore(), RdfStore()):
            store.apply(delta)
            export_rdf(store, tmp_path / f"netz{suffix}")
            written.append((tmp_path / f"netz{suffix}").read_bytes())
        assert written[0] == written[1]


@FEW
@given(sources=source_lists(), statements=statement_lists(), facts=FACTS)
def test_an_export_holds_everything(
    tmp_path: Path, sources: list[SourceRecord], statements: list[Statement], facts: list[Fact]
) -> None:
    store = RdfStore()
    store.apply(Delta(sources=sources, statements=statements, facts=facts))
    held = set(store.quads())
    for suffix in (".trig", ".nq", ".jsonld"):
        export_rdf(store, tmp_path / f"netz{suffix}")
        read = ox.parse(path=str(tmp_path / f"netz{suffix}"), format=FORMATS[SUFFIXES[suffix]])
        missing = held - set(read)
        assert {store.iris.dataset} >= {quad.subject for quad in missing}


def test_a_failed_export_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "netz.nq"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        export_rdf(filled(MemoryStore()), path)
    assert "old" == path.read_text()
    assert [path] == list(tmp_path.iterdir())


def test_an_error_while_reading_the_store_leaves_the_old_file(tmp_path: Path) -> None:
    class Broken(MemoryStore):
        def statements(self, source: str | None = None):  # type: ignore[no-untyped-def]
            raise StoreError("gone")

    path = tmp_path / "netz.ttl"
    path.write_text("old")
    with pytest.raises(StoreError, match="gone"):
        export_rdf(filled(Broken()), path)
    assert "old" == path.read_text()


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="turtle, trig, nquads, jsonld"):
        export_rdf(MemoryStore(), tmp_path / "netz.rdf")


def test_properties_are_called_like_their_columns_or_by_the_vocabulary() -> None:
    assert "https://verweisnetz.example/ns#legalBasis" == property_of("referral", "legal_basis")
    assert "https://verweisnetz.example/ns#fromActor" == property_of("referral", "sender")
    assert "http://www.w3.org/ns/prov#wasDerivedFrom" == property_of("door", "evidence")


def test_the_vocabulary_declares_every_name_we_write() -> None:
    folder = Path(str(files("ontology")))
    declared = {
        quad.subject.value
        for name in ("predicates.ttl", "verweisnetz.ttl")
        for quad in ox.parse(path=str(folder / name), format=ox.RdfFormat.TURTLE)
        if isinstance(quad.subject, ox.NamedNode)
    }
    columns = {property_of(table, column) for table, kinds in fact_layout().items() for column in kinds}
    names = {*columns, *CLASSES.values(), *SPECIAL_CLASSES.values(), *SOURCE_PROPERTIES.values()}
    names |= {*STATEMENT_PROPERTIES.values(), *(CONDITION + name for name in CONDITIONS)}
    store = RdfStore()
    filled(store)
    names |= {quad.predicate.value for quad in store.quads()}
    ours = {name for name in names if name.startswith("https://verweisnetz.example/") and not name.startswith(DETAIL)}
    assert set() == ours - declared
