"""What may be said: vocabularies, predicates, facets, regions, and the grammar of institution names."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ontology.concepts import Concept
    from ontology.errors import OntologyError
    from ontology.scheme import Scheme
    from ontology.vocabulary import Predicate, Vocabulary, load

__all__ = ["Concept", "OntologyError", "Predicate", "Scheme", "Vocabulary", "load"]

_HOMES = {
    "Concept": "concepts", "OntologyError": "errors", "Predicate": "vocabulary", "Scheme": "scheme",
    "Vocabulary": "vocabulary", "load": "vocabulary",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """Import a public name when it is first used (PEP 562): who only needs an error loads no vocabulary."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"ontology.{_HOMES[name]}"), name)
