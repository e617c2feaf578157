"""Whether two sets of conditions can have a client in common: two agreements on one way, an agreement and an offer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph.view import View
from ontology.facets import contradicts, parse
from queries.index import index_of

Meet = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Terms:
    """Groups, themes and regions, each a list of alternatives; an empty one is for all."""

    audiences: tuple[int, ...]
    themes: tuple[int, ...]
    regions: tuple[int, ...]


class SharedClients:
    """Compares conditions of one view, two at a time.

    They can have a client in common if of each kind one side says nothing, or two of their values meet: groups
    unless their facets contradict each other (what nobody described by facets may meet anything), themes if they
    are one another's broader or narrower, regions unless they lie outside each other.
    """

    def __init__(self, view: View) -> None:
        self._index = index_of(view)
        self._alternatives = self._index.concepts.text("alternatives")
        self._groups: dict[tuple[int, int], bool] = {}
        self._known: dict[tuple[Terms, Terms], bool] = {}

    def possible(self, one: Terms, other: Terms) -> bool:
        """Return whether somebody may meet both."""
        key = (one, other)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = (
                self._any(one.audiences, other.audiences, self._group)
                and self._any(one.themes, other.themes, self._theme)
                and self._near(one.regions, other.regions)
            )
        return found

    @staticmethod
    def _any(ones: Sequence[int], others: Sequence[int], meet: Meet) -> bool:
        return not ones or not others or any(meet(one, other) for one in ones for other in others)

    def _theme(self, one: int, other: int) -> bool:
        return one == other or other in self._family(one)

    def _family(self, concept: int) -> Iterable[int]:
        return self._index.closure(concept, "broader") | self._index.closure(concept, "narrower")

    def _group(self, one: int, other: int) -> bool:
        key = (min(one, other), max(one, other))
        found = self._groups.get(key)
        if found is None:
            found = self._groups[key] = self._theme(one, other) or self._may_be_both(one, other)
        return found

    def _may_be_both(self, one: int, other: int) -> bool:
        left, right = parse(self._alternatives[one]), parse(self._alternatives[other])
        if not left or not right:
            return True
        return any(not contradicts(a, b) for a in left.alternatives for b in right.alternatives)

    def _near(self, ones: tuple[int, ...], others: tuple[int, ...]) -> bool:
        relation = self._index.areas.relation
        return not ones or not others or any(relation(ones, other) != "outside" for other in others)
