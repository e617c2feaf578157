"""The provisions that fit, by offer and by how much is open about them; priced no further than somebody looks.

A region has hundreds of offers that may fit, if one asks enough. The cheapest routes end at those that leave the
least open, so that most of the others need no price.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, KeysView, Sequence

from queries.index import Index
from queries.targets import Target, Targets

Offer = tuple[int, int]
"""Rows of a provider and of its offer; -1 where nobody says."""


class FittingOffers:
    """What fits one client and need.

    Args:
        fitting: provisions, each with how many questions it leaves open.
    """

    def __init__(self, targets: Targets, index: Index, fitting: Iterable[tuple[int, int]]) -> None:
        self._targets, self._reached_by = targets, index.reached_by
        provisions = index.provisions
        providers, offers = provisions.ints("provider"), provisions.ints("offer")
        found: dict[Offer, list[tuple[int, int]]] = {}
        for one in fitting:
            offer = providers[one[0]], offers[one[0]]
            if offer in found:
                found[offer].append(one)
            else:
                found[offer] = [one]
        self._fitting = found
        self._priced: dict[Offer, Sequence[Target]] = {}

    @property
    def offers(self) -> KeysView[Offer]:
        """The offers that fit."""
        return self._fitting.keys()

    def targets(self, *, named: bool = True) -> list[Target]:
        """Return what counts of every offer; ``named``: also of those that can be named to the client."""
        if named:
            return self._of(self._fitting)
        is_named = self._targets.is_named
        return self._of([offer for offer, rows in self._fitting.items() if not any(is_named(row) for row, _ in rows)])

    def levels(self, starts: Container[int]) -> Iterator[tuple[list[Target], int]]:
        """Yield ever more targets, with the fewest questions that any of those left out leaves open.

        Args:
            starts: actors; what may be reached at one of these comes with the first.
        """
        levels: dict[int, list[Offer]] = {}
        near: list[Offer] = []
        reached_by = self._reached_by
        for offer, rows in self._fitting.items():
            if offer[0] in starts or reached_by[offer[0]] in starts:
                near.append(offer)
                continue
            level = rows[0][1] if len(rows) == 1 else min(questions for _, questions in rows)
            if level in levels:
                levels[level].append(offer)
            else:
                levels[level] = [offer]
        known = self._of(near)
        # A search is made for each: the first mostly does, and a third is better made of all that is left.
        first, second, *rest = (*sorted(levels), NONE_LEFT, NONE_LEFT)
        yield (known := known + self._of(levels.get(first, ()))), second
        if second != NONE_LEFT:
            yield (known := known + self._of(levels[second])), rest[0]
        others = [offer for level in rest for offer in levels.get(level, ())]
        if others:
            yield known + self._of(others), NONE_LEFT

    def _of(self, offers: Collection[Offer]) -> list[Target]:
        found: list[Target] = []
        for offer in offers:
            priced = self._priced.get(offer)
            if priced is None:
                priced = self._priced[offer] = self._targets.of_offer(self._fitting[offer])
            found += priced
        return found


NONE_LEFT = -1
"""Instead of a number of questions: nothing was left out."""
