"""Which provisions speak of a cell (audience × theme × region × kind of offer), and how closely."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.columns import Table
from graph.view import View
from queries.bits import Bits, bits_of, first, members
from queries.index import Index, index_of

ANY = -1


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """Rows of concepts and a region; `ANY` where a dimension is not looked at."""

    audience: int = ANY
    theme: int = ANY
    region: int = ANY
    kind: int = ANY


class Marks:
    """Provisions on one value of a dimension.

    Args:
        named: they name it. wider: they name a broader one, which carries over. part: they cover a part of it.

    Attributes:
        full: provisions that cover the value as a whole. any: those that cover at least a part of it.
    """

    __slots__ = ("any", "full", "named")

    def __init__(self, named: Bits, wider: Bits = 0, part: Bits = 0) -> None:
        self.named: Bits = named
        self.full: Bits = named | wider
        self.any: Bits = named | wider | part

    @property
    def part(self) -> Bits:
        """Provisions that cover a part of the value only."""
        return self.any & ~self.full


class Cube:
    """The provisions of a view by value of each dimension.

    A place in a set is not a row but its rank by ids of provider and offer, so that the first of a set is the same
    whatever the order of rows.
    """

    def __init__(self, view: View) -> None:
        self.index: Index = index_of(view)
        provisions = self.index.provisions
        self.rows: tuple[int, ...] = tuple(sorted(provisions, key=_by_ids(view)))
        self.size = len(self.rows)
        self.all: Bits = (1 << self.size) - 1
        self._last: tuple[Bits, tuple[int, ...]] | None = None
        self._known: tuple[dict[int, Marks], ...] = ({}, {}, {}, {})

    def where(self, holds: Callable[[int], bool]) -> Bits:
        """Return the provisions whose row passes a test."""
        return bits_of((place for place, row in enumerate(self.rows) if holds(row)), self.size)

    def set_of(self, rows: Iterable[int]) -> Bits:
        """Return the set of some rows."""
        return bits_of((self._place[row] for row in rows), self.size)

    def rows_of(self, bits: Bits) -> tuple[int, ...]:
        """Return rows, in the order of ids."""
        if self._last is None or self._last[0] is not bits:
            # One cell's offers are looked at by several questions in turn.
            self._last = bits, tuple([self.rows[place] for place in members(bits)])
        return self._last[1]

    def first_of(self, bits: Bits, most: int) -> tuple[int, ...]:
        """Return the first rows, in the order of ids."""
        return tuple([self.rows[place] for place in first(bits, most)])

    def providers(self, bits: Bits) -> int:
        """Return how many different providers a set of provisions has; those without one count for nobody.

        Places of one provider lie side by side: adding ones below the last of them carries into it if any is in the set.
        """
        last, below, nobody = self._blocks
        found = bits & ~nobody
        return ((((found & below) + below) | found) & last).bit_count()

    @cached_property
    def _blocks(self) -> tuple[Bits, Bits, Bits]:
        """The last place of each provider, the places below them, and those of nobody."""
        provider = self.index.provisions.ints("provider")
        owners = [provider[row] for row in self.rows]
        ends = (at for at, (one, next_) in enumerate(zip(owners, [*owners[1:], None], strict=False)) if one != next_)
        last = bits_of(ends, self.size)
        return last, self.all & ~last, bits_of((at for at, one in enumerate(owners) if one < 0), self.size)

    def audience(self, value: int) -> Marks:
        """Return the provisions for a target group."""
        return self._concept(0, value, self._by_audience)

    def theme(self, value: int) -> Marks:
        """Return the provisions on a theme."""
        return self._concept(1, value, self._by_theme)

    def kind(self, value: int) -> Marks:
        """Return the provisions of a kind of offer; a narrower kind is one of it."""
        found = self._known[3].get(value)
        if found is None:
            narrower = self.index.closure(value, "narrower") if value != ANY else ()
            bits = self.all if value == ANY else self._union(self._by_kind, (value, *narrower))
            found = self._known[3][value] = Marks(bits)
        return found

    def region(self, value: int) -> Marks:
        """Return the provisions in a region; one whose region nobody stated may cover a part of any."""
        found = self._known[2].get(value)
        if found is None:
            found = self._known[2][value] = self._in_region(value)
        return found

    @cached_property
    def _place(self) -> dict[int, int]:
        return {row: place for place, row in enumerate(self.rows)}

    @cached_property
    def without_audience(self) -> Bits:
        """Provisions that do not say whom they are meant for."""
        audiences = self.index.provisions.lists("audiences")
        return self.where(lambda row: not audiences[row])

    @cached_property
    def without_theme(self) -> Bits:
        """Provisions whose theme nobody states."""
        return self.where(lambda row: not self.index.themes(row))

    @cached_property
    def online(self) -> Bits:
        """Provisions held online."""
        online = self.index.provisions.ints("online")
        return self.where(lambda row: online[row] == 1)

    def _concept(self, dimension: int, value: int, marks: Mapping[int, Bits]) -> Marks:
        known = self._known[dimension]
        found = known.get(value)
        if found is None:
            found = known[value] = Marks(self.all) if value == ANY else self._marks(value, marks)
        return found

    def _marks(self, value: int, marks: Mapping[int, Bits]) -> Marks:
        named = marks.get(value, 0)
        wider = self._union(marks, self.index.closure(value, "broader")) & ~named
        part = self._union(marks, self.index.closure(value, "narrower")) & ~named & ~wider
        return Marks(named, wider, part)

    @staticmethod
    def _union(marks: Mapping[int, Bits], values: Iterable[int]) -> Bits:
        found = 0
        for value in values:
            found |= marks.get(value, 0)
        return found

    def _in_region(self, value: int) -> Marks:
        if value == ANY:
            return Marks(self.all)
        full, part = self._everywhere, 0
        for regions, bits in self._by_area.items():
            relation = self.index.areas.relation(regions, value) if regions else "unclear"
            if relation == "covers":
                full |= bits
            elif relation == "overlaps" or (relation == "unclear" and not self._apart(regions, value)):
                part |= bits
        return Marks(full, 0, part & ~full)

    def _apart(self, regions: tuple[int, ...], value: int) -> bool:
        """Places no gazetteer knows are different ones by their names: a count must not mix them (a route asks)."""
        atoms = self.index.areas.atoms
        return bool(regions) and not atoms(value) and not any(map(atoms, regions))

    @cached_property
    def _by_audience(self) -> dict[int, Bits]:
        audiences = self.index.provisions.lists("audiences")
        return self._collect(lambda row: audiences[row])

    @cached_property
    def _by_theme(self) -> dict[int, Bits]:
        return self._collect(self.index.themes)

    @cached_property
    def _by_kind(self) -> dict[int, Bits]:
        return self._collect(lambda row: (self.index.offer_type(row),))

    def _collect(self, values: Callable[[int], Iterable[int]]) -> dict[int, Bits]:
        places: dict[int, list[int]] = {}
        for place, row in enumerate(self.rows):
            for value in values(row):
                if value >= 0:
                    places.setdefault(value, []).append(place)
        return {value: bits_of(found, self.size) for value, found in places.items()}

    @cached_property
    def _everywhere(self) -> Bits:
        """Online without a region of its own: everywhere, and flagged as online."""
        online = self.index.provisions.ints("online")
        return self.where(lambda row: online[row] == 1 and not self.index.area(row)[1])

    @cached_property
    def _by_area(self) -> dict[tuple[int, ...], Bits]:
        places: dict[tuple[int, ...], list[int]] = {}
        for place, row in enumerate(self.rows):
            places.setdefault(self.index.area(row)[0], []).append(place)
        return {regions: bits_of(found, self.size) for regions, found in places.items()}


def _by_ids(view: View) -> Callable[[int], tuple[str, str, tuple[str, ...]]]:
    provisions, evidence = view.table("provision"), view.table("evidence")
    providers, offers, said = provisions.ints("provider"), provisions.ints("offer"), provisions.lists("evidence")
    statements = evidence.text("statement")

    def key(row: int) -> tuple[str, str, tuple[str, ...]]:
        proofs = tuple(sorted(statements[place] for place in said[row]))
        return _id(view.table("actor"), providers[row]), _id(view.table("offer"), offers[row]), proofs

    return key


def _id(table: Table, row: int) -> str:
    return table.text("id")[row] if row >= 0 else ""
