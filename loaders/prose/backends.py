"""Which backends read a document, by the names a region's configuration uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from loaders.prose.choices import NOTES, USUAL
from loaders.prose.extract import Extractor
from loaders.source import SourceSpec
from ontology.errors import RegionError


def _rules(spec: SourceSpec) -> Extractor:
    from loaders.prose.rules.extractor import RulesExtractor

    # Persons also where no names are wanted: who is one must be known to be left out.
    return RulesExtractor(persons=True, known=spec.known)


def _llm(spec: SourceSpec) -> Extractor:
    from loaders.prose.llm.extractor import LlmExtractor

    if spec.model is None:
        raise RegionError(
            f"{spec.id}: no language model is configured; say url and model in [llm]",
            de=f"{spec.id}: kein Sprachmodell ist eingerichtet; url und model unter [llm] angeben",
        )
    return LlmExtractor(spec.model)


BACKENDS: Mapping[str, Callable[[SourceSpec], Extractor]] = {"rules": _rules, "llm": _llm}


def extractors_for(spec: SourceSpec) -> tuple[Extractor, ...]:
    """Return the backends a source is read with, in the order in which they are named (``rules+llm``)."""
    named = (spec.extractor or USUAL).split("+")
    return tuple(BACKENDS[name](spec) for name in named if name != NOTES)
