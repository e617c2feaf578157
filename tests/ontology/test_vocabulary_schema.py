"""The schema in Turtle: complete, mapped only as agreed, and the same as what Python goes by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.layout import LAYOUT
from graph.statement import CONDITIONS
from graph.stores.names import property_of
from ontology.crosswalk import Yardstick, words
from ontology.namespaces import NS, OWL, RDF, RDFS, SCHEMA, SKOS, SUPERCLASS_VOCABULARIES, local_name
from ontology.turtle import Resource, read
from ontology.vocabulary import FOLDER, load

CLASS_FILE = read(FOLDER / "verweisnetz.ttl")
PROPERTY_FILE = read(FOLDER / "predicates.ttl")
KINDS = {kind for resource in CLASS_FILE.values() for kind in resource.values(NS + "mentionKind")}
FILES = sorted([FOLDER / "verweisnetz.ttl", FOLDER / "predicates.ttl", *(FOLDER / "schemes").glob("*.ttl")])


def of_type(resources: dict[str, Resource], iri: str) -> Iterator[Resource]:
    return (resource for resource in resources.values() if iri in resource.values(RDF + "type"))


CLASS_RESOURCES = list(of_type(CLASS_FILE, OWL + "Class"))
PROPERTY_RESOURCES = list(of_type(PROPERTY_FILE, RDF + "Property"))


def test_the_classes_of_the_design_are_there() -> None:
    wanted = """Actor Network Board Project Offer CounsellingOffer TrainingOffer FundingOffer Event Team TargetGroup Theme Region
        Source ContactPoint Site Membership Provision Referral Door Need Competence AcceptedGap Statement"""
    assert set(wanted.split()) <= {local_name(resource.iri) for resource in CLASS_RESOURCES}
    assert "Route" not in {local_name(resource.iri) for resource in CLASS_RESOURCES}


def test_kinds_of_mention_are_the_ones_statements_use() -> None:
    actors = {"Actor", "Network", "Board", "Project", "Event", "Team"}
    assert actors | {"Offer", "OfferType", "TargetGroup", "Theme", "Region", "ActorType"} == KINDS


@pytest.mark.parametrize("resource", [*CLASS_RESOURCES, *PROPERTY_RESOURCES], ids=lambda r: local_name(r.iri))
def test_every_class_and_property_has_label_and_comment_in_both_languages(resource: Resource) -> None:
    assert {"de", "en"} == set(resource.by_language(RDFS + "label"))
    assert {"de", "en"} == set(resource.by_language(RDFS + "comment"))


def test_superclasses_come_only_from_the_four_vocabularies() -> None:
    supers = {iri for resource in CLASS_RESOURCES for iri in resource.values(RDFS + "subClassOf")}
    ours = {resource.iri for resource in CLASS_RESOURCES}
    assert {iri for iri in supers if iri not in ours and not iri.startswith(SUPERCLASS_VOCABULARIES)} == set()


def test_a_training_offer_is_only_close_to_an_educational_program() -> None:
    training = CLASS_FILE[NS + "TrainingOffer"]
    assert training.values(RDFS + "subClassOf") == (NS + "Offer",)
    assert SCHEMA + "EducationalOccupationalProgram" in training.values(SKOS + "closeMatch")


def test_every_statement_predicate_connects_known_kinds() -> None:
    for predicate in load().predicates.values():
        assert predicate.domain, predicate.name
        assert predicate.domain <= KINDS | {"Any"}, predicate.name
        assert predicate.range <= KINDS | {"Any"} or predicate.range == {"Literal"}, predicate.name
        assert predicate.range, predicate.name


def test_the_closed_list_is_the_one_agreed() -> None:
    agreed = """type label alias offers forAudience onTheme inRegion refersTo memberOf coordinates cooperatesWith fundedBy organises
        partOf participatesIn affiliatedWith unitOf locatedIn reaches guides contactName contactPhone contactMail website address
        cost capacity format language openingHours status legalBasis access remark lastChecked runsFrom runsUntil other
        needed covered noNeed gapAccepted"""
    assert set(agreed.split()) == set(load().predicates)
    declared = {local_name(r.iri) for r in of_type(PROPERTY_FILE, NS + "StatementPredicate")}
    assert declared == set(load().predicates)


def test_domains_and_ranges_name_classes_that_exist() -> None:
    ours = {resource.iri for resource in CLASS_RESOURCES}
    for resource in PROPERTY_RESOURCES:
        for iri in (RDFS + "domain", RDFS + "range", SCHEMA + "domainIncludes", SCHEMA + "rangeIncludes"):
            assert [value for value in resource.values(iri) if value.startswith(NS) and value not in ours] == []
        assert len(resource.values(RDFS + "domain")) <= 1, resource.iri


def test_conditions_are_the_ones_statements_know() -> None:
    named = {name for resource in of_type(PROPERTY_FILE, NS + "Condition") for name in resource.values(NS + "name")}
    assert set(CONDITIONS) == named


def test_every_word_of_ours_the_code_writes_is_declared() -> None:
    declared = {iri for iri in {**CLASS_FILE, **PROPERTY_FILE} if iri.startswith(NS)}
    packages = [FOLDER.parent / name for name in ("ontology", "graph", "queries", "verweisnetz")]
    texts = [path.read_text(encoding="utf-8") for package in packages for path in package.rglob("*.py")]
    written = {NS + word for text in texts for word in re.findall(r'\bNS \+ "(\w+)"', text)}
    columns = {
        property_of(table, column) for table, columns in LAYOUT.items() if table != "source" for column in columns
    }
    # told apart before they are written: ids become IRIs, namings two properties
    unwritten = {NS + "id", NS + "namings"}
    assert {iri for iri in written | columns if iri.startswith(NS)} - declared - unwritten == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rdflib_reads_the_same_triples(path: Path) -> None:
    from rdflib import Graph

    quick = sum(len(values) for resource in read(path).values() for values in resource.said.values())
    assert len(Graph().parse(path)) == quick


def test_yardstick_words_stand_for_words_of_ours() -> None:
    assert set(words("matrix")) | set(words("text")) <= set(load().predicates)
    assert set(words("matrix", "condition")) <= set(CONDITIONS)
    assert set(words("text", "kind")) <= KINDS
    assert (words("matrix")["forAudience"], words("text")["forAudience"]) == ("serves", "targets")
    assert (words("matrix")["inRegion"], words("text")["inRegion"]) == ("active_in", "serves")


@pytest.mark.parametrize("yardstick", ["matrix", "text"])
def test_no_two_words_of_ours_mean_one_of_theirs(yardstick: Yardstick) -> None:
    theirs = list(words(yardstick).values())
    assert len(theirs) == len(set(theirs))
