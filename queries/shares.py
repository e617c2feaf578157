"""Who could take a need in joint counselling, and with what: the best fitting offer of everybody who can be invited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.view import View
from queries.client import Client, Need
from queries.covering import PLATFORMS
from queries.fitting import Fitting, fitting
from queries.index import index_of
from queries.signature import Signatures
from queries.verdict import Verdict

NOBODY = -1
SOMETHING_ELSE = ("theme", "type")
"""What is asked of an offer of which no source says that it is about the need."""


@dataclass(frozen=True, slots=True)
class Share:
    """What somebody takes: a provision that fits a need, as a row."""

    provision: int
    verdict: Verdict

    @property
    def questions(self) -> int:
        """The number of open questions."""
        return len(self.verdict.asks)

    @property
    def is_doubtful(self) -> bool:
        """Whether no source says that it is about the need."""
        return any(ask.about in SOMETHING_ELSE for ask in self.verdict.asks)


class Shares:
    """Reads one view for one client.

    Who coordinates a project or network is invited for it; an event, a platform, another team, and what nobody
    coordinates sits at no table.
    """

    def __init__(self, view: View, client: Client) -> None:
        self._view, self._client = view, client
        self._index = index_of(view)
        self._signatures = Signatures(view)
        self._provider = self._index.provisions.ints("provider")
        self._offer = self._index.provisions.ints("offer")
        self._types = self._index.actors.lists("types")
        ids = view.concepts_by_id
        self._platforms = frozenset(
            kind for name in PLATFORMS if (row := ids.get(name)) is not None
            for kind in (row, *self._index.closure(row, "narrower"))
        )  # fmt: skip

    def of(self, need: Need) -> dict[int, Share]:
        """Return the best share of each actor that can take a need.

        Offers of which no source says that they are about the need count only where there is no other.
        """
        found: dict[int, list[Fitting]] = {}
        for one in fitting(self._view, self._client, need):
            member = self.invited(self._provider[one.provision])
            if member != NOBODY:
                found.setdefault(member, []).append(one)
        best = {member: self._best(several) for member, several in found.items()}
        return {member: share for member, share in best.items() if not share.is_doubtful} or best

    def of_provider(self, provider: int, need: Need) -> Share | None:
        """Return the best share of one provider, whoever is invited for it."""
        several = list(fitting(self._view, self._client, need, self._index.provided_by[provider]))
        return self._best(several) if several else None

    def invited(self, provider: int) -> int:
        """Return who sits at the table for a provider, or `NOBODY`."""
        if provider < 0 or self._index.kinds[provider] in ("event", "team"):
            return NOBODY
        member = self._index.arrivals(provider)[-1]
        if self._index.is_group(member) or not self._platforms.isdisjoint(self._types[member]):
            return NOBODY
        return member

    def _best(self, several: Iterable[Fitting]) -> Share:
        best = min(several, key=self._rank)
        return Share(best.provision, best.verdict)

    def _rank(self, one: Fitting) -> tuple[object, ...]:
        actors, offers = self._index.actors.text("id"), self._index.offers.text("id")
        offer = self._offer[one.provision]
        named = offers[offer] if offer >= 0 else ""
        signature = self._signatures.provision(one.provision)
        doubtful = any(ask.about in SOMETHING_ELSE for ask in one.verdict.asks)
        return (
            doubtful,
            len(one.verdict.asks),
            actors[self._provider[one.provision]],
            named,
            one.verdict.asks,
            signature,
        )
