"""Which provisions speak of a cell (audience × theme × region × kind of offer), and how closely."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from graph.view import View
from queries.bits import Bits, all_of, bits_of, bits_of_flags, first
from queries.index import Index, index_of

ANY = -1


class Cell(NamedTuple):
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

    Args:
        rows: the provisions to look at, in that order; all if left out.
    """

    def __init__(self, view: View, rows: tuple[int, ...] | None = None) -> None:
        self._view = view
        self.index: Index = index_of(view)
        self.rows: tuple[int, ...] = _by_ids(view) if rows is None else rows
        self.size = len(self.rows)
        self.all: Bits = (1 << self.size) - 1
        self._last: tuple[Bits, tuple[int, ...]] | None = None
        self._audiences: dict[int, Marks] = {}
        self._themes: dict[int, Marks] = {}
        self._regions: dict[int, Marks] = {}
        self._kinds: dict[int, Marks] = {}

    def of(self, bits: Bits) -> Cube:
        """Return the cube of some of the provisions: its sets take no room for the others."""
        return Cube(self._view, self.rows_of(bits))

    def where(self, holds: Callable[[int], bool]) -> Bits:
        """Return the provisions whose row passes a test."""
        return bits_of((place for place, row in enumerate(self.rows) if holds(row)), self.size)

    def flagged(self, flags: bytes) -> Bits:
        """Return the provisions whose row has a flag: a byte of 1 rather than 0."""
        chosen = itemgetter(*self.rows)(flags) if self.size > 1 else [flags[row] for row in self.rows]
        return bits_of_flags(bytes(chosen))

    def set_of(self, rows: Iterable[int]) -> Bits:
        """Return the set of some rows, as far as they are in the cube."""
        place = self._place
        return bits_of((place[row] for row in rows if row in place), self.size)

    def rows_of(self, bits: Bits) -> tuple[int, ...]:
        """Return rows, in the order of ids."""
        if self._last is None or self._last[0] is not bits:
            # One cell's offers are looked at by several questions in turn.
            self._last = bits, tuple(map(self.rows.__getitem__, all_of(bits)))
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
        return self._audiences.get(value) or self._concept(self._audiences, value, self._by_audience)

    def theme(self, value: int) -> Marks:
        """Return the provisions on a theme."""
        return self._themes.get(value) or self._concept(self._themes, value, self._by_theme)

    def kind(self, value: int) -> Marks:
        """Return the provisions of a kind of offer; a narrower kind is one of it."""
        found = self._kinds.get(value)
        if found is None:
            narrower = self.index.closure(value, "narrower") if value != ANY else ()
            bits = self.all if value == ANY else self._union(self._by_kind, (value, *narrower))
            found = self._kinds[value] = Marks(bits)
        return found

    def region(self, value: int) -> Marks:
        """Return the provisions in a region; one whose region nobody stated may cover a part of any."""
        found = self._regions.get(value)
        if found is None:
            found = self._regions[value] = self._in_region(value)
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

    def _concept(self, known: dict[int, Marks], value: int, marks: Mapping[int, Bits]) -> Marks:
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


def _by_ids(view: View) -> tuple[int, ...]:
    """Return the rows of provisions in the order of the ids of provider and offer, then of what is said of them."""
    provisions = view.table("provision")
    providers = _ranks(view.table("actor").text("id"), provisions.ints("provider"))
    offers = _ranks(view.table("offer").text("id"), provisions.ints("offer"))
    statement, said = view.table("evidence").text("statement").__getitem__, provisions.lists("evidence")
    proofs = [tuple(sorted(map(statement, places))) for places in said]
    keys = list(zip(providers, offers, proofs, strict=True))
    return tuple(sorted(provisions, key=keys.__getitem__))


def _ranks(ids: Sequence[str], rows: Sequence[int]) -> list[int]:
    """Return the rank of each row's id; -1 for row -1."""
    texts = list(ids)
    # Of equal ids one is not before the other.
    rank = {text: place for place, text in enumerate(sorted(set(texts)))}
    of_row = [*(rank[text] for text in texts), -1]
    return [of_row[row] for row in rows]
