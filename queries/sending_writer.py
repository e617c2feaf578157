"""From a referral as a row to a referral as its receiver sees it."""

from __future__ import annotations

from collections.abc import Iterable

from graph.view import View
from queries.contact_age import judged
from queries.freshness import Limits, freshness
from queries.index import index_of
from queries.references import ActorRef, References, RegionRef, day
from queries.sending import Sending, Unsent

_TEXTS = ("feedback", "agreement", "legal_basis", "occasion", "capacity", "note")


class SendingWriter:
    """Writes the referrals of one view."""

    def __init__(self, view: View, asked_on: int, limits: Limits) -> None:
        self._refer, self._index = References(view), index_of(view)
        self._asked_on, self._limits = asked_on, limits
        self._table = self._index.referrals

    def sending(self, row: int) -> Sending:
        """Return one referral."""
        table, refer = self._table, self._refer
        sender = table.ints("sender")[row]
        polarity = self._index.referral_polarity[row]
        return Sending(
            sender=self.actor(sender),
            receiver=self.actor(table.ints("receiver")[row]),
            offer=refer.offer(table.ints("offer")[row]),
            audiences=refer.concepts(table.lists("audiences")[row]),
            exclusive=2 in table.lists("namings")[row],
            themes=refer.concepts(table.lists("themes")[row]),
            regions=self._regions(table.lists("regions")[row]),
            since=day(table.ints("valid_from")[row]),
            until=day(table.ints("valid_until")[row]),
            polarity="no" if polarity == "no" else "partly" if polarity == "partly" else "yes",
            handover=refer.concept(table.ints("handover")[row]),
            responsibility=refer.concept(table.ints("responsibility")[row]),
            contact=judged(refer.contacts(sender), self._asked_on, self._limits),
            freshness=freshness(table.ints("checked")[row], self._asked_on, self._limits.fact),
            evidence=refer.evidence(table.lists("evidence")[row]),
            **{name: table.text(name)[row] for name in _TEXTS},
        )

    def unsent(self, provider: int, offer: int, rows: Iterable[int]) -> Unsent:
        """Return an offer nobody is known to send to.

        Args:
            rows: its provisions.
        """
        rows, table = tuple(rows), self._index.provisions
        access = {table.text("access")[row] or "unknown" for row in rows}
        return Unsent(
            provider=self.actor(provider),
            offer=self._refer.offer(offer),
            audiences=self._refer.concepts({one for row in rows for one in table.lists("audiences")[row]}),
            themes=self._refer.concepts({one for row in rows for one in self._index.themes(row)}),
            access=next(
                word for word in ("open", "registration", "unknown", "referral", *sorted(access)) if word in access
            ),
            evidence=self._refer.evidence(place for row in rows for place in table.lists("evidence")[row]),
        )

    def actor(self, row: int) -> ActorRef:
        """Return an actor that is known to be there."""
        found = self._refer.actor(row)
        if found is None:
            raise ValueError("a referral has two ends")
        return found

    def _regions(self, rows: Iterable[int]) -> tuple[RegionRef, ...]:
        found = (self._refer.region(row) for row in rows)
        return tuple(sorted((one for one in found if one), key=lambda one: one.id))
