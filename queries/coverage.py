"""The analyst's first question: which group is served with what, where, and how sure is that?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from graph.pause import collector_paused
from graph.view import View
from queries.bits import Bits
from queries.covering import PLATFORMS, Covered, Covering, Depth, State, Time
from queries.cube import ANY, Cell, Cube
from queries.freshness import TRUSTED, Limits
from queries.index import index_of
from queries.nearby import Nearby
from queries.phrases import phrase, word
from queries.references import Cited, ConceptRef, EvidenceRef, References, RegionRef, id_of
from queries.relevance import Matter, Source, relevance
from queries.tabled import Tabled, Told
from queries.weights import weighed

COLUMNS = (
    "audience", "theme", "region", "kind_of_offer", "state", "depth", "time", "online_only", "offers", "weight", "evidence",
)  # fmt: skip
STATES: tuple[State, ...] = ("served", "partly", "contradictory", "refused", "unknown")
AHEAD = timedelta(days=183)
"""How far "ends soon" looks, where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class CellCover:
    """One cell: what is known of it, coverage and time apart. None stands for "any" of a dimension.

    Args:
        depth: the group and theme are named (``specific``), a wider one is (``inherited``), only a ``part`` is.
        named: the group itself is named by somebody who serves it: what closes a need for a named group.
        providers: how many different actors serve it.
        need: ``needed`` or ``covered`` by the needs table, ``contradicted`` where it also says that it is covered or
            that there is no need; empty where it does not speak of it.
    """

    audience: ConceptRef | None
    theme: ConceptRef | None
    region: RegionRef | None
    kind: ConceptRef | None
    state: State
    depth: Depth
    time: Time
    online_only: bool
    named: bool
    providers: int
    weight: int
    need: str
    evidence: Sequence[EvidenceRef]

    @property
    def key(self) -> tuple[str, str, str, str]:
        """The ids of the four dimensions; empty for any."""
        return id_of(self.audience), id_of(self.theme), id_of(self.region), id_of(self.kind)


@dataclass(frozen=True, slots=True)
class CoverageAnswer(Tabled):
    """The cells that matter.

    Args:
        source: where relevance is from: the ``needs`` table, combinations ``occurring``, or ``every`` one.
        combinations: how many combinations of values there are at all; nobody speaks of the others.
    """

    headings: ClassVar[tuple[str, ...]] = COLUMNS

    day: date
    horizon: date
    source: Source
    combinations: int
    counts: dict[str, int]
    cells: tuple[CellCover, ...]

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per cell, for a table."""
        return [_row(cell, language) for cell in self.cells]

    def shown(self, language: str = "de") -> Told:
        """Return the rows of `to_rows`, each told when it is looked at."""
        return Told(self.cells, lambda cell: _row(cell, language))


@dataclass(frozen=True, slots=True)
class Coverage:
    """The question.

    Args:
        day: the day it is asked for; today if left out.
        horizon: what ends before counts as ending; half a year ahead if left out.
        by_kind: look at the kind of offer too.
        every: list every combination of values, not only those that are needed or occur.
        evidence: how many places to cite per cell.
    """

    day: date | None = None
    horizon: date | None = None
    by_kind: bool = False
    every: bool = False
    evidence: int = 3
    platforms: tuple[str, ...] = PLATFORMS
    limits: Limits = TRUSTED

    def answer(self, view: View) -> CoverageAnswer:
        """Return the coverage of every cell that matters."""
        day, horizon = days(self.day, self.horizon)
        covering = Covering(view, day.toordinal(), horizon.toordinal(), self.limits, self.platforms)
        matters = relevance(view, by_kind=self.by_kind, every=self.every)
        nearby, writer = Nearby(covering, matters.cells), CellWriter(view, self.evidence)
        with collector_paused():
            cells = [writer.write(cell, matters.cells[cell], nearby) for cell in writer.ordered(matters.cells)]
        counts: dict[str, int] = dict(sorted(Counter(str(cell.state) for cell in cells).items()))
        return CoverageAnswer(day, horizon, matters.source, matters.combinations, counts, tuple(cells))


def in_words(answer: CoverageAnswer, language: str) -> str:
    """Return which cells were looked at and how they are covered, in one or two sentences."""
    if not answer.cells:
        return phrase("coverage_words", "none" if answer.combinations < 2 else "all_covered", language)
    counted = " · ".join(
        f"{word(state, language)} {answer.counts[state]}" for state in STATES if state in answer.counts
    )
    looked = phrase("coverage_words", answer.source, language, cells=str(len(answer.cells)), counts=counted)
    if answer.source == "every":
        return looked
    return f"{looked} {phrase('coverage_words', 'combinations', language, combinations=str(answer.combinations))}"


def days(day: date | None, horizon: date | None) -> tuple[date, date]:
    """Return the day of a question and its horizon."""
    day = day or date.today()
    return day, horizon or day + AHEAD


class CellWriter:
    """Writes cells out.

    Args:
        evidence: how many places to cite per cell.
    """

    def __init__(self, view: View, evidence: int) -> None:
        self._refer, self._most, self._index = References(view), evidence, index_of(view)
        provisions = view.table("provision")
        self._evidence = provisions.lists("evidence")
        self._needs = view.table("need").lists("evidence")

    def ordered(self, cells: Iterable[Cell]) -> list[Cell]:
        """Return cells in the order of their ids."""
        index, known = self._index, sorted(cells)
        columns: tuple[Ids, ...] = index.concept_ids, index.concept_ids, index.region_ids, index.concept_ids
        ranks = [_ranks(ids, {cell[at] for cell in known}) for at, ids in enumerate(columns)]
        if all([*rank] == sorted(rank) for rank in ranks):
            return known  # rows lie in the order of their ids, as they mostly do
        return sorted(known, key=lambda cell: tuple([rank[value] for rank, value in zip(ranks, cell, strict=True)]))

    def write(self, cell: Cell, matter: Matter, nearby: Nearby) -> CellCover:
        """Return one cell as an answer."""
        covering = nearby.of(cell.region)
        found = covering.cell(cell)
        return CellCover(
            *self.values(cell),
            found.state,
            found.depth,
            found.time,
            found.online_only,
            bool(found.named),
            covering.cube.providers(found.support | found.disputed),
            matter.weight,
            "contradicted" if matter.against else matter.need,
            Cited(lambda: self.evidence(cell, matter, found, covering.cube)) if self._most else (),
        )

    def values(self, cell: Cell) -> tuple[ConceptRef | None, ConceptRef | None, RegionRef | None, ConceptRef | None]:
        """Return the four dimensions of a cell."""
        refer = self._refer
        return (
            refer.concept(cell.audience),
            refer.concept(cell.theme),
            refer.region(cell.region),
            refer.concept(cell.kind),
        )

    def evidence(self, cell: Cell, matter: Matter, found: Covered, cube: Cube) -> tuple[EvidenceRef, ...]:
        """Return the first places behind a cell: of each who serves or refuses it the one that says so, then the rest.

        Args:
            cube: whose sets ``found`` holds.
        """
        told = self._told(cell, found.support | found.disputed | found.refusing, cube)
        needed = (*self.needs(matter.rows), *self.needs(matter.against))
        ordered = [
            *(places[0] for places in told if places),
            *(place for places in told for place in places[1:]),
            *needed,
        ]
        return tuple(dict.fromkeys(ordered))[: self._most]

    def needs(self, rows: Iterable[int]) -> tuple[EvidenceRef, ...]:
        """Return where rows of the needs table are said."""
        return self._refer.evidence(place for row in rows for place in self._needs[row])

    def provided(self, cell: Cell, bits: Bits, cube: Cube) -> tuple[EvidenceRef, ...]:
        """Return of each of the first of some provisions the place that says so."""
        return tuple(dict.fromkeys(places[0] for places in self._told(cell, bits, cube) if places))

    def _told(self, cell: Cell, bits: Bits, cube: Cube) -> list[tuple[EvidenceRef, ...]]:
        """Return the places of the first of some provisions, those that speak of the cell's group and theme first."""
        about = self._family(cell.audience) | self._family(cell.theme)
        return [self._refer.evidence(self._evidence[row], about) for row in cube.first_of(bits, self._most)]

    def _family(self, concept: int) -> frozenset[int]:
        if concept == ANY:
            return frozenset()
        index = self._index
        return frozenset({concept}) | index.closure(concept, "broader") | index.closure(concept, "narrower")


Ids = Mapping[int, str] | Sequence[str]


def _ranks(ids: Ids, rows: Collection[int]) -> dict[int, int]:
    """Return the place of each row in the order of ids; "any" comes first."""
    return {row: place for place, row in enumerate(sorted(rows, key=lambda row: ids[row] if row != ANY else ""))}


def _row(cell: CellCover, language: str) -> dict[str, str | int]:
    dimensions = {"audience": cell.audience, "theme": cell.theme, "kind_of_offer": cell.kind}
    labels = {name: part.label(language) if part else word("any", language) for name, part in dimensions.items()}
    return {
        **{name: labels[name] for name in ("audience", "theme")},
        "region": cell.region.label if cell.region else word("any", language),
        "kind_of_offer": labels["kind_of_offer"],
        "state": word(cell.state, language),
        "depth": word(cell.depth, language) if cell.depth else "",
        "time": word(cell.time, language) if cell.time else "",
        "online_only": word("yes", language) if cell.online_only else "",
        "offers": cell.providers,
        "weight": weighed(cell.weight, language),
        "evidence": "; ".join(map(str, cell.evidence)),
    }
