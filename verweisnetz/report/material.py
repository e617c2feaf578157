"""What a report is made of: every answer it tells, asked once for one day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from graph.history import journal
from graph.view import View
from queries.agreed_graph import AgreedGraph
from queries.change import ChangesAnswer
from queries.coverage import CoverageAnswer
from queries.dates import written
from queries.figure import FiguresAnswer
from queries.finding import HygieneAnswer
from queries.gap import GapsAnswer
from queries.horizon import HorizonAnswer
from queries.maturity_answer import MaturityAnswer
from queries.references import EvidenceRef, References
from verweisnetz.config import STATE

if TYPE_CHECKING:
    from graph.generation import Generation
    from verweisnetz.answering import Answering


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers; ``changes`` is None where nobody said what to compare with."""

    region: Answering
    day: date
    coverage: CoverageAnswer
    gaps: GapsAnswer
    horizon: HorizonAnswer
    hygiene: HygieneAnswer
    figures: FiguresAnswer
    maturity: MaturityAnswer
    changes: ChangesAnswer | None
    before: str


def asked(region: Answering, day: date, before: Generation | None, language: str) -> Asked:
    """Ask a region everything a report tells."""
    return Asked(
        region,
        day,
        region.coverage(day=day),
        region.gaps(day=day),
        region.horizon(day=day),
        region.hygiene(day=day),
        region.figures(day=day),
        region.maturity(day=day),
        region.changes(before, day=day) if before else None,
        _called(region, before, language) if before else "",
    )


def _called(region: Answering, generation: Generation, language: str) -> str:
    """Return what an earlier state is called: the day from which it answered, and the beginning of its id."""
    days = [entry["at"][:10] for entry in journal(region.folder / STATE) if entry["generation"] == generation.id]
    since = written(date.fromisoformat(days[-1]), language) if days else ""
    return f"{since} ({generation.id[:8]})" if since else generation.id[:8]


class Footing:
    """The evidence behind figures that stand on many rows: referrals of an actor, between two, an actor itself."""

    def __init__(self, view: View, day: date) -> None:
        self._view, self._agreed, self._refer = view, AgreedGraph(view, day.toordinal()), References(view)

    @cached_property
    def _said(self) -> Callable[[int], tuple[EvidenceRef, ...]]:
        places = self._agreed.index.referrals.lists("evidence")
        return lambda row: self._refer.evidence(places[row])

    def of_actor(self, actor_id: str) -> tuple[EvidenceRef, ...]:
        """Return what is said of an actor itself."""
        row = self._view.actors_by_id[actor_id]
        return self._refer.evidence(self._agreed.index.actors.lists("evidence")[row])

    def touching(self, actor_ids: Iterable[str]) -> tuple[EvidenceRef, ...]:
        """Return the first place of every referral that one of some actors makes or receives."""
        pairs = {pair for one in actor_ids for pair in self._pairs.get(self._view.actors_by_id[one], ())}
        return self._first(self._agreed.edges[pair] for pair in sorted(pairs, key=self._order))

    def among(self, actor_ids: Iterable[str]) -> tuple[EvidenceRef, ...]:
        """Return the first place of every referral between two of some actors."""
        wanted = {self._view.actors_by_id[one] for one in actor_ids}
        pairs = {pair for one in wanted for pair in self._pairs.get(one, ()) if wanted.issuperset(pair)}
        return self._first(self._agreed.edges[pair] for pair in sorted(pairs, key=self._order))

    def mutual(self) -> tuple[EvidenceRef, ...]:
        """Return the first place of referrals that are answered by one in the other direction."""
        edges = self._agreed.edges
        return self._first(rows for (one, other), rows in edges.items() if (other, one) in edges)

    def referrals(self) -> list[tuple[str, list[str], tuple[EvidenceRef, ...]]]:
        """Return who refers to whom: sender, receivers, evidence, by the sender's label."""
        found: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
        for (sender, receiver), rows in self._agreed.edges.items():
            found.setdefault(sender, []).append((receiver, rows))
        told = [
            (self._label(sender), sorted(self._label(one) for one, _ in to), self._first(rows for _, rows in to))
            for sender, to in found.items()
        ]
        return sorted(told, key=lambda one: (one[0].casefold(), one[0], one[1]))

    @cached_property
    def _pairs(self) -> Mapping[int, list[tuple[int, int]]]:
        found: dict[int, list[tuple[int, int]]] = {}
        for pair in self._agreed.edges:
            for end in set(pair):
                found.setdefault(end, []).append(pair)
        return found

    def _order(self, pair: tuple[int, int]) -> tuple[str, str]:
        return self._agreed.ids[pair[0]], self._agreed.ids[pair[1]]

    def _label(self, row: int) -> str:
        return str(self._agreed.index.actors.text("label")[row])

    def _first(self, rows: Iterable[tuple[int, ...]]) -> tuple[EvidenceRef, ...]:
        told = (self._said(row[0])[:1] for row in rows if row)
        return tuple(place for places in told for place in places)
