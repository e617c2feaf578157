"""Lone labels that head the rows below them."""

from __future__ import annotations

from tests.loaders.matrix.drawing import draw, told


def test_groups_of_actors_in_plain_letters_are_types_however_they_are_called() -> None:
    grid = draw(
        """
        Anbieter | Bewerbungstraining | Sprachkurs
        Hochschulen und Schulen
        Berufskolleg Siegen | x |
        Kammern
        IHK Siegen | | x
        Verbände
        Handelsverband Olpe | x |
        Sonstige Beratungsstellen
        Mieterverein Siegen | | x
        """
    )
    assert [line for line in told(grid) if " type " in line] == [
        "A2 Berufskolleg Siegen type Hochschulen und Schulen",
        "A4 IHK Siegen type Kammern",
        "A6 Handelsverband Olpe type Verbände",
        "A8 Mieterverein Siegen type Sonstige Beratungsstellen",
    ]
