"""Whose district covers a place: the actors of some types, as the country is divided among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from weakref import proxy

from graph.view import View
from queries.areas import Areas
from queries.per_view import per_view

Basis = Literal["district", "stated", "parent", "named", "unknown"]
"""How a body was found: it sits in the district · it says it works there · its parent was found · a rule names it · not."""


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """Who covers a place.

    Args:
        areas: rows of the districts the place lies in, or of those it may lie in (``unclear``).
        actors: rows of the bodies; several are equals.
    """

    areas: tuple[int, ...] = ()
    actors: tuple[int, ...] = ()
    basis: Basis = "unknown"
    unclear: bool = False


@per_view
def jurisdictions_of(view: View) -> Jurisdictions:
    """Return the jurisdictions of a view, looked up once and kept as long as the view."""
    return Jurisdictions(proxy(view))


class Jurisdictions:
    """Finds districts and bodies; remembers both."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._regions, self._actors = view.table("region"), view.table("actor")
        self._areas = Areas(view)
        self._of_concept = view.table("by_concept").lists("actors")
        self._meeting = view.table("by_region").lists("meets")
        self._covered: dict[tuple[tuple[str, ...], int], bool | None] = {}
        self._typed: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._found: dict[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], int], Jurisdiction] = {}

    def of(self, types: tuple[str, ...], parents: tuple[str, ...], kinds: tuple[str, ...], place: int) -> Jurisdiction:
        """Return which bodies of some types cover a place.

        Args:
            types: ends of actor-type ids.
            parents: types of those whose units they are; they are named where no unit is known.
            kinds: kinds of region, or beginnings of region ids, that divide the country among them.
        """
        key = (types, parents, kinds, place)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._look(*key)
        return found

    def covers(self, keys: tuple[str, ...], place: int) -> bool | None:
        """Return whether a place lies within the areas with some official keys; None if only a part does."""
        if (keys, place) not in self._covered:
            self._covered[keys, place] = self._within(keys, place)
        return self._covered[keys, place]

    def _within(self, keys: tuple[str, ...], place: int) -> bool | None:
        named = self._regions.text("key")
        if named[place].startswith(keys):
            return True
        rows = tuple(row for row in self._meeting[place] if named[row] in keys)
        relation = self._areas.relation(rows, place) if rows else "outside"
        return None if relation == "overlaps" else relation == "covers"

    def _look(
        self, types: tuple[str, ...], parents: tuple[str, ...], kinds: tuple[str, ...], place: int
    ) -> Jurisdiction:
        relations = {area: self._areas.relation((area,), place) for area in self._divisions(kinds, place)}
        areas = tuple(area for area, relation in relations.items() if relation == "covers")
        unclear = not areas
        areas = areas or tuple(area for area, relation in relations.items() if relation == "overlaps")
        bases: tuple[tuple[tuple[str, ...], Basis], ...] = ((types, "district"), (parents, "parent"))
        for wanted, basis in bases:
            actors = self._seated(wanted, areas)
            if actors:
                return Jurisdiction(areas, actors, basis, unclear)
            said = self._working(wanted, place, settled=bool(areas))
            if said:
                return Jurisdiction(areas, said, "stated" if basis == "district" else basis)
        return Jurisdiction(areas, (), "unknown", unclear and bool(areas))

    def _seated(self, types: tuple[str, ...], areas: tuple[int, ...]) -> tuple[int, ...]:
        """Return the bodies whose seat lies in one of the districts."""
        seats = self._actors.lists("places")
        return self._ordered(
            actor
            for actor in self._of_type(types)
            if areas and any(self._areas.relation(areas, seat) == "covers" for seat in seats[actor])
        )

    def _working(self, types: tuple[str, ...], place: int, *, settled: bool) -> tuple[int, ...]:
        """Return the bodies that say they work at a place; where districts settle it, only those without a seat."""
        regions, seats = self._actors.lists("regions"), self._actors.lists("places")
        asked = (actor for actor in self._of_type(types) if not (settled and seats[actor]))
        return self._ordered(
            actor
            for actor in asked
            if self._areas.relation(tuple(regions[actor]) or tuple(seats[actor]), place) == "covers"
        )

    def _ordered(self, actors: Iterable[int]) -> tuple[int, ...]:
        ids = self._actors.text("id")
        return tuple(sorted(set(actors), key=lambda actor: ids[actor]))

    def _of_type(self, types: tuple[str, ...]) -> tuple[int, ...]:
        found = self._typed.get(types)
        if found is None:
            rows = (self._view.row("concept", f"actor-type/{name}") for name in types)
            found = self._typed[types] = tuple(
                actor for row in rows if row is not None for actor in self._of_concept[row]
            )
        return found

    def _divisions(self, kinds: tuple[str, ...], place: int) -> list[int]:
        """Return the regions of some kinds (or whose ids begin so) that share ground with a place, by id."""
        ids, names = self._regions.text("id"), self._regions.text("kind")
        begins = tuple(f"region/{kind}" for kind in kinds if kind.endswith("-"))
        near = (row for row in self._meeting[place] if names[row] in kinds or (begins and ids[row].startswith(begins)))
        return sorted(near, key=lambda row: str(ids[row]))
