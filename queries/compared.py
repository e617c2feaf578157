"""Gaps of two states of one network: asked about the same cells, so that what is gone is not merely asked no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.view import View
from queries.cube import Cell
from queries.gap import Gap, GapsAnswer
from queries.gaps import Gaps
from queries.references import References
from queries.relevance import CellIds, Relevance, ids_of, relevance, rows_of


@dataclass(frozen=True, slots=True)
class Compared:
    """The gaps of two states, and what was asked.

    Args:
        asked: the question; without a needs table it is also about cells of which only one state speaks.
        asked_before, asked_after: the cells each state was asked about.
    """

    asked: Gaps
    before: GapsAnswer
    after: GapsAnswer
    asked_before: frozenset[CellIds]
    asked_after: frozenset[CellIds]


def compared(gaps: Gaps, before: View, after: View) -> Compared:
    """Return the gaps of two states.

    What matters is said by a needs table, or else by what occurs: then an offer that is withdrawn would take its cell
    along, and nobody would miss it. So what occurs in either state matters in both.
    """
    matters = relevance(before, every=gaps.every), relevance(after, every=gaps.every)
    cells = frozenset(_ids(before, matters[0])), frozenset(_ids(after, matters[1]))
    if any(one.source == "needs" for one in matters):
        return Compared(gaps, gaps.answer(before), gaps.answer(after), *cells)
    either = cells[0] | cells[1]
    asked = replace(gaps, besides=tuple(sorted(either)))
    was, now = asked.answer(before), asked.answer(after)
    return Compared(
        asked,
        _with(was, _unheard_of(asked, before, after, matters[1])),
        _with(now, _unheard_of(asked, after, before, matters[0])),
        either,
        either,
    )


def _ids(view: View, matters: Relevance) -> Iterator[CellIds]:
    yield from (ids_of(view, cell) for cell in matters.cells)


def _with(answer: GapsAnswer, more: Iterator[Gap]) -> GapsAnswer:
    found = (*answer.gaps, *more)
    return replace(answer, gaps=tuple(sorted(found, key=lambda gap: (-gap.weight, gap.key))))


def _unheard_of(gaps: Gaps, view: View, other: View, matters: Relevance) -> Iterator[Gap]:
    """Yield what one state has no word for, a group or theme of one source alone: nobody offers it there."""
    if not {"A", "A2"} & frozenset[str](gaps.kinds):
        return
    refer = References(other)
    for cell, matter in matters.cells.items():
        if rows_of(view, ids_of(other, cell)) is None:
            yield _nothing(refer, cell, matter.weight)


def _nothing(refer: References, cell: Cell, weight: int) -> Gap:
    audience, theme, region = refer.concept(cell.audience), refer.concept(cell.theme), refer.region(cell.region)
    return Gap("A", "A2", "nothing", audience, theme, region, weight, "unknown", ())
