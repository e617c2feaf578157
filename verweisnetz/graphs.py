"""The facts for people who compute on them: a networkx graph of actors and referrals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.view import View

if TYPE_CHECKING:
    import networkx

    ActorGraph = networkx.MultiDiGraph[str]


def to_networkx(view: View) -> ActorGraph:
    """Return actors as nodes (``label``, ``kind``, ``types``) and referrals and memberships as edges (``relation``).

    Parallel referrals stay parallel, hence a multigraph; for algorithms that refuse one, ``networkx.DiGraph(graph)``
    keeps one edge per pair.
    """
    import networkx

    graph: ActorGraph = networkx.MultiDiGraph()
    actors, concepts = view.table("actor"), view.table("concept")
    identifiers, label_of = actors.text("id"), concepts.text("id")
    for row in actors:
        graph.add_node(
            identifiers[row],
            label=actors.text("label")[row],
            kind=actors.text("kind")[row],
            types=[label_of[concept] for concept in actors.lists("types")[row]],
        )
    for sender, receiver, told in _referrals(view):
        graph.add_edge(identifiers[sender], identifiers[receiver], relation="refersTo", **told)
    memberships = view.table("membership")
    for row in memberships:
        member, body = memberships.ints("member")[row], memberships.ints("body")[row]
        graph.add_edge(identifiers[member], identifiers[body], relation=memberships.text("role")[row])
    return graph


def _referrals(view: View) -> list[tuple[int, int, dict[str, Any]]]:
    table, ids = view.table("referral"), view.table("concept").text("id")
    found = []
    for row in table:
        handover = table.ints("handover")[row]
        told = {
            "handover": ids[handover] if handover >= 0 else "",
            "audiences": [ids[audience] for audience in table.lists("audiences")[row]],
            "polarity": table.text("polarity")[row],
        }
        found.append((table.ints("sender")[row], table.ints("receiver")[row], told))
    return found
