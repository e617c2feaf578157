"""Which readers a region wants for its documents: rules, a language model, both side by side, or people's notes alone."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.prose.extract import Extractor
from loaders.source import SourceSpec

CHOICES = ("rules", "llm", "rules+llm", "none")
"""What ``extractor`` of a source may be; what several say is united, each tested by itself."""


def extractors_for(spec: SourceSpec) -> tuple[Extractor, ...]:
    """Return the readers a source's specification asks for, in the order of its words."""
    return tuple(_extractors(spec))


def _extractors(spec: SourceSpec) -> Iterator[Extractor]:
    for name in (spec.extractor or "rules").split("+"):
        if name == "rules":
            yield from _rules(spec)
        elif name == "llm" and spec.model is not None:
            from loaders.prose.llm.extractor import LlmExtractor

            yield LlmExtractor(spec.model)


def _rules(spec: SourceSpec) -> Iterator[Extractor]:
    try:
        from loaders.prose.rules.extractor import RulesExtractor
    except ModuleNotFoundError:  # TODO: until i6nodes is merged
        return
    yield RulesExtractor(persons=spec.persons)
