"""How old a fact is: fresh, stale or undated; the limits differ by kind of fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

State = Literal["fresh", "stale", "undated"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Days for which somebody's word is trusted (notes on practice: what people trust)."""

    contact: int = 365
    fact: int = 365
    project: int = 183
    capacity: int = 14


TRUSTED = Limits()


@dataclass(frozen=True, slots=True)
class Freshness:
    """A state and the day behind it."""

    state: State
    checked: date | None = None


def state(checked: int, day: int, limit: int) -> State:
    """Return the state of a fact checked on one day, asked on another; no date is undated, not stale."""
    if checked < 0:
        return "undated"
    return "stale" if day - checked > limit else "fresh"


def freshness(checked: int, day: int, limit: int) -> Freshness:
    """Return the state together with the day."""
    return Freshness(state(checked, day, limit), date.fromordinal(checked) if checked > 0 else None)
