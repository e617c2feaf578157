"""What a header hints at, unless a vocabulary knows it as a thing of its own."""

from __future__ import annotations

from functools import lru_cache

from loaders.matrix import headers, kinds
from loaders.matrix.names import bare_label

_SURE = 3
"""What a vocabulary, the gazetteer or a grammar knows weighs so much."""


@lru_cache(maxsize=65536)
def hint(label: str) -> str:
    """Return the role a header names or hints at; what a vocabulary knows as an entity of its own hints at nothing."""
    entity = any(kinds.known(kind, bare_label(label)) for kind in headers.ENTITIES)
    return headers.exact(label) if entity else headers.loose(label)


@lru_cache(maxsize=65536)
def is_word(group: str) -> bool:
    """Return whether a group header is a mere word for a kind: "Angebote", not "Beratung"."""
    kind = hint(group)
    return kind in headers.ENTITIES and not kinds.known(kind, bare_label(group))


@lru_cache(maxsize=65536)
def sets_kind(group: str, label: str) -> bool:
    """Return whether what stands below a group header is of the kind it hints at.

    A group that is a thing itself says nothing of a label that surely names something else: "Frauen" below "Beratung"
    are a group of people. A mere word for a kind does, except of places: "Olpe" below "Angebote" is no offer.
    """
    kind, own = hint(group), kinds.weights(bare_label(label))
    if kind not in headers.ENTITIES or kind in own or max(own.values(), default=0) < _SURE:
        return True
    return is_word(group) and "region" not in own
