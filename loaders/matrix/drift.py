"""A header that is no longer the one a profile was written for: said aloud, and nothing in it guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.issue import Issue
from loaders.grid import column_letters
from loaders.matrix.headings import Head
from loaders.matrix.ledger import Gathering
from loaders.matrix.profile import ColumnProfile, TableProfile

if TYPE_CHECKING:
    from loaders.matrix.survey import Table

CHANGED, UNKNOWN, GONE = "VN2301", "VN2303", "VN2304"
_MOST = 8


@dataclass(frozen=True, slots=True)
class Drift:
    """What changed between a profile and a file.

    Args:
        missing, fresh: columns of the profile that are gone, headers it does not know.
        table: as it is read all the same, without the new columns; nothing if the whole table is gone.
    """

    said: TableProfile
    sheet: str
    missing: tuple[ColumnProfile, ...] = ()
    fresh: tuple[Head, ...] = ()
    table: Table | None = None


def report(gathering: Gathering, drift: Drift) -> None:
    """Report a changed header, and every cell of a column the profile does not know."""
    missing = _listed([f"»{one.known_by}«" if one.known_by else _letters(drift, one.index) for one in drift.missing])
    fresh = _listed([f"»{head.text}« ({_letters(drift, head.index)})" for head in drift.fresh])
    pairs = {"sheet": drift.sheet or gathering.source, "missing": missing or "–", "fresh": fresh or "–"}
    code = CHANGED if drift.table else GONE
    gathering.issues.append(Issue(code, gathering.source, None, "", tuple(sorted(pairs.items())), "warning"))
    if drift.table is None:
        return
    sheet, plan = drift.table.surface.sheet, drift.table.plan
    for head in drift.fresh:
        for row in (*plan.header_rows, *range(plan.first, plan.last + 1)):
            if sheet.text(row, head.index) and sheet.anchor(row, head.index)[1] == head.index:
                place = sheet.origin(row, head.index)
                gathering.report(UNKNOWN, sheet.name, *place, sheet.lines(row, head.index), head=head.text)


def _letters(drift: Drift, index: int) -> str:
    return str(index) if drift.said.turned else column_letters(index)


def _listed(texts: list[str]) -> str:
    return ", ".join([*texts[:_MOST], *(["…"] if len(texts) > _MOST else [])])
