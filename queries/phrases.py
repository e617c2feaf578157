"""The words of answers in German and English, from one data file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _catalogue() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(files("queries").joinpath("phrases.toml").read_text(encoding="utf-8"))


def phrase(section: str, key: str, language: str, **values: str) -> str:
    """Return one phrase in ``de`` or ``en``, filled in; ``change`` texts are ``change_de`` and ``change_en``."""
    return _catalogue()[section][key][language].format_map(values)


def word(key: str, language: str) -> str:
    """Return one word."""
    return phrase("words", key, language)


def known(section: str, key: str, language: str) -> str:
    """Return one phrase, or the key itself where a source used a word of its own."""
    return phrase(section, key, language) if key in _catalogue()[section] else key


def columns(keys: tuple[str, ...], language: str) -> dict[str, str]:
    """Return the column headings of a table."""
    return {key: phrase("columns", key, language) for key in keys}
