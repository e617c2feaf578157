"""Plans whose day has passed: what was announced has happened or not, and nobody has said which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.decisions import Review
from graph.facts.days import NOT_SAID, day
from graph.statement import Literal, Statement

_WHEN = ("valid_from", "valid_until")
_DATED = frozenset({"runsFrom", "runsUntil"})


@dataclass(frozen=True, slots=True)
class OverduePlan:
    """A plan and the day by which it should have come true."""

    due: date
    statement: Statement


def due_day(statement: Statement) -> date | None:
    """Return the day by which a plan should have come true: the earliest it names (of a month or year the last day)."""
    said = [value for name in _WHEN for value in statement.condition(name)]
    if isinstance(statement.object, Literal) and statement.predicate in _DATED:
        said.append(statement.object.value)
    days = [found for value in said if (found := day(value, last=True)) != NOT_SAID]
    return date.fromordinal(min(days)) if days else None


def overdue(statements: Iterable[Statement], on: date, reviews: Iterable[Review] = ()) -> Iterator[OverduePlan]:
    """Yield the plans whose day lies before another, in the order of the statements; to be enquired about.

    Args:
        reviews: what people decided; a plan they rejected, or confirmed after its day, is settled.
    """
    decided = {review.key: review for review in reviews}
    for statement in statements:
        if statement.modality == "planned":
            due = due_day(statement)
            if due is not None and due < on and not _is_settled(due, decided.get(statement.key) if decided else None):
                yield OverduePlan(due, statement)


def _is_settled(due: date, review: Review | None) -> bool:
    return review is not None and (review.decision != "accepted" or review.on > due.isoformat())
