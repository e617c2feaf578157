"""The provisions that fit, by offer and by how much is open about them; priced no further than somebody looks.

A region has hundreds of offers that may fit, if one asks enough. The cheapest routes end at those that leave the
least open, so that most of the others need no price.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property

from queries.index import Index
from queries.targets import Target, Targets

Offer = tuple[int, int]
"""Rows of a provider and of its offer; -1 where nobody says."""


class FittingOffers:
    """What fits one client and need.

    Args:
        fitting: provisions with how many questions each leaves open.
    """

    def __init__(self, targets: Targets, index: Index, fitting: Mapping[int, int]) -> None:
        self._targets, self._fitting = targets, fitting
        self._providers, self._offers = index.provisions.ints("provider"), index.provisions.ints("offer")
        self._reached_by, self._provided_by = index.reached_by, index.provided_by
        self._gathered: dict[int, dict[Offer, list[tuple[int, int]]]] = {}
        self._priced: dict[Offer, Sequence[Target]] = {}

    @property
    def offers(self) -> Set[Offer]:
        """The offers that fit."""
        return self._least.keys()

    @cached_property
    def _least(self) -> dict[Offer, int]:
        """How few questions the best provision of each offer leaves open."""
        found: dict[Offer, int] = {}
        providers, offers = self._providers, self._offers
        for row, questions in self._fitting.items():
            offer = providers[row], offers[row]
            if found.get(offer, questions) >= questions:
                found[offer] = questions
        return found

    def targets(self, *, named: bool = True) -> list[Target]:
        """Return what counts of every offer; ``named``: also of those that can be named to the client."""
        if named:
            return self._of(self.offers)
        named_rows = self._targets.named(self._fitting)
        nameable = {(self._providers[row], self._offers[row]) for row in named_rows}
        return self._of(self.offers - nameable)

    def levels(self, starts: Collection[int]) -> Iterator[tuple[list[Target], int]]:
        """Yield ever more targets, with the fewest questions that any of those left out leaves open.

        Args:
            starts: actors; what may be reached at one of these comes with the first.
        """
        near = self._near(frozenset(starts))
        left = self._by_questions(near)
        _, first = next(left, NOTHING)
        second, more = next(left, NOTHING)
        # A search is made for each: the first mostly does, and a third is better made of all that is left.
        yield (known := self._of(near | first)), second
        if more:
            third, rest = next(left, NOTHING)
            yield (known := known + self._of(more)), third
            if rest:
                yield known + self._of(frozenset(rest).union(*(offers for _, offers in left))), NONE_LEFT

    def _near(self, starts: frozenset[int]) -> Set[Offer]:
        """Return the offers of some actors, and of those one reaches through them."""
        providers, through = {provider for provider, _ in self._least}, self._reached_by
        if starts.isdisjoint(providers) and starts.isdisjoint(map(through.__getitem__, providers)):  # nearly always
            return frozenset()
        there = {one for one in providers if one >= 0 and (one in starts or through[one] in starts)}
        return {offer for offer in self._least if offer[0] in there}

    def _by_questions(self, taken: Set[Offer]) -> Iterator[tuple[int, Set[Offer]]]:
        """Yield the other offers by how few questions the best of their provisions leaves open, the fewest first."""
        for level in sorted(set(self._least.values())):
            offers = {offer for offer, questions in self._least.items() if questions == level} - taken
            if offers:
                yield level, offers

    def _of(self, offers: Iterable[Offer]) -> list[Target]:
        found: list[Target] = []
        for offer in offers:
            priced = self._priced.get(offer)
            if priced is None:
                priced = self._priced[offer] = self._targets.of_offer(self._of_provider(offer[0])[offer])
            found += priced
        return found

    def _of_provider(self, provider: int) -> Mapping[Offer, list[tuple[int, int]]]:
        """Return what fits of one provider, by offer."""
        found = self._gathered.get(provider)
        if found is None:
            found = self._gathered[provider] = {}
            fitting, offers = self._fitting, self._offers
            rows = self._provided_by[provider] if provider >= 0 else self._of_nobody
            for row in rows:
                questions = fitting.get(row)
                if questions is not None:
                    found.setdefault((provider, offers[row]), []).append((row, questions))
        return found

    @property
    def _of_nobody(self) -> list[int]:
        """What fits and nobody says who provides it."""
        return [row for row in self._fitting if self._providers[row] < 0]


NONE_LEFT = -1
"""Instead of a number of questions: nothing was left out."""

NOTHING: tuple[int, Set[Offer]] = NONE_LEFT, frozenset()
