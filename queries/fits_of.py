"""Which provisions fit one client and need: row by row, or by columns where a view is asked often."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from graph.view import View
from queries.candidates import Candidates
from queries.fewest import Fewest
from queries.fits import Fits, RowFits
from queries.per_view import per_view
from queries.screen import Screen

MANY = 300
"""So many provisions are judged faster by columns than row by row."""

OFTEN = 3
"""So often many have to be judged before columns are made of a view: that takes longer than a few answers."""


def fits(view: View, screen: Screen, groups: Fewest, candidates: Candidates) -> Fits:
    """Return what fits of the provisions around a client."""
    many = sum(len(rows) for rows, _ in candidates.near_lists) >= MANY
    if screen.judges_each or not many or next(_asked(view)) < OFTEN:
        return RowFits(screen.index, *screen.fitting(candidates.near))
    # numpy takes longer to import than a single question to answer.
    from queries.column_fits import column_fits
    from queries.provision_columns import provision_columns

    return column_fits(provision_columns(view), screen, groups, candidates.near_lists)


@per_view
def _asked(_view: View) -> Iterator[int]:
    """Return numbers that count such questions to a view."""
    return count()
