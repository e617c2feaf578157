"""How a yardstick calls what we call otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

Yardstick = Literal["matrix", "text"]
Section = Literal["predicate", "condition", "detail", "kind"]


@cache
def words(yardstick: Yardstick, section: Section = "predicate") -> Mapping[str, str]:
    """Return our word -> theirs; a word the yardstick does not know is left out."""
    import tomllib

    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    entries: dict[str, dict[str, str]] = tomllib.loads(text)[section]
    return MappingProxyType({ours: theirs[yardstick] for ours, theirs in entries.items() if yardstick in theirs})
