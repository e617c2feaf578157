"""What titles, captions and sheet names are about."""

from __future__ import annotations

import pytest

from loaders.matrix.captions import about, entity_in


def test_what_stands_behind_the_opening_words_is_what_a_title_is_about() -> None:
    assert "Ehrenamtliche" == about("Angebote für Ehrenamtliche")
    assert "Frauen" == about("Zielgruppe: Frauen")
    assert "Hagen" == about("Matrix Hagen")


def test_a_title_without_opening_words_is_about_nothing_in_particular() -> None:
    assert "" == about("Hagen")
    assert "" == about("Übersicht")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Hagen", ("Hagen", "region")),
        ("Matrix Hagen", ("Hagen", "region")),
        ("Zielgruppe: Frauen", ("Frauen", "audience")),
        ("Beratung zur Anerkennung", ("Anerkennung", "theme")),
        ("Jobcenter Hagen", ("Jobcenter Hagen", "actor")),
    ],
)
def test_a_title_names_what_a_vocabulary_knows(title: str, expected: tuple[str, str]) -> None:
    assert expected == entity_in(title)


def test_the_preposition_says_what_no_vocabulary_knows() -> None:
    assert ("Väter in Elternzeit", "audience") == entity_in("Angebote für Väter in Elternzeit")


@pytest.mark.parametrize(
    "title",
    [
        "Übersicht",
        "Zielgruppe",  # a header
        "Netzwerk 2026",  # an edition
        "Beratung im Frühjahr",  # no place
        "Angebote für alle, die etwas Neues lernen wollen",  # a sentence
    ],
)
def test_a_title_that_only_describes_names_nothing(title: str) -> None:
    assert ("", "") == entity_in(title)
