"""The groups of a view by what has to be known to tell anything about them: of most groups nothing is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Lock

from ontology.facet_count import Counted
from ontology.facet_schema import Term


class Untold:
    """Groups as bits of concepts, read when first asked about; the same for every client of a view."""

    def __init__(self, countable: Callable[[int], Counted]) -> None:
        self._countable = countable
        self._read = 0
        self._touched: dict[Term | str, int] = {}
        self._levels: dict[int, int] = {}
        self._reading = Lock()

    def touched(self, groups: int, known: Iterable[Term | str]) -> int:
        """Return those of some groups about which something known tells something."""
        self._read_all(groups)
        found = 0
        for one in known:
            found |= self._touched.get(one, 0)
        return found & groups

    def levels(self, groups: int) -> list[tuple[int, int]]:
        """Return the same groups by how many questions they leave open about somebody of whom nothing is known."""
        return [(questions, those & groups) for questions, those in self._levels.items() if those & groups]

    def _read_all(self, groups: int) -> None:
        if not groups & ~self._read:
            return
        with self._reading:  # a server asks from several threads: each sees what is read as a whole, or not yet
            left = new = groups & ~self._read
            touched, levels = dict(self._touched), dict(self._levels)
            while left:
                lowest = left & -left
                group = self._countable(lowest.bit_length() - 1)
                for one in group.touched:
                    touched[one] = touched.get(one, 0) | lowest
                levels[group.untold] = levels.get(group.untold, 0) | lowest
                left ^= lowest
            self._touched, self._levels = touched, levels
            self._read |= new
