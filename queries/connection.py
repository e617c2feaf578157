"""From which doors of which groups what matters is reached: the routes of a network in short, for comparing two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.view import View
from queries.coverage import days
from queries.gap import cell_labels
from queries.gaps import Gaps
from queries.references import ActorRef, ConceptRef, References, RegionRef, id_of
from queries.relevance import relevance


@dataclass(frozen=True, slots=True)
class Connection:
    """A group gets to somebody who serves it; None stands for "any", without door: from wherever somebody refers."""

    audience: ConceptRef | None
    theme: ConceptRef | None
    region: RegionRef | None
    door: ActorRef | None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """The ids."""
        return id_of(self.audience), id_of(self.theme), id_of(self.region), id_of(self.door)

    def text(self, language: str) -> str:
        """Return the cell, and the door behind a colon."""
        cell = " · ".join(cell_labels(self, language))
        return f"{self.door.label}: {cell}" if self.door else cell


def connections(view: View, gaps: Gaps, asked_on: date) -> dict[tuple[str, str, str, str], Connection]:
    """Return all connections of the cells that matter."""
    cells = relevance(view, every=gaps.every, besides=gaps.besides).cells
    finder, refer = gaps.finder(view, *days(asked_on, gaps.horizon), cells), References(view)
    found: dict[tuple[str, str, str, str], Connection] = {}
    for cell, matter in cells.items():
        for door in finder.connected(cell, matter):
            audience, theme = refer.concept(cell.audience), refer.concept(cell.theme)
            one = Connection(audience, theme, refer.region(cell.region), refer.actor(door))
            found[one.key] = one
    return dict(sorted(found.items()))
