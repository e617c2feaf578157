"""The words of answers in German and English, from data files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

FILES = ("phrases.toml", "route_phrases.toml", "network_phrases.toml")
"""Sections of the same name are one."""


@cache
def _catalogue() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    found: dict[str, dict[str, Mapping[str, str]]] = {}
    for name in FILES:
        for section, entries in tomllib.loads(files("queries").joinpath(name).read_text(encoding="utf-8")).items():
            found.setdefault(section, {}).update(entries)
    return found


def phrase(section: str, key: str, language: str, **values: str) -> str:
    """Return one phrase in ``de`` or ``en``, filled in; ``change`` texts are ``change_de`` and ``change_en``."""
    return filled(section, key, language, values)


def filled(section: str, key: str, language: str, values: Mapping[str, str]) -> str:
    """Return one phrase filled in from a mapping, which is asked only for what the phrase names."""
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
