"""Which loader a source needs, and its readers' notes as issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.issue import Issue
from graph.pause import collector_paused
from graph.statement import unite
from loaders import READER_VERSION
from loaders.gate import read
from loaders.grid import Grid
from loaders.limits import Limits
from loaders.notes import issue_of
from loaders.personal import refuse_client_columns
from loaders.process import nothing
from loaders.refusal import Refusal, load_error
from loaders.source import Ledger, Loaded, SourceSpec, record

if TYPE_CHECKING:
    from loaders.matrix import Interpretation, Profile

_TABLES = ("needs", "doors", "accepted_gaps")
_SURELY_TABLES = (".xlsx", ".xlsm", ".xls", ".ods", ".fods", ".csv", ".tsv", ".tab", ".jsonl")
_UNREAD_VALUES = ("VN1106", "VN1109")
"""Notes that stand for a value which is in the file and not in the grid."""


def load_source(spec: SourceSpec, *, limits: Limits | None = None) -> Loaded:
    """Return what a source says; see `loaders.load`."""
    if spec.path.name.casefold().endswith(".jsonl"):
        from loaders.jsonl import load as load_interchange

        return load_interchange(spec)
    with collector_paused():
        return _description(spec, limits) if _is_description(spec, limits) else _read(spec, limits)


def may_be_description(spec: SourceSpec) -> bool:
    """Return whether a source is or, by its name, may be a text; the region's tables are read before those."""
    if spec.kind or spec.notes:
        return spec.kind in ("", "description")
    return spec.path.suffix.casefold() not in _SURELY_TABLES


def _is_description(spec: SourceSpec, limits: Limits | None) -> bool:
    """Return whether a source is a text: the configuration says so, or its nature does where it says nothing."""
    if spec.kind:
        return spec.kind == "description"
    if spec.notes:
        return True  # people note things beside documents
    from loaders.prose.nature import nature

    return nature(spec.path, limits) == "prose"


def _description(spec: SourceSpec, limits: Limits | None) -> Loaded:
    from loaders.prose.load import load as load_description

    return load_description(spec, limits=limits)


def _read(spec: SourceSpec, limits: Limits | None) -> Loaded:
    meanwhile = nothing if spec.kind in _TABLES else _get_ready
    grids = read(spec.path, source=spec.id, limits=limits, meanwhile=meanwhile)
    try:
        refuse_client_columns(grids)
        loaded = _table(grids, spec) if spec.kind in _TABLES else _matrix(grids, spec)
    except Refusal as refusal:
        raise load_error(refusal, spec.id) from None
    notes, unread = noticed(grids, spec.id)
    return replace(
        loaded,
        issues=(*(issue for issue in notes if issue not in loaded.issues), *loaded.issues),
        ledger=loaded.ledger + unread,
    )


def _get_ready() -> None:
    """Load the vocabularies a matrix is read with; the first file waits for its child anyway."""
    from loaders.matrix.kinds import weights

    weights("Beratung")


def noticed(grids: Sequence[Grid], source: str) -> tuple[list[Issue], Ledger]:
    """Return what the readers noticed, letters that are read otherwise than they stand, and the values that reached no grid."""
    from loaders.matrix import mojibake

    issues = [issue_of(line, source, grid.name) for grid in grids for line in (*grid.notes, *mojibake.noticed(grid))]
    unread = sum(1 for issue in issues if issue.code in _UNREAD_VALUES)
    return issues, Ledger(cells=unread, reported=unread)


def _table(grids: Sequence[Grid], spec: SourceSpec) -> Loaded:
    from loaders.tables import read as read_table

    statements, issues, ledger = read_table(grids, spec, f"tables@{READER_VERSION}")
    return Loaded(record(spec, spec.kind), statements, issues, ledger)


def _matrix(grids: Sequence[Grid], spec: SourceSpec) -> Loaded:
    from loaders.matrix.choose import choose

    chosen = choose(grids, spec.id, spec.profile, spec.others)
    found = read_matrix(grids, spec.id, chosen.profile, stated_on=spec.stated_on)
    about = {**record(spec, "matrix"), "profile": chosen.name}
    issues = (*chosen.issues(spec.id), *found.issues)
    return Loaded(about, tuple(unite(found.statements)), issues, found.ledger)


def read_matrix(
    grids: Sequence[Grid], source: str, profile: Profile | None = None, *, stated_on: str = ""
) -> Interpretation:
    """Return what the sheets of a matrix say: exactly, where they are our template's and no profile says otherwise.

    Raises:
        LoadError: no sheet holds a table, or the template is of a later version than this program knows.
    """
    from loaders import template
    from loaders.matrix import interpret

    if (profile is None or profile.says_nothing) and template.is_template(grids):
        return template.read(grids, source, stated_on=stated_on)
    return interpret(grids, source, profile, stated_on=stated_on)
