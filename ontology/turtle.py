"""Reads a Turtle file into plain dictionaries: quick enough to do at every start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import OntologyError


@dataclass(frozen=True, slots=True)
class Resource:
    """What one file says about one subject: property IRI -> values in the order of the file.

    A value is a pair of text and language; the language of an IRI or a plain literal is empty.
    """

    iri: str
    said: Mapping[str, list[tuple[str, str]]]

    def values(self, iri: str, language: str | None = None) -> tuple[str, ...]:
        """Return the values of a property, all of them or those in one language."""
        return tuple(text for text, tag in self.said.get(iri, ()) if language is None or tag == language)

    def by_language(self, iri: str) -> dict[str, str]:
        """Return language -> first value of a property."""
        found: dict[str, str] = {}
        for text, tag in self.said.get(iri, ()):
            found.setdefault(tag, text)
        return found


def read(path: Path) -> dict[str, Resource]:
    """Return every subject of a Turtle file by IRI.

    Raises:
        OntologyError: naming the file, if it is missing or no Turtle.
    """
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for subject, predicate, value, language in _triples(path):
        found.setdefault(subject, {}).setdefault(predicate, []).append((value, language))
    return {iri: Resource(iri, said) for iri, said in found.items()}


def _triples(path: Path) -> Iterator[tuple[str, str, str, str]]:
    import pyoxigraph

    try:
        for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            subject, predicate, value = quad.subject, quad.predicate, quad.object
            if isinstance(value, pyoxigraph.Literal):
                yield subject.value, predicate.value, value.value, value.language or ""
            elif isinstance(value, pyoxigraph.NamedNode | pyoxigraph.BlankNode):
                yield subject.value, predicate.value, value.value, ""
    except (SyntaxError, OSError) as error:
        raise OntologyError(f"{path.name}: {error}") from error
