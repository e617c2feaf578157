"""Which cells matter: what the needs table names, else every combination that occurs; "any" where nobody looks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
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
    """

    weight: int = WEIGHT
    need: str = ""
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Relevance:
    """The cells that matter, and where that is from."""

    source: Source
    cells: dict[Cell, Matter]


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
    # A need somebody states more closely than the "no need found" stays: of two records the closer one is meant.
    taken_out = {(one.audience, one.theme, one.region) for one in unneeded}
    stated = _needs(view, by_kind)
    needed = {
        cell: matter for cell, matter in stated.items() if (cell.audience, cell.theme, cell.region) not in taken_out
    }
    if stated and not every:
        return Relevance("needs", needed)
    cells = chain(_every(view, by_kind) if every else _occurring(view, by_kind), _called(view, besides))
    spoken = (cell for cell in cells if not any(_within(cell, one) for one in unneeded))
    found = {**dict.fromkeys(spoken, Matter()), **needed}
    return Relevance("every" if every else "occurring", dict(sorted(found.items())))


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


def combinations(view: View, *, by_kind: bool = False) -> int:
    """Return how many combinations of values there are, spoken of or not."""
    found = 1
    for values in _values(view, by_kind):
        found *= len(values)
    return found


def _needs(view: View, by_kind: bool) -> dict[Cell, Matter]:
    table = view.table("need")
    weights = table.ints("weight")
    kinds = _values(view, by_kind)[3]
    found: dict[Cell, Matter] = {}
    for need in ("covered", "needed"):
        for row in _of_kind(view, need):
            weight = weights[row] if weights[row] >= 0 else WEIGHT
            for kind in kinds:
                stated = _cell(view, row)
                cell = Cell(stated.audience, stated.theme, stated.region, kind)
                known = found.get(cell)
                rows = (*(known.rows if known else ()), row)
                found[cell] = Matter(max(weight, known.weight) if known else weight, need, rows)
    return dict(sorted(found.items()))


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


def _occurring(view: View, by_kind: bool) -> Iterator[Cell]:
    index = index_of(view)
    audiences = index.provisions.lists("audiences")
    for row in index.provisions:
        kinds = (index.offer_type(row),) if by_kind else (ANY,)
        for values in product(
            audiences[row] or (ANY,), index.themes(row) or (ANY,), index.area(row)[0] or (ANY,), kinds
        ):
            yield Cell(*values)


def _called(view: View, names: Iterable[CellIds]) -> Iterator[Cell]:
    yield from (cell for ids in names if (cell := rows_of(view, ids)))


def _every(view: View, by_kind: bool) -> Iterator[Cell]:
    for values in product(*_values(view, by_kind)):
        yield Cell(*values)


def _values(view: View, by_kind: bool) -> tuple[tuple[int, ...], ...]:
    """Return the values each dimension takes; one that nobody uses takes the value "any"."""
    index = index_of(view)
    provisions = index.provisions
    audiences = _taken(row for marks in provisions.lists("audiences") for row in marks)
    themes = _taken(theme for row in provisions for theme in index.themes(row))
    regions = _taken(region for row in provisions for region in index.area(row)[0])
    kinds = _taken(kind for row in provisions if (kind := index.offer_type(row)) >= 0) if by_kind else (ANY,)
    return audiences, themes, regions, kinds


def _taken(values: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(values))) or (ANY,)
