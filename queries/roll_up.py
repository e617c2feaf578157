"""Coverage added up: for each group, theme or region, in how many cells it is served, in part, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from graph.view import View
from ontology.errors import QuestionError
from queries.coverage import days
from queries.cube import ANY
from queries.freshness import TRUSTED, Limits
from queries.index import index_of
from queries.names import names_of
from queries.phrases import word
from queries.references import ConceptRef, References, RegionRef
from queries.relevance import WEIGHT
from queries.tabled import Tabled
from queries.weights import weighed

Dimension = Literal["audience", "theme", "region"]
DIMENSIONS: tuple[Dimension, ...] = ("audience", "theme", "region")


@dataclass(frozen=True, slots=True)
class RolledUp:
    """One value of a dimension, with all that is narrower.

    Args:
        value: None for any.
        offers: how many provisions name it themselves (for any: all there are).
        weight: of the needs that are about it or a part of it, in thousandths.
    """

    value: ConceptRef | RegionRef | None
    served: int
    partly: int
    refused: int
    contradictory: int
    unknown: int
    offers: int
    weight: int

    def label(self, language: str) -> str:
        """Return the value's label."""
        if self.value is None:
            return word("any", language)
        return self.value.label if isinstance(self.value, RegionRef) else self.value.label(language)


@dataclass(frozen=True, slots=True)
class RollUpAnswer(Tabled):
    """All values of a dimension, "any" first.

    Args:
        by: the dimension: a group is counted by themes, a theme by groups, a region by groups and themes together.
        kind: the kind of offer looked at alone.
    """

    headings: ClassVar[tuple[str, ...]] = (
        "value", "served", "partly", "refused", "contradictory", "unknown", "offers_named", "weight",
    )  # fmt: skip

    day: date
    horizon: date
    by: Dimension
    kind: ConceptRef | None
    rows: tuple[RolledUp, ...]

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per value."""
        return [
            {
                "value": row.label(language),
                "served": row.served,
                "partly": row.partly,
                "refused": row.refused,
                "contradictory": row.contradictory,
                "unknown": row.unknown,
                "offers_named": row.offers,
                "weight": weighed(row.weight, language),
            }
            for row in self.rows
        ]


@dataclass(frozen=True, slots=True)
class RollUp:
    """The question.

    Args:
        by: the dimension. kind: a kind of offer to look at alone, by name or id.
    """

    by: Dimension = "audience"
    day: date | None = None
    horizon: date | None = None
    kind: str = ""
    limits: Limits = TRUSTED

    def answer(self, view: View) -> RollUpAnswer:
        """Return the sums."""
        from queries.coverage_cube import STATES, CoverageCube

        if self.by not in DIMENSIONS:
            raise QuestionError(
                f"coverage is not added up by “{self.by}”", DIMENSIONS, de=f"nach „{self.by}“ wird nicht summiert"
            )
        asked_on, horizon = days(self.day, self.horizon)
        kind = names_of(view).concept(self.kind, "offer-type") if self.kind else ANY
        cells = CoverageCube(asked_on.toordinal(), horizon.toordinal(), kind, self.limits).answer(view)
        refer, weights = References(view), _weights(view, self.by)
        values = {"audience": cells.audiences, "theme": cells.themes, "region": cells.regions}[self.by]
        groups, themes = _real(cells.audiences), _real(cells.themes)
        found = []
        for place, row in enumerate(values):
            if self.by == "region":
                plane, offers = cells.state[place, groups, themes], cells.offers[place, -1, -1]
            elif self.by == "audience":
                plane, offers = cells.state[-1, place, themes], cells.offers[-1, place, -1]
            else:
                plane, offers = cells.state[-1, groups, place], cells.offers[-1, -1, place]
            counts = {state: int((plane == number).sum()) for number, state in enumerate(STATES)}
            value = refer.region(row) if self.by == "region" else refer.concept(row)
            found.append(RolledUp(value, offers=int(offers), weight=weights.get(row, 0), **counts))
        found.sort(key=lambda one: one.value.id if one.value else "")
        return RollUpAnswer(asked_on, horizon, self.by, refer.concept(kind), tuple(found))


def _real(values: Sequence[int]) -> slice:
    """Return the values to add up over: all but "any", which is the only one of a dimension nobody uses."""
    return slice(0, max(len(values) - 1, 1))


def _weights(view: View, by: Dimension) -> dict[int, int]:
    """Return what the needs weigh that are about each value or a part of it."""
    needs, index = view.table("need"), index_of(view)
    values, weights, kinds = needs.ints(by), needs.ints("weight"), needs.text("kind")
    regions = range(len(view.table("region"))) if by == "region" else range(0)
    found: dict[int, int] = {}
    for row in needs:
        if kinds[row] != "needed":
            continue
        value = values[row]
        wider = {ANY, value}
        if by == "region" and value != ANY:
            wider.update(region for region in regions if index.areas.relation((region,), value) == "covers")
        elif value != ANY:
            wider |= index.closure(value, "broader")
        for one in wider:
            found[one] = found.get(one, 0) + (weights[row] if weights[row] >= 0 else WEIGHT)
    return found
