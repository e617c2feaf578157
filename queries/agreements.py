"""What an agreement on one offer means for a way that goes further, or ends at another offer."""

from __future__ import annotations

from queries.index import Index
from queries.verdict import Ask


class Agreements:
    """The offers referrals are about."""

    def __init__(self, index: Index) -> None:
        self._agreed, self._offered_by = index.agreed_offers, index.offered_by

    def onward(self, row: int) -> tuple[Ask, ...]:
        """Return what to ask before the receiver of one offer is relied on to refer further."""
        return (Ask("onward"),) if self._agreed[row] >= 0 else ()

    def at_end(self, row: int, provider: int, offer: int) -> tuple[Ask, ...] | None:
        """Return what to ask when a referral ends at an offer, or None if it is for another one."""
        agreed = self._agreed[row]
        if agreed < 0 or agreed == offer:
            return ()
        unnamed = offer < 0 and self._offered_by[agreed] == provider
        return (Ask("this_offer"),) if unnamed else None
