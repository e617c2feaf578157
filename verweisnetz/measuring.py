"""Success indicators the graph itself measures: a value for each day on which a kept generation was built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from graph.generation import Generation
from graph.history import generation, journal
from graph.view import View
from ontology.errors import QuestionError, StoreError
from queries.agreed_graph import AgreedGraph
from queries.coverage import Coverage
from queries.gaps import Gaps
from queries.maturity_answer import Indicator, Value
from queries.references import EvidenceRef
from verweisnetz.config import STATE

if TYPE_CHECKING:
    from verweisnetz.answering import Answering

Measure = Callable[[View, date], int]
_OPEN = "responsibility/not-agreed"


def measured(region: Answering, indicators: tuple[Indicator, ...], day: date) -> tuple[Indicator, ...]:
    """Return the indicators, those that name a measure with a value for every day up to ``day`` that is still kept.

    What somebody wrote down by hand stays beside it.
    """
    if not any(one.measure for one in indicators):
        return indicators
    answered = _answered(region, day)
    return tuple(_with_values(one, answered) if one.measure else one for one in indicators)


def _answered(region: Answering, day: date) -> Mapping[date, Generation]:
    """Return the generation that answered at the end of each day on which one was built."""
    state = region.folder / STATE
    days = {date.fromisoformat(entry["at"][:10]): entry["generation"] for entry in journal(state)}
    found: dict[date, Generation] = {}
    for on, name in sorted(days.items()):
        if on <= day:
            with suppress(QuestionError, StoreError):  # not kept any more
                found[on] = generation(state, name)
    return found


def _with_values(indicator: Indicator, answered: Mapping[date, Generation]) -> Indicator:
    count = MEASURES[indicator.measure]
    values = list(indicator.values)
    for on, state in answered.items():
        value = str(count(state.view, on))
        place = EvidenceRef(f"{STATE}/generations/{state.id}", "", value, ())
        values.append(Value(value, on, state.id[:8], "", (place,)))
    values.sort(key=lambda value: value.on or date.min)
    return replace(indicator, values=tuple(values))


def _referrals(view: View, day: date) -> int:
    return len(AgreedGraph(view, day.toordinal()).holding)


def _responsible(view: View, day: date) -> int:
    agreed = AgreedGraph(view, day.toordinal())
    said, open_ = agreed.index.referrals.ints("responsibility"), view.concepts_by_id.get(_OPEN, -1)
    return sum(1 for row in agreed.holding if said[row] not in (-1, open_))


def _mutual(view: View, day: date) -> int:
    edges = AgreedGraph(view, day.toordinal()).edges
    return sum(1 for one, other in edges if (other, one) in edges) // 2


def _actors(view: View, day: date) -> int:
    agreed = AgreedGraph(view, day.toordinal())
    return sum(1 for row in agreed.index.actors if agreed.alive(row))


def _offers(view: View, day: date) -> int:
    agreed = AgreedGraph(view, day.toordinal())
    offers = agreed.index.provisions.ints("offer")
    return len({offers[row] for actor in agreed.index.actors for row in agreed.offered(actor)} - {-1})


def _served(view: View, day: date) -> int:
    return Coverage(day).answer(view).counts.get("served", 0)


def _gaps(view: View, day: date) -> int:
    return len(Gaps(day).answer(view).gaps)


MEASURES: Mapping[str, Measure] = {
    "actors": _actors,
    "offers": _offers,
    "referrals": _referrals,
    "referrals_with_responsibility": _responsible,
    "mutual_pairs": _mutual,
    "served_needs": _served,
    "gaps": _gaps,
}
"""What can be counted in any state of the graph, by the word in the column ``measure``."""
