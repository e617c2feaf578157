"""What a client needs in practice, read and checked: hours, child care, accessibility, format, cost, language, level."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.view import View
from ontology.errors import QuestionError
from ontology.facets import facets
from ontology.text import fold
from queries.names import names_of
from queries.profile import PRACTICAL
from queries.spoken import says

GERMAN = "de"
"""The end of the id of the language whose level is a facet of the client too."""
CONCEPTS = ("format", "language")
PRESENCE = ("child_care", "accessibility", "interpreter")
"""Needs that are there or not."""
CLOCK = re.compile(r"(\d{1,2})(?:[:.]\d\d)?\s*(?:uhr|h)?\s*(?:-|bis|to)\s*(\d{1,2})(?:[:.]\d\d)?")


@dataclass(frozen=True, slots=True)
class Wish:
    """One practical need.

    Args:
        words: what will do, folded: any of them.
        concepts: rows of formats or languages that will do.
        level: the client's level in the (one) language.
    """

    name: str
    words: tuple[str, ...]
    concepts: tuple[int, ...] = ()
    level: str = ""


@cache
def words() -> Mapping[str, Mapping[str, Any]]:
    """Return the words of ``practical.toml``, read once."""
    return tomllib.loads(files("queries").joinpath("practical.toml").read_text(encoding="utf-8"))


@cache
def levels() -> tuple[str, ...]:
    """Return the levels of a language, the lowest first."""
    return next(facet.levels for facet in facets() if facet.id == "language")


def wishes(view: View, practical: Iterable[tuple[str, str]]) -> tuple[Wish, ...]:
    """Return practical needs as read; what makes no difference ("any") is left out.

    Raises:
        QuestionError: for a name or word nobody knows (with near ones), and for two that contradict each other.
    """
    given: dict[str, str] = {}
    for name, text in practical:
        if name not in PRACTICAL:
            raise QuestionError(
                f"unknown practical need “{name}”", PRACTICAL, de=f"„{name}“ ist als praktischer Bedarf nicht bekannt"
            )
        if fold(given.setdefault(name, text)) != fold(text):
            raise QuestionError(
                f"the profile contradicts itself: {name}={given[name]} and {name}={text}; alternatives are written "
                f"{name}={given[name]}|{text}",
                de=f"das Profil widerspricht sich: {name}={given[name]} und {name}={text}; was beides recht ist, "
                f"heißt {name}={given[name]}|{text}",
            )
    read = (_read(view, name, text) for name, text in given.items())
    return tuple(wish for wish in read if wish is not None)


def known_level(read: Iterable[Wish], view: View) -> str:
    """Return what the needs say of the client's German, as a facet, or nothing: a level wanted is a level known."""
    ids = view.table("concept").text("id")
    for wish in read:
        if wish.level and any(ids[row] == f"language/{GERMAN}" for row in wish.concepts):
            return f"language={wish.level}"
    return ""


def _read(view: View, name: str, text: str) -> Wish | None:
    alternatives = [part for part in re.split(r"\s*\|\s*", text.strip()) if part]
    if not alternatives or any(fold(one) in words()["answers"]["no"] for one in alternatives):
        return None
    if name in CONCEPTS:
        return _concepts(view, name, alternatives)
    for one in alternatives:
        _known(name, one)
    return Wish(name, tuple(map(fold, alternatives)))


def _concepts(view: View, name: str, alternatives: list[str]) -> Wish:
    """Return a format or language; a language may carry the client's level in it: ``de:B1``."""
    names, rows, found_levels = names_of(view), [], set()
    for one in alternatives:
        word, _, level = one.partition(":") if name == "language" else (one, "", "")
        row = names.find(word.strip(), name)
        rows.append(names.concept(word.strip(), name) if row is None else row)
        if level.strip():
            found_levels.add(_level(level.strip()))
    if len(found_levels) > 1 or (found_levels and len(rows) > 1):
        raise QuestionError(
            "a level belongs to one language: write language=de:B1",
            de="ein Sprachniveau gehört zu einer Sprache: language=de:B1",
        )
    return Wish(name, tuple(map(fold, alternatives)), tuple(rows), next(iter(found_levels), ""))


def _level(text: str) -> str:
    found = next((level for level in levels() if fold(level) == fold(text)), None)
    if found is None:
        raise QuestionError(f"“{text}” is no level of a language", levels(), de=f"„{text}“ ist kein Sprachniveau")
    return found


def _known(name: str, text: str) -> None:
    """Refuse a word that no rule could ever compare."""
    folded, data = fold(text), words()
    if name in PRESENCE:
        right = says(folded, (*data["answers"]["yes"], *data[name]["yes"]))
    elif name == "cost":
        right = says(folded, data["cost"]["free"]) or (amount(folded) is not None and not folded.startswith("-"))
    else:
        known = tuple(word for listed in data["hours"].values() for word in listed)
        spans = CLOCK.findall(folded)
        right = all(int(start) < int(end) <= 24 for start, end in spans) and (bool(spans) or says(folded, known))
    if not right:
        near = tuple(data["examples"]["presence" if name in PRESENCE else name])
        raise QuestionError(
            f"“{text}” is not understood as {name}", near, de=f"„{text}“ ist als {name} nicht zu verstehen"
        )


def amount(folded: str) -> float | None:
    """Return the first amount of money in a text, e.g. ``1.200,50 EUR``; a bare number counts."""
    found = re.search(r"\d[\d.,]*", folded)
    if found is None:
        return None
    digits = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", found[0].rstrip(".,")).replace(",", ".")
    try:
        return float(digits)
    except ValueError:
        return None
