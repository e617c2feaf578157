"""Which language a document reads like; the rules are for German."""

from __future__ import annotations

import re
from collections import Counter

from loaders.prose.data import read, texts

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_FEWEST = 40
_USUAL = 0.12
"""In running German every fifth word is one of the list; lists of institutions have fewer."""


def other_language(text: str) -> str:
    """Return the code of the language a text reads like where that is not German, empty where it is or none is clear."""
    words = Counter(_WORD.findall(text[:_SAMPLE].lower()))
    total = sum(words.values())
    if total < _FEWEST:
        return ""
    shares = {code: sum(words[word] for word in texts("language", code)) / total for code in read("language")}
    likely = max(shares, key=lambda code: shares[code])
    return likely if likely != "de" and shares[likely] >= _USUAL and shares[likely] > 2 * shares["de"] else ""
