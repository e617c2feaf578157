"""The words themselves: complete in both languages, unambiguous, and consistent with their facets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise

import pytest

from ontology.facets import Group, parse, subsumes
from ontology.labels import loose
from ontology.text import fold, slug
from ontology.vocabulary import Concept, load

SCHEMES = tuple(load().schemes)
WANTED = {"audience": 50, "theme": 75, "offer-type": 30, "actor-type": 25, "language": 20, "handover": 5, "access": 4}


@pytest.mark.parametrize(("scheme", "count"), WANTED.items())
def test_a_vocabulary_is_large_enough(scheme: str, count: int) -> None:
    assert len(load().scheme(scheme)) >= count


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_concept_has_labels_in_both_languages_and_a_german_definition(scheme: str) -> None:
    words = load().scheme(scheme)
    assert {"de", "en"} == set(words.labels) == set(words.definitions)
    assert [c.id for c in words if {"de", "en"} != set(c.labels) or not all(c.labels.values())] == []
    assert [c.id for c in words if not c.definition.endswith(".")] == []


@pytest.mark.parametrize("scheme", ["audience", "theme", "offer-type"])
def test_what_people_choose_from_is_defined_in_english_as_well(scheme: str) -> None:
    assert [c.id for c in load().scheme(scheme) if not c.definitions.get("en", "").endswith(".")] == []


@pytest.mark.parametrize("key", [fold, lambda name: loose(fold(name))], ids=["folded", "without inflection"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_label_belongs_to_two_concepts_of_one_vocabulary(scheme: str, key: Callable[[str], str]) -> None:
    claimed: dict[str, set[str]] = defaultdict(set)
    for concept in load().scheme(scheme):
        for name in concept.names:
            claimed[key(name)].add(concept.id)
    assert {name: ids for name, ids in claimed.items() if len(ids) > 1 or not name} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_label_is_preferred_alternative_or_hidden_but_not_two_of_these(scheme: str) -> None:
    for concept in load().scheme(scheme):
        said = [*set(concept.labels.values()), *set(concept.alt), *set(concept.hidden)]
        assert len(said) == len(set(said)), concept.id


@pytest.mark.parametrize("scheme", SCHEMES)
def test_broader_stays_inside_the_vocabulary_and_never_comes_back(scheme: str) -> None:
    words = load().scheme(scheme)
    for concept in words:
        assert set(concept.broader) <= {c.id for c in words}
        assert concept.id not in {up for direct in concept.broader for up in words.broader(direct)}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_ids_are_slugs_and_sorted(scheme: str) -> None:
    ids = [concept.id for concept in load().scheme(scheme)]
    assert all(a < b for a, b in pairwise(ids))
    assert [i for i in ids if i != f"{scheme}/{slug(i.partition('/')[2])}"] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_labels_are_written_as_people_write_them(scheme: str) -> None:
    names = [name for concept in load().scheme(scheme) for name in concept.names]
    assert [name for name in names if name != " ".join(name.split()) or name.endswith((",", ";"))] == []
    german = [text for c in load().scheme(scheme) for text in (c.labels["de"], *c.alt, c.definition)]
    assert [text for text in german if "ue" in text.casefold() and any(w in text.casefold() for w in _MISSPELT)] == []


_MISSPELT = ("fuer ", "fluecht", "beschaeft", "foerder", "ueber", "gruend", "fuehr", "muette", "schueler")


def test_every_target_group_is_a_well_formed_group() -> None:
    for concept in load().scheme("audience"):
        assert concept.alternatives, concept.id
        for alternative in concept.alternatives:
            assert alternative == parse(alternative).text(), concept.id


def test_broader_target_groups_hold_everybody_of_the_narrower_ones() -> None:
    words = load().scheme("audience")
    wrong = [
        (concept.id, broader)
        for concept in words
        for broader in concept.broader
        if not subsumes(group(concept), group(words[broader]))
    ]
    assert wrong == []


def group(concept: Concept) -> Group:
    return parse(" | ".join(concept.alternatives))


@pytest.mark.parametrize(
    ("label", "alternatives"),
    [
        ("geringfügig Beschäftigte unter 35 Jahren", {"age<35 & employment=marginal"}),
        ("gut qualifizierte Frauen mit Fluchterfahrung", {"migration=refugee & qualification=high & sex=f"}),
        ("Menschen mit Migrationshintergrund und Fluchterfahrung", {"migration=yes", "migration=refugee"}),
        ("Menschen ohne Berufsabschluss", {"qualification=none", "qualification=partial"}),
        ("Wiedereinsteiger und Wiedereinsteigerinnen", {"stage=returner"}),
        ("Langzeitarbeitslose", {"employment=longterm"}),
        ("kleine und mittlere Unternehmen", {"person=company & size<250"}),
        ("Kleinstunternehmen", {"person=company & size<10"}),
        ("Betriebe der Metall- und Elektroindustrie", {"person=company & sector=metall-und-elektroindustrie"}),
        ("Personalverantwortliche", {"employment=employed & role=hr"}),
        ("Unternehmer", {"role=owner"}),
        ("Weiterbildungsanbieter", {"person=company & sector=weiterbildung"}),
        ("Weiterbildungsinteressierte", {"person=natural"}),
    ],
)
def test_the_groups_the_documents_name_are_defined(label: str, alternatives: set[str]) -> None:
    concept = load().scheme("audience").find(label)
    assert concept is not None
    assert alternatives == set(concept.alternatives)


@pytest.mark.parametrize(
    "label",
    ["Arbeitsuchende", "Arbeitslose", "Ältere Beschäftigte", "Frauen", "Beschäftigte", "KMU", "Quereinsteigende", "Ehrenamtliche",
     "Existenzgründer", "Unternehmen", "Menschen mit Migrationshintergrund", "Weiterbildungsmentorinnen und Weiterbildungsmentoren"],
)  # fmt: skip
def test_every_group_of_the_documents_is_found(label: str) -> None:
    assert load().scheme("audience").find(label) is not None


def test_every_kind_of_offer_carries_themes_that_exist() -> None:
    themes = load().scheme("theme")
    for concept in load().scheme("offer-type"):
        assert all(theme in themes for theme in concept.themes), concept.id
        assert concept.themes or not concept.broader, concept.id


def test_codes_of_the_design_are_words_of_the_vocabularies() -> None:
    assert [c.id for c in load().scheme("access")] == [
        "access/open", "access/referral", "access/registration", "access/unknown",
    ]  # fmt: skip
    assert {c.id.partition("/")[2] for c in load().scheme("handover")} == {
        "information", "contact", "appointment", "accompanied", "joint",
    }  # fmt: skip
    assert {c.id.partition("/")[2] for c in load().scheme("responsibility")} == {
        "sender-until-appointment", "sender-until-feedback", "receiver", "shared", "not-agreed",
    }  # fmt: skip
