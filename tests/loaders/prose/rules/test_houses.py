"""Houses in which something takes place, told by a town, by who they are called after, by their kind."""

from __future__ import annotations

import pytest

from tests.loaders.prose.rules.reading_aid import labels


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Die Messe ist im Alvarium Celle.", "Alvarium Celle"),
        ("Der Tag findet im Ochsen in Celle statt.", "Ochsen"),
        ("Wir treffen uns im Anna-Seghers-Haus.", "Anna-Seghers-Haus"),
        ("Ein Infostand steht auf dem Marktplatz Celle.", "Marktplatz Celle"),
        ("Die Tagung findet in der Allerlandhalle statt.", "Allerlandhalle"),
    ],
)
def test_a_house_is_an_actor_where_something_takes_place(sentence: str, expected: str) -> None:
    assert [expected] == labels(sentence, "Actor")


@pytest.mark.parametrize(
    "sentence", ["Wir arbeiten im Team in Celle.", "Es war im Mai in Celle.", "Er wohnt in Würzburg."]
)
def test_what_else_stands_behind_im_is_no_house(sentence: str) -> None:
    assert [] == labels(sentence, "Actor")
