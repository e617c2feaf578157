"""The words of the sheet, and how long what comes from elsewhere may be so that it stays one page."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

LONGEST = 150
"""Characters of one thing on the sheet; a source may say much more of it."""


@cache
def _catalogue() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("verweisnetz.handout").joinpath("words.toml").read_text(encoding="utf-8"))


class Words:
    """The sheet's words in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = _catalogue()[language]

    def __call__(self, key: str, **values: str) -> str:
        """Return a word, filled in."""
        # Boxes to tick are never cut off: each is a question of its own.
        kept = {name: value if name == "boxes" else short(value) for name, value in values.items()}
        return self._words[key].format_map(kept)


def short(text: str, longest: int = LONGEST) -> str:
    """Return a text on one line, cut where it is too long for a sheet."""
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"


def joined(parts: Iterable[str], sign: str = "; ") -> str:
    """Return what there is of some parts, each once."""
    return sign.join(dict.fromkeys(part for part in parts if part))
