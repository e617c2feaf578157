"""What a route costs: one integer, the sum of parts anyone can read; the weights are a configuration."""

from __future__ import annotations

from dataclasses import dataclass, fields

from queries.freshness import State


@dataclass(frozen=True, slots=True)
class Cost:
    """The parts of a route's cost, already weighted. Less is better; equal costs are equals."""

    questions: int = 0
    legs: int = 0
    direct: int = 0
    handover: int = 0
    access: int = 0
    freshness: int = 0
    distance: int = 0
    capacity: int = 0

    @property
    def total(self) -> int:
        """The sum."""
        ways = self.legs + self.direct + self.handover + self.access
        return ways + self.questions + self.freshness + self.distance + self.capacity

    @property
    def parts(self) -> tuple[int, ...]:
        """The parts, in the order of the fields."""
        return (
            self.questions, self.legs, self.direct, self.handover,
            self.access, self.freshness, self.distance, self.capacity,
        )  # fmt: skip

    def __add__(self, other: Cost) -> Cost:
        """Add part by part."""
        return Cost(
            self.questions + other.questions, self.legs + other.legs, self.direct + other.direct,
            self.handover + other.handover, self.access + other.access, self.freshness + other.freshness,
            self.distance + other.distance, self.capacity + other.capacity,
        )  # fmt: skip

    def dominates(self, other: Cost) -> bool:
        """Return whether this is nowhere worse and somewhere better."""
        return self != other and all(one <= two for one, two in zip(self.parts, other.parts, strict=True))

    @property
    def named(self) -> dict[str, int]:
        """Every part that is not nothing, by name."""
        return {part.name: value for part, value in zip(fields(self), self.parts, strict=True) if value}

    def to_dict(self) -> dict[str, object]:
        """Return the total and every part that is not nothing."""
        return {"total": self.total, "parts": self.named}


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much. Every open question counts at each leg it puts in doubt.

    Args:
        question: an open question at the offer or a leg.
        leg: a handover, referral or direct.
        direct: naming an offer without an agreement, on top of the leg.
        access_unknown, registration: ways into an offer that are not simply open.
        stale, undated: facts to be confirmed before use.
        away: a provider that lies outside the client's district.
        full, waiting: capacity sorts, it never excludes.
        handover: coldness by the end of the concept's id; 0 is the warmest.
        handover_unknown: a handover nobody described, or of a kind not listed.
    """

    question: int = 40
    leg: int = 10
    direct: int = 20
    access_unknown: int = 8
    registration: int = 2
    stale: int = 6
    undated: int = 3
    away: int = 4
    full: int = 15
    waiting: int = 8
    handover: tuple[tuple[str, int], ...] = (
        ("joint", 0),
        ("accompanied", 1),
        ("appointment", 2),
        ("contact", 4),
        ("information", 6),
    )
    handover_unknown: int = 5

    def __post_init__(self) -> None:
        """Refuse weights below zero: the search relies on costs that never fall."""
        plain = [getattr(self, part.name) for part in fields(self) if part.name != "handover"]
        if min(*plain, *(cost for _, cost in self.handover), 0) < 0:
            raise ValueError("a weight is below zero")

    def of_freshness(self, found: State) -> int:
        """Return what a fact of this age costs."""
        return {"fresh": 0, "stale": self.stale, "undated": self.undated}[found]

    def of_access(self, access: str) -> int:
        """Return what it costs to get into an offer."""
        return {"open": 0, "referral": 0, "registration": self.registration}.get(access, self.access_unknown)

    def of_capacity(self, level: str) -> int:
        """Return what a waiting list costs."""
        return {"full": self.full, "waiting-list": self.waiting}.get(level, 0)

    def of_handover(self, concept_id: str) -> int:
        """Return how cold a kind of handover is."""
        return dict(self.handover).get(concept_id.rpartition("/")[2], self.handover_unknown)


DEFAULT = Weights()
