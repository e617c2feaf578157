"""The IRIs our Turtle files speak in, and how they become short ids."""

from __future__ import annotations

NS = "https://verweisnetz.example/ns#"
"""Classes and properties; ``.example`` is reserved, so that we claim nobody's address."""

ID = "https://verweisnetz.example/id/"
"""Concepts: ``<ID><scheme>/<slug>``."""

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"

SUPERCLASS_VOCABULARIES = (ORG, SCHEMA, SKOS, PROV)
"""The only foreign vocabularies our classes may have superclasses from (DESIGN §3)."""


def concept_iri(concept_id: str) -> str:
    """Return the IRI of a concept id such as ``audience/frauen``."""
    return ID + concept_id


def concept_id(iri: str) -> str:
    """Return the id of a concept IRI, e.g. ``audience/frauen``."""
    return iri.removeprefix(ID)


def local_name(iri: str) -> str:
    """Return the last part of an IRI, e.g. ``refersTo``."""
    return iri.rpartition("#")[2].rpartition("/")[2]
