"""How labels are cleaned."""

from __future__ import annotations

import pytest

from ontology.text import clean


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Bildungs-\nberatung", "Bildungsberatung"),
        ("Industrie-\nund Handelskammer", "Industrie- und Handelskammer"),
        ("Aufstiegs-BAföG-\nBeratung", "Aufstiegs-BAföG-Beratung"),
        ("Info - \nBeratung", "Info - Beratung"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_a_break_a_gap_or_part_of_the_word(written: str, expected: str) -> None:
    assert expected == clean(written)
