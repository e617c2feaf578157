"""The vocabularies and the closed list of predicates, read from Turtle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ontology.concepts import Concept
from ontology.errors import OntologyError
from ontology.namespaces import DCTERMS, NS, RDF, RDFS, SKOS, concept_id, local_name
from ontology.scheme import Scheme
from ontology.turtle import Resource, read

__all__ = ["Concept", "Predicate", "Scheme", "Vocabulary", "load", "read_predicates", "read_scheme"]

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Predicate:
    """One word of the closed list: what it may connect.

    Args:
        domain: kinds of subject. range: kinds of object, or ``{"Literal"}``.
    """

    name: str
    domain: frozenset[str]
    range: frozenset[str]
    labels: Mapping[str, str]
    comments: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that may be said."""

    schemes: Mapping[str, Scheme]
    predicates: Mapping[str, Predicate]

    def scheme(self, name: str) -> Scheme:
        """Return a vocabulary by name, e.g. ``audience``.

        Raises:
            OntologyError: if there is none of this name.
        """
        try:
            return self.schemes[name]
        except KeyError:
            raise OntologyError(f"no vocabulary named {name!r}; there are: {', '.join(self.schemes)}") from None

    def concept(self, concept_id: str) -> Concept | None:
        """Return the concept with this id, whichever vocabulary has it."""
        scheme = self.schemes.get(concept_id.partition("/")[0])
        return scheme.get(concept_id) if scheme else None


@cache
def load() -> Vocabulary:
    """Return the vocabularies that come with the program."""
    schemes = {path.stem: read_scheme(path) for path in sorted((FOLDER / "schemes").glob("*.ttl"))}
    return Vocabulary(MappingProxyType(schemes), MappingProxyType(read_predicates(FOLDER / "predicates.ttl")))


def read_scheme(path: Path) -> Scheme:
    """Return the vocabulary a Turtle file holds; its name is that of the file."""
    resources = read(path)
    head = next((r for r in resources.values() if SKOS + "ConceptScheme" in r.values(RDF + "type")), None)
    if head is None:
        raise OntologyError(f"{path.name}: has no skos:ConceptScheme")
    concepts = [r for r in resources.values() if SKOS + "inScheme" in r.said]
    narrower: dict[str, list[str]] = {}
    for resource in concepts:
        for broader in resource.values(SKOS + "broader"):
            narrower.setdefault(broader, []).append(resource.iri)
    return Scheme(
        path.stem,
        (_concept(path.stem, resource, narrower.get(resource.iri, [])) for resource in concepts),
        head.by_language(DCTERMS + "title"),
        head.by_language(DCTERMS + "description"),
    )


_MATCHES = tuple(SKOS + name for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"))


def _concept(scheme: str, resource: Resource, narrower: list[str]) -> Concept:
    return Concept(
        id=concept_id(resource.iri),
        scheme=scheme,
        labels=resource.by_language(SKOS + "prefLabel"),
        alt=resource.values(SKOS + "altLabel"),
        hidden=resource.values(SKOS + "hiddenLabel"),
        broader=_ids(resource.values(SKOS + "broader")),
        narrower=_ids(narrower),
        definitions=resource.by_language(SKOS + "definition"),
        themes=_ids(resource.values(NS + "theme")),
        alternatives=resource.values(NS + "alternative"),
        matches=tuple(sorted(iri for match in _MATCHES for iri in resource.values(match))),
    )


def _ids(iris: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return tuple(sorted(map(concept_id, iris)))


def read_predicates(path: Path) -> dict[str, Predicate]:
    """Return the statement predicates a Turtle file declares, by name."""
    return {
        local_name(resource.iri): Predicate(
            name=local_name(resource.iri),
            domain=frozenset(resource.values(NS + "domainKind")),
            range=frozenset(resource.values(NS + "rangeKind")),
            labels=resource.by_language(RDFS + "label"),
            comments=resource.by_language(RDFS + "comment"),
        )
        for resource in read(path).values()
        if NS + "StatementPredicate" in resource.values(RDF + "type")
    }
