"""Finds every table of a file and how each is read: automatically, or as a profile says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.grid import Grid
from loaders.matrix import areas, axes
from loaders.matrix.columns import look
from loaders.matrix.legends import Legend, harvest
from loaders.matrix.names import bare_label
from loaders.matrix.plan import Column, Plan
from loaders.matrix.profile import Profile, TableProfile, fingerprint
from loaders.matrix.sheet import Sheet, view
from loaders.matrix.siblings import scoped
from loaders.matrix.surface import Area, Surface
from loaders.matrix.words import pattern, squeeze
from ontology.text import clean, fold


@dataclass(frozen=True, slots=True)
class Table:
    """One table on the surface from which it is read, in the orientation of its plan."""

    surface: Surface
    plan: Plan
    caption: int = 0

    @property
    def fingerprint(self) -> str:
        """What identifies the table's header."""
        return _fingerprint(self.surface, self.plan.header_rows, self.plan.columns)


@dataclass(frozen=True, slots=True)
class SheetSurvey:
    """One sheet: what it is and its tables. ``drifted`` are profile tables whose header is no longer there."""

    sheet: Sheet
    sort: str
    tables: tuple[Table, ...] = ()
    drifted: tuple[TableProfile, ...] = ()


def survey(grids: Sequence[Grid], profile: Profile | None = None) -> tuple[Legend, list[SheetSurvey]]:
    """Return what a file says about its signs, and its sheets with their tables."""
    profile = profile or Profile()
    sheets = [view(grid) for grid in grids]
    legend = harvest(sheets)
    _overrule(legend, profile)
    return legend, _scoped([_sheet(sheet, legend, profile) for sheet in sheets], profile)


def _scoped(found: list[SheetSurvey], profile: Profile) -> list[SheetSurvey]:
    """Let sheets that repeat one table say what their names stand for; what a profile says of a table stays."""
    told = {table.sheet for table in profile.tables}
    free = [one for one in found if one.sheet.name not in told]
    plans = iter(scoped([table.plan for one in free for table in one.tables]))
    new = {one.sheet.name: tuple(replace(table, plan=next(plans)) for table in one.tables) for one in free}
    return [replace(one, tables=new.get(one.sheet.name, one.tables)) for one in found]


def propose(grids: Sequence[Grid]) -> Profile:
    """Return the profile that says what the automatic reading does."""
    _, found = survey(grids)
    tables = (_of_table(table) for one in found for table in one.tables)
    return Profile(tuple(tables))


def _overrule(legend: Legend, profile: Profile) -> None:
    legend.signs.update({("", squeeze(key)): value for key, value in profile.signs})
    legend.colours.update({key.upper().removeprefix("#"): value for key, value in profile.colours})
    legend.short.update({("", fold(key)): value for key, value in profile.abbreviations})


def _sheet(sheet: Sheet, legend: Legend, profile: Profile) -> SheetSurvey:
    own = [table for table in profile.tables if table.sheet == sheet.name]
    if sheet.name in profile.ignore and not own:
        return SheetSurvey(sheet, "ignored")
    if pattern("axes", "titles", "archive").search(fold(sheet.name)) and not own:
        return SheetSurvey(sheet, "archive")
    if sheet.name in legend.only and not own:
        return SheetSurvey(sheet, "legend")
    surface = Surface(sheet, legend)
    automatic = [_automatic(surface, area) for area in areas.find(surface)]
    if not own:
        return SheetSurvey(sheet, "tables", tuple(automatic))
    located = [(table, _locate(surface, table, automatic)) for table in own]
    drifted = tuple(table for table, found in located if found is None)
    if drifted:
        return SheetSurvey(sheet, "tables", tuple(automatic), drifted)
    return SheetSurvey(sheet, "tables", tuple(found for _, found in located if found))


def _automatic(surface: Surface, area: Area) -> Table:
    plan = axes.plan(replace(surface, left=area.left, right=area.right), area)
    return Table(_oriented(surface, plan), plan, area.caption)


def _oriented(surface: Surface, plan: Plan) -> Surface:
    sheet = surface.sheet.turned_view if plan.turned else surface.sheet
    indexes = [column.index for column in plan.columns]
    return Surface(sheet, surface.legend, min(indexes, default=1), max(indexes, default=1))


def _of_table(table: Table) -> TableProfile:
    plan = table.plan
    return TableProfile(
        plan.sheet, table.fingerprint, plan.turned, plan.header_rows, plan.first, 0, plan.columns, plan.within,
        plan.towards, plan.edges, plan.closed, plan.skipped,
    )  # fmt: skip


def _locate(surface: Surface, table: TableProfile, automatic: Sequence[Table]) -> Table | None:
    """Return a profile's table where its header still stands, nothing where the header says something else."""
    known = [one for one in automatic if one.fingerprint == table.fingerprint]
    oriented = surface.sheet.turned_view if table.turned else surface.sheet
    here = _fingerprint(replace(surface, sheet=oriented), table.header, table.columns) == table.fingerprint
    if table.fingerprint and not here and not known:
        return None
    moved = known[0].plan if known and not here and not _still_there(oriented, table) else None
    plan = _plan(surface, table, moved, automatic)
    caption = next((one.caption for one in automatic if one.plan.header_rows == plan.header_rows), 0)
    return Table(_oriented(surface, plan), plan, caption)


def _still_there(sheet: Sheet, table: TableProfile) -> bool:
    """Return whether the profile's header rows hold its labels: then a person has corrected rows, nothing moved."""
    wanted = [fold(column.label) for column in table.columns if column.label]
    held = {fold(bare_label(sheet.text(row, column.index))) for row in table.header for column in table.columns}
    return sum(label in held for label in wanted) >= len(wanted) / 2


def _plan(surface: Surface, table: TableProfile, moved: Plan | None, automatic: Sequence[Table]) -> Plan:
    header = moved.header_rows if moved else table.header
    first = moved.first if moved else table.first
    sheet = surface.sheet.turned_view if table.turned else surface.sheet
    same = [one.plan for one in automatic if one.plan.turned == table.turned and one.plan.header_rows == header]
    last = table.last or (same[0].last if same else sheet.last_row)
    indexes = [column.index for column in table.columns]
    oriented = Surface(sheet, surface.legend, min(indexes, default=1), max(indexes, default=1))
    columns = tuple(_column(oriented, header, first, last, column) for column in table.columns)
    return Plan(
        table.sheet,
        table.turned,
        header,
        first,
        last,
        columns,
        table.within,
        table.towards,
        table.edges,
        table.closed,
        table.skipped,
    )


def _column(surface: Surface, header: Sequence[int], first: int, last: int, said: Column) -> Column:
    """Return a profile's column with what only the sheet knows: where its header stands and what stands above."""
    found = look(surface, header, first, min(last, first), said.index, surface.left)
    return replace(said, label=said.label or bare_label(found.label), groups=found.groups, header=found.header)


def _fingerprint(surface: Surface, header: Sequence[int], columns: Sequence[Column]) -> str:
    return fingerprint(_headings(surface, header, columns))


def _headings(surface: Surface, header: Sequence[int], columns: Sequence[Column]) -> Iterator[str]:
    for column in columns:
        texts = (surface.sheet.text(row, column.index) for row in header)
        yield clean(" > ".join(dict.fromkeys(filter(None, texts))))
