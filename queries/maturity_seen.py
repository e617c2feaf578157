"""What finders of evidence look at: one view on one day, and what a region keeps in its own tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.columns import Table
from graph.view import View
from queries.agreed_graph import AgreedGraph
from queries.bodies import bodies
from queries.figure import Body
from queries.maturity_answer import Indicator
from queries.references import ActorRef, ConceptRef, EvidenceRef, References


@dataclass(frozen=True, slots=True)
class Space:
    """The network's space as its configuration names it."""

    name: str = ""
    evidence: tuple[EvidenceRef, ...] = ()


class Seen:
    """The graph on a day; rows are given back as actors, concepts and evidence, by id."""

    def __init__(self, view: View, day: int, space: Space, indicators: Sequence[Indicator], most: int) -> None:
        self.view, self.day, self.space, self.indicators, self._most = view, day, space, indicators, most
        self.agreed, self.refer = AgreedGraph(view, day), References(view)
        self.index = self.agreed.index

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """Networks, boards and teams of the day."""
        return bodies(self.view, self.refer, self.day)

    @cached_property
    def referrals(self) -> tuple[int, ...]:
        """Referrals that hold on the day."""
        return self.agreed.holding

    @cached_property
    def provisions(self) -> tuple[int, ...]:
        """Provisions that hold on the day."""
        return tuple(row for actor in self.index.actors for row in self.agreed.offered(actor))

    def alive(self, kinds: Iterable[str]) -> Iterator[int]:
        """Yield the actors of some kinds that are there on the day."""
        wanted = frozenset(kinds)
        for row in self.index.actors:
            if self.index.kinds[row] in wanted and self.agreed.alive(row):
                yield row

    def family(self, roots: Iterable[str]) -> frozenset[int]:
        """Return the concepts of some ids with everything narrower."""
        rows = [row for name in roots if (row := self.view.concepts_by_id.get(name)) is not None]
        return frozenset(rows).union(*(self.index.closure(row, "narrower") for row in rows))

    def actors(self, rows: Iterable[int]) -> tuple[ActorRef, ...]:
        """Return actors, each once, by id."""
        found = (self.refer.actor(row) for row in set(rows))
        return tuple(sorted((one for one in found if one), key=lambda one: one.id))

    def concepts(self, rows: Iterable[int]) -> tuple[ConceptRef, ...]:
        """Return concepts, each once, by id."""
        return self.refer.concepts(set(rows))

    def evidence(self, table: Table, rows: Iterable[int]) -> tuple[EvidenceRef, ...]:
        """Return the first places behind some rows, each row's first before any row's second."""
        places = table.lists("evidence")
        told = sorted((self.refer.evidence(places[row]) for row in rows), key=lambda found: tuple(map(str, found)))
        ordered = [*(found[0] for found in told if found), *(place for found in told for place in found[1:])]
        return tuple(dict.fromkeys(ordered))[: self._most]

    def first(self, evidence: Iterable[EvidenceRef]) -> tuple[EvidenceRef, ...]:
        """Return as many places as an answer names."""
        return tuple(dict.fromkeys(evidence))[: self._most]
