"""From a route as rows to a route as an answer: every leg with its contact, its freshness and its evidence."""

from __future__ import annotations

from collections.abc import Iterable

from graph.view import View
from queries.contact_age import judged
from queries.cost import Cost
from queries.freshness import Freshness, Limits, freshness
from queries.lead import lead_of
from queries.legs import Legs
from queries.passing import Passings
from queries.questions import in_words
from queries.references import ContactRef, day, references_of
from queries.remarks import remarks
from queries.route import Leg, Route, Said
from queries.search import ANYWHERE, Found
from queries.targets import Targets
from queries.verdict import Ask, Verdict, every

TOLD = ("cost", "hours", "format", "languages", "capacity", "note")
"""What a provision says of itself in words."""


class RouteWriter:
    """Writes the routes of one need."""

    def __init__(self, view: View, targets: Targets, legs: Legs, limits: Limits) -> None:
        self._view, self._targets, self._legs, self._limits = view, targets, legs, limits
        self._refer = references_of(view)
        self._provisions, self._referrals = view.table("provision"), view.table("referral")
        self._told = {name: self._provisions.text(name) for name in TOLD}
        self._passings = Passings(view, legs.index, legs.conditions.need)

    def cost(self, found: Found, opening: Verdict) -> Cost:
        """Return the parts of a route's cost; their sum is what the search minimised."""
        total = self._targets.cost(found.target)
        if opening.asks:
            total += Cost(questions=self._legs.weights.question * len(opening.asks))
        for at in range(len(found.rows)):
            total += self._leg_cost(found, at)
        return total + self._legs.direct(found.target.access) if found.direct else total

    def write(
        self, found: Found, opening: Verdict, cost: Cost, rank: int, non_dominated: bool, equals: int = 0
    ) -> Route:
        """Return the answer for one route; ``cost`` is that of `cost`."""
        target, row = found.target, found.target.provision
        asks = [*opening.asks, *self._legs.conditions.provision(row).asks]
        for at in range(len(found.rows)):
            asks += self._leg_verdict(found, at).asks
        end = self._refer.actor(target.provider)
        if end is None:
            raise ValueError("a route needs a provider")
        start, legs = self._refer.actor(found.actors[0]), self._legs_of(found)
        return Route(
            rank=rank,
            need=self._refer.concept(self._legs.conditions.need.concept),
            start=start,
            target=end,
            offer=self._refer.offer(target.offer),
            fit="ask" if asks else "yes",
            open_questions=in_words(self._view, asks),
            cost=cost,
            non_dominated=non_dominated,
            legs=legs,
            said=self._said(row),
            freshness=self._freshness(row),
            contact=self._contact(found),
            evidence=self._refer.evidence(
                (*self._provisions.lists("evidence")[row], *self._against(row)), self._legs.conditions.concerned
            ),
            lead=lead_of(start, legs),
            equals=equals,
        )

    def _against(self, row: int) -> tuple[int, ...]:
        """Evidence of those who contradict the provision: both sides are shown."""
        evidence = self._provisions.lists("evidence")
        return tuple(place for other in self._legs.conditions.refusals(row) for place in evidence[other])

    def _legs_of(self, found: Found) -> tuple[Leg, ...]:
        if found.direct:
            return (self._direct(found),)
        return tuple(self._referral(found, at) for at in range(len(found.rows)))

    def _asks(self, found: Found, at: int) -> tuple[Ask, ...]:
        """What only this route leaves open at a leg: an agreement on one offer."""
        row = found.rows[at]
        if at < len(found.rows) - 1:
            return self._legs.conditions.agreements.onward(row)
        return self._legs.conditions.agreements.at_end(row, found.target.provider, found.target.offer) or ()

    def _leg_cost(self, found: Found, at: int) -> Cost:
        return self._legs.cost(found.rows[at], self._asks(found, at))

    def _leg_verdict(self, found: Found, at: int) -> Verdict:
        row = found.rows[at]
        return every((self._legs.conditions.referral(row), Verdict("ask", self._asks(found, at))))

    def _referral(self, found: Found, at: int) -> Leg:
        row, table = found.rows[at], self._referrals
        receiver = self._refer.actor(found.actors[at + 1])
        if receiver is None:
            raise ValueError("a referral needs a receiver")
        verdict = self._leg_verdict(found, at)
        contact, checked = table.text("contact")[row], table.ints("checked")[row]
        agreed = (ContactRef("agreed", contact, "", day(checked)),) if contact else ()
        told = remarks(table.text("note")[row], table.text("feedback")[row], table.text("agreement")[row])
        evidence = [*table.lists("evidence")[row]]
        for other in self._legs.conditions.refused_referrals(row):
            evidence += table.lists("evidence")[other]
        return Leg(
            sender=self._refer.actor(found.actors[at]),
            receiver=receiver,
            kind="referral",
            fit="ask" if verdict.asks else "yes",
            open_questions=in_words(self._view, verdict.asks),
            handover=self._refer.concept(table.ints("handover")[row]),
            responsibility=self._refer.concept(table.ints("responsibility")[row]),
            contact=self._judged(agreed or self._refer.contacts(found.actors[at + 1])),
            freshness=freshness(checked, self._legs.conditions.client.day, self._limits.fact),
            cost=self._leg_cost(found, at),
            evidence=self._refer.evidence(evidence),
            passing=self._passings.of(row),
            bring=told.bring,
            cost_bearer=table.text("cost_bearer")[row] or told.cost_bearer,
            follow_up=table.text("follow_up")[row] or told.follow_up,
            **{
                name: table.text(name)[row]
                for name in ("feedback", "agreement", "legal_basis", "occasion", "capacity", "note")
            },
        )

    def _direct(self, found: Found) -> Leg:
        receiver = self._refer.actor(found.actors[-1])
        if receiver is None:
            raise ValueError("naming an offer needs somebody to name")
        row = found.target.provision
        return Leg(
            sender=self._refer.actor(found.actors[0]) if found.actors[0] != ANYWHERE else None,
            receiver=receiver,
            kind="direct",
            fit="yes",
            open_questions=(),
            handover=None,
            responsibility=None,
            contact=self._judged(self._refer.contacts(found.actors[-1])),
            freshness=self._freshness(row),
            cost=self._legs.direct(found.target.access),
            evidence=self._refer.evidence(self._provisions.lists("evidence")[row]),
        )

    def _said(self, row: int) -> Said:
        table = self._provisions
        texts = {name: column[row] for name, column in self._told.items()}
        actors, provider = self._view.table("actor"), table.ints("provider")[row]
        told = remarks(texts["note"])
        ends = [end for end in (table.ints("valid_until")[row], actors.ints("runs_until")[provider]) if end > 0]
        return Said(
            access=table.text("access")[row] or "unknown",
            online=table.ints("online")[row] == 1,
            until=day(min(ends, default=-1)),
            bring=told.bring,
            cost_bearer=told.cost_bearer,
            since=day(self._begins(provider)),
            **texts,
        )

    def _begins(self, provider: int) -> int:
        """Return the first day of an event, or -1."""
        if self._legs.index.kinds[provider] != "event":
            return -1
        starts, ends = (self._view.table("actor").ints(column) for column in ("runs_from", "runs_until"))
        return int(starts[provider] if starts[provider] > 0 else ends[provider])

    def _freshness(self, row: int) -> Freshness:
        kind = self._legs.index.kinds[self._provisions.ints("provider")[row]]
        limit = self._limits.project if kind in ("project", "event") else self._limits.fact
        return freshness(self._provisions.ints("checked")[row], self._legs.conditions.client.day, limit)

    def _contact(self, found: Found) -> tuple[ContactRef, ...]:
        """How to reach the provider; one that is nobody to call is reached through who coordinates it."""
        provider = found.target.provider
        return self._judged(self._refer.contacts(provider) or self._refer.contacts(found.target.arrivals[-1]))

    def _judged(self, contacts: Iterable[ContactRef]) -> tuple[ContactRef, ...]:
        """Return contacts with how far their day is trusted."""
        return judged(contacts, self._legs.conditions.client.day, self._limits)
