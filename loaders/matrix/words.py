"""The data files of this package, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from re import Pattern
from re import compile as compile_pattern

from ontology.text import fold

FOLDER = Path(__file__).parent


@cache
def read(name: str) -> Mapping[str, object]:
    """Return one data file of this package as it stands."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def table(name: str, *path: str) -> Mapping[str, object]:
    """Return a table inside a data file, empty where there is none."""
    found: object = read(name)
    for step in path:
        found = found.get(step, {}) if isinstance(found, Mapping) else {}
    return found if isinstance(found, Mapping) else {}


@cache
def texts(name: str, *path: str) -> tuple[str, ...]:
    """Return a list of words inside a data file, empty where there is none."""
    found = table(name, *path[:-1]).get(path[-1], ())
    return tuple(map(str, found)) if isinstance(found, Iterable) and not isinstance(found, str) else ()


@cache
def pattern(name: str, *path: str) -> Pattern[str]:
    """Return the patterns of a list joined to one; one that never matches for an empty list."""
    return compile_pattern("|".join(f"(?:{part})" for part in texts(name, *path)) or r"(?!)")


@lru_cache(maxsize=1 << 15)
def squeeze(text: str) -> str:
    """Return the text folded and without any space: how short signs are compared."""
    return fold(text).replace(" ", "")
