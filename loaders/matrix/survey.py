"""Finds every table of a file and how each is read: automatically, or as a profile says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loaders.grid import Grid
from loaders.matrix import areas, axes
from loaders.matrix.headings import timeless
from loaders.matrix.legend import Legend
from loaders.matrix.legends import harvest
from loaders.matrix.numbered import written_out
from loaders.matrix.plan import Column, Plan
from loaders.matrix.profile import Profile, TableProfile
from loaders.matrix.sheet import Sheet, view
from loaders.matrix.siblings import scoped
from loaders.matrix.surface import Area, Surface
from loaders.matrix.words import pattern
from ontology.text import fold

if TYPE_CHECKING:
    from loaders.matrix.drift import Drift


@dataclass(frozen=True, slots=True)
class Table:
    """One table on the surface from which it is read, in the orientation of its plan.

    Args:
        caption: row of the line above that names it, 0 for none.
        area: where it was found, nothing if a person told.
        said: what a profile says about it, nothing if it says nothing.
        fresh: columns the profile does not know, as the automatic reading sees them; they are not read.
    """

    surface: Surface
    plan: Plan
    caption: int = 0
    area: Area | None = None
    said: TableProfile | None = None
    fresh: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetSurvey:
    """One sheet: what it is, its tables, and what changed in them since their profile was written."""

    sheet: Sheet
    sort: str
    tables: tuple[Table, ...] = ()
    drifts: tuple[Drift, ...] = ()


def survey(grids: Sequence[Grid], profile: Profile | None = None) -> tuple[Legend, list[SheetSurvey]]:
    """Return what a file says about its signs, and its sheets with their tables."""
    from loaders.matrix.applied import apply
    from loaders.matrix.overrule import overrule

    profile = profile or Profile()
    sheets = [view(written_out(grid)) for grid in grids]
    legend = harvest(sheets)
    overrule(legend, profile, [sheet.name for sheet in sheets])
    found = _scoped(_without_choices([_sheet(sheet, legend, profile) for sheet in sheets], profile))
    return legend, apply(found, legend, profile) if profile.tables else found


def _scoped(found: list[SheetSurvey]) -> list[SheetSurvey]:
    """Let sheets that repeat one table say what their names stand for."""
    plans = iter(scoped([table.plan for one in found for table in one.tables]))
    return [replace(one, tables=tuple(replace(table, plan=next(plans)) for table in one.tables)) for one in found]


def _sheet(sheet: Sheet, legend: Legend, profile: Profile) -> SheetSurvey:
    own = any(table.sheet is not None and timeless(table.sheet) == timeless(sheet.name) for table in profile.tables)
    if any(timeless(name) == timeless(sheet.name) for name in profile.ignore if name) and not own:
        return SheetSurvey(sheet, "ignored")
    if pattern("axes", "titles", "archive").search(fold(sheet.name)) and not own:
        return SheetSurvey(sheet, "archive")
    if sheet.name in legend.only and not own:
        return SheetSurvey(sheet, "legend")
    surface = Surface(sheet, legend)
    tables = tuple(automatic(surface, area) for area in areas.find(surface))
    return SheetSurvey(sheet, "tables", tables)


def _without_choices(found: list[SheetSurvey], profile: Profile) -> list[SheetSurvey]:
    """Set aside the sheets of what may be chosen in the cells of another sheet, unless a person speaks of them."""
    told = {timeless(table.sheet) for table in profile.tables if table.sheet is not None}
    may_choose = pattern("axes", "titles", "choices")
    choices = [
        one for one in found
        if may_choose.search(fold(one.sheet.name)) and timeless(one.sheet.name) not in told and not any(map(_speaks, one.tables))
    ]  # fmt: skip
    if not any(one.tables for one in found if one not in choices):
        return found
    return [replace(one, sort="choices", tables=()) if one in choices else one for one in found]


def _speaks(table: Table) -> bool:
    """Return whether a table says something of somebody: what may be chosen elsewhere stands in columns of its own."""
    return bool(table.plan.of("stub", "actor", "sender") or table.plan.of("mark") or table.plan.of("names"))


def automatic(surface: Surface, area: Area, turned: bool | None = None) -> Table:
    """Return the table of an area; ``turned`` is what a person says of its orientation."""
    plan = axes.plan(replace(surface, left=area.left, right=area.right), area, turned)
    whole = Surface(surface.sheet.turned_view, surface.legend) if plan.turned else surface
    indexes = [column.index for column in plan.columns]
    bounded = oriented(whole, min(indexes, default=1), max(indexes, default=1))
    return Table(bounded, plan, area.caption, area)


def oriented(surface: Surface, left: int, right: int) -> Surface:
    """Return the part of a surface between two columns."""
    return replace(surface, left=left, right=right)
