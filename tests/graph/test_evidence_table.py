"""The evidence table: what statements name is known before it is made, whoever makes it."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.decisions import Decisions
from graph.facts.corpus import Corpus
from graph.facts.evidence import evidence_of, named_concepts
from graph.facts.meaning import Meaning
from graph.facts.places import Places
from ontology.regions import gazetteer
from ontology.vocabulary import load
from tests.graph.saying import Sayings
from tests.graph.test_derive_conflicts import saying, sentences


def meaning_of(said: Sayings) -> Meaning:
    """Return what the labels of some statements mean, all conditions read."""
    links = said.links()
    corpus = Corpus(said.statements, links, said.sources.values(), Decisions())
    meaning = Meaning(corpus, links, Places(gazetteer()), load())
    meaning.read_all()
    return meaning


@settings(max_examples=25, deadline=None)
@given(st.lists(sentences, max_size=12))
def test_evidence_is_about_exactly_the_concepts_that_are_named(lines: list[Any]) -> None:
    meaning = meaning_of(saying(lines))
    sources = dict.fromkeys(meaning.corpus.sources, 0) | {one.source: 0 for one in meaning.corpus.statements}
    named = named_concepts(meaning)
    evidence = evidence_of(meaning, sources, named)
    assert sorted(set(named)) == named
    assert set(range(len(named))) == set(evidence.about.values)


def test_offers_groups_and_themes_are_named_in_subjects_objects_and_conditions() -> None:
    said = Sayings().say("VHS Hagen", "offers", "Sprachkurs", audience="Frauen", theme="Digitalisierung")
    said.say("VHS Hagen", "forAudience", "Eltern").say("VHS Hagen", "forAudience", "*")
    named = named_concepts(meaning_of(said))
    assert {"audience/frauen", "audience/eltern", "theme/digitalisierung"} <= set(named)


def test_conditions_nobody_asks_for_are_read_and_reported() -> None:
    said = Sayings().say("VHS Hagen", "lastChecked", "2026-05-01", valid_from="irgendwann")
    assert ["VN4121"] == said.read().codes()
