"""What a header hints at, unless a vocabulary knows it as a thing of its own."""

from __future__ import annotations

from functools import lru_cache

from loaders.matrix import headers, kinds
from loaders.matrix.names import bare_label


@lru_cache(maxsize=65536)
def hint(label: str) -> str:
    """Return the role a header names or hints at; what a vocabulary knows as an entity of its own hints at nothing."""
    entity = any(kinds.known(kind, bare_label(label)) for kind in headers.ENTITIES)
    return headers.exact(label) if entity else headers.loose(label)
