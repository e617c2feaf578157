"""What a provision takes from its offer, its type and its actor where its own row says nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

COMBINED_REGIONS = 4
"""Bit of a provision's ``combined`` column: its regions were taken from the actor's row."""

Columns = Callable[[str, str], Sequence[Any]]
"""Table and column to the values of all rows."""


class Inheritance:
    """Reads themes, type and area of provisions, by row (layout: an empty list is "not stated")."""

    def __init__(self, columns: Columns) -> None:
        self._providers: Sequence[int] = columns("provision", "provider")
        self._offers: Sequence[int] = columns("provision", "offer")
        self._combined: Sequence[int] = columns("provision", "combined")
        self._own_themes: Sequence[Sequence[int]] = columns("provision", "themes")
        self._own_regions: Sequence[Sequence[int]] = columns("provision", "regions")
        self._offer_themes: Sequence[Sequence[int]] = columns("offer", "themes")
        self._offer_types: Sequence[int] = columns("offer", "type")
        self._type_themes: Sequence[Sequence[int]] = columns("concept", "themes")
        self._works_in: Sequence[Sequence[int]] = columns("actor", "regions")
        self._lies_in: Sequence[Sequence[int]] = columns("actor", "places")

    def offer_type(self, provision: int) -> int:
        """Return the offer-type concept of a provision, or -1."""
        offer = self._offers[provision]
        return self._offer_types[offer] if offer >= 0 else -1

    def themes(self, provision: int) -> tuple[int, ...]:
        """Return the themes of a provision: those stated with it, else its offer's, else its type's."""
        stated, offer = self._own_themes[provision], self._offers[provision]
        if not stated and offer >= 0:
            kind = self._offer_types[offer]
            stated = self._offer_themes[offer] or (self._type_themes[kind] if kind >= 0 else ())
        return tuple(stated)

    def area(self, provision: int) -> tuple[tuple[int, ...], bool]:
        """Return the regions of a provision (its own, else its actor's) and whether they are its own."""
        stated = tuple(self._own_regions[provision])
        if stated:
            combined = self._combined[provision]
            return stated, not (combined > 0 and combined & COMBINED_REGIONS)
        provider = self._providers[provision]
        if provider < 0:
            return (), False
        return tuple(self._works_in[provider]) or tuple(self._lies_in[provider]), False
