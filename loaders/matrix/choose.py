"""Which profile fits a file: the one of its name, else the one whose headers it has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from graph.issue import Issue
from loaders.grid import Grid
from loaders.matrix.headings import timeless
from loaders.matrix.profile import Profile, TableProfile
from loaders.matrix.profile_reading import read
from ontology.errors import LoadError

FOUND, KINDRED = "VN2306", "VN2307"
_ROWS = 2_000
"""So many lines at the top of a sheet are searched for headers."""
_NEAR, _FEWEST = 0.75, 3
_VERSION = re.compile(r"\b(?:final|endfassung|entwurf|neu|kopie|copy|aktuell|aktualisiert|stand|version|rev|v ?\d+)\b")
_SEPARATOR = re.compile(r"[_\-.()\[\]]+")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The profile a file is read with.

    Args:
        name: the profile's file, empty where there is none.
        by_header: whether it was written for a file of another name.
        kin: whether that name differs by no more than a year or a version.
    """

    profile: Profile | None = None
    name: str = ""
    by_header: bool = False
    kin: bool = True

    def issues(self, source: str) -> tuple[Issue, ...]:
        """Return what is to be said about the choice: a profile of another file must not work unseen."""
        if not self.by_header:
            return ()
        return (Issue(FOUND if self.kin else KINDRED, source, None, "", (("profile", self.name),), "info"),)


def choose(grids: Sequence[Grid], source: str, own: Path | None, others: Sequence[Path] = ()) -> Chosen:
    """Return the profile for a file.

    Args:
        own: the profile that carries the file's name or was named for it; always taken.
        others: profiles of other files; the one with most tables whose headers are here is taken.

    Raises:
        LoadError: if the file's own profile cannot be read. Another's that cannot be read is passed over.
    """
    if own is not None:
        return Chosen(read(own), own.name)
    index: dict[bool, list[Lines]] = {}
    best: tuple[tuple[int, int, int, int, str], Chosen] | None = None
    for path in others:
        profile = _readable(path)
        if profile is None:
            continue
        kin = name_of(path.name) == name_of(source)
        fits = [_fit(table, grids, index) for table in profile.tables if table.known_by]
        exact, whole, near = (sum(fit >= least for fit in fits) for least in (3, 2, 1))
        if near or kin:
            rank = (exact, whole, near, int(kin), path.name)
            if best is None or rank > best[0]:
                best = (rank, Chosen(lent(profile, kin), path.name, True, kin))
    return best[1] if best else Chosen()


def lent(profile: Profile, kin: bool) -> Profile:
    """Return a profile for a file it was not written for.

    What names a place or an institution holds for the next edition of its file, but not for a file of another
    partner that merely has the same form: there it is left to the automatic reading.
    """
    if kin:
        return profile.lent()
    tables = tuple(replace(table, within=None, abbreviations=()) for table in profile.tables)
    return replace(profile.lent(), tables=tables, abbreviations=())


def name_of(path: str) -> str:
    """Return what stays of a file's name from edition to edition."""
    stem = _SEPARATOR.sub(" ", Path(path).stem.casefold())
    return timeless(_VERSION.sub(" ", stem))


def _readable(path: Path) -> Profile | None:
    try:
        return read(path)
    except LoadError:
        return None


def _fit(table: TableProfile, grids: Sequence[Grid], index: dict[bool, list[Lines]]) -> int:
    """Return 3 for a header that is the same, 2 for one with further columns, 1 for one that comes near, else 0."""
    turned = bool(table.turned)
    if turned not in index:
        index[turned] = [Lines.of(grid, turned) for grid in grids]
    wanted = frozenset(timeless(column.known_by) for column in table.known_by)
    offsets = [row - table.stood[0] for row in table.stood] or [0]
    best = 0
    for lines in index[turned]:
        rows = {row for text in wanted for row in lines.holding.get(text, ())}
        for start in {row - offset for row in rows for offset in offsets}:
            here = frozenset[str]().union(*(lines.texts.get(start + offset, frozenset()) for offset in offsets))
            best = max(best, _compared(wanted & here, wanted, here))
    return best


def _compared(found: Set[str], wanted: Set[str], here: Set[str]) -> int:
    count = len(found)
    total = len(wanted)
    if count == total and count >= 2:
        return 3 if len(here) <= total + 1 else 2 if count >= _FEWEST else 0
    return 1 if count >= _FEWEST and count >= _NEAR * total else 0


@dataclass(frozen=True, slots=True)
class Lines:
    """The texts of the first lines of a sheet, and the lines that hold a text."""

    texts: Mapping[int, Set[str]]
    holding: Mapping[str, Set[int]]

    @classmethod
    def of(cls, grid: Grid, turned: bool) -> Lines:
        """Return the rows of a sheet, or its columns."""
        texts: defaultdict[int, set[str]] = defaultdict(set)
        holding: defaultdict[str, set[int]] = defaultdict(set)
        for (row, column), cell in grid.cells.items():
            line = column if turned else row
            if line <= _ROWS and cell.text and len(cell.text) <= 200:
                text = timeless(cell.text)
                texts[line].add(text)
                holding[text].add(line)
        return cls(dict(texts), dict(holding))
