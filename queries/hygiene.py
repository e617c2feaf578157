"""The question of whoever keeps the graph: where does it lead nowhere, contradict itself, or pass on data unasked?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import get_args

from graph.decisions import Review
from graph.issue import Issue
from graph.statement import Statement
from graph.view import View
from ontology.errors import QuestionError
from ontology.text import fold
from queries.agreed_graph import AgreedGraph
from queries.carousels import Carousels
from queries.finding import Finding, HygieneAnswer, Kind
from queries.phrases import phrase
from queries.references import References
from queries.shared_clients import SharedClients
from queries.unasked import data_passed_on
from queries.unled import orphan_offers, without_contact
from queries.unreturned import dead_ends, one_sided
from queries.untended import conflicts, duplicates, overdue_plans

KINDS: tuple[Kind, ...] = get_args(Kind)
DATA: frozenset[Kind] = frozenset({"consent_needed", "basis_unreviewed", "handover_unknown"})


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
        for kind in self.kinds:
            called(kind)
        day = self.day or date.today()
        agreed, refer = AgreedGraph(view, day.toordinal()), References(view)
        shared = SharedClients(view)
        circles = Carousels(view, agreed, refer, shared)
        looking: tuple[tuple[frozenset[Kind], Callable[[], Iterable[Finding]]], ...] = (
            (frozenset({"dead_end"}), lambda: dead_ends(agreed, refer)),
            (frozenset({"carousel"}), circles.findings),
            (frozenset({"one_sided"}), lambda: one_sided(agreed, refer)),
            (frozenset({"orphan_offer"}), lambda: orphan_offers(view, agreed, refer, shared)),
            (frozenset({"no_contact"}), lambda: without_contact(view, agreed, refer)),
            (frozenset({"contradiction"}), lambda: conflicts(view, refer)),
            (frozenset({"duplicate"}), lambda: duplicates(self.noticed or ())),
            (frozenset({"overdue_plan"}), lambda: overdue_plans(self.said or (), day, self.reviews)),
            (DATA, lambda: data_passed_on(view, agreed, refer)),
        )
        wanted = frozenset(self.kinds)
        found = [one for kinds, look in looking if kinds & wanted for one in look() if one.kind in wanted]
        unread: list[Kind] = []
        if self.noticed is None and "duplicate" in self.kinds:
            unread.append("duplicate")
        if self.said is None and "overdue_plan" in self.kinds:
            unread.append("overdue_plan")
        return HygieneAnswer(
            day,
            tuple(_ordered(found)),
            circles.complete,
            tuple(unread),
            () if len(view.table("referral")) else ("no_referrals",),
        )


def called(word: str) -> Kind:
    """Return the kind of finding a word means: its code, or what it is called in either language.

    Raises:
        QuestionError: there is none; it names those there are.
    """
    names = {kind: tuple(phrase("hygiene_kinds", kind, language) for language in ("de", "en")) for kind in KINDS}
    found = [kind for kind in KINDS if fold(word) in map(fold, (kind, *names[kind]))]
    if not found:
        near = tuple(f"{kind} ({' / '.join(names[kind])})" for kind in KINDS)
        raise QuestionError(f"no kind of finding is called “{word}”", near, de=f"„{word}“ ist keine Art von Befund")
    return found[0]


def _ordered(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings by kind and by actors; evidence is read only of those that nothing else tells apart."""
    for _, alike in groupby(sorted(found, key=_order), key=_order):
        ties = list(alike)
        yield from sorted(ties, key=_places) if len(ties) > 1 else ties


def _order(finding: Finding) -> tuple[object, ...]:
    actors = tuple(actor.id for actor in ((finding.actor,) if finding.actor else ()) + finding.others)
    return (
        KINDS.index(finding.kind),
        actors,
        finding.offer.id if finding.offer else "",
        finding.what,
        finding.handover.id if finding.handover else "",
    )


def _places(finding: Finding) -> tuple[str, ...]:
    return tuple(map(str, finding.evidence))
