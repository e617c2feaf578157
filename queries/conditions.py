"""Whether a provision or a referral fits a client's need: every condition, with what is open and what fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from graph.view import View
from queries.agreements import Agreements
from queries.client import Client, Need
from queries.index import Index
from queries.lifetimes import Lifetimes, Span
from queries.practical import Practical
from queries.verdict import YES, Ask, Verdict, ask, every, no

ENDED, NOT_YET = no("ended"), no("not_yet")


class Conditions:
    """The provisions and referrals of one view, seen by one client with one need."""

    def __init__(self, view: View, client: Client, need: Need) -> None:
        self.client, self.need = client, need
        self.index: Index = client.index
        provisions, referrals = self.index.provisions, self.index.referrals
        self._provider, self._offer = provisions.ints("provider"), provisions.ints("offer")
        self._audiences, self._namings = provisions.lists("audiences"), provisions.lists("namings")
        self._online = provisions.ints("online")
        self._lifetimes = Lifetimes(self.index)
        self._practical = Practical(view, client.practical) if client.practical else None
        self._sender, self._receiver = referrals.ints("sender"), referrals.ints("receiver")
        self._referred_offer = referrals.ints("offer")
        self.agreements = Agreements(self.index)
        self._said: dict[int, Verdict] = {}
        self._alive: dict[int, Verdict] = {}

    @cached_property
    def concerned(self) -> frozenset[int]:
        """What the question is about: the need and the groups of the client, with wider and narrower ones."""
        asked = frozenset({self.need.concept, *self.client.groups} - {-1})
        family = (self.index.closure(one, direction) for one in asked for direction in ("broader", "narrower"))
        return asked.union(*family)

    def provision(self, row: int) -> Verdict:
        """Return whether a provision fits, with every condition that fails."""

        def against() -> Iterable[Verdict]:
            return map(self._refusal, self.refusals(row))

        return _settled(self.index.provision_polarity[row], self._without_polarity(row), against)

    def _without_polarity(self, row: int) -> Verdict:
        client, index = self.client, self.index
        found = [
            _on(self._lifetimes.provision(row), client.day),
            client.named(self._audiences[row], self._namings[row]),
            client.wants(self.need, index.themes(row), index.offer_type(row)),
            self._reach(row),
        ]
        if self._practical:
            found += self._practical.verdicts(row)
        return every(found)

    def _reach(self, row: int) -> Verdict:
        regions, own = self.index.area(row)
        return YES if not own and self._online[row] == 1 else self.client.reached(regions)

    def refusals(self, row: int) -> tuple[int, ...]:
        """Return the rows that say no where this provision says yes: the same offer, or the provider as a whole."""
        rows = self.index.refusals(self._provider[row])
        offers = (-1, self._offer[row])
        return tuple(other for other in rows if self._offer[other] in offers and self._refusal(other).outcome != "no")

    def _refusal(self, row: int) -> Verdict:
        """Return whether a no is about the client; what it does not restrict it says of everybody."""
        client, index = self.client, self.index
        audiences, regions = self._audiences[row], tuple(index.provisions.lists("regions")[row])
        themes = index.themes(row)
        return every(
            (
                _on(self._lifetimes.provision(row), client.day),
                client.named(audiences, self._namings[row]) if audiences else YES,
                client.agreed_for(self.need, themes) if themes else YES,
                client.reached(regions) if regions else YES,
            )
        )

    def referral(self, row: int) -> Verdict:
        """Return whether an agreement holds for the client, whatever the offer."""
        found = self._said.get(row)
        if found is None:
            found = self._said[row] = self._referral(row)
        return found

    def usable(self, row: int) -> bool:
        """Return whether a referral can be a leg: it fits, or there is something to ask."""
        return self._sender[row] >= 0 <= self._receiver[row] and self.referral(row).outcome != "no"

    def _referral(self, row: int) -> Verdict:
        sender, receiver = self._sender[row], self._receiver[row]
        stated = every((self._agreed(row), self.alive(sender), self.alive(receiver)))

        def against() -> Iterable[Verdict]:
            return map(self._agreed, self.refused_referrals(row))

        return _settled(self.index.referral_polarity[row], stated, against)

    def refused_referrals(self, row: int) -> tuple[int, ...]:
        """Return the rows that say no where this referral says yes."""
        refused = self.index.refused_referrals(self._sender[row], self._receiver[row])
        offers = (-1, self._referred_offer[row])
        return tuple(
            other for other in refused if self._referred_offer[other] in offers and self._agreed(other).outcome != "no"
        )

    def _agreed(self, row: int) -> Verdict:
        """Return the agreement's own conditions; an empty list means for all."""
        referrals, client = self.index.referrals, self.client
        audiences, themes = referrals.lists("audiences")[row], referrals.lists("themes")[row]
        regions = tuple(referrals.lists("regions")[row])
        return every(
            (
                _on(self._lifetimes.referral(row), client.day),
                client.named(audiences, referrals.lists("namings")[row]) if audiences else YES,
                client.agreed_for(self.need, themes) if themes else YES,
                client.reached(regions) if regions else YES,
            )
        )

    def alive(self, actor: int) -> Verdict:
        """Return whether an actor exists on the day."""
        found = self._alive.get(actor)
        if found is None:
            found = self._alive[actor] = _on(self._lifetimes.actor(actor), self.client.day)
        return found


def _settled(polarity: str, stated: Verdict, against: Callable[[], Iterable[Verdict]]) -> Verdict:
    """Return what a yes, partly or no comes to where others may say no; they are asked only if it matters."""
    if polarity == "no":
        return every((no("refused"), stated))
    found = [stated]
    if polarity == "partly":
        found.append(ask(Ask("extent")))
    if stated.outcome != "no":
        found += [_against(refusal) for refusal in against()]
    return every(found)


def _against(refusal: Verdict) -> Verdict:
    """A refusal that certainly applies contradicts; one that may apply leaves its own questions to be asked."""
    return refusal if refusal.outcome == "ask" else ask(Ask("conflict"))


def _on(span: Span, day: int) -> Verdict:
    if span.holds(day):
        return YES
    return ENDED if span.has_ended(day) else NOT_YET
