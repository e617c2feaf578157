"""The data files beside the rules, each read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any


@cache
def load(name: str) -> Mapping[str, Any]:
    """Return what ``<name>.toml`` holds."""
    import tomllib
    from pathlib import Path

    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def folded(entries: Iterable[str]) -> frozenset[str]:
    """Return words as they are compared."""
    from ontology.text import fold

    return frozenset(map(fold, entries))


@cache
def words_of(name: str, key: str) -> frozenset[str]:
    """Return a list of ``<name>.toml`` as it is compared."""
    return folded(load(name)[key])
