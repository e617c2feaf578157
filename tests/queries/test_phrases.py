"""The words of answers: in both languages, and each said in one place."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from queries.phrases import FILES


def entries() -> list[tuple[str, str, dict[str, Any]]]:
    found = []
    for name in FILES:
        for section, keys in tomllib.loads(files("queries").joinpath(name).read_text(encoding="utf-8")).items():
            found += [(section, key, texts) for key, texts in keys.items()]
    return found


def test_no_phrase_is_said_in_two_files_so_that_one_would_win_unseen() -> None:
    keys = [(section, key) for section, key, _ in entries()]
    assert sorted(set(keys)) == sorted(keys)


def test_every_phrase_has_german_and_english_with_the_same_gaps_to_fill() -> None:
    import string

    for section, key, texts in entries():
        gaps = {
            language: {name for _, name, _, _ in string.Formatter().parse(texts[language]) if name}
            for language in ("de", "en")
        }
        assert gaps["de"] == gaps["en"], (section, key)
