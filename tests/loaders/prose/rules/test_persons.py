from __future__ import annotations

import pytest

from tests.loaders.prose.rules.reading_aid import labels, named, quotes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Es sprach Prof. Dr. Petra Beispiel, Hochschule Gera.", ["Petra Beispiel"]),
        ("Projektleiter Jan von der Probe begrüßte alle.", ["Jan von der Probe"]),
        ("Fragen an Frau Musterfrau.", ["Musterfrau"]),
        ("Rosa ist eine Farbe, Heide eine Landschaft.", []),
    ],
)
def test_a_person_has_a_first_name_or_a_title(sentence: str, expected: list[str]) -> None:
    assert expected == labels(sentence, "Person")


def test_a_surname_stands_for_the_person() -> None:
    assert [["Max Mustermann", "Mustermann"]] == quotes(
        "Max Mustermann leitet das Projekt. Mustermann ist neu.", "Person"
    )


def test_persons_are_left_out_unless_asked_for_and_become_nothing_else() -> None:
    text = "Kontakt: Erika Koch, Jobcenter Goslar"
    assert ["Jobcenter Goslar"] == [node.label for node in named(text).nodes]
    assert {"Person", "Actor"} == {node.kind for node in named(text, persons=True).nodes}
