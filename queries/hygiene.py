"""The question of whoever keeps the graph: where does it lead nowhere, contradict itself, or pass on data unasked?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from graph.decisions import Review
from graph.issue import Issue
from graph.statement import Statement
from graph.view import View
from ontology.errors import QuestionError
from queries.agreed_graph import AgreedGraph
from queries.carousels import Carousels
from queries.finding import Finding, HygieneAnswer, Kind
from queries.references import References
from queries.unasked import data_passed_on
from queries.unled import orphan_offers, without_contact
from queries.unreturned import dead_ends, one_sided
from queries.untended import conflicts, duplicates, overdue_plans

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Hygiene:
    """The question.

    Args:
        kinds: what to look for.
        noticed: what the build noticed (it knows names that may mean one actor); None: not looked at.
        said: statements, for plans whose day has passed; None: not looked at.
        reviews: what people decided on statements: plans they settled are not listed.
    """

    day: date | None = None
    kinds: tuple[Kind, ...] = KINDS
    noticed: Iterable[Issue] | None = None
    said: Iterable[Statement] | None = None
    reviews: Iterable[Review] = ()

    def answer(self, view: View) -> HygieneAnswer:
        """Return the findings, by kind, then by actor."""
        unknown = sorted(set(self.kinds) - set(KINDS))
        if unknown:
            raise QuestionError(
                f"no kind of finding is called “{unknown[0]}”", KINDS, de=f"„{unknown[0]}“ ist keine Art von Befund"
            )
        day = self.day or date.today()
        agreed, refer = AgreedGraph(view, day.toordinal()), References(view)
        circles = Carousels(view, agreed, refer) if "carousel" in self.kinds else None
        found: list[Finding] = [
            *dead_ends(agreed, refer),
            *(circles.findings() if circles else ()),
            *one_sided(agreed, refer),
            *orphan_offers(view, agreed, refer),
            *without_contact(view, agreed, refer),
            *conflicts(view, refer),
            *duplicates(self.noticed or ()),
            *overdue_plans(self.said or (), day, self.reviews),
            *data_passed_on(view, agreed, refer),
        ]
        found = [finding for finding in found if finding.kind in self.kinds]
        found.sort(key=_order)
        unread: list[Kind] = []
        if self.noticed is None and "duplicate" in self.kinds:
            unread.append("duplicate")
        if self.said is None and "overdue_plan" in self.kinds:
            unread.append("overdue_plan")
        return HygieneAnswer(
            day,
            tuple(found),
            circles.complete if circles else True,
            tuple(unread),
            () if len(view.table("referral")) else ("no_referrals",),
        )


def _order(finding: Finding) -> tuple[object, ...]:
    actors = tuple(actor.id for actor in ((finding.actor,) if finding.actor else ()) + finding.others)
    return (
        KINDS.index(finding.kind),
        actors,
        finding.offer.id if finding.offer else "",
        finding.what,
        tuple(map(str, finding.evidence)),
    )
