"""A gap before it is put into words: which cell, of what kind, from which doors; rows only, so that many cost little."""

from __future__ import annotations

from dataclasses import dataclass

from queries.covering import Covered
from queries.cube import ANY, Cell
from queries.gap import Kind
from queries.reach import Without
from queries.relevance import Matter


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What fails in one cell; the arguments are those of `queries.gap.Gap`.

    Args:
        missed, reached: doors from which it is not reached (or not well), and those from which it is.
        carriers: without which no way is left.
    """

    kind: Kind
    reason: str
    cell: Cell
    matter: Matter
    weight: int
    missed: frozenset[int] = frozenset()
    reached: frozenset[int] = frozenset()
    carriers: tuple[Without, ...] = ()

    @property
    def sub(self) -> str:
        """``A1`` where somebody said so, ``A2`` where nobody said anything; the kind itself for the others."""
        if self.kind != "A":
            return self.kind
        return "A1" if self.reason == "refused" else "A2"


def is_strict(cell: Cell, matter: Matter) -> bool:
    """Return whether only those who name the group close the need."""
    return matter.need == "needed" and cell.audience != ANY


def is_unserved(found: Covered, matter: Matter) -> bool:
    """Return whether nobody closes the need of a cell, certainly or perhaps.

    A need for a named group is closed only by somebody who names it; otherwise anybody who serves it counts.
    """
    return matter.need != "covered" and not (found.named if matter.need == "needed" else found.support)


def is_contradicted(found: Covered, matter: Matter) -> bool:
    """Return whether it is open that nobody closes the need of an unserved cell: somebody would, were it not denied."""
    return found.state == "contradictory" or bool(matter.need == "needed" and found.contested)


def closing(cell: Cell, matter: Matter, found: Covered) -> Covered:
    """Return a cell with only those who close its need: what becomes of the others does not matter to it."""
    return found._replace(support=found.named) if is_strict(cell, matter) else found
