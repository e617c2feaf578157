"""The steering meeting's question: who holds the network together, who stands apart, and who sits where?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph.view import View
from queries.agreed_graph import AgreedGraph
from queries.articulation import articulations
from queries.bodies import bodies
from queries.figure import Articulation, Broker, Community, FiguresAnswer
from queries.limits import within
from queries.references import ActorRef, References

if TYPE_CHECKING:
    import networkx

EXACT = 600
"""Actors up to which brokers are counted over all pairs; beyond, from `PIVOTS` of them (Brandes & Pich 2007)."""
PIVOTS = 128
SEED = 1
MOST = 200


@dataclass(frozen=True, slots=True)
class Figures:
    """The question.

    Brokers are the actors with the highest betweenness (Freeman 1977) in the directed graph of referrals;
    articulation points and communities (Louvain, Blondel et al. 2008, seeded) disregard direction.

    Args:
        k: how many brokers to name.
    """

    day: date | None = None
    k: int = 5

    def answer(self, view: View) -> FiguresAnswer:
        """Return the figures of one day."""
        within(self.k, MOST, "brokers (k)", "Vermittler (k)")
        day = self.day or date.today()
        agreed = AgreedGraph(view, day.toordinal())
        graph = agreed.directed()
        refer = References(view)
        named = _Named(agreed, refer)
        pairs = {frozenset(edge) for edge in agreed.edges}
        seated = bodies(view, refer, day.toordinal())
        brokers, sampled = _brokers(graph, named, self.k)
        undirected = graph.to_undirected()
        members = view.table("membership")
        linked = {*graph.nodes, *members.ints("member"), *members.ints("body")}
        isolated = (row for row in agreed.index.actors if row not in linked and agreed.alive(row))
        return FiguresAnswer(
            day=day,
            actors=sum(1 for row in agreed.index.actors if agreed.alive(row)),
            referrals=sum(map(len, agreed.edges.values())),
            pairs=len(pairs),
            mutual=len(agreed.edges) - len(pairs),
            brokers=brokers,
            sampled=sampled,
            articulations=tuple(_articulations(undirected, named)),
            communities=tuple(_communities(undirected, named)),
            isolated=named.many(isolated),
            bodies=seated,
            notes=tuple(_notes(graph, bool(seated))),
        )


class _Named:
    """Writes rows of actors."""

    def __init__(self, agreed: AgreedGraph, refer: References) -> None:
        self.ids, self._refer = agreed.ids, refer

    def one(self, row: int) -> ActorRef:
        found = self._refer.actor(row)
        if found is None:
            raise ValueError("no actor")
        return found

    def many(self, rows: Iterator[int]) -> tuple[ActorRef, ...]:
        return tuple(sorted(map(self.one, rows), key=lambda actor: actor.id))


def _brokers(graph: networkx.DiGraph[int], named: _Named, k: int) -> tuple[tuple[Broker, ...], int]:
    size = len(graph)
    pivots = 0 if size <= EXACT else PIVOTS
    between = _betweenness(graph, pivots) if size > 2 and k else {}
    shares = [(round(share * 1000), row) for row, share in between.items()]
    ordered = sorted((entry for entry in shares if entry[0]), key=lambda entry: (-entry[0], named.ids[entry[1]]))
    return tuple(Broker(named.one(row), share) for share, row in ordered[:k]), pivots


def _betweenness(graph: networkx.DiGraph[int], pivots: int) -> Mapping[int, float]:
    import networkx

    if not pivots:
        return networkx.betweenness_centrality(graph, normalized=True)
    from queries.betweenness import sampled_betweenness

    place = {row: at for at, row in enumerate(graph)}
    edges = [(place[sender], place[receiver]) for sender, receiver in graph.edges]
    return dict(zip(place, map(float, sampled_betweenness(len(place), edges, pivots, SEED)), strict=True))


def _articulations(graph: networkx.Graph[int], named: _Named) -> Iterator[Articulation]:
    """Yield who holds the network together, with whom it would lose; the gravest loss first."""
    found: list[Articulation] = []
    for row, parts in articulations(graph):
        parts.sort(key=lambda part: (-len(part), min(map(named.ids.__getitem__, part))))
        found.append(Articulation(named.one(row), named.many(one for part in parts[1:] for one in part)))
    yield from sorted(found, key=lambda one: (-len(one.cut_off), one.actor.id))


def _communities(graph: networkx.Graph[int], named: _Named) -> Iterator[Community]:
    """Yield groups of at least two, the largest first; none where all are in one."""
    import networkx

    if not graph:
        return
    parts = [part for part in networkx.community.louvain_communities(graph, seed=SEED) if len(part) > 1]
    parts.sort(key=lambda part: (-len(part), min(map(named.ids.__getitem__, part))))
    if len(parts) < 2:
        return
    for part in parts:
        inside = graph.subgraph(part).number_of_edges()
        crossing = sum(1 for _ in networkx.edge_boundary(graph, part))
        yield Community(named.many(iter(part)), inside, inside + crossing)


def _notes(graph: networkx.DiGraph[int], any_body: bool) -> Iterator[str]:
    if not graph:
        yield "no_referrals_then"
    if not any_body:
        yield "no_bodies"
