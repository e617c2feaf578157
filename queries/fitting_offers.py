"""The offers that fit, priced no further than somebody looks.

A region has hundreds of offers that may fit, if one asks enough. The cheapest routes end at those that leave the
least open, so that most of the others need no price.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set

from queries.fits import Fits, Offer
from queries.targets import Target, Targets


class FittingOffers:
    """What fits one client and need, with what it costs."""

    def __init__(self, targets: Targets, fits: Fits) -> None:
        self._targets, self._fits = targets, fits
        self._priced: dict[Offer, Sequence[Target]] = {}

    def targets(self, *, named: bool = True) -> list[Target]:
        """Return what counts of every offer; ``named``: also of those that can be named to the client."""
        offers = self._fits.offers
        if not named:
            offers = {
                offer
                for offer, terms in zip(offers, self._fits.terms(offers), strict=True)
                if not self._targets.named(row for row, _ in terms)
            }
        return self._of(offers)

    def levels(self, starts: Collection[int]) -> Iterator[tuple[list[Target], int]]:
        """Yield ever more targets, with the fewest questions that any of those left out leaves open.

        Args:
            starts: actors; what may be reached at one of these comes with the first.
        """
        fits, near = self._fits, self._fits.around(frozenset(starts))
        others = [level for level in fits.levels if not near or fits.leaving(level) - near]
        # A search is made for each: the first mostly does, and a third is better made of all that is left.
        first, second, third = (*others[:3], NONE_LEFT, NONE_LEFT, NONE_LEFT)[:3]
        yield (known := self._of(near | fits.leaving(first))), second
        if second != NONE_LEFT:
            taken = near | fits.leaving(first)
            yield (known := known + self._of(fits.leaving(second) - taken)), third
        if third != NONE_LEFT:
            yield known + self._of(fits.offers - taken - fits.leaving(second)), NONE_LEFT

    def _of(self, offers: Set[Offer]) -> list[Target]:
        unpriced = [offer for offer in offers if offer not in self._priced]
        for offer, terms in zip(unpriced, self._fits.terms(unpriced), strict=True):
            self._priced[offer] = self._targets.of_offer(terms)
        return [target for offer in offers for target in self._priced[offer]]


NONE_LEFT = -1
"""Instead of a number of questions: nothing was left out."""
