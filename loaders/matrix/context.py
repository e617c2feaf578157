"""What one row of a table is about: its actors and whatever else its labels, sections and sheet name."""

from __future__ import annotations

from dataclasses import dataclass

from graph.statement import Mention
from loaders.matrix.restrictions import Pairs


@dataclass(frozen=True, slots=True)
class Named:
    """One entity a row or column stands for, and where it is named."""

    role: str
    label: str
    column: int = 0


@dataclass(slots=True)
class Row:
    """One row on its way to statements.

    Args:
        actors: who the row is about; empty for rows of instruments, groups or themes.
        named: the other entities its labels name.
        within: what sections, title and sheet say about every row.
        validity: conditions the row's own columns add to everything it says.
        joint: what must be said together, because the actor has several rows or the row names one offer.
        several: the actor has several rows.
        verified: ISO date the row itself gives.
    """

    number: int
    actors: tuple[Mention, ...] = ()
    named: tuple[Named, ...] = ()
    within: Pairs = ()
    validity: Pairs = ()
    joint: Pairs = ()
    several: bool = False
    details: Pairs = ()
    verified: str = ""

    def labels(self, role: str) -> tuple[str, ...]:
        """Return the labels the row names in one role."""
        return tuple(one.label for one in self.named if one.role == role)
