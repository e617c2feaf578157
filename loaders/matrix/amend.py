"""Single cells that a profile takes out, has asked about, or reads as something else than what is written there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.evidence import Cell
from graph.issue import Issue
from loaders.a1 import Box, box
from loaders.grid import Grid, GridCell, address
from loaders.matrix.headings import timeless
from loaders.matrix.ledger import Address, Gathering
from loaders.matrix.profile import CellNote, Profile
from ontology.text import fold

ASKED, OUTDATED = "VN2108", "VN2305"


@dataclass(frozen=True, slots=True)
class Amended:
    """Sheets as a profile has them read.

    Args:
        ignored: cells taken out. asked: cells taken out and reported.
        replaced: what really stands in cells that are read as something else.
        outdated: notes that no longer fit what stands there.
    """

    grids: tuple[Grid, ...]
    ignored: frozenset[Address] = frozenset()
    asked: frozenset[Address] = frozenset()
    replaced: Mapping[Address, str] = field(default_factory=dict)
    outdated: tuple[tuple[CellNote, str], ...] = ()

    def settle(self, gathering: Gathering, grids: Sequence[Grid]) -> None:
        """Account for the cells taken out, and let statements quote what really stands in the file."""
        raw = {grid.name: grid for grid in grids}
        for sheet, row, column in sorted(self.ignored):
            gathering.pass_over(sheet, row, column, "told", raw[sheet].text(row, column))
        for sheet, row, column in sorted(self.asked):
            gathering.report(ASKED, sheet, row, column, raw[sheet].text(row, column))
        for note, there in self.outdated:
            pairs = {"cell": f"{note.sheet}!{note.ref}".lstrip("!"), "holds": note.holds or "", "value": there[:80]}
            gathering.issues.append(Issue(OUTDATED, gathering.source, None, there[:200], tuple(sorted(pairs.items()))))
        if self.replaced:
            self._quote(gathering)

    def _quote(self, gathering: Gathering) -> None:
        original = {Cell(sheet, address(row, column)): text for (sheet, row, column), text in self.replaced.items()}
        for number, said in enumerate(gathering.statements):
            place = said.evidence[0] if said.evidence else None
            if isinstance(place, Cell) and place in original:
                gathering.statements[number] = replace(said, original=original[place])


def amend(grids: Sequence[Grid], profile: Profile | None) -> Amended:
    """Return the sheets as a profile's notes on single cells have them read."""
    notes = list(_notes(grids, profile)) if profile else []
    if not notes or profile is None:
        return Amended(tuple(grids))
    cells = {grid.name: dict(grid.cells) for grid in grids}
    found: dict[Address, tuple[CellNote, GridCell]] = {}
    outdated: list[tuple[CellNote, str]] = []
    for grid, note in notes:
        if grid is None or (profile.borrowed and note.holds is None):
            outdated.append((note, ""))
            continue
        held = [place for place in grid.cells if note.box.holds(*place)]
        unlike = [place for place in held if note.holds is not None and fold(grid.text(*place)) != fold(note.holds)]
        if unlike or (note.holds and not held):
            outdated.append((note, grid.text(*unlike[0]) if unlike else ""))
            continue
        for place in held:
            known = cells[grid.name].pop(place, None)
            if known is not None and _has_content(known):
                found[grid.name, *place] = (note, known)
            if known is not None and note.read == "as" and note.text:
                cells[grid.name][place] = replace(known, text=note.text, kind="text", font="", strike=False)
    return Amended(
        tuple(replace(grid, cells=cells[grid.name]) for grid in grids),
        frozenset(where for where, (note, _) in found.items() if note.read == "ignore" or _erased(note)),
        frozenset(where for where, (note, _) in found.items() if note.read == "report"),
        {where: cell.text for where, (note, cell) in found.items() if note.read == "as" and note.text},
        tuple(outdated),
    )


def _erased(note: CellNote) -> bool:
    """Whether a cell is read as if nothing stood in it."""
    return note.read == "as" and not note.text


def _has_content(cell: GridCell) -> bool:
    return bool(cell.text.strip() or cell.comment.strip() or cell.link.strip())


def _notes(grids: Sequence[Grid], profile: Profile) -> Iterator[tuple[Grid | None, CellNote]]:
    ranges = [(entry, *_range(entry)) for entry in profile.ignore]
    ignored = [CellNote(sheet, area, ref, "ignore") for _, sheet, ref, area in ranges if area]
    for note in (*profile.cells, *ignored):
        yield _grid(grids, note.sheet), note


def _range(entry: str) -> tuple[str, str, Box | None]:
    sheet, mark, ref = entry.rpartition("!")
    return sheet.strip("'"), ref.upper(), box(ref) if mark else None


def _grid(grids: Sequence[Grid], name: str) -> Grid | None:
    """Return the sheet a note means; without a name the only one."""
    if not name:
        return grids[0] if len(grids) == 1 else None
    exact = next((grid for grid in grids if grid.name == name), None)
    return exact or next((grid for grid in grids if timeless(grid.name) == timeless(name)), None)
