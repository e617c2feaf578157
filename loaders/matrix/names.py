"""Labels as people would retype them: without footnote marks and numbering, two actors in one cell apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from loaders.matrix import kinds, marks
from ontology.text import clean

_NUMBERING = re.compile(r"^(?:\d{1,3}(?:\.\d{1,2})*[.)]\s+|\(\d{1,2}\)\s+|[a-zA-Z]\)\s+|[-•–·▪►]\s+)")
_BOTH = re.compile(r"\s+/\s+|\s*\n\s*|\s+\+\s+|\s*;\s*")


@lru_cache(maxsize=65536)
def bare_label(text: str) -> str:
    """Return a label without numbering and footnote marks."""
    label, _ = marks.footnotes(clean(text))
    return _NUMBERING.sub("", label).strip(" ;,") or clean(text)


def marks_of(text: str) -> tuple[str, ...]:
    """Return the footnote marks at the end of a label."""
    return marks.footnotes(clean(text))[1]


def both(text: str, is_actor: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the actors a row label names: ``VHS A / VHS B`` are two, ``Kreis Olpe/Siegen`` is one."""
    parts = [bare_label(part) for part in _BOTH.split(text) if part.strip()]
    named = [is_actor(part) for part in parts]
    whole = all(yes or (" " in part and part[:1].isupper()) for yes, part in zip(named, parts, strict=True))
    likely = any(named) or all("actor" in kinds.weights(part) for part in parts)
    if len(parts) > 1 and (all(named) or (likely and whole and " / " in text)):
        return tuple(dict.fromkeys(parts))
    return (bare_label(text),)
