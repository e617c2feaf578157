"""What fits one client and need: provisions with how many questions each leaves open, by offer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from functools import cached_property
from typing import Protocol

from queries.index import Index

Offer = tuple[int, int]
"""Rows of a provider and of its offer; -1 where nobody says."""

Terms = Sequence[tuple[int, int]]
"""Provisions of one offer, each with how many questions it leaves open."""


class Fits(Protocol):
    """Provisions that fit, by offer. An offer leaves as many questions open as the best of its provisions."""

    def __len__(self) -> int:
        """Return how many provisions fit."""

    @property
    def misses(self) -> Sequence[int]:
        """The provisions looked at that do not fit."""

    @property
    def offer_count(self) -> int:
        """How many offers fit."""

    @property
    def offers(self) -> Set[Offer]:
        """The offers that fit."""

    @property
    def levels(self) -> Sequence[int]:
        """Numbers of questions that offers leave open, ascending."""

    def leaving(self, questions: int) -> Set[Offer]:
        """Return the offers that leave so many questions open."""

    def around(self, actors: Set[int]) -> Set[Offer]:
        """Return the offers of some actors, and of those one reaches through them."""

    def terms(self, offers: Collection[Offer]) -> Sequence[Terms]:
        """Return the provisions of some of the offers given before, an entry for each."""


class RowFits:
    """What fits, as rows that were judged one by one."""

    def __init__(self, index: Index, fitting: Mapping[int, int], misses: Sequence[int] = ()) -> None:
        self.misses = misses
        self._fitting = fitting
        self._providers, self._offers = index.provisions.ints("provider"), index.provisions.ints("offer")
        self._reached_by, self._provided_by = index.reached_by, index.provided_by
        self._gathered: dict[int, dict[Offer, list[tuple[int, int]]]] = {}

    def __len__(self) -> int:
        return len(self._fitting)

    @property
    def offer_count(self) -> int:
        """How many offers fit."""
        return len(self._least)

    @property
    def offers(self) -> Set[Offer]:
        """The offers that fit."""
        return self._least.keys()

    @property
    def levels(self) -> Sequence[int]:
        """Numbers of questions that offers leave open, ascending."""
        return sorted(set(self._least.values()))

    def leaving(self, questions: int) -> Set[Offer]:
        """Return the offers that leave so many questions open."""
        return {offer for offer, least in self._least.items() if least == questions}

    def around(self, actors: Set[int]) -> Set[Offer]:
        """Return the offers of some actors, and of those one reaches through them."""
        providers, through = {provider for provider, _ in self._least}, self._reached_by
        if actors.isdisjoint(providers) and actors.isdisjoint(map(through.__getitem__, providers)):  # nearly always
            return frozenset()
        there = {one for one in providers if one >= 0 and (one in actors or through[one] in actors)}
        return {offer for offer in self._least if offer[0] in there}

    def terms(self, offers: Collection[Offer]) -> Sequence[Terms]:
        """Return the provisions of some of the offers given before, an entry for each."""
        return [self._of_provider(offer[0])[offer] for offer in offers]

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
