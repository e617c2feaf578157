"""The words of the report, and how it counts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from queries.dates import written
from queries.weights import weighed

NAMED = 5


@cache
def _catalogue() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(files("verweisnetz.report").joinpath("words.toml").read_text(encoding="utf-8"))


class Words:
    """The report's words in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = _catalogue()[language]

    def __call__(self, key: str, **values: str) -> str:
        """Return a word or sentence, filled in."""
        return str(self._words[key]).format_map(values)

    def count(self, what: str, number: int) -> str:
        """Return a number with what is counted: ``1 Lücke``, ``3 Lücken``."""
        one, many = self._words["counted"][what]
        return f"{number} {one if number == 1 else many}"

    def day(self, day: date | None) -> str:
        """Return a day as people write it."""
        return written(day, self.language)

    def weight(self, thousandths: int) -> str:
        """Return a weight as people write it."""
        return weighed(thousandths, self.language)

    def listed(self, names: Iterable[str], most: int = NAMED, sign: str = ", ") -> str:
        """Return names side by side, the first of many with how many follow."""
        found = list(dict.fromkeys(names))
        shown = sign.join(found[:most])
        return f"{shown} (+{len(found) - most})" if len(found) > most else shown
