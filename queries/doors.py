"""Where a client's group turns up: the actors a route may start from."""

from __future__ import annotations

from graph.view import View
from queries.conditions import Conditions
from queries.verdict import YES, Verdict, every


def doors_of(view: View, conditions: Conditions) -> dict[int, Verdict]:
    """Return the actors with a door for the client, each with what is open about it; a blank means any."""
    table = view.table("door")
    actors, audiences, regions = (table.ints(column) for column in ("actor", "audience", "region"))
    found: dict[int, Verdict] = {}
    for row in table:
        audience, region, actor = audiences[row], regions[row], actors[row]
        verdict = every(
            (
                conditions.client.group(audience) if audience >= 0 else YES,
                conditions.client.reached((region,)) if region >= 0 else YES,
                conditions.alive(actor),
            )
        )
        known = found.get(actor)
        if verdict.outcome != "no" and (known is None or _rank(verdict) < _rank(known)):
            found[actor] = verdict
    return found


def _rank(verdict: Verdict) -> tuple[int, tuple[object, ...]]:
    return len(verdict.asks), verdict.asks
