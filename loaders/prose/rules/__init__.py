"""Nodes and relations of a document by rules: grammar as small code, words as data."""
