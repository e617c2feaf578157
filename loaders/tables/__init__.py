"""The tables a region keeps by hand: needs, doors, accepted gaps; every cell is used or reported."""

from loaders.tables.reading import read

__all__ = ["read"]
