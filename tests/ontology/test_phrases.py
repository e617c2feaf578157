"""What a label names by its head noun, and which words are no proper names."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.lexicon import is_ordinary
from ontology.nouns import KINDS, STRONG, WEAK, kinds_of, nouns
from ontology.phrases import said, surely


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Firmenservice", "offer"),
        ("Frauensprechstunde", "offer"),
        ("Frauenberatungsstelle", "institution"),
        ("Gründerzentrum", "institution"),
        ("Gründerberatung", "offer"),
        ("Fachkräftesicherung", "theme"),
        ("Schichtarbeitende", "audience"),
        ("Ansprechpartner", "nothing"),
    ],
)
def test_the_head_of_a_compound_stands_last(label: str, kind: str) -> None:
    assert {kind: STRONG} == said(label)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Beratung für Frauen", "offer"),
        ("Frauen mit Beratungsbedarf", "audience"),
        ("Beschäftigte der Metallindustrie", "audience"),
        ("Umschulung Pflege", "offer"),
        ("Kurs Pflege und Betreuung", "offer"),
        ("Nachqualifizierung Lager/Logistik", "offer"),
        ("Job-Coaching", "offer"),
        ("Azubi-Speed-Dating", "offer"),
        ("Fachkräfteeinwanderung (Beratung)", "offer"),
        ("Einfache Sprache: Übersetzung", "offer"),
        ("Ansprechpartner für Unternehmen", "nothing"),
    ],
)
def test_the_head_of_a_phrase_stands_first(label: str, kind: str) -> None:
    assert STRONG == said(label).get(kind)


@pytest.mark.parametrize(
    "label",
    ["Schüler*innen", "Schüler/-innen", "Schüler:innen", "SchülerInnen", "Schülerinnen und Schüler", "Schülerinnen"],
)
def test_both_sexes_are_one_group(label: str) -> None:
    assert {"audience": STRONG} == said(label)


def test_parts_that_share_a_head_are_of_its_kind() -> None:
    assert {"offer": STRONG} == said("Schuldner- und Insolvenzberatung")
    assert {"audience": STRONG} == said("An- und Ungelernte")


def test_a_group_and_what_it_is_about_are_a_theme() -> None:
    assert {"theme": WEAK} == said("Frauen und Beruf")


def test_an_adjective_in_front_is_no_head() -> None:
    assert {"offer": STRONG} == said("Ehrenamtliche Begleitung")
    assert {"audience": STRONG} == said("Alleinerziehende")


def test_a_noun_for_doing_something_is_an_offer_or_a_theme() -> None:
    assert {"offer": WEAK, "theme": WEAK} == said("Nostrifizierung")


@pytest.mark.parametrize(
    "label",
    [
        "Wir vermitteln bei Bedarf weiter.",
        "Der Kurs läuft gut",
        "kurs@example.org",
        "www.example.org/kurse",
        "Raum 204",
    ],
)
def test_a_sentence_or_an_address_names_nothing(label: str) -> None:
    assert {"nothing": STRONG} == said(label)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Schweißerkurs", "offer"),
        ("Beratung für Schwangere", "offer"),
        ("Promovierende", "audience"),
        ("Kurs", ""),  # may head a column
        ("Beratung durch", ""),
        ("Kursmaßnahme", ""),
        ("Sprachkurse und Kinderbetreuung", ""),  # two things
        ("Sprachkurse; Coaching", ""),
        ("Fachkräftesicherung", ""),
    ],
)
def test_only_single_things_with_a_telling_head_are_sure(label: str, kind: str) -> None:
    assert kind == surely(label)


def test_every_end_is_folded_and_of_a_known_kind() -> None:
    for end, kinds in nouns().ends.items():
        assert end == end.casefold()
        assert set(kinds) <= set(KINDS)
        assert set(kinds.values()) <= {STRONG, WEAK}
        assert "nothing" not in kinds or {"nothing"} == set(kinds), end


def test_a_short_end_needs_something_before_it() -> None:
    assert {"theme": WEAK} == kinds_of("didaktik")
    assert {} == kinds_of("bbie")


@pytest.mark.parametrize("word", ["weiterbildung", "frauen", "privatpersonen", "arabisch", "leistungen", "x"])
def test_words_of_the_vocabularies_are_no_names(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["sonnenhof", "lauenburg", "rudolstadt", "regenbogen"])
def test_names_are_no_words(word: str) -> None:
    assert not is_ordinary(word)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_an_answer(label: str) -> None:
    assert set(said(label)) <= set(KINDS)
    assert surely(label) in {"", "offer", "audience"}


def test_importing_the_grammar_reads_no_file() -> None:
    script = (
        "import sys, ontology.phrases, ontology.lexicon; from ontology.nouns import nouns;"
        "sys.exit(nouns.cache_info().currsize or 'tomllib' in sys.modules)"
    )
    assert 0 == subprocess.run([sys.executable, "-c", script], check=False).returncode
