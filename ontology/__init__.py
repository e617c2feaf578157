"""What may be said: vocabularies, predicates, facets, regions, and the grammar of institution names."""

from ontology.concepts import Concept
from ontology.errors import OntologyError
from ontology.scheme import Scheme
from ontology.vocabulary import Predicate, Vocabulary, load

__all__ = ["Concept", "OntologyError", "Predicate", "Scheme", "Vocabulary", "load"]
