"""Words in a text, at their borders: how notes, hours and costs are read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    found = (re.escape(word.removesuffix("~")) + ("" if word.endswith("~") else r"(?!\w)") for word in words)
    return re.compile(r"(?<!\w)(?:" + "|".join(found) + ")")


def says(text: str, words: Iterable[str]) -> bool:
    """Return whether a folded text contains one of the words; ``~`` allows any ending."""
    listed = tuple(words)
    return bool(listed) and _pattern(listed).search(text) is not None
