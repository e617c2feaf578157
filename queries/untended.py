"""What people still have to decide: contradictions, names that may mean one actor, plans whose day has passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from graph.decisions import Review
from graph.issue import Issue
from graph.plans import overdue
from graph.statement import Literal, Statement
from graph.view import View
from queries.finding import Finding
from queries.references import EvidenceRef, References

SAME = "VN4102"
"""The code under which a build notes that two names may mean one actor."""


def conflicts(view: View, refer: References) -> Iterator[Finding]:
    """Yield contradictions nobody settled."""
    table = view.table("conflict")
    for row in table:
        if not table.text("settled")[row]:
            said = refer.evidence((*table.lists("one")[row], *table.lists("other")[row]))
            yield Finding("contradiction", None, what=table.text("what")[row], evidence=said)


def duplicates(noticed: Iterable[Issue]) -> Iterator[Finding]:
    """Yield pairs of names that may mean one actor."""
    for issue in noticed:
        if issue.code == SAME:
            params = dict(issue.params)
            place = EvidenceRef(issue.source, str(issue.place) if issue.place else "", issue.value, ())
            yield Finding("duplicate", None, what=f"{params['left']} / {params['right']}", evidence=(place,))


def overdue_plans(said: Iterable[Statement], day: date, reviews: Iterable[Review] = ()) -> Iterator[Finding]:
    """Yield plans whose day has passed: whether they came about nobody says."""
    for plan in overdue(said, day, reviews):
        words, places = in_words(plan.statement)
        yield Finding("overdue_plan", None, what=words, evidence=places)


def in_words(statement: Statement) -> tuple[str, tuple[EvidenceRef, ...]]:
    """Return what a statement says in the words of its source, and where."""
    other = statement.object.value if isinstance(statement.object, Literal) else statement.object.label
    places = tuple(
        EvidenceRef(statement.source, str(place), statement.original, (statement.key,)) for place in statement.evidence
    )
    return statement.original or f"{statement.subject.label} – {other}", places
