"""The concept of a vocabulary that words name, in any case: "beruflicher Weiterbildung" is berufliche Weiterbildung."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.vocabulary import load

_ADJECTIVE = re.compile(r"\b([a-zäöü]\w{3,}?)(?:en|er|em|es)\b|\b([A-ZÄÖÜ]\w{3,}?)(?:en|er|em|es)(?=\s+[A-ZÄÖÜ])")
_LONGEST = 90


@lru_cache(maxsize=1 << 13)
def concept(scheme: str, text: str) -> str:
    """Return the id of the concept, or an empty text."""
    plain = " ".join(text.split())
    if len(plain) > _LONGEST:
        return ""
    for said in dict.fromkeys((plain, _ADJECTIVE.sub(lambda found: (found[1] or found[2]) + "e", plain))):
        found = load().scheme(scheme).find(said)
        if found:
            return found.id
    return ""
