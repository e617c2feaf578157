"""The steering meeting's question about itself: what of the guideline's points is there evidence for?

The points are those of the guideline on networked education regions (chapters 2.1, 2.2 and 3). The guideline calls
them an orientation, not a checklist; so nothing is added up, and "unknown" is an outcome like any other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from graph.view import View
from queries.maturity_answer import Aspect, Criterion, Decision, Indicator, MaturityAnswer, Outcome
from queries.maturity_criteria import Point, points
from queries.maturity_finders import FINDERS
from queries.maturity_seen import Seen, Space

NOWHERE = Space()


@dataclass(frozen=True, slots=True)
class Maturity:
    """The question.

    Args:
        space: the network's space, where its configuration names one.
        decisions: what people said of single points; the latest day counts, of one day the last.
        indicators: the network's own success indicators.
        evidence: how many places to cite for each thing found.
    """

    day: date | None = None
    space: Space = NOWHERE
    decisions: tuple[Decision, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    evidence: int = 12

    def answer(self, view: View) -> MaturityAnswer:
        """Return every point with its evidence."""
        day = self.day or date.today()
        indicators = tuple(_up_to(day, one) for one in self.indicators)
        seen = Seen(view, day.toordinal(), self.space, indicators, self.evidence)
        criteria = tuple(self._criterion(here, seen, day) for here in points())
        notes = [] if self.indicators else ["no_indicators"]
        return MaturityAnswer(day, criteria, indicators, tuple(notes))

    def _criterion(self, here: Point, seen: Seen, day: date) -> Criterion:
        aspects = tuple(
            Aspect(
                here.id,
                side.id,
                bool(side.finder),
                tuple(FINDERS[side.finder](seen, side.given)) if side.finder else (),
            )
            for side in here.sides
        )
        said = [one for one in self.decisions if one.criterion == here.id and (one.on is None or one.on <= day)]
        said.sort(key=lambda one: one.on or date.min)
        return Criterion(here.id, here.chapter, _outcome(aspects, said), aspects, tuple(said))


def _up_to(day: date, indicator: Indicator) -> Indicator:
    return replace(indicator, values=tuple(one for one in indicator.values if one.on is None or one.on <= day))


def _outcome(aspects: tuple[Aspect, ...], said: list[Decision]) -> Outcome:
    if said and said[-1].decision == "otherwise":
        return "otherwise"
    return "evidence" if said or any(aspect.found for aspect in aspects) else "unknown"
