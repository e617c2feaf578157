"""Which single actor or agreement a cell hangs on: think it away and nobody gets there any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from queries.enumeration import Enumeration
from queries.index import Index
from queries.reach import NOBODY, NOTHING, Reach, Without


@dataclass(frozen=True, slots=True)
class Served:
    """An offer that serves a cell, and how one gets in.

    Args:
        known: it may simply be named to the client, as far as anybody knows.
        surely: it is known to be open, or open to whoever registers.
    """

    provider: int
    offer: int
    arrivals: tuple[int, ...]
    known: bool
    surely: bool


class Ends:
    """Reads the offers behind provisions, each provision once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        provisions = index.provisions
        self._providers, self._offers = provisions.ints("provider"), provisions.ints("offer")
        self._access = Enumeration(provisions.text("access"))
        self._numbers = _Read(self._read)
        self._alike: dict[Served | None, int] = {}
        self._ends: list[Served | None] = []

    def of(self, rows: Iterable[int]) -> tuple[Served, ...]:
        """Return the offers, each way in once; what nobody provides leads nowhere."""
        ends = self._ends
        return tuple([end for number in dict.fromkeys(map(self._numbers.__getitem__, rows)) if (end := ends[number])])

    def _read(self, row: int) -> int:
        """Return the number of the way in behind a provision, in the list of all that are known."""
        end = self._served(row)
        number = self._alike.setdefault(end, len(self._ends))
        if number == len(self._ends):
            self._ends.append(end)
        return number

    def _served(self, row: int) -> Served | None:
        provider = self._providers[row]
        if provider < 0:
            return None
        arrivals = self._index.arrivals(provider)
        somebody = len(arrivals) > 1 or not self._index.is_group(provider)
        way_in = self._access[row]
        known = somebody and way_in != "referral"
        return Served(provider, self._offers[row], arrivals, known, known and way_in in ("open", "registration"))


class _Read(dict[int, int]):
    """Numbers by row, found out when first asked for."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[int], int]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, row: int) -> int:
        """Find a number out."""
        found = self[row] = self._read(row)
        return found


def served_by(index: Index, rows: Iterable[int]) -> tuple[Served, ...]:
    """Return the offers behind some provisions, each way in once."""
    return Ends(index).of(rows)


class Carrying:
    """Removal tests for the offers of one cell."""

    def __init__(self, index: Index, reach: Reach, ends: Sequence[Served], doors: frozenset[int] | None) -> None:
        self._index, self._reach, self._ends, self._doors = index, reach, ends, doors

    def carriers(self) -> Iterator[Without]:
        """Yield every actor and every agreement without which no way is left; none if there is no way anyhow.

        Whatever cuts all ways lies on each of them, so those on one way are all that has to be tried. The only
        door of a group is where it turns up, not what it hangs on; as a provider it may be.
        """
        actors, pairs = self._one_way()
        for actor in actors:
            without = Without(actor)
            if not self._works(without):
                yield without
        for sender, receiver in pairs:
            without = Without(NOBODY, sender, receiver)
            if not self._works(without):
                yield without

    def _one_way(self) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
        for end in self._ends:
            if end.known:
                return tuple(dict.fromkeys((end.provider, end.arrivals[-1]))), ()
        for end in self._ends:
            way = self._reach.way(end, self._doors)
            if way:
                actors = tuple(dict.fromkeys((*way, end.provider)))
                return actors, tuple(pairwise(way))
        return (), ()

    def _works(self, without: Without) -> bool:
        gone = without.actor
        for end in self._ends:
            if end.known and gone not in (end.provider, end.arrivals[-1]):
                return True
        rest = [end for end in self._ends if end.provider != gone]
        doors = self._doors
        if doors is not None and gone in doors:
            if len(doors) == 1:
                # The group still turns up there, and is still referred from there.
                without = NOTHING
            else:
                doors = doors - {gone}
        return any(self._reach.leads(end, doors, without) for end in rest)
