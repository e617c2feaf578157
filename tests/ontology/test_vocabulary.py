"""Concepts are found by any label a partner writes, and by nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.concepts import Concept
from ontology.errors import OntologyError
from ontology.labels import forms, loose
from ontology.scheme import Scheme
from ontology.text import fold
from ontology.turtle import Resource, read
from ontology.vocabulary import load, read_scheme


def found(scheme: str, label: str) -> str:
    concept = load().scheme(scheme).find(label)
    return concept.id.partition("/")[2] if concept else ""


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Geringfügig Beschäftigte", "geringfuegig-beschaeftigte"),
        ("GERINGFÜGIG  BESCHÄFTIGTE", "geringfuegig-beschaeftigte"),
        ("geringfuegig Beschaeftigte", "geringfuegig-beschaeftigte"),
        ("Minijobber/-innen", "geringfuegig-beschaeftigte"),
        ("Minijobber:innen", "geringfuegig-beschaeftigte"),
        ("Minijobberinnen und Minijobber", "geringfuegig-beschaeftigte"),
        ("geringfügig Beschäftigte unter 35 Jahren", "geringfuegig-beschaeftigte-unter-35"),
        ("Migrant*innen", "menschen-mit-migrationshintergrund"),
        ("Kund_innen im SGB II", "sgb-ii-beziehende"),
        ("ArbeitnehmerInnen", "beschaeftigte"),
        ("Arbeitnehmer (m/w/d)", "beschaeftigte"),
        ("Arbeitnehmer und Arbeitnehmerinnen", "beschaeftigte"),
        ("Existenzgründerinnen und -gründer", "gruendende"),
        ("Wiedereinsteiger bzw. Wiedereinsteigerinnen", "wiedereinsteigende"),
        ("Berater*in", "multiplikatoren"),
        ("Rehabilitand(inn)en", ""),
        ("Rehabilitand*innen", "rehabilitandinnen-und-rehabilitanden"),
        ("Langzeitarbeitslosen", "langzeitarbeitslose"),
        ("Handwerksbetrieben", "handwerksbetriebe"),
        ("Menschen mit Behinderung(en)", "menschen-mit-behinderung"),
        ("Personen mit Migrationshintergrund", "menschen-mit-migrationshintergrund"),
        ("für Frauen", "frauen"),
        ("Frauen¹", "frauen"),
        ("Frauen**", "frauen"),
        ("Frauen 2)", "frauen"),
        ("Arbeitsu-\nchende", "arbeitsuchende"),
        ("Soloselbständige", "soloselbststaendige"),
        ("Solo-Selbständige", "soloselbststaendige"),
        ("Unternehmen (KMU)", "kmu"),
        ("Geflüchtete (Flüchtlinge)", "gefluechtete"),
        ("Beschäftigte / Arbeitnehmende", "beschaeftigte"),
        ("refugees", "gefluechtete"),
    ],
)
def test_a_target_group_is_found_however_partners_write_it(label: str, expected: str) -> None:
    assert expected == found("audience", label)


@pytest.mark.parametrize(
    "label",
    [
        "",
        "?",
        "x",
        "Frauen (nur Alleinerziehende)",
        "Frauen / Betriebe",
        "Geflüchtete und Betriebe",
        "Haustiere",
        "innen",
        "-",
    ],
)
def test_a_label_that_says_more_or_something_else_is_not_found(label: str) -> None:
    assert found("audience", label) == ""


def test_an_abbreviation_means_what_its_vocabulary_means() -> None:
    assert [found("theme", "KI"), found("actor-type", "KI")] == [
        "kuenstliche-intelligenz",
        "kommunales-integrationszentrum",
    ]
    assert [found("offer-type", "BBiE"), found("actor-type", "BBiE")] == ["bbie", "bbie"]
    assert found("offer-type", "Berufsberatung im Erwerbsleben (BBiE)") == "bbie"


def test_a_list_of_two_groups_is_one_concept_of_alternatives() -> None:
    concept = load().scheme("audience").find("Menschen mit Migrationshintergrund und Fluchterfahrung")
    assert concept is not None
    assert concept.alternatives == ("migration=yes", "migration=refugee")


@pytest.mark.parametrize(
    ("scheme", "typed", "expected"),
    [
        ("audience", "Langzeitarbeitlose", "audience/langzeitarbeitslose"),
        ("audience", "Alleinerzihende Frauen", "audience/alleinerziehende"),
        ("offer-type", "Anerkenungsberatung", "offer-type/anerkennungsberatung"),
        ("actor-type", "Jobzenter", "actor-type/jobcenter"),
    ],
)
def test_a_slip_of_the_pen_has_the_right_name_nearby(scheme: str, typed: str, expected: str) -> None:
    near = load().scheme(scheme).near(typed, limit=3)
    assert expected in [concept.id for concept in near]
    assert len(near) <= 3


def test_broader_and_narrower_are_each_others_mirror() -> None:
    for scheme in load().schemes.values():
        for concept in scheme:
            assert all(concept.id in scheme.narrower(other) for other in scheme.broader(concept.id))
            assert all(concept.id in scheme.broader(other) for other in scheme.narrower(concept.id))
            assert concept.id not in scheme.broader(concept.id)


def test_broader_reaches_over_several_steps() -> None:
    broader = load().scheme("audience").broader("audience/geringfuegig-beschaeftigte-unter-35")
    assert {"audience/geringfuegig-beschaeftigte", "audience/beschaeftigte", "audience/erwerbstaetige"} <= broader


def test_a_ring_of_broader_ends() -> None:
    ring = Scheme(
        "ring",
        [
            Concept("ring/a", "ring", {"de": "a", "en": "a"}, broader=("ring/b",)),
            Concept("ring/b", "ring", {"de": "b", "en": "b"}, broader=("ring/a",)),
        ],
    )
    assert ring.broader("ring/a") == {"ring/b"}


def test_a_label_two_concepts_nearly_share_is_no_guess() -> None:
    scheme = Scheme(
        "pets",
        [
            Concept("pets/cat", "pets", {"de": "Katze", "en": "cat"}),
            Concept("pets/cats", "pets", {"de": "Katzen", "en": "cats"}),
        ],
    )
    assert (scheme.find("Katze"), scheme.find("Katzens")) == (scheme["pets/cat"], None)


@given(st.text(max_size=60))
def test_no_label_makes_the_search_fail(label: str) -> None:
    for scheme in load().schemes.values():
        concept = scheme.find(label)
        assert concept is None or concept.id in scheme


@given(st.text(max_size=40))
def test_the_first_form_of_a_label_is_its_folding(label: str) -> None:
    assert next(iter(forms(label))) == fold(label)
    assert loose(fold(label)) == loose(fold(fold(label)))


def test_every_label_finds_its_own_concept() -> None:
    for scheme in load().schemes.values():
        lost = [name for concept in scheme for name in concept.names if scheme.find(name) != concept]
        assert lost == []


def test_an_unknown_vocabulary_is_named_with_those_there_are() -> None:
    with pytest.raises(OntologyError, match=r"'colour'.*audience"):
        load().scheme("colour")
    assert load().concept("colour/red") is None
    assert load().concept("audience/frauen") == load().scheme("audience")["audience/frauen"]


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("@prefix a: <", encoding="utf-8")
    (tmp_path / "headless.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    for name in ("broken.ttl", "headless.ttl", "missing.ttl"):
        with pytest.raises(OntologyError, match=name):
            read_scheme(tmp_path / name)


def test_every_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counted(path: Path) -> dict[str, Resource]:
        parsed.append(path.name)
        return read(path)

    monkeypatch.setattr("ontology.vocabulary.read", counted)
    load.cache_clear()
    assert load() is load()
    assert len(set(parsed)) == len(parsed) == len(load().schemes) + 1


def test_the_vocabularies_need_no_rdflib_and_no_rapidfuzz_to_load() -> None:
    code = "import sys, ontology; ontology.load().scheme('audience').find('Frauen'); print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"rdflib", "rapidfuzz", "networkx"}.isdisjoint(modules)


def test_every_public_name_is_there_and_an_error_alone_loads_no_vocabulary() -> None:
    import ontology

    assert set(ontology.__all__) == {name for name in ontology.__all__ if hasattr(ontology, name)}
    code = "import sys, ontology.errors; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "ontology.vocabulary" not in modules
