"""From the sheets of the template to statements, issues and an account of every cell."""

from __future__ import annotations

from collections.abc import Sequence

from graph.issue import Issue
from graph.statement import Mention
from loaders.grid import Grid
from loaders.matrix import Interpretation, interpret, marks
from loaders.matrix.ledger import Gathering
from loaders.matrix.legend import Legend
from loaders.matrix.sheet import view
from loaders.matrix.survey import SheetSurvey
from loaders.refusal import Refusal, load_error
from loaders.source import Ledger
from loaders.template import words
from loaders.template.form import DATA, SheetForm, form
from loaders.template.layout import Layout, find, sheet_of, titles
from loaders.template.line import Line
from loaders.template.names import ACTORS, Names
from loaders.template.rows import READERS
from ontology.errors import LoadError

EMPTY, NEWER, UNDONE = "VN7001", "VN7002", "VN7010"
UNKNOWN, BEYOND, HEADLESS = "VN3101", "VN3107", "VN7003"

Place = tuple[int, int]


def read(grids: Sequence[Grid], source: str, *, stated_on: str = "") -> Interpretation:
    """Return what a filled-in template says; sheets that are not the template's are read as any matrix.

    Args:
        stated_on: ISO date for which the publisher vouches, where a row gives none of its own.

    Raises:
        LoadError: the template is of a later version than this program knows.
    """
    gathering = Gathering(source)
    found: dict[str, list[Grid]] = {}
    foreign = []
    for grid in grids:
        sheet, version = sheet_of(grid)
        if version > int(str(words.single("version"))):
            refusal = Refusal("unsupported", NEWER, grid.name, version=str(version), known=str(words.single("version")))
            raise load_error(refusal, source)
        if sheet:
            found.setdefault(sheet, []).append(grid)
        else:
            foreign.append(grid)
    names = Names()
    for sheet in DATA:
        for grid in found.get(sheet, ()):
            _sheet(gathering, grid, form()[sheet], names, stated_on)
    for grid in found.get("open", ()):
        _undone(gathering, grid)
    for sheet in ("guide", "lists"):
        for grid in found.get(sheet, ()):
            _structure(gathering, grid, [place for place, _ in grid.cells.items()])
    return _with_foreign(gathering, grids, foreign, stated_on)


def _sheet(gathering: Gathering, grid: Grid, sheet: SheetForm, names: Names, stated_on: str) -> None:
    layout = find(grid, sheet)
    if layout is None or not any(role in layout.columns for role in sheet.needs):
        _headless(gathering, grid, sheet)
        return
    rows = _rows(gathering, grid, layout)
    _unknown(gathering, grid, sheet, layout, rows)
    merged = _merged(grid)
    for number, columns in rows.items():
        known = [column for column in columns if column in layout.columns.values()]
        if grid.text(number, columns[0]).startswith("#"):  # a row somebody put aside
            _structure(gathering, grid, [(number, column) for column in columns])
        elif known:
            line = Line(gathering, grid, sheet, layout, number, merged, stated_on)
            if line.filled():
                READERS[sheet.id](line, names)
            line.close()
        _beyond(gathering, grid, layout, number, columns)


def _rows(gathering: Gathering, grid: Grid, layout: Layout) -> dict[int, list[int]]:
    """Return the filled columns of every row below the header; what stands above is structure."""
    rows: dict[int, list[int]] = {}
    above: list[Place] = []
    for row, column in grid.filled():
        if row <= layout.row:
            above.append((row, column))
        else:
            rows.setdefault(row, []).append(column)
    _structure(gathering, grid, [place for place in above if place[0] < layout.row or place[1] not in layout.unknown])
    return rows


def _structure(gathering: Gathering, grid: Grid, places: Sequence[Place]) -> None:
    for place in places:
        gathering.pass_over(grid.name, *place, "told", grid.text(*place))


def _headless(gathering: Gathering, grid: Grid, sheet: SheetForm) -> None:
    filled = list(grid.filled())
    _structure(gathering, grid, filled[:1])
    for number, place in enumerate(filled[1:]):
        if number:
            gathering.place(grid.name, *place, "reported")
        else:
            expected = titles(sheet.id, *(column.role for column in sheet.columns if not column.expert))
            gathering.report(HEADLESS, grid.name, *place, grid.text(*place), expected=expected)


def _unknown(
    gathering: Gathering, grid: Grid, sheet: SheetForm, layout: Layout, rows: dict[int, list[int]]
) -> None:  # fmt: skip
    expected = titles(sheet.id, *(column.role for column in sheet.columns if not column.expert))
    for column in layout.unknown:
        below = [number for number, columns in rows.items() if column in columns]
        title = grid.text(layout.row, column)
        gathering.report(UNKNOWN, grid.name, layout.row, column, title, count=str(len(below)), expected=expected)
        for number in below:
            gathering.place(grid.name, number, column, "reported")


def _beyond(gathering: Gathering, grid: Grid, layout: Layout, number: int, columns: Sequence[int]) -> None:
    for column in columns:
        if (grid.name, number, column) not in gathering.classes:
            gathering.report(BEYOND, grid.name, number, column, grid.text(number, column))


def _merged(grid: Grid) -> dict[Place, Place]:
    return {
        (row, column): (merge.top, merge.left)
        for merge in grid.merges
        for row in range(merge.top, merge.bottom + 1)
        for column in range(merge.left, merge.right + 1)
    }


def _undone(gathering: Gathering, grid: Grid) -> None:
    """Report what stayed open when a matrix was rewritten, unless somebody says that it is done."""
    layout = find(grid, form()["open"])
    _structure(gathering, grid, list(grid.filled()))
    for row in sorted({row for row, _ in grid.filled()}) if layout else ():
        said = {role: grid.text(row, column).strip() for role, column in layout.columns.items()} if layout else {}
        if layout and row > layout.row and said.get("value") and not _is_done(said.get("done", "")):
            place = (row, layout.columns["value"])
            known = {role: said.get(role) or "–" for role in ("place", "reason", "context")}
            gathering.report(
                UNDONE, grid.name, *place, said["value"], origin=known["place"], reason=known["reason"].rstrip("."),
                context=known["context"],
            )  # fmt: skip


def _is_done(text: str) -> bool:
    return bool(text) and marks.sign(text) not in {"silent", "refused", "open"}


def _with_foreign(
    gathering: Gathering, grids: Sequence[Grid], foreign: Sequence[Grid], stated_on: str
) -> Interpretation:
    """Return the reading of the whole workbook, sheets that somebody added to the template included."""
    other = _as_matrix(foreign, gathering.source, stated_on)
    if other:
        gathering.statements.extend(other.statements)
        gathering.issues.extend(other.issues)
        gathering.classes.update(other.cells)
        gathering.actors.update(dict.fromkeys(other.actors))
    gathering.close(tuple(grids))
    _empty(gathering)
    for said in gathering.statements:
        for mention in (said.subject, said.object):
            if isinstance(mention, Mention) and mention.kind in ACTORS:
                gathering.actors.setdefault(mention)
    counts = gathering.counts()
    ledger = Ledger(
        len(gathering.classes), counts["reported"], counts["negative"], counts["statement"], counts["structure"]
    )
    plans = other.plans if other else ()
    legend = other.legend if other else Legend()
    others = {grid.name for grid in foreign}
    own = tuple(SheetSurvey(view(grid), "template") for grid in grids if grid.name not in others)
    return Interpretation(
        tuple(gathering.statements), tuple(gathering.issues), ledger, gathering.classes, tuple(gathering.actors), plans,
        legend, (*own, *(other.sheets if other else ())),
    )  # fmt: skip


def _as_matrix(grids: Sequence[Grid], source: str, stated_on: str) -> Interpretation | None:
    if not any(cell.text.strip() for grid in grids for cell in grid.cells.values()):
        return None
    try:
        return interpret(grids, source, stated_on=stated_on)
    except LoadError:  # no table on any of them: their cells are reported one by one
        return None


def _empty(gathering: Gathering) -> None:
    if not any(kind != "structure" for kind in gathering.classes.values()):
        gathering.issues.append(Issue(EMPTY, gathering.source, None, "", (), "info"))
