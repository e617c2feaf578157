"""The SHACL shapes: what they refuse, in two languages, and that our own projection keeps to them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDF, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.namespace import SH

import ontology
from graph.evidence import Cell, Span
from graph.fact_records import Fact
from graph.records import SourceRecord
from graph.statement import Literal as Value
from graph.statement import Mention, Statement
from graph.stores.as_rdflib import dataset
from graph.stores.fact_quads import fact_quads
from graph.stores.iris import Iris
from graph.stores.statement_quads import source_quads, statement_quads
from ontology.namespaces import NS
from ontology.shacl import Finding, check

_FOLDER = Path(ontology.__file__).parent
_PREFIXES = """
@prefix vn: <https://verweisnetz.example/ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix actor: <https://verweisnetz.example/id/actor/> .
@prefix fact: <https://verweisnetz.example/id/fact/> .
@prefix concept: <https://verweisnetz.example/id/> .
"""
_GOOD = """
actor:a a vn:Actor ; rdfs:label "Jobcenter Hagen" .
actor:b a vn:Actor ; rdfs:label "VHS Hagen" .
fact:offer a vn:Offer ; rdfs:label "Beratung" ; vn:offeredBy actor:b .
concept:frauen a skos:Concept , vn:TargetGroup ; skos:prefLabel "Frauen"@de , "women"@en ; skos:inScheme concept:audience .
fact:place a vn:Evidence ; vn:statement fact:statement ; dcterms:source fact:source ; vn:place "Blatt!C7" .
"""


def _findings(turtle: str) -> list[tuple[str, str, str]]:
    found = check(Graph().parse(format="turtle", data=_PREFIXES + _GOOD + turtle))
    return [(finding.focus, finding.path, finding.severity) for finding in found]


_REFERRAL = 'fact:r a vn:Referral ; prov:wasDerivedFrom fact:place ; vn:polarity "yes" ; vn:fromActor actor:a '
_PROVISION = 'fact:p a vn:Provision ; prov:wasDerivedFrom fact:place ; vn:polarity "yes" '
_SAID = (
    'fact:m a vn:Mention ; rdfs:label "JC" ; vn:kind "Actor" . fact:source a vn:Source ; dcterms:identifier "a.xlsx" . '
    "fact:s a vn:Statement ; rdf:subject fact:m ; rdf:object fact:m ; dcterms:source fact:source ; "
)
_CELL = ' . fact:at a oa:SpecificResource ; oa:hasSource fact:source ; oa:hasSelector fact:sel . fact:sel a oa:FragmentSelector ; vn:cell "C7" '
_USUAL = 'vn:polarity "yes" ; vn:modality "asserted" ; vn:tier "high" ; rdf:predicate vn:refersTo ; prov:wasDerivedFrom fact:at '


@pytest.mark.parametrize(
    ("turtle", "expected"),
    [
        (_REFERRAL + "; vn:toActor actor:b .", []),
        (_REFERRAL + "; vn:toOffer fact:offer .", []),
        (_REFERRAL + ".", [("fact/r", "", "violation")]),
        (_REFERRAL + "; vn:toActor actor:a .", [("fact/r", "fromActor", "warning")]),
        (_REFERRAL + ", actor:b ; vn:toOffer fact:offer .", [("fact/r", "fromActor", "violation")]),
        (_REFERRAL + "; vn:toActor actor:nobody .", [("fact/r", "toActor", "violation")]),
        (_REFERRAL + "; vn:toActor actor:b ; vn:forTargetGroup concept:frauen .", []),
        (_REFERRAL + "; vn:toActor actor:b ; vn:forTargetGroup actor:a .", [("fact/r", "forTargetGroup", "violation")]),
        ('fact:r a vn:Referral ; vn:polarity "yes" ; vn:fromActor actor:a ; vn:toActor actor:b .', [("fact/r", "wasDerivedFrom", "violation")]),
        (_PROVISION + "; vn:provider actor:b .", []),
        (_PROVISION + ".", [("fact/p", "provider", "violation")]),
        (_PROVISION + '; vn:provider actor:b ; vn:access "closed" .', [("fact/p", "access", "violation")]),
        (_PROVISION + '; vn:provider actor:b ; vn:validFrom "2025-02-01"^^xsd:date ; vn:validUntil "2025-01-31"^^xsd:date .', [("fact/p", "validFrom", "warning")]),
        (_PROVISION + '; vn:provider actor:b ; vn:validFrom "2025-01-31"^^xsd:date ; vn:validUntil "2025-01-31"^^xsd:date .', []),
        (_PROVISION + '; vn:provider actor:b ; vn:validUntil "31.12.2025" .', [("fact/p", "validUntil", "violation")]),
        ('fact:p a vn:Provision ; prov:wasDerivedFrom fact:place ; vn:polarity "?" ; vn:provider actor:b .', [("fact/p", "polarity", "violation")]),
        ("actor:c a vn:Actor .", [("actor/c", "label", "violation")]),
        ('actor:c a vn:Actor ; rdfs:label "C" ; vn:runsFrom "2026-01-01"^^xsd:date ; vn:runsUntil "2025-01-01"^^xsd:date .', [("actor/c", "runsFrom", "warning")]),
        ('actor:c a vn:Actor , vn:Project ; rdfs:label "C" .', [("actor/c", "runsUntil", "info")]),
        ('concept:x a skos:Concept ; skos:prefLabel "X"@de , "Y"@de ; skos:inScheme concept:theme .', [("x", "prefLabel", "violation")]),
        ('concept:x a vn:Region ; rdfs:label "Irgendwo" .', [("x", "comprises", "warning")]),
        ('fact:d a vn:Door ; prov:wasDerivedFrom fact:place .', [("fact/d", "atActor", "violation")]),
        ('fact:n a vn:Need ; prov:wasDerivedFrom fact:place ; vn:kind "perhaps" .', [("fact/n", "kind", "violation")]),
        ('fact:n a vn:Need ; prov:wasDerivedFrom fact:place ; vn:kind "needed" ; vn:weight -1 .', [("fact/n", "weight", "violation")]),
        ("fact:g a vn:AcceptedGap .", [("fact/g", "owner", "warning"), ("fact/g", "reviewOn", "warning")]),
        ("fact:m a org:Membership ; org:member actor:a ; org:organization actor:a .", [("fact/m", "member", "warning")]),
        ('fact:c a vn:ContactPoint ; vn:contactOf actor:a ; vn:kind "fax" ; rdf:value "1" .', [("fact/c", "kind", "violation")]),
        (_SAID + _USUAL + _CELL + ".", []),
        (_SAID + _USUAL.replace("vn:refersTo", "vn:invented") + _CELL + ".", [("fact/s", "predicate", "violation")]),
        (_SAID + _USUAL.replace("; prov:wasDerivedFrom fact:at", "") + _CELL + ".", [("fact/s", "wasDerivedFrom", "violation")]),
        (_SAID + _USUAL.replace('"asserted"', '"hoped"') + _CELL + ".", [("fact/s", "modality", "violation")]),
        (_SAID + _USUAL + _CELL.replace("; oa:hasSelector fact:sel", "") + ".", [("fact/at", "hasSelector", "violation")]),
        (_SAID + _USUAL + _CELL.replace('"C7"', '"7C"') + ".", [("fact/sel", "cell", "violation")]),
        ('fact:sel a oa:TextPositionSelector ; oa:start 9 ; oa:end 3 .', [("fact/sel", "start", "violation")]),
        ('fact:src a vn:Source ; dcterms:identifier "a" ; vn:path "C:/Users/x/a.xlsx" .', [("fact/src", "path", "violation")]),
        ('fact:src a vn:Source ; dcterms:identifier "a" ; vn:path "sources/../../a.xlsx" .', [("fact/src", "path", "violation")]),
        ('fact:src a vn:Source ; dcterms:identifier "a" ; vn:path "sources/a..b.xlsx" ; vn:sha256 "xyz" .', [("fact/src", "sha256", "violation")]),
    ],
)  # fmt: skip
def test_a_graph_that_breaks_a_rule_is_found(turtle: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected == _findings(turtle)


def test_a_finding_speaks_both_languages_and_names_the_value() -> None:
    (finding,) = check(
        Graph().parse(
            format="turtle", data=_PREFIXES + _GOOD + _PROVISION + '; vn:provider actor:b ; vn:access "closed" .'
        )
    )
    assert Finding("fact/p", "access", "violation", finding.message_de, finding.message_en, "closed") == finding
    assert "Zugang" in finding.message("de")
    assert "access" in finding.message("en")


def test_the_worst_comes_first_and_the_graph_stays_as_it_is() -> None:
    graph = Graph().parse(
        format="turtle",
        data=_PREFIXES
        + 'actor:z a vn:Actor . actor:a a vn:Project , vn:Actor ; rdfs:label "A" . fact:g a vn:AcceptedGap .',
    )
    before = len(graph)
    assert ["violation", "warning", "warning", "info"] == [finding.severity for finding in check(graph)]
    assert before == len(graph)


def _said() -> list[Statement]:
    agency, school = Mention("Agentur für Arbeit Hagen", "Actor", "Hagen"), Mention("VHS", "Actor", "Hagen")
    return [
        Statement("matrix.xlsx", agency, "refersTo", school, conditions=(("audience", "Frauen"),), details=(("note", "x"),), evidence=(Cell("Hagen", "C7"), Cell("", "AB12"))),
        Statement("text.html", school, "website", Value("https://vhs.example.org"), evidence=(Span(3, 9, "Volksh", 2),), modality="planned", last_verified="2025-01-31"),
    ]  # fmt: skip


def _facts(statement: Statement) -> list[Fact]:
    place: tuple[str, ...] = ("evidence/1",)
    return [
        Fact("actor", "actor/agentur", {"label": "Agentur für Arbeit Hagen", "kind": "actor", "types": ("actor-type/agentur-fuer-arbeit",), "places": ("region/05914",)}),
        Fact("actor", "actor/bbie", {"label": "BBiE", "kind": "actor", "unit_of": "actor/agentur"}),
        Fact("actor", "actor/vhs", {"label": "VHS", "kind": "actor", "evidence": place}),
        Fact("actor", "actor/netz", {"label": "Verbund", "kind": "network", "runs_from": "2024-01-01", "runs_until": "2026-12-31"}),
        Fact("concept", "actor-type/agentur-fuer-arbeit", {"scheme": "actor-type", "label_de": "Agentur für Arbeit", "label_en": "employment agency"}),
        Fact("concept", "audience/frauen", {"scheme": "audience", "label_de": "Frauen", "label_en": "women", "alternatives": "sex=f"}),
        Fact("concept", "theme/~naehen", {"scheme": "theme", "label_de": "Nähen", "local": 1}),
        Fact("region", "region/05914", {"label": "Hagen", "kind": "city", "key": "05914", "atoms": (0,)}),
        Fact("offer", "offer/vhs/kurs", {"label": "Kurs", "provider": "actor/vhs"}),
        Fact("provision", "provision/1", {"provider": "actor/vhs", "offer": "offer/vhs/kurs", "audiences": ("audience/frauen",), "themes": ("theme/~naehen",), "regions": ("region/05914",),
             "polarity": "partly", "access": "registration", "valid_from": "2025-01-01", "valid_until": "2025-12-31", "checked": "2025-02-01", "evidence": place}),
        Fact("referral", "referral/1", {"sender": "actor/agentur", "receiver": "actor/vhs", "audiences": ("audience/frauen",), "exclusive": ("audience/frauen",), "polarity": "yes", "evidence": place}),
        Fact("door", "door/1", {"actor": "actor/vhs", "audience": "audience/frauen", "evidence": place}),
        Fact("need", "need/1", {"audience": "audience/frauen", "theme": "theme/~naehen", "kind": "needed", "weight": 1000, "evidence": place}),
        Fact("contact", "contact/1", {"actor": "actor/vhs", "kind": "phone", "value": "0221 4710-100", "evidence": place}),
        Fact("membership", "membership/1", {"member": "actor/vhs", "body": "actor/netz", "role": "member", "evidence": place}),
        Fact("accepted", "accepted/1", {"kind": "A", "owner": "Regionalagentur", "review_on": "2026-01-01"}),
        Fact("evidence", "evidence/1", {"statement": statement.key, "source": "matrix.xlsx", "place": "Hagen!C7", "original": "x"}),
    ]  # fmt: skip


def _projection() -> Dataset:
    iris = Iris()
    statements = _said()
    sources = [
        SourceRecord("matrix.xlsx", "sources/matrix.xlsx", "matrix", "Regionalagentur", "2025-03-01", "0" * 64),
        SourceRecord("text.html", "sources/text.html", "text"),
    ]
    described = (quad for source in sources for quad in source_quads(source, iris))
    return dataset([*described, *statement_quads(statements, iris), *fact_quads(_facts(statements[0]), iris)])


def test_our_own_projection_keeps_to_the_shapes() -> None:
    assert () == check(_projection())


def test_a_dataset_is_checked_with_all_its_graphs() -> None:
    projected = _projection()
    vn = Namespace(NS)
    statement = next(projected.quads((None, RDF.type, vn.Statement, None)))
    projected.graph(statement[3]).remove((statement[0], vn.polarity, None))
    projected.default_graph.remove((URIRef("https://verweisnetz.example/id/actor/vhs"), None, Literal("VHS")))
    found = check(projected)
    assert {"polarity", "label"} == {finding.path for finding in found}


def test_every_shape_has_a_message_in_both_languages() -> None:
    shapes = Graph().parse(_FOLDER / "shapes.ttl")
    constrained = set(shapes.subjects(SH.path)) - {
        shape for alternative in shapes.objects(None, SH["or"]) for shape in shapes.items(alternative)
    }
    constrained |= set(shapes.subjects(SH["or"]))
    assert len(constrained) > 60
    for shape in constrained:
        languages = [message.language for message in shapes.objects(shape, SH.message) if isinstance(message, Literal)]
        assert ["de", "en"] == sorted(filter(None, languages)), shape


def test_shapes_speak_only_of_declared_words() -> None:
    declared = Graph().parse(_FOLDER / "predicates.ttl").parse(_FOLDER / "verweisnetz.ttl")
    known = {str(subject) for subject in declared.subjects()}
    # words of the technical layer that are declared where they are written
    technical = {"cell"}
    used = set(re.findall(r"\bvn:(\w+)", (_FOLDER / "shapes.ttl").read_text(encoding="utf-8")))
    assert set() == {word for word in used if NS + word not in known} - technical


def test_pyshacl_is_loaded_only_to_check() -> None:
    script = "import sys, ontology.shacl; sys.exit('pyshacl' in sys.modules or 'rdflib' in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", script], check=False).returncode
