"""Whether two sets of conditions can have a client in common: two agreements on one way, an agreement and an offer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.view import View
from ontology.facets import contradicts
from queries.bits import Bits
from queries.index import index_of

ALL: Bits = -1
"""Every value there is: what terms that name none are for."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Groups, themes and regions, each a list of alternatives; an empty one is for all."""

    audiences: tuple[int, ...]
    themes: tuple[int, ...]
    regions: tuple[int, ...]


Sets = tuple[Bits, Bits, Bits, Bits, Bits]
"""Groups and themes that are named, those that meet them, and the parts of regions."""


def meet(one: Sets, other: Sets) -> bool:
    """Return whether somebody may meet both."""
    return bool(one[2] & other[0] and one[3] & other[1] and one[4] & other[4])


class SharedClients:
    """Compares conditions of one view, two at a time.

    They can have a client in common if of each kind one side says nothing, or two of their values meet: groups
    unless their facets contradict each other (what nobody described by facets may meet anything), themes if they
    are one another's broader or narrower, regions unless they lie outside each other.

    Both sides are written as sets of bits, what one names and what the other meets: a network has thousands of
    circles, and each is some dozens of comparisons.
    """

    def __init__(self, view: View) -> None:
        self._index = index_of(view)
        self._known: dict[Terms, Sets] = {}
        self._met: dict[tuple[str, int], Bits] = {}

    def possible(self, one: Terms, other: Terms) -> bool:
        """Return whether somebody may meet both."""
        return meet(self.sets(one), self.sets(other))

    def sets(self, terms: Terms) -> Sets:
        """Return terms as sets, to compare them often."""
        found = self._known.get(terms)
        if found is None:
            found = self._known[terms] = (
                _any(terms.audiences, self._group),
                _any(terms.themes, _bit),
                _any(terms.audiences, self._groups_met),
                _any(terms.themes, self._themes_met),
                _any(terms.regions, self._parts),
            )
        return found

    def _group(self, group: int) -> Bits:
        return 1 << self._places[group]

    def _groups_met(self, group: int) -> Bits:
        found = self._met.get(("group", group))
        if found is None:
            met = (1 << place for other, place in self._places.items() if self._may_be_both(group, other))
            found = self._met["group", group] = sum(met)
        return found

    def _themes_met(self, theme: int) -> Bits:
        found = self._met.get(("theme", theme))
        if found is None:
            found = self._met["theme", theme] = _any(self._index.family(theme), _bit)
        return found

    def _may_be_both(self, one: int, other: int) -> bool:
        if one == other or other in self._index.family(one):
            return True
        left, right = self._index.group(one), self._index.group(other)
        if not left or not right:
            return True
        return any(not contradicts(a, b) for a in left.alternatives for b in right.alternatives)

    def _parts(self, region: int) -> Bits:
        """Return a region's smallest parts and itself; one no gazetteer knows may lie anywhere."""
        atoms = self._index.areas.atoms(region)
        return _any((2 * atom for atom in atoms), _bit) | 1 << (2 * region + 1) if atoms else ALL

    @cached_property
    def _places(self) -> Mapping[int, int]:
        """Places of the groups that offers and referrals name."""
        tables = (self._index.provisions, self._index.referrals)
        used = frozenset[int]().union(*(frozenset(table.lists("audiences").values) for table in tables))
        return {group: place for place, group in enumerate(sorted(used))}


def _any(values: Iterable[int], bits: Callable[[int], Bits]) -> Bits:
    """Return the union over some values; nothing named is everything."""
    found = 0
    for value in values:
        found |= bits(value)
    return found or ALL


def _bit(value: int) -> Bits:
    return 1 << value
