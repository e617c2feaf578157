"""The concept of a vocabulary that words name, in any case: "beruflicher Weiterbildung" is berufliche Weiterbildung."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from loaders.prose.rules.data import load as data
from loaders.prose.rules.keys import key
from ontology.labels import forms
from ontology.text import fold
from ontology.vocabulary import load

_ABBREVIATION = re.compile(r"^[A-ZÄÖÜ]{2,4}s?$")
_ALIKE = 6
"""Letters two words share at their beginning if they are forms of one: "Arbeitssuchende", "Arbeitsuchende"."""
_ADJECTIVE = re.compile(r"\b([a-zäöü]\w{3,}?)(?:en|er|em|es)\b|\b([A-ZÄÖÜ]\w{3,}?)(?:en|er|em|es)(?=\s+[A-ZÄÖÜ])")
_LONGEST = 90


@lru_cache(maxsize=1 << 13)
def concept(scheme: str, text: str) -> str:
    """Return the id of the concept, or an empty text."""
    plain = " ".join(text.split())
    if len(plain) > _LONGEST:
        return ""
    for said in dict.fromkeys((plain, _ADJECTIVE.sub(lambda found: (found[1] or found[2]) + "e", plain))):
        found = load().scheme(scheme).find(said)
        if found:
            return found.id
    return ""


@lru_cache(maxsize=1 << 13)
def same(scheme: str, text: str) -> str:
    """Return what tells things of a vocabulary apart in one document.

    It is the concept where the words are forms of its name, an abbreviation or used by turns with it, else the words.
    """
    known = concept(scheme, text)
    plain = key(_neutral(" ".join(text.split())))
    turn = _turns().get(plain)
    if turn and known in ("", *_concepts_of(scheme, turn)):  # "Unternehmer" are people, no Unternehmen
        return turn
    if not known:
        return plain or fold(text)
    name = key(_neutral(load().scheme(scheme)[known].label()))
    alike = plain in name or name in plain or (len(plain) >= _ALIKE and name.startswith(plain[:_ALIKE]))
    return known if alike or _ABBREVIATION.match(text) else f"{known} {plain}"


def _neutral(text: str) -> str:
    """Return words without marks of gender: the last form is that of one gender."""
    return forms(text)[-1]


@cache
def _concepts_of(scheme: str, turn: str) -> frozenset[str]:
    """Return the concepts of the words that are used by turns."""
    rows: list[list[str]] = data("concepts")["same"]
    return frozenset(concept(scheme, word) for row in rows for word in row if _turns().get(key(_neutral(word))) == turn)


@cache
def _turns() -> Mapping[str, str]:
    rows: list[list[str]] = data("concepts")["same"]
    return {key(_neutral(name)): f"by turns {key(_neutral(row[0]))}" for row in rows for name in row}
