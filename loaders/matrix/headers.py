"""The header dictionary: which words above a column say what stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from re import Pattern

from loaders.matrix.header_grammar import asked, bare, by_noun, forms, inside, unbracketed
from loaders.matrix.words import pattern, read, table, texts
from ontology.text import fold

ENTITIES = ("offer", "audience", "theme", "region")
"""What a mark can be about: the roles whose columns may each stand for one entity."""

PEOPLE = frozenset({"contact", "contactName", "contactPhone", "contactMail", "website", "address", "fax"})
"""Roles that say how to reach somebody."""


_DAY = re.compile(r"^(?:datum|tag|monat|jahr|tt\.)")
_FROM_TO = re.compile(r"^von\b.*\bbis\b|^von ?- ?bis")
_SHORTEST = 5


@cache
def _words() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for role in read("headers"):
        if role != "hxl":
            for word in texts("headers", role, "words"):
                found.setdefault(fold(word), role)
                found.setdefault(bare(fold(word)), role)
                found.setdefault(_unhyphened(bare(fold(word))), role)
    return found


@cache
def _stems() -> tuple[tuple[Pattern[str], str], ...]:
    return tuple(
        (re.compile(stem), role)
        for role in read("headers")
        if role != "hxl"
        for stem in texts("headers", role, "stems")
    )


def _unhyphened(folded: str) -> str:
    """Return a word without its hyphens: "E-Mailadresse" is written in every way there is."""
    joined = folded.replace("-", "")
    return joined if len(joined) >= _SHORTEST else folded


@lru_cache(maxsize=65536)
def exact(header: str) -> str:
    """Return the role a header names with one of the dictionary's words or asks for in so many words, else empty."""
    words = _words()
    beside, _ = corner(header)
    if beside:
        return beside
    for form in (*forms(header), *_either_side(unbracketed(fold(header)))):
        if form in words:
            return _precise(words[form], header)
    plain = _unhyphened(bare(unbracketed(fold(header))))
    if plain in words:
        return _precise(words[plain], header)
    return asked(header) or _words().get(fold(inside(header)), "")


def _precise(role: str, header: str) -> str:
    """Return which way of contact a header such as ``Kontakt (E-Mail)`` means, and which time ``von (Datum)``."""
    beside = fold(inside(header))
    if _DAY.match(beside) and role in {"sender", "receiver"}:
        return "runsFrom" if role == "sender" else "runsUntil"
    if _FROM_TO.match(beside) and role == "format":
        return "runs"
    within = _words().get(beside, "") if role == "contact" else ""
    return within if within in PEOPLE else "contactName" if within == "actor" else role


def _either_side(folded: str) -> tuple[str, ...]:
    """A header such as "Einrichtung / Träger" names its role when both sides name the same."""
    sides = [bare(side.strip()) for side in re.split(r"\s*(?:/|,| und | bzw\.? )\s*", folded)]
    roles = {_words().get(side, "") for side in sides}
    return (sides[0],) if len(sides) > 1 and len(roles) == 1 else ()


def sums(label: str) -> bool:
    """Return whether a label heads a row of sums: "Gesamt", "Summe Nennungen"."""
    return exact(label) == "total" or bool(pattern("axes", "titles", "total").search(fold(label)))


@lru_cache(maxsize=65536)
def loose(header: str) -> str:
    """Return the role a longer header hints at; true only where the column's cells agree."""
    found = exact(header)
    if found:
        return found
    folded = bare(fold(header))
    return by_noun(header, exact) or next((role for stem, role in _stems() if stem.search(folded)), "")


def _side(header: str) -> str:
    role = exact(header) or by_noun(header, exact)
    return "actor" if role == "cooperatesWith" else role


def sides(header: str) -> tuple[str, ...]:
    """Return the roles a header such as ``Partner / Angebot`` names one after the other, in its order."""
    parts = re.split(r"\s*(?:[\\/|,;+&↓→]+| und | bzw\.? )\s*", unbracketed(fold(header)))
    return tuple(role for part in parts if (role := exact(part)))


@lru_cache(maxsize=65536)
def corner(header: str) -> tuple[str, str]:
    """Return what stands at the side and what above, where a corner such as ``Thema \\ Zielgruppe`` names both."""
    sides = [side.strip() for side in re.split(r"[\\/|↓→↘>]+|\bx\b", fold(header)) if side.strip(" -:.")]
    roles = [_side(side) for side in sides] if len(sides) == 2 else []
    known = {"actor", *ENTITIES}
    return (roles[0], roles[1]) if len(roles) == 2 and roles[0] != roles[1] and set(roles) <= known else ("", "")


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
