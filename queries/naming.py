"""Many names in one sentence: the first of them, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from queries.phrases import phrase

NAMED = 5
"""So many names are read; who wants all of them asks for the answer as data."""


def listed(names: Sequence[str], language: str, most: int = NAMED) -> str:
    """Return names side by side.

    Args:
        most: how many are named before the others are only counted; 0: all.
    """
    more = len(names) - most if most else 0
    if more <= 0:
        return ", ".join(names)
    return phrase("words", "and_more", language, names=", ".join(names[:most]), more=str(more))
