"""The small words of German, from ``relation_grammar.toml``: articles and their cases, prepositions, what joins and what parts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

CASES = frozenset({"nom", "acc", "dat", "gen"})


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def determiners() -> Mapping[str, frozenset[str]]:
    """Return what stands before a noun and tells its case: "dem" → dative."""
    found = {word: frozenset(cases) for word, cases in _data()["determiners"].items()}
    declined = _data()["declined"]
    for stem in declined["stems"]:
        for ending, cases in declined["endings"].items():
            found.setdefault(stem + ending, frozenset(cases))
    return MappingProxyType(found)


@cache
def prepositions() -> Mapping[str, str]:
    """Return every preposition, contracted or not, with its plain form: "zum" → "zu"."""
    plain = {word: word for word in _data()["prepositions"]["plain"]}
    return MappingProxyType({**plain, **_data()["prepositions"]["joined"]})


@cache
def contracted() -> frozenset[str]:
    """Return the prepositions that hold their article: "zum", "im"."""
    return frozenset(_data()["prepositions"]["joined"])


@cache
def listed(name: str) -> frozenset[str]:
    """Return one list of words: ``joining``, ``relative``, ``passive`` …"""
    return frozenset(_data()["words"][name])


@cache
def taking(preposition: str) -> frozenset[str]:
    """Return the nouns that take a preposition with them: "Interesse an", "Fragen zu"."""
    return frozenset(_data()["taking"].get(preposition, ()))


@cache
def is_small(word: str) -> bool:
    """Return whether a word is no noun though a sentence may open with it in capitals: "Im", "Die", "Wir"."""
    return word in determiners() or word in prepositions() or any(word in listed(name) for name in _SMALL)


_SMALL = ("small", "pronouns", "ours", "passive", "being", "having", "modal", "subordinating", "relative", "joining")


@cache
def joining_phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return what joins with several words, by the first of them: "zum Beispiel"."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in _data()["phrases"]["joining"]:
        words = tuple(phrase.split(" "))
        found[words[0]] = (*found.get(words[0], ()), words)
    return MappingProxyType(found)
