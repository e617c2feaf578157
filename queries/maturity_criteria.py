"""The points of the guideline as data: what there is to talk about, and which evidence is looked for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ontology.text import fold


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a point; without a ``finder`` no source can say it, only people can.

    Args:
        found: the sentence of what was found, by language.
        given: the finder's arguments.
    """

    id: str
    title: Mapping[str, str]
    finder: str
    found: Mapping[str, str]
    given: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Point:
    """One point: where the guideline speaks of it (``chapter``), and what a meeting would ask itself."""

    id: str
    chapter: str
    title: Mapping[str, str]
    ask: Mapping[str, str]
    sides: tuple[Side, ...]


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files("queries").joinpath("maturity.toml").read_text(encoding="utf-8"))


@cache
def points() -> tuple[Point, ...]:
    """Return the points in the order of the guideline."""
    return tuple(
        Point(said["id"], said["chapter"], _both(said), _both(said, "ask_"), tuple(map(_side, said["aspect"])))
        for said in _data()["criterion"]
    )


@cache
def point(name: str) -> Point | None:
    """Return a point by its id or its title in either language."""
    known = {fold(word): one for one in points() for word in (one.id, *one.title.values())}
    return known.get(fold(name))


@cache
def side(criterion: str, aspect: str) -> Side:
    """Return one side of a point by ids."""
    return next(one for here in points() if here.id == criterion for one in here.sides if one.id == aspect)


@cache
def cues(name: str) -> tuple[str, ...]:
    """Return the folded words that are evidence, or those (``unless``) beside which they are none."""
    return tuple(fold(word) for word in _data()["cues"][name])


def _side(said: Mapping[str, Any]) -> Side:
    own = ("id", "de", "en", "finder", "found_de", "found_en")
    given = {
        name: tuple(value) if isinstance(value, list) else value for name, value in said.items() if name not in own
    }
    return Side(said["id"], _both(said), said.get("finder", ""), _both(said, "found_"), given)


def _both(said: Mapping[str, Any], start: str = "") -> Mapping[str, str]:
    return {language: said.get(start + language, "") for language in ("de", "en")}
