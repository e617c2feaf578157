"""Headers as people might write them get the role they mean, also where no list holds them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from loaders.matrix import headers
from loaders.matrix.hints import hint

WANTED: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("header_words.toml").read_text(encoding="utf-8"))


def test_nineteen_of_twenty_headers_get_the_role_they_mean() -> None:
    pairs = [(header, role) for role, texts in WANTED.items() for header in texts]
    missed = [(header, role, headers.loose(header)) for header, role in pairs if headers.loose(header) != role]
    assert len(missed) <= 0.05 * len(pairs), missed


@pytest.mark.parametrize("role", WANTED)
def test_no_role_is_known_by_chance_only(role: str) -> None:
    known = [header for header in WANTED[role] if headers.loose(header) == role]
    assert len(known) >= 0.75 * len(WANTED[role]), set(WANTED[role]) - set(known)


def test_what_a_header_names_outright_it_also_hints_at() -> None:
    both = [(headers.exact(header), headers.loose(header)) for texts in WANTED.values() for header in texts]
    assert [] == [(exact, loose) for exact, loose in both if exact and exact != loose]


def test_a_header_hints_at_its_role() -> None:
    assert "audience" == hint("Zielgruppe")
    assert "theme" == hint("Fachthema")
    assert "actor" == hint("Ihre Einrichtung")


def test_what_a_vocabulary_knows_hints_at_nothing() -> None:
    assert "offer" == headers.loose("Bildungsberatung")
    assert "" == hint("Bildungsberatung")
    assert "" == hint("Geflüchtete")
    assert "" == hint("Hagen")


def test_a_word_of_the_dictionary_is_a_header_although_a_vocabulary_knows_it_too() -> None:
    assert "offer" == hint("Beratung")
