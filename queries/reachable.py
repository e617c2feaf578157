"""Which fitting offers no known way leads to, and why."""

from __future__ import annotations

from collections.abc import Sequence

from graph.view import View
from queries.fitting_offers import FittingOffers
from queries.legs import Legs
from queries.reach import Reach
from queries.references import references_of
from queries.route import Barrier, Unreachable
from queries.targets import Target


def unreachable(
    view: View,
    legs: Legs,
    fitting: FittingOffers,
    starts: frozenset[int] | None,
    max_legs: int,
    limit: int,
    longest: int,
) -> list[Unreachable]:
    """Return the first offers that fit and that no way of at most so many legs reaches.

    Args:
        starts: None for any actor that refers.
        longest: the most legs that may be asked for; a way of no more than these is only too far.
    """
    found: list[Unreachable] = []
    if not limit:
        return found
    reach, further = (Reach(legs.index, legs.conditions.usable, most) for most in (max_legs, longest))
    # What can be named to the client is reached by a leg, if there may be one.
    rest = fitting.targets(named=not max_legs)
    named = {(target.provider, target.offer) for target in rest if target.direct and not max_legs}
    for target in _in_order(view, [target for target in rest if target.ends]):
        if len(found) == limit:
            break
        if target.provider < 0 or not reach.leads(target, starts):
            far = (target.provider, target.offer) in named or further.leads(target, starts)
            found.append(_listed(view, legs, target, "too_far" if far else _barrier(legs, target)))
    return found


def _in_order(view: View, targets: Sequence[Target]) -> list[Target]:
    actors, offers = view.table("actor").text("id"), view.table("offer").text("id")
    return sorted(
        targets,
        key=lambda one: (
            one.total,
            actors[one.provider] if one.provider >= 0 else "",
            offers[one.offer] if one.offer >= 0 else "",
        ),
    )


def _listed(view: View, legs: Legs, target: Target, reason: Barrier) -> Unreachable:
    references = references_of(view)
    return Unreachable(
        references.concept(legs.conditions.need.concept),
        references.actor(target.provider),
        references.offer(target.offer),
        "ask" if target.questions else "yes",
        reason,
        references.evidence(view.table("provision").lists("evidence")[target.provision]),
    )


def _barrier(legs: Legs, target: Target) -> Barrier:
    if target.provider < 0:
        return "no_provider"
    alone = legs.index.is_group(target.provider) and len(target.arrivals) == 1
    return "no_organiser" if alone else "no_referral"
