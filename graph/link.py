"""Kinds of mention that links deal with, and what they propose where only a person can decide."""

from __future__ import annotations

from dataclasses import dataclass

ACTOR_KINDS = ("Project", "Event", "Network", "Board", "Team", "Actor")
"""Kinds of mention that are entities of the actor table; where sources differ, the first one in this order holds."""

CONCEPT_SCHEMES = {"TargetGroup": "audience", "Theme": "theme", "OfferType": "offer-type", "ActorType": "actor-type"}
"""Kinds of mention that are concepts, and the vocabulary they belong to."""


@dataclass(frozen=True, slots=True, order=True)
class Proposal:
    """Two entities that may be one; only a person can say so.

    Args:
        score: 0 to 100. reason: ``spelling`` | ``no_place`` | ``place_within`` | ``alias`` | ``bare``.
    """

    left: str
    right: str
    score: int
    reason: str
    left_id: str = ""
    right_id: str = ""
