"""The data files of this package and of its rules, read once and made into what lines are compared with."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from ontology.text import fold

_FOLDER = Path(__file__).parent


@cache
def read(name: str) -> Mapping[str, object]:
    """Return one data file as it stands: "labels", "rules/actors"."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def texts(name: str, key: str) -> tuple[str, ...]:
    """Return a list of a data file, empty where there is none."""
    found = read(name).get(key, ())
    return tuple(map(str, found)) if isinstance(found, Iterable) and not isinstance(found, str) else ()


@cache
def folded(name: str, key: str) -> frozenset[str]:
    """Return a list of words as they are compared."""
    return frozenset(map(fold, texts(name, key)))


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """Return the patterns of a list joined to one; one that never matches for an empty list."""
    return re.compile("|".join(f"(?:{part})" for part in texts(name, key)) or r"(?!)", re.IGNORECASE)
