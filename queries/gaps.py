"""The analyst's question: who is not served, served but not reached, carried by one alone, or soon no longer?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args

from graph.view import View
from ontology.errors import QuestionError
from queries.competence_rules import Rule, known_rules
from queries.coverage import days
from queries.covering import PLATFORMS
from queries.freshness import TRUSTED, Limits
from queries.gap import APART, Gap, GapsAnswer, Kind, Sort
from queries.gap_finder import GapFinder
from queries.relevance import CellIds, combinations, relevance

__all__ = ["KINDS", "SORTS", "Gaps", "GapsAnswer"]

KINDS: tuple[Kind, ...] = get_args(Kind)
SORTS: tuple[Sort, ...] = get_args(Sort)


@dataclass(frozen=True, slots=True)
class Gaps:
    """The question.

    Args:
        day, horizon: as in `queries.coverage.Coverage`; F asks what ends before the horizon.
        kinds: which kinds of gap to look for; ``A1`` and ``A2`` are sorts of A.
        every: also look at combinations nobody speaks of or needs (they are many, and mostly noise).
        besides: without a needs table, cells to look at too, as in `queries.relevance.relevance`.
        max_legs: how long a way may be.
        statutory: pairs of an actor or actor type and a theme (empty: any), by id, with sole competence by law:
            that everything hangs on them is no gap.
        rules: of competence; what their norms leave to one kind of body alone is statutory too. None for those of
            ``competence.toml``.
        accompanied: groups (ids or names) to whom information alone is no way. None for those of
            ``accompaniment.toml``.
        closings, evidence: how many to name per gap.
    """

    day: date | None = None
    horizon: date | None = None
    kinds: tuple[Sort, ...] = KINDS
    every: bool = False
    besides: tuple[CellIds, ...] = ()
    max_legs: int = 4
    statutory: tuple[tuple[str, str], ...] = ()
    rules: tuple[Rule, ...] | None = None
    accompanied: tuple[str, ...] | None = None
    closings: int = 3
    evidence: int = 3
    platforms: tuple[str, ...] = PLATFORMS
    limits: Limits = TRUSTED

    def answer(self, view: View) -> GapsAnswer:
        """Return the gaps of every cell that matters, the heaviest first."""
        unknown = sorted(set(self.kinds) - set(SORTS))
        if unknown:
            raise QuestionError(
                f"no kind of gap is called “{unknown[0]}”", SORTS, de=f"„{unknown[0]}“ ist keine Art von Lücke"
            )
        asked_on, horizon = days(self.day, self.horizon)
        matters = relevance(view, every=self.every, besides=self.besides)
        finder = self.finder(view, asked_on, horizon)
        wanted = frozenset[str](self.kinds)
        found = [
            finder.settled(cell, gap)
            for cell, matter in matters.cells.items()
            for gap in finder.of(cell, matter)
            if not wanted.isdisjoint((gap.kind, gap.sub))
        ]
        found.sort(key=lambda gap: (-gap.weight, gap.key))
        shown = [gap for gap in found if gap.acceptance is None or gap.acceptance.overdue]
        apart = {name: tuple(gap for gap in shown if gap.reason == name) for name in APART}
        return GapsAnswer(
            day=asked_on,
            horizon=horizon,
            source=matters.source,
            combinations=combinations(view),
            cells=len(matters.cells),
            gaps=tuple(gap for gap in shown if gap.reason not in APART),
            accepted=tuple(gap for gap in found if _is_accepted(gap)),
            notes=_notes(view),
            **apart,
        )

    def finder(self, view: View, asked_on: date, horizon: date) -> GapFinder:
        """Return what judges single cells."""
        return GapFinder(
            view,
            asked_on,
            horizon,
            kinds=frozenset(kind for kind in KINDS if any(sort.startswith(kind) for sort in self.kinds)),
            max_legs=self.max_legs,
            statutory=self.statutory,
            rules=known_rules() if self.rules is None else self.rules,
            accompanied=self.accompanied,
            closings=self.closings,
            evidence=self.evidence,
            platforms=self.platforms,
            limits=self.limits,
        )


def _is_accepted(gap: Gap) -> bool:
    return gap.acceptance is not None and not gap.acceptance.overdue


def _notes(view: View) -> tuple[str, ...]:
    tables = (("referral", "no_referrals"), ("need", "no_needs"), ("door", "no_doors"))
    return tuple(note for table, note in tables if not len(view.table(table)))
