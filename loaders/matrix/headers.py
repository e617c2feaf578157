"""The header dictionary: which words above a column say what stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from re import Pattern

from loaders.matrix.words import read, table, texts
from ontology.text import fold

ENTITIES = ("offer", "audience", "theme", "region")
"""What a mark can be about: the roles whose columns may each stand for one entity."""

PEOPLE = frozenset({"contact", "contactName", "contactPhone", "contactMail", "website", "address", "fax"})
"""Roles that say how to reach somebody."""

_EDGES = re.compile(r"^[\W_]+|[\s:.?!*¹²³°_]+$")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")


@cache
def _words() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for role in read("headers"):
        if role != "hxl":
            for word in texts("headers", role, "words"):
                found.setdefault(fold(word), role)
                found.setdefault(_bare(fold(word)), role)
    return found


@cache
def _stems() -> tuple[tuple[Pattern[str], str], ...]:
    return tuple(
        (re.compile(stem), role)
        for role in read("headers")
        if role != "hxl"
        for stem in texts("headers", role, "stems")
    )


def _bare(folded: str) -> str:
    return _EDGES.sub("", folded) or folded


@lru_cache(maxsize=65536)
def exact(header: str) -> str:
    """Return the role a header names with one of the dictionary's words, or an empty text."""
    folded = fold(header)
    words = _words()
    unbracketed = _BRACKET.sub("", folded)
    for form in (folded, _bare(folded), unbracketed, _bare(unbracketed), *_either_side(unbracketed)):
        if form in words:
            return words[form]
    return ""


def _either_side(folded: str) -> tuple[str, ...]:
    """A header such as "Einrichtung / Träger" names its role when both sides name the same."""
    sides = [_bare(side.strip()) for side in re.split(r"\s*(?:/|,| und | bzw\.? )\s*", folded)]
    roles = {_words().get(side, "") for side in sides}
    return (sides[0],) if len(sides) > 1 and len(roles) == 1 else ()


@lru_cache(maxsize=65536)
def loose(header: str) -> str:
    """Return the role a longer header hints at; true only where the column's cells agree."""
    found = exact(header)
    if found:
        return found
    folded = _bare(fold(header))
    return next((role for stem, role in _stems() if stem.search(folded)), "")


def prefixed(header: str) -> tuple[str, str]:
    """Return role and rest of a header such as ``Zielgruppe: Frauen``, else two empty texts."""
    before, colon, after = header.partition(":")
    role = exact(before) if colon and after.strip() else ""
    return (role, after.strip()) if role in ENTITIES else ("", "")


@lru_cache(maxsize=4096)
def tag(text: str) -> str:
    """Return the role of an HXL tag such as ``#org+name``; ``other`` for a tag without one, empty for no tag."""
    folded = fold(text).replace(" ", "")
    if not re.match(r"^#[a-z][a-z0-9_]*(\+[a-z0-9_]+)*$", folded):
        return ""
    known = table("headers", "hxl")
    head, *attributes = folded.split("+")
    if "id" in attributes or "code" in attributes or head.endswith("_id"):
        return "other"
    for attribute in attributes:
        if f"{head}+{attribute}" in known:
            return str(known[f"{head}+{attribute}"])
    return str(known.get(head, "other"))
