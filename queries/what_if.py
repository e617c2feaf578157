"""What would be different: routes and gaps of a network as it is, and after a change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from graph.view import View
from queries.compared import compared
from queries.connection import Connection, connections
from queries.coverage import days
from queries.gap import Gap, GapsAnswer, cell_labels
from queries.gaps import Gaps
from queries.overtaken import is_unreached, overtaken, questioned
from queries.phrases import word
from queries.supposed import Change, Step
from queries.tabled import Tabled
from queries.weights import weighed

Effect = Literal[
    "gap_opens", "gap_closes", "gap_overtaken", "gap_questioned", "gap_grows", "gap_shrinks", "way_lost", "way_won",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shift:
    """A gap that weighs more or less than before; what else it says is of afterwards."""

    gap: Gap
    before: int


@dataclass(frozen=True, slots=True)
class WhatIfAnswer(Tabled):
    """The difference a change makes.

    Args:
        steps: the change.
        weight_before, weight_after: of all open gaps, in thousandths.
        unreached_before, unreached_after: of those whose group is not served, or from some door not led there.
        opened, closed: gaps (and questions listed apart) that are new, or no longer there.
        overtaken: no longer there only because a worse gap took their place; nothing was gained.
        questioned: no longer certain: a question took their place, nothing was gained.
        shifted: gaps that are there before and after, of another weight: other doors are cut off.
        lost, won: from which doors which groups no longer, or newly, get to somebody who serves them.
    """

    headings: ClassVar[tuple[str, ...]] = ("effect", "kind", "audience", "theme", "region", "reason", "weight")

    day: date
    horizon: date
    steps: tuple[Step, ...]
    weight_before: int
    weight_after: int
    unreached_before: int
    unreached_after: int
    opened: tuple[Gap, ...]
    closed: tuple[Gap, ...]
    overtaken: tuple[Gap, ...]
    questioned: tuple[Gap, ...]
    shifted: tuple[Shift, ...]
    lost: tuple[Connection, ...]
    won: tuple[Connection, ...]
    notes: tuple[str, ...]

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per difference: gaps, then ways."""
        rows = [_gap_row("gap_opens", gap, gap.weight, language) for gap in self.opened]
        rows += [_gap_row("gap_closes", gap, -gap.weight, language) for gap in self.closed]
        rows += [_gap_row("gap_overtaken", gap, -gap.weight, language) for gap in self.overtaken]
        rows += [_gap_row("gap_questioned", gap, -gap.weight, language) for gap in self.questioned]
        for one in self.shifted:
            effect: Effect = "gap_grows" if one.gap.weight > one.before else "gap_shrinks"
            rows.append(_gap_row(effect, one.gap, one.gap.weight - one.before, language))
        rows += [_way_row("way_lost", one, language) for one in self.lost]
        return rows + [_way_row("way_won", one, language) for one in self.won]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The question, asked of two views: as it is, and after a change (`queries.changed`)."""

    change: Change
    gaps: Gaps

    def compare(self, before: View, after: View) -> WhatIfAnswer:
        """Return the difference."""
        asked_on, horizon = days(self.gaps.day, self.gaps.horizon)
        both = compared(self.gaps, before, after)
        old, new = both.before, both.after
        gaps_before, gaps_after = _listed(old), _listed(new)
        opened = tuple(gap for key, gap in gaps_after.items() if key not in gaps_before)
        gone = tuple(gap for key, gap in gaps_before.items() if key not in gaps_after)
        shifted = tuple(
            Shift(gap, gaps_before[key].weight)
            for key, gap in gaps_after.items()
            if key in gaps_before and gaps_before[key].weight != gap.weight
        )
        moot = overtaken(gone, (*opened, *(one.gap for one in shifted if one.gap.weight > one.before)))
        left = [gap for gap in gone if gap not in moot]
        asked = tuple(gap for gap, _ in questioned(left, new.apart))
        ways_before, ways_after = (connections(view, both.asked, asked_on) for view in (before, after))
        return WhatIfAnswer(
            day=asked_on,
            horizon=horizon,
            steps=self.change.steps,
            weight_before=old.weight,
            weight_after=new.weight,
            unreached_before=_unreached(old),
            unreached_after=_unreached(new),
            opened=opened,
            closed=tuple(gap for gap in left if gap not in asked),
            overtaken=moot,
            questioned=asked,
            shifted=shifted,
            lost=tuple(one for key, one in ways_before.items() if key not in ways_after),
            won=tuple(one for key, one in ways_after.items() if key not in ways_before),
            notes=new.notes,
        )


def _listed(answer: GapsAnswer) -> dict[tuple[str, ...], Gap]:
    return {(gap.question, *gap.key): gap for gap in (*answer.gaps, *answer.apart)}


def _unreached(answer: GapsAnswer) -> int:
    return sum(gap.weight for gap in answer.gaps if is_unreached(gap))


def _gap_row(effect: Effect, gap: Gap, weight: int, language: str) -> dict[str, str | int]:
    audience, theme, region = cell_labels(gap, language)
    return {
        "effect": word(effect, language),
        "kind": gap.sub,
        "audience": audience,
        "theme": theme,
        "region": region,
        "reason": gap.text(language),
        "weight": weighed(weight, language, signed=True),
    }


def _way_row(effect: Effect, way: Connection, language: str) -> dict[str, str | int]:
    audience, theme, region = cell_labels(way, language)
    door = way.door.label if way.door else word("anywhere_known", language)
    return {
        "effect": word(effect, language),
        "kind": "",
        "audience": audience,
        "theme": theme,
        "region": region,
        "reason": door,
        "weight": "",
    }
