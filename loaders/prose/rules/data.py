"""The data files beside the rules, read as those of the whole package are: with one loader and one way to compare."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from loaders.prose import data


@cache
def load(name: str) -> Mapping[str, Any]:
    """Return what ``rules/<name>.toml`` holds."""
    return data.read(f"rules/{name}")


@cache
def words_of(name: str, key: str) -> frozenset[str]:
    """Return a list of ``rules/<name>.toml`` as it is compared; a rule never asks for one that is not there."""
    load(name)[key]
    return data.folded(f"rules/{name}", key)
