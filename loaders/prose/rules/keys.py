"""What tells things of one kind apart in a document."""

from __future__ import annotations

import re

from loaders.prose.rules.inflection import stem
from ontology.institutions import institution
from ontology.text import fold

_WORD = re.compile(r"[^\W_]+")


def key_of(label: str) -> str:
    """Return what tells institutions of a document apart: kind, places and the stems of further words."""
    key = institution(label)
    kind = key.type or "institution"
    tokens = sorted(
        {stem(token) for token in key.tokens} | ({stem(t) for t in key.unit_of.tokens} if key.unit_of else set())
    )
    return " ".join([kind, *key.places, *tokens])


def key(text: str) -> str:
    """Return what tells names apart: their words without cases, articles and hyphens."""
    words = [stem(fold(word)) for word in _WORD.findall(text)]
    kept = [word for word in words if word not in ("der", "die", "das", "des", "und", "fuer", "in", "im")]
    return " ".join(kept or words)
