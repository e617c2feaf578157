"""The analyst's question: who is not served, served but not reached, carried by one alone, or soon no longer?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from graph.pause import collector_paused
from graph.view import View
from ontology.errors import QuestionError
from queries.competence_rules import Rule, known_rules
from queries.coverage import days
from queries.covering import PLATFORMS
from queries.cube import Cell
from queries.freshness import TRUSTED, Limits
from queries.gap import APART, Gap, GapsAnswer, Kind, Sort
from queries.gap_finder import GapFinder
from queries.gap_writer import GapWriter
from queries.relevance import CellIds, Relevance, relevance
from queries.shortfall import Shortfall

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
        asked_on, horizon = days(self.day, self.horizon)
        found = self.found(view)
        with collector_paused():
            gaps = [found.writer.write(one) for one in found.shortfalls]
        shown = [gap for gap in gaps if not _is_accepted(gap)]
        apart = {name: tuple(gap for gap in shown if gap.question == name) for name in APART}
        return GapsAnswer(
            day=asked_on,
            horizon=horizon,
            source=found.matters.source,
            combinations=found.matters.combinations,
            cells=len(found.matters.cells),
            gaps=tuple(gap for gap in shown if not gap.question),
            accepted=tuple(filter(_is_accepted, gaps)),
            notes=_notes(view),
            **apart,
        )

    def found(self, view: View) -> FoundGaps:
        """Return which gaps there are, and what puts them into words."""
        unknown = sorted(set(self.kinds) - set(SORTS))
        if unknown:
            raise QuestionError(
                f"no kind of gap is called “{unknown[0]}”", SORTS, de=f"„{unknown[0]}“ ist keine Art von Lücke"
            )
        wanted = frozenset[str](self.kinds)
        with collector_paused():
            matters = relevance(view, every=self.every, besides=self.besides)
            finder = self.finder(view, *days(self.day, self.horizon), matters.cells)
            writer = GapWriter(view, finder, closings=self.closings, evidence=self.evidence)
            found = [
                one
                for cell, matter in matters.cells.items()
                for one in finder.of(cell, matter)
                if not wanted.isdisjoint((one.kind, one.sub))
            ]
        found.sort(key=lambda one: (-one.weight, writer.key(one)))
        return FoundGaps(matters, tuple(found), writer)

    def finder(self, view: View, asked_on: date, horizon: date, cells: Iterable[Cell] = ()) -> GapFinder:
        """Return what judges single cells; ``cells`` are those it will be asked for."""
        return GapFinder(
            view,
            asked_on,
            horizon,
            cells,
            kinds=frozenset(kind for kind in KINDS if any(sort.startswith(kind) for sort in self.kinds)),
            max_legs=self.max_legs,
            statutory=self.statutory,
            rules=known_rules() if self.rules is None else self.rules,
            accompanied=self.accompanied,
            platforms=self.platforms,
            limits=self.limits,
        )


@dataclass(frozen=True, slots=True)
class FoundGaps:
    """The gaps of one view before they are put into words, the heaviest first."""

    matters: Relevance
    shortfalls: tuple[Shortfall, ...]
    writer: GapWriter


def _is_accepted(gap: Gap) -> bool:
    return gap.acceptance is not None and not gap.acceptance.overdue


def _notes(view: View) -> tuple[str, ...]:
    tables = (("referral", "no_referrals"), ("need", "no_needs"), ("door", "no_doors"))
    return tuple(note for table, note in tables if not len(view.table(table)))
