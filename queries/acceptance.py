"""Gaps a meeting has accepted: hidden until their review is due."""

from __future__ import annotations

from graph.view import View
from queries.cube import ANY, Cell
from queries.gap import Acceptance
from queries.index import index_of
from queries.references import day


class Accepted:
    """The accepted gaps of one view, asked on one day."""

    def __init__(self, view: View, asked_on: int) -> None:
        self._table = view.table("accepted")
        self._areas = index_of(view).areas
        self._day = asked_on
        columns = ("audience", "theme", "region")
        self._cells = list(zip(*(self._table.ints(column) for column in columns), strict=True))
        self._kinds = [kind.strip().upper() for kind in self._table.text("kind")]

    def of(self, cell: Cell, kind: str, sub: str) -> Acceptance | None:
        """Return how a gap was accepted, preferring an acceptance that still holds; blanks mean any."""
        found = [self._read(row) for row in self._table if self._is_about(row, cell, kind, sub)]
        return min(found, key=lambda one: (one.overdue, one.owner, one.reason), default=None)

    def _is_about(self, row: int, cell: Cell, kind: str, sub: str) -> bool:
        audience, theme, region = self._cells[row]
        return (
            self._kinds[row] in ("", kind, sub)
            and audience in (ANY, cell.audience)
            and theme in (ANY, cell.theme)
            and (region in (ANY, cell.region) or self._covers(region, cell.region))
        )

    def _covers(self, region: int, wanted: int) -> bool:
        return wanted != ANY and self._areas.relation((region,), wanted) == "covers"

    def _read(self, row: int) -> Acceptance:
        table = self._table
        review = table.ints("review_on")[row]
        return Acceptance(
            table.text("owner")[row], day(review), table.text("reason")[row], overdue=0 <= review < self._day
        )
