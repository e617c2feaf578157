"""The words of the review in German and English, from a data file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _catalogue() -> Mapping[str, Mapping[str, str]]:
    text = files("verweisnetz.review").joinpath("words.toml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, str]] = tomllib.loads(text)
    return found


def word(key: str, language: str) -> str:
    """Return one word or sentence in ``de`` or ``en``."""
    return _catalogue()[language][key]


def listed(section: str, language: str) -> Mapping[str, str]:
    """Return every word whose key begins with a section's name, by what follows it."""
    return {
        key.removeprefix(f"{section}_"): said
        for key, said in _catalogue()[language].items()
        if key.startswith(f"{section}_")
    }
