"""Quotes find their places: as they stand, or as a person copied them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.prose.align import Quotable, pieces

TEXT = (
    "Die Agentur für Arbeit\nHagen und das Jobcenter Hagen beraten gemeinsam. Weiter-\nbildung hilft: „Minijob plus“."
)


def said(quote: str) -> list[str]:
    return [TEXT[start:end] for start, end in Quotable(TEXT).all(quote)]


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Jobcenter Hagen", ["Jobcenter Hagen"]),
        ("Agentur für Arbeit Hagen", ["Agentur für Arbeit\nHagen"]),
        ("Weiterbildung hilft", ["Weiter-\nbildung hilft"]),
        ('hilft: "Minijob plus"', ["hilft: „Minijob plus“"]),
        ("Agentur fu\u0308r Arbeit", ["Agentur für Arbeit"]),
        ("Hagen", ["Hagen", "Hagen"]),
        ("Volkshochschule", []),
        ("job", []),
        ("", []),
    ],
)
def test_a_quote_is_found_however_it_was_copied(quote: str, found: list[str]) -> None:
    assert found == said(quote)


def test_of_several_places_the_one_nearest_to_other_evidence_is_meant() -> None:
    text = Quotable(TEXT)
    first, second = text.all("Hagen")
    assert second == text.one("Hagen", near=[(40, 49)])
    assert first == text.one("Hagen", near=[(0, 11)])
    assert text.one("Hagen") is None


def test_what_is_equally_near_stays_open() -> None:
    assert Quotable("Hagen ist Hagen").one("Hagen", near=[(0, 15)]) is None


def test_a_quote_with_omissions_has_parts() -> None:
    assert ["Die Agentur", "beraten gemeinsam"] == pieces("„Die Agentur […] beraten gemeinsam“")


@given(st.text(max_size=60), st.data())
def test_whatever_is_cut_at_words_out_of_a_text_is_found_there(text: str, data: st.DataObject) -> None:
    words = text.split(" ")
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = " ".join(words[first : last + 1]).strip()
    places = Quotable(text).all(quote)
    start = text.find(quote)
    whole = quote and not (start > 0 and text[start - 1].isalnum() and quote[0].isalnum())
    if whole and (start + len(quote) == len(text) or not (text[start + len(quote)].isalnum() and quote[-1].isalnum())):
        assert (start, start + len(quote)) in places


@given(
    st.lists(
        st.sampled_from(["Jobcenter", "Hagen", "für", "Über-\nsicht", "„KI“", "Aus-", "und"]), min_size=1, max_size=8
    )
)
def test_every_place_reproduces_the_quote_up_to_what_nobody_reads(words: list[str]) -> None:
    text, quote = "\n".join(words), " ".join(words).replace("Über-\nsicht", "Übersicht").replace("„KI“", '"KI"')
    ((start, end), *_) = Quotable(text).all(quote)
    assert (0, len(text.rstrip("-"))) == (start, end) or text[start:end].rstrip("-") == text.rstrip("-")
