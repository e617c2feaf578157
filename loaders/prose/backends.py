"""Which backends read a document, by the names a region's configuration uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from loaders.prose.extract import Extractor
from loaders.source import SourceSpec

USUAL = "rules"
NOTES = "notes"
"""Nothing but what people noted beside the document."""


def _rules(spec: SourceSpec) -> Extractor:
    from loaders.prose.rules.extractor import RulesExtractor

    # Persons also where no names are wanted: who is one must be known to be left out.
    return RulesExtractor(persons=True, known=spec.known)


BACKENDS: Mapping[str, Callable[[SourceSpec], Extractor]] = {"rules": _rules}


def extractors_for(spec: SourceSpec) -> tuple[Extractor, ...]:
    """Return the backends a source is read with, in the order in which they are named (``rules+llm``)."""
    named = (spec.extractor or USUAL).split("+")
    return tuple(BACKENDS[name](spec) for name in named if name != NOTES)
