"""A concept of one of our SKOS vocabularies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ontology.namespaces import concept_iri


@dataclass(frozen=True, slots=True)
class Concept:
    """One target group, theme, kind of offer, ...; two are equal if their ids are.

    Args:
        id: ``<scheme>/<slug>``.
        labels: the preferred label by language (``de``, ``en``).
        alt: every other label, both languages.
        hidden: abbreviations and spellings to be found by, but never shown.
        broader, narrower: ids of the direct neighbours.
        definitions: by language; German always.
        themes: theme ids a kind of offer carries.
        alternatives: a target group's facet conjunctions as text (``ontology.facets``); several are alternatives.
        matches: IRIs of the same or a close concept in other vocabularies.
    """

    id: str
    scheme: str = field(compare=False)
    labels: Mapping[str, str] = field(compare=False)
    alt: tuple[str, ...] = field(default=(), compare=False)
    hidden: tuple[str, ...] = field(default=(), compare=False)
    broader: tuple[str, ...] = field(default=(), compare=False)
    narrower: tuple[str, ...] = field(default=(), compare=False)
    definitions: Mapping[str, str] = field(default_factory=dict, compare=False)
    themes: tuple[str, ...] = field(default=(), compare=False)
    alternatives: tuple[str, ...] = field(default=(), compare=False)
    matches: tuple[str, ...] = field(default=(), compare=False)

    @property
    def definition(self) -> str:
        """The German definition, or an empty text."""
        return self.definitions.get("de", "")

    @property
    def iri(self) -> str:
        """The concept's IRI."""
        return concept_iri(self.id)

    @property
    def names(self) -> tuple[str, ...]:
        """Every label it may be found by, the preferred ones first."""
        return (*self.labels.values(), *self.alt, *self.hidden)

    def label(self, language: str = "de") -> str:
        """Return the preferred label, German where the language has none."""
        return self.labels.get(language) or self.labels["de"]
