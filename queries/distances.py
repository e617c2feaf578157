"""How many legs lie between actors and the offers of a cell: for many doors at once, over arrays of referrals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from queries.agreements import Agreements
from queries.bits import Bits
from queries.carrying import Served
from queries.index import Index

if TYPE_CHECKING:
    from numpy import int8, int64
    from numpy.typing import NDArray

FAR = 100
"""More legs than any way has."""


class Distances:
    """The referrals of one view as arrays."""

    def __init__(self, index: Index, max_legs: int) -> None:
        import numpy

        self._numpy = numpy
        referrals = index.referrals
        self._senders = numpy.array(referrals.ints("sender"), dtype=numpy.int64)
        self._receivers = numpy.array(referrals.ints("receiver"), dtype=numpy.int64)
        self._agreed = numpy.array(referrals.ints("offer"), dtype=numpy.int64)
        self._actors, self._max_legs = len(index.actors), max_legs
        self._at_end = Agreements(index).at_end

    def among(self, referrals: Bits) -> Usable:
        """Return some referrals, to measure over."""
        size = len(self._senders)
        block = self._numpy.frombuffer(referrals.to_bytes(size // 8 + 1, "little"), dtype=self._numpy.uint8)
        rows = self._numpy.flatnonzero(self._numpy.unpackbits(block, bitorder="little")[:size])
        return Usable(self, rows)


class Usable:
    """Some referrals."""

    def __init__(self, distances: Distances, rows: NDArray[int64]) -> None:
        self._all, self._rows = distances, rows
        self._senders, self._receivers = distances._senders[rows], distances._receivers[rows]

    def to_offers(self, ends: Iterable[Served]) -> NDArray[int8]:
        """Return for each actor how many legs lead from it to one of some offers; `FAR` where more than allowed.

        The last leg must be agreed for the offer itself, so that an arrival is not what lies before another leg.
        """
        ends, numpy = tuple(ends), self._all._numpy
        arrivals = numpy.array(sorted({arrival for end in ends for arrival in end.arrivals}), dtype=numpy.int64)
        into = numpy.flatnonzero(numpy.isin(self._receivers, arrivals))
        last, wrong = self._lasts(into, ends)
        # A way to one offer may pass the arrival of another, if it gets there by an agreement for something else.
        apart = numpy.unique(self._receivers[wrong])
        found = self._to(numpy.setdiff1d(arrivals, apart), last)
        for arrival in apart:
            numpy.minimum(found, self._to(numpy.array([arrival]), last), out=found)
        return found

    def _to(self, arrivals: NDArray[int64], last: NDArray[int64]) -> NDArray[int8]:
        numpy, found = self._all._numpy, self._blank()
        found[arrivals] = 0
        senders = self._senders[last[numpy.isin(self._receivers[last], arrivals)]]
        found[senders[found[senders] > 1]] = 1
        self._spread(found, self._senders, self._receivers, range(2, self._all._max_legs + 1))
        return found

    def is_led_to(self, ends: Sequence[Served]) -> bool:
        """Return whether anybody refers to one of some offers."""
        numpy = self._all._numpy
        arrivals = numpy.array(sorted({arrival for end in ends for arrival in end.arrivals}), dtype=numpy.int64)
        last, _ = self._lasts(numpy.flatnonzero(numpy.isin(self._receivers, arrivals)), ends)
        return bool((self._senders[last] != self._receivers[last]).any())

    def from_door(self, door: int, avoided: Sequence[int]) -> NDArray[int8]:
        """Return for each actor how many legs lead to it from a door, past nobody who is avoided."""
        found = self._blank()
        found[door] = 0
        found[list(avoided)] = -1
        self._spread(found, self._receivers, self._senders, range(1, self._all._max_legs))
        found[list(avoided)] = FAR
        return found

    def _spread(self, found: NDArray[int8], ends: NDArray[int64], starts: NDArray[int64], legs: Iterable[int]) -> None:
        for leg in legs:
            met = ends[found[starts] == leg - 1]
            found[met[found[met] > leg]] = leg

    def _blank(self) -> NDArray[int8]:
        found: NDArray[int8] = self._all._numpy.full(self._all._actors, FAR, dtype=self._all._numpy.int8)
        return found

    def _lasts(self, into: NDArray[int64], ends: Sequence[Served]) -> tuple[NDArray[int64], NDArray[int64]]:
        """Return which referrals to arrivals are agreed for an offer there, and which for something else."""
        agreed = self._all._agreed[self._rows[into]]
        numpy, special = self._all._numpy, into[agreed >= 0]
        right = numpy.array([self._is_last(int(at), ends) for at in special], dtype=bool)
        return numpy.concatenate((into[agreed < 0], special[right])), special[~right]

    def _is_last(self, at: int, ends: Sequence[Served]) -> bool:
        row, arrival = int(self._rows[at]), int(self._receivers[at])
        reached = (end for end in ends if arrival in end.arrivals)
        return any(self._all._at_end(row, end.provider, end.offer) is not None for end in reached)
