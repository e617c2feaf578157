"""A gap that is gone because a worse one took its place: nothing was gained, and no answer may say so.

A cell nobody serves has no other gap, and where no way leads at all nothing hangs on one actor: whoever loses the only
provider of a group also loses the gap that everything hung on this provider.
"""

from __future__ import annotations

from collections.abc import Iterable

from queries.gap import APART, Gap
from queries.references import id_of

UNREACHED = frozenset({"C", "D"})
"""Kinds that are about ways: without a way there is none of them."""


def is_unserved(gap: Gap) -> bool:
    """Return whether nobody serves the cell, or only others elsewhere: then no other gap is looked for."""
    return gap.kind == "A" or gap.reason == "outside"


def is_unreached(gap: Gap) -> bool:
    """Return whether nobody serves the cell or, from some door, no way leads to who does."""
    return is_unserved(gap) or (gap.kind == "B" and gap.reason not in APART)


def overtaken(gone: Iterable[Gap], worse: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return those of the gaps that are gone whose place a worse one took.

    Args:
        worse: gaps that are new, or weigh more than before.
    """
    unserved: set[tuple[str, str, str]] = set()
    unreached: set[tuple[str, str, str]] = set()
    for gap in filter(is_unreached, worse):
        (unserved if is_unserved(gap) else unreached).add(_cell(gap))
    return tuple(
        gap
        for gap in gone
        if gap.kind != "A" and (_cell(gap) in unserved or (gap.kind in UNREACHED and _cell(gap) in unreached))
    )


def _cell(gap: Gap) -> tuple[str, str, str]:
    return id_of(gap.audience), id_of(gap.theme), id_of(gap.region)
