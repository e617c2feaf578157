"""The RDF store: its directory, its graphs, the guard of its queries."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.fact_records import Fact
from graph.records import SourceRecord
from graph.statement import Statement
from graph.store import Delta, Id
from graph.stores.rdf import RdfStore
from graph.stores.sparql import MAX_DEPTH, fill_values, guard
from ontology.errors import QuestionError, StoreError
from tests.graph.store_strategies import source_lists, statement_lists
from tests.graph.test_stores import CONTACTS, FACT_LIST, MATRIX, OFFERS, PHONE, SAME_ELSEWHERE, by_key, filled

VN = "PREFIX vn: <https://verweisnetz.example/ns#> "
ALL = Delta(sources=[MATRIX, CONTACTS], statements=[OFFERS, PHONE, SAME_ELSEWHERE], facts=FACT_LIST)


def test_a_directory_is_built_opened_and_read(tmp_path: Path) -> None:
    RdfStore.build(tmp_path / "rdf", ALL).close()
    store = RdfStore.open(tmp_path / "rdf")
    assert by_key(OFFERS, PHONE, SAME_ELSEWHERE) == list(store.statements())
    assert FACT_LIST == list(store.facts())
    assert [tmp_path / "rdf"] == list(tmp_path.iterdir())


def test_a_directory_takes_the_place_of_an_older_one_whose_readers_go_on(tmp_path: Path) -> None:
    reader = RdfStore.build(tmp_path / "rdf", ALL)
    RdfStore.build(tmp_path / "rdf", Delta(sources=[CONTACTS], statements=[PHONE])).close()
    assert FACT_LIST == list(reader.facts())
    assert [PHONE] == list(RdfStore.open(tmp_path / "rdf").statements())


def test_many_readers_may_have_one_directory_open(tmp_path: Path) -> None:
    one = RdfStore.build(tmp_path / "rdf", ALL)
    other = RdfStore.open(tmp_path / "rdf")
    assert list(one.statements()) == list(other.statements())


def test_an_open_directory_refuses_changes(tmp_path: Path) -> None:
    store = RdfStore.build(tmp_path / "rdf", ALL)
    with pytest.raises(StoreError, match="reading only"):
        store.apply(Delta(removed_sources=[MATRIX.id]))


def test_a_missing_damaged_or_foreign_directory_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="made again"):
        RdfStore.open(tmp_path / "nothing")
    store = ox.Store(str(tmp_path / "foreign"))
    store.flush()
    del store
    with pytest.raises(StoreError, match="another version"):
        RdfStore.open(tmp_path / "foreign")
    RdfStore.build(tmp_path / "rdf", ALL).close()
    (tmp_path / "rdf" / "CURRENT").write_bytes(b"nonsense")
    with pytest.raises(StoreError, match="made again"):
        RdfStore.open(tmp_path / "rdf")


def test_a_build_that_fails_leaves_the_old_directory_and_no_rest(tmp_path: Path) -> None:
    RdfStore.build(tmp_path / "rdf", ALL).close()
    with pytest.raises(StoreError, match="nobody described"):
        RdfStore.build(tmp_path / "rdf", Delta(statements=[OFFERS]))
    assert FACT_LIST == list(RdfStore.open(tmp_path / "rdf").facts())
    assert [tmp_path / "rdf"] == list(tmp_path.iterdir())


def test_a_build_killed_at_any_moment_leaves_the_old_directory_answering(tmp_path: Path) -> None:
    RdfStore.build(tmp_path / "rdf", Delta(sources=[MATRIX], statements=[OFFERS])).close()
    code = (
        "import sys; from pathlib import Path; from dataclasses import replace\n"
        "from tests.graph.test_rdf_store import *\n"
        "many = [replace(OFFERS, original=str(n), conditions=(('theme', str(n)),)) for n in range(2000)]\n"
        "print('go', flush=True)\n"
        "RdfStore.build(Path(sys.argv[1]), Delta(sources=[MATRIX], statements=many))\n"
    )
    for moment in (0.1, 0.3):
        child = subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "rdf")], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
        )
        assert child.stdout is not None
        assert child.stdout.readline() == b"go\n"
        try:
            child.wait(moment)
        except subprocess.TimeoutExpired:
            child.kill()
        child.communicate()
        assert len(list(RdfStore.open(tmp_path / "rdf").statements())) in (1, 2000)


def test_own_things_get_the_base_and_shared_concepts_keep_theirs() -> None:
    store = RdfStore("https://region.example/id/")
    facts = [
        Fact("actor", "actor/vhs köln", {"label": "VHS"}),
        Fact("concept", "audience/frauen", {"label_de": "Frauen"}),
        Fact("concept", "audience/frauen+age<25", {"label_de": "Frauen, unter 25"}),
        Fact("concept", "theme/~korbflechten", {"local": 1}),
    ]
    store.apply(Delta(facts=facts))
    subjects = {quad.subject.value for quad in store.quads() if isinstance(quad.subject, ox.NamedNode)}
    assert {
        "https://region.example/id/",
        "https://region.example/id/actor/vhs%20k%C3%B6ln",
        "https://verweisnetz.example/id/audience/frauen",
        "https://region.example/id/audience/frauen+age%3C25",
        "https://region.example/id/theme/~korbflechten",
    } == subjects
    assert facts == list(store.facts())


@pytest.mark.parametrize("base", ["", "verweisnetz", "https://example.org/id", "https://exam ple.org/", "file:///x/"])
def test_a_base_that_is_no_web_address_is_refused(base: str) -> None:
    with pytest.raises(QuestionError):
        RdfStore(base or "x")


def test_contacts_lie_in_a_graph_of_their_own() -> None:
    store = RdfStore()
    contact = Fact("contact", "contact/1", {"actor": "actor/vhs", "kind": "name", "value": "Leitung"})
    store.apply(Delta(facts=[Fact("actor", "actor/vhs", {"label": "VHS"}), contact]))
    assert contact in list(store.facts())
    assert not list(store.select(VN + "SELECT ?who { ?who a vn:ContactPoint }"))
    (row,) = store.select(VN + "SELECT ?graph ?who { GRAPH ?graph { ?who a vn:ContactPoint } }")
    assert {"graph": "contacts", "who": "contact/1"} == row


def test_removing_the_last_statement_of_a_label_removes_the_label() -> None:
    store, fresh = RdfStore(), RdfStore()
    filled(store)
    store.apply(Delta(removed_statements=[OFFERS.key]))
    fresh.apply(replace(ALL, statements=[PHONE, SAME_ELSEWHERE]))
    assert set(fresh.quads()) == set(store.quads())


@settings(max_examples=40, deadline=None)
@given(sources=source_lists(), statements=statement_lists(), data=st.data())
def test_a_changed_store_is_the_one_built_anew(
    sources: list[SourceRecord], statements: list[Statement], data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.sampled_from([one.key for one in statements]))) if statements else set()
    lost = data.draw(st.sets(st.sampled_from([one.id for one in sources])))
    changed, fresh = RdfStore(), RdfStore()
    changed.apply(Delta(sources=sources, statements=statements))
    changed.apply(Delta(removed_statements=sorted(gone), removed_sources=sorted(lost)))
    left = [one for one in statements if one.key not in gone and one.source not in lost]
    fresh.apply(Delta(sources=[one for one in sources if one.id not in lost], statements=left))
    assert set(fresh.quads()) == set(changed.quads())


def test_plain_triples_answer_simple_questions() -> None:
    store = filled(RdfStore())
    rows = store.select(VN + "SELECT ?to { VALUES ?from { } ?from vn:refersTo ?to }", {"from": Id("actor/jobcenter")})
    assert [{"to": "actor/vhs"}] == list(rows)


def test_a_refused_referral_gives_no_plain_triple() -> None:
    store = RdfStore()
    store.apply(
        Delta(facts=[*FACT_LIST[:2], Fact("referral", "referral/1", {**FACT_LIST[4].values, "polarity": "no"})])
    )
    assert [{"answer": False}] == list(store.select(VN + "ASK { ?a vn:refersTo ?b }"))


def test_every_statement_leads_to_its_cell() -> None:
    query = """
        PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?place ?quote { GRAPH ?source {
            ?statement prov:wasDerivedFrom ?at . ?at oa:hasSource ?source ; oa:hasSelector ?selector .
            OPTIONAL { ?selector rdf:value ?place } OPTIONAL { ?selector oa:exact ?quote } } }
    """
    rows = list(filled(RdfStore()).select(query))
    assert {"Blatt 1!C7", "Blatt 1!C8", "B2"} == {row["place"] for row in rows if "place" in row}
    assert {"Deutschkurs"} == {row["quote"] for row in rows if "quote" in row}


def test_values_come_back_as_python_values() -> None:
    store = RdfStore()
    store.apply(Delta(facts=[Fact("need", "need/1", {"weight": 1500, "checked": "2025-02-28"})]))
    (row,) = store.select(VN + "SELECT ?w ?day { ?n vn:weight ?w ; vn:lastConfirmed ?day }")
    assert {"w": 1500, "day": "2025-02-28"} == row


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of itself
def test_a_store_opens_as_rdflib_dataset() -> None:
    store = RdfStore()
    filled(store)
    dataset = store.to_rdflib()
    assert len(list(store.quads())) == len(dataset)
    (row,) = dataset.query(VN + "SELECT ?from ?to { ?from vn:refersTo ?to }").bindings
    assert "https://verweisnetz.example/id/actor/vhs" == str(row[rdflib.Variable("to")])


HOSTILE = [
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1.SERVICEx:iri { ?a ?b ?c } }",
    "SELECT * { ?s ?p true sErViCe<http://127.0.0.1:9/> { } }",
    "SELECT * { ?s ?p trueSERVICE <http://127.0.0.1:9/> { } }",
    "SELECT * { SERV\\u0049CE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
    "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
    "DESCRIBE ?s { ?s ?p ?o }",
    "INSERT DATA { <a:> <b:> <c:> }",
    "LOAD <http://127.0.0.1:9/>",
    "CLEAR ALL",
    "",
    "# SELECT * { ?s ?p ?o }",
    "ASK {" + "{" * MAX_DEPTH + "}" * MAX_DEPTH + "}",
    "ASK { FILTER(" + "(" * 8000 + "1" + ")" * 8000 + ") }",
    "ASK { FILTER(1" + "+1" * 9000 + ") }",
    "SELECT * { " + "OPTIONAL { ?s ?p ?o } " * 4000 + "}",
    "ASK { " + "<< ?s ?p " * 500 + "?o" + " >> ?p ?o" * 500 + " }",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_never_reaches_the_engine(query: str) -> None:
    with pytest.raises(StoreError):
        list(RdfStore().select(query))


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?service { ?service a <http://example.org/SERVICE> FILTER("SERVICE" != ?service) } # SERVICE',
        "PREFIX s: <http://example.org/> ASK { ?x s:Service ?y . ?y s:from \"a \\\"FROM\\\" b\", '''x\n\"FROM''' }",
        "BASE <http://example.org/> CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(?s<?o && ?o>?s) }",
        "select(count(*)as?n){?s?p?o}",
    ],
)
def test_words_in_names_texts_and_comments_are_allowed(query: str) -> None:
    assert guard(query) in ("SELECT", "ASK", "CONSTRUCT")
    list(RdfStore().select(query))


def test_a_query_that_is_no_sparql_says_where() -> None:
    with pytest.raises(StoreError, match="no SPARQL"):
        list(RdfStore().select("SELECT ?s { ?s ?p }"))


def test_bound_texts_cannot_break_out() -> None:
    store = filled(RdfStore())
    hostile = 'yes" } UNION { ?id ?p ?o'
    query = VN + "SELECT ?id { VALUES ?said { } ?id vn:polarity ?said }"
    assert [] == list(store.select(query, {"said": hostile}))
    assert ["referral/1"] == [row["id"] for row in store.select(query, {"said": [hostile, "yes"]})]
    assert [] == list(store.select(query, {"said": []}))


def test_a_parameter_without_a_block_is_an_error() -> None:
    with pytest.raises(StoreError, match="VALUES \\?who"):
        fill_values("SELECT * { ?s ?p ?o }", {"who": ["1"]})
