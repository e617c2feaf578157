"""Which cells matter: what the needs table names, else every combination that occurs; "any" where nobody looks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product
from typing import Literal

from graph.view import View
from queries.cube import ANY, Cell
from queries.index import index_of

Source = Literal["needs", "occurring", "every"]
CellIds = tuple[str, str, str]
"""A group, a theme and a region by id, empty for any: what a cell is called in every state of a network."""
WEIGHT = 1000
"""Weight, in thousandths, of a cell nobody weighted."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Why a cell matters.

    Args:
        need: ``needed``, ``covered`` (somebody says so), or empty where no needs table speaks of it.
        rows: rows of the needs table.
        against: of a need, rows that say of the same cell that it is covered or that there is none: it is contradicted.
    """

    weight: int = WEIGHT
    need: str = ""
    rows: tuple[int, ...] = ()
    against: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Relevance:
    """The cells that matter, and where that is from.

    Args:
        combinations: how many combinations of values there are, spoken of or not.
    """

    source: Source
    cells: dict[Cell, Matter]
    combinations: int


def relevance(
    view: View, *, by_kind: bool = False, every: bool = False, besides: Collection[CellIds] = ()
) -> Relevance:
    """Return the cells that matter.

    Args:
        by_kind: look at the kind of offer too.
        every: all combinations of values, also those nobody speaks of; needs keep their weight.
        besides: without a needs table, cells that matter too, as another state of the network speaks of them; those
            that name what this one does not know at all are left out.
    """
    unneeded = [_cell(view, row) for row in _of_kind(view, "none")]
    spoken = _Spoken(view, by_kind=by_kind)
    stated = _needs(view, spoken.values[3])
    # A need stated more closely than the "no need found" stays: of two records the closer one is meant. One stated of
    # just that cell stays too, contradicted; what is covered and not needed is not needed.
    needed = {cell: matter for cell, matter in stated.items() if matter.need != "none"}
    if not every and any(_of_kind(view, need) for need in ("needed", "covered")):
        return Relevance("needs", needed, spoken.combinations)
    values = product(*spoken.values) if every else spoken.occurring
    cells: Iterable[Cell] = chain(map(Cell._make, values), _called(view, besides))
    if unneeded:
        cells = filter(lambda cell: not any(_within(cell, one) for one in unneeded), cells)
    found = {**dict.fromkeys(sorted(cells), Matter()), **needed}
    if needed:
        found = dict(sorted(found.items()))
    return Relevance("every" if every else "occurring", found, spoken.combinations)


def ids_of(view: View, cell: Cell) -> CellIds:
    """Return what a cell is called in every state of the network."""
    concepts, regions = view.table("concept").text("id"), view.table("region").text("id")
    pairs = ((concepts, cell.audience), (concepts, cell.theme), (regions, cell.region))
    audience, theme, region = (names[row] if row != ANY else "" for names, row in pairs)
    return audience, theme, region


def rows_of(view: View, ids: CellIds) -> Cell | None:
    """Return the cell of that name, or None where this state does not know one of the three."""
    audience, theme, region = ids
    known = (
        view.row("concept", audience) if audience else ANY,
        view.row("concept", theme) if theme else ANY,
        view.row("region", region) if region else ANY,
    )
    return None if None in known else Cell(*(row for row in known if row is not None))


def _called(view: View, names: Iterable[CellIds]) -> Iterator[Cell]:
    yield from (cell for ids in names if (cell := rows_of(view, ids)))


def _needs(view: View, kinds: Iterable[int]) -> dict[Cell, Matter]:
    """Return what the needs table says of each cell, also that there is no need."""
    said: dict[Cell, dict[str, list[int]]] = {}
    for need in ("needed", "covered", "none"):
        for row in _of_kind(view, need):
            for kind in kinds:
                said.setdefault(_cell(view, row)._replace(kind=kind), {}).setdefault(need, []).append(row)
    weights = view.table("need").ints("weight")
    return {cell: _matter(rows, weights) for cell, rows in sorted(said.items())}


def _matter(said: dict[str, list[int]], weights: Sequence[int]) -> Matter:
    needed, covered, unneeded = (tuple(said.get(need, ())) for need in ("needed", "covered", "none"))
    if unneeded and not needed:
        return Matter(need="none", rows=unneeded)
    weight = max(weights[row] if weights[row] >= 0 else WEIGHT for row in (*needed, *covered))
    if needed:
        return Matter(weight, "needed", needed, (*covered, *unneeded))
    return Matter(weight, "covered", covered)


def _of_kind(view: View, kind: str) -> list[int]:
    table = view.table("need")
    kinds = table.text("kind")
    return [row for row in table if kinds[row] == kind]


def _cell(view: View, row: int) -> Cell:
    table = view.table("need")
    return Cell(*(table.ints(column)[row] for column in ("audience", "theme", "region")))


def _within(cell: Cell, other: Cell) -> bool:
    """Return whether a cell is one that another, with blanks for any, speaks of."""
    pairs = ((cell.audience, other.audience), (cell.theme, other.theme), (cell.region, other.region))
    return all(wide in (ANY, narrow) for narrow, wide in pairs)


class _Spoken:
    """What provisions speak of: groups, themes, area and kind of offer, each combination once."""

    def __init__(self, view: View, *, by_kind: bool) -> None:
        index = index_of(view)
        rows, anything = index.provisions, (ANY,)
        audiences, themes = map(tuple, rows.lists("audiences")), map(index.themes, rows)
        areas = (index.area(row)[0] for row in rows)
        kinds = ((index.offer_type(row),) for row in rows) if by_kind else (anything for _ in rows)
        self._said = set(zip(audiences, themes, areas, kinds, strict=True))

    @property
    def occurring(self) -> set[tuple[int, ...]]:
        """The combinations that occur, each once; "any" where nobody says which."""
        anything, found = (ANY,), set[tuple[int, ...]]()
        for audiences, themes, area, kinds in self._said:
            found.update(product(audiences or anything, themes or anything, area or anything, kinds))
        return found

    @cached_property
    def values(self) -> tuple[tuple[int, ...], ...]:
        """The values each dimension takes; one that nobody uses takes the value "any"."""
        groups, themes, areas, kinds = ({*one} for one in zip(*self._said, strict=True)) if self._said else [()] * 4
        return _taken(groups), _taken(themes), _taken(areas), _taken(kinds)

    @property
    def combinations(self) -> int:
        """How many combinations of values there are."""
        found = 1
        for values in self.values:
            found *= len(values)
        return found


def _taken(lists: Iterable[Iterable[int]]) -> tuple[int, ...]:
    return tuple(sorted({value for values in lists for value in values if value >= 0})) or (ANY,)
