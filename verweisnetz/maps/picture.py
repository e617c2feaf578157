"""What a map shows: nodes and edges chosen from the view, independent of any drawing library."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.view import View

ROLE_KINDS = {"coordinator": "coordinates", "chair": "member", "member": "member", "partner": "partner"}


@dataclass(frozen=True, slots=True)
class Node:
    """A node: an actor, or a target group in a bipartite map."""

    id: str
    label: str
    group: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed edge; ``kind`` is a word of ``assets/words.toml``; ``strength`` 0 cold to 3 accompanied."""

    source: str
    target: str
    kind: str
    note: str = ""
    strength: int = 1
    place: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """Nodes sorted by id and edges sorted by their ends: the same view gives the same picture."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@cache
def words(language: str) -> dict[str, str]:
    """Return the map's words in one language."""
    text = files("verweisnetz.maps").joinpath("assets/words.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text)[language])


@cache
def groups() -> tuple[dict[str, Any], ...]:
    """Return the legend's groups in order."""
    text = files("verweisnetz.maps").joinpath("assets/groups.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["group"])


def network(view: View, language: str = "de", further: Iterable[Edge] = ()) -> Picture:
    """Return every actor and connection; where no actor is connected to another, actors and whom they serve.

    Args:
        further: edges that are no facts, such as those nobody has confirmed (`verweisnetz.maps.unreviewed`).
    """
    edges = [*_referrals(view, language), *_memberships(view), *_units(view), *further]
    if not edges:
        return _bipartite(view, language)
    return _picture(view, range(len(view.table("actor"))), edges, language)


def surroundings(view: View, actor: int, hops: int = 1, language: str = "de", further: Iterable[Edge] = ()) -> Picture:
    """Return the actors within ``hops`` connections of one actor, in either direction, and all among them."""
    whole = network(view, language, further)
    start = view.table("actor").text("id")[actor]
    inside = {start}
    for _ in range(hops):
        touched = [edge for edge in whole.edges if edge.source in inside or edge.target in inside]
        inside |= {end for edge in touched for end in (edge.source, edge.target)}
    return _within(whole, inside)


def in_region(view: View, region: int, language: str = "de", further: Iterable[Edge] = ()) -> Picture:
    """Return the actors that work or sit in a region (any overlap), and the connections among them."""
    regions, actors = view.table("region"), view.table("actor")
    wanted = set(regions.lists("atoms")[region])
    identifiers = actors.text("id")
    inside = set()
    for row in actors:
        places = [*actors.lists("regions")[row], *actors.lists("places")[row]]
        if any(wanted & set(regions.lists("atoms")[place]) for place in places):
            inside.add(identifiers[row])
    whole = network(view, language, further)
    groups_served = {edge.target for edge in whole.edges if edge.kind == "serves" and edge.source in inside}
    return _within(whole, inside | groups_served)


def _within(whole: Picture, inside: set[str]) -> Picture:
    return Picture(
        tuple(node for node in whole.nodes if node.id in inside),
        tuple(edge for edge in whole.edges if edge.source in inside and edge.target in inside),
    )


def _picture(view: View, rows: Iterable[int], edges: list[Edge], language: str) -> Picture:
    group_of = _groups_by_type(view)
    actors = view.table("actor")
    labels, types, identifiers = actors.text("label"), actors.lists("types"), actors.text("id")
    concept_label = view.table("concept").text("label_" + language)
    broader = view.table("concept").lists("broader")

    def narrowest(concepts: Iterable[int]) -> list[int]:
        return sorted(concepts, key=lambda concept: -len(broader[concept]))

    nodes = [
        Node(
            identifiers[row],
            labels[row],
            next(
                (group_of[concept] for concept in narrowest(types[row]) if concept in group_of),
                _by_kind(actors.text("kind")[row]),
            ),
            ", ".join(concept_label[concept] for concept in types[row]),
        )
        for row in rows
    ]
    return Picture(tuple(sorted(nodes, key=lambda node: node.id)), tuple(sorted(edges, key=_order)))


def _order(edge: Edge) -> tuple[str, str, str, str]:
    return edge.source, edge.target, edge.kind, edge.note


def _by_kind(kind: str) -> str:
    return "network" if kind in ("network", "board", "project", "event", "team") else "other"


def _groups_by_type(view: View) -> dict[int, str]:
    named = {f"actor-type/{name}": group["name"] for group in groups() for name in group["types"]}
    concepts = view.table("concept")
    found = {}
    for row in concepts:
        if concepts.text("scheme")[row] != "actor-type":
            continue
        line = [row, *concepts.lists("broader")[row]]
        known = [named[concepts.text("id")[step]] for step in line if concepts.text("id")[step] in named]
        if known:
            found[row] = known[0]
    return found


def _referrals(view: View, language: str) -> list[Edge]:
    referrals, actors = view.table("referral"), view.table("actor").text("id")
    concepts = view.table("concept")
    label = concepts.text("label_" + language)
    edges = []
    for row in referrals:
        if referrals.text("polarity")[row] == "no":
            continue
        handover = referrals.ints("handover")[row]
        notes = [label[handover] if handover >= 0 else words(language)["unknown_handover"]]
        notes += [label[audience] for audience in referrals.lists("audiences")[row]]
        sender, receiver = referrals.ints("sender")[row], referrals.ints("receiver")[row]
        code = concepts.text("id")[handover] if handover >= 0 else ""
        edges.append(
            Edge(
                actors[sender],
                actors[receiver],
                "refers",
                " · ".join(notes),
                _strength(code),
                _place(view, "referral", row),
            )
        )
    return edges


def _strength(handover: str) -> int:
    warmth = {"handover/information": 0, "handover/contact": 1, "handover/appointment": 2}
    return 1 if not handover else warmth.get(handover, 3)


def _memberships(view: View) -> list[Edge]:
    table, actors = view.table("membership"), view.table("actor").text("id")
    edges = []
    for row in table:
        role = table.text("role")[row]
        member, body = actors[table.ints("member")[row]], actors[table.ints("body")[row]]
        kind = ROLE_KINDS.get(role, "member")
        note = role if kind == "member" and role != "member" else ""
        edges.append(Edge(member, body, kind, note, 1, _place(view, "membership", row)))
    return edges


def _units(view: View) -> list[Edge]:
    actors = view.table("actor")
    identifiers, parents = actors.text("id"), actors.ints("unit_of")
    return [Edge(identifiers[row], identifiers[parents[row]], "unit") for row in actors if parents[row] >= 0]


def _bipartite(view: View, language: str) -> Picture:
    provisions, actors, concepts = view.table("provision"), view.table("actor").text("id"), view.table("concept")
    pairs: dict[tuple[int, int], str] = {}
    for row in provisions:
        if provisions.text("polarity")[row] == "no":
            continue
        for audience in provisions.lists("audiences")[row]:
            pairs.setdefault((provisions.ints("provider")[row], audience), _place(view, "provision", row))
    edges = [
        Edge(actors[provider], concepts.text("id")[audience], "serves", place=place)
        for (provider, audience), place in pairs.items()
        if provider >= 0
    ]
    picture = _picture(view, range(len(actors)), edges, language)
    served = sorted({audience for _, audience in pairs})
    label = concepts.text("label_" + language)
    nodes = [Node(concepts.text("id")[audience], label[audience], "audience") for audience in served]
    return Picture((*picture.nodes, *nodes), picture.edges)


def _place(view: View, table: str, row: int) -> str:
    rows = view.table(table).lists("evidence")[row]
    if not len(rows):
        return ""
    evidence = view.table("evidence")
    source = view.table("source").text("id")[evidence.ints("source")[rows[0]]]
    more = f" (+{len(rows) - 1})" if len(rows) > 1 else ""
    return f"{source}!{evidence.text('place')[rows[0]]}{more}"
