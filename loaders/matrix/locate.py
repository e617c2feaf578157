"""Where the tables of a profile stand in a file: found by what their headers say, not by where they once stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.matrix import headings
from loaders.matrix.headings import Head, plain, timeless
from loaders.matrix.legend import Legend
from loaders.matrix.profile import ColumnProfile, Profile, TableProfile
from loaders.matrix.sheet import Sheet
from loaders.matrix.surface import Surface
from loaders.matrix.survey import SheetSurvey, Table
from ontology.text import fold

_FARTHEST = 5_000
"""So many rows are searched for a header that stands elsewhere."""
SAME, YEAR, ONLY, OTHER = 3, 2, 1, 0
"""How surely a sheet is the one the profile means: by name, by name but for the year, as the only one, not at all."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a profile's table stands.

    Args:
        sheet: number of the sheet.
        header: rows in which the headers were found; ``offset`` how far they moved.
        columns: what the profile says, by column of this file.
        missing: columns of the profile that are not there; ``fresh``: headers the profile does not know.
        table: what the automatic reading sees there.
        caption, title: the line above that names the table.
        order: of the table in the profile.
    """

    said: TableProfile
    sheet: int
    turned: bool
    header: tuple[int, ...]
    offset: int
    columns: Mapping[int, ColumnProfile]
    missing: tuple[ColumnProfile, ...]
    fresh: tuple[Head, ...]
    table: Table | None
    tier: int
    caption: int = 0
    title: str = ""
    order: int = 0

    @property
    def titled(self) -> bool:
        """Whether the line above is the one the profile names."""
        return not self.said.title or timeless(self.said.title) == timeless(self.title)

    @property
    def top(self) -> int:
        """The first row that belongs to the table."""
        return self.caption or self.header[0]

    @property
    def same(self) -> bool:
        """Whether nothing of the header changed."""
        return not self.missing and not self.fresh

    @property
    def found(self) -> int:
        """How many columns were found by their header."""
        return len(self.said.known_by) - sum(bool(column.known_by) for column in self.missing)

    @property
    def fits(self) -> bool:
        """Whether enough of the header is there to say that this is the table."""
        wanted = len(self.said.known_by)
        if self.tier == OTHER:
            return self.same and self.found > 1
        return not wanted or (self.found > 0 and 2 * self.found >= wanted)


@dataclass(frozen=True, slots=True)
class Places:
    """Where a profile's tables stand; no table is claimed twice.

    Args:
        lost: tables that stand nowhere.
        alike: places with such a header below a line the profile does not name: no part of the table above.
    """

    spots: tuple[Spot, ...]
    lost: tuple[TableProfile, ...]
    alike: tuple[Spot, ...]


def locate(profile: Profile, found: Sequence[SheetSurvey], legend: Legend) -> Places:
    """Return where each table of the profile stands."""
    order = {id(one): number for number, one in enumerate(profile.tables)}
    several = [one for one in profile.tables if not one.single]
    tried = (spot for one in profile.tables if one.single for spot in _single(one, profile, found, legend))
    seen = [replace(spot, order=order[id(spot.said)]) for spot in tried if spot.fits]
    pool = [spot for spot in seen if _in_context(spot, found[spot.sheet])]
    pool.sort(key=lambda s: (-s.tier, not s.same, not s.titled, -s.found, abs(s.offset)))
    chosen: list[Spot] = []
    for spot in pool:
        if all(spot.said is not other.said and not _collide(spot, other) for other in chosen):
            chosen.append(spot)
    placed = {id(spot.said) for spot in chosen}
    for one in several:
        for spot in _everywhere(one, found, legend):
            placed.add(id(one))
            met = next((number for number, other in enumerate(chosen) if _collide(spot, other)), None)
            if met is None:
                chosen.append(spot)
            else:
                chosen[met] = _both(chosen[met], spot)
    chosen.sort(key=lambda s: (s.sheet, s.order))
    lost = tuple(one for one in profile.tables if id(one) not in placed and _meant(one))
    return Places(tuple(chosen), lost, tuple(spot for spot in seen if spot.title and not spot.titled))


def _both(one: Spot, general: Spot) -> Spot:
    """Add to what is said of one table what is said of several it belongs to."""
    columns = {**general.columns, **one.columns}
    return replace(one, said=one.said.over(general.said), columns=dict(sorted(columns.items())))


def _meant(said: TableProfile) -> bool:
    """Whether it matters that a table is nowhere: one that speaks of every table may well fit none."""
    return said.single or said.sheet is not None or bool(said.known_by)


def _collide(one: Spot, other: Spot) -> bool:
    if one.sheet != other.sheet or one.turned != other.turned:
        return False
    shared = set(one.header) & set(other.header)
    return bool(shared) and bool(set(one.columns) & set(other.columns) or not (one.columns and other.columns))


def _single(said: TableProfile, profile: Profile, found: Sequence[SheetSurvey], legend: Legend) -> Iterator[Spot]:
    with_tables = [number for number, one in enumerate(found) if one.tables]
    alone = len({one.sheet for one in profile.tables}) == 1 and len(with_tables) == 1
    for number, one in enumerate(found):
        tier = _tier(said.sheet, one.sheet.name, alone=alone and number in with_tables)
        if tier == OTHER and not said.fingerprint:
            continue
        yield from _on_sheet(said, number, one, legend, tier)


def _everywhere(said: TableProfile, found: Sequence[SheetSurvey], legend: Legend) -> Iterator[Spot]:
    """Yield every table a statement about several fits: all its headers must be there."""
    for number, one in enumerate(found):
        tier = SAME if said.sheet is None else _tier(said.sheet, one.sheet.name, alone=False)
        if tier == OTHER:
            continue
        if said.header:
            yield from (spot for spot in _on_sheet(said, number, one, legend, tier) if not spot.missing)
            continue
        for table in one.tables:
            if said.turned is not None and said.turned != table.plan.turned and said.columns:
                continue
            spot = _spot(
                said, number, table.plan.header_rows, 0, headings.of_plan(table.surface.sheet, table.plan), table
            )
            inside = set(spot.columns) <= {column.index for column in table.plan.columns}
            if not spot.missing and inside:
                yield replace(spot, turned=table.plan.turned, tier=tier, caption=table.caption)


def _tier(wanted: str | None, name: str, *, alone: bool) -> int:
    if wanted is None or wanted == name or fold(wanted) == fold(name):
        return SAME
    if timeless(wanted) == timeless(name):
        return YEAR
    return ONLY if alone else OTHER


def _in_context(spot: Spot, one: SheetSurvey) -> bool:
    """What a table says by its sheet's name or its title must not be said of one with another name and title."""
    said = spot.said
    here = fold(f"{one.sheet.name} {spot.title}")
    if spot.tier in {OTHER, ONLY} and one.sheet.name:
        return all(fold(value) in here for _, value in said.within or ())
    then = fold(f"{said.sheet or ''} {said.title}")
    return all(fold(value) in here for _, value in said.within or () if fold(value) in then)


def _on_sheet(said: TableProfile, number: int, one: SheetSurvey, legend: Legend, tier: int) -> Iterator[Spot]:
    turned = bool(said.turned)
    tables = [table for table in one.tables if said.turned is None or table.plan.turned == said.turned]
    tried: set[tuple[int, ...]] = set()
    whole = False
    for table in tables:
        rows = table.plan.header_rows
        offset = rows[-1] - said.stood[-1] if said.stood else 0
        spot = _spot(said, number, rows, offset, headings.of_plan(table.surface.sheet, table.plan), table)
        spot = _named(replace(spot, turned=table.plan.turned, tier=tier), one.sheet, table.caption)
        if not said.header or said.fingerprint or rows == said.header:
            whole = whole or (spot.same and spot.titled)
            tried.add(rows)
            if spot.titled or said.fingerprint or said.header:
                yield spot
    if not said.stood or whole:
        return
    surface = Surface(one.sheet.turned_view if turned else one.sheet, legend)
    for offset in _offsets(surface.sheet, said):
        rows = tuple(row + offset for row in said.stood)
        if rows[0] > 0 and rows not in tried:
            tried.add(rows)
            spot = _spot(said, number, rows, offset, _bounded(said, headings.in_rows(surface, rows)), None)
            yield _named(replace(spot, turned=turned, tier=tier), one.sheet, 0 if turned else caption(surface, rows))


def _named(spot: Spot, sheet: Sheet, row: int) -> Spot:
    texts = (sheet.text(row, column) for column in sheet.rows.get(row, {})) if row else ()
    return replace(spot, caption=row, title=next(filter(None, texts), ""))


def caption(surface: Surface, header: Sequence[int]) -> int:
    """Return the row of the line of one cell right above a header, 0 if there is none."""
    for row in range(header[0] - 1, max(0, header[0] - 3), -1):
        filled = surface.filled(row)
        if filled:
            return row if len(filled) == 1 else 0
    return 0


def _offsets(sheet: Sheet, said: TableProfile) -> list[int]:
    """Return how far the header may have moved, the likeliest first; 0 is always tried."""
    wanted = {timeless(column.known_by) for column in said.known_by}
    counts: Counter[int] = Counter()
    for row, cells in sheet.rows.items():
        if row > _FARTHEST:
            break
        counts[row] = len({key for column in cells if (key := timeless(sheet.text(row, column))) in wanted})
    best = [row for row, count in counts.most_common(8) if 2 * count >= max(counts.values()) > 0]
    moved = dict.fromkeys(row - stood for row in best for stood in said.stood)
    return [0, *(offset for offset in moved if offset)]


def _bounded(said: TableProfile, heads: Sequence[Head]) -> tuple[Head, ...]:
    """Leave out what stands beside the table behind an empty column."""
    wanted = {timeless(column.known_by) for column in said.known_by}
    places = [head.index for head in heads if timeless(head.text) in wanted]
    if not places:
        return tuple(heads)
    left, right, held = min(places), max(places), {head.index for head in heads}
    while left - 1 in held:
        left -= 1
    while right + 1 in held:
        right += 1
    return tuple(head for head in heads if left <= head.index <= right)


def _spot(
    said: TableProfile, number: int, rows: tuple[int, ...], offset: int, heads: Sequence[Head], table: Table | None
) -> Spot:
    columns, missing = _matched(said, heads)
    changed = bool(said.fingerprint) and headings.fingerprint(heads) != said.fingerprint
    fresh = tuple(head for head in heads if changed and head.text and head.index not in columns)
    return Spot(said, number, False, rows, offset, columns, missing, fresh, table, OTHER)


def _matched(said: TableProfile, heads: Sequence[Head]) -> tuple[dict[int, ColumnProfile], tuple[ColumnProfile, ...]]:
    """Return the profile's columns by their place in this header, and those that are not there."""
    known = said.known_by
    wanted = dict(zip(known, headings.keys([(one.under or "", one.known_by) for one in known]), strict=True))
    here = dict(zip(heads, headings.keys([(head.under, head.text) for head in heads]), strict=True))
    placed: dict[int, ColumnProfile] = {}
    open_ = list(known)

    def take(one: ColumnProfile, head: Head) -> None:
        placed[head.index] = one
        open_.remove(one)

    def word_for_word(one: ColumnProfile, head: Head) -> bool:
        return plain(one.known_by) == plain(head.text) and plain(one.under or "") == plain(head.under)

    def without_groups(one: ColumnProfile, head: Head) -> bool:
        return one.under is None and not said.fingerprint and timeless(one.known_by) == timeless(head.text)

    levels = (
        lambda one, head: one.index == head.index and word_for_word(one, head),
        word_for_word,
        lambda one, head: wanted[one] == here[head],
        without_groups,
    )
    for level in levels:
        for one in list(open_):
            match = next((h for h in heads if h.text and h.index not in placed and level(one, h)), None)
            if match is not None:
                take(one, match)
    nameless = [one for one in said.columns if not one.known_by]
    texts = {head.index: head.text for head in heads}
    lost = [one for one in nameless if not _by_neighbour(said, one, placed, texts)]
    return dict(sorted(placed.items())), (*open_, *lost)


def _by_neighbour(
    said: TableProfile, one: ColumnProfile, placed: dict[int, ColumnProfile], texts: Mapping[int, str]
) -> bool:
    """Place a column without a header: it moved as far as its nearest neighbour did."""
    near = min(placed, key=lambda index: (abs(placed[index].index - one.index), index), default=0)
    index = one.index + (near - placed[near].index if near else 0)
    headed = bool(texts.get(index)) and bool(said.fingerprint)
    if index < 1 or index in placed or headed:
        return False
    placed[index] = one
    return True
