"""A gap that is gone because a worse one or a question took its place: nothing was gained, and no answer may say so.

A cell nobody serves has no other gap, and where no way leads at all nothing hangs on one actor: whoever loses the only
provider of a group also loses the gap that everything hung on this provider. Where sources begin to contradict each
other about a gap, nobody knows any more whether it is one.
"""

from __future__ import annotations

from collections.abc import Iterable

from queries.gap import Gap

UNREACHED = frozenset({"C", "D"})
"""Kinds that are about ways: without a way there is none of them."""
BESIDE = frozenset({"stale", "online", "language"})
"""Reasons that stand beside others of their kind; of all others a cell has one of a kind, or a question in its place."""
CellIds = tuple[str, str, str]
Place = tuple[str, CellIds]


def is_unserved(gap: Gap) -> bool:
    """Return whether nobody serves the cell, or only others elsewhere: then no other gap is looked for."""
    return not gap.question and (gap.kind == "A" or gap.reason == "outside")


def is_unreached(gap: Gap) -> bool:
    """Return whether nobody serves the cell or, from some door, no way leads to who does."""
    return is_unserved(gap) or (gap.kind == "B" and not gap.question)


def overtaken(gone: Iterable[Gap], worse: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return those of the gaps and questions that are gone whose place a worse one took: of a question, what is certain.

    Args:
        worse: gaps that are new, or weigh more than before.
    """
    unserved: set[CellIds] = set()
    unreached: set[CellIds] = set()
    certain: set[Place] = set()
    for gap in worse:
        if not gap.question:
            certain.add(_place(gap))
        if is_unserved(gap):
            unserved.add(gap.cell)
        elif is_unreached(gap):
            unreached.add(gap.cell)
    return tuple(
        gap
        for gap in gone
        if (gap.question and _place(gap) in certain)
        or (gap.kind != "A" and gap.cell in unserved)
        or (gap.kind in UNREACHED and gap.cell in unreached)
    )


def questioned(gone: Iterable[Gap], questions: Iterable[Gap]) -> tuple[tuple[Gap, Gap], ...]:
    """Return those of the gaps and questions that are gone that may still be there, each with the question that says so.

    Args:
        questions: what is listed apart now. Whether anybody serves a cell stands for all of its gaps.
    """
    asked = {_place(one): one for one in questions}
    found = ((gap, asked.get(_place(gap)) or asked.get(("A", gap.cell))) for gap in gone)
    return tuple((gap, question) for gap, question in found if question)


def _place(gap: Gap) -> Place:
    if gap.kind == "A" or gap.reason == "outside":
        return "A", gap.cell
    return gap.reason if gap.reason in BESIDE else gap.kind, gap.cell
