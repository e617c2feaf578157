"""Vocabulary labels in a text of our own, in the language of the reader: what two states say is compared in German."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ontology.vocabulary import load

SCHEMES: Mapping[str, tuple[str, ...]] = {
    "themes": ("theme",),
    "types": ("actor-type",),
    "type": ("offer-type",),
    "handover": ("handover",),
    "responsibility": ("responsibility",),
    "about": ("audience", "theme"),
}
"""Of which vocabularies the labels of a property are."""
_BETWEEN, _BESIDE = " · ", ", "


def relabelled(text: str, name: str, language: str) -> str:
    """Return labels side by side in the reader's language; words of a source stay as they are.

    Args:
        name: the property they are said of, a key of `SCHEMES`; of another nothing is a label.
    """
    if language != "en" or name not in SCHEMES:
        return text
    return _BETWEEN.join(_BESIDE.join(_labels(part, name)) for part in text.split(_BETWEEN))


def _labels(text: str, name: str) -> Iterator[str]:
    """Yield each label: the longest that is one, for a label may hold a comma itself."""
    known, parts = _english(name), text.split(_BESIDE)
    at = 0
    while at < len(parts):
        ends = range(len(parts), at, -1)
        end = next((end for end in ends if _BESIDE.join(parts[at:end]) in known), at + 1)
        said = _BESIDE.join(parts[at:end])
        yield known.get(said, said)
        at = end


@cache
def _english(name: str) -> Mapping[str, str]:
    found = (concept for scheme in SCHEMES[name] for concept in load().scheme(scheme))
    return {concept.label("de"): concept.label("en") for concept in found}
