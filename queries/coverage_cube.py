"""The whole coverage cube at once: every group × theme × region with roll-up, as arrays.

What `queries.covering` says of one cell, for all of them: provisions are tallied once by what they name themselves,
and values take over from what covers them and from their parts by or-ing whole planes. Cells in which somebody says
no are few, and judged one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray

from graph.view import View
from queries.arrays import Flags, Ragged, seen
from queries.covering import Covering
from queries.cube import Cell
from queries.cube_values import Concepts, Near, Regions
from queries.freshness import TRUSTED, Limits
from queries.index import index_of
from queries.provision_arrays import Provisions, provision_arrays

Bits16 = NDArray[numpy.uint16]
Shape = tuple[int, int, int]
Marks = tuple[NDArray[Any], NDArray[Any]]
"""Rows, ascending, and the place of a value each names."""
STATES = ("unknown", "partly", "served", "refused", "contradictory")
DEPTHS = ("", "part", "inherited", "specific")
TIMES = ("", "ending", "stale", "undated", "fresh")

FULL = 0x00FF
"""Bits of provisions that serve as a whole, if group, theme and region are covered; the same, eight higher, of any."""
HERE, STALE, UNDATED, FRESH, ON_SITE, OWN_WORD = 1, 2, 4, 8, 16, 32
_SHIFT = 8


@dataclass(frozen=True, slots=True)
class CubeCells:
    """The cube: one number per cell, indexed by the places of group, theme and region (``[region, group, theme]``).

    Args:
        audiences, themes, regions: rows of the values; the last of each is `ANY`.
        state, depth, time: numbers of `STATES`, `DEPTHS`, `TIMES`.
        online_only: everything is online. named: somebody who serves it names the group, in his own word.
        offers: how many provisions name group and theme themselves, in the region or a part of it.
    """

    audiences: tuple[int, ...]
    themes: tuple[int, ...]
    regions: tuple[int, ...]
    state: NDArray[numpy.uint8]
    depth: NDArray[numpy.uint8]
    time: NDArray[numpy.uint8]
    online_only: Flags
    named: Flags
    offers: NDArray[numpy.int32]

    def __len__(self) -> int:
        """Return the number of cells."""
        return int(self.state.size)

    def cells(self) -> Iterator[tuple[tuple[int, int, int], Cell]]:
        """Yield every place with its cell."""
        for region, region_row in enumerate(self.regions):
            for audience, audience_row in enumerate(self.audiences):
                for theme, theme_row in enumerate(self.themes):
                    yield (region, audience, theme), Cell(audience_row, theme_row, region_row)

    def counts(self) -> dict[str, int]:
        """Return how many cells have each state."""
        found = numpy.bincount(self.state.ravel(), minlength=len(STATES))
        return {state: int(number) for state, number in zip(STATES, found, strict=True)}


@dataclass(frozen=True, slots=True)
class CoverageCube:
    """The question.

    Args:
        day, horizon: ordinals. kind: row of a kind of offer to look at alone.
    """

    day: int
    horizon: int
    kind: int = -1
    limits: Limits = TRUSTED

    def answer(self, view: View) -> CubeCells:
        """Return the cube."""
        index, needs = index_of(view), view.table("need")
        found = provision_arrays(view, self.day, self.horizon, self.limits, self.kind)
        audiences = Concepts(index, {*found.audiences.used(), *needs.ints("audience")})
        themes = Concepts(index, {*found.themes.used(), *needs.ints("theme")})
        areas, area_of = area_numbers(found)
        regions = Regions(view, areas[:-1], {*found.regions.used(), *needs.ints("region")})
        shape = (len(areas), len(audiences.rows), len(themes.rows))
        flags, offers = _tally(found, area_of, shape, audiences, themes)
        near = [_online(one, len(areas) - 1) for one in regions.near]
        cells = CubeCells(
            audiences.rows, themes.rows, regions.rows, *_judged(flags, audiences.near, themes.near, near),
            _added(offers, near),
        )  # fmt: skip
        self._refusals(view, found, cells)
        return cells

    def _refusals(self, view: View, found: Provisions, cells: CubeCells) -> None:
        """Judge the cells about which somebody says no one by one."""
        if not len(found.no):
            return
        covering = Covering(view, self.day, self.horizon, self.limits)
        for place, cell in refused_places(covering, found, cells.audiences, cells.themes, cells.regions):
            one = covering.cell(Cell(cell.audience, cell.theme, cell.region, self.kind))
            cells.state[place] = STATES.index(one.state)
            cells.depth[place] = DEPTHS.index(one.depth)
            cells.time[place] = TIMES.index(one.time)
            cells.online_only[place], cells.named[place] = one.online_only, bool(one.named)


def area_numbers(found: Provisions) -> tuple[list[tuple[int, ...]], NDArray[Any]]:
    """Return the distinct areas, the last of them "everywhere", and the number of each provision's."""
    regions, length = found.regions, found.regions.length
    known: dict[tuple[int, ...], int] = {}
    numbers = numpy.zeros(len(length), dtype=numpy.int32)
    single = numpy.flatnonzero(length == 1)
    values = regions.values[regions.start[single]]
    distinct = seen(values)
    table = numpy.zeros(int(distinct.max()) + 1 if len(distinct) else 1, dtype=numpy.int32)
    for value in distinct:
        table[value] = known.setdefault((int(value),), len(known))
    numbers[single] = table[values]
    for row in numpy.flatnonzero(length != 1):
        start = regions.start[row]
        area = tuple(int(value) for value in regions.values[start : start + length[row]])
        numbers[row] = known.setdefault(area, len(known))
    numbers[found.everywhere] = len(known)
    return [*known, ()], numbers


def _online(near: Near, everywhere: int) -> Near:
    """Return what lies in a region, with what is online everywhere."""
    return Near((*near.full, everywhere), near.part)


def _tally(
    found: Provisions, area_of: NDArray[Any], shape: tuple[int, int, int], audiences: Concepts, themes: Concepts
) -> tuple[Bits16, NDArray[numpy.int32]]:
    """Return for area, group and theme as named: which bits provisions set, and how many there are.

    Area by area, so that what is counted stays in the processor's cache.
    """
    classes, of_row = _classes(found)
    size = shape[1] * shape[2]
    groups, about = _placed(found.audiences, audiences, shape[2]), _placed(found.themes, themes)
    flags, offers = numpy.zeros(shape, dtype=numpy.uint16), numpy.zeros(shape, dtype=numpy.int32)
    # Who is on more themes comes first, so that those who are on a further one are the first of an area.
    most = int(found.themes.length.max(initial=0))
    order = by_area(area_of * (most + 1) + (most - found.themes.length), shape[0] * (most + 1))
    bounds = numpy.concatenate(([0], numpy.cumsum(numpy.bincount(area_of, minlength=shape[0]))))

    for area in numpy.flatnonzero(numpy.diff(bounds)):
        rows = order[bounds[area] : bounds[area + 1]]
        marked, named = groups.kept(rows).flat()
        whole = of_row[rows] * size
        pairs = _pairs(whole + (size - shape[2]), (marked, whole[marked] + named), about.kept(rows), shape[2] - 1)
        counted = numpy.bincount(pairs, minlength=len(classes) * size)
        counted = counted.reshape(len(classes), *shape[1:])
        for bits, plane in zip(classes, counted, strict=True):
            flags[area] |= (plane > 0) * numpy.uint16(bits)
        offers[area] = counted.sum(axis=0)
    return flags, offers


def by_area(area_of: NDArray[Any], areas: int) -> NDArray[Any]:
    """Return rows in the order of their areas; numbers of 16 bits sort fastest."""
    return numpy.argsort(area_of.astype(numpy.uint16) if areas <= 1 << 16 else area_of, kind="stable")


def _pairs(anybody: NDArray[Any], groups: Marks, themes: Ragged, anything: int) -> NDArray[Any]:
    """Return where each provision counts: at every group it names, and at any, with every theme it is on, and with any.

    Args:
        anybody: where each provision counts for any group. groups: the same for each group it names, with its row.
        themes: places of those of provisions on more themes first. anything: the place of any theme.
    """
    marked, entry = groups
    often = numpy.cumsum(numpy.bincount(marked, minlength=len(anybody)))
    found = [entry + anything, anybody + anything]
    on = len(anybody)
    for further in range(int(themes.length[0])):
        on = int(numpy.searchsorted(-themes.length[:on], -further))
        theme = themes.values[themes.start[:on] + further]
        named = int(often[on - 1])
        found += [entry[:named] + theme[marked[:named]], anybody[:on] + theme]
    return numpy.concatenate(found)


def _placed(lists: Ragged, values: Concepts, step: int = 1) -> Ragged:
    """Return lists of rows as lists of places, so many numbers apart; what no row that counts names has none."""
    place = numpy.full(max(*values.rows, int(lists.values.max(initial=0))) + 1, -1, dtype=numpy.int32)
    place[list(values.rows[:-1])] = numpy.arange(len(values.rows) - 1) * step
    return Ragged(lists.start, lists.length, place[lists.values], lists.whole)


def _classes(found: Provisions) -> tuple[list[int], NDArray[Any]]:
    """Return the bits of each kind of provision that occurs, and the kind of each row."""
    said = (found.ends, found.fresh, found.undated, found.online, found.implied, found.in_part)
    key = numpy.zeros(len(found.rows), dtype=numpy.uint8)
    for place, flag in enumerate(said):
        key |= flag.view(numpy.uint8) << numpy.uint8(place)
    known = seen(key)
    table = numpy.zeros(1 << len(said), dtype=numpy.int32)
    table[known] = numpy.arange(len(known))
    return [_bits(*(bool(one >> place & 1) for place in range(len(said)))) for one in known] or [0], table[key]


def _bits(ends: bool, fresh: bool, undated: bool, online: bool, implied: bool, in_part: bool) -> int:
    """Return the bits a provision sets."""
    time = 0 if ends else FRESH if fresh else UNDATED if undated else STALE
    one = HERE | time | (0 if online else ON_SITE) | (0 if implied else OWN_WORD)
    return one << _SHIFT | (0 if in_part else one)


def _judged(
    flags: Bits16, audiences: Sequence[Near], themes: Sequence[Near], regions: Sequence[Near]
) -> tuple[NDArray[numpy.uint8], NDArray[numpy.uint8], NDArray[numpy.uint8], Flags, Flags]:
    """Return state, depth, time, online only and named of every cell; region by region, for the cache's sake."""
    near_themes = _over(flags, themes, 2, parts=True)
    covered = _over(_over(flags, themes, 2), audiences, 1)
    planes = (flags, covered, _over(near_themes, audiences, 1, parts=True), near_themes)
    shape = len(regions), *flags.shape[1:]
    state, depth, time = (numpy.zeros(shape, dtype=numpy.uint8) for _ in range(3))
    online, named = numpy.zeros(shape, dtype=bool), numpy.zeros(shape, dtype=bool)
    for place, near in enumerate(regions):
        specific, whole, anyhow, naming = (_in_region(plane, near) for plane in planes)
        served, there = whole & HERE > 0, anyhow >> _SHIFT & HERE > 0
        shown = numpy.where(served, whole & FULL, anyhow >> _SHIFT)
        is_specific = numpy.where(served, specific, specific >> _SHIFT) & HERE > 0
        is_inherited = served | (whole >> _SHIFT & HERE > 0)
        state[place] = there.astype(numpy.uint8) + served
        depth[place] = numpy.where(is_specific, 3, numpy.where(is_inherited, 2, 1)) * there
        time[place] = there
        for number, bit in ((2, STALE), (3, UNDATED), (4, FRESH)):
            time[place][shown & bit > 0] = number
        online[place] = there & (shown & ON_SITE == 0)
        named[place] = naming >> _SHIFT & OWN_WORD > 0
    return state, depth, time, online, named


def _over(flags: Bits16, near: Sequence[Near], axis: int, *, parts: bool = False) -> Bits16:
    """Return each value's bits with those of what covers it (and, if wanted, of its parts)."""
    planes = numpy.ascontiguousarray(numpy.moveaxis(flags, axis, 0))
    found = numpy.empty_like(planes)
    for place, one in enumerate(near):
        found[place] = _united(planes, (*one.full, *(one.part if parts else ())))
    return numpy.ascontiguousarray(numpy.moveaxis(found, 0, axis))


def _in_region(flags: Bits16, near: Near) -> Bits16:
    """Return a region's bits: those of serving as a whole only from areas that cover it."""
    full = _united(flags, near.full)
    return full | (_united(flags, near.part) & numpy.uint16(FULL << _SHIFT)) if near.part else full


def _united(planes: NDArray[Any], places: Sequence[int]) -> NDArray[Any]:
    chosen: NDArray[Any] = planes[list(places)]
    united: NDArray[Any] = numpy.bitwise_or.reduce(chosen, axis=0, initial=0) if len(places) != 1 else chosen[0]
    return united


def _added(offers: NDArray[numpy.int32], regions: Sequence[Near]) -> NDArray[numpy.int32]:
    found = numpy.empty((len(regions), *offers.shape[1:]), dtype=numpy.int32)
    for place, one in enumerate(regions):
        found[place] = offers[[*one.full, *one.part]].sum(axis=0)
    return found


def refused_places(
    covering: Covering,
    found: Provisions,
    audiences: Sequence[int],
    themes: Sequence[int],
    regions: Sequence[int],
) -> Iterator[tuple[tuple[int, int, int], Cell]]:
    """Yield the cells a no may be about, each once, with its place."""
    cube = covering.cube
    no = cube.set_of(int(row) for row in found.no)
    by_group = [no & (cube.audience(row).full | cube.without_audience) for row in audiences]
    by_theme = [no & (cube.theme(row).full | cube.without_theme) for row in themes]
    for region, region_row in enumerate(regions):
        there = cube.region(region_row).any
        for audience, groups in enumerate(by_group):
            if not groups & there:
                continue
            for theme, about in enumerate(by_theme):
                if groups & there & about:
                    yield (region, audience, theme), Cell(audiences[audience], themes[theme], region_row)
