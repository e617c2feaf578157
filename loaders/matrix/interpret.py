"""From neutral grids to statements, issues and an account of every cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.issue import Issue
from graph.statement import Literal, Mention, Statement
from loaders.grid import Grid
from loaders.matrix import dates, drift, kinds, outside, tables
from loaders.matrix.amend import amend
from loaders.matrix.ledger import Address, Class, Gathering
from loaders.matrix.legend import Legend
from loaders.matrix.names import bare_label
from loaders.matrix.plan import Plan
from loaders.matrix.profile import Profile
from loaders.matrix.say import KIND_OF, Speaker
from loaders.matrix.sheet import Sheet
from loaders.matrix.surface import Surface
from loaders.matrix.survey import SheetSurvey, Table, survey
from loaders.source import Ledger
from ontology.errors import LoadError
from ontology.messages import hint, sentence
from ontology.text import clean

ARCHIVED = "VN2002"
_STAND = re.compile(r"^\W*(?:daten)?stand\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What came of reading one file.

    Args:
        cells: class of every cell with content, by sheet, row and column.
        actors: every actor named, in the order of the file.
        plans: how each table was read; a profile can say otherwise.
        sheets: what each sheet was taken for, with its tables.
    """

    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...]
    ledger: Ledger
    cells: Mapping[Address, Class]
    actors: tuple[Mention, ...]
    plans: tuple[Plan, ...]
    legend: Legend
    sheets: tuple[SheetSurvey, ...] = ()


def interpret(
    grids: Sequence[Grid], source: str, profile: Profile | None = None, *, stated_on: str = ""
) -> Interpretation:
    """Return what the sheets of one file say.

    Args:
        profile: how a person says it is to be read.
        stated_on: ISO date for which the publisher vouches, where the file gives none of its own.

    Raises:
        LoadError: if no sheet holds a table.
    """
    amended = amend(grids, profile)
    legend, sheets = survey(amended.grids, profile)
    gathering = Gathering(source)
    for one in sheets:
        for changed in one.drifts:
            drift.report(gathering, changed)
        if one.sort == "archive":
            _report_all(gathering, one.sheet, legend)
        elif one.sort in {"ignored", "choices"}:
            _ignore(gathering, one.sheet)
        elif one.sort == "tables":
            _read_sheet(gathering, legend, one, stated_on)
    _explain(gathering, legend, [one.sheet for one in sheets])
    plans = tuple(table.plan for one in sheets for table in one.tables)
    if not plans and not legend.aliases:
        raise _no_table(source)
    amended.settle(gathering, grids)
    gathering.close(tuple(grids))
    return Interpretation(
        tuple(gathering.statements), tuple(gathering.issues), _account(gathering, grids), gathering.classes,
        tuple(gathering.actors), plans, legend, tuple(sheets),
    )  # fmt: skip


def _read_sheet(gathering: Gathering, legend: Legend, one: SheetSurvey, stated_on: str) -> None:
    sheet = one.sheet
    plans = [table.plan for table in one.tables]
    for table in one.tables:
        speaker = Speaker(table.surface.sheet, legend, gathering, _scope(sheet, table.plan), _stand(sheet) or stated_on)
        for column in _caption(sheet, table):
            gathering.pass_over(
                sheet.name, *sheet.origin(table.caption, column), "title", sheet.text(table.caption, column)
            )
        tables.read(table.surface, table.plan, speaker, plans)
    outside.pass_over(gathering, Surface(sheet, legend), bool(one.tables))
    if not any(plan.turned for plan in plans):
        outside.report_colours(gathering, Surface(sheet, legend), {row for plan in plans for row in plan.header_rows})


def _caption(sheet: Sheet, table: Table) -> Sequence[int]:
    """Return the columns of the line above a table that belong to it: tables beside each other have their own."""
    columns = sheet.filled(table.caption) if table.caption else ()
    if table.plan.turned:
        return columns
    indexes = [column.index for column in table.plan.columns]
    own = [column for column in columns if column <= max(indexes, default=1)]
    return own[-1:] if len({sheet.origin(table.caption, column) for column in own}) > 1 else own


def _scope(sheet: Sheet, plan: Plan) -> str:
    if sheet.name and kinds.known("region", bare_label(sheet.name)):
        return sheet.name
    return dict(plan.within).get("region", "")


def _stand(sheet: Sheet) -> str:
    """Return the date a sheet itself gives in a line such as ``Stand: 12.03.2025``."""
    for row in list(sheet.rows)[:12]:
        columns = sheet.filled(row)
        text = " ".join(sheet.text(row, column) for column in columns)
        if columns and len(columns) <= 3 and _STAND.match(text) and (day := dates.find(text)):
            return day.first
    return ""


def _report_all(gathering: Gathering, sheet: Sheet, legend: Legend) -> None:
    for (row, column), cell in sorted(sheet.grid.cells.items()):
        said = cell.text.strip() or cell.comment or legend.colour(cell.fill)
        if said:
            gathering.report(ARCHIVED, sheet.name, row, column, cell.text or cell.comment or said, severity="info")


def _ignore(gathering: Gathering, sheet: Sheet) -> None:
    for row, column in sheet.grid.cells:
        gathering.pass_over(sheet.name, row, column, "told", sheet.grid.text(row, column))


def _explain(gathering: Gathering, legend: Legend, sheets: Sequence[Sheet]) -> None:
    """Abbreviations are statements, the rest of a legend is structure."""
    by_name = {sheet.name: sheet for sheet in sheets}
    for alias in legend.aliases:
        sheet = by_name[alias.sheet]
        speaker = Speaker(sheet, legend, gathering)
        subject = Mention(alias.long, KIND_OF.get(alias.kind, "Actor"))
        if subject.kind == "Actor":
            gathering.actors.setdefault(subject)
        speaker.say(subject, "alias", Literal(alias.short), *alias.place, original=clean(alias.short))
    for name, place in sorted(legend.claimed):
        gathering.pass_over(name, *place, "legend", by_name[name].grid.text(*place))


def _account(gathering: Gathering, grids: Sequence[Grid]) -> Ledger:
    content = {
        (grid.name, row, column)
        for grid in grids
        for (row, column), cell in grid.cells.items()
        if cell.text.strip() or cell.comment.strip() or cell.link.strip()
    }
    counts = gathering.counts()
    return Ledger(
        len(content | gathering.classes.keys()),
        counts["reported"],
        counts["negative"],
        counts["statement"],
        counts["structure"],
    )


def _no_table(source: str) -> LoadError:
    words = [f"{sentence('VN2302', language)} {hint('VN2302', language)}" for language in ("de", "en")]
    return LoadError("not_a_table", source, de=words[0], en=words[1])
