"""Every message exists in both languages and says what its author meant."""

from __future__ import annotations

import string

import pytest

from ontology.messages import _catalogue, codes, hint, sentence

FIELDS = ("de", "en", "hint_de", "hint_en")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", codes())
def test_a_message_is_complete_and_ends_like_a_sentence(code: str) -> None:
    entry = _catalogue()[code]
    assert set(entry) <= {*FIELDS, "severity"}
    assert sentence(code, "de").endswith((".", "?", "!", "…", ":", ")", "“"))
    assert sentence(code, "en")
    assert bool(hint(code, "de")) == bool(hint(code, "en"))


@pytest.mark.parametrize("code", codes())
def test_both_languages_fill_in_the_same_words(code: str) -> None:
    entry = _catalogue()[code]
    # a message may pass on what a library said in that very language
    assert placeholders(entry["de"]) - {"de"} == placeholders(entry["en"]) - {"en"}


def test_codes_are_numbered_by_part_of_the_program() -> None:
    assert [code for code in codes() if not (code.startswith("VN") and code[2:].isdigit() and len(code) == 6)] == []


def test_words_are_filled_in_and_data_is_never_a_template() -> None:
    code = next(code for code in codes() if placeholders(_catalogue()[code]["de"]) == {"value"})
    assert "{x}" in sentence(code, "de", {"value": "{x}"})
    assert "…" in sentence(code, "de")


def test_a_code_of_a_newer_version_says_its_number() -> None:
    assert (sentence("VN9999", "de"), hint("VN9999", "en")) == ("VN9999", "")
