"""Networks, boards and teams: who sits in them in which role, how often they meet, who has the same members."""

from __future__ import annotations

from graph.view import View
from ontology.text import fold
from queries.figure import Body, Seat
from queries.index import index_of
from queries.lifetimes import Lifetimes
from queries.maturity_criteria import cues
from queries.references import ActorRef, References
from queries.spoken import says

KINDS = frozenset({"network", "board", "team"})
_LEADING = ("chair", "lead", "coordinator", "office", "carrier")
"""Roles that are named before others."""


def bodies(view: View, refer: References, day: int) -> tuple[Body, ...]:
    """Return every network, board and team that is there on a day, by id; also those whose members nobody names."""
    index = index_of(view)
    lifetimes = Lifetimes(index)
    table = view.table("membership")
    members, seats_in, roles = table.ints("member"), table.ints("body"), table.text("role")
    evidence = table.lists("evidence")
    seats: dict[int, list[Seat]] = {
        row: [] for row in index.actors if index.kinds[row] in KINDS and lifetimes.actor(row).holds(day)
    }
    for row in table:
        member = refer.actor(members[row])
        if member is not None and seats_in[row] in seats:
            seats[seats_in[row]].append(Seat(member, roles[row], refer.evidence(evidence[row])))
    who = {body: frozenset(seat.member.id for seat in found) for body, found in seats.items()}
    remarks = index.actors.text("remark")
    found = []
    for body, its in seats.items():
        same = (_named(refer, other) for other in seats if other != body and who[body] and who[other] == who[body])
        alike = tuple(sorted(same, key=lambda actor: actor.id))
        found.append(Body(_named(refer, body), tuple(sorted(its, key=_order)), _rhythm(remarks[body]), alike))
    return tuple(sorted(found, key=lambda body: body.actor.id))


def _rhythm(remark: str) -> str:
    """Return what of a remark says how often people meet, in its own words."""
    words = (*cues("rhythm"), *cues("meets"))
    return "; ".join(part for part in remark.split("; ") if says(fold(part), words))


def _order(seat: Seat) -> tuple[int, str, str]:
    rank = _LEADING.index(seat.role) if seat.role in _LEADING else len(_LEADING)
    return rank, seat.member.id, seat.role


def _named(refer: References, row: int) -> ActorRef:
    found = refer.actor(row)
    if found is None:
        raise ValueError("no actor")
    return found
