"""Who keeps the lead over a whole route: derived from what is agreed at each leg, never assumed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from queries.references import ActorRef, ConceptRef

if TYPE_CHECKING:
    from queries.route import Leg

State = Literal["own", "one", "shared", "passes", "partly", "not_agreed"]
"""``own``: no leg, the start does it itself · ``one``: one body from the first step to the last · ``shared``: the same
bodies together · ``passes``: agreed at every step, but it moves on · ``partly``: not agreed at some step · ``not_agreed``."""

Until = Literal["", "appointment", "feedback"]

HOLDERS: dict[str, tuple[tuple[Literal["sender", "receiver"], ...], Until]] = {
    "sender-until-appointment": (("sender",), "appointment"),
    "sender-until-feedback": (("sender",), "feedback"),
    "receiver": (("receiver",), ""),
    "shared": (("sender", "receiver"), ""),
}
"""Who is responsible at a leg, and until when, by the end of the concept's id; any other is an open agreement."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One leg: who is responsible for it; nobody where it is not agreed."""

    step: int
    holders: tuple[ActorRef, ...]
    until: Until


@dataclass(frozen=True, slots=True)
class Lead:
    """The lead over a route.

    Args:
        holders: who has it throughout (``own``, ``one``, ``shared``); empty otherwise.
        until: what ends it, where one sender keeps it over its only leg.
        stages: who is responsible at each leg.
    """

    state: State
    holders: tuple[ActorRef, ...]
    until: Until
    stages: tuple[Stage, ...]


def lead_of(start: ActorRef | None, legs: Sequence[Leg]) -> Lead:
    """Return who keeps the lead over some legs."""
    if not legs:
        return Lead("own", (start,) if start else (), "", ())
    stages = tuple(_stage(step, leg) for step, leg in enumerate(legs, 1))
    agreed = [stage for stage in stages if stage.holders]
    if len(agreed) < len(stages):
        return Lead("partly" if agreed else "not_agreed", (), "", stages)
    first, last = stages[0], stages[-1]
    # A sender who answers only until the first appointment has let go before the next leg begins.
    handed_on = any(stage.until == "appointment" for stage in stages[:-1])
    if handed_on or any(stage.holders != first.holders for stage in stages):
        return Lead("passes", (), "", stages)
    return Lead("one" if len(first.holders) == 1 else "shared", first.holders, last.until, stages)


def _stage(step: int, leg: Leg) -> Stage:
    parties = {"sender": leg.sender, "receiver": leg.receiver}
    who, until = HOLDERS.get(_end(leg.responsibility), ((), ""))
    holders = tuple(actor for one in who if (actor := parties[one]))
    return Stage(step, holders, until if holders else "")


def _end(responsibility: ConceptRef | None) -> str:
    return responsibility.id.rpartition("/")[2] if responsibility else ""
