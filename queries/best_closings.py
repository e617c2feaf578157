"""The few new referrals and extensions that close most weighted gap, and how good that choice is at least."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from graph.view import View
from queries.acceptance import Accepted
from queries.closing_items import Candidate, Item, Items
from queries.closing_pool import Closes, Detours, heaviest, referrals
from queries.coverage import days
from queries.cube import Cell
from queries.gap import Closing, Kind, cell_labels
from queries.gaps import Gaps
from queries.index import index_of
from queries.most_covered import GUARANTEED, most_covered
from queries.phrases import phrase
from queries.references import ActorRef, ConceptRef, References, RegionRef
from queries.relevance import Source, relevance
from queries.tabled import Tabled
from queries.weights import weighed

AGREE, RENEW, EXTEND = 2, 2, 3
"""Efforts, as in `queries.closings`."""


@dataclass(frozen=True, slots=True)
class ClosedGap:
    """A gap, or the share of it that one door has, that a closing closes by itself."""

    kind: Kind
    audience: ConceptRef | None
    theme: ConceptRef | None
    region: RegionRef | None
    door: ActorRef | None
    weight: int

    def text(self, language: str) -> str:
        """Return kind, cell and door."""
        door = f" ({self.door.label})" if self.door else ""
        return f"{self.kind} {' · '.join(cell_labels(self, language))}{door}"


@dataclass(frozen=True, slots=True)
class BestClosing:
    """One closing of the choice.

    Args:
        audience, theme, region: what an offer is extended to.
        gain: the weight it closes that those before it left open, in thousandths.
        closes: the gaps behind the gain, the heaviest first.
    """

    rank: int
    closing: Closing
    audience: ConceptRef | None
    theme: ConceptRef | None
    region: RegionRef | None
    gain: int
    closes: tuple[ClosedGap, ...]

    def text(self, language: str) -> str:
        """Return the closing, with what an offer is extended to."""
        to = next((part for part in (self.audience, self.theme) if part), None)
        said = to.label(language) if to else self.region.label if self.region else ""
        return self.closing.text(language) + (f": {said}" if said else "")


@dataclass(frozen=True, slots=True)
class ClosingsAnswer(Tabled):
    """The choice.

    Args:
        open: the weight of everything new referrals and extensions might close, in thousandths.
        closed: the weight the choice closes, at least: what two closings only do together is not counted.
        at_most: no k of the candidates close more of it; closed / at_most is what the choice is worth at least.
        guaranteed: the share of the best that greedy choice always reaches (1 - 1/e), in thousandths.
        candidates: how many were weighed. notes: keys of the phrases ``notes``.
    """

    headings: ClassVar[tuple[str, ...]] = ("rank", "closing", "gain", "closed_gaps")

    day: date
    horizon: date
    source: Source
    cells: int
    candidates: int
    open: int
    closed: int
    at_most: int
    guaranteed: int
    closings: tuple[BestClosing, ...]
    notes: tuple[str, ...]

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per closing."""
        return [
            {
                "rank": one.rank,
                "closing": one.text(language),
                "gain": weighed(one.gain, language),
                "closed_gaps": "; ".join(gap.text(language) for gap in one.closes),
            }
            for one in self.closings
        ]


@dataclass(frozen=True, slots=True)
class BestClosings:
    """The question.

    Looks at gaps of the kinds A, B, C, E (outside the region) and F: those a new referral or an extended offer closes,
    and that people have not accepted.

    Args:
        k: how many closings.
        gaps: day, horizon, rules and groups, as for the gaps themselves.
        candidates: how many to weigh; those that close most by themselves.
    """

    k: int = 10
    gaps: Gaps = field(default_factory=Gaps)
    candidates: int = 10_000

    def answer(self, view: View) -> ClosingsAnswer:
        """Return the choice."""
        asked_on, horizon = days(self.gaps.day, self.gaps.horizon)
        matters = relevance(view, every=self.gaps.every)
        accepted = Accepted(view, asked_on.toordinal())
        items = Items(self.gaps.finder(view, asked_on, horizon), self.gaps.max_legs, accepted)
        for cell, matter in matters.cells.items():
            items.gather(cell, matter)
        writer = _Writer(view, items.items)
        closes = self._pool(view, items, writer)
        ordered = sorted(closes, key=writer.order)
        sets = [closes[candidate] for candidate in ordered]
        chosen = most_covered(sets, [item.weight for item in items.items], self.k)
        return ClosingsAnswer(
            day=asked_on,
            horizon=horizon,
            source=matters.source,
            cells=len(matters.cells),
            candidates=len(ordered),
            open=sum(item.weight for item in items.items),
            closed=chosen.covered,
            at_most=chosen.at_most,
            guaranteed=int(GUARANTEED * 1000),
            closings=writer.closings([(ordered[pick], sets[pick]) for pick in chosen.picks]),
            notes=tuple(
                note
                for table, note in (("referral", "no_referrals"), ("need", "no_needs"), ("door", "no_doors"))
                if not len(view.table(table))
            ),
        )

    def _pool(self, view: View, items: Items, writer: _Writer) -> Closes:
        actor_ids, max_legs = index_of(view).actor_ids, self.gaps.max_legs
        new, writer.detours = referrals(items.lacks, items.items, actor_ids, max_legs, self.candidates)
        return heaviest({**items.extensions.closes, **new}, items.items, writer.order, self.candidates)


class _Writer:
    def __init__(self, view: View, items: list[Item]) -> None:
        self._refer, self._items = References(view), items
        self.detours: Detours = {}
        self._actors, self._offers, self._concepts, self._regions = (
            view.table(name).text("id") for name in ("actor", "offer", "concept", "region")
        )

    def order(self, candidate: Candidate) -> tuple[object, ...]:
        """Return what sorts candidates that close as much: effort, how short the ways become, then ids."""
        ids = (
            (self._actors, candidate.actor), (self._offers, candidate.offer), (self._actors, candidate.sender),
            (self._concepts, candidate.audience), (self._concepts, candidate.theme), (self._regions, candidate.region),
        )  # fmt: skip
        detour = self.detours.get(candidate, 0)
        return _effort(candidate), detour, candidate.what, *(column[row] if row >= 0 else "" for column, row in ids)

    def closings(self, picks: list[tuple[Candidate, list[int]]]) -> tuple[BestClosing, ...]:
        """Write the choice; an item counts for the first that closes it."""
        done: set[int] = set()
        found = []
        for rank, (candidate, closed) in enumerate(picks, 1):
            fresh = [item for item in closed if item not in done]
            done.update(fresh)
            found.append(self._closing(rank, candidate, fresh))
        return tuple(found)

    def _closing(self, rank: int, candidate: Candidate, fresh: list[int]) -> BestClosing:
        refer = self._refer
        gaps = sorted((self._gap(self._items[item]) for item in fresh), key=lambda gap: (-gap.weight, gap.text("de")))
        return BestClosing(
            rank,
            Closing(
                candidate.what,
                _effort(candidate),
                refer.actor(candidate.actor),
                refer.offer(candidate.offer),
                refer.actor(candidate.sender),
            ),
            refer.concept(candidate.audience),
            refer.concept(candidate.theme),
            refer.region(candidate.region),
            sum(self._items[item].weight for item in fresh),
            tuple(gaps),
        )

    def _gap(self, item: Item) -> ClosedGap:
        cell: Cell = item.cell
        door = self._refer.actor(item.door) if item.door >= 0 else None
        audience, theme = self._refer.concept(cell.audience), self._refer.concept(cell.theme)
        return ClosedGap(item.kind, audience, theme, self._refer.region(cell.region), door, item.weight)


def _effort(candidate: Candidate) -> int:
    if candidate.what == "agree_referral":
        return AGREE
    return RENEW if candidate.what == "renew" else EXTEND


def text(answer: ClosingsAnswer, language: str) -> str:
    """Return what the choice is worth, in one sentence."""
    if not answer.at_most:
        return phrase("closings_sum", "nothing", language)
    share = answer.closed / answer.at_most
    return phrase(
        "closings_sum",
        "sum",
        language,
        closed=weighed(answer.closed, language),
        open=weighed(answer.open, language),
        candidates=str(answer.candidates),
        at_most=weighed(answer.at_most, language),
        share=f"{100 * share:.0f}",
        guaranteed=f"{answer.guaranteed / 10:.0f}",
    )
