"""Cells of one sheet as they come: twelve bytes each where they come in the order of the sheet, as nearly all do."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import compress

from loaders.cells import WIDTH, ascending


class Store:
    """Numbers of cells by place (`loaders.cells.WIDTH`); of two for one place the later wins."""

    def __init__(self) -> None:
        self.places = array("Q")
        self.numbers = array("I")
        self._late: dict[int, int] = {}

    def put(self, place: int, number: int) -> None:
        """Store one cell anywhere."""
        if not self.places or place > self.places[-1]:
            self.places.append(place)
            self.numbers.append(number)
        elif (at := self._at(place)) is None:
            self._late[place] = number
        else:
            self.numbers[at] = number

    def extend(self, places: list[int], numbers: list[int]) -> bool:
        """Store many cells; return False, and store none, where they do not ascend behind all others."""
        if (places and self.places and places[0] <= self.places[-1]) or not ascending(places):
            return False
        self.places.extend(places)
        self.numbers.extend(numbers)
        return True

    def get(self, place: int) -> int | None:
        """Return the number stored at a place."""
        at = self._at(place)
        return self._late.get(place) if at is None else self.numbers[at]

    def __iter__(self) -> Iterator[int]:
        """Yield every place, those out of order last."""
        yield from self.places
        yield from self._late

    def settle(self) -> None:
        """Bring what came out of order to its place."""
        if not self._late:
            return
        places, numbers, copied = array("Q"), array("I"), 0
        for place in sorted(self._late):
            at = bisect_left(self.places, place, copied)
            places.extend(self.places[copied:at])
            numbers.extend(self.numbers[copied:at])
            places.append(place)
            numbers.append(self._late[place])
            copied = at
        places.extend(self.places[copied:])
        numbers.extend(self.numbers[copied:])
        self.places, self.numbers, self._late = places, numbers, {}

    def within(self, top: int, left: int, bottom: int, right: int) -> Iterator[int]:
        """Yield where in `places` those of an area stand, row by row; settled first."""
        places = self.places
        start = bisect_left(places, top * WIDTH + left)
        stop = bisect_left(places, bottom * WIDTH + right + 1, start)
        if stop - start <= 2 * (bottom - top + 1):  # hardly more than one a row: look at each
            yield from (at for at in range(start, stop) if left <= places[at] % WIDTH <= right)
            return
        for row in range(top, bottom + 1):
            end = row * WIDTH + right
            start = bisect_left(places, row * WIDTH + left, start, stop)
            while start < stop and places[start] <= end:
                yield start
                start += 1

    def keep(self, kept: Iterable[object]) -> None:
        """Drop every cell for which ``kept`` says no; settled first."""
        chosen = bytes(map(bool, kept))
        self.places = array("Q", compress(self.places, chosen))
        self.numbers = array("I", compress(self.numbers, chosen))

    def _at(self, place: int) -> int | None:
        at = bisect_left(self.places, place)
        return at if at < len(self.places) and self.places[at] == place else None
