"""What may be said: vocabularies, predicates, facets, regions, and the grammar of institution names."""
