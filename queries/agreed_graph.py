"""Who refers to whom on a day, as a networkx graph over rows of actors: what figures and hygiene look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from graph.view import View
from queries.index import Index, index_of
from queries.lifetimes import Lifetimes

if TYPE_CHECKING:
    import networkx


class AgreedGraph:
    """The referrals of one view that hold on one day; a refusal is none."""

    def __init__(self, view: View, day: int) -> None:
        self.index: Index = index_of(view)
        self.day = day
        self._lifetimes = Lifetimes(self.index)
        referrals = self.index.referrals
        self.senders, self.receivers = referrals.ints("sender"), referrals.ints("receiver")
        self.ids = self.index.actor_ids

    def alive(self, actor: int) -> bool:
        """Return whether an actor is there on the day: no project that is over, no event that is past."""
        return self._lifetimes.actor(actor).holds(self.day)

    def offered(self, actor: int) -> Iterator[int]:
        """Yield the provisions of an actor that hold on the day."""
        said = self.index.provision_polarity
        for row in self.index.provided_by[actor]:
            if said[row] != "no" and self._lifetimes.provision(row).holds(self.day):
                yield row

    @cached_property
    def holding(self) -> tuple[int, ...]:
        """The referrals between two known actors that hold on the day."""
        return tuple(self._holding())

    def _holding(self) -> Iterator[int]:
        said = self.index.referral_polarity
        for row in self.index.referrals:
            sender, receiver = self.senders[row], self.receivers[row]
            if sender < 0 or receiver < 0 or sender == receiver or said[row] == "no":
                continue
            if self.alive(sender) and self.alive(receiver) and self._lifetimes.referral(row).holds(self.day):
                yield row

    @cached_property
    def edges(self) -> Mapping[tuple[int, int], tuple[int, ...]]:
        """The referrals from one actor to another, in the order of ids: no row number decides anything."""
        rows: dict[tuple[int, int], list[int]] = {}
        for row in self.holding:
            rows.setdefault((self.senders[row], self.receivers[row]), []).append(row)
        ordered = sorted(rows, key=lambda pair: (self.ids[pair[0]], self.ids[pair[1]]))
        return {pair: tuple(rows[pair]) for pair in ordered}

    @cached_property
    def into(self) -> Mapping[int, tuple[int, ...]]:
        """Who refers to an actor."""
        found: dict[int, list[int]] = {}
        for sender, receiver in self.edges:
            found.setdefault(receiver, []).append(sender)
        return {receiver: tuple(senders) for receiver, senders in found.items()}

    def directed(self) -> networkx.DiGraph[int]:
        """Return actors and who refers to whom; in the order of ids, which decides how communities are found."""
        import networkx

        found: networkx.DiGraph[int] = networkx.DiGraph()
        actors: set[int] = {actor for pair in self.edges for actor in pair}
        ordered: list[int] = sorted(actors, key=self._id)
        found.add_nodes_from(ordered)
        found.add_edges_from(self.edges)
        return found

    def _id(self, row: int) -> str:
        return self.ids[row]
