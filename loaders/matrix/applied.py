"""A profile's word about tables, put over what the automatic reading found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.a1 import Box
from loaders.matrix import axes, headers
from loaders.matrix.columns import look
from loaders.matrix.drift import Drift
from loaders.matrix.legend import Legend
from loaders.matrix.locate import Spot, locate
from loaders.matrix.names import bare_label
from loaders.matrix.plan import Column, Form, Plan
from loaders.matrix.profile import ALL, END, ColumnProfile, Profile, TableProfile
from loaders.matrix.surface import Area, Surface
from loaders.matrix.survey import SheetSurvey, Table, automatic, oriented
from ontology.text import fold


def apply(found: Sequence[SheetSurvey], legend: Legend, profile: Profile) -> list[SheetSurvey]:
    """Return the sheets with the profile's tables in place of those found automatically.

    A table the profile does not speak of stays as it was found; one that is not in the file is noted as drifted.
    """
    places = locate(profile, found, legend)
    result = []
    for number, one in enumerate(found):
        here = [spot for spot in places.spots if spot.sheet == number]
        stops = [*here, *(spot for spot in places.alike if spot.sheet == number)]
        tables = [(spot, _table(one, legend, spot, _end(spot, stops), profile)) for spot in here]
        boxes = [_box(table) for _, table in tables]
        others = [table for table in one.tables if not any(_box(table).meets(box) for box in boxes)]
        drifts = tuple(_drift(one, spot, table) for spot, table in tables if not spot.same)
        ordered = [table for _, table in tables]
        if others:
            ordered = sorted((*ordered, *others), key=lambda table: (_box(table).top, _box(table).left))
        result.append(replace(one, tables=tuple(ordered), drifts=drifts))
    if places.lost and result:
        gone = tuple(Drift(table, table.sheet or "", table.known_by) for table in places.lost)
        result[0] = replace(result[0], drifts=(*result[0].drifts, *gone))
    return result


def _drift(one: SheetSurvey, spot: Spot, table: Table) -> Drift:
    return Drift(spot.said, one.sheet.name, spot.missing, spot.fresh, table)


def _box(table: Table) -> Box:
    """Return where in the file a table stands."""
    plan = table.plan
    indexes = [column.index for column in plan.columns] or [1]
    top, bottom = min((*plan.header_rows, plan.first)), max(plan.first, plan.last)
    if plan.turned:
        return Box(min(indexes), top, max(indexes), bottom)
    return Box(top, min(indexes), bottom, max(indexes))


def _end(spot: Spot, others: Sequence[Spot]) -> int:
    """Return the last row before the next header of the profile that stands below this one."""
    below = (
        other.top
        for other in others
        if other.turned == spot.turned
        and other.header[0] > spot.header[-1]
        and (not other.columns or not spot.columns or set(other.columns) & set(spot.columns))
    )
    return min(below, default=1 << 30) - 1


def _table(one: SheetSurvey, legend: Legend, spot: Spot, end: int, profile: Profile) -> Table:
    spot = _as_told(one, legend, spot)
    said, seen = spot.said, spot.table
    surface = Surface(one.sheet.turned_view if spot.turned else one.sheet, legend)
    header = tuple(row + spot.offset for row in said.header) or spot.header
    alike = [table for table in one.tables if table.plan.turned == spot.turned]
    known = next((table for table in (seen, *alike) if table and table.plan.header_rows == header), None)
    first = said.first + spot.offset if said.first else known.plan.first if known else header[-1] + 1
    last = min(_last(said, spot, first, known, alike, surface.sheet.last_row), max(first, end))
    told_body = said.last not in (None, END) or (known is not None and first != known.plan.first)
    base = known.plan if known and not told_body else _forced(surface, spot, known, header, first, last)
    columns = _columns(surface, spot, header, first, last, base)
    fresh = _fresh(spot, base)
    columns = _by_axis(said, columns, frozenset(spot.columns))
    looks = [look(surface, header, first, last, c.index, columns[0].index) for c in columns if c.form == "stub"]
    plan = replace(
        base,
        sheet=one.sheet.name,
        turned=spot.turned,
        header_rows=header,
        first=first,
        last=last,
        columns=tuple(columns),
        within=said.within if said.within is not None else base.within,
        towards=said.towards or base.towards,
        edges=said.edges if said.edges is not None else axes.are_edges(columns, looks),
        continues=said.continues or base.continues,
        closed=said.closed if said.closed is not None else base.closed,
        skipped=_skipped(said, spot, surface, columns, first, last, profile),
        groups=tuple(_groups(said, spot, surface, columns, first, last, profile)),
    )
    above = spot.caption or (known.caption if known else 0)
    indexes = [column.index for column in columns] or [1]
    return Table(oriented(surface, min(indexes), max(indexes)), plan, above, None, said, fresh)


def _as_told(one: SheetSurvey, legend: Legend, spot: Spot) -> Spot:
    """Read a table the other way round where a person says so and nothing more about its place."""
    said, seen = spot.said, spot.table
    if said.turned is None or said.header or seen is None or seen.area is None or seen.plan.turned == said.turned:
        return spot
    table = automatic(Surface(one.sheet, legend), seen.area, said.turned)
    return replace(spot, turned=said.turned, header=table.plan.header_rows, table=table)


def _last(said: TableProfile, spot: Spot, first: int, known: Table | None, alike: Sequence[Table], bottom: int) -> int:
    if said.last == ALL:
        return bottom
    if said.last not in (None, END):
        return max(first, (said.last or 0) + spot.offset)
    around = (table.plan.last for table in alike if table.plan.header_rows[0] <= first <= table.plan.last)
    return max(first, known.plan.last if known else next(around, bottom))


def _forced(surface: Surface, spot: Spot, known: Table | None, header: tuple[int, ...], first: int, last: int) -> Plan:
    """Return the automatic reading of a table whose place a person has told."""
    rows = range(header[0], last + 1)
    used = {c for row in rows if row in header or len(surface.filled(row)) > 1 for c in surface.filled(row)}
    if known:
        used = {column.index for column in known.plan.columns}
    elif spot.columns and spot.said.fingerprint:
        used = set()
    used |= set(spot.columns)
    left, right = min(used, default=1), max(used, default=1)
    area = Area(header, first, last, left, right, spot.caption, continues=spot.said.continues)
    return axes.planned(replace(surface, left=left, right=right), area)


def _columns(surface: Surface, spot: Spot, header: tuple[int, ...], first: int, last: int, base: Plan) -> list[Column]:
    fresh = {head.index for head in spot.fresh}
    found = {column.index: column for column in base.columns if column.index not in fresh}
    left = min((*spot.columns, *found), default=1)
    for index, said in spot.columns.items():
        found[index] = _column(surface, header, first, last, left, index, said, found.get(index))
    return [found[index] for index in sorted(found)]


def _fresh(spot: Spot, base: Plan) -> tuple[Column, ...]:
    """Return the columns the profile does not know as the automatic reading would have them."""
    seen = {column.index: column for column in base.columns}
    return tuple(seen.get(head.index) or Column(head.index, "other", "value", head.text) for head in spot.fresh)


def _column(
    surface: Surface, header: Sequence[int], first: int, last: int, left: int, index: int, said: ColumnProfile,
    known: Column | None,
) -> Column:  # fmt: skip
    """Return a profile's column with what only the sheet knows: where its header stands and what stands above."""
    seen = look(surface, header, first, min(last, first), index, left)
    base = known
    if base is None or said.full:
        usual: Form = "mark" if said.role in headers.ENTITIES else "value"
        groups = base.groups if base else seen.groups
        base = Column(index, said.role or "other", said.form or usual, bare_label(seen.label), groups, (), seen.header)
    label = said.label or (bare_label(seen.label) if said.full else base.label)
    role, form = said.role or base.role, said.form or base.form
    if said.role and not said.form and form in {"mark", "names"} and role not in {*headers.ENTITIES, "actor", "type"}:
        form = "value"  # what is no kind of thing cannot be ticked
    if said.role and not said.form and form == "structure" and role not in {"running", "total"}:
        form = "value"
    return replace(
        base,
        role=role,
        form=form,
        label=label,
        within=said.within if said.within is not None else base.within,
        numeric=said.counts if said.counts is not None else base.numeric,
        holds=said.holds if said.holds is not None else base.holds,
        split=said.split if said.split is not None else base.split,
        header=base.header or seen.header,
    )


def _by_axis(said: TableProfile, columns: list[Column], told: frozenset[int]) -> list[Column]:
    """Give columns the kinds a person told for the whole table; what is said of a single column counts more."""
    free = [column for column in columns if column.index not in told or not said.columns]
    found = {column.index: column for column in columns}
    stubs = _row_labels(said.rows, free, columns)
    for column in free:
        if column.index in stubs:
            found[column.index] = replace(column, form="stub", role=stubs[column.index], within=())
        elif said.rows and column.form == "stub" and column.role not in {*said.rows, "type"}:
            found[column.index] = replace(column, form="value")
    for column in free:
        now = found[column.index]
        if now.form == "stub" or not (said.heads or said.names) or not _is_headed(now):
            continue
        kind = said.heads or now.role
        form: Form = "names" if said.names or now.form == "names" else "mark"
        holds = said.names if said.names not in {"", "actor"} else "" if said.names else now.holds
        within = tuple(pair for pair in now.within if pair[0] != kind)
        found[column.index] = replace(now, role=kind, form=form, holds=holds, within=within)
    return [found[column.index] for column in columns]


def _row_labels(rows: Sequence[str], free: Sequence[Column], columns: Sequence[Column]) -> Mapping[int, str]:
    """Return which columns name what the rows are about, from the left; a column that already does stays."""
    named = {column.index: column.role for column in columns if column.form == "stub" and column.role in rows}
    missing = [role for role in rows if role not in named.values()]
    stubs = [c for c in free if c.form == "stub" and c.index not in named and c.role != "type"]
    rest = [c for c in free if c.form not in {"stub", "structure"} and c.index not in named]
    return dict(zip((column.index for column in (*stubs, *rest)), missing, strict=False))


def _is_headed(column: Column) -> bool:
    """Whether a column's header can name a thing of the kind told: it answers already, or says nothing known."""
    if column.form in {"mark", "names"}:
        return True
    unknown = column.role in {"other", *headers.ENTITIES} and not headers.exact(column.label)
    return column.form == "value" and bool(column.label) and unknown


def _skipped(
    said: TableProfile, spot: Spot, surface: Surface, columns: Sequence[Column], first: int, last: int, profile: Profile
) -> frozenset[int]:
    """Return the rows that say nothing; a mere number holds only in the file it was written for."""
    found = set() if profile.borrowed else {row + spot.offset for row in said.skipped}
    texts = set(map(fold, said.skipped_texts))
    labels = _labels(surface, columns, first, last) if texts else {}
    return frozenset(found | {row for row, label in labels.items() if fold(label) in texts})


def _groups(
    said: TableProfile, spot: Spot, surface: Surface, columns: Sequence[Column], first: int, last: int, profile: Profile
) -> Iterator[tuple[int, str]]:
    """Yield the lone labels a person speaks of, by row; a mere number holds only in the file it was written for."""
    if not said.groups:
        return
    kinds = {fold(bare_label(key)): kind for key, kind in said.groups}
    numbers = {} if profile.borrowed else {int(key) + spot.offset: kind for key, kind in said.groups if key.isdigit()}
    for row, label in _labels(surface, columns, first, last).items():
        kind = numbers.get(row) or kinds.get(fold(bare_label(label)), "")
        if kind:
            yield row, kind


def _labels(surface: Surface, columns: Sequence[Column], first: int, last: int) -> dict[int, str]:
    """Return the first text of each row of a table."""
    indexes = [column.index for column in columns]
    found = {}
    for row in range(first, last + 1):
        texts = [text for index in indexes if (text := surface.sheet.text(row, index))]
        if texts:
            found[row] = texts[0]
    return found
