"""Writes the official areas of ``ontology/regions/`` from the lists other packages ship: names and keys only."""
